import { beginsAt, beginsCommand, isWhole } from './begins.ts'
import { exactMatches } from './match.ts'
import type { Context } from './order.ts'
import { MONTH } from './pointed.ts'
import { COUNTED, readTargets } from './targets.ts'
import { type Word, wordsOf } from './words.ts'

/**
 * Parts a line into what may be commands (rule 2; 8 no. 10): at the end of a sentence and at ";" always; at a comma
 * and at "and" only where a command begins behind it, since commas also part targets ("5, 6 & 8") and belong to
 * notes. A command that takes the line as it stands ("note 4: ...") is not parted.
 */
export function splitLine(line: string, context: Context): string[] {
  const parts: string[] = []
  for (const sentence of sentencesOf(line, context)) {
    if (parts.length && takesLine(parts.at(-1)!, context) && !endsLine(sentence, context)) {
      parts[parts.length - 1] += ` ${sentence}`
      continue
    }
    const [, day = '', dated = sentence] = DAY_AHEAD.exec(sentence) ?? []
    parts.push(
      ...(takesLine(dated, context) ? [dated] : clausesOf(dated, context)).map((part) =>
        `${day} ${part}`.trim(),
      ),
    )
  }
  return parts.map((part) => part.replace(/[\s;]+$/, ''))
}

/** "Yesterday: emailed grace, called lena" is said of each of them. */
const DAY_AHEAD = /^(yesterday|today|last \p{L}+)\s*:\s+(.+)$/isu

const ABBREVIATION =
  /(?:^|\s)(?:mr|mrs|ms|dr|prof|st|jr|sr|vs|no|nr|tel|ext|dept|inc|ltd|co|approx|e\.g|i\.e|a\.m|p\.m|etc|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|[a-z])\.$/i

/** At ";", and at ".", "!" or "?" before a space, but for abbreviations and a number in front ("2. sent"). */
function sentencesOf(line: string, context: Context): string[] {
  const sentences: string[] = []
  // "5. sent 6. called": numbers of a list, not ends of sentences.
  const isListed = /^\W*\d{1,2}\.\s/.test(line)
  let from = 0
  for (const match of line.matchAll(/;+|[.!?]+(?=[\s"')]|$)|\s+[-–—•*]\s+(?=#?\d{1,2}\b)/g)) {
    const piece = line.slice(from, match.index + match[0].length)
    const after = line.slice(match.index + match[0].length, match.index + 60)
    if (match[0] === '.' && /^\s*(?:[#\d,&\s-]|and)+\.$/.test(piece)) continue
    if (match[0] === '.' && isListed && /\s#?\d{1,2}\.$/.test(piece) && beginsAt(wordsOf(after), 0)) continue
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
    /,\s*(?:and |then |but |also )*|\s+(?:and then|and|then|but|&|\+)\s+|\s+(?=#?[\p{L}\d])/giu,
  )) {
    const after = sentence.slice(match.index + match[0].length).slice(0, MAX_BEGINNING)
    const isSign = match[0].trim() !== ''
    if (!isSign && !mayBegin(after, context)) continue
    if (++separators > MAX_SEPARATORS) break
    const before = sentence.slice(from, match.index)
    if (!isWhole(before, context)) continue
    const isNext = isSign
      ? beginsCommand(after, context, match[0].startsWith(',') ? 'any' : 'named', before)
      : isNextItem(before, after, context)
    if (!isNext) continue
    clauses.push(before)
    from = match.index + match[0].length
  }
  return [...clauses, sentence.slice(from)]
    .map((text) => text.replace(/^[\s,;]+|[\s,;]+$/g, ''))
    .filter(Boolean)
}

/** Whether a number, a name or a command's words begin here. Most words of a sentence begin nothing. */
function mayBegin(text: string, context: Context): boolean {
  const words = wordsOf(text.slice(0, MAX_PHRASE))
  return readTargets(words.slice(0, 1), 0, context) !== undefined || beginsAt(words, 0) !== undefined
}

/** The longest phrase of the table is shorter. */
const MAX_PHRASE = 60

const BEFORE_A_NUMBER =
  /(?:^|\s)(?:at|on|by|for|in|of|from|to|and|or|number|nr|no|about|try|\p{L}+day|mon|tues?|wed|thu|thurs?|fri|sat|sun|\d+)[,.]?$/iu
const IN_A_SENTENCE =
  /(?:^|\s)(?:and|or|to|with|w|from|for|of|about|on|in|at|by|as|the|a|an|my|his|her|their|that|like|is|was|i|ill|[:,-])$/i

/**
 * Whether the next command begins here without any sign between: "5 done 6 called", "sent grace called marcus". It is
 * about somebody else then, and nothing before it leads on to it ("talked to sofia about meeting dev").
 */
function isNextItem(before: string, after: string, context: Context): boolean {
  const words = wordsOf(before)
  const last = words.at(-1)?.low ?? ''
  const done = words.flatMap((_, i) => readTargets(words, i, context) ?? [])
  // Of a verb alone the number is the target: "sent 5".
  if (done.length === 0 || BEFORE_A_NUMBER.test(before) || MONTH.test(last) || COUNTED.test(last))
    return false
  const ahead = wordsOf(after)
  const lead = readTargets(ahead, 0, context)
  if (lead?.by === 'number') return lead.known.length > 0 && beginsCommand(after, context, 'numbered')
  if (IN_A_SENTENCE.test(before) || namesOthers(words)) return false
  const verb = beginsAt(ahead, lead ? lead.next : 0)
  if (!verb || (lead && lead.by !== 'name')) return false
  const from = verb.used.at(-1)! + 1
  const next = lead ?? readTargets(ahead, from, context)
  // "6 called no answer 8 drop": who goes before one verb goes before the next.
  if (!lead && next && readTargets(words, 0, context) && beginsAt(ahead, next.next)) return false
  const isElse = next?.known.some(({ contact }) =>
    done.every(({ known }) => known.every((k) => k.contact !== contact)),
  )
  return isElse === true && !verb.phrase.command.namesOthers
}

const namesOthers = (words: Word[]): boolean =>
  exactMatches(words, 0).some(({ phrase }) => phrase.command.namesOthers || phrase.command.isWeak)

/** Behind a note: a number and its verb, or the next note with its person ("goal for ana: ..."). */
function endsLine(sentence: string, context: Context): boolean {
  if (beginsCommand(sentence, context, 'numbered')) return true
  const words = wordsOf(sentence)
  const note = takesLine(sentence, context) ? beginsAt(words, 0) : undefined
  return note !== undefined && readTargets(words, note.used.at(-1)! + 1, context) !== undefined
}

function takesLine(part: string, context: Context): boolean {
  const words = wordsOf(part)
  const lead = readTargets(words, 0, context)?.next ?? 0
  return exactMatches(words.slice(lead, lead + 4), 0).some(
    (m) => m.phrase.command.takesLine && m.used[0] === 0,
  )
}
