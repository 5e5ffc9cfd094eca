import type { Match } from './letter-match.ts'
import { itemBefore, keyOf, type LetterWords, wordsIn } from './letter-words.ts'
import { fold, type MailLine } from './mail-lines.ts'
import type { Role } from './quotes.ts'

/**
 * What stands in a marked quote of the letter and is not the letter's: typed or pasted into it, since the letter goes on
 * behind it where it stopped before. A line in the place of one of the letter's, re-wrapped or translated, is not that.
 * Each with the letter's item above it.
 *
 * Only the first level is looked at, and only where it begins with the letter or a line that names its author (Apple has
 * the attribution inside of the quote): the user's own earlier answer, quoted, begins with words of theirs or with a
 * header block.
 */
export function insertedIn(
  lines: MailLine[],
  roles: Role[],
  matches: Match[],
  letter: LetterWords,
  authors: readonly string[],
): { text: string; item?: number }[] {
  const inserted: { text: string; item?: number }[] = []
  let waiting: string[] = []
  let cursor: number | undefined
  for (const [at, { text, depth }] of lines.entries()) {
    const { end, typed, isLetter } = matches[at]!
    if (text === '' || (isLetter && end === undefined)) continue
    if (roles[at] !== 'quoted' || depth !== 1) {
      if (roles[at] === 'introduction') cursor = undefined
      waiting = []
    } else if (end === undefined) {
      if (cursor !== undefined) waiting.push(text)
      else if (!authors.some((name) => fold(text).includes(name))) return inserted
    } else {
      const start = typed ? wordsIn(text).slice(0, MIN_WORDS).join(' ') : text
      if (cursor !== undefined && letter.words.startsWith(keyOf(start), cursor)) take(cursor)
      waiting = typed ? [typed] : []
      cursor = end
    }
  }
  if (cursor !== undefined && letter.words.length - cursor <= UNSAID) take(cursor)
  return inserted

  function take(from: number): void {
    const item = itemBefore(letter, from)
    inserted.push(...waiting.map((text) => ({ text, ...(item !== undefined && { item }) })))
  }
}

/** So many words at least begin a line of the letter behind which something was typed. */
const MIN_WORDS = 4
/** How much of the letter's end only its HTML part says. */
const UNSAID = 25
