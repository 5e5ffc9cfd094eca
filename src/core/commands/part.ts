import { readMeeting } from '../when/when.ts'
import { isFiller } from './chatter.ts'
import type { Said } from './command.ts'
import { readCorrection } from './correction.ts'
import { isFutureDay, takeFuture, todayIn } from './dates.ts'
import { finish } from './finish.ts'
import { exactMatches, type Match, nearMatch } from './match.ts'
import type { Context, Problem, Target } from './order.ts'
import { type Around, clip, known, type PartRead } from './part-read.ts'
import { readPerson } from './person.ts'
import type { Pointed } from './pointed.ts'
import { BARE, readMatch } from './read-match.ts'
import { skipLeading } from './split.ts'
import { snooze } from './table/keeping.ts'
import { setHour } from './table/settings.ts'
import { readTargets } from './targets.ts'
import { type Word, wordsOf } from './words.ts'

/** Reads one part of a line: whom it is about, what is said of them, and what is left over (practice 4.1). */
export function readPart(part: string, around: Around): PartRead {
  const { context } = around
  const words = wordsOf(part)
  const start = skipCourtesy(words)
  const lead = readTargets(words, start, context)
  const corrected = readCorrection(words, start, context)
  if (corrected) return corrected
  if (lead?.problem && lead.known.length === 0) return { orders: [], problem: lead.problem }
  const from = lead ? lead.next : start
  const isNote = lead !== undefined && words[lead.next - 1]?.ends === '-' && from < words.length
  for (const match of candidates(words, from, lead, isNote)) {
    const read = readMatch(part, words, match, lead, around)
    if (read) return read
  }
  const rest = words[from] ? part.slice(words[from].at) : ''
  const targets = lead?.known ?? (around.item ? [known(around.item)] : undefined)
  const said = { context, today: todayIn(context.frame) }
  if (targets && rest) {
    const doubt = meetingOrLater(part, rest, targets, context)
    if (doubt) return { orders: [], problem: doubt }
    if (isFutureDay(rest.replace(/[.!]+$/, ''), context.frame))
      return finish(snoozeUntil(rest, said), lead, targets, around)
    if (takeFuture(rest, context.frame) === 'past' && wordsOf(rest).length <= 3)
      return {
        orders: [],
        problem: {
          kind: 'past date',
          sentence: `"${clip(part)}" names a day that is past; nothing was snoozed.`,
        },
      }
  }
  if (isNote && rest)
    return finish({ orders: [{ verb: 'note', text: rest }], rest: '' }, lead, targets ?? [], around)
  const unknown = readUnknown(part, words, start, lead, around)
  if (unknown) return unknown
  const near = nearMatch(words, skipLeading(words, from))
  const slip = near && readMatch(part, words, near, lead, around)
  if (slip) return slip
  return readUnspoken(part, words, start, lead, around)
}

/** "4 thursday 2pm" of somebody with whom a meeting may be: it is asked, since nobody snoozes to an hour. */
function meetingOrLater(
  part: string,
  rest: string,
  targets: Target[],
  { frame }: Context,
): Problem | undefined {
  const mayMeet = targets.some(
    (t) => 'item' in t && /^(answer|rebook|stalled|meeting)$/.test(t.item?.kind ?? ''),
  )
  const when = mayMeet ? readMeeting(rest, frame) : undefined
  if (!when?.time || /\b(hours?|hrs?|minutes?|mins?)\b/i.test(rest) || readMeeting(`friday ${rest}`, frame))
    return undefined
  return {
    kind: 'needs more',
    sentence: `"${clip(part)}": a meeting, or later? Put "meeting" or "snooze" after the number.`,
  }
}

/** A name and an address that nobody has yet: somebody to add (70). */
function readUnknown(
  part: string,
  words: Word[],
  start: number,
  lead: Pointed | undefined,
  around: Around,
): PartRead | undefined {
  const text = words[start] ? part.slice(words[start].at) : part
  if (!text.includes('@') || words.length - start > 10 || lead?.by === 'number') return undefined
  const person = readPerson(text, around.context)
  if (!person || !('newPerson' in person.target) || !person.target.newPerson.address) return undefined
  return { orders: [{ verb: 'add', targets: [person.target] }] }
}

/** What no command's word was found in: the digest's hour, a note that goes on, or nothing. */
function readUnspoken(
  part: string,
  words: Word[],
  start: number,
  lead: Pointed | undefined,
  around: Around,
): PartRead {
  const text = words[start] ? part.slice(words[start].at) : part
  if (!lead && /^\W*\d{1,2}([:.]\d\d)?\s*[ap]\.?m\b/i.test(text)) {
    const hour = setHour(text)
    if (hour && 'orders' in hour) return finish(hour, undefined, [], around)
  }
  if (!lead && around.before.length && !isFiller(part))
    return finish(
      { orders: [{ verb: 'note', text: part.trim() }], rest: '' },
      undefined,
      around.before,
      around,
    )
  const isAddressed =
    lead !== undefined && !(lead.by === 'name' && start === 0 && words.length > lead.next + 6)
  return {
    orders: [],
    problem: { kind: 'not understood', sentence: `"${clip(part)}" was not understood.` },
    isUnaddressed: !isAddressed && !around.item,
  }
}

const MAX_BEFORE = 3
const MAX_WORDS_BEFORE = 16
const MAX_CANDIDATES = 8

/** Phrases that may be the command: near the targets in front, or anywhere where none are in front. */
function candidates(words: Word[], from: number, lead: Pointed | undefined, isNote: boolean): Match[] {
  const verb = skipLeading(words, from)
  const fits = ({ phrase, used }: Match): boolean => {
    const at = used[0]!
    if (at > from + MAX_WORDS_BEFORE) return false
    const between = words.slice(from, at).filter((word) => !isFiller(word.text)).length
    const leading = skipLeading(words, from) >= at
    if (isNote) return at === from || at === verb
    if (phrase.command.target === 'none') return !lead && (at === from || at === verb)
    if (BARE.test(phrase.text))
      return at === verb && (lead !== undefined || words.length - at <= 3 || at + 1 === words.length)
    return leading || between <= (lead ? MAX_BEFORE : 6)
  }
  return exactMatches(words, from).filter(fits).slice(0, MAX_CANDIDATES)
}

function snoozeUntil(rest: string, said: Pick<Said, 'today' | 'context'>) {
  const found = takeFuture(rest, said.context.frame)
  return snooze(said, found && found !== 'past' ? found.day : said.today)
}

/** Greetings and the like before a command: "ok 5 done", "hi, drop 8", "thanks! 5 sent". */
function skipCourtesy(words: Word[]): number {
  let at = 0
  while (at < words.length - 1 && COURTESY.test(words[at]!.low)) {
    const isCommand = exactMatches(words.slice(at, at + 6), 0).some(
      (m) => m.used[0] === 0 && m.used.length > 1,
    )
    if (isCommand) break
    at++
  }
  return at
}

const COURTESY =
  /^(ok|okay|yes|yep|yeah|hi|hello|hey|thanks|thx|please|pls|also|and|then|so|oh|oops|sorry|hmm|but|now|next)$/
