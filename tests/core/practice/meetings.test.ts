import { describe, expect, it } from 'vitest'
import type { Fact, LocalDate } from '../../../src/core/practice/events.ts'
import { history, standingOn } from './history.ts'

// Two meetings with one person at once (practice 2.6). Days are of November 2026; Mon 9 is the first here.

type Dated = [LocalDate, Fact]

const day = (text: string): LocalDate => `2026-11-${text}`
const on = (text: string, fact: Fact): Dated => [day(text), fact]
const booked = (text: string, of: string, more: { uid?: string } = {}): Dated =>
  on(text, { type: 'booked', meeting: { on: day(of), ...more } })

/** Set on Mon 9: Thu 12 and Wed 18. */
const BOTH = [booked('09', '12'), booked('09', '18')]

/** The state, and what is to be seen in the digest of that day; days without their month. */
const seen = (today: string, ...facts: Dated[]): string[] => {
  const { state, obligations } = standingOn(day(today), history(...facts))
  const due = obligations.filter(({ dueOn }) => dueOn <= day(today)).map(({ key }) => key)
  return [state, ...due.map((key) => key.replace('2026-11-', ''))]
}

const days = (...facts: Dated[]): string[] =>
  standingOn(day('09'), history(...facts)).booked.map((booking) => booking.on.slice(-2))

describe('two meetings with one person', () => {
  it.each<[string, string, Dated[], string[]]>([
    ['each has its line the day before', '11', BOTH, ['BOOKED', 'meeting 12']],
    ['each is asked about', '13', BOTH, ['BOOKED', 'outcome 12']],
    [
      'the first, met: its thank-you, the second still set',
      '17',
      [...BOTH, on('12', { type: 'met' })],
      ['BOOKED', 'thank 12', 'meeting 18'],
    ],
    [
      'the first, thanked by its mail: held on its day',
      '17',
      [...BOTH, on('13', { type: 'thanked' })],
      ['BOOKED', 'meeting 18'],
    ],
    [
      'both met: a thank-you for each',
      '18',
      [...BOTH, on('12', { type: 'met' }), on('18', { type: 'met' })],
      ['MET', 'thank 12', 'thank 18'],
    ],
    [
      'the second thanked for by its line: the first is still owed',
      '19',
      [
        ...BOTH,
        on('12', { type: 'met' }),
        on('18', { type: 'met' }),
        on('19', { type: 'thanked', of: day('18') }),
      ],
      ['MET', 'thank 12'],
    ],
    [
      'nobody spoke of the first: assumed held, the second still set',
      '18',
      BOTH,
      ['BOOKED', 'thank 12', 'meeting 18'],
    ],
    [
      'the first cancelled: new times, and the second stays',
      '10',
      [...BOTH, on('10', { type: 'cancelled' })],
      ['BOOKED', 'rebook 10'],
    ],
    [
      'the user wrote about the one that fell through',
      '17',
      [...BOTH, on('10', { type: 'missed', by: 'me' }), on('11', { type: 'replied' })],
      ['BOOKED', 'meeting 18'],
    ],
    [
      'both cancelled',
      '10',
      [...BOTH, on('10', { type: 'cancelled', of: day('18') }), on('10', { type: 'cancelled' })],
      ['TALKING', 'rebook 10'],
    ],
    [
      'one that is cancelled twice takes the other not along',
      '11',
      [
        ...BOTH,
        on('10', { type: 'cancelled', of: day('18') }),
        on('10', { type: 'cancelled', of: day('18') }),
        on('10', { type: 'replied' }),
      ],
      ['BOOKED', 'meeting 12'],
    ],
    [
      'the first, taken for held by its day, was not: cancelled after all',
      '18',
      [...BOTH, on('18', { type: 'cancelled', of: day('12') })],
      ['BOOKED', 'meeting 18', 'rebook 18'],
    ],
  ])('%s', (_, today, facts, expected) => {
    expect(seen(today, ...facts)).toEqual(expected)
  })

  it.each<[string, Dated[], string[]]>([
    ['another day is another meeting', [booked('09', '18'), booked('09', '12')], ['12', '18']],
    ['the same day is the same meeting', [booked('09', '12'), booked('09', '12')], ['12']],
    [
      'the same calendar entry is',
      [booked('09', '12', { uid: 'a' }), booked('09', '18', { uid: 'a' })],
      ['18'],
    ],
    [
      '"moved" moves the next one',
      [...BOTH, on('09', { type: 'moved', meeting: { on: day('20') } })],
      ['18', '20'],
    ],
    [
      '"moved" on its line moves that one',
      [...BOTH, on('09', { type: 'moved', meeting: { on: day('20') }, of: day('18') })],
      ['12', '20'],
    ],
    [
      'a line of before the move still means the one that moved',
      [
        ...BOTH,
        on('09', { type: 'moved', meeting: { on: day('20') }, of: day('18') }),
        on('09', { type: 'moved', meeting: { on: day('23') }, of: day('18') }),
      ],
      ['12', '23'],
    ],
    [
      'a day from which one moved away is that of the one set for it since',
      [
        ...BOTH,
        on('09', { type: 'moved', meeting: { on: day('11') }, of: day('18') }),
        booked('09', '18'),
        on('09', { type: 'cancelled', of: day('18') }),
      ],
      ['11', '12'],
    ],
    ['a no ends both', [...BOTH, on('09', { type: 'declined' })], []],
  ])('%s', (_, facts, expected) => {
    expect(days(...facts)).toEqual(expected)
  })

  it('keeps a goal with its meeting', () => {
    const goals = standingOn(
      day('09'),
      history(
        on('09', { type: 'goal set', text: 'how they hire' }),
        ...BOTH,
        on('09', { type: 'goal set', text: 'the budget', of: day('18') }),
      ),
    ).booked.map(({ goal }) => goal)
    expect(goals).toEqual(['how they hire', 'the budget'])
  })
})
