import { addDays } from '../practice/days.ts'
import type { LocalDate, Meeting } from '../practice/events.ts'
import { nextBusinessDay } from '../when/business-day.ts'
import type { Frame, Kind, TimeOfDay } from '../when/frame.ts'
import type { Taken } from '../when/take.ts'
import { localTime } from '../when/zone.ts'
import type { Read, Said, Untargeted } from './command.ts'
import { futureIn, todayIn, whenIn } from './times.ts'

/** A day to come, found at the beginning or the end of some words. */
export type Found = {
  /** The day itself, and the first business day from it on that is not today. */
  day: LocalDate
  until: LocalDate
  /** A whole week or month was named, without "until" ("next week"): its last day is not the day itself. */
  lasts?: 'week' | 'month'
  rest: string
}

/** Whether the whole text says a day to come ("monday", "not today", "in march"). */
export function isFutureDay(text: string, frame: Frame): boolean {
  const words = text.trim()
  return (
    words !== '' &&
    !/^(n\.?a|so|now|just|back|same|over)\b/i.test(words) &&
    futureIn(words, frame) !== undefined
  )
}

/** A day to come; 'past' where a day is named and it is over; undefined where none is. */
export function takeFuture(text: string, frame: Frame): Found | 'past' | undefined {
  const found = atEdges(text, frame, 'future')
  if (isPast(text, frame, found?.phrase)) return 'past'
  if (!found) return undefined
  const { on } = found.when
  const today = todayIn(frame)
  const { precision } = found.when
  const lasts = precision === 'week' || precision === 'month' ? precision : undefined
  const isUntil = /(?:un)?til+/i.test(found.phrase) || /(?:un)?til+$/i.test(found.before)
  return {
    day: on,
    ...(lasts && !isUntil && { lasts }),
    until: nextBusinessDay(on > today ? on : addDays(today, 1), frame.isBusinessDay),
    rest: found.rest,
  }
}

/** A day gone by, in the clause that the text begins with: what follows a comma is a note. Not a mere month. */
export function takePast(
  text: string,
  frame: Frame,
  isApart = false,
): { day: LocalDate; rest: string } | undefined {
  const [clause, after] = firstClause(text)
  const found = atEdges(clause, frame, 'past')
  if (isApart && found?.rest) return undefined
  if (!found || found.when.precision === 'month' || /^(?:in|by|until|till?|after)\b/i.test(found.phrase))
    return undefined
  if (/\b(?:until|till?|after|before|from)$/i.test(found.before.trim())) return undefined
  return { day: found.when.on, rest: join(found.rest, after) }
}

/** An order that happened on a day: the one that is named, else today. A day to come is no day it happened on. */
export function datedBack(said: Said, make: (on: LocalDate) => Untargeted): Read {
  const past = takePast(said.rest, said.context.frame, said.isApart)
  if (past && !AHEAD.test(past.rest)) return { orders: [make(past.day)], rest: past.rest }
  const [clause] = firstClause(said.rest)
  if (/^(on |at )?(tomorrow|next|in \d|20\d\d-)/i.test(clause) && isFutureDay(clause, said.context.frame))
    return {
      kind: 'future date',
      sentence: `"${said.whole.trim()}" is still to come; say it when it is done.`,
    }
  return { orders: [make(said.today)], rest: said.rest }
}

