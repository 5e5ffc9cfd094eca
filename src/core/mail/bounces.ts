import { headerValues, type InboundEmail } from '../../inbound-email.ts'
import { canonicalAddress } from './addresses.ts'
import {
  AUTOMATED_OPENING,
  BOUNCE_SUBJECT,
  BOUNCE_TEXT,
  PERMANENT_CODE,
  RECIPIENTS_FOLLOW,
  REJECTED,
  SUCCESS_SUBJECT,
  TEMPORARY_CODE,
  TEMPORARY_TEXT,
} from './bounce-words.ts'
import { type RecipientStatus, readDeliveryStatus } from './delivery-status.ts'
import { subjectKind } from './forward-words.ts'
import { messageIds } from './ids.ts'

/** A report that a mail did not arrive. */
export type Bounce = {
  /** To whom it did not, canonical; [] where the report does not say. */
  recipients: string[]
  /** False while a server goes on trying, or says to try again (RFC 3463 class 4). */
  isPermanent: boolean
  /** Of the mail that did not arrive, where the report shows it. To be matched with one that was sent. */
  originalMessageId?: string
}

/**
 * Reads a delivery report: by its message/delivery-status part (RFC 3464), by X-Failed-Recipients, or, for the free
 * forms of qmail, Exchange and others, by a mail system's address and its words in some 20 languages. Undefined
 * for reports of success, complaints (ARF, RFC 5965), read receipts (RFC 8098), auto-replies, and for mail of people,
 * whatever they write about bounces.
 */
export function readBounce(mail: InboundEmail): Bounce | undefined {
  const type = (headerValues(mail, 'content-type')[0] ?? '').toLowerCase()
  if (/feedback-report/.test(type)) return undefined
  // Sieve's "reject" (RFC 5429) sends its report in the form of a receipt.
  if (/disposition-notification/.test(type) && !REJECTED.test(textOf(mail))) return undefined
  const statuses = readDeliveryStatus(mail.deliveryStatus ?? '')
  return statuses.length > 0 ? fromStatus(mail, statuses) : (fromHeader(mail) ?? fromWords(mail))
}

/** Undefined where the mail arrived: what a report says in its own format is not overruled by its words. */
function fromStatus(mail: InboundEmail, statuses: RecipientStatus[]): Bounce | undefined {
  const failed = statuses.filter(({ action }) => action !== 'arrived')
  if (failed.length === 0) return undefined
  const named = unique(failed.flatMap(({ address }) => address ?? []))
  const isPermanent = failed.some(({ action, isTemporary }) => action === 'failed' && !isTemporary)
  return bounceOf(mail, named.length > 0 ? named : addressesIn(mail), isPermanent)
}

/** Exim's and Gmail's header: names, or several in one line. */
function fromHeader(mail: InboundEmail): Bounce | undefined {
  const values = headerValues(mail, 'x-failed-recipients')
  const recipients = unique(
    values.flatMap((value) => value.split(/[,;\s]+/)).flatMap((one) => canonicalAddress(one) ?? []),
  )
  return recipients.length > 0 ? bounceOf(mail, recipients, isPermanentBy(textOf(mail))) : undefined
}

function fromWords(mail: InboundEmail): Bounce | undefined {
  const text = textOf(mail)
  const subject = mail.subject.slice(0, 300)
  const saysSubject = BOUNCE_SUBJECT.test(subject)
  if (SUCCESS_SUBJECT.test(subject)) return undefined
  // People who look after mail systems answer as "postmaster"; what opens with a server's error code is no answer.
  if (subjectKind(subject) === 'reply' && !(isMailSystem(mail) && opensWithCode(text))) return undefined
  if (isAutoReply(mail) && !saysSubject && mail.from !== undefined) return undefined
  const isReport = isMailSystem(mail)
    ? saysSubject || BOUNCE_TEXT.test(text)
    : mayBeMailSystem(mail, text) && (saysSubject || mail.from === undefined) && BOUNCE_TEXT.test(text)
  return isReport ? bounceOf(mail, addressesIn(mail), isPermanentBy(`${subject}\n${text}`)) : undefined
}

const opensWithCode = (text: string): boolean =>
  [PERMANENT_CODE, TEMPORARY_CODE].some((code) => code.test(text.slice(0, MAX_OPENING)))

/** RFC 3834 section 5: "auto-generated" is what reports say of themselves, "auto-replied" is a vacation. */
const isAutoReply = (mail: InboundEmail): boolean =>
  headerValues(mail, 'auto-submitted').some((value) => /^\s*auto-replied/i.test(value)) &&
  !DAEMON.test(mail.from?.address ?? '')

/** From a mail system, by its address or its name. */
function isMailSystem({ from, sender }: InboundEmail): boolean {
  const { address = '', name = '' } = from ?? {}
  return DAEMON.test(address) || DAEMON.test(sender?.address ?? '') || DAEMON_NAME.test(name)
}

/** By the null path (RFC 5321 section 4.5.5), the media type, or by how such mail opens. */
function mayBeMailSystem(mail: InboundEmail, text: string): boolean {
  const opening = text.slice(0, MAX_OPENING)
  const isNull = headerValues(mail, 'return-path').some((path) => /^<\s*>$/.test(path.trim()))
  const isReport = /multipart\/report/i.test(headerValues(mail, 'content-type')[0] ?? '')
  const saysSubject = mail.from === undefined && BOUNCE_SUBJECT.test(mail.subject)
  if (isNull || isReport || saysSubject) return true
  // A parcel that could not be delivered has no mail with it, and nobody's address.
  const isOfMail = mail.attached.length > 0 || addressesIn(mail).length > 0
  const { address = '', name = '' } = mail.from ?? {}
  const isGateway = (GATEWAY.test(address) || GATEWAY_NAME.test(name)) && BOUNCE_TEXT.test(opening)
  return isOfMail && (isGateway || AUTOMATED_OPENING.test(opening))
}

