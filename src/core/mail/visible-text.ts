import type { InboundEmail } from '../../inbound-email.ts'
import { htmlLines } from './html-lines.ts'
import { insertedIn } from './inserted.ts'
import { type Match, matchLetter } from './letter-match.ts'
import { keyOf, wordsIn, wordsOfHtml, wordsOfText } from './letter-words.ts'
import { fold, MAX_CHARACTERS, type MailLine, textLines } from './mail-lines.ts'
import { footersIn, type Role, rolesOf } from './quotes.ts'

export type ReplyLine = {
  text: string
  /** For an answer typed between quoted lines: the number of the letter's item above it. */
  item?: number
}

export type VisibleText = {
  /** What the user wrote, line by line, without blank lines. */
  lines: ReplyLine[]
  /** What was typed into a marked quote of the letter itself, and is not read: what is quoted may be old. */
  inQuote: ReplyLine[]
  /** What was quoted, without `>` and blank lines. */
  quoted: string[]
  /** The first attribution or header block, joined: whose mail is answered, and when that was sent. */
  attribution?: string
}

/** The letter that a reply answers, as it was sent. */
export type SentLetter = { text: string; html?: string }

/**
 * What the user wrote in this reply: not the quote, its attribution, the signature, or a phone's footer.
 *
 * The text part is read; the HTML part where there is none or nothing of the user's is in it. Structure says
 * what is quoted (attribution lines and header blocks of some 40 languages, `>`, quote elements). Where a
 * program quotes without any mark, as Outlook does, only comparing with the letter tells answers typed into
 * it; without `letter`, or if another one is quoted, everything below the header block is quoted.
 * No line of the letter is ever returned. Closings ("Thanks,") are, since cutting there loses commands.
 *
 * @param authors  names and addresses of those who may be quoted: a line above a quote that has one of them is
 *                 told from prose in any language
 *
 * Pure but for HTMLRewriter. Time is linear in the body, of which at most MAX_CHARACTERS and MAX_LINES count.
 */
export async function visibleText(
  mail: Pick<InboundEmail, 'text' | 'html'>,
  letter?: SentLetter,
  authors: readonly string[] = [],
): Promise<VisibleText> {
  const renditions = letter ? await renditionsOf(letter) : undefined
  const names = authors.map(fold)
  const fromText = read(textLines(mail.text), renditions, names)
  if (fromText.lines.length > 0 || mail.html.trim() === '') return fromText
  const fromHtml = read(await htmlLines(mail.html), renditions, names)
  return fromHtml.lines.length > 0 || mail.text.trim() === '' ? fromHtml : fromText
}

/** A letter as words, as its text part has them and as its HTML part renders: programs quote either. */
type Renditions = { words: ReturnType<typeof wordsOfText>[]; lines: Set<string> }

/** With less of the quoted words known than this it is another letter that is quoted. */
const MIN_SHARE = 0.5

/** What the HTML part says besides, and words to tap. */
const ONLY_IN_HTML = 'Or unsubscribe here.'

async function renditionsOf(letter: SentLetter): Promise<Renditions> {
  const text = letter.text.slice(0, MAX_CHARACTERS)
  const html = letter.html ? (await htmlLines(letter.html)).map((line) => line.text) : []
  const all = [...text.split('\n'), ...html].filter((line) => wordsIn(line).length >= 4)
  return {
    words: [wordsOfText(`${text}\n${ONLY_IN_HTML}`), ...(html.length > 0 ? [wordsOfHtml(html, text)] : [])],
    lines: new Set(all.map(keyOf)),
  }
}

/** A whole line of the letter, or a piece that is too long for chance: programs wrap again what they quote. */
function isLineOf({ lines, words }: Renditions, text: string): boolean {
  const key = keyOf(text)
  if (lines.has(key)) return true
  return (
    key.length >= 30 && wordsIn(text).length >= 5 && words.some((rendition) => rendition.words.includes(key))
  )
}

function read(lines: MailLine[], letter: Renditions | undefined, authors: string[]): VisibleText {
  const isLetter = (at: number) => !!letter && isLineOf(letter, lines[at]?.text ?? '')
  const roles = rolesOf(lines, isLetter, authors)
  const found = (letter?.words ?? []).map((words) => ({ words, ...matchLetter(lines, roles, words) }))
  const best = found.reduce<(typeof found)[number] | undefined>(
    (a, b) => (a && a.fit >= b.fit ? a : b),
    undefined,
  )
  const matches = best?.matches ?? matchNumbers(lines, roles)
  const isThisLetter = !!best && best.share >= MIN_SHARE
  const written = lines.map((line, at) => writtenIn(line, roles[at]!, matches[at]!, isThisLetter))
  const footers = footersBelow(written, roles)
  const introduction = roles.indexOf('introduction')
  return {
    lines: written.filter((line, at): line is ReplyLine => !!line && !footers.has(at)),
    inQuote: isThisLetter ? insertedIn(lines, roles, matches, best.words, authors) : [],
    quoted: lines
      .filter(({ text }, at) => text !== '' && !written[at] && isQuote(roles[at]!))
      .map(({ text }) => text.trim()),
    ...(introduction < 0 ? {} : { attribution: introductionText(lines, roles, introduction) }),
  }
}

const isQuote = (role: Role) => role === 'quoted' || role === 'below' || role === 'user'

function writtenIn(line: MailLine, role: Role, match: Match, isThisLetter: boolean): ReplyLine | undefined {
  const isPlaceForAnswers = role === 'user' || (role === 'below' && isThisLetter && !match.isOutside)
  if (!isPlaceForAnswers) return undefined
  const text = match.isLetter ? match.typed : `${line.text}${line.rest ?? ''}`.trim()
  return text ? { text, ...(match.item === undefined ? {} : { item: match.item }) } : undefined
}

/**
 * Without the letter: a quoted line that begins with a number is an item, down to a blank quoted line, a
 * heading, or the end of the quote.
 */
function matchNumbers(lines: MailLine[], roles: Role[]): Match[] {
  let item: number | undefined
  const end = roles.lastIndexOf('quoted')
  return lines.map(({ text, depth }, at) => {
    const number = roles[at] === 'quoted' ? /^\s*(\d{1,3})(?:[.)]|\s|$)/.exec(text)?.[1] : undefined
    if (number) item = Number(number)
    else if (depth > 0 && (text === '' || text === text.toUpperCase())) item = undefined
    if (at > end) item = undefined
    return { isLetter: false, isOutside: true, ...(item === undefined ? {} : { item }) }
  })
}

/** Which lines of those typed below everything that is quoted are footers after all. */
function footersBelow(written: (ReplyLine | undefined)[], roles: Role[]): Set<number> {
  const end = roles.findLastIndex(
    (role, at) => !written[at] && (role === 'quoted' || role === 'below' || role === 'user'),
  )
  const below = written.flatMap((line, at) => (line && end >= 0 && at > end ? [at] : []))
  const isFooter = footersIn(below.map((at) => written[at]!.text))
  return new Set(below.filter((_, i) => isFooter[i]))
}

function introductionText(lines: MailLine[], roles: Role[], from: number): string {
  let to = from
  while (roles[to] === 'introduction' || (roles[to] === 'blank' && roles[to + 1] === 'introduction')) to++
  return lines
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}
