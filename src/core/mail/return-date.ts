import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../practice/events.ts'
import type { Frame } from '../when/frame.ts'
import { readFuture } from '../when/when.ts'
import { localDate } from '../when/zone.ts'
import { AGAIN, BACK, ENGLISH, FROM, GONE, INCLUSIVE, UNTIL } from './auto-reply-words.ts'
import { fold, visible } from './mail-lines.ts'
import { monthOf } from './month-names.ts'
import { returnForms } from './return-forms.ts'

/**
 * The day on which the author of an auto-reply says to be back: "back on Monday, November 30", "bis zum 30. November".
 * After "through" and "bis einschließlich" it is the day after the one named. Undefined where no day is plainly stated,
 * where two different ones are, where 5/12 may be either of two, and where it is past or more than MAX_DAYS ahead.
 *
 * @param frame its `now` is when the auto-reply was written
 */
export function readReturn(text: string, frame: Frame): LocalDate | undefined {
  const plain = visible(text.slice(0, MAX_TEXT))
    .replaceAll('’', "'")
    .replace(/\n(?=[^\n])/g, ' ')
  if (GONE.test(plain)) return undefined
  const dayFirst = frame.dayFirst || !ENGLISH.test(plain)
  for (const cue of [BACK, FROM, UNTIL]) {
    const found = daysAfter(plain, cue, { ...frame, dayFirst })
    const [first] = found
    if (found.some((one) => one === 'doubtful' || one.day !== (first as Found).day)) return undefined
    if (first && first !== 'doubtful') return isPlausible(first, frame) ? first.day : undefined
  }
  const [first, ...others] = returnForms(plain, localDate(frame.now, frame.zone))
  const isOne = first !== undefined && others.every(({ day }) => day === first.day)
  return isOne && isPlausible(first, frame) ? first.day : undefined
}

const MAX_TEXT = 2000
/** Ahead: of a day with its year, and of one without, which else may be last year's ("I was away until Nov 3"). */
const MAX_DAYS = 400
const MAX_DAYS_YEARLESS = 200
const MAX_CUES = 30

function isPlausible({ day, hasYear }: Found, { now, zone }: Frame): boolean {
  const ahead = Temporal.PlainDate.from(localDate(now, zone)).until(day).days
  return ahead >= 1 && ahead <= (hasYear ? MAX_DAYS : MAX_DAYS_YEARLESS)
}

type Found = { day: LocalDate; hasYear: boolean }

function daysAfter(text: string, cue: RegExp, frame: Frame): (Found | 'doubtful')[] {
  const days: (Found | 'doubtful')[] = []
  for (const match of [...text.matchAll(cue)].slice(0, MAX_CUES)) {
    const from = match.index + match[0].length
    const sentence = /^[\s\S]*?(?=[!?;\n]|(?<!\d)\.\s+\p{Lu}|$)/u.exec(text.slice(from, from + 120))![0]
    // "Ab 23.11. bin ich im Urlaub" is no return.
    if (cue === FROM && !AGAIN.test(sentence)) continue
    const found = dayIn(sentence, frame)
    if (!found) continue
    if (OPEN.test(found.rest) || found.isDoubtful) return ['doubtful']
    const isLast = INCLUSIVE.test(`${match[0]} ${found.before}`) || INCLUDED.test(found.rest)
    const day = Temporal.PlainDate.from(found.day)
    days.push({ day: (isLast ? day.add({ days: 1 }) : day).toString(), hasYear: found.hasYear })
  }
  return days
}

