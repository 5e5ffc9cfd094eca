import { expect, it } from 'vitest'
import type { Event, Fact, LocalDate } from '../../src/core/practice/events.ts'
import { reachOf } from '../../src/core/practice/reach.ts'
import { page } from '../../src/letters/layout/page.ts'
import { asText } from '../../src/letters/layout/text.ts'
import { review } from '../../src/letters/review.ts'
import { reviewInput } from '../../src/letters/review-input.ts'
import { call, email, history, PRACTICE, standingOn } from '../core/practice/history.ts'

const TODAY = '2026-11-20'

const answered = (on: LocalDate): [LocalDate, Fact] => [on, { type: 'answered' }]

/** Ann's people since the beginning of October. */
const PEOPLE: { name: string; company: string; history: Event[] }[] = [
  {
    name: 'Grace Kim',
    company: 'Acme',
    history: history(email('2026-11-03'), email('2026-11-12'), call('2026-11-17')),
  },
  {
    name: 'Dev Patel',
    company: 'Halden',
    history: history(
      email('2026-10-14'),
      email('2026-10-23'),
      answered('2026-10-26'),
      ['2026-10-27', { type: 'booked', meeting: { on: '2026-11-16' } }],
      ['2026-11-16', { type: 'met' }],
      ['2026-11-17', { type: 'thanked' }],
      ['2026-11-18', { type: 'intro received', contact: 5 }],
    ),
  },
  {
    name: 'Sofia Marsh',
    company: 'Ode',
    history: history(
      ['2026-11-04', { type: 'added', source: 'alumni' }],
      email('2026-11-04'),
      answered('2026-11-16'),
    ),
  },
  {
    name: 'Ana Ruiz',
    company: 'Corvid',
    history: history(
      email('2026-10-01'),
      answered('2026-10-02'),
      ['2026-10-05', { type: 'met' }],
      ['2026-10-05', { type: 'thanked' }],
      email('2026-11-18'),
    ),
  },
  {
    name: 'Kit Moss',
    company: 'Ode',
    history: history(['2026-11-18', { type: 'added', source: 'intro', via: 2 }], email('2026-11-18'), [
      '2026-11-19',
      { type: 'booked', meeting: { on: '2026-11-23', startsAt: Date.parse('2026-11-23T09:30-05:00') } },
    ]),
  },
  {
    name: 'Mom',
    company: 'Home',
    history: history(email('2026-11-18'), ['2026-11-19', { type: 'ignored' }]),
  },
]

it('makes a review of histories (practice 3.7)', () => {
  const input = reviewInput({
    today: TODAY,
    zone: 'America/New_York',
    practice: PRACTICE,
    active: PEOPLE.map((person, i) => ({ id: i + 1, history: person.history })),
    everyone: PEOPLE.flatMap((person, i) => {
      const reach = reachOf(i + 1, person.history, PRACTICE)
      return reach ? [{ reach, company: person.company }] : []
    }),
    ahead: PEOPLE.map((person) => ({ name: person.name, standing: standingOn(TODAY, person.history) })),
    applications: [{ on: '2026-11-17', count: 2 }],
    interviews: 0,
    waiting: [],
  })
  const { tables, closing } = review(input)
  expect(asText(page({ tables, closing: closing(0) }))).toBe(`\
YOUR WEEK (13 to 19 Nov)      this week   4 weeks
  People first contacted              1         3
  Attempts (emails / calls)       1 / 1     5 / 1
  Answered                            2         3
  Meetings held                       1         1
  Thank-yous within a day        1 of 1    1 of 1
  Introductions received              1         1
  In touch again                      1         1
  Networking / applications       5 / 2     9 / 2

5 people at 4 companies.

Next week: 1 follow-up, 1 meeting (Mon 9:30 Kit Moss), no digest Thu or Fri.
Write new first emails today, send them Tuesday.
`)
})
