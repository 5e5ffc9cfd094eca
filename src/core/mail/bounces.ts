import { headerValues, type InboundEmail } from '../../inbound-email.ts'
import { canonicalAddress } from './addresses.ts'
import {
  BOUNCE_SUBJECT,
  BOUNCE_TEXT,
  PERMANENT_CODE,
  TEMPORARY_CODE,
  TEMPORARY_TEXT,
} from './bounce-words.ts'
import { readDeliveryStatus } from './delivery-status.ts'
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
 * forms of qmail, Exchange and others, by a mailer daemon's address and its words in some 20 languages. Undefined
 * for reports of success, complaints (ARF, RFC 5965), read receipts (RFC 8098), auto-replies, and for mail of people,
 * whatever they write about bounces.
 */
export function readBounce(mail: InboundEmail): Bounce | undefined {
  const type = (headerValues(mail, 'content-type')[0] ?? '').toLowerCase()
  if (/feedback-report|disposition-notification/.test(type)) return undefined
  return fromStatus(mail) ?? fromHeader(mail) ?? fromWords(mail)
}

function fromStatus(mail: InboundEmail): Bounce | undefined {
  if (mail.deliveryStatus === undefined) return undefined
  const failed = readDeliveryStatus(mail.deliveryStatus).filter(({ action }) => action !== 'other')
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
  const isDaemon = isDaemonMail(mail)
  const saysSubject = BOUNCE_SUBJECT.test(subject)
  if (subjectKind(subject) === 'reply') return undefined
  if (!isDaemon) return undefined
  if (isAutoReply(mail) && !saysSubject) return undefined
  if (!BOUNCE_TEXT.test(text) && !(saysSubject && addressesIn(mail).length > 0)) return undefined
  return bounceOf(mail, addressesIn(mail), isPermanentBy(`${subject}\n${text}`))
}

/** RFC 3834 section 5: "auto-generated" is what reports say of themselves, "auto-replied" is a vacation. */
const isAutoReply = (mail: InboundEmail): boolean =>
  headerValues(mail, 'auto-submitted').some((value) => /^\s*auto-replied/i.test(value)) &&
  !DAEMON.test(mail.from?.address ?? '')

/** From a mail system: by its address, its name, or the null path of RFC 5321 section 4.5.5. */
function isDaemonMail(mail: InboundEmail): boolean {
  const { address = '', name = '' } = mail.from ?? {}
  if (DAEMON.test(address) || DAEMON.test(mail.sender?.address ?? '') || DAEMON_NAME.test(name)) return true
  const isNull = headerValues(mail, 'return-path').some((path) => /^<\s*>$/.test(path.trim()))
  const isReport = /multipart\/report/i.test(headerValues(mail, 'content-type')[0] ?? '')
  return (isNull || isReport || mail.from === undefined) && BOUNCE_SUBJECT.test(mail.subject)
}

const DAEMON =
  /^(?:mailer[._-]?daemon|mail[._-]?daemon|daemon|post[._-]?master|postmaster[\w+.-]*|mail-?delivery[\w.-]*|delivery[._-]?(?:subsystem|status|failure)[\w.-]*|microsoftexchange[0-9a-f]+|exchange[._-]?administrator|bounces?|mdaemon|mmdf|smtp|uucp|system-?admin\w*|mailadmin|mail-?system|no-?reply-?bounce)@/i
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
  const copy = COPY.exec(text)
  return (copy ? text.slice(0, copy.index) : text).replace(/[’]/g, "'")
}

const MAX_TEXT = 20_000
/** qmail, exim, Exchange and others introduce the copy so. */
const COPY =
  /^.{0,10}(?:-{2,}.{0,10}(?:below this line is|this is a copy of|original message|returned message|the header|message header|unsent message|transcript of session follows \(original)|original message (?:headers?|follows)|reporting-mta:).*$/im

/** Addresses that the report speaks of: those of the reporting system and of whom it is sent to are not meant. */
function addressesIn(mail: InboundEmail): string[] {
  const own = new Set([mail.from?.address, mail.recipient, ...mail.to.map(({ address }) => address)])
  const found = [
    ...textOf(mail).matchAll(/(?:mailto:|smtp:|<|\b)([\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]+(?:\.[\w-]+)+)/gi),
  ]
    .flatMap(([, address]) => canonicalAddress(address!) ?? [])
    .filter(
      (address) =>
        !own.has(address) && !DAEMON.test(address) && !/^(?:abuse|support|help(?:desk)?)@/.test(address),
    )
  return unique(found).slice(0, MAX_RECIPIENTS_SAID)
}

/** In free text: more are a list of something else. */
const MAX_RECIPIENTS_SAID = 10

const unique = (addresses: string[]): string[] => [...new Set(addresses)].slice(0, 100)

function bounceOf(mail: InboundEmail, recipients: string[], isPermanent: boolean): Bounce {
  const id = originalIdOf(mail)
  return { recipients, isPermanent, ...(id ? { originalMessageId: id } : {}) }
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
