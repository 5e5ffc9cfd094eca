import type { LocalDate } from '../practice/events.ts'

/** A wall clock time, minute precision. */
export type TimeOfDay = { hour: number; minute: number }

/** What a phrase is read against. */
export type Frame = {
  /** The instant at which the phrase was typed, in ms since the epoch. */
  now: number
  /** The user's zone: an IANA name that `Intl` knows (`readZone` gives one). */
  zone: string
  /** true: 12/3 is 12 March; false: December 3 (practice 4.1 rule 7). */
  dayFirst: boolean
  /** Whether a day counts for "3bd" and "next business day" (practice 2.1). Must be true again and again. */
  isBusinessDay: (on: LocalDate) => boolean
}

/** A time that was understood. */
export type When = {
  on: LocalDate
  /** The wall clock time, where the words gave one ("friday 3pm", "2 hours"). */
  time?: TimeOfDay
  /** The exact instant in ms since the epoch; there exactly when `time` is. */
  at?: number
  /** How long it lasts in minutes, where a range gave it ("9-10am"). */
  minutes?: number
  /** How coarse the words were: "next week" is its Monday and 'week', "in march" is the 1st and 'month'. */
  precision: 'minute' | 'day' | 'week' | 'month'
}

/** Which way a phrase points: "met friday" back, "snooze to friday" and "meeting friday" forward. */
export type Kind = 'future' | 'past' | 'meeting'

/** The longest phrase that is read, in characters. A longer one is not a time. */
export const MAX_PHRASE = 100
