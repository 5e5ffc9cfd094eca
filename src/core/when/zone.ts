import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../practice/events.ts'
import type { TimeOfDay } from './frame.ts'
import { CITIES } from './zone-names.ts'

/** The day that an instant (ms since the epoch) falls on in a zone. */
export function localDate(instant: number, zone: string): LocalDate {
  let format = formats.get(zone)
  // Asked several times for each mail and digest: Intl is ten times as quick as Temporal here.
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...ISO_DATE })))
  return format.format(instant)
}

const ISO_DATE = { year: 'numeric', month: '2-digit', day: '2-digit' } as const

const formats = new Map<string, Intl.DateTimeFormat>()

/** The wall clock of an instant (ms since the epoch) in a zone, seconds dropped. */
export function localTime(instant: number, zone: string): TimeOfDay {
  const { hour, minute } = local(instant, zone)
  return { hour, minute }
}

/**
 * The instant, in ms since the epoch, at which the clock of a zone shows a time. A time that the clock skips in
 * spring moves forward by the gap; one that comes twice in autumn is the first (Temporal's "compatible").
 */
export function instantOf(on: LocalDate, time: TimeOfDay, zone: string): number {
  return Temporal.PlainDate.from(on).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(time),
  }).epochMilliseconds
}

/**
 * The zone that people mean by "chicago", "New York", "america/chicago", "EST", "pacific time", "london" or
 * "utc+2"; undefined where it is none. An abbreviation means the place, summer and winter: "EST" is
 * America/New_York. "IST" is India, "CST" is Chicago, "BST" is London.
 */
export function readZone(text: string): string | undefined {
  if (text.length > 60) return undefined
  const name = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9/+:-]+/g, ' ')
    .replace(/ (?:standard |daylight )?time(?: zone)?$| (?:please|pls)$/g, '')
    .trim()
  return fixedOffset(name) ?? CITIES.get(name.replaceAll('-', ' ')) ?? zones().get(name.replaceAll(' ', '_'))
}

/**
 * A plausible zone for the offset of a Date header, to be asked for in the welcome letter: the US first for -10
 * to -4, London, Berlin, India; by the season of `at`. An offset that no named zone has becomes "+hh:mm". Zero is
 * London's all year: many programs write UTC wherever they are.
 *
 * @param utcOffsetMinutes minutes east of UTC: -300 for "-0500"
 * @param at the instant of the mail, in ms since the epoch
 */
export function guessZone(utcOffsetMinutes: number, at: number): string {
  if (utcOffsetMinutes === 0) return 'Europe/London'
  const fits = GUESSES.find((zone) => local(at, zone).offsetNanoseconds / 60e9 === utcOffsetMinutes)
  return fits ?? offsetZone(utcOffsetMinutes) ?? 'UTC'
}

const GUESSES = [
  ...'America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix'.split(' '),
  ...'America/Anchorage Pacific/Honolulu America/Halifax America/Puerto_Rico America/St_Johns'.split(' '),
  ...'America/Sao_Paulo Europe/London Europe/Berlin Europe/Athens Africa/Johannesburg'.split(' '),
  ...'Europe/Istanbul Asia/Tehran Asia/Dubai Asia/Kabul Asia/Karachi Asia/Kolkata Asia/Kathmandu'.split(' '),
  ...'Asia/Dhaka Asia/Yangon Asia/Bangkok Asia/Singapore Asia/Tokyo Australia/Adelaide'.split(' '),
  ...'Australia/Sydney Australia/Brisbane Australia/Darwin Pacific/Auckland Pacific/Tongatapu'.split(' '),
  ...'Atlantic/Azores Atlantic/Cape_Verde Pacific/Pago_Pago Pacific/Noumea UTC'.split(' '),
]

function local(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
}

/** "utc+2", "gmt -3:30", "+0530". */
function fixedOffset(name: string): string | undefined {
  if (/^(?:utc|gmt|z)$/.test(name)) return 'UTC'
  const match = /^(?:utc|gmt)? ?([+-])(\d{1,2})(?::?([0-5]\d))?$/.exec(name)
  if (!match) return undefined
  return offsetZone((match[1] === '-' ? -1 : 1) * (+match[2]! * 60 + +(match[3] ?? 0)))
}

/** Whole hours have a name whose sign is turned around (Etc/GMT-2 is east); others are written as an offset. */
function offsetZone(minutes: number): string | undefined {
  if (minutes === 0) return 'UTC'
  if (minutes < -12 * 60 || minutes > 14 * 60) return undefined
  const sign = minutes < 0 ? '-' : '+'
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  if (rest === 0) return `Etc/GMT${minutes < 0 ? '+' : '-'}${hours}`
  return `${sign}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

let known: Map<string, string> | undefined

/** Every zone by its full name and by its city, in lower case. Made when first asked for. */
function zones(): Map<string, string> {
  if (known) return known
  known = new Map()
  const names = Intl.supportedValuesOf('timeZone')
  for (const zone of names) known.set(zone.toLowerCase().split('/').at(-1)!, zone)
  for (const zone of [...names, ...CITIES.values()]) known.set(zone.toLowerCase(), zone)
  return known
}
