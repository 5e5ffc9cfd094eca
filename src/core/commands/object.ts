import type { Command } from './command.ts'
import type { Match } from './match.ts'
import type { Context } from './order.ts'
import { readPerson } from './person.ts'
import { MONTH, type Pointed } from './pointed.ts'
import { findNamed, readTargets } from './targets.ts'
import type { Word } from './words.ts'

/** The targets that stand right after the command's words, or, where none are in front, anywhere behind. */
export function objectOf(
  words: Word[],
  match: Match,
  command: Command,
  lead: Pointed | undefined,
  context: Context,
) {
  if (command.target === 'none' || (lead && command.namesOthers)) return undefined
  for (const last of [...match.used].reverse()) {
    // "told her about dev": she is meant, not dev.
    const isPronoun = PRONOUN.test(words[last + 1]?.low ?? '')
    let at = last + 1
    while (CONNECTOR.test(words[at]?.low ?? '') && !match.used.includes(at)) at++
    if (match.used.includes(at)) continue
    const found = readTargets(words, at, context)
    if (found?.by === 'name' && (words[last]!.ends === ',' || isPronoun)) continue
    if (
      !found ||
      (found.by !== 'name' && lead) ||
      (found.by !== 'name' && MONTH.test(words[found.next]?.low ?? ''))
    )
      continue
    if (
      found.by === 'number' &&
      !lead &&
      /^(at|on)$/.test(words[at - 1]?.low ?? '') &&
      !/\bon$/.test(match.phrase.text)
    )
      continue
    return { ...found, start: last + 1 }
  }
  if (lead || command.namesOthers || PRONOUN.test(words[match.used.at(-1)! + 1]?.low ?? '')) return undefined
  const end = words.findIndex((word, i) => i > match.used[0]! && word.ends === ',')
  const clause = end < 0 ? words : words.slice(0, end + 1)
  return findNamed(clause, match.used[0]!, context) ?? findNamed(words.slice(0, match.used[0]!), 0, context)
}

const PRONOUN = /^(?:him|her|them)$/
const CONNECTOR =
  /^(with|w|w\/|from|to|on|about|for|of|the|call|meeting|item|in|it|is|are|as|number|email|note|not|him|her|them|my|up|re|again)$/

/** An address that nobody has yet, after the verb: "emailed jane doe jane@x.org today". */
export function newObject(part: string, words: Word[], match: Match) {
  const first = match.used.at(-1)! + 1
  const at = words.findIndex((word, i) => i >= first && i <= first + 5 && word.low.includes('@'))
  if (at < 0) {
    const address = words.slice(0, match.used[0]).find((word) => word.low.includes('@'))
    const person = address && readPerson(part.slice(0, address.at + address.text.length), NOBODY)
    return person && { target: person.target, start: first, next: first }
  }
  const start = CONNECTOR.test(words[first]!.low) ? first + 1 : first
  const text = part.slice(words[start]!.at, words[at]!.at + words[at]!.text.length)
  const person = readPerson(text, NOBODY)
  return person && { target: person.target, start: first, next: at + 1 }
}

const NOBODY = { people: [], items: [], digestName: '' }
