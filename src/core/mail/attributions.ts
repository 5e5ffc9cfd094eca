import { fold, type MailLine } from './mail-lines.ts'
import { OPENERS, WROTE, WROTE_UNSPACED } from './quote-words.ts'

/**
 * An attribution ("On Tue, Nov 17, 2026 at 7:30 AM Ann <ann@example.com> wrote:") that begins at this line:
 * how many lines it takes, and how sure it is. A doubtful one counts only where quoted lines follow: the word that
 * says "wrote" and a date, but no address or time of day, may be the user's own. A weak one, a line that ends in a
 * colon and is no numbered command, counts only directly above the first quoted line: no table has every language.
 *
 * Programs wrap it, so up to MAX_WRAPS lines are read as one. In a language whose "wrote" is not in the table
 * the address, the date and the colon carry.
 */
export function attributionAt(
  lines: MailLine[],
  at: number,
  authors: readonly string[] = [],
): { length: number; is: Certainty } | undefined {
  let opened = false
  for (let end = at; end < at + MAX_WRAPS; end++) {
    const line = lines[end]
    if (!line || line.text === '' || line.depth !== lines[at]!.depth) return undefined
    // A line of the user's directly above: the attribution begins below it.
    if (end > at && !opened && opens(lines, end)) return undefined
    if (end === at) opened = opens(lines, at)
    if (!ends(line.text)) continue
    const kind =
      kindOf(join(lines, at, end), authors) ?? (end === at && isWeak(line.text) ? 'weak' : undefined)
    if (!kind) continue
    if (!opened && end > at && kindOf(join(lines, at + 1, end), authors)) return undefined
    return { length: end - at + 1 + restOf(lines, end), is: kind }
  }
  return undefined
}

type Certainty = 'sure' | 'doubtful' | 'weak'

/** Whether a line directly above the letter says, in whatever language, that its author wrote it. */
export function namesAuthor(text: string, names: readonly string[]): boolean {
  const line = fold(text.slice(0, MAX_ATTRIBUTION))
  if (!names.some((name) => line.includes(name))) return false
  return DATE.test(line) || TIME.test(line) || ADDRESS.test(line) || WROTE_ANYWHERE.test(line)
}

const isWeak = (text: string): boolean => text.length <= 120 && !/^\W*\d{1,3}\D/.test(text)

/** Gmail wraps at 78 columns and long names, addresses and dates of some languages take four lines. */
const MAX_WRAPS = 4
/** Stops 4 lines of 500 characters from being searched for 100 words again and again. */
const MAX_ATTRIBUTION = 400

const join = (lines: MailLine[], from: number, to: number) =>
  lines
    .slice(from, to + 1)
    .map(({ text }) => text)
    .join(' ')

/** Words after "wrote" that were wrapped, up to the colon: 1 line or none ("napisao / je:"). */
function restOf(lines: MailLine[], end: number): number {
  const next = lines[end + 1]
  const isRest = !COLON_END.test(lines[end]!.text) && !!next && next.depth === lines[end]!.depth
  return isRest && next.text.length <= 30 && COLON_END.test(next.text) && !opens(lines, end + 1) ? 1 : 0
}

function kindOf(text: string, authors: readonly string[]): Exclude<Certainty, 'weak'> | undefined {
  if (text.length > MAX_ATTRIBUTION) return undefined
  const line = fold(text)
  const hasColon = COLON_END.test(line)
  const hasAddress = ADDRESS.test(line)
  if (!hasColon && !hasAddress && !IN_DASHES.test(line)) return undefined
  const hasDate = DATE.test(line)
  const hasTime = TIME.test(line)
  if (hasColon && hasAddress && hasDate && hasTime) return 'sure'
  if (hasAddress && IN_DASHES.test(line)) return 'sure'
  if (hasDate && ADDRESS_ALONE.test(line)) return 'doubtful'
  // Whoever is meant is named, and in a form that programs print: no verb has to be known.
  const isNamed = authors.some((name) => line.includes(name))
  if (hasColon && isNamed && (ANGLED.test(line) || (hasDate && hasTime))) return 'sure'
  const wrote = WROTE_ANYWHERE.test(line) || WROTE_UNSPACED.some((word) => line.includes(word))
  if (!hasColon) return wrote && (hasDate || hasTime || DASHES_END.test(line)) ? 'sure' : undefined
  if (wrote && (isNamed || hasAddress || (hasDate && hasTime))) return 'sure'
  return wrote || hasAddress || (hasDate && hasTime) ? 'doubtful' : undefined
}

/** Whether an attribution can end with this line. Cheap: it is asked of every line. */
function ends(text: string): boolean {
  if (COLON_END.test(text) || DASHES_END.test(text) || ADDRESS_ALONE.test(text)) return true
  const line = fold(text.slice(-40))
  return WROTE_END.test(line) || WROTE_UNSPACED.some((word) => line.endsWith(word))
}

/** Whether an attribution can begin with this line: by a word that opens one, a whole date, or an address. */
function opens(lines: MailLine[], at: number): boolean {
  const line = fold(lines[at]!.text.slice(0, MAX_ATTRIBUTION))
  if (OPENER.test(line) && /\d/.test(line)) return true
  if (DATE.test(line) || /^-{2,}/.test(line)) return true
  if (ANGLED.test(line) && (ends(lines[at]!.text) || /^[^<>]{0,80}</.test(line))) return true
  // A display name alone, its address on the next line.
  const next = lines[at + 1]
  return (
    !!next &&
    next.depth === lines[at]!.depth &&
    /^<[^<>\s]+@/.test(next.text) &&
    /^[^\d:;,]{1,60}$/.test(line)
  )
}

const words = (list: string[]) => list.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')

const WROTE_ANYWHERE = new RegExp(`(?:^|[^\\p{L}\\p{M}\\d])(?:${words(WROTE)})(?![\\p{L}\\p{M}\\d])`, 'u')
const WROTE_END = new RegExp(`(?:^|[^\\p{L}\\p{M}\\d])(?:${words(WROTE)})\\.?$`, 'u')
const OPENER = new RegExp(`^(?:${words(OPENERS)})(?=[\\s\\d"'<־-])`, 'u')
const ADDRESS = /[^\s<>@]{1,64}@[^\s<>@]{1,64}/
const ANGLED = /<[^\s<>@]{1,100}@[^\s<>@]{1,100}>?/
/** The colons of Hebrew, Armenian, Khmer and Ethiopic too; before a line that runs from right to left it may stand first. */
const COLON_END = /[:׃։៖፦]\s*(?:-{2,}\s*)?$|^:\s*[\u0590-\u08ff]/
/** "2026/11/17 Ann Lee <ann@example.com>": a whole line, since what stands above it may be the user's. */
const ADDRESS_ALONE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[^@]{0,80} <[^<>\s@]{1,100}@[^<>\s@]{1,100}>$/
const IN_DASHES = /^-{3,}.*-{3,}$/
const DASHES_END = /[-‐‑–—]{2,}\s*$/
const TIME = /(?:^|\D)\d{1,2}(?:[:.h]|\s?時|\s?时|\s?시)\s?[0-5]\d?(?:\D|$)/
/** A day with its year: in figures, or a year of the Gregorian, Persian or Buddhist calendar with a day. */
const DATE =
  /(?:^|\D)\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}(?:\D|$)|(?:^|\D)(?:1[34]\d\d|20\d\d|25\d\d)(?:\D[^@]*\d)|\d\D[^@]*(?:^|\D)(?:1[34]\d\d|20\d\d|25\d\d)(?:\D|$)/