/** A day beside such words is one to come: "said yes to a chat tuesday", "confirmed for thursday". */
const AHEAD =
  /^for\b|\b(?:will|wants?|meet|meeting|meetup|talk|chat|call|speak|coffee|lunch|free|available|going to)\b|['’]ll\b/i

/**
 * A meeting to come: its day, hour and place. 'past' where the day is over.
 *
 * @param usual the instant of the meeting before, whose hour "same time" keeps
 */
export function takeMeeting(
  text: string,
  frame: Frame,
  usual?: number,
): { meeting: Meeting; rest: string } | 'past' | undefined {
  const place = placeIn(text)
  const words = place ? place.rest : text
  const hour: TimeOfDay | undefined = usual === undefined ? undefined : localTime(usual, frame.zone)
  const found = whenIn(words, frame, 'meeting', hour)
  if (isPast(words, frame, found?.phrase)) return 'past'
  if (!found || found.when.precision === 'week') return undefined
  const { on, at, minutes } = found.when
  const meeting: Meeting = { on }
  if (at !== undefined) meeting.startsAt = at
  if (minutes) meeting.minutes = minutes
  if (place) meeting.place = place.place
  return { meeting, rest: found.rest }
}

/**
 * Whether the words name a day that is over: by its date, or as "yesterday". "monday" alone would be the next one,
 * and so `ahead`, what they say of a time to come, goes before a phrase that is no longer ("3 days", "3 days ago").
 */
function isPast(text: string, frame: Frame, ahead = ''): boolean {
  // Most texts name no such day: a look at the words spares reading them.
  const taken = SAYS_PAST.test(text) ? atEdges(text, frame, 'past') : undefined
  if (!taken || !SAYS_PAST.test(taken.phrase)) return false
  return taken.phrase.length > ahead.length && taken.phrase.includes(ahead)
}

const SAYS_PAST = /\d|yesterday|last|ago/i

/** A phrase of time with which the text or its first clause begins or ends. */
function atEdges(text: string, frame: Frame, kind: Kind, usual?: TimeOfDay): Taken | undefined {
  const whole = whenIn(text, frame, kind, usual)
  if (whole && isAtEdge(whole)) return whole
  const [clause, after] = firstClause(text)
  const taken = after ? whenIn(clause, frame, kind, usual) : undefined
  return taken && isAtEdge(taken) ? { ...taken, rest: join(taken.rest, after) } : undefined
}

const isAtEdge = ({ before, after }: Taken): boolean => before === '' || after === ''
const join = (...parts: string[]): string =>
  parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ')

/** The text to its first comma, dash or full stop, and what follows. A comma inside a date is for the whole. */
function firstClause(text: string): [clause: string, after: string] {
  const match = /,\s|\s[-–—]\s|[.;!?]\s/.exec(text)
  return match ? [text.slice(0, match.index), text.slice(match.index + match[0].length)] : [text, '']
}

const BY: [RegExp, string][] = [
  [/[\s,]*\b(?:on|over|by|via)?\s*zoom\b/i, 'Zoom'],
  [/[\s,]*\b(?:on|over|by|via)?\s*(?:google )?meet\b(?!ing)/i, 'Google Meet'],
  [/[\s,]*\b(?:on|over|by|via)?\s*(?:ms )?teams\b/i, 'Teams'],
  [/[\s,]*\b(?:on|over|by|via)\s*(?:the )?(?:phone|call|telephone)\b|,\s*phone\b|\bphone$/i, 'phone'],
  [/[\s,]*\b(?:on|over|by|via)?\s*(?:skype|facetime)\b/i, 'video'],
]

/** "zoom", "by phone", "at blue bottle", "at 40 Main St": not "at 10", which is an hour. */
function placeIn(text: string): { place: string; rest: string } | undefined {
  for (const [pattern, place] of BY)
    if (pattern.test(text)) return { place, rest: text.replace(pattern, ' ').trim() }
  const match =
    /(?:^|\s)(?:at|@)\s+(?!\d{1,2}(?::?\d\d)?\s*(?:[ap]\.?m?\.?)?(?:[\s,.;!?)]|$))(?!noon\b|the same\b|same\b)(.+?)(?=,\s|\.\s|\s[-–—]\s|\s(?:on|at) \d|[.!]*$)/i.exec(
      text,
    )
  if (!match?.[1]) return undefined
  return {
    place: match[1].trim(),
    rest: (text.slice(0, match.index) + ' ' + text.slice(match.index + match[0].length)).trim(),
  }
}
