import { type Address, MAX_RECIPIENTS } from '../../inbound-email.ts'
import { plain } from '../plain.ts'

/**
 * The one spelling of an address that we compare and store: ASCII letters in lower case, the domain as an
 * A-label (RFC 5890). Undefined for what is not a plain `dot-atom@domain` that a person could write to: quoted
 * or empty local parts, address literals, encoded words (RFC 2047 section 5 forbids them here), the forms that
 * stand for "undisclosed recipients", and what is longer than RFC 5321 section 4.5.3.1 allows.
 */
export const canonicalAddress = (address: string): string | undefined => {
  if (address.length > MAX_ADDRESS) return undefined
  const at = address.lastIndexOf('@')
  const local = asciiLower(address.slice(0, at).trim())
  const domain = asciiDomain(address.slice(at + 1).trim())
  if (at < 1 || domain === undefined || local.length > 64 || !LOCAL_PART.test(local)) return undefined
  if (local.includes('=?') || UNDISCLOSED.test(local)) return undefined
  return `${local}@${domain}`
}

/**
 * A domain as lower-case A-labels, or undefined where it is none. A label that is not ASCII but would become
 * ASCII (fullwidth letters, soft hyphens) is refused: such a domain reads as somebody else's.
 */
export const asciiDomain = (domain: string): string | undefined => {
  const ascii = /^[\x00-\x7f]*$/.test(domain) ? asciiLower(domain) : aLabels(domain)
  return ascii !== undefined && ascii.length <= 253 && DOMAIN.test(ascii) ? ascii : undefined
}

/**
 * The visible recipients of a mail, in order, each once, To before Cc. `isCut` says that there were more than
 * MAX_RECIPIENTS; what is no address is left out without a word.
 */
export const visibleRecipients = (
  to: readonly Address[],
  cc: readonly Address[],
): { to: Address[]; cc: Address[]; isCut: boolean } => {
  const seen = new Set<string>()
  const take = (claimed: readonly Address[]) =>
    claimed.slice(0, MAX_CLAIMED).flatMap(({ address, name }) => {
      const canonical = canonicalAddress(address)
      if (canonical === undefined || seen.has(canonical)) return []
      seen.add(canonical)
      return seen.size > MAX_RECIPIENTS ? [] : [{ address: canonical, name: cleanName(name) }]
    })
  const recipients = { to: take(to), cc: take(cc) }
  const isCut = seen.size > MAX_RECIPIENTS || to.length > MAX_CLAIMED || cc.length > MAX_CLAIMED
  return { ...recipients, isCut }
}

/** A display name on one line without control characters and hidden ones, at most 200 characters. */
export const cleanName = (name: string): string =>
  plain(name.slice(0, 1000))
    .replace(/[\x00-\x1f\x7f\u2028\u2029\s]+/g, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed()

/**
 * An address without its `+tag`: whoever gives out "grace+jobs@acme.com" reads it where she reads "grace@acme.com". Takes
 * and gives canonical addresses.
 */
export const withoutTag = (address: string): string => address.replace(/^([^@+]+)\+[^@]*/, '$1')

/**
 * What two spellings of one person's own address have in common: no `+tag`, and for Gmail no dots and one
 * domain. Only for the user's own addresses: a contact's address stays as it was written.
 */
export const ownAddressKey = (address: string): string => {
  const canonical = withoutTag(canonicalAddress(address) ?? asciiLower(address))
  const at = canonical.lastIndexOf('@')
  const local = canonical.slice(0, at)
  const domain = canonical.slice(at + 1)
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${local}@${domain}`
  return `${local.replaceAll('.', '')}@gmail.com`
}

/** True if both are spellings of one own address. */
export const isSameOwnAddress = (one: string, other: string): boolean =>
  ownAddressKey(one) === ownAddressKey(other)

const MAX_ADDRESS = 320
/** How many claimed recipients are looked at: enough to find MAX_RECIPIENTS good ones, little enough to be quick. */
const MAX_CLAIMED = 1000

/** RFC 5322 section 3.2.3 atext with dots anywhere (some Japanese carriers do that), and RFC 6531 letters. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~.\-\u00a1-\u{10ffff}]+$/u
/** Two or more labels of RFC 1035 section 2.3.1, the last one not a number (that is an IP address). */
const DOMAIN = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/
const UNDISCLOSED = /undisclosed|unlisted-recipients|recipient-?list|^recipients?$/

const asciiLower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

const aLabels = (domain: string): string | undefined => {
  if (/[\s/\\?#:@%[\]]/.test(domain) || !URL.canParse(`http://${domain}`)) return undefined
  const before = domain.split('.')
  const after = new URL(`http://${domain}`).hostname.split('.')
  const isFaithful =
    before.length === after.length &&
    before.every((label, i) => /^[\x00-\x7f]*$/.test(label) || after[i]?.startsWith('xn--'))
  return isFaithful ? after.join('.') : undefined
}
