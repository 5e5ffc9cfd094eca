import { pipeline } from 'node:stream/promises'
import { type AddressObject, type AttachmentStream, type HeaderValue, MailParser } from 'mailparser'
import { canonicalAddress } from '../core/mail/addresses.ts'
import type { Address, InboundEmail } from '../inbound-email.ts'
import { assemble, type Parts } from './assemble.ts'
import {
  type Attachment,
  attachmentKind,
  MAX_ATTACHED,
  MAX_ATTACHMENT,
  readAttachments,
} from './attachments.ts'
import { capParser, firstLines, type Parser } from './caps.ts'
import { decodeHeaderBytes } from './charset.ts'
import { chunks } from './chunks.ts'

/**
 * Reads a raw message (RFC 5322, MIME) for an envelope recipient. A mail that is too complex (headers over 128 KB,
 * hundreds of parts, what `caps.ts` caps) is read as far as it goes and marked `isCut`; refused is only what has no header at all.
 *
 * @throws what the stream fails with; nothing that was ever put into a mail made mailparser throw anything else than
 * EMAXLEN, which is caught.
 */
export const readMime = (
  raw: ReadableStream<Uint8Array> | Uint8Array,
  recipient: string,
): Promise<InboundEmail | { refused: 'not a mail' }> => readAtDepth(raw, recipient, 0)

/** Reads an attached mail: as it claims to be, for nobody, without what is attached to it in turn. */
export const readAttachedMail = async (raw: Uint8Array): Promise<InboundEmail | undefined> => {
  const mail = await readAtDepth(raw, '', 1)
  return 'refused' in mail ? undefined : mail
}

const MAX_HEAD = 128 * 1024

/**
 * Every option closes a way to keep mailparser busy for minutes or to make it refuse a whole mail.
 * `ignoreEmbedded` keeps a forwarded mail's text out of the forwarder's.
 */
const OPTIONS = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
  keepDeliveryStatus: true,
  ignoreEmbedded: true,
  maxHeadSize: MAX_HEAD,
  maxChildNodes: 200,
}

const readAtDepth = async (
  raw: ReadableStream<Uint8Array> | Uint8Array,
  recipient: string,
  depth: number,
): Promise<InboundEmail | { refused: 'not a mail' }> => {
  const head = keptHead(raw)
  let found = await parse(head.stream, depth)
  if (found.isTooComplex && found.lines.length === 0) {
    found = { ...(await parse([head.bytes()], depth)), isTooComplex: true }
  }
  if (!found.lines.some(({ key }) => key !== '')) return { refused: 'not a mail' }
  const attachments = await readAttachments(found.attachments, readAttachedMail)
  return assemble({ ...partsOf(found), ...attachments, recipient })
}

/** Passes a message through and remembers its beginning, in case its headers are too much for the parser. */
const keptHead = (raw: ReadableStream<Uint8Array> | Uint8Array) => {
  const kept: Uint8Array[] = []
  let size = 0
  const stream = async function* () {
    for await (const chunk of raw instanceof Uint8Array ? [raw] : chunks(raw, { isReused: false })) {
      if (size < MAX_HEAD) kept.push(chunk)
      size += chunk.length
      yield chunk
    }
  }
  /** Whole lines, a little less than the parser refuses. */
  const bytes = (): Uint8Array => {
    const head = Buffer.concat(kept).subarray(0, MAX_HEAD - 1024)
    const end = head.lastIndexOf('\n')
    return Buffer.concat([end > 0 ? head.subarray(0, end + 1) : head, Buffer.from('\r\n\r\n')])
  }
  return { stream: stream(), bytes }
}

type Headers = Map<string, HeaderValue>
type HeaderLine = { key: string; line: string }
type Found = {
  headers: Headers
  lines: readonly HeaderLine[]
  text: string
  html: string
  attachments: Attachment[]
  isTooComplex: boolean
}

