import { headerValues, type InboundEmail } from '../../inbound-email.ts'
import { canonicalAddress } from './addresses.ts'
import {
  BOUNCE_SUBJECT,
  BOUNCE_TEXT,
  CLEANED,
  FULL,
  NO_FAILURE,
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
import {
  isAutoReply,
  isMailerDaemon,
  isMailSystem,
  isSystemAddress,
  MAX_OPENING,
  mayBeMailSystem,
  returnsMail,
} from './mail-systems.ts'

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
 * forms of qmail, Exchange and others, by a mail system's address and its words in some 20 languages; a MAILER-DAEMON
 * that names somebody's address needs no words. Undefined for reports of success, complaints (ARF, RFC 5965), read
 * receipts (RFC 8098), auto-replies, and for mail of people, whatever they write about bounces.
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
  const isPermanent =
    failed.some(({ action, isTemporary }) => action === 'failed' && !isTemporary) && !FULL.test(textOf(mail))
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
  if (SUCCESS_SUBJECT.test(subject) || CLEANED.test(text)) return undefined
  // People who look after mail systems answer as "postmaster"; what opens with a server's error code is no answer.
  if (subjectKind(subject) === 'reply' && !(isMailSystem(mail) && opensWithCode(text))) return undefined
  const recipients = addressesIn(mail)
  if (!isReport(mail, text, recipients.length > 0)) return undefined
  // Some print the part of RFC 3464 into the text.
  const printed = readDeliveryStatus(mail.text.slice(0, MAX_TEXT))
  return printed.length > 0
    ? fromStatus(mail, printed)
    : bounceOf(mail, recipients, isPermanentBy(`${subject}\n${text}`))
}

/** @param namesOther somebody's address stands in the text */
function isReport(mail: InboundEmail, text: string, namesOther: boolean): boolean {
  const subject = mail.subject.slice(0, 300)
  const saysSubject = BOUNCE_SUBJECT.test(subject)
  const saysText = BOUNCE_TEXT.test(text)
  if (mail.from === undefined && saysSubject && COPY.test(mail.text)) return true
  if (isAutoReply(mail) && !saysSubject && mail.from !== undefined) return false
  if (isMailSystem(mail))
    return (
      saysSubject ||
      saysText ||
      (namesOther && (TEMPORARY_TEXT.test(subject) || isDaemonOnFailure(mail, text)))
    )
  if (!saysText) return false
  return (
    returnsMail(mail) || (mayBeMailSystem(mail, text, namesOther) && (saysSubject || mail.from === undefined))
  )
}

const opensWithCode = (text: string): boolean => /^\W*[45][0-5]\d[ -]/m.test(text.slice(0, MAX_OPENING))

/** A daemon has nothing to say about somebody's address but that a mail to it failed, or that it did not. */
const isDaemonOnFailure = (mail: InboundEmail, text: string): boolean =>
  isMailerDaemon(mail) && !NO_FAILURE.test(`${mail.subject}\n${text}`)

/** By extended codes before those of SMTP: "554 4.4.7" is passing. */
function isPermanentBy(text: string): boolean {
  if (FULL.test(text)) return false
  const classes = new Set([...text.matchAll(EXTENDED_CODE)].map(([, first]) => first))
  if (classes.has('4') && !classes.has('5')) return false
  if (PERMANENT_CODE.test(text)) return !/\bdelay(?:ed)?\b|warning message only/i.test(text.slice(0, 500))
  return !TEMPORARY_CODE.test(text) && !TEMPORARY_TEXT.test(text)
}

const EXTENDED_CODE = /\b([45])\.[0-7]\.\d{1,2}\b/g

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
      .filter((address) => !own.has(address) && !isSystemAddress(address) && !DESK.test(address))
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
  const inside = unique(mail.attached.flatMap((inner) => readBounce(inner)?.recipients ?? []))
  const named = [recipients, inside, returnedTo(mail)].find(({ length }) => length > 0) ?? []
  return { recipients: named, isPermanent, ...(id ? { originalMessageId: id } : {}) }
}

/** Whom the attached mail was to, where it was to one alone. */
const returnedTo = ({ attached }: InboundEmail): string[] => {
  const all = attached.flatMap(({ to, cc }) => [...to, ...cc])
  return all.length === 1 ? [all[0]!.address] : []
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
