import type { Event, Fact, LocalDate } from '../../../src/core/practice/events.ts'
import { COLD } from '../../../src/core/practice/plan.ts'
import { type Standing, standingOf } from '../../../src/core/practice/standing.ts'
import type { Practice } from '../../../src/core/practice/timers.ts'

/** A searching user in the United States with the default plan. */
export const PRACTICE: Practice = {
  calendar: { country: 'US', daysOff: [], pauses: [] },
  plan: COLD,
  search: 'searching',
}

/** A history from (day, fact) pairs; each has its own cause: "1", "2" ... */
export const history = (...facts: [LocalDate, Fact][]): Event[] =>
  facts.map(([on, fact], i) => ({
    ...fact,
    seq: i + 1,
    on,
    at: Date.parse(`${on}T15:00:00Z`),
    cause: `${i + 1}`,
  }))

export const email = (on: LocalDate): [LocalDate, Fact] => [on, { type: 'attempted', channel: 'email' }]
export const call = (on: LocalDate): [LocalDate, Fact] => [on, { type: 'attempted', channel: 'call' }]

export const standingOn = (today: LocalDate, events: Event[], practice = PRACTICE): Standing =>
  standingOf(events, practice, today)!

/** The days on which something is due, as "attempt 2: 2026-11-12". */
export const dueDays = (today: LocalDate, events: Event[], practice = PRACTICE): string[] =>
  standingOn(today, events, practice).obligations.map(({ key, dueOn }) => `${key}: ${dueOn}`)
