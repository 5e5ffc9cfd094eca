import { ownAddressKey } from './core/mail/addresses.ts'
import { saysAutomatic } from './core/mail/auto-replies.ts'
import { isToMany } from './core/mail/automatic.ts'
import { type Door, senderVerdict, type Verdict } from './core/mail/sender-verdict.ts'
import { practiceOf } from './core/practice/due.ts'
import { isNews } from './core/practice/moves.ts'
import { standingOf } from './core/practice/standing.ts'
import type { Known } from './db/gather.ts'
import { HOUR, MAX_MAILS, MAX_OTHERS_MAILS } from './db/limits.ts'
import type { User } from './db/users.ts'
import { type Decision, nothing } from './decision.ts'
import type { Config, Deps } from './deps.ts'
import type { Address, InboundEmail } from './inbound-email.ts'
import { heldNotice } from './letters/notices.ts'
import { isItYours } from './letters/second-address.ts'
import { linkUrl } from './links.ts'
import { addFacts, contactAt } from './mailboxes/contact-facts.ts'
import type { Moment } from './moment.ts'
import { isAtOurs, type OwnAddress, privateAddress } from './own-addresses.ts'
import type { Refusal } from './refusal.ts'

/**
 * Whose mail it is and how far it is believed. `mayCommand`: it may also change what is there, not only add to it.
 * `isSure`: it may also say who the user is (`sensitive.ts`). `isChecked` is false where nobody vouches for the author:
 * then it is held.
 */
export type Admission =
  | { is: 'user'; isChecked: boolean; mayCommand: boolean; isSure: boolean }
  | { is: 'contact' }
  /** Perhaps the user, from an address that is not known to be theirs. */
  | { is: 'perhaps' }
  | { is: 'refused'; why: Refusal }

/** Decides by the author, the provider's findings and the hour's count; before anything in the mail is looked at. */
export function admission(
  mail: InboundEmail,
  address: OwnAddress,
  known: Known,
  door: Door,
  { config, now }: Pick<Deps, 'config' | 'now'>,
): Admission {
  const { user } = known
  const key = ownAddressKey(mail.from!.address)
  const verdict = senderVerdict(mail, door, user.senders)
  if (!user.senders.includes(key)) {
    const isContact = contactAt(known, mail.from!) !== undefined
    const isExpected = isContact ? address.is === 'private' : mayBeUsers(mail, address, known, config)
    if (!isExpected || verdict !== 'pass') return { is: 'refused', why: 'stranger' }
    if (isToMany(mail) || saysAutomatic(mail.subject)) return { is: 'refused', why: 'automatic' }
    if (!hasRoomForOthers(user, now)) return { is: 'refused', why: 'too many mails' }
    return { is: isContact ? 'contact' : 'perhaps' }
  }
  if (verdict === 'fail') return { is: 'refused', why: 'forged' }
  // A letter's address and its id reach nobody but the user.
  const isAnswer = known.digest !== undefined || known.letter !== undefined
  if (isAnswer && saysAutomatic(mail.subject)) return { is: 'refused', why: 'automatic' }
  const isTaken = isTakenUnproven(verdict, config)
  const isSure = verdict === 'pass' || (isTaken && isAnswer)
  // From is no secret, the private address is one that whoever was shown it in Cc knows.
  const mayCommand = isSure || (isTaken && address.is === 'private')
  const isJoining = isTaken && user.mailHour === 0
  const isChecked = mayCommand || verdict === 'via-sender' || user.trusted.includes(key) || isJoining
  // Anybody can write in the user's name: that must not use up the user's hour.
  const hasRoom = isChecked ? mailsNow(user, now) < MAX_MAILS : hasRoomForOthers(user, now)
  return hasRoom ? { is: 'user', isChecked, mayCommand, isSure } : { is: 'refused', why: 'too many mails' }
}

/** Whether what others send, or programs, is still taken in this hour. */
export const hasRoomForOthers = (user: User, now: number): boolean => mailsNow(user, now) < MAX_OTHERS_MAILS

const mailsNow = ({ mailHour, mailsInHour }: User, now: number): number =>
  mailHour === Math.floor(now / HOUR) ? mailsInHour : 0

/** What the owner takes without proof (`REQUIRE_AUTH`): by default that of a provider without any findings. */
const isTakenUnproven = (verdict: Verdict, { proof }: Config): boolean =>
  (proof === 'never' && verdict !== 'fail') || (proof === 'where given' && verdict === 'silent')

/**
 * Whether a mail of an unknown address may be the user's (practice 2.6): it answers a letter of ours, which reached
 * nobody else; or it goes to somebody else in a known thread, and we are in BCC. What a program passes on to us is
 * addressed to the user.
 */
function mayBeUsers(mail: InboundEmail, address: OwnAddress, known: Known, config: Config): boolean {
  if (address.is === 'digest' || known.letter) return true
  const visible = [...mail.to, ...mail.cc]
  const isUsers = ({ address: to }: Address): boolean =>
    known.user.senders.includes(ownAddressKey(to)) || isAtOurs(to, config)
  return address.is === 'private' && known.mails.length > 0 && visible.length > 0 && !visible.some(isUsers)
}

/**
 * A mail that nobody vouches for: nothing is done; the user is asked at their own address, once a day, whether to let
 * it in. `asks`: the id of the held mail, where it can be let in; what may hold commands cannot be.
 */
export function held(
  mail: InboundEmail,
  { user }: Known,
  { today }: Moment,
  { config }: Deps,
  asks: number | undefined,
): Decision {
  const decision = nothing('held')
  if (user.noticedOn.held === today) return decision
  decision.notices.push('held')
  const link = (trust: boolean): string =>
    linkUrl({ is: 'let in', user, on: today, mail: asks!, trust }, config)
  decision.letters.push({
    ...heldNotice({
      today,
      subject: mail.subject,
      from: mail.from!.address,
      ...(asks !== undefined && { letIn: link(false), trust: link(true) }),
    }),
    replyTo: privateAddress(user.token, config),
  })
  return decision
}

/**
 * A mail that may be the user's own from another address: nothing is done; they are asked, for each address once and
 * once a day at most. `mail`: the id of the held mail, where it can be taken later.
 */
export function heldForAddress(
  { from, subject }: InboundEmail,
  { user }: Known,
  { today }: Moment,
  { config }: Deps,
  mail: number | undefined,
): Decision {
  const decision = nothing('held')
  if (user.noticedOn.address === today) return decision
  decision.notices.push('address')
  const sender = from!.address
  const link = linkUrl({ is: 'own', user, on: today, sender, mail }, config)
  decision.letters.push({
    ...isItYours({ sender, subject, link, canBeTaken: mail !== undefined }),
    replyTo: privateAddress(user.token, config),
  })
  return decision
}

/**
 * Somebody whom the user wrote to answers to the private address: that they answered is all that is taken from it, once
 * until the user answers them; and an address of theirs that was not known.
 */
export function answeredBy(from: Address, known: Known, { on, at, today }: Moment): Decision {
  const decision = nothing('answer')
  const { history, addresses } = contactAt(known, from)!
  const standing = standingOf(history, practiceOf(known.user.settings, known.user.search), today)
  if (!standing || standing.state === 'IGNORED') return decision
  if (addresses.includes(from.address) && !isNews(standing, on)) return decision
  addFacts(decision, known, from, [{ type: 'answered', channel: 'email', isInferred: true, on, at }])
  return decision
}
