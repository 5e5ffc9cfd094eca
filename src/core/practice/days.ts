import type { LocalDate } from './events.ts'

const DAY = 86_400_000
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

// A local date has no zone, so days are counted in UTC, where each has 24 hours.

/** The day `count` calendar days after `on` (before it where negative). */
export const addDays = (on: LocalDate, count: number): LocalDate => textOf(numberOf(on) + count)

/** Calendar days from `from` to `to`. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => numberOf(to) - numberOf(from)

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (on: LocalDate): number => (((numberOf(on) + THURSDAY) % 7) + 7) % 7

/** 1 January 1970 was one. */
const THURSDAY = 4

/** The Monday of the day's week. */
export const mondayOf = (on: LocalDate): LocalDate => addDays(on, -((weekday(on) + 6) % 7))

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

// A fold steps over hundreds of days, most of them the same ones: remembered, a step costs a thirtieth.
const numbers = new Map<LocalDate, number>()
const texts = new Map<number, LocalDate>()

/** Days since 1 January 1970. */
function numberOf(on: LocalDate): number {
  const known = numbers.get(on)
  if (known !== undefined) return known
  const number = Date.parse(on) / DAY
  remember(numbers, on, number)
  return number
}

function textOf(number: number): LocalDate {
  const known = texts.get(number)
  if (known !== undefined) return known
  const text = new Date(number * DAY).toISOString().slice(0, 10)
  remember(texts, number, text)
  return text
}

/** Forty years of days fit. */
const MAX_DAYS = 15_000

function remember<K, V>(days: Map<K, V>, key: K, value: V): void {
  if (days.size >= MAX_DAYS) days.clear()
  days.set(key, value)
}
