import type { Address, InboundEmail } from '../../inbound-email.ts'
import { attributionAt } from './attributions.ts'
import { type ForwardBlock, forwardBlockIn, type PrintedFields } from './forward-block.ts'
import { parseForward } from './forward-parser.ts'
import { subjectKind, withoutForward } from './forward-words.ts'
import { htmlLines } from './html-lines.ts'
import { type Printer, readInnerDate } from './inner-dates.ts'
import { type MailLine, textLines } from './mail-lines.ts'
import { rolesOf } from './quotes.ts'

/** A mail that the user passed on. Everything of the inner mail is claimed by the user, and as printed. */
export type Forward = {
  /** What the user typed above it, without signature. */
  note: string
  /** Undefined where no address was printed. */
  from?: Address
  /** The author's name where a name was all that was printed (Outlook, for people of the own company). */
  fromName?: string
  to: Address[]
  cc: Address[]
  subject: string
  /** Ms since the epoch; undefined where the date cannot be read beyond doubt. */
  sentAt?: number
  messageId?: string
  /** The inner body. */
  text: string
  isAttached: boolean
  /** The inner mail itself, where it was attached. */
  inner?: InboundEmail
}

/**
 * The mail that this one forwards: attached (message/rfc822) or printed in the body, text or HTML, by any of the
 * programs and languages that the tables here know. Undefined for a reply ("Re:" in its languages) and for a mail
 * with no other mail in it. Of several attached mails this is the first; `attachedForwards` gives all.
 *
 * @param printer the user's: programs print dates in their zone and order, and do not say so
 */
export async function readForward(mail: InboundEmail, printer: Printer): Promise<Forward | undefined> {
  const [attached] = mail.attached
  if (attached) return attachedForward(mail, attached)
  const kind = subjectKind(mail.subject)
  if (kind === 'reply') return undefined
  const bodies = [textLines(mail.text), ...(mail.html.trim() === '' ? [] : [await htmlLines(mail.html)])]
  const lines = bodies.map((body) => body.map((line) => ({ ...line, text: line.text.trim() })))
  const isForward = kind === 'forward' || isDanishForward(mail.subject, lines)
  for (const body of lines) {
    const block = forwardBlockIn(body)
    if (!block || !hasAuthor(block.fields)) continue
    if (isForward || (block.isLabelled && !isReply(body, block.start)))
      return printedForward(mail, body, block, printer)
  }
  for (const body of lines) {
    const found = parseForward(textOf(body), isForward)
    if (found && (isForward || !isReply(body, body.length)))
      return toForward(mail, found.note, found.text, found.fields, printer)
  }
  return undefined
}

/** "VS" is a forward in Danish and Norwegian, and a reply in Finnish: the first attribution below tells. */
const isDanishForward = (subject: string, bodies: MailLine[][]): boolean =>
  /^vs ?:/i.test(subject) &&
  bodies.some(
    (body) => /\b(?:skrev|kirjoitti)\b/.exec(body.map(({ text }) => text).join('\n'))?.[0] === 'skrev',
  )

/** What names nobody is no mail: the header of a patch, a table of settings. */
const hasAuthor = ({ from, fromName }: PrintedFields): boolean => from !== undefined || fromName !== undefined

/** Every attached mail, for a user who passes ten on at once. The note is the same for all. */
export const attachedForwards = (mail: InboundEmail): Promise<Forward[]> =>
  Promise.all(mail.attached.map((inner) => attachedForward(mail, inner)))

async function attachedForward(mail: InboundEmail, inner: InboundEmail): Promise<Forward> {
  const own = mail.text.trim() === '' ? await htmlLines(mail.html) : textLines(mail.text)
  const body = inner.text.trim() === '' ? textOf(await htmlLines(inner.html)) : inner.text
  return {
    note: noteOf(own),
    ...(inner.from ? { from: inner.from } : {}),
    to: inner.to,
    cc: inner.cc,
    subject: inner.subject,
    ...(inner.sentAt === undefined ? {} : { sentAt: inner.sentAt }),
    ...(inner.messageId ? { messageId: inner.messageId } : {}),
    text: body.trim(),
    isAttached: true,
    inner,
  }
}

/** The inner mail as a mail, for `readBounce` and the like: the attached one, or what was printed of it. */
export const innerMail = (mail: InboundEmail, forward: Forward): InboundEmail =>
  forward.inner ?? {
    recipient: '',
    from: forward.from,
    sender: undefined,
    to: forward.to,
    cc: forward.cc,
    subject: forward.subject,
    messageId: undefined,
    otherIds: [],
    inReplyTo: [],
    references: [],
    sentAt: forward.sentAt,
    utcOffset: undefined,
    text: forward.text,
    html: '',
    headers: [],
    calendar: mail.calendar,
    deliveryStatus: mail.deliveryStatus,
    attached: [],
    isCut: mail.isCut,
  }

/** Whether an attribution stands above this line: then what follows is a quote in a reply. */
const isReply = (lines: MailLine[], end: number): boolean =>
  lines.slice(0, end).some((line, at) => line.text !== '' && attributionAt(lines, at)?.is === 'sure')

const printedForward = (
  mail: InboundEmail,
  lines: MailLine[],
  block: ForwardBlock,
  printer: Printer,
): Forward => {
  const depth = lines[block.bodyStart - 1]?.depth ?? 0
  const body = lines
    .slice(block.bodyStart)
    .map((line) => ({ ...line, depth: Math.max(0, line.depth - depth) }))
  return toForward(mail, noteOf(lines.slice(0, block.start)), textOf(body).trim(), block.fields, printer)
}

function toForward(
  mail: InboundEmail,
  note: string,
  text: string,
  fields: PrintedFields,
  { zone, dayFirst }: Printer,
): Forward {
  const { date, subject, isEnglish, ...people } = fields
  // 12/3 is the third of December in English alone.
  const printer = { zone, dayFirst: isEnglish ? dayFirst : true }
  const sentAt = date === undefined ? undefined : readInnerDate(date, printer, mail.sentAt)
  return {
    note,
    ...people,
    subject: subject ?? withoutForward(mail.subject),
    ...(sentAt === undefined ? {} : { sentAt }),
    text,
    isAttached: false,
  }
}

const noteOf = (lines: MailLine[]): string => {
  const roles = rolesOf(lines)
  const kept = lines.filter((_, at) => roles[at] === 'user' || roles[at] === 'blank')
  return kept
    .map(({ text }) => text)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const textOf = (lines: MailLine[]): string =>
  lines.map(({ text, depth }) => (depth > 0 ? `${'>'.repeat(depth)} ${text}`.trimEnd() : text)).join('\n')
