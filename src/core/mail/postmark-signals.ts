import { headerValues, type InboundEmail } from '../../inbound-email.ts'
import { withoutComments } from './auth-results.ts'

/** What Postmark found out about the sender; each is undefined where it does not say. */
export type PostmarkSignals = {
  /** The SpamAssassin tests that hit: DKIM_VALID_AU, SPF_PASS ... Empty where two headers contradict each other. */
  tests?: Set<string>
  /** The SPF result (RFC 7208 section 2.6), and the domain of the envelope sender that it is about. */
  spf?: { result: string; domain?: string }
}

/**
 * Reads X-Spam-Tests and Received-SPF. Whether Postmark takes out such headers of the sender's is not documented, so
 * each counts only where it cannot be the sender's: there is one X-Spam-Tests; the first Received-SPF is about a
 * delivery to us, and no second one says so of itself.
 */
export function postmarkSignals(mail: InboundEmail): PostmarkSignals {
  const tests = headerValues(mail, 'x-spam-tests')
  const spf = spfOf(mail)
  return {
    ...(tests.length > 0 && {
      tests: new Set(tests.length === 1 ? tests[0]!.toUpperCase().split(/[\s,]+/) : []),
    }),
    ...(spf && { spf }),
  }
}

function spfOf(mail: InboundEmail): PostmarkSignals['spf'] {
  const all = headerValues(mail, 'received-spf').map(readReceivedSpf)
  const [first] = all
  if (!first) return undefined
  const isAboutUs = ({ receiver }: Spf): boolean => receiver !== undefined && isOurs(receiver, mail.recipient)
  const isFirst = first.receiver === undefined ? all.length === 1 : isAboutUs(first)
  // There is a finding, but whose is not sure.
  if (!isFirst || all.filter(isAboutUs).length > 1) return { result: 'none' }
  const { result, identity, envelopeFrom } = first
  const isEnvelope = identity === undefined || identity === 'mailfrom'
  const at = envelopeFrom?.lastIndexOf('@') ?? -1
  return { result, ...(isEnvelope && at >= 0 && { domain: envelopeFrom!.slice(at + 1) }) }
}

const isOurs = (receiver: string, recipient: string): boolean => {
  const domain = receiver.slice(receiver.lastIndexOf('@') + 1)
  return domain === 'inbound.postmarkapp.com' || domain === recipient.slice(recipient.lastIndexOf('@') + 1)
}

type Spf = { result: string; identity?: string; envelopeFrom?: string; receiver?: string }

/** `Pass (comment) identity=mailfrom; envelope-from=<a@b>; receiver=...` (RFC 7208 section 9.1). */
function readReceivedSpf(value: string): Spf {
  const text = withoutComments(value)
  const [result = ''] = /^\s*[a-z]+/i.exec(text) ?? []
  const pairs = [...text.matchAll(/(?:^|[\s;])(identity|envelope-from|receiver)=("[^"]*"|[^\s;]*)/gi)]
  const only = (name: string): string | undefined => {
    const found = pairs.filter(([, key]) => key!.toLowerCase() === name)
    return found.length === 1 ? found[0]![2]!.replace(/^["<]+|[">]+$/g, '').toLowerCase() : undefined
  }
  return {
    result: result.trim().toLowerCase(),
    ...opt('identity', only('identity')),
    ...opt('envelopeFrom', only('envelope-from')),
    ...opt('receiver', only('receiver')),
  }
}

const opt = <K extends string>(key: K, value: string | undefined) =>
  (value ? { [key]: value } : {}) as { [P in K]?: string }
