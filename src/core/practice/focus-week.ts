import { addDays, mondayOf } from './days.ts'
import type { LocalDate, Meeting } from './events.ts'

/** One week chosen for all the meetings (practice 1, row 14). */
export type FocusWeek = {
  /** A day of that week. */
  from: LocalDate
  place?: string | null
  /** Meetings a day that are aimed at. */
  perDay?: number | null
  /** People were named for it ("3 for dc"), and each knows so; else everybody of the search is meant. */
  hasMembers?: boolean
}

export type FocusFigures = {
  monday: LocalDate
  friday: LocalDate
  place?: string
  booked: number
  aim: number
  /** Monday to Friday. */
  perDay: number[]
  /** Days with over four meetings, and days with under an hour between two. */
  crowded: LocalDate[]
  tight: LocalDate[]
}

/** Three to four a day (practice 1, row 14). */
const AIM = 3
const MAX_A_DAY = 4
const HOUR = 3_600_000
/** A meeting whose length nobody said. */
const MINUTES = 30

/** How full the week is, by the meetings that are booked. */
export function focusFigures({ from, place, perDay }: FocusWeek, meetings: Meeting[]): FocusFigures {
  const monday = mondayOf(from)
  const days = [0, 1, 2, 3, 4].map((count) => addDays(monday, count))
  const byDay = days.map((day) => meetings.filter(({ on }) => on === day))
  const booked = byDay.flat().length
  return {
    monday,
    friday: days[4]!,
    ...(place && { place }),
    booked,
    aim: (perDay ?? AIM) * days.length,
    perDay: byDay.map(({ length }) => length),
    crowded: days.filter((_, i) => byDay[i]!.length > MAX_A_DAY),
    tight: days.filter((_, i) => isTight(byDay[i]!)),
  }
}

/** Less than an hour from the end of one to the start of the next. */
function isTight(meetings: Meeting[]): boolean {
  const timed = meetings.flatMap(({ startsAt, minutes = MINUTES }) =>
    startsAt === undefined ? [] : [{ startsAt, endsAt: startsAt + minutes * 60_000 }],
  )
  timed.sort((a, b) => a.startsAt - b.startsAt)
  return timed.some(({ startsAt }, i) => i > 0 && startsAt - timed[i - 1]!.endsAt < HOUR)
}
