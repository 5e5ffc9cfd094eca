import { attributionAt, namesAuthor } from './attributions.ts'
import { isDeviceFooter, isGatewayFooter } from './footers.ts'
import { headerBlockAt, separatorAt } from './header-blocks.ts'
import type { MailLine } from './mail-lines.ts'

/**
 * What a line of a reply is. `quoted`: behind a `>` or in a blockquote, never the user's. `below`: under an
 * attribution or header block without any such mark, as Outlook quotes: the letter, and perhaps answers typed
 * into it. `introduction`: attribution, header block or separator. `footer`: signature, "Sent from my iPhone".
 */
export type Role = 'user' | 'quoted' | 'below' | 'introduction' | 'footer' | 'blank'

/**
 * The role of each line, from structure alone. A closing ("Thanks,", "Best regards") ends nothing: what is
 * below it may be a command, and itself it is none.
 * @param isLetter  the line is one of the letter's own and so can introduce nothing
 * @param authors  what those who may be quoted are called, in lower case: names and addresses
 */
export function rolesOf(
  lines: MailLine[],
  isLetter: (at: number) => boolean = () => false,
  authors: readonly string[] = [],
): Role[] {
  const roles: Role[] = []
  let isBelow = false
  let isSignature = false
  let isFirst = true
  const isQuotedFrom = (at: number) => isMarkedFrom(lines, at) || isLetter(nextText(lines, at))
  while (roles.length < lines.length) {
    const at = roles.length
    const line = lines[at]!
    if (line.text === '') {
      roles.push('blank')
      continue
    }
    const isQuote = line.depth > 0 || isLetter(at)
    const length: number = isQuote ? 0 : introductionAt(lines, at, isQuotedFrom, isFirst, authors)
    isFirst &&= !isQuote && length === 0
    if (length > 0) {
      for (let i = 0; i < length; i++) roles.push('introduction')
      isBelow = !isMarkedFrom(lines, at + length)
      isSignature = false
    } else if (line.depth > 0) {
      roles.push('quoted')
      isSignature = false
    } else if (isBelow || line.mark === 'below') roles.push('below')
    else if (isSignature || line.mark === 'signature') roles.push('footer')
    else if (isRule(line.text) || NOTICE.test(line.text)) {
      roles.push('footer')
      isSignature = SIGNATURE.test(line.text)
    } else roles.push('user')
  }
  return roles.map((role, at) => (role === 'user' && isFooterAt(lines, roles, at) ? 'footer' : role))
}

/** Which of these lines, typed below the quote, are a signature, a device footer or a gateway's notice. */
export function footersIn(texts: string[]): boolean[] {
  let isRest = false
  return texts.map((text) => {
    isRest ||= SIGNATURE.test(text) || isGatewayFooter(text)
    return isRest || isRule(text) || NOTICE.test(text) || isDeviceFooter(text)
  })
}

/** RFC 3676 4.3: "-- "; many programs lose the space, and a phone's keyboard makes a dash of it. */
const SIGNATURE = /^(?:--|—)$/
/** What Gmail prints in place of a quote. */
const NOTICE = /^\[(?:quoted text hidden|message clipped)\]/i

const isRule = (text: string) => /^[-‐‑–—_=*~]{2,}$|^—$/.test(text)

function introductionAt(
  lines: MailLine[],
  at: number,
  isQuotedFrom: (at: number) => boolean,
  isFirst: boolean,
  authors: readonly string[],
): number {
  if (lines[at]!.mark === 'attribution') return 1
  const separator = separatorAt(lines, at)
  if (separator > 0) return separator
  const block = headerBlockAt(lines, at)
  if (block > 0) return block
  const attribution = attributionAt(lines, at, authors)
  if (attribution?.is === 'sure') return attribution.length
  if (attribution && (isFirst || attribution.is === 'doubtful') && isQuotedFrom(at + attribution.length))
    return attribution.length
  return isFirst && isQuotedFrom(at + 1) && namesAuthor(lines[at]!.text, authors) ? 1 : 0
}

/** Whether the first line with text from here on is marked as quoted. */
const isMarkedFrom = (lines: MailLine[], at: number) => (lines[nextText(lines, at)]?.depth ?? 0) > 0

function nextText(lines: MailLine[], at: number): number {
  while (lines[at]?.text === '') at++
  return at
}

function isFooterAt(lines: MailLine[], roles: Role[], at: number): boolean {
  const isInline = roles.lastIndexOf('quoted', at) >= 0 && roles.indexOf('quoted', at) >= 0
  return isDeviceFooter(lines[at]!.text, isInline)
}
