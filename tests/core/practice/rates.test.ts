import { describe, expect, it } from 'vitest'
import type { Event } from '../../../src/core/practice/events.ts'
import { rates } from '../../../src/core/practice/rates.ts'
import { type Reach, reachOf } from '../../../src/core/practice/reach.ts'
import { call, email, history, PRACTICE } from './history.ts'

const TODAY = '2026-11-20'
const { calendar } = PRACTICE

describe('what became of reaching out to one person', () => {
  it.each<[string, Event[], Reach | undefined]>([
    ['no answer', history(email('2026-11-03')), { firstOn: '2026-11-03' }],
    [
      'an answer after the third attempt',
      history(email('2026-11-03'), email('2026-11-12'), call('2026-11-17'), [
        '2026-11-18',
        { type: 'answered' },
      ]),
      { firstOn: '2026-11-03', after: 3 },
    ],
    [
      'an answer, and attempts after it that it did not take',
      history(
        email('2026-11-03'),
        ['2026-11-04', { type: 'answered' }],
        ['2026-11-05', { type: 'replied' }],
        email('2026-11-16'),
      ),
      { firstOn: '2026-11-03', after: 1 },
    ],
    ['a dead address', history(email('2026-11-03'), ['2026-11-03', { type: 'bounced' }]), {}],
    [
      'a dead address and a new one: the first attempt that arrived counts',
      history(
        email('2026-11-03'),
        ['2026-11-04', { type: 'bounced' }],
        ['2026-11-05', { type: 'readdressed', address: 'g@x.example' }],
        email('2026-11-06'),
        ['2026-11-09', { type: 'answered' }],
      ),
      { firstOn: '2026-11-06', after: 1 },
    ],
    ['somebody who wrote first', history(['2026-11-03', { type: 'answered' }], email('2026-11-12')), {}],
    ['somebody ignored', history(email('2026-11-03'), ['2026-11-04', { type: 'ignored' }]), undefined],
    [
      'somebody who was introduced',
      history(['2026-11-03', { type: 'added', source: 'intro', via: 7 }], email('2026-11-03')),
      { firstOn: '2026-11-03', source: 'intro', isIntroduced: true },
    ],
    [
      'somebody met, who introduced two people',
      history(
        email('2026-10-01'),
        ['2026-10-05', { type: 'met' }],
        ['2026-10-06', { type: 'intro received', contact: 8 }],
        ['2026-10-06', { type: 'intro received', contact: 9 }],
      ),
      { firstOn: '2026-10-01', after: 1, hasMet: true, introduced: 2 },
    ],
  ])('%s', (_, events, expected) => {
    const reach = reachOf(1, events, PRACTICE)
    if (reach) delete reach.state
    expect(reach).toEqual(expected)
  })

  it('keeps the state that the latest event left', () => {
    const answered = history(email('2026-11-03'), ['2026-11-05', { type: 'answered' }])
    expect(reachOf(1, answered, PRACTICE)?.state).toBe('TALKING')
  })
})

const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)

/** First written to exactly ten business days before today, and a day too late. */
const OLD = '2026-11-06'
const NEW = '2026-11-09'

describe('rates (practice 3.7)', () => {
  it('takes people whose first attempt is ten business days old, and no others', () => {
    const people: Reach[] = [
      ...times(3, { firstOn: OLD, after: 1 }),
      ...times(2, { firstOn: OLD, after: 2 }),
      ...times(11, { firstOn: OLD }),
      ...times(4, { firstOn: NEW, after: 1 }),
      ...times(3, { firstOn: NEW }),
      ...times(5, { firstOn: OLD, after: 1, isIntroduced: true }),
      ...times(5, {}),
    ]
    expect(rates(people, TODAY, calendar)).toMatchObject({
      replies: { of: 16, count: 5 },
      repliesLater: { of: 5, count: 2 },
    })
  })

  it('gives no rate of fewer than ten people', () => {
    expect(rates(times(9, { firstOn: OLD, after: 1, source: 'alumni' }), TODAY, calendar)).toEqual({})
  })

  it('splits by attempt only from five answers on', () => {
    const people: Reach[] = [...times(4, { firstOn: OLD, after: 2 }), ...times(6, { firstOn: OLD })]
    expect(rates(people, TODAY, calendar)).toEqual({ replies: { of: 10, count: 4 } })
  })

  it('gives introductions a rate of their own', () => {
    const introduced: Reach = { firstOn: OLD, isIntroduced: true, source: 'intro' }
    const people = [...times(8, { ...introduced, after: 1 }), ...times(2, introduced)]
    expect(rates(people, TODAY, calendar)).toEqual({ introducedReplies: { of: 10, count: 8 } })
  })

  it('gives the meetings per answer and the introductions per meeting', () => {
    const people: Reach[] = [
      ...times(8, { after: 1, hasMet: true as const }),
      ...times(2, { hasMet: true as const, introduced: 2 }),
      ...times(4, { after: 3 }),
    ]
    expect(rates(people, TODAY, calendar)).toEqual({
      met: { of: 12, count: 8 },
      introductions: { of: 10, count: 4 },
    })
  })

  it.each<[string, Reach[], object | undefined]>([
    [
      'alumni answer better than the rest',
      [
        ...times(5, { firstOn: OLD, after: 1, source: 'alumni' as const }),
        ...times(3, { firstOn: OLD, source: 'alumni' as const }),
        ...times(2, { firstOn: OLD, after: 1 }),
        ...times(12, { firstOn: OLD }),
      ],
      { source: 'alumni', of: 8, count: 5, others: { of: 14, count: 2 } },
    ],
    [
      'alumni answer no better than the rest',
      [
        ...times(2, { firstOn: OLD, after: 1, source: 'alumni' as const }),
        ...times(6, { firstOn: OLD, source: 'alumni' as const }),
        ...times(2, { firstOn: OLD, after: 1 }),
        ...times(6, { firstOn: OLD }),
      ],
      undefined,
    ],
    [
      'too few alumni to tell',
      [...times(4, { firstOn: OLD, after: 1, source: 'alumni' as const }), ...times(10, { firstOn: OLD })],
      undefined,
    ],
  ])('good news by source, only if true: %s', (_, people, expected) => {
    expect(rates(people, TODAY, calendar).best).toEqual(expected)
  })
})
