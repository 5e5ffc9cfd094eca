import type { Kind, TimeOfDay } from './frame.ts'
import { normalise } from './normal.ts'

/** A time of day, and for how many minutes where a range gave its end. */
export type Clock = TimeOfDay & { minutes?: number }

/**
 * The ways to part a canonical phrase into a day and a time of day: "friday t15:00" -> friday, 15:00. Without am
 * or pm 7 to 11 is the morning and 12 to 6 the afternoon (practice 4.1 rule 7). A bare number is an hour only
 * where something says so: "at n3", "n3 oclock", "n3 in afternoon", and at the end of a meeting's phrase.
 */
export function partTime(phrase: string, kind: Kind): { day: string; time: Clock }[] {
  return [AT_END, AT_START].flatMap((pattern) => {
    const { day = '', lead, from, to, oclock, part } = pattern.exec(phrase)?.groups ?? {}
    if (!from || (to && kind !== 'meeting')) return []
    const isLast = kind === 'meeting' && pattern === AT_END && day
    const said = Boolean(lead || oclock || part || to || isLast || /^(?:this .*|tonight)$/.test(day))
    if ((!said && !isTime(from)) || (!lead && isYear(from))) return []
    const time = readClock(from, to, part ?? partOf(day))
    return time ? [{ day, time }] : []
  })
}

/** "friday morning" -> friday. "first thing", "am" and "eod" say no hour either. */
export function withoutPart(day: string): string {
  return day
    .replace(/ (?:early )?(?:in |at )?(?:morning|lunch|afternoon|evening|night|o1 thing|eod)$/, '')
    .replace(/^(?:o1 thing|eod|morning|afternoon|evening) (?:on )?(?=.)/, '')
}

/**
 * The hour of the morning letter: "7", "6:45am", "07:30", "18:00", "noon". Without am or pm 5 to 11 is the
 * morning; 1 to 4 is undefined, as nobody knows which is meant.
 */
export function readTimeOfDay(text: string): TimeOfDay | undefined {
  const phrase = /^\s*0[1-6]:\d\d\s*$/.test(text) ? text.trim() + 'am' : text
  const said = normalise(phrase, false)
    ?.replace(/^(?:(?:at|by|about) )+/, '')
    .replace(/ (?:oclock|please)$/, '')
  const match = /^(?:(?<sure>t)|u|n)(?<hour>\d{1,2})(?::(?<minute>\d\d))?$/.exec(said ?? '')
  if (!match) return undefined
  const hour = +match.groups!.hour!
  if (!match.groups!.sure && (hour < 5 || hour > 23)) return undefined
  return { hour, minute: +(match.groups!.minute ?? 0) }
}

const LEAD = '(?:(?:(?<lead>at|by)|about|from|on|for|until|after) )*'
const TIME = '(?<from>[tun]\\d{1,4}(?::\\d\\d)?)(?: to (?<to>[tun]\\d{1,4}(?::\\d\\d)?))?'
const TAIL = '(?<oclock> oclock)?(?:(?: in| at)? (?<part>morning|afternoon|evening|night))?'
const AT_END = new RegExp(`^(?:(?<day>.+?) )??${LEAD}${TIME}${TAIL}$`)
const AT_START = new RegExp(`^${LEAD}${TIME}${TAIL}(?: on)? (?<day>.+)$`)

/** Whether a word is a time by itself: 15:00 and 1630 are, 3 is not. */
function isTime(word: string): boolean {
  return /^(?:[tu]|n\d{4}$)/.test(word)
}

/** Rather a year than a time, unless "at" says so. */
function isYear(word: string): boolean {
  return /^n20[2-5]\d$/.test(word)
}

function partOf(day: string): string | undefined {
  return /\b(?:morning|afternoon|evening|night|tonight)\b/.exec(day)?.[0]
}

function readClock(from: string, to: string | undefined, part: string | undefined): Clock | undefined {
  const begin = readHour(from)
  const end = to === undefined ? undefined : readHour(to)
  if (!begin || (to && !end)) return undefined
  // "2 at night" is tomorrow's to some, and "12 at night" too.
  const earliest = { night: 6 * 60, tonight: 5 * 60 }[part ?? ''] ?? 0
  if (earliest && !begin.sure && (begin.minutes < earliest || begin.minutes >= NOON)) return undefined
  if (!end) return inMinutes(begin.sure ? begin.minutes : usual(begin.minutes, part))
  // "9-10am", "11-1pm": the part of the day that the end names is the latest possible one for the start.
  const ends = end.sure ? end.minutes : usual(end.minutes, part)
  const begins = begin.sure
    ? begin.minutes
    : end.sure
      ? latest(begin.minutes, ends)
      : usual(begin.minutes, part)
  const minutes = end.sure || begins < ends ? ends - begins : ends + NOON - begins
  return minutes > 0 && minutes <= 8 * 60 ? { ...inMinutes(begins), minutes } : undefined
}

const NOON = 12 * 60

/** `sure` where it says which half of the day it is in. */
function readHour(word: string): { minutes: number; sure: boolean } | undefined {
  const [, kind, digits = '', after = ''] = /^([tun])(\d+)(?::(\d\d))?$/.exec(word)!
  const hour = +(digits.length > 2 ? digits.slice(0, -2) : digits)
  const minute = +(digits.length > 2 ? digits.slice(-2) : after)
  if (hour > 23 || minute > 59 || (kind === 'n' && hour === 0)) return undefined
  return { minutes: hour * 60 + minute, sure: kind === 't' || hour > 12 || /^0\d{3}$/.test(digits) }
}

function usual(minutes: number, part: string | undefined): number {
  const late = part ? part !== 'morning' : minutes < 7 * 60
  return minutes < NOON && late ? minutes + NOON : minutes
}

function latest(begin: number, end: number): number {
  const early = begin % NOON
  return early + NOON < end ? early + NOON : early
}

function inMinutes(minutes: number): TimeOfDay {
  return { hour: Math.floor(minutes / 60), minute: minutes % 60 }
}