const parse = async (
  raw: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  depth: number,
): Promise<Found> => {
  const found: Found = {
    headers: new Map(),
    lines: [],
    text: '',
    html: '',
    attachments: [],
    isTooComplex: false,
  }
  const parser = new MailParser(OPTIONS)
  const cut = (): void => {
    found.isTooComplex = true
  }
  capParser(parser as unknown as Parser, cut)
  parser.on('headers', (headers: Headers) => (found.headers = headers))
  parser.on('headerLines', (lines: readonly HeaderLine[]) => (found.lines = lines))
  try {
    await pipeline(
      firstLines(raw, cut),
      parser,
      async (parts: AsyncIterable<AttachmentStream | MessageText>) => {
        for await (const part of parts) {
          if (part.type === 'attachment') await readAttachment(part, found.attachments, depth)
          else Object.assign(found, { text: part.text ?? '', html: part.html || '' })
        }
      },
    )
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EMAXLEN') throw error
    found.isTooComplex = true
  }
  return found
}

type MessageText = { type: 'text'; text?: string; html?: string | false }

/** Keeps the beginning of an attachment that we read, and lets all else run through. An empty type is false, not ''. */
const readAttachment = async (part: AttachmentStream, attachments: Attachment[], depth: number) => {
  const kind = depth === 0 ? attachmentKind(part.contentType || '', part.filename || '') : undefined
  const isWanted =
    kind !== undefined && attachments.filter((other) => other.kind === kind).length < MAX_ATTACHED
  const kept: Uint8Array[] = []
  let size = 0
  for await (const chunk of part.content as unknown as AsyncIterable<Uint8Array>) {
    if (isWanted && size < MAX_ATTACHMENT) kept.push(chunk.slice(0, MAX_ATTACHMENT - size))
    size += chunk.length
  }
  part.release()
  if (!isWanted) return
  const { params } = structured(part.headers.get('content-type'))
  const bytes = Buffer.concat(kept)
  attachments.push({ kind, charset: params.charset, bytes, isCut: size > MAX_ATTACHMENT })
}

const structured = (value: HeaderValue | undefined): { params: Record<string, string> } =>
  typeof value === 'object' && 'params' in value ? value : { params: {} }

const partsOf = ({ headers, lines, text, html, isTooComplex }: Found): Omit<Parts, 'recipient'> => {
  const values = (name: string) => lines.filter(({ key }) => key === name).map(({ line }) => rawValue(line))
  const subject = headers.get('subject')
  return {
    fromLines: values('from'),
    fromName: mailboxes(headers.get('from'))[0]?.name ?? '',
    to: literal(mailboxes(headers.get('to')), values('to')),
    cc: literal(mailboxes(headers.get('cc')), values('cc')),
    subject: typeof subject === 'string' ? subject : '',
    date: values('date')[0],
    text,
    html,
    headers: lines.flatMap(({ key, line }) => (key === '' ? [] : [[key, unfolded(rawValue(line))]])),
    calendar: undefined,
    deliveryStatus: undefined,
    attached: [],
    isCut: isTooComplex,
  }
}

const rawValue = (line: string): string => decodeHeaderBytes(line.slice(line.indexOf(':') + 1)).trim()

const unfolded = (value: string): string => value.replace(/\r?\n[ \t]+/g, ' ')

/** Groups flattened; repeated headers one after the other. */
const mailboxes = (value: HeaderValue | undefined): Address[] =>
  ([value].flat() as (AddressObject | undefined)[])
    .flatMap((object) => object?.value ?? [])
    .flatMap((mailbox) => mailbox.group ?? [mailbox])
    .map(({ address, name }) => ({ address: address ?? '', name }))

/** Only the addresses that the header really holds: mailparser decodes some that it should not. */
const literal = (claimed: Address[], raw: string[]): Address[] => {
  const header = raw.join('\n').toLowerCase()
  return claimed.filter(({ address }) => {
    const canonical = canonicalAddress(address)
    return header.includes(address.toLowerCase()) || (canonical !== undefined && header.includes(canonical))
  })
}
