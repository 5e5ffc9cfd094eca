import type { LocalDate } from './events.ts'

const DAY = 86_400_000
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

// A local date has no zone, so days are counted in UTC, where each has 24 hours.

/** The day `count` calendar days after `on` (before it where negative). */
export const addDays = (on: LocalDate, count: number): LocalDate =>
  new Date(Date.parse(on) + count * DAY).toISOString().slice(0, 10)

/** Calendar days from `from` to `to`. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (on: LocalDate): number => new Date(on).getUTCDay()

/** "Fri 6 Nov": how every letter names a day (practice 3.5). The year is added where it is not `today`'s and over half a year away. */
export function formatDay(on: LocalDate, today?: LocalDate): string {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number]
  const text = `${WEEKDAYS[weekday(on)]} ${day} ${MONTHS[month - 1]}`
  const isFar = today && !today.startsWith(`${year}-`) && Math.abs(daysBetween(today, on)) > 182
  return isFar ? `${text} ${year}` : text
}

/** "6 Nov" */
export const shortDay = (on: LocalDate): string => formatDay(on).slice(4)

/** "today", "tomorrow", "yesterday" or the day's name and date. */
export function relativeDay(on: LocalDate, today: LocalDate): string {
  const distance = daysBetween(today, on)
  if (distance === 0) return 'today'
  if (distance === 1) return 'tomorrow'
  if (distance === -1) return 'yesterday'
  return formatDay(on, today)
}
