import { describe, expect, it } from 'vitest'
import { addBusinessDays } from '../../../src/core/practice/business-days.ts'
import type { Event, Fact, LocalDate } from '../../../src/core/practice/events.ts'
import { EMAIL_ONLY } from '../../../src/core/practice/plan.ts'
import { call, dueDays, email, history, PRACTICE, standingOn } from './history.ts'

/** Makes each attempt on the day it is due, until nothing but the closing line is left. */
function followed(events: Event[], practice = PRACTICE): string[] {
  const days: string[] = []
  for (let made = events; ; ) {
    const last = made.at(-1)!.on
    const standing = standingOn(last, made, practice)
    const due = standing.obligations.find(({ kind }) => kind === 'attempt' || kind === 'closing')!
    days.push(`${due.kind === 'closing' ? 'close' : standing.next!.channel} ${due.dueOn}`)
    if (due.kind === 'closing') return days
    const facts = made.map(({ on, ...fact }): [LocalDate, Fact] => [on, fact as Fact])
    made = history(...facts, standing.next!.channel === 'call' ? call(due.dueOn) : email(due.dueOn))
  }
}

describe('the worked dates of practice 2.3 and 6', () => {
  it('follows the cold plan from Tue 3 Nov 2026, Thanksgiving skipped', () => {
    expect(dueDays('2026-11-03', history(email('2026-11-03')))).toEqual([
      'second person: 2026-11-06',
      'attempt 2: 2026-11-12',
    ])
    expect(followed(history(email('2026-11-03')))).toEqual([
      'email 2026-11-12',
      'call 2026-11-17',
      'call 2026-11-23',
      'email 2026-12-02',
      'close 2026-12-09',
    ])
  })

  it('skips 24 December to 1 January', () => {
    expect(followed(history(email('2026-12-15')))[0]).toBe('email 2027-01-04')
  })

  it('follows the warm plan', () => {
    const warm = history(['2026-11-03', { type: 'planned', plan: 'warm' }], email('2026-11-03'))
    expect(followed(warm)).toEqual([
      'email 2026-11-06',
      'call 2026-11-11',
      'call 2026-11-16',
      'email 2026-11-23',
      'close 2026-12-02',
    ])
  })

  it('takes a friend as warm without being told', () => {
    const friend = history(['2026-11-03', { type: 'added', source: 'friend' }], email('2026-11-03'))
    expect(followed(friend)[0]).toBe('email 2026-11-06')
  })

  it('makes three emails at 0, 7 and 19 where calls are dropped, and closes at 24', () => {
    const start = '2026-11-03'
    const day = (n: number) => addBusinessDays(start, n, PRACTICE.calendar)
    const dropped = history(['2026-11-03', { type: 'planned', plan: 'email only' }], email(start))
    const expected = [`email ${day(7)}`, `email ${day(19)}`, `close ${day(24)}`]
    expect(followed(dropped)).toEqual(expected)
    expect(followed(history(email(start)), { ...PRACTICE, plan: EMAIL_ONLY })).toEqual(expected)
  })

  it('counts from Monday for an email on a Sunday', () => {
    const sunday = history(email('2026-11-22'))
    expect(dueDays('2026-11-22', sunday)[0]).toBe('second person: 2026-11-25')
    expect(followed(sunday)).toEqual([
      'email 2026-12-03',
      'call 2026-12-08',
      'call 2026-12-14',
      'email 2026-12-21',
      'close 2027-01-06',
    ])
  })

  it('makes the next a call three days after a second email on Mon 16 Nov', () => {
    const events = history(
      email('2026-11-03'),
      ['2026-11-12', { type: 'snoozed', key: 'attempt 2', until: '2026-11-16' }],
      email('2026-11-16'),
    )
    expect(dueDays('2026-11-16', events.slice(0, 2))).toContain('attempt 2: 2026-11-16')
    expect(dueDays('2026-11-16', events)).toEqual(['attempt 3: 2026-11-19'])
    expect(standingOn('2026-11-19', events).next?.channel).toBe('call')
  })

  it.each<[string, [LocalDate, Fact][], string]>([
    [
      'back Mon 23 Nov from out of office: due Wed 25 Nov',
      [email('2026-11-10'), ['2026-11-16', { type: 'away', until: '2026-11-23' }]],
      'attempt 2: 2026-11-25',
    ],
    [
      'out of office until 30 Nov: due Wed 2 Dec',
      [email('2026-11-10'), ['2026-11-16', { type: 'away', until: '2026-11-30' }]],
      'attempt 2: 2026-12-02',
    ],
    [
      'out of office without a date: five business days',
      [email('2026-11-10'), ['2026-11-16', { type: 'away' }]],
      'attempt 2: 2026-11-23',
    ],
    [
      'an introduction promised on Mon 16 Nov: Wed 25 Nov',
      [
        ['2026-11-16', { type: 'met' }],
        ['2026-11-16', { type: 'intro promised', name: 'Tom Lee' }],
      ],
      'intro promised Tom Lee 1: 2026-11-25',
    ],
    [
      'met Mon 16, thanked Tue 17: the update on Thu 10 Dec',
      [
        ['2026-11-16', { type: 'met' }],
        ['2026-11-17', { type: 'thanked' }],
      ],
      'update 2026-11-16: 2026-12-10',
    ],
    [
      'met 19 May 2026: coffee on 17 Nov 2026',
      [
        ['2026-05-19', { type: 'met' }],
        ['2026-05-20', { type: 'thanked' }],
      ],
      'coffee 2026-11-17: 2026-11-17',
    ],
    [
      'a snooze to a Sunday comes back on Monday',
      [email('2026-11-03'), ['2026-11-19', { type: 'snoozed', key: 'attempt 2', until: '2026-11-22' }]],
      'attempt 2: 2026-11-23',
    ],
    [
      'a snooze over Thanksgiving comes back on Mon 30 Nov',
      [email('2026-11-03'), ['2026-11-25', { type: 'snoozed', key: 'attempt 2', until: '2026-11-28' }]],
      'attempt 2: 2026-11-30',
    ],
  ])('%s', (_, facts, expected) => {
    const events = history(...facts)
    expect(dueDays(events.at(-1)!.on, events)).toContain(expected)
  })
})
