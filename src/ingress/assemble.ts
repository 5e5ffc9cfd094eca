import { cleanName, visibleRecipients } from '../core/mail/addresses.ts'
import { messageIds, ownMessageId } from '../core/mail/ids.ts'
import { mailDate } from '../core/mail/mail-date.ts'
import { strictFrom, strictMailbox } from '../core/mail/strict-from.ts'
import { plain } from '../core/plain.ts'
import {
  type Address,
  type InboundEmail,
  MAX_BODY,
  MAX_CALENDAR,
  MAX_DELIVERY_STATUS,
  MAX_HEADER_CHARS,
  MAX_SUBJECT,
} from '../inbound-email.ts'

/** What either door knows of a mail before anything is cleaned. Addresses and texts are as the sender wrote them. */
export type Parts = {
  recipient: string
  /** The raw values of every From header that could be seen. */
  fromLines: string[]
  /** The decoded display name of the author. */
  fromName: string
  to: Address[]
  cc: Address[]
  subject: string
  /** The raw Date header. */
  date: string | undefined
  text: string
  html: string
  /** All headers, top to bottom, unfolded. */
  headers: [name: string, value: string][]
  calendar: string | undefined
  deliveryStatus: string | undefined
  attached: InboundEmail[]
  isCut: boolean
}

/** The one way from a parsed mail to the value that the rest of Reachback sees: same mail, same value. */
export const assemble = (parts: Parts): InboundEmail => {
  const all = parts.headers.map(([name, value]): [string, string] => [name.toLowerCase(), value])
  const { headers, isCut: areHeadersCut } = capped(all.filter(([name]) => !IN_FIELDS.has(name)))
  const { to, cc, isCut: areRecipientsCut } = visibleRecipients(parts.to, parts.cc)
  const texts = {
    subject: cut(oneLine(plain(parts.subject.slice(0, 4 * MAX_SUBJECT))), MAX_SUBJECT),
    text: body(parts.text, MAX_BODY),
    html: body(parts.html, MAX_BODY),
    calendar: optionalBody(parts.calendar, MAX_CALENDAR),
    deliveryStatus: optionalBody(parts.deliveryStatus, MAX_DELIVERY_STATUS),
  }
  // HTML beside a text is not read.
  const read = texts.text === '' ? parts.html : parts.text
  const areTextsCut =
    read.length > MAX_BODY ||
    (parts.calendar?.length ?? 0) > MAX_CALENDAR ||
    (parts.deliveryStatus?.length ?? 0) > MAX_DELIVERY_STATUS
  return {
    recipient: parts.recipient.trim().toLowerCase(),
    from: author(parts),
    sender: only(all, 'sender'),
    to,
    cc,
    ...texts,
    ...ids(all),
    ...sent(parts.date),
    headers,
    attached: parts.attached,
    isCut: parts.isCut || areHeadersCut || areRecipientsCut || areTextsCut,
  }
}

/** Headers that have a field of their own in InboundEmail, or none of our business (Bcc, RFC 5322 section 3.6.3). */
const IN_FIELDS = new Set(
  'from sender to cc bcc reply-to subject date message-id in-reply-to references'.split(' '),
)

const author = ({ fromLines, fromName }: Parts): Address | undefined => {
  const address = strictFrom(fromLines)
  return address === undefined ? undefined : { address, name: cleanName(fromName) }
}

const only = (headers: [string, string][], wanted: string): Address | undefined => {
  const values = headers.filter(([name]) => name === wanted)
  const mailbox = values.length === 1 ? strictMailbox(values[0]![1]) : undefined
  return mailbox && { address: mailbox.address, name: cleanName(mailbox.name) }
}

const ids = (headers: [string, string][]) => {
  const values = (pattern: RegExp) => headers.filter(([name]) => pattern.test(name)).map(([, value]) => value)
  const own = values(/^message-id$/).flatMap((value) => ownMessageId(value) ?? [])
  const others = values(/^x-(?:microsoft-|google-)?original-message-id$/).flatMap(
    (value) => ownMessageId(value) ?? [],
  )
  const [messageId] = own
  return {
    messageId,
    otherIds: [...new Set([...own.slice(1), ...others])].filter((id) => id !== messageId).slice(0, 10),
    inReplyTo: messageIds(values(/^in-reply-to$/).join(' ')),
    references: messageIds(values(/^references$/).join(' ')),
  }
}

const sent = (date: string | undefined) => {
  const read = date === undefined ? undefined : mailDate(date)
  return { sentAt: read?.at, utcOffset: read?.offset }
}

/** What a provider found out stays, wherever it stands: without it, nobody would know that it said something. */
const OF_PROVIDER = new Set(['x-spam-tests', 'received-spf'])

const capped = (headers: [string, string][]): { headers: [string, string][]; isCut: boolean } => {
  let size = 0
  const kept = headers.filter(
    ([name, value]) => OF_PROVIDER.has(name) || (size += name.length + value.length) <= MAX_HEADER_CHARS,
  )
  return { headers: kept.map(([name, value]) => [name, oneLine(value)]), isCut: kept.length < headers.length }
}

/** On one line, without control characters, one space at a time. */
const oneLine = (text: string): string =>
  text
    .replace(/[\x00-\x20\x7f\u2028\u2029]+/g, ' ')
    .trim()
    .toWellFormed()

const body = (text: string, most: number): string =>
  cut(text, most).replace(/\r\n?/g, '\n').replaceAll('\0', '').trimEnd().toWellFormed()

const optionalBody = (text: string | undefined, most: number): string | undefined =>
  text === undefined ? undefined : body(text, most)

/** At most `most` UTF-16 units, no half character at the end. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