const INCLUDED =
  /^[ ,(]*(?:\p{L}+ )?(?:inclusive|included|inklusive|einschließlich|inclus|incluido|incluso|compreso|włącznie)/iu

/** "or Tuesday", "- Dec 2": more than one day is meant. */
const OPEN = /^[ ,]*(?:(?:or|oder|ou|o|of|eller|lub|tai)\s|[-–/]\s*\p{L}*\s?\d)/iu

const MAX_SKIPPED = 5
const MAX_WORDS = 7

/** The first day among the first words of a sentence, with what stands before it, itself included, and behind it. */
function dayIn(
  sentence: string,
  frame: Frame,
): (Found & { before: string; rest: string; isDoubtful: boolean }) | undefined {
  const words = [...sentence.matchAll(/\S+/g)].slice(0, MAX_SKIPPED + MAX_WORDS)
  for (let first = 0; first <= Math.min(MAX_SKIPPED, words.length - 1); first++) {
    const start = words[first]!.index
    for (let last = Math.min(first + MAX_WORDS, words.length) - 1; last >= first; last--) {
      const end = words[last]!.index + words[last]![0].length
      const phrase = sentence.slice(start, end).replace(/^[(,]+|[),:]+$|(?<!\d)\.$/g, '')
      const day = isPlain(phrase) && !isCut(phrase, sentence.slice(end)) ? readDay(phrase, frame) : undefined
      if (day)
        return {
          day,
          hasYear: /20\d\d|\d[./]\d\d?[./]\d\d/.test(phrase),
          before: sentence.slice(0, end),
          rest: sentence.slice(end),
          isDoubtful: isDoubtful(phrase, day, frame),
        }
    }
  }
  return undefined
}

/**
 * Whether the other order of "12/1" is as likely: who is away may write as another country does. Most are away for
 * less than MAX_AWAY, so that a day beyond it is hardly meant where the other one is not.
 */
function isDoubtful(phrase: string, day: LocalDate, frame: Frame): boolean {
  const other = readDay(phrase, { ...frame, dayFirst: !frame.dayFirst })
  if (!other || other === day) return false
  const today = Temporal.PlainDate.from(localDate(frame.now, frame.zone))
  const ahead = [day, other].map((one) => today.until(one).days)
  return !(ahead[0]! <= MAX_AWAY && ahead[1]! > MAX_AWAY)
}

const MAX_AWAY = 31

/** A weekday or a day with its month. "tomorrow" and "in 3 days" were true when it was written, and seldom are now. */
function isPlain(phrase: string): boolean {
  if (!/\p{L}{3}|\d[./-]\d/u.test(phrase) || RELATIVE.test(phrase)) return false
  if (SPAN.test(phrase.replace(/\b\p{L}+day\b/giu, ''))) return false
  return /\d/.test(phrase) || LONE_WORD.test(phrase)
}

const RELATIVE =
  /^(?:to(?:day|morrow)|heute|(?:über)?morgen|demain|mañana|domani|amanhã|i ?morgon|i morgen|jutro|zítra|huomenna|завтра)$/iu
const SPAN = /hour|stund|heure|minut|day(?:s| )|woche|week|tag(?:e|en)? /i
/** Long enough to be a weekday's whole name: "sat", "mar" and "may" are other words too. */
const LONE_WORD =
  /^(?:(?:on|am|le|el|il|den|op|next|coming|this|nächsten|kommenden) )*\p{L}[\p{L}-]{4,}(?: (?:next|prochain|próximo|prossimo))?$/iu

/** A weekday alone, whose date stands behind it and was not understood with it ("Montag, dem 30.11."). */
const isCut = (phrase: string, rest: string): boolean =>
  !/\d/.test(phrase) &&
  /^[ ,]*(?:\p{L}+ )?\d/u.test(rest) &&
  !/^[ ,]*(?:\p{L}+ )?\d{1,2}(?:[:.h]\d\d)? ?(?:[ap]\.?m|uhr|h)/iu.test(rest)

function readDay(phrase: string, frame: Frame): LocalDate | undefined {
  const when = readFuture(phrase, frame)
  if (when) return when.precision === 'day' || when.precision === 'minute' ? when.on : undefined
  const [, day, month, year] =
    /^(?:\p{L}+\.?,? )?(?:den |el |le |il )?(\d{1,2})\.? (?:de |d')?(\p{L}{3,})\.?(?:,? (?:de )?(20\d\d))?\.?$/iu.exec(
      fold(phrase),
    ) ?? []
  const number = month === undefined ? undefined : monthOf(month)
  if (number === undefined) return undefined
  const today = Temporal.PlainDate.from(localDate(frame.now, frame.zone))
  const years = year ? [Number(year)] : [today.year, today.year + 1]
  return years
    .map((one) => ({ year: one, month: number, day: Number(day) }))
    .filter(
      ({ day: of, month: at, year: one }) => of >= 1 && of <= new Date(Date.UTC(one, at, 0)).getUTCDate(),
    )
    .map((date) => Temporal.PlainDate.from(date))
    .find((date) => year !== undefined || Temporal.PlainDate.compare(date, today) >= 0)
    ?.toString()
}