const MAX_OPENING = 300
/** Scanners and gateways report under names of their own. */
const GATEWAY =
  /^(?:[^@]*[._-])?(?:smtp|mta|(?:anti)?virus|gateway|imss|interscan|exchange|admin(?:istrator)?)(?:[._-][^@]*)?@/i
const GATEWAY_NAME = /\b(?:interscan|(?:anti)?virus|mail ?gateway|mailfilter|mail filter)\b/i
const DAEMON =
  /^(?:mailer[._-]?daemon|mail[._-]?daemon|daemon|post[._-]?master|postmaster[\w+.-]*|mail-?delivery[\w.-]*|delivery[._-]?(?:subsystem|status|failure)[\w.-]*|microsoftexchange[0-9a-f]+|exchange[._-]?administrator|bounces?|mdaemon|mmdf|smtp|uucp|sys(?:tem)?-?admin\w*|mailadmin|mail-?system|no-?reply-?bounce|ndr)@/i
const DAEMON_NAME =
  /mail(?:er)?[ -]?(?:delivery|daemon)|^postmaster$|microsoft outlook|^system ?administrator$|mail ?system|delivery subsystem|mailer-daemon/i

function isPermanentBy(text: string): boolean {
  if (PERMANENT_CODE.test(text)) return !/\bdelay(?:ed)?\b|warning message only/i.test(text.slice(0, 500))
  return !TEMPORARY_CODE.test(text) && !TEMPORARY_TEXT.test(text)
}

/** What the server wrote, above the copy of the mail. */
const textOf = (mail: InboundEmail): string => {
  const text = (
    mail.text.trim() === '' ? mail.html.slice(0, MAX_TEXT).replace(/<[^<>]*>/g, ' ') : mail.text
  ).slice(0, MAX_TEXT)
  const said = text.slice(0, COPY.exec(text)?.index)
  return (said.trim() === '' ? text : said).replace(/[’]/g, "'")
}

const MAX_TEXT = 20_000
/** qmail, exim, Exchange and others introduce the copy so; elsewhere its own headers begin it. */
const COPY =
  /^(?:.{0,10}(?:-{2,}.{0,10}(?:below this line is|this is a copy of|original message|returned (?:message|mail)|the header|message header|unsent message|transcript of session follows \(original)|original message (?:headers?|follows)|reporting-mta:)|received: (?:from|by|\()|return-path: ?<).*$/im

/**
 * Addresses that the report speaks of, those behind "the following recipients" before all others. The reporting
 * system's, the reader's own, and whom the mail was from are not meant.
 */
function addressesIn(mail: InboundEmail): string[] {
  const own = new Set([mail.from?.address, mail.recipient, ...mail.to.map(({ address }) => address)])
  const text = textOf(mail)
  const cue = RECIPIENTS_FOLLOW.exec(text)
  const found = (part: string): string[] =>
    [...part.matchAll(WRITTEN_ADDRESS)]
      .filter(({ index }) => !SENT_BY.test(part.slice(Math.max(0, index - 30), index)))
      .flatMap(([, address]) => canonicalAddress(address!.replace(/^smtp=/i, '')) ?? [])
      .filter((address) => !own.has(address) && !DAEMON.test(address) && !DESK.test(address))
  const listed = cue ? found(text.slice(cue.index)) : []
  return unique(listed.length > 0 ? listed : found(text)).slice(0, MAX_RECIPIENTS_SAID)
}

const WRITTEN_ADDRESS = /(?:mailto:|smtp:|<|\b)([\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]+(?:\.[\w-]+)+)/gi
const SENT_BY = /\b(?:mails?|messages?|e-?mails?|sent|sender|message-id) ?(?:from|by|is|was)?:? *<?$/i
const DESK = /^(?:abuse|support|help(?:desk)?)@/
/** In free text: more are a list of something else. */
const MAX_RECIPIENTS_SAID = 10

const unique = (addresses: string[]): string[] => [...new Set(addresses)].slice(0, 100)

function bounceOf(mail: InboundEmail, recipients: string[], isPermanent: boolean): Bounce {
  const id = originalIdOf(mail)
  // Scanners on the way put a report into a report.
  const named =
    recipients.length > 0
      ? recipients
      : unique(mail.attached.flatMap((inner) => readBounce(inner)?.recipients ?? []))
  return { recipients: named, isPermanent, ...(id ? { originalMessageId: id } : {}) }
}

/** The attached mail or its headers; the copy in the text; what the report answers. */
function originalIdOf(mail: InboundEmail): string | undefined {
  const attached = mail.attached.find(({ messageId }) => messageId !== undefined)?.messageId
  if (attached) return attached
  const copied = /^[>\s]{0,10}message-id:[ \t]*(?:\n[>\s]{1,10})?(<[^<>\s]{3,300}>)/im.exec(
    mail.text.slice(0, 64 * 1024),
  )
  const own = headerValues(mail, 'x-original-message-id').flatMap(messageIds)
  return copied ? messageIds(copied[1]!)[0] : (own[0] ?? mail.inReplyTo[0] ?? mail.references.at(-1))
}
