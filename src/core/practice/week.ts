import { addDays } from './days.ts'
import type { Deeds } from './deeds.ts'
import type { LocalDate } from './events.ts'

/** Days from the first one until (not including) the last. */
export type Span = { from: LocalDate; until: LocalDate }

/** What was done in a span of days (practice 3.7). */
export type Tally = {
  firstContacts: number
  emails: number
  calls: number
  messages: number
  answers: number
  meetings: number
  /** Meetings of the span that were thanked for or had a day to be; and those that were, by the day after. */
  thanksOwed: number
  thanksWithinDay: number
  introductions: number
  touches: number
  jobs: number
  /** Attempts, meetings, thank-yous and words to people met before: actions, since time is not measured. */
  networking: number
  applications: number
}

/** Applications that the user logged. */
export type Application = { on: LocalDate; count: number }

export type WeekFigures = {
  week: Span
  thisWeek: Tally
  fourWeeks: Tally
  /** Under 60 % networking two weeks running, by the 20/80 rule (practice 1, row 15). */
  isMostlyApplications: boolean
}

/**
 * The figures of the review of `today`. A week is the seven days up to yesterday, so that what follows a review on
 * its own day is in the next one: nothing is lost and nothing counted twice.
 */
export function weekFigures(everyone: Deeds[], applications: Application[], today: LocalDate): WeekFigures {
  const weeksAgo = (count: number): LocalDate => addDays(today, -7 * count)
  const tallyOf = (from: number, until: number): Tally =>
    tally(everyone, applications, { from: weeksAgo(from), until: weeksAgo(until) }, today)
  const thisWeek = tallyOf(1, 0)
  return {
    week: { from: weeksAgo(1), until: today },
    thisWeek,
    fourWeeks: tallyOf(4, 0),
    isMostlyApplications: isMostlyApplied(thisWeek) && isMostlyApplied(tallyOf(2, 1)),
  }
}

/** The earliest day that `weekFigures` speaks of: events that were recorded before it change none of its figures. */
export const figuresFrom = (today: LocalDate): LocalDate => addDays(today, -28)

/** Counts the deeds of a span, as seen on `today`. */
export function tally(
  everyone: Deeds[],
  applications: Application[],
  { from, until }: Span,
  today: LocalDate,
): Tally {
  const isIn = (on: LocalDate): boolean => from <= on && on < until
  const count = (days: (deeds: Deeds) => LocalDate[]): number => everyone.flatMap(days).filter(isIn).length
  const by = (...channels: string[]): number =>
    count(({ attempts }) => attempts.filter((a) => channels.includes(a.channel)).map(({ on }) => on))
  const meetings = everyone.flatMap((deeds) => deeds.meetings).filter(({ on }) => isIn(on))
  const owed = meetings.filter(({ on, thankedOn }) => thankedOn || addDays(on, 1) < today)
  const [emails, calls, messages] = [by('email', 'letter'), by('call'), by('message')]
  const touches = count((deeds) => deeds.touches)
  return {
    firstContacts: count((deeds) => firstContactOf(deeds)),
    emails,
    calls,
    messages,
    answers: count(({ answer }) => (answer ? [answer.on] : [])),
    meetings: meetings.length,
    thanksOwed: owed.length,
    thanksWithinDay: owed.filter(({ on, thankedOn }) => thankedOn && thankedOn <= addDays(on, 1)).length,
    introductions: introduced(everyone, isIn),
    touches,
    jobs: count((deeds) => deeds.jobs),
    networking: emails + calls + messages + meetings.length + count(({ thanks }) => thanks) + touches,
    applications: applications.filter(({ on }) => isIn(on)).reduce((sum, one) => sum + one.count, 0),
  }
}

/** The day of the first attempt at somebody who did not write first. */
function firstContactOf({ attempts, wroteFirst }: Deeds): LocalDate[] {
  const first = attempts.map(({ on }) => on).sort()[0]
  return first && !wroteFirst ? [first] : []
}

/** People, not records: an introduction may be in the history of both. */
function introduced(everyone: Deeds[], isIn: (on: LocalDate) => boolean): number {
  const days = new Map<number, LocalDate>()
  for (const { on, person } of everyone.flatMap(({ introductions }) => introductions))
    if (on < (days.get(person) ?? '9')) days.set(person, on)
  return [...days.values()].filter(isIn).length
}

const ENOUGH_NETWORKING = 0.6

const isMostlyApplied = ({ networking, applications }: Tally): boolean =>
  networking + applications > 0 && networking / (networking + applications) < ENOUGH_NETWORKING
