import { type Component, firstValue, type LocalTime, localTime, timeOf, utc } from './calendar-lines.ts'

/**
 * The instant at which a VTIMEZONE (RFC 5545 section 3.6.5) shows a wall clock time, in ms since the epoch. A time
 * that comes twice is the first; one that is skipped is told by the clock of before (section 3.3.5). Undefined where
 * any part of the definition is not understood: a zone is read whole or not at all.
 */
export function instantIn(zone: Component, local: LocalTime): number | undefined {
  const year = new Date(local).getUTCFullYear()
  const changes: Change[] = []
  if (zone.parts.length > MAX_OBSERVANCES) return undefined
  for (const observance of zone.parts) {
    const found = changesOf(observance, year)
    if (!found) return undefined
    changes.push(...found)
  }
  if (changes.length === 0) return undefined
  changes.sort((a, b) => a.at - b.at)
  const offsetAt = (instant: number) => changes.findLast(({ at }) => at <= instant)?.to ?? changes[0]!.from
  const instants = [...new Set(changes.flatMap(({ from, to }) => [from, to]))]
    .map((offset) => ({ offset, at: local - offset }))
    .filter(({ offset, at }) => offsetAt(at) === offset)
    .map(({ at }) => at)
  if (instants.length > 0) return Math.min(...instants)
  // Skipped: the change that skips it lies less than a day away.
  const gap = changes.find(({ at, from, to }) => local - from >= at && local - to < at)
  return gap && local - gap.from
}

/** The whole history of a zone has some 200. */
const MAX_OBSERVANCES = 500

/** From the instant `at` on the offset is `to`, all in ms. */
type Change = { at: number; from: number; to: number }

/** The changes of a STANDARD or DAYLIGHT part from the first one on to the end of a year, of the last years at least. */
function changesOf(observance: Component, year: number): Change[] | undefined {
  const start = timeOf(observance, 'DTSTART')
  const from = readOffset(firstValue(observance, 'TZOFFSETFROM'))
  const to = readOffset(firstValue(observance, 'TZOFFSETTO'))
  if (!start || start === 'unreadable' || from === undefined || to === undefined) return undefined
  const others = datesOf(observance)
  const rules = observance.properties.filter(({ name }) => name === 'RRULE')
  const rule = rules[0] && readRule(rules[0].line)
  if (!others || rules.length > 1 || (rules[0] && !rule)) return undefined
  // Outlook's DTSTART, New Year's Day of 1601, is no change itself where a rule follows.
  const onsets = rule ? onsetsOf(rule, start.local, year) : [start.local]
  return [...onsets, ...others]
    .map((local) => ({ at: local - from, from, to }))
    .filter(({ at }) => rule?.until === undefined || at <= rule.until)
}

/** "-0500", "+053000" in ms. */
function readOffset(text: string | undefined): number | undefined {
  const match = /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(text ?? '')
  if (!match || +match[2]! > 15 || +match[3]! > 59) return undefined
  const seconds = +match[2]! * 3600 + +match[3]! * 60 + +(match[4] ?? 0)
  return match[1] === '-' ? -seconds * 1000 : seconds * 1000
}

/** RDATE, several in a line allowed. */
function datesOf({ properties }: Component): LocalTime[] | undefined {
  const dates: LocalTime[] = []
  for (const { name, line } of properties) {
    if (name !== 'RDATE') continue
    for (const text of line.slice(line.indexOf(':') + 1).split(',')) {
      const match = /^(\d{8})T(\d{6})$/.exec(text.trim())
      const local = match && localTime(match[1]!, match[2]!)
      if (local == null) return undefined
      dates.push(local)
    }
  }
  return dates
}

