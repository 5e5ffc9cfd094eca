import { isFiller } from './chatter.ts'
import { isFutureDay, takeFuture, takeMeeting } from './dates.ts'
import { exactMatches, type Match } from './match.ts'
import type { Context } from './order.ts'
import { MONTH, type Pointed } from './pointed.ts'
import { hasStranger, strangerOf } from './stranger.ts'
import { readTargets } from './targets.ts'
import { turnedRound } from './turned-round.ts'
import { type Word, wordsOf } from './words.ts'

/** Words before a command that do not change it. */
export const LEADING =
  /^(i|ive|ill|we|weve|he|she|they|hes|shes|theyve|theyre|hell|shell|theyll|just|already|finally|have|has|had|also|and|then|but|please|pls|kindly|can|could|you|to|so|will|would|actually|now|both|lets|let|am|im|was|were|been|be|did|me|mark|set|make|do|it|is|are|the|my|her|his|their|a|quick|got|now|gonna|going)$/

export function skipLeading(words: Word[], from: number): number {
  let at = from
  while (at < words.length - 1 && (LEADING.test(words[at]!.low) || isReported(words, at))) {
    if (beginsAt(words, at) && !isReported(words, at)) return at
    at++
  }
  return at
}

/** "He said he'll introduce me to ...": what they say is told like what they do. */
const isReported = (words: Word[], at: number): boolean =>
  /^(said|says)$/.test(words[at]!.low) &&
  /^(he|she|they)$/.test(words[at - 1]?.low ?? '') &&
  /^(that|he|she|they|hell|shell|theyll)$/.test(words[at + 1]?.low ?? '')

/** Greetings and the like before a command: "ok 5 done", "hi, drop 8", "thanks! 5 sent". */
export function skipCourtesy(words: Word[]): number {
  let at = 0
  while (at < words.length - 1 && COURTESY.test(words[at]!.low)) {
    const isCommand = (beginsAt(words, at)?.used.length ?? 0) > 1
    if (isCommand) break
    at++
  }
  return at
}

const COURTESY =
  /^(ok|okay|yes|yep|yeah|hi|hello|hey|thanks|thx|please|pls|kindly|also|and|then|so|oh|oops|sorry|hmm|but|now|next|re|regarding|about|for|quick|update|btw|well|yay|ugh|lol)$/

/** The longest phrase of the table that begins exactly at a word. */
export const beginsAt = (words: Word[], at: number): Match | undefined =>
  exactMatches(words.slice(at, at + MAX_PHRASE), 0).find((match) => match.used[0] === 0)

const MAX_PHRASE = 8

/** Whether a clause can stand by itself: it has a command, or says when. */
export function isWhole(clause: string, context: Context): boolean {
  if (turnedRound(clause, context)) return true
  const words = wordsOf(clause)
  const start = skipCourtesy(words)
  const lead = readTargets(words, start, context)?.next ?? start
  if (exactMatches(words, lead).length > 0) return true
  return lead > start && isFutureDay(textFrom(clause, words, lead), context.frame)
}

/**
 * Whether a command begins here. "numbered": a number and its verb. "named": any target and its verb, a verb and its
 * target, or a verb and a day, where it goes on about the same person ("and we meet fri 10"). "any": also a number and
 * a day ("4 tomorrow"), or any verb that goes on ("6 spoke, drop").
 */
