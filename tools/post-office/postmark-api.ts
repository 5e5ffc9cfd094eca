import { Hono } from 'hono'
import addressparser from 'nodemailer/lib/addressparser'
import type { Clock } from './clock.ts'
import { attachmentOf, type Mail, type Mails } from './mails.ts'

/**
 * Stands in for the part of Postmark's API that sends: what it takes becomes a letter in the post office.
 *
 *   POST /email                200 { To, SubmittedAt, MessageID, ErrorCode: 0, Message: "OK" }
 *   POST /email/batch          200, one result for each message, in order; a refused one is { ErrorCode, Message }
 *   GET  /messages/outbound    count, offset, metadata_KEY=VALUE: newest first
 *
 * 401 (code 10) without the token; 415 without JSON both ways; 422 with Postmark's code for what it refuses.
 */
export const postmarkApi = (clock: Clock, mails: Mails, token: string): Hono => {
  const api = new Hono()

  api.use('/email/*', async (c, next) => {
    if (c.req.header('x-postmark-server-token') !== token) return c.json(WRONG_TOKEN, 401)
    if (!isJson(c.req.header('content-type')) || !isJson(c.req.header('accept'))) return c.body(null, 415)
    await next()
  })

  api.post('/email', async (c) => {
    const message = await c.req.json().catch(() => undefined)
    if (message === undefined) return c.json(fault(402, 'Invalid JSON.'), 422)
    const result = send(clock, mails, message)
    return result.ErrorCode === 0 ? c.json(result) : c.json(result, 422)
  })

  api.post('/email/batch', async (c) => {
    const messages = await c.req.json().catch(() => undefined)
    if (!Array.isArray(messages)) return c.json(fault(402, 'Invalid JSON.'), 422)
    if (messages.length > 500) return c.json(fault(410, 'At most 500 messages in a batch.'), 422)
    return c.json(messages.map((message) => send(clock, mails, message)))
  })

  api.get('/messages/outbound', (c) => {
    if (c.req.header('x-postmark-server-token') !== token) return c.json(WRONG_TOKEN, 401)
    const count = Number(c.req.query('count'))
    const offset = Number(c.req.query('offset'))
    if (!(count >= 1 && count <= 500 && offset >= 0 && count + offset <= 10_000))
      return c.json(fault(300, 'count (1 to 500) and offset are required.'), 422)
    const wanted = Object.entries(c.req.query()).filter(([key]) => key.startsWith('metadata_'))
    const found = mails
      .letters()
      .filter((letter) =>
        wanted.every(([key, value]) => letter.metadata[key.slice('metadata_'.length)] === value),
      )
      .reverse()
    return c.json({ TotalCount: found.length, Messages: found.slice(offset, offset + count).map(asOutbound) })
  })

  return api
}

/** The fields of a message that we look at, as Postmark names them. All are claimed by the caller. */
type Message = {
  From?: string
  To?: string
  Cc?: string
  Bcc?: string
  ReplyTo?: string
  Subject?: string
  Tag?: string
  TextBody?: string
  HtmlBody?: string
  MessageStream?: string
  Metadata?: Record<string, string>
  Headers?: { Name: string; Value: string }[]
  Attachments?: { Name: string; Content: string; ContentType: string }[]
}

type Result =
  | { To: string; SubmittedAt: string; MessageID: string; ErrorCode: 0; Message: 'OK' }
  | { ErrorCode: number; Message: string }

const send = (clock: Clock, mails: Mails, message: Message): Result => {
  const refusal = refusalOf(message)
  if (refusal) return fault(300, refusal)
  const id = crypto.randomUUID()
  const header = (name: string) =>
    message.Headers?.find(({ Name }) => Name.toLowerCase() === name)?.Value ?? ''
  const isOwnId = header('x-pm-keepid') === 'true' && header('message-id')
  const letter: Mail = {
    id,
    kind: 'letter',
    at: clock.now(),
    recipients: recipientsOf(message),
    inbound: [],
    from: message.From ?? '',
    to: message.To ?? '',
    cc: message.Cc ?? '',
    replyTo: message.ReplyTo ?? '',
    subject: message.Subject ?? '',
    messageId: isOwnId ? header('message-id') : `<${id}@mtasv.net>`,
    inReplyTo: header('in-reply-to'),
    references: header('references'),
    text: message.TextBody ?? '',
    html: message.HtmlBody ?? '',
    metadata: message.Metadata ?? {},
    attachments: (message.Attachments ?? []).map((part) =>
      attachmentOf(part.Name, part.ContentType, part.Content),
    ),
  }
  mails.add(letter)
  return {
    To: letter.to,
    SubmittedAt: new Date(letter.at).toISOString(),
    MessageID: id,
    ErrorCode: 0,
    Message: 'OK',
  }
}

/** Why Postmark would answer 300, or undefined. */
const refusalOf = (message: Message): string | undefined => {
  const recipients = recipientsOf(message)
  const metadata = Object.entries(message.Metadata ?? {})
  const bytes = (text = '') => Buffer.byteLength(text)
  if (addressesOf(message.From).length !== 1) return `Invalid 'From' address: '${message.From ?? ''}'.`
  if (recipients.length === 0) return 'Zero recipients specified.'
  if (recipients.length > 50) return 'More than 50 recipients specified.'
  if (!message.TextBody && !message.HtmlBody) return "Provide either email 'TextBody' or 'HtmlBody' or both."
  if (bytes(message.TextBody) > 5_000_000 || bytes(message.HtmlBody) > 5_000_000)
    return 'A body is over 5 MB.'
  if ((message.Subject ?? '').length > 2000) return "'Subject' is over 2000 characters."
  if ((message.Tag ?? '').length > 1000) return "'Tag' is over 1000 characters."
  if (metadata.length > 10) return "'Metadata' has more than 10 keys."
  if (metadata.some(([key, value]) => key.length > 20 || typeof value !== 'string' || value.length > 80))
    return "'Metadata' takes keys of 20 and text values of 80 characters."
  const headers = message.Headers ?? []
  if (headers.some(({ Name, Value }) => !/^[!-9;-~]+$/.test(Name) || /[\r\n]/.test(Value)))
    return 'A header has a name or value that a mail cannot carry.'
  return undefined
}

const recipientsOf = (message: Message): string[] =>
  [message.To, message.Cc, message.Bcc].flatMap(addressesOf).map((address) => address.toLowerCase())

const addressesOf = (list: string | undefined): string[] =>
  addressparser(list ?? '', { flatten: true })
    .map(({ address }) => address)
    .filter((address) => /^[^@\s]+@[^@\s]+$/.test(address))

const asOutbound = (letter: Mail) => ({
  MessageID: letter.id,
  MessageStream: 'outbound',
  To: letter.recipients.map((Email) => ({ Email, Name: null })),
  Recipients: letter.recipients,
  From: letter.from,
  Subject: letter.subject,
  ReceivedAt: new Date(letter.at).toISOString(),
  Status: 'Sent',
  Metadata: letter.metadata,
})

const isJson = (type: string | undefined): boolean => (type ?? '').includes('application/json')

const fault = (ErrorCode: number, Message: string) => ({ ErrorCode, Message })

const WRONG_TOKEN = fault(
  10,
  'The Server Token you provided in the X-Postmark-Server-Token request header was invalid.',
)
