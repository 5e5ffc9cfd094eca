/** One line of a mail's body, whichever part it came from. */
export type MailLine = {
  /** Without invisible characters, quote prefix and outer space; '' for a blank line. */
  text: string
  /** What goes on behind the first MAX_LINE characters: kept for who wrote it, looked at by nobody else. */
  rest?: string
  /** How deep in the reply's own quotes: the number of `>`, or of blockquotes. */
  depth: number
  /**
   * What the HTML part says of the line. `below`: in or under an element that a program puts around or above
   * the letter it answers, in which people do type their answers.
   */
  mark?: 'attribution' | 'signature' | 'below'
}

/** Stops the megabyte of quotes that makes any line-by-line reading slow. A morning's answer has 1 KB. */
export const MAX_CHARACTERS = 64 * 1024
/** Stops a body of 60,000 one-letter lines: what looks a few lines ahead does so this often at most. */
export const MAX_LINES = 1000
/** Stops a single line made to send a pattern back and forth over it ("On On On ..."). */
export const MAX_LINE = 500

/** The lines of a text/plain body, within the limits above. */
export const textLines = (text: string): MailLine[] =>
  joinSoft(visible(text.slice(0, MAX_CHARACTERS)).split('\n', MAX_LINES)).map((line) => {
    const prefix = QUOTE_PREFIX.exec(line.slice(0, MAX_LINE))?.[0] ?? ''
    const depth = prefix.length - prefix.replaceAll('>', '').length
    const end = MAX_LINE + prefix.length
    const text = line.slice(prefix.length, end).trimEnd()
    return line.length > end
      ? { text, rest: line.slice(prefix.length + text.length), depth }
      : { text, depth }
  })

/**
 * Lines that a program broke, whole again: one that ends in a space goes on in the next (RFC 3676, 4.1). Providers do
 * not always say whether a body is format=flowed, so a break counts only where the next word had no room any more;
 * "5 answered " and a line below it are two.
 */
function joinSoft(lines: string[]): string[] {
  const whole: string[] = []
  let isSoft = false
  for (const [at, line] of lines.entries()) {
    const text = isSoft && line.startsWith(' ') ? line.slice(1) : line
    if (isSoft) whole[whole.length - 1] += text
    else whole.push(text)
    const next = /^[^>\s]\S*/.exec(lines[at + 1] ?? '')?.[0] ?? ''
    const isFull = line.length + next.length > MIN_COLUMNS && line.length <= MAX_COLUMNS
    isSoft = line.endsWith(' ') && !line.startsWith('>') && next !== '' && isFull && line !== '-- '
  }
  return whole
}

/** Programs break lines at 66 to 78 columns (RFC 3676, 4.2). */
const MIN_COLUMNS = 65
const MAX_COLUMNS = 80

/**
 * Text with the characters gone that no one sees and programs add: bidi controls around Hebrew and Arabic
 * names, and around Outlook's dates (UAX 9); zero-width space and joiners; byte order marks; soft hyphens;
 * the object that stands for an image. Every kind of line end becomes \n, every kind of space a space.
 */
export const visible = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085\f\v]/g, '\n')
    .replace(
      /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc\u0000-\u0008]/g,
      '',
    )
    .replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replaceAll('\uff1a', ':')

/** Lower case and NFC, the digits of every script as 0 to 9: what the tables of words compare with. */
export const fold = (text: string): string =>
  foldDigits(text.normalize('NFC').toLowerCase().replaceAll('\u0307', ''))

/** The decimal digits of Arabic, Persian, Devanagari, Bengali, Thai ... as 0 to 9. */
export const foldDigits = (text: string): string =>
  text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    let value = VALUES.get(digit)
    if (value === undefined) VALUES.set(digit, (value = figureOf(digit)))
    return value
  })

/** At most the few hundred digits that there are. */
const VALUES = new Map<string, string>()

/** Unicode keeps each script's ten digits in a row (chapter 4.6), so the zero is the lowest in that row. */
function figureOf(digit: string): string {
  let code = digit.codePointAt(0)!
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code--
    value++
  }
  return String(value)
}

/** Leading `>` as programs write them: "> ", ">>", "> > ", " >". A lone bar or colon is not a quote. */
const QUOTE_PREFIX = /^ {0,3}>(?: ?>){0,50} ?/