export function beginsCommand(
  text: string,
  context: Context,
  how: 'numbered' | 'named' | 'any',
  before = '',
): boolean {
  const words = wordsOf(text)
  const lead = readTargets(words, 0, context)
  if (lead) return followsTarget(text, words, lead, context, how, before)
  if (how === 'numbered') return false
  if (how === 'any' && turnedRound(firstClause(text), context)) return true
  const verb = skipLeading(words, 0)
  const match = beginsAt(words, verb)
  if (!match)
    return (
      how === 'any' &&
      words.length === 2 &&
      hasStranger(words.slice(0, 1)) &&
      beginsAt(words, 1) !== undefined
    )
  const { command } = match.phrase
  const last = verb + match.used.at(-1)!
  const at = CONNECTOR.test(words[last + 1]?.low ?? '') ? last + 2 : last + 1
  const isAbout = command.target !== 'none' && !command.namesOthers && command.verb !== 'same'
  if (isAbout && isTarget(words, at, match, verb, context)) return true
  if (isAbout && command.target === 'needed' && strangerOf(words.slice(verb), match)) return true
  if (command.verb === 'phone' && !/^[+(]?\d/.test(words[last + 1]?.text ?? '')) return false
  const matches = exactMatches(wordsOf(before), 0)
  const said = matches
    .filter(({ used }) => !matches.some((other) => other.used.length > used.length && covers(other, used)))
    .map((one) => one.phrase.command.verb)
  const isAnother = !said.some((one) => one === command.verb || one === command.outcomeOf)
  const isNews = command.verb === 'intro received'
  if (!command.follows || (command.isWeak && !isNews) || !isAnother) return false
  const rest = textFrom(text, words, last + 1)
  return (
    how === 'any' ||
    isFiller(rest) ||
    (isNews && rest.includes('@')) ||
    (command.verb === 'intro promised' && /^\p{Lu}/u.test(rest)) ||
    (command.verb === 'booked' && hasHour(rest, context))
  )
}

/** "Had a call with" has a "call with" in it, which says nothing by itself. */
const covers = ({ used }: Match, others: number[]): boolean =>
  used[0]! <= others[0]! && used.at(-1)! >= others.at(-1)!

const CONNECTOR = /^(with|w|w\/|to|from|on|about|for|of)$/
const PRONOUN = /^(him|her|them)$/

/** Somebody after the verb or inside of it ("left Marcus a voicemail"); or "her", who was named before. */
function isTarget(words: Word[], at: number, { used }: Match, verb: number, context: Context): boolean {
  const inside = used.findIndex((word, i) => i > 0 && word > used[i - 1]! + 1)
  if (inside > 0 && readTargets(words, verb + used[inside - 1]! + 1, context)) return true
  if (PRONOUN.test(words[at]?.low ?? '')) return true
  const target = readTargets(words, at, context)
  return target !== undefined && !MONTH.test(words[target.next]?.low ?? '')
}

const hasHour = (text: string, { frame }: Context): boolean => {
  const found = takeMeeting(text, frame)
  return found !== undefined && found !== 'past' && found.meeting.startsAt !== undefined
}

function followsTarget(
  text: string,
  words: Word[],
  lead: Pointed,
  context: Context,
  how: 'numbered' | 'named' | 'any',
  before: string,
): boolean {
  if ((how === 'numbered' && lead.by === 'name') || words[lead.next - 1]?.ends === ',') return false
  if (/^(and|or|then|but)$/.test(words[lead.next]?.low ?? '')) return false
  const match = beginsAt(words, skipLeading(words, lead.next))
  // "called 6 & 7 no answer": the outcome of both.
  if (match) return !OUTCOME.test(match.phrase.text) || lead.by === 'name' || !endsInTargets(before, context)
  if (!isFutureDay(dateOf(text, words, lead.next), context.frame)) return false
  if (lead.by === 'name') return endsInDay(before, context)
  return how === 'any' && !endsInTargets(before, context)
}

/** "Grace 1 week", "call marcus thursday": a name and a day behind it are the next of a list. */
function endsInDay(text: string, { frame }: Context): boolean {
  const found = takeFuture(text, frame)
  return found !== undefined && found !== 'past' && !wordsOf(found.rest).some(({ ends }) => ends)
}

const OUTCOME = /^(?:no|nobody|noone|didnt|did not|both)\b/

/** The first clause after a comma or the whole: "4 tomorrow, drop the rest" is about tomorrow. */
const dateOf = (text: string, words: Word[], from: number): string => firstClause(textFrom(text, words, from))

const firstClause = (text: string): string => text.split(/,\s|\s(?:and|then)\s/)[0]!

export function endsInTargets(text: string, context: Context): boolean {
  const words = wordsOf(text)
  const last = words.length - 1
  return last > 0 && readTargets(words, last, context)?.by === 'number'
}

const textFrom = (text: string, words: Word[], from: number): string =>
  words[from] ? text.slice(words[from].at) : ''
