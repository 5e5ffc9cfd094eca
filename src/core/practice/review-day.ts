import { type Calendar, isBusinessDay } from './business-days.ts'
import { addDays, weekday } from './days.ts'
import type { LocalDate } from './events.ts'

const FRIDAY = 5

/** The review comes on Friday, or on the last business day of a week whose Friday is none (practice 3.1). */
export function isReviewDay(today: LocalDate, calendar: Calendar): boolean {
  if (!isBusinessDay(today, calendar)) return false
  for (let day = today; weekday(day) < FRIDAY; ) {
    day = addDays(day, 1)
    if (isBusinessDay(day, calendar)) return false
  }
  return true
}
