/**
 * A Date header (RFC 5322 section 3.3, with the obsolete forms of section 4.3) as an instant in ms since the
 * epoch and the sender's offset from UTC in minutes. The offset is undefined where the header does not tell it:
 * "-0000", one-letter and unknown zones. Undefined where there is no such date, or the header is something else.
 */
export const mailDate = (value: string): { at: number; offset: number | undefined } | undefined => {
  const match = DATE.exec(withoutComments(value.slice(0, MAX_LENGTH)))
  if (match === null) return undefined
  const [, day, month, year, hour, minute, second = '0', zone] = match
  const offset = zoneOffset(zone!.toUpperCase())
  if (offset === undefined) return undefined
  const local = {
    year: fullYear(year!),
    month: MONTHS.indexOf(month!.toLowerCase()),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    // A leap second is the first second of the next minute.
    second: Number(second),
  }
  if (!exists(local)) return undefined
  const { hour: h, minute: m, second: s } = local
  const at = Date.UTC(local.year, local.month, local.day, h, m, s) - (offset.minutes ?? 0) * 60_000
  return { at, offset: offset.minutes }
}

const MAX_LENGTH = 200
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const DATE = new RegExp(
  String.raw`^\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)\s*,?\s*)?` +
    String.raw`(\d{1,2})\s+(${MONTHS.join('|')})\s+(\d{2,4})\s+` +
    String.raw`(\d{1,2})\s*:\s*(\d{2})(?:\s*:\s*(\d{2}))?\s+([+-]\d{4}|[a-z]{1,5})\s*$`,
  'i',
)

/** Zone names that RFC 5322 section 4.3 gives an offset, in minutes. */
const ZONES = new Map([
  ['UT', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['EST', -300],
  ['EDT', -240],
  ['CST', -360],
  ['CDT', -300],
  ['MST', -420],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
])

/** Comments may be nested; nothing in a date needs the parentheses otherwise. */
const withoutComments = (value: string): string => {
  let depth = 0
  let kept = ''
  for (const char of value) {
    if (char === '(') depth++
    else if (char === ')' && depth > 0) depth--
    else if (depth === 0) kept += char
  }
  return kept
}

/** Undefined for an offset that no zone has; `minutes` is undefined where none is told (then the time is UTC's). */
const zoneOffset = (zone: string): { minutes: number | undefined } | undefined => {
  if (/^[A-Z]/.test(zone)) return { minutes: ZONES.get(zone) }
  if (zone === '-0000') return { minutes: undefined }
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3))
  if (minutes > MAX_OFFSET || Number(zone.slice(3)) > 59) return undefined
  return { minutes: zone[0] === '-' && minutes > 0 ? -minutes : minutes }
}

const MAX_OFFSET = 14 * 60

/** RFC 5322 section 4.3: two digits up to 49 are this century, three digits count from 1900. */
const fullYear = (digits: string): number => {
  const year = Number(digits)
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return digits.length === 3 ? 1900 + year : year
}

type Local = { year: number; month: number; day: number; hour: number; minute: number; second: number }

const exists = ({ year, month, day, hour, minute, second }: Local): boolean =>
  year >= 1900 &&
  day >= 1 &&
  day <= new Date(Date.UTC(year, month + 1, 0)).getUTCDate() &&
  hour <= 23 &&
  minute <= 59 &&
  second <= 60
