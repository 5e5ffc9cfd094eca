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

/** Whether no earlier day of this month was one of a review. `today` is one. */
export function isFirstReview(today: LocalDate, calendar: Calendar): boolean {
  for (let day = addDays(today, -1); day.slice(0, 7) === today.slice(0, 7); day = addDays(day, -1))
    if (isReviewDay(day, calendar)) return false
  return true
}

const TUESDAY = 2

/** With a job found, letters come on the first business Tuesday of a month (practice 2.7). */
export function isMonthlyDay(today: LocalDate, calendar: Calendar): boolean {
  if (weekday(today) !== TUESDAY || !isBusinessDay(today, calendar)) return false
  for (let day = addDays(today, -7); day.slice(0, 7) === today.slice(0, 7); day = addDays(day, -7))
    if (isBusinessDay(day, calendar)) return false
  return true
}
