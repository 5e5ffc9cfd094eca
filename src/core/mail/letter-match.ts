import { type Place, placeAtCursor, placeInQuote, placeOfLine, startFrom } from './letter-place.ts'
import { areTaps } from './letter-taps.ts'
import { itemBefore, type LetterWords, withoutLinks, wordsIn } from './letter-words.ts'
import type { MailLine } from './mail-lines.ts'
import type { Role } from './quotes.ts'

/** What the letter says of one line of a reply. */
export type Match = {
  /** The line, or its beginning where something is `typed` behind it, is the letter's. */
  isLetter: boolean
  typed?: string
  /** Up to which offset of the letter's words the line reaches; undefined where it was not found in them. */
  end?: number
  /** The item of the letter's last line up to here. */
  item?: number
  /** No line of the letter came before, or another mail's quote came after it: not a place for answers. */
  isOutside: boolean
}

/**
 * Follows the letter through a reply. A cursor stands where its last line ended, and the next is expected
 * there, however short: so "Answered", the letter's link word, is told from "answered", typed below it. Where
 * a piece was cut out, a longer line finds the cursor's new place.
 *
 * @returns a match for each line; the share of the quoted words, from the letter's first line on, that are
 *          the letter's: near 1 where this letter is quoted, low where another is; and how well it fits, which
 *          also falls with what had to be skipped: the rendition that was not quoted has words between
 */
export function matchLetter(
  lines: MailLine[],
  roles: Role[],
  letter: LetterWords,
): { matches: Match[]; share: number; fit: number } {
  const keys = lines.map(({ text }) => wordsIn(text))
  const isText = (at: number) => keys[at]!.length > 0 && roles[at] !== 'introduction'
  const matches: Match[] = []
  let cursor = -1
  let item: number | undefined
  let seen = false
  let isOver = false
  let isUnmarked = false
  let known = 0
  let total = 0
  let fitting = 0
  let asked = 0
  for (const [at, line] of lines.entries()) {
    const role = roles[at]!
    const words = keys[at]!
    if (role === 'introduction') {
      isOver ||= seen
      isUnmarked = false
      item = undefined
      cursor = 0
    }
    let place: Place | undefined
    const isUnsaid =
      role !== 'footer' &&
      (role !== 'user' || isUnmarked) &&
      areTaps(line.text, lines[at - 1]?.text, lines[at + 1]?.text)
    if (isText(at) && role !== 'footer') {
      if (role !== 'user' || isUnmarked) place = placeBelow(at) ?? placeOfHeading(at) ?? placeWithNext(at)
      else if ((place = placeOfLine(letter, words, cursor))) isUnmarked = true
      else if (at > 0 && roles[at - 1] === 'quoted') place = placeOfWrap(at)
    }
    if (place) {
      // What had to be skipped is asked for in vain, too.
      if (cursor >= 0) asked += Math.max(wordCount(letter.words.slice(cursor, place.end)) - words.length, 0)
      cursor = place.end
      item = itemBefore(letter, cursor)
      // A line pasted on top, above the quote itself, begins nothing that an attribution could end.
      seen ||= role !== 'user'
    } else if (role === 'quoted' && isText(at) && !isUnsaid) {
      // Quoted, and not known from where: better no item than the one before it.
      item = undefined
    }
    if (seen && !isOver && (role === 'quoted' || role === 'below') && (place || !isUnsaid)) {
      total += words.length
      if (place) known += words.length
      // May be an answer, and then proves nothing of either rendition.
      const isTellTale = words.length > MAX_LOOKALIKE || isTitled(line)
      if (isTellTale) asked += words.length
      if (isTellTale && place) fitting += words.length
    }
    // A line of which only a link's address or punctuation is left, in the midst of the letter.
    const isNothing = words.length === 0 && line.text !== '' && (role !== 'user' || isUnmarked)
    matches.push({
      isLetter: place !== undefined || isUnsaid || isNothing,
      ...(place?.typed ? { typed: place.typed } : {}),
      ...(place ? { end: place.end } : {}),
      ...(item === undefined ? {} : { item }),
      isOutside: !seen || isOver,
    })
  }
  const share = total === 0 ? 0 : known / total
  return { matches, share, fit: asked === 0 ? share : fitting / asked }

  function placeBelow(at: number): Place | undefined {
    const words = keys[at]!
    return placeOfWrap(at) ?? placeInQuote(letter, lines[at]!.text, words, cursor)
  }

  /** At the cursor, unless the next line fits there better and this one only looks alike. */
  function placeOfWrap(at: number): Place | undefined {
    const words = keys[at]!
    const place = placeAtCursor(letter, words, cursor)
    if (!place || roles[at] === 'quoted' || words.length > MAX_LOOKALIKE) return place
    const next = keys.findIndex((_, i) => i > at && isText(i))
    if (next < 0 || !placeAtCursor(letter, keys[next]!, cursor)) return place
    const isMore = keys[next]!.length > words.length || (isLink(lines[next]!) && !isLink(lines[at]!))
    return isMore ? undefined : place
  }

  /** A heading whose section's items were cut out. */
  function placeOfHeading(at: number): Place | undefined {
    const wanted = ` ${keys[at]!.join(' ')} `
    if (!letter.headings.has(wanted) || !isTitled(lines[at]!)) return undefined
    const start = startFrom(letter, wanted, cursor)
    return { end: start === undefined ? cursor : start + wanted.length - 1 }
  }

  /** A number alone below a piece that was cut out: known by the lines that follow it. */
  function placeWithNext(at: number): Place | undefined {
    const words = keys[at]!
    if (words.length > 2) return undefined
    const joined = [...words]
    for (let next = at + 1; next < at + 6 && joined.length < 4; next++) {
      if (keys[next] && isText(next)) joined.push(...keys[next]!)
    }
    const start = joined.length < 4 ? undefined : startFrom(letter, ` ${joined.join(' ')} `, cursor)
    // Only where an item or a section begins: a link word alone is as likely an answer.
    if (start === undefined || !letter.items.some(({ from }) => from === start)) return undefined
    return { end: start + words.join(' ').length + 1 }
  }
}

const wordCount = (words: string): number => words.split(' ').length - 1

/** Begins as the letter's short lines do, which programs keep; answers of a word are typed small. */
const isTitled = ({ text }: MailLine) => /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(text)

const isLink = ({ text }: MailLine) => withoutLinks(text) !== text

/** A command can be as short as this and look like the letter's next words; a longer line is no accident. */
const MAX_LOOKALIKE = 3
