import { isFutureDay } from './dates.ts'
import { exactMatches } from './match.ts'
import type { Context } from './order.ts'
import { MONTH } from './pointed.ts'
import { readTargets } from './targets.ts'
import { wordsOf } from './words.ts'

/**
 * Parts a line into what may be commands (rule 2; 8 no. 10): at the end of a sentence and at ";" always; at a comma
 * and at "and" only where a command begins behind it, since commas also part targets ("5, 6 & 8") and belong to
 * notes. A command that takes the line as it stands ("note 4: ...") is not parted.
 */
export function splitLine(line: string, context: Context): string[] {
  const parts: string[] = []
  for (const sentence of sentencesOf(line, context)) {
    if (parts.length && takesLine(parts.at(-1)!, context) && !beginsCommand(sentence, context, 'numbered')) {
      parts[parts.length - 1] += ` ${sentence}`
      continue
    }
    parts.push(...(takesLine(sentence, context) ? [sentence] : clausesOf(sentence, context)))
  }
  return parts.map((part) => part.replace(/[\s;]+$/, ''))
}

/** Words before a command that do not change it. */
export const LEADING =
  /^(i|ive|ill|we|weve|he|she|they|hes|shes|theyve|theyre|hell|shell|theyll|just|already|finally|have|has|had|also|and|then|but|please|pls|can|could|you|to|so|will|would|actually|now|both|lets|let|am|im|was|were|been|be|did|me|mark|set|make|do|it|is|are|the|my|a|quick|got|now)$/

const ABBREVIATION =
  /(?:^|\s)(?:mr|mrs|ms|dr|prof|st|jr|sr|vs|no|nr|tel|ext|dept|inc|ltd|co|approx|e\.g|i\.e|a\.m|p\.m|etc|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|[a-z])\.$/i

