import { LEADING, skipLeading } from './begins.ts'
import { isFiller } from './chatter.ts'
import type { Match } from './match.ts'
import { PHRASES } from './table.ts'
import { isOrdinary, numberOf, type Word } from './words.ts'

/**
 * Somebody whom nobody here knows, named right after the command's words ("snooze omar 3d") or right before them ("Omar
 * answered"): the command is about them, whatever else the line is about. Undefined where none is. A name without a
 * capital counts only after a word that a person follows, and where nothing but a time stands behind it.
 */
export function strangerOf(words: Word[], { phrase, used }: Match): Word | undefined {
  const behind = words[used.at(-1)! + 1]
  if (
    behind &&
    !words[used.at(-1)!]!.ends &&
    isCalled(behind) &&
    (isProper(behind) || isAlone(words, used, phrase.text))
  )
    return behind
  const first = used[0]!
  const ahead = words[first - 1]
  const isSubject = ahead && !ahead.ends && isCalled(ahead) && !phrase.command.isExact
  return isSubject && (first === 1 || isProper(ahead)) ? ahead : undefined
}

/** Where the name begins that stands in front of an address: "talk to Jane Doe, jane@x.org" has it at "Jane". */
export function nameBefore(words: Word[], address: number): number {
  let at = address
  while (at > 0 && address - at < MAX_NAME && words[at - 1]!.ends !== '-' && isNamePart(words[at - 1]!)) at--
  return at
}

const MAX_NAME = 4
const isNamePart = ({ low }: Word): boolean =>
  /^\p{L}[\p{L}.-]*$/u.test(low) &&
  !LEADING.test(low) &&
  !PHRASES.has(low) &&
  !/^(?:with|from|for|at|of|on|via|by|says?)$/.test(low)

/** "and omar" behind a list of people: one more of them, and nobody knows who. */
export function strangerAmong(rest: string): string | undefined {
  const [, name] = /^(?:and|&|,)\s+(\p{L}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)[.!]*$/u.exec(rest) ?? []
  return name && isCalled({ text: name, low: name.toLowerCase(), at: 0 }) ? name : undefined
}

/** Whether the subject in front of a word, "omar haddad is a friend of sofia", is nobody known. */
export const hasStranger = (before: Word[]): boolean => before.slice(skipLeading(before, 0)).some(isCalled)

/** Whether a word may be somebody's name: no command's, no small word, no number. */
export const isCalled = ({ low }: Word): boolean =>
  /^\p{L}[\p{L}-]+$/u.test(low) &&
  !/(?:ly|ing)$/.test(low) &&
  numberOf(low) === undefined &&
  !PHRASES.has(low) &&
  !isFiller(low) &&
  !LEADING.test(low) &&
  !isOrdinary(low)

export const isProper = ({ text }: Word): boolean => /^\p{Lu}\p{Ll}/u.test(text)

const isAlone = (words: Word[], used: number[], phrase: string): boolean => {
  const at = used.at(-1)! + 1
  const next = words[at + 1]
  return PERSONAL.test(phrase) && (!next || words[at]!.ends !== undefined || TIME.test(next.low))
}

/** Words behind which a person stands. */
const PERSONAL =
  /(?:^(?:called|phoned|rang|texted|messaged|emailed|met|thanked|snooze|drop|star|reopen|forget|ignore|remind|told)| (?:to|with|from|about|on))$/

const TIME =
  /^(?:\d.*|to|till?|until|for|on|at|again|back|this|last|yesterday|today|tomorrow|next|and|but|in|later|mon.*|tue.*|wed.*|thu.*|fri.*)$/
