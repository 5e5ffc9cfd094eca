import { Temporal } from 'temporal-polyfill'
import { type Clock, partTime, withoutPart } from './clock.ts'
import { DATES, WEEKDAY_DATES } from './dates.ts'
import { type Frame, type Kind, MAX_PHRASE, type TimeOfDay, type When } from './frame.ts'
import { AFTER, HOLIDAYS } from './holidays.ts'
import { normalise } from './normal.ts'
import { translations } from './other-languages.ts'
import { PERIODS } from './periods.ts'
import { RELATIVE } from './relative.ts'
import type { Context, Day, Rule } from './rule.ts'
import { readSpan } from './span.ts'
import { WEEKDAY } from './weekdays.ts'
import { instantOf, localDate, localTime, readZone } from './zone.ts'

/**
 * The time ahead that a phrase means, for "snooze 3d", "pause 2w", "ooo til dec 1": "friday", "jan 15", "after
 * thanksgiving", "2 hours". Undefined unless the whole phrase is understood, and for what is no time to come
 * ("later", "every monday", "yesterday", "3", "3m"). The plain date: whoever wants a business day takes
 * `nextBusinessDay` of it. "today" is today. Days and longer are civil time; hours and minutes are exact.
 */
export function readFuture(phrase: string, frame: Frame): When | undefined {
  return (
    readZoned(phrase, frame, 'future') ??
    read(phrase, frame, 'future') ??
    readTranslated(phrase, frame, 'future')
  )
}

/**
 * The time gone by that a phrase means, for "met thursday", "sent yesterday", "on 3 nov": a weekday is strictly
 * before today (practice 8, 7), a date the latest one, today included. Undefined unless the whole phrase is
 * understood, and for what names no day ("last week", "in march").
 */
export function readPast(phrase: string, frame: Frame): When | undefined {
  return read(phrase, frame, 'past') ?? readTranslated(phrase, frame, 'past')
}

/**
 * The day of a meeting to come, with its hour where one is given: "thu 2pm", "12/3 10am", "friday 3" (7 to 11 is
 * the morning, 12 to 6 the afternoon), "wed 9-10am", "tue 3pm ET", "next tues same time". Undefined unless the
 * whole phrase is understood and names a day ("in march" does not).
 *
 * @param usual the time that "same time" means: that of the meeting which is moved
 */
export function readMeeting(phrase: string, frame: Frame, usual?: TimeOfDay): When | undefined {
  if (phrase.length > MAX_PHRASE) return undefined
  const same = /^(.*?)[ ,]*\b(?:at )?(?:the )?same (?:time|hour)\b[ ,]*(.*)$/i.exec(phrase)
  if (same) {
    const day = readMeeting(`${same[1]} ${same[2]}`, frame)
    return day && usual && !day.time ? withTime(day, usual, frame) : undefined
  }
  const when = ZONED.test(phrase)
    ? readZoned(phrase, frame, 'meeting')
    : (read(phrase, frame, 'meeting') ?? readTranslated(phrase, frame, 'meeting'))
  return when?.precision === 'month' ? undefined : when
}

/** A clock time and the zone it is told in: "tue 3:30 ET", "10am (pacific time) on friday". */
const ZONED = new RegExp(
  '^(?<time>.*?(?:\\d|[ap]\\.?m\\.?|noon)) ?\\(?\\b(?<zone>[ecmp]t|[ecmp][sd]t|eastern|central|mountain|pacific|' +
    'gmt|utc|bst|cet|cest|ist)(?: time)?\\)?(?![a-z])(?<rest>.*)$',
  'i',
)

/** A phrase with a clock time in another zone. */
function readZoned(phrase: string, frame: Frame, kind: Kind): When | undefined {
  const zoned = phrase.length > MAX_PHRASE ? undefined : ZONED.exec(phrase)?.groups
  const when = zoned && read(`${zoned.time} ${zoned.rest}`, frame, kind)
  return when?.time && fromZone(when, readZone(zoned!.zone!)!, frame)
}

const RULES: Rule[] = [...RELATIVE, ...WEEKDAY, ...DATES, ...PERIODS, ...HOLIDAYS, ...AFTER, ...WEEKDAY_DATES]

const PREFIX = /^(?:not until|not before|for|in|until|on|to|by|from|back|sometime|about|at|just|so) /
const SUFFIX = / (?:(?<=(?:day|bd|week|month|year|hour|minute) )time|please|or so)$/

/** A phrase that is a date more than this many years away is a slip. */
const MAX_YEARS = 20

function read(phrase: string, frame: Frame, kind: Kind): When | undefined {
  const said = normalise(phrase, frame.dayFirst)?.replace(SUFFIX, '').replace(SUFFIX, '')
  if (!said) return undefined
  const context = contextOf(frame, kind)
  const plain = readDay(said, context)
  if (plain) return whenOf(plain, undefined, frame, kind)
  const exact = readExact(said, frame, kind)
  if (exact) return exact
  for (const { day, time } of partTime(said, kind)) {
    const found = day === '' ? timeAlone(time, frame, kind) : readDay(day, context)
    const when = found && whenOf(found, time, frame, kind)
    if (when) return when
  }
  return undefined
}

