import { canonicalAddress } from './addresses.ts'

/**
 * The address of the author, or undefined where the From header is not beyond doubt. Servers, parsers and
 * readers choose different addresses from a From that is bent ("Composition Kills", USENIX Security 2020), so
 * only this counts: one From header, in it one mailbox (RFC 5322 section 3.4), no group, a dot-atom address that
 * stands there literally, at most one pair of angle brackets, no control characters.
 *
 * `lines` are the raw values of all From headers, as received (folding may still be in them).
 */
export const strictFrom = (lines: readonly string[]): string | undefined =>
  lines.length === 1 ? strictMailbox(lines[0]!)?.address : undefined

/**
 * One mailbox out of a raw header value, by the same rules. The name is '' where the header encodes it
 * (RFC 2047): decoding is the parser's business.
 */
export const strictMailbox = (raw: string): { address: string; name: string } | undefined => {
  const line = raw
    .replace(/\r\n(?=[ \t])/g, '')
    .replaceAll('\t', ' ')
    .trim()
  if (line.length > MAX_LENGTH || CONTROL.test(line)) return undefined
  if (count(line, '<') > 1 || count(line, '>') !== count(line, '<')) return undefined
  return line.includes('<') ? bracketed(line) : bare(line)
}

const MAX_LENGTH = 2000
const CONTROL = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/

const count = (text: string, mark: string): number => text.split(mark).length - 1

/** `Grace Kim <grace@acme.com>` */
const bracketed = (line: string): { address: string; name: string } | undefined => {
  const open = line.indexOf('<')
  const close = line.indexOf('>')
  const phrase = line.slice(0, open)
  const address = plainAddress(line.slice(open + 1, close))
  if (address === undefined || !TRAILER.test(line.slice(close + 1))) return undefined
  if (!isPhrase(phrase) && phrase.trim().toLowerCase() !== address) return undefined
  return { address, name: plainName(phrase) }
}

/** Nothing, or one comment. */
const TRAILER = /^(?: *\([^()@<>\\]*\))? *$/

/** `grace@acme.com`, or the old `grace@acme.com (Grace Kim)` */
const bare = (line: string): { address: string; name: string } | undefined => {
  const [, text = '', comment = ''] = /^([^\s()]+)(?: +\(([^()@\\]*)\))?$/.exec(line) ?? []
  const address = plainAddress(text)
  return address === undefined ? undefined : { address, name: plainName(comment) }
}

/** The address as written must be what it means: nothing decoded, no quotes, comments, routes or literals. */
const plainAddress = (text: string): string | undefined =>
  DOT_ATOM_ADDRESS.test(text) && !text.includes('=?') ? canonicalAddress(text) : undefined

const DOT_ATOM_ADDRESS = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[^\s@<>()[\]\\,;:"]+$/

/**
 * Words and quoted strings. A comma is let pass (`Kim, Grace <g@acme.com>`, from people who forget the quotes):
 * without an "@" it cannot make a second mailbox. Colons and semicolons make groups. (An unquoted "@" is only let
 * pass where the name is the address again.)
 */
const isPhrase = (phrase: string): boolean => {
  const unquoted = phrase.replace(/"(?:[^"\\]|\\.)*"/g, '')
  return !/["@:;<>\\]/.test(unquoted) && balanced(unquoted)
}

/** Comments without nesting. */
const balanced = (text: string): boolean => !/[()]/.test(text.replace(/\([^()]*\)/g, ''))

const plainName = (phrase: string): string => {
  if (phrase.includes('=?')) return ''
  return phrase.replace(/"((?:[^"\\]|\\.)*)"/g, (_, quoted: string) => quoted.replace(/\\(.)/g, '$1')).trim()
}
