import type { InboundEmail } from '../../inbound-email.ts'
import { type AuthResult, readAuthResults } from './auth-results.ts'

/**
 * What Cloudflare Email Routing itself found out about a mail. The sender writes every header below the ones that
 * Cloudflare puts on top, and may write "Authentication-Results: mx.cloudflare.net; dmarc=pass" there; only place
 * tells the two apart. So: its Received first, directly below it its ARC set (RFC 8617), and only then, before the
 * next Received, its results.
 *
 * `stamped`: the results. `unstamped`: it came by Cloudflare, which said nothing (cloudflare/workerd#6740).
 * `absent`: no header of Cloudflare's on top; not delivered by it, as in a test.
 */
export function stampedResults({
  headers,
}: Pick<InboundEmail, 'headers'>): { is: 'stamped'; results: AuthResult[] } | { is: 'unstamped' | 'absent' } {
  const [first, ...rest] = headers
  if (first?.[0] !== 'received' || !BY_CLOUDFLARE.test(first[1])) return { is: 'absent' }
  let place = 0
  for (const [name, value] of rest) {
    const expected = BLOCK[place]
    if (
      name === 'received-spf' &&
      place === BLOCK.length - 1 &&
      /\breceiver=mx\.cloudflare\.net\b/.test(value)
    )
      continue
    if (name !== expected?.name || !expected.test(value)) return { is: 'unstamped' }
    place++
    if (place === BLOCK.length) return { is: 'stamped', results: readAuthResults(value)?.results ?? [] }
  }
  return { is: 'unstamped' }
}

const BY_CLOUDFLARE = /\bby (?:mx\.cloudflare\.net|cloudflare-email\.net|email\.cloudflare\.net)\b/

/** The tags of an ARC header; `d=` of the seal is whose set it is. */
const tagIs =
  (name: string, wanted: RegExp) =>
  (value: string): boolean => {
    const values = value.split(';').flatMap((tag) => {
      const at = tag.indexOf('=')
      return tag.slice(0, at).trim() === name ? [tag.slice(at + 1).trim()] : []
    })
    return values.length === 1 && wanted.test(values[0]!)
  }

const OURS = /^(?:email\.cloudflare\.net|cloudflare-email\.net)$/

/** In this order. */
const BLOCK: { name: string; test: (value: string) => boolean }[] = [
  { name: 'arc-seal', test: tagIs('d', OURS) },
  { name: 'arc-message-signature', test: tagIs('d', OURS) },
  { name: 'arc-authentication-results', test: (value) => /^i=\d+; ?mx\.cloudflare\.net;/.test(value) },
  { name: 'authentication-results', test: (value) => readAuthResults(value)?.server === 'mx.cloudflare.net' },
]
