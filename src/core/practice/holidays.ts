import { addDays, weekday } from './days.ts'
import type { LocalDate } from './events.ts'

export const COUNTRIES = ['US', 'CA', 'GB', 'IE', 'DE', 'FR', 'NL', 'AU', 'IN'] as const
export type Country = (typeof COUNTRIES)[number]

/**
 * The days on which offices of a country mostly do not work (practice 2.1): its public holidays, and the
 * days from 24 December to 1 January, which are given to nobody's follow-up.
 */
export function holidays(country: Country, year: number): Set<LocalDate> {
  const days = new Set(RULES[country].flatMap((rule) => rule(year)))
  if (country !== 'IN') for (const on of yearEnd(year)) days.add(on)
  return days
}

type Rule = (year: number) => LocalDate[]

const date = (year: number, month: number, day: number): LocalDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** The same date each year; kept where it falls, also on a weekend. */
const fixed =
  (month: number, day: number): Rule =>
  (year) => [date(year, month, day)]

/** A fixed date that moves off a weekend: to the nearest weekday, or always to the Monday after. */
const observed =
  (month: number, day: number, how: 'nearest' | 'monday'): Rule =>
  (year) => {
    const on = date(year, month, day)
    const shift = { 0: 1, 6: how === 'nearest' ? -1 : 2 }[weekday(on)] ?? 0
    return [on, addDays(on, shift)]
  }

/** The nth (1 to 4) or last (-1) given weekday of a month, moved by some days. */
const nth =
  (n: number, day: number, month: number, shift = 0): Rule =>
  (year) => {
    if (n < 0) {
      const end = addDays(date(year + (month === 12 ? 1 : 0), (month % 12) + 1, 1), -1)
      return [addDays(end, -((weekday(end) - day + 7) % 7) + shift)]
    }
    const first = date(year, month, 1)
    return [addDays(first, ((day - weekday(first) + 7) % 7) + 7 * (n - 1) + shift)]
  }

/** Days counted from Easter Sunday. */
const easter =
  (shift: number): Rule =>
  (year) => [addDays(easterSunday(year), shift)]

/** The Monday on or before a date (Victoria Day: the one before 25 May). */
const mondayUpTo =
  (month: number, day: number): Rule =>
  (year) => {
    const on = date(year, month, day)
    return [addDays(on, -((weekday(on) + 6) % 7))]
  }

const SUN = 0
const MON = 1
const THU = 4

const GOOD_FRIDAY = easter(-2)
const EASTER_MONDAY = easter(1)
const ASCENSION = easter(39)
const WHIT_MONDAY = easter(50)

const RULES: Record<Country, Rule[]> = {
  US: [
    fixed(1, 1),
    nth(3, MON, 1), // Martin Luther King Jr. Day
    nth(-1, MON, 5), // Memorial Day
    observed(6, 19, 'nearest'), // Juneteenth
    observed(7, 4, 'nearest'),
    nth(1, MON, 9), // Labor Day
    nth(4, THU, 11), // Thanksgiving
    nth(4, THU, 11, 1), // and the day after
  ],
  CA: [
    fixed(1, 1),
    GOOD_FRIDAY,
    mondayUpTo(5, 24), // Victoria Day
    observed(7, 1, 'monday'),
    nth(1, MON, 8),
    nth(1, MON, 9),
    observed(9, 30, 'monday'), // Truth and Reconciliation
    nth(2, MON, 10), // Thanksgiving
    observed(11, 11, 'monday'),
  ],
  GB: [
    observed(1, 1, 'monday'),
    GOOD_FRIDAY,
    EASTER_MONDAY,
    nth(1, MON, 5),
    nth(-1, MON, 5),
    nth(-1, MON, 8),
  ],
  IE: [
    fixed(1, 1),
    nth(1, MON, 2), // St Brigid
    observed(3, 17, 'monday'),
    EASTER_MONDAY,
    GOOD_FRIDAY,
    nth(1, MON, 5),
    nth(1, MON, 6),
    nth(1, MON, 8),
    nth(-1, MON, 10),
  ],
  DE: [fixed(1, 1), GOOD_FRIDAY, EASTER_MONDAY, fixed(5, 1), ASCENSION, WHIT_MONDAY, fixed(10, 3)],
  FR: [
    fixed(1, 1),
    EASTER_MONDAY,
    fixed(5, 1),
    fixed(5, 8),
    ASCENSION,
    WHIT_MONDAY,
    fixed(7, 14),
    fixed(8, 15),
    fixed(11, 1),
    fixed(11, 11),
  ],
  NL: [fixed(1, 1), GOOD_FRIDAY, EASTER_MONDAY, kingsDay, ASCENSION, WHIT_MONDAY],
  AU: [
    observed(1, 1, 'monday'),
    observed(1, 26, 'monday'),
    GOOD_FRIDAY,
    EASTER_MONDAY,
    fixed(4, 25),
    nth(2, MON, 6), // King's Birthday
  ],
  // India's movable days follow calendars of sight; only the national days are the same for all offices.
  IN: [fixed(1, 26), fixed(8, 15), fixed(10, 2), fixed(12, 25)],
}

/** 27 April, or the Saturday before where that is a Sunday. */
function kingsDay(year: number): LocalDate[] {
  const on = date(year, 4, 27)
  return [weekday(on) === SUN ? addDays(on, -1) : on]
}

function yearEnd(year: number): LocalDate[] {
  return [1, ...Array.from({ length: 8 }, (_, i) => 24 + i)].map((day) => date(year, day === 1 ? 1 : 12, day))
}

/** Gregorian Easter by the anonymous (Meeus/Jones/Butcher) algorithm. */
function easterSunday(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return date(year, Math.floor(f / 31), (f % 31) + 1)
}
