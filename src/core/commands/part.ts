import { readMeeting } from '../when/when.ts'
import { skipCourtesy, skipLeading } from './begins.ts'
import { groupOf } from './by-line.ts'
import { candidates } from './candidates.ts'
import { isFiller } from './chatter.ts'
import type { Said } from './command.ts'
import { readCorrection } from './correction.ts'
import { isFutureDay, takeFuture } from './dates.ts'
import { finish } from './finish.ts'
import { nearMatch } from './match.ts'
import { readNewcomer } from './newcomer.ts'
import type { Context, Problem, Target } from './order.ts'
import { type Around, clip, known, type PartRead } from './part-read.ts'
import type { Pointed } from './pointed.ts'
import { readMatch } from './read-match.ts'
import { snooze } from './table/keeping.ts'
import { setHour } from './table/settings.ts'
import { readTargets } from './targets.ts'
import { todayIn } from './times.ts'
import { turnedRound } from './turned-round.ts'
import { type Word, wordsOf } from './words.ts'

/** Reads one part of a line: whom it is about, what is said of them, and what is left over (practice 4.1). */
export function readPart(part: string, around: Around): PartRead {
  const { context } = around
  const turned = turnedRound(part, context)
  if (turned) return readPart(turned, around)
  const words = wordsOf(part)
  const start = isWhenAlone(part, context) ? 0 : skipCourtesy(words)
  const lead = readTargets(words, start, context)
  const corrected = readCorrection(words, start, context)
  if (corrected) return corrected
  if (lead?.problem && lead.known.length === 0) return { orders: [], problem: lead.problem }
  const from = lead ? lead.next : start
  if (lead && from === words.length && TICK.test(part))
    return readPart(`${part.replace(TICK, '')} done`, around)
  const isNote = lead !== undefined && words[lead.next - 1]?.ends === '-' && from < words.length
  let asked: PartRead | undefined
  for (const match of candidates(words, from, lead, isNote, context)) {
    const read = readMatch(part, words, match, lead, around)
    if (read && read.problem?.kind !== 'needs a date' && !(asked && read.orders.length === 0)) return read
    asked ??= read
  }
  if (asked) return asked
  const rest = words[from] ? part.slice(words[from].at) : ''
  const only =
    around.item ?? (context.items.length === 1 && isWhenAlone(part, context) ? context.items[0] : undefined)
  const group =
    lead?.group &&
    groupOf(context.items, 'snooze')?.filter(({ n }) => lead.group !== 'rest' || !around.taken.has(n))
  const targets = group?.map(known) ?? lead?.known ?? (only ? [known(only)] : undefined)
  const said = { context, today: todayIn(context.frame) }
  if (targets && rest) {
    const doubt = meetingOrLater(part, rest, targets, context)
    if (doubt) return { orders: [], problem: doubt }
    if (isFutureDay(rest.replace(/[.!]+$/, ''), context.frame))
      return {
        ...finish(snoozeUntil(rest, said), lead, targets, around),
        ...(lead?.group === 'rest' && { usesRest: true }),
      }
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
  const newcomer = readNewcomer(part, words, start, lead, around)
  if (newcomer) return newcomer
  const near = nearMatch(words, skipLeading(words, from))
  const slip = near && readMatch(part, words, near, lead, around)
  if (slip) return slip
  const copied = lead?.by === 'number' && readCopied(part, words, lead, around)
  if (copied) return copied
  return readUnspoken(part, words, start, lead, around)
}

const TICK = /[\u2705\u2714\u2611\u{1F44D}]\uFE0F?/u

/** "tomorrow", as the whole answer to a letter of one line. */
const isWhenAlone = (part: string, { frame }: Context): boolean =>
  isFutureDay(part.replace(/[.!]+$/, ''), frame)

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

/** A line of the letter that was copied, and the answer behind its last colon: "6  Call Marcus Hale, Northwind: no answer". */
function readCopied(part: string, words: Word[], { next }: Pointed, around: Around): PartRead | undefined {
  const at = words.findLastIndex((word, i) => i > next && word.ends === '-')
  if (at < 0 || at + 1 >= words.length) return undefined
  const read = readPart(part.slice(0, words[next]!.at) + part.slice(words[at + 1]!.at), around)
  return read.orders.length > 0 ? read : undefined
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
  return {
    orders: [],
    problem: { kind: 'not understood', sentence: `"${clip(part)}" was not understood.` },
    isUnaddressed: !lead && !around.item,
  }
}

function snoozeUntil(rest: string, said: Pick<Said, 'today' | 'context'>) {
  const found = takeFuture(rest, said.context.frame)
  return snooze(said, found && found !== 'past' ? found.day : said.today)
}
