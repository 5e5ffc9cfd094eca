import { MAX_PHRASE } from './frame.ts'
import { canonical } from './words.ts'

/**
 * A phrase in canonical form, words parted by one space, or undefined where any part of it is not a word of time:
 *
 *     "9amTomorrow"      t09:00 tomorrow       a time that says morning or afternoon, or is in 24 hours
 *     "fri 3:30"         friday u3:30          a time that does not
 *     "a week from mon"  n1 week from monday   a number
 *     "the 3rd"          o3                    an ordinal
 *     "12/3"             md12-03               a date without a year
 *     "15-Oct-27"        n15 october y2027     a year that can be nothing else
 *     "2027-01-15"       ymd2027-01-15         a date
 *
 * @param dayFirst the order of numeric dates; where the numbers allow only the other order, that is taken
 */
export function normalise(phrase: string, dayFirst: boolean): string | undefined {
  if (phrase.length > MAX_PHRASE || /^\s*[-–—−]\d/.test(phrase)) return undefined
  const text = plain(phrase, dayFirst)
  const words: string[] = []
  for (let at = 0; at < text.length; ) {
    const found = nextToken(text, at, dayFirst, words.at(-1))
    if (!found) return undefined
    words.push(...found.word.split(' ').filter((word) => word !== '' && word !== '-'))
    at += found.length
  }
  return words.length === 0 ? undefined : join(words)
}

