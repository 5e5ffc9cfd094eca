import { type AddressObject, type EmailAddress, type ParsedMail, simpleParser } from 'mailparser'

/** An address as Postmark writes it. */
export type PostmarkAddress = { Email: string; Name: string; MailboxHash: string }

/** The JSON of Postmark's inbound webhook. */
export type PostmarkInbound = {
  From: string
  FromName: string
  FromFull: PostmarkAddress
  To: string
  ToFull: PostmarkAddress[]
  Cc: string
  CcFull: PostmarkAddress[]
  Bcc: string
  BccFull: PostmarkAddress[]
  OriginalRecipient: string
  MailboxHash: string
  ReplyTo: string
  Subject: string
  MessageID: string
  MessageStream: string
  Date: string
  Tag: string
  TextBody: string
  HtmlBody: string
  StrippedTextReply: string
  Headers: { Name: string; Value: string }[]
  Attachments: {
    Name: string
    Content: string
    ContentType: string
    ContentLength: number
    ContentID: string
  }[]
}

/**
 * A raw message as Postmark would hand it to the webhook for one envelope recipient, with the verdicts of a mail
 * that passed SPF and DKIM. Only MessageID (a new uuid each time) differs between two calls.
 */
export const asPostmark = async (
  raw: Buffer,
  envelope: { from: string; to: string },
): Promise<PostmarkInbound> => {
  const mail = await simpleParser(raw, OPTIONS)
  const headers = mail.headerLines.map(({ key, line }) => ({ key, ...split(line) }))
  const text = (key: string) => headers.find((header) => header.key === key)?.Value ?? ''
  const from = addressesOf(mail.from)[0] ?? { Email: '', Name: '', MailboxHash: '' }
  return {
    From: from.Email,
    FromName: from.Name,
    FromFull: from,
    To: textOf(mail.to),
    ToFull: addressesOf(mail.to),
    Cc: textOf(mail.cc),
    CcFull: addressesOf(mail.cc),
    Bcc: '',
    BccFull: [],
    OriginalRecipient: envelope.to,
    MailboxHash: hashOf(envelope.to),
    ReplyTo: textOf(mail.replyTo),
    Subject: mail.subject ?? '',
    MessageID: crypto.randomUUID(),
    MessageStream: 'inbound',
    Date: text('date'),
    Tag: '',
    TextBody: mail.text ?? '',
    HtmlBody: mail.html || '',
    StrippedTextReply: '',
    Headers: [
      ...verdicts(envelope),
      ...headers.filter(({ key }) => !FIELDS.has(key)).map(({ Name, Value }) => ({ Name, Value })),
    ],
    Attachments: mail.attachments.map((part) => ({
      Name: part.filename ?? 'noname',
      Content: part.content.toString('base64'),
      ContentType: part.contentType,
      ContentLength: part.content.length,
      ContentID: part.cid ?? '',
    })),
  }
}

/** Bodies as they came: neither made from the other. The caps are those that the Worker's own door uses. */
const OPTIONS = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
  keepDeliveryStatus: true,
  maxHeadSize: 131_072,
  maxChildNodes: 200,
}

/** Headers that the JSON has a field of its own for. */
const FIELDS = new Set(['from', 'to', 'cc', 'bcc', 'reply-to', 'subject', 'date'])

const split = (line: string) => {
  const colon = line.indexOf(':')
  return {
    Name: line.slice(0, colon).trim(),
    Value: line
      .slice(colon + 1)
      .replace(/\r?\n(?=[ \t])/g, '')
      .trim(),
  }
}

const listOf = (field: ParsedMail['to']): AddressObject[] => (field ? [field].flat() : [])

const textOf = (field: ParsedMail['to']): string =>
  listOf(field)
    .map((list) => list.text)
    .join(', ')

const addressesOf = (field: ParsedMail['to']): PostmarkAddress[] =>
  listOf(field)
    .flatMap((list) => list.value)
    .flatMap((entry: EmailAddress) => entry.group ?? [entry])
    .filter((entry) => entry.address)
    .map((entry) => ({ Email: entry.address!, Name: entry.name ?? '', MailboxHash: hashOf(entry.address!) }))

/** "d.abc" of reach+d.abc@in.example.com */
const hashOf = (address: string): string => /^[^@+]*\+([^@]*)@/.exec(address)?.[1] ?? ''

const verdicts = (envelope: { from: string; to: string }) => [
  { Name: 'X-Spam-Status', Value: 'No' },
  { Name: 'X-Spam-Score', Value: '-0.1' },
  { Name: 'X-Spam-Tests', Value: 'DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU,SPF_PASS' },
  {
    Name: 'Received-SPF',
    Value:
      'Pass (sender SPF authorized) identity=mailfrom; client-ip=127.0.0.1; helo=local; ' +
      `envelope-from=<${envelope.from}>; receiver=${envelope.to}`,
  },
]
