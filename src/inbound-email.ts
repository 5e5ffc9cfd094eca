/** A mailbox as a header names it. */
export type Address = {
  /** Lower-case addr-spec; the domain as an A-label (RFC 5890). */
  address: string
  /** Decoded display name, or ''. */
  name: string
}

/**
 * One mail that arrived, whichever door it came by. Both ingresses make the same value of the same mail.
 * Everything in it is claimed by the sender, except `recipient`.
 */
export type InboundEmail = {
  /** The envelope recipient (RFC 5321 RCPT TO), lower-case: whose mail this is. No header says that. */
  recipient: string
  /** The author, or undefined where From is not exactly one plain mailbox (see `strictFrom`). */
  from: Address | undefined
  /** The Sender header, where there is exactly one plain mailbox in it; the name is '' where it is encoded. */
  sender: Address | undefined
  /** Visible recipients, groups flattened, each address once; at most MAX_RECIPIENTS in all, invalid ones left out. */
  to: Address[]
  cc: Address[]
  /** On one line, at most MAX_SUBJECT characters. */
  subject: string
  /** Without angle brackets; undefined where the header is missing or unreadable. */
  messageId: string | undefined
  /** Other ids that the same mail had on its way (X-Microsoft-Original-Message-ID and the like). */
  otherIds: string[]
  inReplyTo: string[]
  references: string[]
  /** The Date header as an instant (ms since the epoch), or undefined where it cannot be read. */
  sentAt: number | undefined
  /** The Date header's offset from UTC in minutes; undefined where the Date says none ("-0000" too, RFC 5322 3.3). */
  utcOffset: number | undefined
  /**
   * The text/plain and text/html bodies, each cut at MAX_BODY characters; '' where there is none. Lines end in \n,
   * nothing blank at the end.
   */
  text: string
  html: string
  /**
   * All other headers, top to bottom; names in lower case, values unfolded but not decoded (RFC 2047). Not in it:
   * the headers that have a field above, Bcc and Reply-To.
   */
  headers: [name: string, value: string][]
  /** The first text/calendar part, cut at MAX_CALENDAR characters. */
  calendar: string | undefined
  /** The message/delivery-status part of a DSN (RFC 3464), cut at MAX_DELIVERY_STATUS characters. */
  deliveryStatus: string | undefined
  /**
   * Attached mails (message/rfc822, .eml, the headers in a bounce), their own attachments not looked into, so that
   * theirs have no calendar, deliveryStatus or attached. `recipient` is ''.
   */
  attached: InboundEmail[]
  /** Something that would have been read was over a limit, and cut or left out. */
  isCut: boolean
}

/** Real mail stays far below these; what is beyond them is an attack or a newsletter. */
export const MAX_RECIPIENTS = 100
export const MAX_IDS = 50
export const MAX_ID_LENGTH = 300
export const MAX_SUBJECT = 500
export const MAX_BODY = 64 * 1024
export const MAX_CALENDAR = 256 * 1024
export const MAX_DELIVERY_STATUS = 64 * 1024
/** Names and values of all headers together. */
export const MAX_HEADER_CHARS = 128 * 1024

/** The values of every header of this name, top to bottom. */
export const headerValues = (mail: InboundEmail, name: string): string[] =>
  mail.headers.filter(([key]) => key === name).map(([, value]) => value)