/** Lower case without decoration. In day-first places the last dot of "15.1." belongs to the date. */
function plain(phrase: string, dayFirst: boolean): string {
  const isDate = dayFirst && /\b\d{1,2}\.\d{1,2}\.\s*$/.test(phrase)
  return (
    phrase
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
      .replace(/[’‘`´]/g, "'")
      .replace(/[–—−]/g, '-')
      // The one place where "m" can only be minutes.
      .replace(/(\d)\s?h(?:rs?|ours?)?\s?(\d{1,2})\s?m\b/g, '$1 h $2 min')
      .replace(/\b1\/2\s?(?=h|an? hour)/g, 'half ')
      .replace(/(\d)\s?ish(?= ?[ap]\.?m)/g, '$1')
      .replace(/\bweek-end/g, 'weekend')
      .replace(/^[\s,;:!.(~]+|^\s*\+\s*(?=\d)/, '')
      .replace(isDate ? /\s+$/ : /[\s,;:!.?)]+$/, '')
  )
}

function nextToken(text: string, at: number, dayFirst: boolean, last: string | undefined) {
  const before = text.slice(0, at)
  for (const { pattern, read } of TOKENS) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    const word = match ? read(match, { before, dayFirst, last }) : undefined
    if (word !== undefined) return { word, length: match![0].length }
  }
  return undefined
}

type Around = { before: string; dayFirst: boolean; last: string | undefined }
type Token = { pattern: RegExp; read: (match: RegExpExecArray, around: Around) => string | undefined }

/** Tried in this order at every place. */
const TOKENS: Token[] = [
  {
    pattern: /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y,
    read: ([, year, , month, day]) => fullDate(+year!, +month!, +day!),
  },
  {
    pattern: /(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y,
    read: ([, a, , b, year], { dayFirst }) => {
      const [month, day] = monthAndDay(+a!, +b!, dayFirst)
      return fullDate(year!.length === 2 ? 2000 + +year! : +year!, month, day)
    },
  },
  {
    pattern: /(\d{1,2})\/(\d{1,2})(?![\d/])/y,
    read: ([, a, b], { dayFirst }) => yearlessDate(...monthAndDay(+a!, +b!, dayFirst)),
  },
  {
    pattern: /(\d{1,2})\.(\d{1,2})\.(?!\d)/y,
    read: ([, day, month]) => yearlessDate(+month!, +day!),
  },
  {
    pattern: /(\d{1,2})[:.]?(\d{2})?\s?(?:([ap])\.?m\.?|(?<=\d)([ap]))(?![a-z])|(\d{1,2})(\d{2})?([ap])m/y,
    read: ([, h, m, half, short, gluedH, gluedM, gluedHalf]) =>
      clock(+(h ?? gluedH)!, +(m ?? gluedM ?? 0), half ?? short ?? gluedHalf),
  },
  {
    pattern: /(\d{1,2}):(\d{2})(?::00)?(?![\d:])/y,
    read: ([, h, m]) => (/^0[1-6]$/.test(h!) ? undefined : clock(+h!, +m!, undefined, h!.length === 2)),
  },
  { pattern: /(\d{1,2})(?:st|nd|rd|th)/y, read: ([, n]) => 'o' + +n! },
  { pattern: /(\d{1,2})\.5(?=\s?[a-z])/y, read: ([, n]) => `n${+n!}.5` },
  {
    pattern: /\d{1,4}(?!\d)/y,
    read: ([digits], { before }) =>
      digits!.length === 2 && /[a-z]-$|'$/.test(before) ? 'y20' + digits : number(digits!),
  },
  {
    pattern: /q([1-4])(?!\d)/y,
    read: ([, n]) => 'q' + n,
  },
  {
    pattern: /'?([a-z]+(?:'[a-z]+)?)'?/y,
    read: ([, word], { last }) => canonical(word!.replace("'", ''), /^[nku]/.test(last ?? '')),
  },
  { pattern: /'(?=\d{2}(?!\d))/y, read: () => '' },
  { pattern: /\s*-\s*(?=\d)/y, read: (_, { before, last }) => (rangeBegins(before, last) ? 'to' : '') },
  { pattern: /@/y, read: () => 'at' },
  { pattern: /~/y, read: () => 'about' },
  { pattern: /[\s,.()-]/y, read: () => '' },
]

function rangeBegins(before: string, last: string | undefined): boolean {
  return /[\dapm]$/.test(before.trimEnd()) && /^[ntu]/.test(last ?? '')
}

/** 1630 stays as it is typed: it is a time of day or a year. */
function number(digits: string): string {
  return 'n' + (digits.length > 2 ? digits : +digits)
}

/** A numeric date in the user's order; where that is no date and the other order is, the other. */
function monthAndDay(a: number, b: number, dayFirst: boolean): [month: number, day: number] {
  const [month, day] = dayFirst ? [b, a] : [a, b]
  return month > 12 && day <= 12 ? [day, month] : [month, day]
}

function fullDate(year: number, month: number, day: number): string | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? `ymd${year}-${two(month)}-${two(day)}`
    : undefined
}

function yearlessDate(month: number, day: number): string | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `md${two(month)}-${two(day)}` : undefined
}

function clock(
  hour: number,
  minute: number,
  half: string | undefined,
  twoDigits = false,
): string | undefined {
  if (minute > 59) return undefined
  if (half) {
    if (hour < 1 || hour > 12) return undefined
    return `t${two((hour % 12) + (half === 'p' ? 12 : 0))}:${two(minute)}`
  }
  if (hour > 23) return undefined
  const sure = hour > 12 || hour === 0 || (twoDigits && hour < 10)
  return sure ? `t${two(hour)}:${two(minute)}` : `u${hour}:${two(minute)}`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** Words that mean one thing together. A count ("a", "few") that counts nothing makes no sense of the whole. */
function join(words: string[]): string | undefined {
  const phrase = words
    .join(' ')
    .replace(/\bbusiness day\b/g, 'bd')
    .replace(/\bend day\b/g, 'eod')
    .replace(/\bk1 (?=k[23]\b)/g, '')
    .replace(/\bk(\d)(?= (?:half|minute|hour|day|bd|week|fortnight|month|quarter|year)\b)/g, 'n$1')
    .replace(/\bnoon\b/g, 't12:00')
    .replace(/\bn([23])0 o([1-9])\b/g, 'o$1$2')
    .replace(/\bn([2-9])0 n([1-9])(?= (?:minute|hour|day|bd|week|month)\b)/g, 'n$1$2')
    .replace(PAST, (_, minutes, to, kind, hour) => pastHour(minutes, to, kind, +hour))
  return /\bk\d/.test(phrase) ? undefined : phrase
}

/** "half past t15:00", "n1 quarter to n3", "n20 past n3"; "ten to eight" is as likely two hours. */
const PAST = /\b(half|(?:n1 )?quarter|n[1-5]?\d) (?:past|(?<=quarter )(to)) ([tun])(\d{1,2})(?::00)?(?![:\d])/

function pastHour(said: string, to: string | undefined, kind: string, hour: number): string {
  const minutes = said === 'half' ? 30 : said.endsWith('quarter') ? 15 : +said.slice(1)
  const all = (hour * 60 + (to ? -minutes : minutes) + 24 * 60) % (24 * 60)
  return `${kind === 't' ? 't' : 'u'}${kind === 't' ? two(Math.floor(all / 60)) : Math.floor(all / 60)}:${two(all % 60)}`
}
