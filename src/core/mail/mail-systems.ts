import { headerValues, type InboundEmail } from '../../inbound-email.ts'
import { AUTOMATED_OPENING, BOUNCE_SUBJECT, BOUNCE_TEXT } from './bounce-words.ts'

// Who writes delivery reports, and how their mail is told from that of people.

/** RFC 3834 section 5: "auto-generated" is what reports say of themselves, "auto-replied" is a vacation. */
export const isAutoReply = (mail: InboundEmail): boolean =>
  headerValues(mail, 'auto-submitted').some((value) => /^\s*auto-replied/i.test(value)) &&
  !isSystemAddress(mail.from?.address ?? '')

export const isSystemAddress = (address: string): boolean => DAEMON.test(address)

/** From a mail system, by its address or its name. */
export function isMailSystem({ from, sender }: InboundEmail): boolean {
  const { address = '', name = '' } = from ?? {}
  return isSystemAddress(address) || isSystemAddress(sender?.address ?? '') || DAEMON_NAME.test(name)
}

/** Of the mail systems the one behind which there is never a person, as there is behind postmaster@. */
export const isMailerDaemon = ({ from }: InboundEmail): boolean => MAILER_DAEMON.test(from?.address ?? '')

/** A machine that nobody can answer gives one mail back, whole or its headers. */
export const returnsMail = ({ attached, from }: InboundEmail): boolean =>
  attached.length === 1 && NOBODY.test(from?.address ?? '')

/**
 * By the null path (RFC 5321 section 4.5.5), the media type, or by how such mail opens.
 *
 * @param namesOther somebody's address stands in the text
 */
export function mayBeMailSystem(mail: InboundEmail, text: string, namesOther: boolean): boolean {
  const opening = text.slice(0, MAX_OPENING)
  const isNull = headerValues(mail, 'return-path').some((path) => /^<\s*>$/.test(path.trim()))
  const isReport = /multipart\/report/i.test(headerValues(mail, 'content-type')[0] ?? '')
  const saysSubject = mail.from === undefined && BOUNCE_SUBJECT.test(mail.subject)
  if (isNull || isReport || saysSubject) return true
  // A parcel that could not be delivered has no mail with it, and nobody's address.
  const isOfMail = mail.attached.length > 0 || namesOther
  const { address = '', name = '' } = mail.from ?? {}
  const isGateway = (GATEWAY.test(address) || GATEWAY_NAME.test(name)) && BOUNCE_TEXT.test(opening)
  return isOfMail && (isGateway || AUTOMATED_OPENING.test(opening))
}

/** Characters of a text in which a report says what it is. */
export const MAX_OPENING = 300

const DAEMON =
  /^(?:mailer[._-]?daemon|mail[._-]?daemon|daemon|post[._-]?master|postmaster[^@]*|mail-?delivery[\w.-]*|delivery[._-]?(?:subsystem|status|failure)[\w.-]*|microsoftexchange[0-9a-f]+|exchange[._-]?administrator|bounces?|mdaemon|mmdf|smtp|uucp|sys(?:tem)?-?admin\w*|mailadmin|mail-?system|no-?reply-?bounce|ndr)@/i
const DAEMON_NAME =
  /mail(?:er)?[ -]?(?:delivery|daemon)|^postmaster$|microsoft outlook|^system ?administrator$|mail ?system|delivery subsystem|mailer-daemon/i

const MAILER_DAEMON = /^mail(?:er)?[._-]?daemon@/i

const NOBODY = /^(?:do-?not-?|no-?)reply(?:[._+-][^@]*)?@/i

/** Scanners and gateways report under names of their own. */
const GATEWAY =
  /^(?:[^@]*[._-])?(?:smtp|mta|(?:anti)?virus|gateway|imss|interscan|exchange|admin(?:istrator)?)(?:[._-][^@]*)?@/i
const GATEWAY_NAME = /\b(?:interscan|(?:anti)?virus|mail ?gateway|mailfilter|mail filter)\b/i
