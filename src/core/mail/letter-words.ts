import { fold } from './mail-lines.ts'

/**
 * One rendering of a letter that we sent, for finding its words again in a reply. Programs re-wrap, join and
 * split lines, print links in brackets and bold as asterisks; the sequence of words is what survives.
 */
export type LetterWords = {
  /** All words in order, a space before and after each. */
  words: string
  /** Where in `words` a line of the letter begins: the offset of the space before its first word. */
  starts: number[]
  /** Where a line of the letter ends: the offset of the space after its last word. */
  ends: Set<number>
  /** Every three words in a row, for telling a line of which a word was changed. */
  triples: Set<string>
  /** The keys of its short lines outside of items: headings. */
  headings: Set<string>
  /** From which offset on text belongs to which item, in order; undefined outside of items. */
  items: { from: number; item: number | undefined }[]
}

/** The letter's text part, whose numbered lines (" 5  Grace Kim, Acme.") and indented ones are its items. */
export function wordsOfText(text: string): LetterWords {
  const letter = empty()
  for (const line of text.split('\n')) {
    const item = NUMBERED.exec(line)?.[1]
    const from = letter.words.length - 1
    if (!append(letter, line)) continue
    if (item) letter.items.push({ from, item: Number(item) })
    else if (/^\S/.test(line)) letter.items.push({ from, item: undefined })
  }
  letter.headings = headingsOf(text)
  return finish(letter)
}

/**
 * The lines that the letter's HTML part renders to. Which of them are items the text part knows: an item
 * begins where its number and first words do, and ends at the next line that the text part has outside items.
 */
export function wordsOfHtml(lines: string[], text: string): LetterWords {
  const letter = empty()
  const outside = new Set<string>()
  const items: { item: number; words: string[] }[] = []
  for (const line of text.split('\n')) {
    const item = NUMBERED.exec(line)?.[1]
    if (item) items.push({ item: Number(item), words: wordsIn(line) })
    else if (/^\S/.test(line)) outside.add(keyOf(line))
  }
  const resets: number[] = []
  for (const line of lines) {
    const from = letter.words.length - 1
    if (append(letter, line) && outside.has(keyOf(line))) resets.push(from)
  }
  letter.headings = headingsOf(text)
  let after = 0
  for (const { item, words } of items) {
    const from = findBeginning(letter, words, after)
    if (from < 0) continue
    letter.items.push({ from, item })
    after = from + 1
  }
  letter.items.push(...resets.map((from) => ({ from, item: undefined })))
  letter.items.sort((a, b) => a.from - b.from)
  return finish(letter)
}

/** The item that the word before this offset belongs to. */
export function itemBefore(letter: LetterWords, offset: number): number | undefined {
  return letter.items.findLast(({ from }) => from < offset - 1)?.item
}

/** A line's words for comparing: letters and digits only, lower case, addresses of links left out. */
export const wordsIn = (line: string): string[] =>
  fold(withoutLinks(line).normalize('NFKC')).match(WORD) ?? []

/** A line without the addresses that programs print after a link's text. */
export const withoutLinks = (line: string): string => line.replace(LINK, ' ')

export const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** The same as one string, a space before and after each word; ' ' for none. */
export const keyOf = (line: string): string => ` ${wordsIn(line).join(' ')} `.replace(/^ +$/, ' ')

/** ` 5  Grace`, `10  Meeting`. Continuation lines are indented by four. */
const NUMBERED = /^ {0,2}(\d{1,3})(?:[.)] ?| {2,})\S/

/** An address that a program prints after a link's text; cut short where the line was. */
const LINK =
  /[<[(](?:https?|mailto|tel|cid|image|sms|x-apple-data-detectors):[^<>[\]()]*(?:[>\])]|$)|https?:\/\/\S+/gi

const empty = (): LetterWords => ({
  words: ' ',
  starts: [],
  ends: new Set(),
  triples: new Set(),
  headings: new Set(),
  items: [],
})

function append(letter: LetterWords, line: string): boolean {
  const key = keyOf(line)
  if (key === ' ') return false
  letter.starts.push(letter.words.length - 1)
  letter.words += key.slice(1)
  letter.ends.add(letter.words.length - 1)
  return true
}

/** Lines of the text part outside of items, of at most three words. */
const headingsOf = (text: string): Set<string> => {
  const lines = text.split('\n').filter((line) => /^\S/.test(line) && !NUMBERED.test(line))
  return new Set(lines.filter((line) => wordsIn(line).length <= 3).map(keyOf))
}

function finish(letter: LetterWords): LetterWords {
  const words = letter.words.trim().split(' ')
  for (let i = 0; i + 3 <= words.length; i++) letter.triples.add(words.slice(i, i + 3).join(' '))
  return letter
}

function findBeginning(letter: LetterWords, words: string[], after: number): number {
  for (const count of [4, 3, 2]) {
    const from = letter.words.indexOf(` ${words.slice(0, count).join(' ')} `, after)
    if (from >= 0) return from
  }
  return -1
}
