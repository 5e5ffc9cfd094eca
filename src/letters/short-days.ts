import { formatDay, shortDay } from '../core/practice/days.ts'
import type { LocalDate } from '../core/practice/events.ts'

/** "Thu" */
export const dayName = (on: LocalDate): string => formatDay(on).slice(0, 3)

/** "16 to 20 Nov", "30 Nov to 4 Dec" */
export function dayRange(from: LocalDate, to: LocalDate): string {
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7)
  return `${isOneMonth ? shortDay(from).split(' ')[0] : shortDay(from)} to ${shortDay(to)}`
}
