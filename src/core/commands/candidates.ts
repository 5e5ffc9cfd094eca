import { skipLeading } from './begins.ts'
import { isFiller } from './chatter.ts'
import { exactMatches, type Match } from './match.ts'
import type { Context } from './order.ts'
import type { Pointed } from './pointed.ts'
import { BARE } from './read-match.ts'
import { findNamed, readTargets } from './targets.ts'
import type { Word } from './words.ts'

const MAX_BEFORE = 3
const MAX_WORDS_BEFORE = 16
const MAX_CANDIDATES = 8

/** "8: last mail sent" is no note. */
const MAIL =
  /^(?:my|the|a|an|another|last|final|first|second|third|next|short|e-?mail|mail|message|note|letter|reminder|follow-?up)$/

const endsThought = (words: Word[], next: number | undefined): boolean =>
  next !== undefined && (next === words.length || words[next - 1]!.ends === ',')

/** Phrases that may be the command: near the targets in front, or anywhere where none are in front. */
export function candidates(
  words: Word[],
  from: number,
  lead: Pointed | undefined,
  isNote: boolean,
  context: Context,
): Match[] {
  const verb = skipLeading(words, from)
  const fits = ({ phrase, used }: Match): boolean => {
    const at = used[0]!
    if (at > from + MAX_WORDS_BEFORE) return false
    const between = words.slice(from, at).filter((word) => !isFiller(word.text)).length
    const leading = skipLeading(words, from) >= at
    if (isNote) return at === from || at === verb || words.slice(from, at).every(({ low }) => MAIL.test(low))
    if (phrase.command.target === 'none') return !lead && (at === from || at === verb)
    if (BARE.test(phrase.text))
      return (
        at === verb &&
        (lead !== undefined ||
          words.length - at <= 3 ||
          endsThought(words, readTargets(words, at + 1, context)?.next))
      )
    return leading || between <= (lead ? MAX_BEFORE : 6)
  }
  const found = exactMatches(words, from).filter(fits).slice(0, MAX_CANDIDATES)
  const [weak] = found
  if (!weak?.phrase.command.isWeak) return found
  // "Ellen says she's swamped": what she says counts, where it is about her.
  const after = weak.used[0]! + 1
  const said = found.filter(
    ({ phrase, used }) =>
      phrase.command.follows &&
      used[0]! >= after &&
      !(weak.used.includes(used[0]!) && !weak.phrase.text.includes('…')) &&
      !findNamed(words.slice(after, used[0]!), 0, context),
  )
  return [...said, ...found]
}
