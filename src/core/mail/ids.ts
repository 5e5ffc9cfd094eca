import { MAX_ID_LENGTH, MAX_IDS } from '../../inbound-email.ts'

/**
 * The msg-ids (RFC 5322 section 3.6.4) in a header value, without angle brackets, whatever stands around and
 * between them: real In-Reply-To headers carry dates, names and several ids. Case is kept. Each id once. Of
 * more than MAX_IDS the first (the thread's root) and the last ones (the parents) stay.
 */
export const messageIds = (value: string): string[] => {
  const found = new Set<string>()
  for (const [, id] of value.matchAll(MSG_ID)) if (id!.length <= MAX_ID_LENGTH) found.add(id!)
  const ids = [...found]
  return ids.length <= MAX_IDS ? ids : [ids[0]!, ...ids.slice(1 - MAX_IDS)]
}

/** The id of a Message-ID header; some programs forget the angle brackets. */
export const ownMessageId = (value: string): string | undefined =>
  messageIds(value)[0] ?? messageIds(`<${value.slice(0, MAX_ID_LENGTH + 2).trim()}>`)[0]

const MSG_ID = /<\s{0,3}([^<>\s@]{1,250}@[^<>\s]{1,250})\s{0,3}>/g