/** At ";", and at ".", "!" or "?" before a space, but for abbreviations and a number in front ("2. sent"). */
function sentencesOf(line: string, context: Context): string[] {
  const sentences: string[] = []
  let from = 0
  for (const match of line.matchAll(/;+|[.!?]+(?=[\s"')]|$)|\s+[-–—•*]\s+(?=#?\d{1,2}\b)/g)) {
    const piece = line.slice(from, match.index + match[0].length)
    const after = line.slice(match.index + match[0].length, match.index + 60)
    if (match[0] === '.' && /^\s*(?:[#\d,&\s-]|and)+\.$/.test(piece)) continue
    if (match[0] === '.' && ABBREVIATION.test(piece) && !beginsCommand(after, context, 'named')) continue
    sentences.push(piece)
    from = match.index + match[0].length
  }
  sentences.push(line.slice(from))
  return sentences.map((text) => text.trim()).filter((text) => /[\p{L}\p{N}?]/u.test(text))
}

/** Nobody writes more commands in a sentence; a long text is a note. */
const MAX_SEPARATORS = 40
const MAX_BEGINNING = 200

function clausesOf(sentence: string, context: Context): string[] {
  const clauses: string[] = []
  let from = 0
  let separators = 0
  for (const match of sentence.matchAll(
    /,\s*(?:and |then |but |also )*|\s+(?:and then|and|then|but|&|\+)\s+|\s+(?=#?\d{1,2}[).:]?\s)/gi,
  )) {
    if (++separators > MAX_SEPARATORS) break
    const before = sentence.slice(from, match.index)
    const after = sentence.slice(match.index + match[0].length).slice(0, MAX_BEGINNING)
    const isComma = match[0].startsWith(',')
    if (!match[0].trim() && !isNextItem(before, after, context)) continue
    if (!isWhole(before, context) || !beginsCommand(after, context, isComma ? 'any' : 'named', before))
      continue
    clauses.push(before)
    from = match.index + match[0].length
  }
  return [...clauses, sentence.slice(from)]
    .map((text) => text.replace(/^[\s,;]+|[\s,;]+$/g, ''))
    .filter(Boolean)
}

const BEFORE_A_NUMBER =
  /(?:^|\s)(?:at|on|by|for|in|of|from|to|and|or|number|nr|no|about|try|\p{L}+day|mon|tues?|wed|thu|thurs?|fri|sat|sun|\d+)[,.]?$/iu

/** Whether a number begins the next command without any sign between: "5 done 6 called". Not after "at" or "dec". */
function isNextItem(before: string, after: string, context: Context): boolean {
  const number = Number(/\d+/.exec(after)?.[0])
  const last = wordsOf(before).at(-1)?.low ?? ''
  if (BEFORE_A_NUMBER.test(before) || MONTH.test(last)) return false
  // Of a verb alone the number is the target: "sent 5".
  const words = wordsOf(before)
  if (!words.some((_, i) => readTargets(words, i, context))) return false
  return context.items.some((item) => item.n === number) && beginsCommand(after, context, 'numbered')
}

function takesLine(part: string, context: Context): boolean {
  const words = wordsOf(part)
  const lead = readTargets(words, 0, context)?.next ?? 0
  return exactMatches(words.slice(lead, lead + 4), 0).some(
    (m) => m.phrase.command.takesLine && m.used[0] === 0,
  )
}

/** Whether a clause can stand by itself: it has a command, or says when. */
function isWhole(clause: string, context: Context): boolean {
  const words = wordsOf(clause)
  const lead = readTargets(words, 0, context)?.next ?? 0
  if (exactMatches(words, lead).length > 0) return true
  return lead > 0 && isFutureDay(textFrom(clause, words, lead), context.frame)
}

/**
 * Whether a command begins here. "numbered": a number and its verb. "named": any target and its verb, or a verb and
 * its target. "any": also a number and a day ("4 tomorrow"), or the verb of a command that goes on about the same
 * person ("6 spoke, meeting fri 10").
 */
function beginsCommand(
  text: string,
  context: Context,
  how: 'numbered' | 'named' | 'any',
  before = '',
): boolean {
  const words = wordsOf(text)
  const lead = readTargets(words, 0, context)
  if (lead) {
    if ((how === 'numbered' && lead.by === 'name') || words[lead.next - 1]?.ends === ',') return false
    if (/^(and|or|then)$/.test(words[lead.next]?.low ?? '')) return false
    const verb = skipLeading(words, lead.next)
    if (exactMatches(words.slice(verb, verb + 5), 0).some((m) => m.used[0] === 0)) return true
    return (
      how === 'any' &&
      lead.by !== 'name' &&
      !endsInTargets(before, context) &&
      isFutureDay(dateOf(text, words, lead.next), context.frame)
    )
  }
  if (how === 'numbered') return false
  const verb = skipLeading(words, 0)
  const match = exactMatches(words.slice(verb, verb + 6), 0).find((m) => m.used[0] === 0)
  if (!match) return false
  const end = verb + match.used.at(-1)! + 1
  const at = /^(with|w|w\/|to|from|on|about|for|of)$/.test(words[end]?.low ?? '') ? end + 1 : end
  const target =
    match.phrase.command.target === 'none' || match.phrase.command.namesOthers
      ? undefined
      : readTargets(words, at, context)
  if (target && !MONTH.test(words[target.next]?.low ?? '')) return true
  const isAnother = !exactMatches(wordsOf(before), 0).some(
    (m) => m.phrase.command.verb === match.phrase.command.verb,
  )
  if (match.phrase.command.verb === 'phone' && !/^[+(]?\d/.test(words[end]?.text ?? '')) return false
  return how === 'any' && match.phrase.command.follows === true && isAnother
}

/** The first clause after a comma or the whole: "4 tomorrow, drop the rest" is about tomorrow. */
const dateOf = (text: string, words: ReturnType<typeof wordsOf>, from: number): string =>
  textFrom(text, words, from).split(/,\s|\s(?:and|then)\s/)[0]!

function endsInTargets(text: string, context: Context): boolean {
  const words = wordsOf(text)
  const last = words.length - 1
  return last > 0 && readTargets(words, last, context)?.by === 'number'
}

export function skipLeading(words: ReturnType<typeof wordsOf>, from: number): number {
  let at = from
  while (at < words.length - 1 && LEADING.test(words[at]!.low)) {
    if (exactMatches(words.slice(at, at + 6), 0).some((m) => m.used[0] === 0)) return at
    at++
  }
  return at
}

const textFrom = (text: string, words: ReturnType<typeof wordsOf>, from: number): string =>
  words[from] ? text.slice(words[from].at) : ''
