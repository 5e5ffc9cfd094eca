import { deedsOf } from '../core/practice/deeds.ts'
import type { Event, LocalDate } from '../core/practice/events.ts'
import { type FocusWeek, focusFigures } from '../core/practice/focus-week.ts'
import { outlook } from '../core/practice/outlook.ts'
import { rates } from '../core/practice/rates.ts'
import type { Reach } from '../core/practice/reach.ts'
import type { Standing } from '../core/practice/standing.ts'
import type { Practice } from '../core/practice/timers.ts'
import { type Application, weekFigures } from '../core/practice/week.ts'
import type { ReviewInput } from './review.ts'

/** What a user's review needs to know. */
export type ReviewFacts = {
  today: LocalDate
  zone: string
  practice: Practice
  /** Whole histories of the contacts to whom anything was recorded since the day `figuresFrom(today)`. */
  active: { id: number; history: Event[] }[]
  /** Every contact of the user that has a reach. */
  everyone: { reach: Reach; company?: string }[]
  /** Contacts that are due until the end of next week, or of the focus week where that is later. */
  ahead: { name: string; standing: Standing }[]
  /** Of the whole search, as logged. */
  applications: Application[]
  interviews: number
  waiting: string[]
  focus?: FocusWeek & { notAnswered?: number }
  isFirstOfMonth?: boolean
  isQuiet?: boolean
}

/** Makes of what was read the figures that a review speaks of. */
export function reviewInput({
  today,
  zone,
  practice,
  active,
  everyone,
  ahead,
  ...facts
}: ReviewFacts): ReviewInput {
  const deeds = active.flatMap(({ id, history }) => deedsOf(id, history, practice)?.deeds ?? [])
  const written = everyone.filter(({ reach }) => reach.firstOn !== undefined)
  const companies = written.flatMap(({ company }) => company ?? [])
  const { calendar } = practice
  const focus = facts.focus && focusFigures(facts.focus, meetingsOf(ahead))
  return {
    today,
    zone,
    figures: weekFigures(deeds, facts.applications, today),
    rates: rates(
      everyone.map(({ reach }) => reach),
      today,
      calendar,
    ),
    outlook: outlook(ahead, today, calendar),
    sources: new Set(everyone.flatMap(({ reach }) => reach.source ?? [])),
    people: { count: written.length, companies: new Set(companies).size },
    applications: {
      count: facts.applications.reduce((sum, { count }) => sum + count, 0),
      interviews: facts.interviews,
    },
    waiting: facts.waiting,
    ...(focus &&
      focus.friday > today && { focus: { figures: focus, notAnswered: facts.focus?.notAnswered } }),
    ...(facts.isFirstOfMonth && { isFirstOfMonth: true }),
    ...(facts.isQuiet && { isQuiet: true }),
  }
}

/** Meetings that are booked. */
const meetingsOf = (ahead: ReviewFacts['ahead']) => ahead.flatMap(({ standing }) => standing.booked)
