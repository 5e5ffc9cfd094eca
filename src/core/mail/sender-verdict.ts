import { headerValues, type InboundEmail } from '../../inbound-email.ts'
import { ownAddressKey } from './addresses.ts'
import type { AuthResult } from './auth-results.ts'
import { postmarkSignals } from './postmark-signals.ts'
import { stampedResults } from './stamped-results.ts'

/** Which provider brought a mail: each says in its own way who sent it. */
export type Door = 'postmark' | 'cloudflare'

/**
 * Whether the author is who From says.
 *
 * - `pass`: their domain vouches for it, by DKIM or SPF in its own name (aligned, RFC 7489 section 3.1)
 * - `via-sender`: the domain of Sender vouches, and both are addresses of one user (Gmail's "send mail as")
 * - `none`: nobody vouches
 * - `fail`: their domain says that it did not send it
 * - `silent`: the provider gives no findings at all
 */
export type Verdict = 'pass' | 'via-sender' | 'none' | 'fail' | 'silent'

/** `senders` are the user's own addresses as `ownAddressKey` folds them; none for a mail of somebody else. */
export function senderVerdict(mail: InboundEmail, door: Door, senders: string[] = []): Verdict {
  if (!mail.from) return 'fail'
  const author = domainOf(mail.from.address)
  const { sender } = mail
  const isOwn = (address: string): boolean => senders.includes(ownAddressKey(address))
  const agent =
    sender && isOwn(sender.address) && isOwn(mail.from.address) ? domainOf(sender.address) : undefined
  return door === 'postmark' ? byPostmark(mail, author, agent) : byCloudflare(mail, author, agent)
}

/** Postmark runs SpamAssassin and SPF, and tells both in headers (all optional). */
function byPostmark(mail: InboundEmail, author: string, agent: string | undefined): Verdict {
  const { tests, spf } = postmarkSignals(mail)
  if (!tests && !spf) return 'silent'
  const isEnvelope = spf?.domain !== undefined && isAligned(spf.domain, author)
  if (tests?.has('DKIM_VALID_AU') || (spf?.result === 'pass' && isEnvelope)) return 'pass'
  // DKIM_VALID may be anybody's signature: it is the agent's where no signature is another's.
  const signers = headerValues(mail, 'dkim-signature').map(signerOf)
  const isAgents =
    agent && signers.length > 0 && signers.every((domain) => domain && isAligned(domain, agent))
  if (tests?.has('DKIM_VALID') && isAgents) return 'via-sender'
  return spf?.result === 'fail' && isEnvelope && !tests?.has('DKIM_VALID') ? 'fail' : 'none'
}

/** Cloudflare checks DMARC itself (RFC 7489), and refuses what a domain's policy tells it to. */
function byCloudflare(mail: InboundEmail, author: string, agent: string | undefined): Verdict {
  const stamp = stampedResults(mail)
  if (stamp.is !== 'stamped') return stamp.is === 'absent' ? 'silent' : 'none'
  const has = (method: string, result: string, property: string, domain: string): boolean =>
    stamp.results.some(
      (found) => found.method === method && found.result === result && isOf(found, property, domain),
    )
  const isFailed = stamp.results.some(({ method, result }) => method === 'dmarc' && result === 'fail')
  if (has('dmarc', 'pass', 'header.from', author)) return 'pass'
  const isVouched = has('dkim', 'pass', 'header.d', author) || has('spf', 'pass', 'smtp.mailfrom', author)
  if (!isFailed && isVouched) return 'pass'
  if (agent && has('dkim', 'pass', 'header.d', agent)) return 'via-sender'
  return isFailed ? 'fail' : 'none'
}

const isOf = ({ properties }: AuthResult, property: string, domain: string): boolean => {
  const value = properties.get(property)
  if (!value) return false
  return property === 'header.from' ? value === domain : isAligned(domainOf(value), domain)
}

/**
 * One domain speaks for the other: the same, or one below the other. Looser alignment needs a list of all public
 * suffixes, and two names under one of them (a.co.uk, b.co.uk) must not count.
 */
const isAligned = (one: string, other: string): boolean =>
  one === other || one.endsWith(`.${other}`) || (other.endsWith(`.${one}`) && one.includes('.'))

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

const signerOf = (signature: string): string | undefined => {
  const found = signature.split(';').filter((tag) => /^\s*d\s*=/.test(tag))
  return found.length === 1
    ? found[0]!
        .slice(found[0]!.indexOf('=') + 1)
        .trim()
        .toLowerCase()
    : undefined
}
