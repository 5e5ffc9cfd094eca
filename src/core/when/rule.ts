import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../practice/events.ts'
import { MONTHS, WEEKDAYS } from './words.ts'

/** A day that words mean, and how coarse they were. */
export type Day = { on: Temporal.PlainDate; grain: 'day' | 'week' | 'month' }

/** What the words of a day are read against. */
export type Context = {
  today: Temporal.PlainDate
  /** The hour of the user's clock, 0 to 23. */
  hour: number
  /** 1: the nearest day ahead is meant; -1: the nearest behind. */
  direction: 1 | -1
  isBusinessDay: (on: LocalDate) => boolean
  /** Reads a part of a phrase: the "friday" of "2 weeks from friday". */
  read: (phrase: string) => Day | undefined
}

/** The words that a pattern caught, by name. A name that caught nothing is undefined. */
export type Words = Record<string, string | undefined>

/** A form of words and the day it means. The form matches a whole canonical phrase; undefined: not meant so. */
export type Rule = { form: RegExp; day: (words: Words, context: Context) => Day | undefined }

/**
 * A rule. In the form `{weekday}`, `{month}`, `{year}`, `{n}` (2, 1.5), `{o}` (an ordinal), `{unit}` and `{rest}`
 * (anything) stand for words and are caught by those names.
 */
export function rule(form: string, day: Rule['day']): Rule {
  return { form: new RegExp(`^(?:${form.replace(/\{([a-z]+)\}/g, (_, name) => CAUGHT[name]!)})$`), day }
}

const CAUGHT: Record<string, string> = {
  weekday: `(?<weekday>${WEEKDAYS.join('|')})`,
  month: `(?<month>${MONTHS.join('|')})`,
  year: '(?:[ny](?<year>20\\d\\d))',
  n: 'n(?<n>\\d{1,3}(?:\\.5)?)',
  o: 'o(?<o>\\d{1,2})',
  unit: '(?<unit>day|week|fortnight|month|quarter|year|bd)',
  rest: '(?<rest>.+)',
}

export function onDay(on: Temporal.PlainDate): Day {
  return { on, grain: 'day' }
}

export function inWeek(on: Temporal.PlainDate): Day {
  return { on, grain: 'week' }
}

export function inMonth(on: Temporal.PlainDate): Day {
  return { on, grain: 'month' }
}

/** A date, or undefined where there is none ("feb 30"). */
export function dateOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const date = Temporal.PlainDate.from({ year, month, day })
  return date.day === day ? date : undefined
}

export function isAfter(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0
}

/** The Monday of the week that holds a day. Weeks begin on Monday. */
export function mondayOf(on: Temporal.PlainDate): Temporal.PlainDate {
  return on.subtract({ days: on.dayOfWeek - 1 })
}

/** A date of this year, or, where that lies in the wrong direction, of the next year in the right one. */
export function nearestYear(
  read: (year: number) => Temporal.PlainDate | undefined,
  { today, direction }: Context,
): Temporal.PlainDate | undefined {
  const fits = (date: Temporal.PlainDate | undefined) =>
    date !== undefined && Temporal.PlainDate.compare(date, today) * direction >= 0
  const here = read(today.year)
  if (fits(here)) return here
  const there = read(today.year + direction)
  return fits(there) ? there : undefined
}
