import { Temporal } from 'temporal-polyfill'
import { mailDate } from './mail-date.ts'
import { foldDigits, visible } from './mail-lines.ts'
import { monthOf } from './month-names.ts'

/** Whose programs printed a date: their zone, and the order in which they write 3/11, where it is known. */
export type Printer = { zone: string; dayFirst?: boolean }

/**
 * The date of a forwarded or quoted mail, as a program printed it for its user, in ms since the epoch: "Tue, Nov 3,
 * 2026 at 10:00 AM", "Dienstag, 3. November 2026 10:00", "2026年11月3日(火) 10:00". It is the user's own time unless
 * the text gives an offset. A day without a time is its noon. Undefined where anything is in doubt: not every month
 * of every language is known, and "3/11/2026" could be two days. Of these the one that is later than `before` is not
 * meant; else the user's order counts where the clock agrees with it: Americans have AM and PM, others mostly not.
 *
 * @param before the instant at which the mail was forwarded: what is later cannot be meant
 */
export function readInnerDate(
  text: string,
  { zone, dayFirst }: Printer,
  before = Number.POSITIVE_INFINITY,
): number | undefined {
  const line = foldDigits(visible(text)).replace(/\s+/g, ' ').trim().slice(0, MAX_LENGTH)
  const exact = mailDate(line)
  if (exact) return exact.at <= before + DAY ? exact.at : undefined
  const days = daysIn(line)
  const rest = days ? line.replace(days.text, ' ') : ''
  const time = days && timeIn(rest)
  if (!days || time === 'unreadable') return undefined
  const instants = days.dates.map((date) => {
    const local = Temporal.PlainDate.from(date).toPlainDateTime(
      time ? { hour: time.hour, minute: time.minute } : { hour: 12 },
    )
    const offset = time && offsetIn(rest)
    return offset === undefined
      ? local.toZonedDateTime(zone).epochMilliseconds
      : local.toZonedDateTime('UTC').epochMilliseconds - offset * 60_000
  })
  const possible = [...new Set(instants)].filter((at) => at <= before + DAY)
  if (possible.length === 2 && dayFirst === !/\d ?[AP]M\b/.test(rest)) return possible[dayFirst ? 0 : 1]
  return possible.length === 1 ? possible[0] : undefined
}

const MAX_LENGTH = 120
/** A clock that is wrong by hours, or in another zone, is no reason to doubt a date. */
const DAY = 86_400_000

type Date = { year: number; month: number; day: number }

/** The day that a text tells, all that it could be (day first before month first), and the words that tell it. */
function daysIn(line: string): { text: string; dates: Date[] } | undefined {
  const croatian = CROATIAN.exec(line)
  if (croatian) {
    const { day, month, year } = croatian.groups!
    const number = 1 + CROATIAN_MONTHS.findIndex((name) => month!.toLowerCase().startsWith(name))
    const date = { year: +year!, month: number, day: +day! }
    if (isDate(date)) return { text: croatian[0], dates: [date] }
  }
  if (MAY_BE_CROATIAN.test(line)) return undefined
  for (const { pattern, read } of FORMS) {
    for (const match of line.matchAll(pattern)) {
      const dates = read(match.groups!).filter(isDate)
      if (dates.length > 0) return { text: match[0], dates }
    }
  }
  return undefined
}

/** Known by the full stop behind the year: its July, August and November are other months in Polish and Czech. */
const CROATIAN = /(?<!\d)(?<day>\d{1,2})\. (?<month>\p{L}{3,12})\.? (?<year>20\d\d)\./u
const CROATIAN_MONTHS = 'sij velj ožu tra svi lip srp kol ruj lis stu pro'.split(' ')
/** By its weekdays, where that full stop is missing. */
const MAY_BE_CROATIAN = /(?<!\p{L})(?:uto|sri|čet|ned)\p{L}*\.?,? \d{1,2}\. (?:lip|srp|lis)/iu

type Form = { pattern: RegExp; read: (part: Record<string, string | undefined>) => (Date | undefined)[] }

const YEAR = '(?<year>20\\d\\d)'
const WORD = '(?<month>\\p{L}[\\p{L}\\p{M}]{1,14})\\.?'
const named = ({ year, month, day }: Record<string, string | undefined>) => {
  const number = monthOf(month!)
  return number === undefined ? [] : [{ year: +year!, month: number, day: +day! }]
}

