import { areTaps } from './letter-taps.ts'
import { type LetterWords, WORD, withoutLinks, wordsIn } from './letter-words.ts'

/** Where a line of a reply stands in the letter: up to which offset, and what was typed behind it. */
export type Place = { end: number; typed?: string }

/** The line continues the letter at the cursor, however short it is. */
export function placeAtCursor(letter: LetterWords, words: string[], cursor: number): Place | undefined {
  return words.length > 0 && letter.words.startsWith(key(words), cursor)
    ? { end: cursor + key(words).length - 1 }
    : undefined
}

/**
 * The line is a whole line of the letter, or begins one and is so long that no one types it by chance. A piece
 * from the midst of a line is none: the example in the letter's last lines is there to be copied.
 */
export function placeOfLine(letter: LetterWords, words: string[], cursor: number): Place | undefined {
  const wanted = key(words)
  if (words.length < 4 || wanted.length < 20) return undefined
  const start = startOf(letter, wanted, cursor)
  if (start === undefined) return undefined
  const end = start + wanted.length - 1
  return letter.ends.has(end) || isLong(words) ? { end } : undefined
}

/**
 * The line is the letter's in any way that a quote can be: a long piece of it, the beginning of one of its
 * lines, one of its lines with something typed behind, or one in which a program changed a word.
 */
export function placeInQuote(
  letter: LetterWords,
  line: string,
  words: string[],
  cursor: number,
): Place | undefined {
  const known = placeOfLine(letter, words, cursor) ?? placeOfPiece(letter, words, cursor)
  if (known) return known
  const wanted = key(words)
  if (words.length >= 3 && wanted.length >= 12) {
    const start = startOf(letter, wanted, cursor)
    if (start !== undefined) return { end: start + wanted.length - 1 }
  }
  return placeBeforeTyped(letter, line, words, cursor) ?? placeOfChanged(letter, words, cursor)
}

/** Where this text begins a line of the letter, at the cursor or after it. */
export const startFrom = (letter: LetterWords, wanted: string, cursor: number): number | undefined =>
  letter.starts.find((start) => start >= cursor && letter.words.startsWith(wanted, start))

/** The same, or else the first in the whole letter: people move lines, and quote twice. */
const startOf = (letter: LetterWords, wanted: string, cursor: number): number | undefined =>
  startFrom(letter, wanted, cursor) ?? startFrom(letter, wanted, 0)

/** Longer than any command; quotes are wrapped at 60 columns or more. */
const isLong = (words: string[]) => words.length >= 7 || key(words).length >= 40

function placeOfPiece(letter: LetterWords, words: string[], cursor: number): Place | undefined {
  if (!isLong(words)) return undefined
  const ahead = letter.words.indexOf(key(words), Math.max(cursor, 0))
  const from = ahead >= 0 ? ahead : letter.words.indexOf(key(words))
  return from >= 0 ? { end: from + key(words).length - 1 } : undefined
}

const key = (words: string[]) => ` ${words.join(' ')} `

/** The line begins with a whole line of the letter, at least four words of it, and goes on otherwise. */
function placeBeforeTyped(
  letter: LetterWords,
  line: string,
  words: string[],
  cursor: number,
): Place | undefined {
  if (words.length < 5) return undefined
  const four = key(words.slice(0, 4))
  const from = letter.words.startsWith(four, cursor) ? cursor : startOf(letter, four, cursor)
  if (from === undefined) return undefined
  let end = from
  let count = 0
  while (count < words.length && letter.words.startsWith(` ${words[count]} `, end))
    end += words[count++]!.length + 1
  if (!letter.ends.has(end)) return undefined
  const plain = withoutLinks(line)
  const rest = [...plain.matchAll(WORD)][count]
  if (!rest) return undefined
  const typed = plain.slice(rest.index).trim()
  // What follows is the letter's as well: lines were joined, and one between them cut out.
  const isTap = /·\s*$/.test(plain.slice(0, rest.index)) && areTaps(`· ${typed}`)
  const isLetter = isTap || startOf(letter, key(wordsIn(typed)), end) !== undefined
  return isLetter ? { end } : { end, typed }
}

/** Most of the line's words stand in the letter three in a row. */
function placeOfChanged(letter: LetterWords, words: string[], cursor: number): Place | undefined {
  if (words.length < 6) return undefined
  let last = ''
  let found = 0
  for (let i = 0; i + 3 <= words.length; i++) {
    const triple = words.slice(i, i + 3).join(' ')
    if (!letter.triples.has(triple)) continue
    found++
    last = triple
  }
  if (found < 0.75 * (words.length - 2)) return undefined
  const ahead = letter.words.indexOf(` ${last} `, Math.max(cursor, 0))
  return { end: (ahead >= 0 ? ahead : letter.words.indexOf(` ${last} `)) + last.length + 1 }
}
