import { canonicalAddress } from '../core/mail/addresses.ts'

/** Why letters to an address do not arrive. */
export type Failure = 'bounce' | 'complaint' | 'suppressed'

/** What Postmark says of the address of one of our letters; `at` is when it happened, if it says so. */
export type LetterEvent =
  | { is: 'failed'; address: string; why: Failure; at: number | undefined }
  | { is: 'mended'; address: string; at: number | undefined }

/**
 * Reads an event webhook (https://postmarkapp.com/developer/webhooks/webhooks-overview): bounces, complaints,
 * subscription changes. Undefined for all else: bounces that pass by themselves, other events and streams, and the
 * bodies without documentation by which Postmark probes the address.
 */
export function readPostmarkEvent(body: unknown, stream: string): LetterEvent | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
  const event = body as Record<string, unknown>
  if (event.MessageStream !== undefined && event.MessageStream !== stream) return undefined
  const address = canonicalAddress(text(event.Email) || text(event.Recipient))
  if (!address) return undefined
  const at = instant(event.BouncedAt ?? event.ChangedAt)
  switch (event.RecordType) {
    case 'Bounce':
    case 'SpamComplaint': {
      const why = event.RecordType === 'SpamComplaint' ? 'complaint' : failureOf(event)
      return why && { is: 'failed', address, why, at }
    }
    case 'SubscriptionChange': {
      if (event.SuppressSending === false) return { is: 'mended', address, at }
      if (event.SuppressSending !== true) return undefined
      return { is: 'failed', address, why: REASONS.get(text(event.SuppressionReason)) ?? 'suppressed', at }
    }
    default:
      return undefined
  }
}

/** A bounce that will be one next time too: Postmark has made the address inactive, or calls it hard. */
function failureOf(event: Record<string, unknown>): Failure | undefined {
  const type = text(event.Type)
  if (type === 'SpamComplaint') return 'complaint'
  if (type === 'ManuallyDeactivated' || type === 'Unsubscribe') return 'suppressed'
  return event.Inactive === true || type === 'HardBounce' || type === 'BadEmailAddress' ? 'bounce' : undefined
}

const REASONS = new Map<string, Failure>([
  ['HardBounce', 'bounce'],
  ['SpamComplaint', 'complaint'],
  ['ManualSuppression', 'suppressed'],
])

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const instant = (value: unknown): number | undefined => {
  const at = Date.parse(text(value))
  return Number.isNaN(at) ? undefined : at
}
