import { type Address, MAX_RECIPIENTS } from '../../inbound-email.ts'
import { canonicalAddress, cleanName } from './addresses.ts'

/**
 * The mailboxes in a line that a program printed for people: "Kim, Grace <grace@acme.com>; Jo <mailto:jo@acme.com>",
 * "Grace Kim [mailto:grace@acme.com]", "grace@acme.com<mailto:grace@acme.com>". Each address once, in order, at most
 * MAX_RECIPIENTS. Names without an address are left out.
 */
export function mailboxesIn(text: string): Address[] {
  const line = text.slice(0, MAX_TEXT).replace(/\*/g, '')
  const found = new Map<string, Address>()
  let from = 0
  for (const match of line.matchAll(ADDRESS)) {
    const address = canonicalAddress(match[1]!.replace(/\.+$/, ''))
    const name = nameIn(line.slice(from, match.index))
    from = match.index + match[0].length
    if (!address || found.has(address)) continue
    found.set(address, { address, name: name.toLowerCase() === address ? '' : name })
    if (found.size === MAX_RECIPIENTS) break
  }
  return [...found.values()]
}

/** The name that a From line gives where it gives no address, as Outlook prints people of the own company. */
export const nameIn = (text: string): string =>
  cleanName(
    text
      .replace(/\s+(?:on behalf of|im auftrag von|de la part de|en nombre de|per conto di|namens)\s+.*$/i, '')
      .replace(/["“”„«»<>[\]]/g, ' ')
      .replace(/^[\s,;:()'‘’]+|[\s,;:('‘’]+$/g, ''),
  )

const MAX_TEXT = 20_000
/** The address with all that stands for "this is an address" around it. A quote may be inside, but is no beginning. */
const ADDRESS =
  /[<[(]?(?:mailto:)?([^\s<>()[\],;:"'@][^\s<>()[\],;:"@]{0,63}@[^\s<>()[\],;:"'@]{1,255})[>\])]{0,2}/gi
