import { strictMailbox } from '../core/mail/strict-from.ts'
import { type Address, type InboundEmail, MAX_BODY, MAX_HEADER_CHARS, MAX_SUBJECT } from '../inbound-email.ts'
import type { Refusal } from '../refusal.ts'
import { assemble } from './assemble.ts'
import { type Attachment, attachmentKind, charsetOf, MAX_ATTACHMENT, readAttachments } from './attachments.ts'
import { type Scanned, type Shape, scanJson } from './json-scan.ts'
import { readAttachedMail } from './mime.ts'

export type Refused = { refused: Extract<Refusal, 'not json' | 'not an inbound mail' | 'too large'> }

/**
 * Reads Postmark's inbound webhook (https://postmarkapp.com/developer/webhooks/inbound-webhook) and its body to
 * the end, unless that is over 100 MB. Every field is checked: what has the wrong type counts as missing. Event
 * webhooks (they have a RecordType) and mails without an OriginalRecipient are no inbound mails.
 *
 * @throws what reading the body fails with: the client is gone.
 */
export const readPostmark = async (request: Request): Promise<InboundEmail | Refused> => {
  const json = await readJson(request)
  if ('refused' in json) return json
  const recipient = text(json.value, 'OriginalRecipient')
  if (has(json.value, 'RecordType') || !/^[^\s@]+@[^\s@]+$/.test(recipient) || recipient.length > 320) {
    return { refused: 'not an inbound mail' }
  }
  // Those that are left out may be the provider's own.
  if (list(json.value, 'Headers').length >= MAX_HEADERS) return { refused: 'too large' }
  return toInboundEmail(json.value, recipient)
}

/** Real mail has a few dozen. */
const MAX_HEADERS = 1000

/** 35 MB of attachments are 47 MB of base64; the raw mail beside them, if it is switched on, doubles that. */
const MAX_REQUEST = 100 * 1024 * 1024
/** Up to here the runtime's own parser is the quicker one and costs little memory. */
const SMALL = 128 * 1024

const readJson = async (request: Request): Promise<Scanned> => {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (length > MAX_REQUEST) return { refused: 'too large' }
  if (request.body === null) return { refused: 'not json' }
  if (!(length <= SMALL)) return scanJson(request.body, shape(), MAX_REQUEST)
  const body = await request.text()
  try {
    return { value: JSON.parse(body) }
  } catch {
    return { refused: 'not json' }
  }
}

/** What is kept of a body that is read as a stream. A new one for each request: it counts attachments. */
const shape = (): Shape => {
  const mailbox: Shape = { members: { Email: { chars: 320 }, Name: { chars: 1000 } } }
  const mailboxes: Shape = { items: mailbox, most: 1000 }
  let bytes = 0
  const attachment: Shape = {
    members: {
      Name: { chars: 300 },
      ContentType: { chars: 300 },
      // One character in 64 is a "/", which some write as "\/".
      Content: { chars: BASE64_CHARS, bytes: 1.1 * BASE64_CHARS },
    },
    finish: (object) => {
      const content = text(object, 'Content')
      const isWanted = attachmentKind(text(object, 'ContentType'), text(object, 'Name')) !== undefined
      if (isWanted && bytes + content.length <= MAX_KEPT) bytes += content.length
      else delete object.Content
    },
  }
  return {
    members: {
      RecordType: { chars: 100 },
      From: { chars: 2000 },
      FromFull: mailbox,
      ToFull: mailboxes,
      CcFull: mailboxes,
      OriginalRecipient: { chars: 320 },
      Subject: { chars: 4 * MAX_SUBJECT },
      Date: { chars: 200 },
      TextBody: { chars: MAX_BODY },
      HtmlBody: { chars: MAX_BODY },
      Headers: {
        items: { members: { Name: { chars: 200 }, Value: { chars: MAX_HEADER_CHARS } } },
        most: MAX_HEADERS,
      },
      Attachments: { items: attachment, most: 200 },
    },
  }
}

const BASE64_CHARS = Math.ceil(MAX_ATTACHMENT / 3) * 4
/** Of all attachments of a mail together. */
const MAX_KEPT = 4 * BASE64_CHARS

const toInboundEmail = async (json: unknown, recipient: string): Promise<InboundEmail> => {
  const headers = list(json, 'Headers').map((header): [string, string] => [
    text(header, 'Name').trim(),
    unfolded(text(header, 'Value')),
  ])
  const attachments = list(json, 'Attachments').flatMap(wantedAttachment)
  return assemble({
    recipient,
    fromLines: fromLines(json, headers),
    fromName: text(field(json, 'FromFull'), 'Name') || text(json, 'FromName'),
    to: mailboxes(json, 'ToFull'),
    cc: mailboxes(json, 'CcFull'),
    subject: text(json, 'Subject'),
    date: text(json, 'Date') || undefined,
    text: text(json, 'TextBody'),
    html: text(json, 'HtmlBody'),
    headers: headers.filter(([name]) => name !== ''),
    ...(await readAttachments(attachments, readAttachedMail)),
    isCut: false,
  })
}

/**
 * The From headers that Postmark lets us see: its own reading, which must agree with the text that it was read
 * from, and the header itself where it is listed among the others.
 */
const fromLines = (json: unknown, headers: [string, string][]): string[] => {
  const read = text(field(json, 'FromFull'), 'Email')
  const listed = headers.filter(([name]) => name.toLowerCase() === 'from').map(([, value]) => value)
  const claimed = [text(json, 'From'), ...listed].filter((value) => value !== '')
  const address = strictMailbox(read)?.address
  const isOne = listed.length <= 1 && claimed.every((value) => strictMailbox(value)?.address === address)
  return isOne && address !== undefined ? [read] : []
}

const mailboxes = (json: unknown, name: string): Address[] =>
  list(json, name).map((mailbox) => ({ address: text(mailbox, 'Email'), name: text(mailbox, 'Name') }))

const wantedAttachment = (attachment: unknown): Attachment[] => {
  const contentType = text(attachment, 'ContentType')
  const content = text(attachment, 'Content')
  const kind = attachmentKind(contentType, text(attachment, 'Name'))
  if (kind === undefined || content === '') return []
  const bytes = Buffer.from(content.slice(0, BASE64_CHARS), 'base64')
  return [{ kind, charset: charsetOf(contentType), bytes, isCut: content.length > BASE64_CHARS }]
}

const unfolded = (value: string): string => value.replace(/\r?\n[ \t]+/g, ' ').trim()

/** A member of an object, if it is one; nothing is ever taken from a prototype. */
const field = (json: unknown, name: string): unknown =>
  has(json, name) ? (json as Record<string, unknown>)[name] : undefined

const has = (json: unknown, name: string): boolean =>
  typeof json === 'object' && json !== null && !Array.isArray(json) && Object.hasOwn(json, name)

const text = (json: unknown, name: string): string => {
  const value = field(json, name)
  return typeof value === 'string' ? value : ''
}

const list = (json: unknown, name: string): unknown[] => {
  const value = field(json, name)
  return Array.isArray(value) ? value : []
}