/** A phrase in another language: every translation that can be read must mean the same. */
function readTranslated(phrase: string, frame: Frame, kind: Kind): When | undefined {
  const found = translations(phrase).flatMap((english) => read(english, frame, kind) ?? [])
  const [first] = found
  return found.every((when) => when.on === first!.on && when.at === first!.at) ? first : undefined
}

function contextOf({ now, zone, isBusinessDay }: Frame, kind: Kind): Context {
  const context: Context = {
    today: Temporal.PlainDate.from(localDate(now, zone)),
    hour: localTime(now, zone).hour,
    direction: kind === 'past' ? -1 : 1,
    isBusinessDay,
    read: (phrase) => byRules(phrase, context),
  }
  return context
}

/** The day of a phrase, with or without its little words ("until about") and its part of the day. */
function readDay(phrase: string, context: Context): Day | undefined {
  for (let words = phrase; ; ) {
    const found = byRules(words, context) ?? byRules(withoutPart(words), context)
    if (found) return found
    const shorter = words.replace(PREFIX, '')
    if (shorter === words) return undefined
    words = shorter
  }
}

function byRules(phrase: string, context: Context): Day | undefined {
  for (const { form, day } of RULES) {
    const words = form.exec(phrase)
    const found = words && day(words.groups ?? {}, context)
    if (found) return found
  }
  return undefined
}

/**
 * "2 hours", "1h30m", "in half an hour", "2 hours ago": exact on the instant, across changes of the clock. Days and
 * weeks before the hours are those of the calendar: "5 days and 2 hours".
 */
function readExact(said: string, { now, zone }: Frame, kind: Kind): When | undefined {
  const [, span, ending] = EXACT.exec(said) ?? []
  if (!span || (ending === 'ago') !== (kind === 'past')) return undefined
  const [, whole, rest = span] = /^(n\d+ (?:day|week)) (?:and )?(.*)$/.exec(span) ?? []
  const minutes = readMinutes(rest)
  if (!minutes) return undefined
  const sign = kind === 'past' ? -1 : 1
  const days = ((whole && readSpan(whole)?.days) || 0) * sign
  const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).add({ days })
  const at = start.epochMilliseconds + minutes * 60e3 * sign
  return { on: localDate(at, zone), time: localTime(at, zone), at, precision: 'minute' }
}

const EXACT = /^(?:(?:for|in|about|until|after) )*(.*?(?:hour|minute|half))(?: (ago|later|from now))?$/

/** "n1.5 hour", "half n1 hour", "n1 hour and n1 half", "n1 and n1 half hour", "n1 hour and n30 minute". */
function readMinutes(span: string): number | undefined {
  const words = span
    .replace(/^half (?:n1 )?hour$|^n1 half hour$/, 'n30 minute')
    .replace(/^next (hour|minute)$/, 'n1 $1')
    .replace(/^next (?=n)/, '')
    .replace(/^n(\d+) (?:hour and (?:n1 )?half|and n1 half hour)$/, 'n$1.5 hour')
  const [, hours, minutes] = /^(?:n([\d.]+) hour)?(?:(?:^| | and )n(\d+) minute)?$/.exec(words) ?? []
  const sum = Number(hours ?? 0) * 60 + Number(minutes ?? 0)
  return sum > 0 ? sum : undefined
}

/** "3pm": the next one, or behind, today's. */
function timeAlone(time: Clock, frame: Frame, kind: Kind): Day | undefined {
  const today = Temporal.PlainDate.from(localDate(frame.now, frame.zone))
  const isOver = instantOf(today.toString(), time, frame.zone) <= frame.now
  return { on: isOver && kind !== 'past' ? today.add({ days: 1 }) : today, grain: 'day' }
}

function whenOf(day: Day, time: Clock | undefined, frame: Frame, kind: Kind): When | undefined {
  const on = day.on.toString()
  const years = Math.abs(day.on.year - Temporal.PlainDate.from(localDate(frame.now, frame.zone)).year)
  if (years > MAX_YEARS) return undefined
  if (!time) return { on, precision: day.grain }
  if (day.grain !== 'day') return undefined
  const { minutes, ...clock } = time
  const when = withTime({ on, precision: 'day' }, clock, frame)
  const isBehind = when.at! <= frame.now
  return isBehind === (kind === 'past') ? (minutes ? { ...when, minutes } : when) : undefined
}

function withTime({ on }: When, time: TimeOfDay, { zone }: Frame): When {
  return { on, time, at: instantOf(on, time, zone), precision: 'minute' }
}

/** A time told in another zone, on the user's own clock. */
function fromZone(when: When, theirs: string, { zone }: Frame): When {
  const at = instantOf(when.on, when.time!, theirs)
  return { ...when, on: localDate(at, zone), time: localTime(at, zone), at }
}