const FORMS: Form[] = [
  {
    pattern: new RegExp(`${YEAR} ?[年년] ?(?<month>\\d{1,2}) ?[月월] ?(?<day>\\d{1,2}) ?[日일]`, 'gu'),
    read: numbers,
  },
  // 3 November 2026, 3. Nov. 2026, 3 de noviembre de 2026, 3 ta’ ...
  {
    pattern: new RegExp(
      `(?<!\\d)(?<day>\\d{1,2})(?:\\.|º|er|-|st|nd|rd|th)? ?(?:de |d['’]|of )?-?${WORD},?(?: de| del)?[ -]${YEAR}(?!\\d)`,
      'giu',
    ),
    read: named,
  },
  // November 3, 2026, Nov 3rd 2026
  {
    pattern: new RegExp(`(?<!\\p{L})${WORD} (?<day>\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}(?!\\d)`, 'giu'),
    read: named,
  },
  // 2026. november 3., 2026 m. lapkričio 3 d.
  { pattern: new RegExp(`${YEAR}\\.? (?:m\\. )?${WORD} (?<day>\\d{1,2})(?!\\d)`, 'giu'), read: named },
  {
    pattern: /(?<!\d)(?<year>20\d\d)(?:[-/.]|\. ?)(?<month>\d{1,2})(?:[-/.]|\. ?)(?<day>\d{1,2})(?!\d)/g,
    read: numbers,
  },
  // 03.11.2026, 3. 11. 2026, 3-11-2026: everywhere the day first.
  {
    pattern: /(?<!\d)(?<day>\d{1,2})(?:\. ?|-)(?<month>\d{1,2})(?:\. ?|-)(?<year>20\d\d|\d\d)(?!\d)/g,
    read: numbers,
  },
  {
    pattern: /(?<!\d)(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>20\d\d|\d\d)(?!\d)/g,
    read: ({ year, month, day }) => [
      { year: fullYear(year!), month: +month!, day: +day! },
      { year: fullYear(year!), month: +day!, day: +month! },
    ],
  },
]

function numbers({ year, month, day }: Record<string, string | undefined>): Date[] {
  return [{ year: fullYear(year!), month: +month!, day: +day! }]
}

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year))

function isDate(date: Date | undefined): date is Date {
  if (!date || date.month < 1 || date.month > 12 || date.day < 1) return false
  return date.day <= new Date(Date.UTC(date.year, date.month, 0)).getUTCDate()
}

/** Undefined where the text gives no time of day. */
function timeIn(rest: string): { hour: number; minute: number } | undefined | 'unreadable' {
  const match = TIME.exec(rest)
  if (!match?.groups) return /\d/.test(rest.replace(OFFSET, '')) ? 'unreadable' : undefined
  const { hour: written, minute, before, after } = match.groups
  const half = (before ?? after ?? '').toLowerCase().replace(/[. ]/g, '')
  const isAfternoon = AFTERNOON.has(half)
  const hour = Number(written)
  if (hour > 23 || Number(minute ?? 0) > 59 || (half !== '' && (hour > 12 || hour === 0))) return 'unreadable'
  if (half === '') return { hour, minute: Number(minute ?? 0) }
  return { hour: (hour % 12) + (isAfternoon ? 12 : 0), minute: Number(minute ?? 0) }
}

const HALVES =
  'a\\.? ?m\\.?|p\\.? ?m\\.?|π\\.?μ\\.?|μ\\.?μ\\.?|上午|下午|午前|午後|오전|오후|de\\.|du\\.|öö|ös|ص|م'
const TIME = new RegExp(
  `(?:(?<before>${HALVES}) ?)?(?<!\\d)(?<hour>\\d{1,2}) ?(?:[:.h時时点시] ?(?<minute>\\d\\d)[分분]?(?:[:.]\\d\\d)?|(?=(?: ?h| ?[ap]\\.?m\\.?)(?!\\p{L})))(?: ?(?<after>${HALVES})(?!\\p{L}))?`,
  'iu',
)
const AFTERNOON = new Set(['pm', 'μμ', '下午', '午後', '오후', 'du', 'ös', 'م'])

/** Minutes east of UTC that the text tells behind its time: "+0100", "UTC+1", "GMT-5", "EST". */
function offsetIn(rest: string): number | undefined {
  const match = OFFSET.exec(rest)
  if (match) {
    const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
    return match[1] === '+' ? minutes : -minutes
  }
  const name = /(?<!\p{L})(\p{Lu}{3,4})(?!\p{L})/u.exec(rest)?.[1]
  return name === undefined ? undefined : OFFSETS[name]
}

const OFFSET = /(?:UTC|GMT)? ?([+\-−])(\d{1,2}):?(\d\d)?(?!\d)/

/** Where two zones share a letter word (CST, BST, IST), and for others, it is left to the user's own zone. */
const OFFSETS: Record<string, number> = {
  UTC: 0,
  GMT: 0,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  CET: 60,
  MEZ: 60,
  HNEC: 60,
  CEST: 120,
  MESZ: 120,
  HAEC: 120,
  EET: 120,
  OEZ: 120,
  EEST: 180,
  OESZ: 180,
  MSK: 180,
  WEST: 60,
  WESZ: 60,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
}
