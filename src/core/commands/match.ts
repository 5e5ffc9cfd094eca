import type { Phrase } from './table.ts'
import { PHRASES } from './table.ts'
import { distance, isSlip, type Word } from './words.ts'

/** A phrase of the table, found among words. */
export type Match = {
  phrase: Phrase
  /** The indices of its words; a gap's are not among them. */
  used: number[]
  /** A word that was taken for another (rule 4). */
  slip?: { typed: string; meant: string }
}

/** The phrases that stand exactly in `words` from `from` on: the leftmost first, and of those the longest. */
export function exactMatches(words: Word[], from: number): Match[] {
  const matches: Match[] = []
  for (let at = from; at < words.length; at++)
    for (const phrase of PHRASES.get(words[at]!.low) ?? []) {
      const used = follow(words, at, phrase.words)
      if (used) matches.push({ phrase, used })
    }
  return matches
}

/** The phrase that begins at word `at` but for slips of the hand; undefined where none or no single one does. */
export function nearMatch(words: Word[], at: number): Match | undefined {
  const word = words[at]
  if (!word) return undefined
  let best: Match | undefined
  for (const phrases of PHRASES.values())
    for (const phrase of phrases) {
      if (phrase.command.isExact || phrase.text.includes('…')) continue
      const slip = slipAt(words, at, phrase)
      if (!slip) continue
      const used = phrase.words.map((_, i) => at + i)
      if (
        !best ||
        used.length > best.used.length ||
        (used.length === best.used.length && isCloser(slip, best))
      )
        best = { phrase, used, slip }
    }
  return best
}

const MAX_GAP = 4

function follow(words: Word[], at: number, phrase: string[]): number[] | undefined {
  const used: number[] = []
  let next = at
  for (const [i, expected] of phrase.entries()) {
    if (expected === '…') {
      const after = phrase[i + 1]
      const end = Math.min(next + MAX_GAP, words.length - 1)
      while (next <= end && words[next]!.low !== after) {
        if (words[next - 1]?.ends) return undefined
        next++
      }
      continue
    }
    if (words[next]?.low !== expected || (used.length && words[next - 1]?.ends)) return undefined
    used.push(next++)
  }
  return used
}

function slipAt(words: Word[], at: number, phrase: Phrase): Match['slip'] {
  let slip: Match['slip']
  for (const [i, expected] of phrase.words.entries()) {
    const low = words[at + i]?.low
    if (low === undefined) return undefined
    if (low === expected) continue
    if (slip || PHRASES.has(low) || !isSlip(low, expected)) return undefined
    slip = { typed: low, meant: expected }
  }
  return slip
}

/** The nearer word; of two as near, the one of the same first letter. */
function isCloser(slip: { typed: string; meant: string }, best: Match): boolean {
  const rank = ({ typed, meant }: { typed: string; meant: string }) =>
    distance(typed, meant) * 2 + (typed[0] === meant[0] ? 0 : 1)
  return best.slip !== undefined && rank(slip) < rank(best.slip)
}