/** One day in each year: the nth weekday of a month, or the first such weekday among some days of it. */
type YearlyRule = {
  month: number
  weekday: number | undefined
  nth: number | undefined
  days: number[]
  /** Of the day, in ms, where the rule and not DTSTART gives it. */
  time: number | undefined
  until: number | undefined
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const KNOWN = /^(?:FREQ|INTERVAL|BYMONTH|BYDAY|BYMONTHDAY|BYHOUR|BYMINUTE|BYSECOND|WKST|UNTIL)$/

function readRule(line: string): YearlyRule | undefined {
  const parts = new Map(
    line
      .slice(line.indexOf(':') + 1)
      .toUpperCase()
      .split(';')
      .filter(Boolean)
      .map((part) => part.trim().split('=', 2) as [string, string]),
  )
  if ([...parts.keys()].some((key) => !KNOWN.test(key)) || parts.get('FREQ') !== 'YEARLY') return undefined
  if ((parts.get('INTERVAL') ?? '1') !== '1') return undefined
  const month = Number(parts.get('BYMONTH'))
  const [, nth, weekday] = /^([+-]?[1-5])?([A-Z]{2})$/.exec(parts.get('BYDAY') ?? '') ?? []
  const days = (parts.get('BYMONTHDAY') ?? '').split(',').filter(Boolean).map(Number)
  if (!(month >= 1 && month <= 12) || (parts.has('BYDAY') && !WEEKDAYS.includes(weekday ?? '')))
    return undefined
  if (days.some((day) => !(Number.isInteger(day) && day >= 1 && day <= 31))) return undefined
  const isDay = weekday ? (nth !== undefined) !== days.length > 0 : days.length === 1
  const until = readUntil(parts.get('UNTIL'))
  const time = readTimeOfDay(parts)
  if (!isDay || until === 'unreadable' || time === 'unreadable') return undefined
  return {
    month,
    weekday: weekday === undefined ? undefined : WEEKDAYS.indexOf(weekday),
    nth: nth === undefined ? undefined : Number(nth),
    days,
    time,
    until,
  }
}

function readUntil(text: string | undefined): number | undefined | 'unreadable' {
  if (text === undefined) return undefined
  const [, date, time] = /^(\d{8})(?:T(\d{6})Z?)?$/.exec(text) ?? []
  return date === undefined ? 'unreadable' : (localTime(date, time ?? '235959') ?? 'unreadable')
}

/** Notes writes BYHOUR and BYMINUTE. */
function readTimeOfDay(parts: Map<string, string>): number | undefined | 'unreadable' {
  if (!['BYHOUR', 'BYMINUTE', 'BYSECOND'].some((key) => parts.has(key))) return undefined
  const [hour, minute, second] = ['BYHOUR', 'BYMINUTE', 'BYSECOND'].map((key) => Number(parts.get(key) ?? 0))
  const isTime = [hour! <= 23, minute! <= 59, second! <= 59].every(Boolean)
  return isTime && parts.has('BYHOUR') ? ((hour! * 60 + minute!) * 60 + second!) * 1000 : 'unreadable'
}

/** Those of this year and the two before it and the one after: no other can be the last before a day of this year. */
function onsetsOf(rule: YearlyRule, start: LocalTime, year: number): LocalTime[] {
  const time = rule.time ?? ((start % DAY) + DAY) % DAY
  const first = new Date(start).getUTCFullYear()
  // The rule's end may lie long before this year: then its last change is what counts.
  const last = rule.until === undefined ? year : Math.min(year, new Date(rule.until).getUTCFullYear())
  return [last - 2, last - 1, last, last + 1]
    .filter((one) => one >= first)
    .map((one) => dayIn(rule, one))
    .filter((day) => day !== undefined)
    .map((day) => day + time)
    .filter((onset) => onset >= start)
}

function dayIn({ month, weekday, nth, days }: YearlyRule, year: number): number | undefined {
  const length = new Date(utc(year, month + 1, 0)).getUTCDate()
  const all = Array.from({ length }, (_, i) => i + 1)
    .filter((day) => days.length === 0 || days.includes(day))
    .map((day) => utc(year, month, day))
    .filter((day) => weekday === undefined || new Date(day).getUTCDay() === weekday)
  return nth === undefined || nth > 0 ? all[(nth ?? 1) - 1] : all.at(nth)
}

const DAY = 86_400_000
