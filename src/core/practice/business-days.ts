import { nextBusinessDay, addBusinessDays as stepBusinessDays } from '../when/business-day.ts'
import { weekday } from './days.ts'
import type { LocalDate } from './events.ts'
import { type Country, holidays } from './holidays.ts'

/** The days that a user works on. */
export type Calendar = {
  country: Country
  /** The user's own days off. */
  daysOff: LocalDate[]
  /** Pauses: from this day, until (not including) that day. */
  pauses: { from: LocalDate; until: LocalDate }[]
}

/** Monday to Friday, less the country's holidays, the user's own days off and paused days (practice 2.1). */
export function isBusinessDay(on: LocalDate, calendar: Calendar): boolean {
  const day = weekday(on)
  if (day === 0 || day === 6) return false
  if (holidaysOf(calendar.country, on.slice(0, 4)).has(on)) return false
  return !calendar.daysOff.includes(on) && !calendar.pauses.some((p) => p.from <= on && on < p.until)
}

/** The nth business day after `on`; day 0 is `on` itself, whatever day that is. */
export const addBusinessDays = (on: LocalDate, count: number, calendar: Calendar): LocalDate =>
  stepBusinessDays(on, count, (day) => isBusinessDay(day, calendar))

/** `on` if it is a business day, else the first one after it. */
export const businessDayFrom = (on: LocalDate, calendar: Calendar): LocalDate =>
  nextBusinessDay(on, (day) => isBusinessDay(day, calendar))

/** The last business day before `on`. */
export const businessDayBefore = (on: LocalDate, calendar: Calendar): LocalDate =>
  addBusinessDays(on, -1, calendar)

const cache = new Map<string, Set<LocalDate>>()

function holidaysOf(country: Country, year: string): Set<LocalDate> {
  const key = country + year
  let days = cache.get(key)
  if (!days) cache.set(key, (days = holidays(country, Number(year))))
  return days
}
