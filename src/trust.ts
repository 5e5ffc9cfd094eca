import { ownAddressKey } from './core/mail/addresses.ts'
import { saysAutomatic } from './core/mail/auto-replies.ts'
import { isToMany } from './core/mail/automatic.ts'
import { type Door, senderVerdict } from './core/mail/sender-verdict.ts'
import { practiceOf } from './core/practice/due.ts'
import { standingOf } from './core/practice/standing.ts'
import type { Known } from './db/gather.ts'
import { HOUR, MAX_MAILS } from './db/limits.ts'
import { type Decision, nothing } from './decision.ts'
import type { Config, Deps } from './deps.ts'
import type { Address, InboundEmail } from './inbound-email.ts'
import { heldNotice } from './letters/notices.ts'
import { linkUrl } from './links.ts'
import { addFacts, contactAt } from './mailboxes/contact-facts.ts'
import type { Moment } from './moment.ts'
import { type OwnAddress, privateAddress } from './own-addresses.ts'
import type { Refusal } from './refusal.ts'

/**
 * Whose mail it is and how far it is believed. `mayCommand`: it may also change what is there, not only add to it.
 * `isChecked` is false where nobody vouches for the author: then it is held.
 */
export type Admission =
  | { is: 'user'; isChecked: boolean; mayCommand: boolean }
  | { is: 'contact' }
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
  const isFull = user.mailHour === Math.floor(now / HOUR) && user.mailsInHour >= MAX_MAILS
  if (!user.senders.includes(key)) {
    const isContact = contactAt(known, mail.from!) !== undefined && address.is === 'private'
    if (!isContact || verdict !== 'pass') return { is: 'refused', why: 'stranger' }
    if (isToMany(mail) || saysAutomatic(mail.subject)) return { is: 'refused', why: 'automatic' }
    return isFull ? { is: 'refused', why: 'too many mails' } : { is: 'contact' }
  }
  if (verdict === 'fail') return { is: 'refused', why: 'forged' }
  if (isFull) return { is: 'refused', why: 'too many mails' }
  const mayCommand = verdict === 'pass' || isTaken(verdict, config)
  const isChecked = mayCommand || verdict === 'via-sender' || user.trusted.includes(key)
  return { is: 'user', isChecked, mayCommand }
}

/** What the owner takes without proof (`REQUIRE_AUTH`); by default a provider that gives no findings at all. */
const isTaken = (verdict: 'via-sender' | 'none' | 'silent', { proof }: Config): boolean =>
  proof === 'never' || (proof === 'where given' && verdict === 'silent')

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

/** Somebody whom the user wrote to answers to the private address: that they answered is all that is taken from it. */
export function answeredBy(from: Address, known: Known, { on, at, today }: Moment): Decision {
  const decision = nothing('answer')
  const { history } = contactAt(known, from)!
  const standing = standingOf(history, practiceOf(known.user.settings, known.user.search), today)
  if (!standing || standing.state === 'IGNORED') return decision
  addFacts(decision, known, from, [{ type: 'answered', channel: 'email', isInferred: true, on, at }])
  return decision
}
