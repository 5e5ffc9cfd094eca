import type { Outcome } from '../core/commands/carry-out.ts'
import { isListAddress, isRoleOrMachine } from '../core/mail/address-kinds.ts'
import { canonicalAddress, ownAddressKey } from '../core/mail/addresses.ts'
import type { Known } from '../db/gather.ts'
import { MAX_CONFIRMATIONS } from '../db/limits.ts'
import type { User } from '../db/users.ts'
import type { Decision } from '../decision.ts'
import type { Config } from '../deps.ts'
import { list } from '../letters/list.ts'
import { confirmation } from '../letters/second-address.ts'
import { linkUrl } from '../links.ts'
import type { Moment } from '../moment.ts'
import { isAtOurs } from '../own-addresses.ts'

/** Changes the addresses that the user writes from, as a reply says; returns the sentences for its receipt. */
export const changeSenders = (
  decision: Decision,
  { senders }: Outcome,
  known: Known,
  moment: Moment,
  config: Config,
): string[] =>
  senders.map(({ what, address }) => {
    const sender = canonicalAddress(address)
    if (!sender) return `${address} is no address that I can use.`
    if (what === 'add') return askReader(decision, sender, undefined, known, moment, config)
    return what === 'remove' ? remove(decision, sender, known) : moveLetters(decision, sender, known)
  })

/**
 * Sends the link that adds an address, to that address alone: whoever can open it there may write from there. What the
 * user is told does not show whether the address is somebody else's here.
 *
 * @param mail that is held until then
 */
export function askReader(
  decision: Decision,
  sender: string,
  mail: number | undefined,
  { user, contacts }: Known,
  { today }: Moment,
  config: Config,
): string {
  const key = ownAddressKey(sender)
  if (user.senders.includes(key)) return `${sender} is yours already.`
  const contact = contacts.find(({ addresses }) => addresses.some((one) => ownAddressKey(one) === key))
  if (contact) return `${sender} is ${contact.name}'s; nobody but you is written to.`
  if (isAtOurs(sender, config) || isRoleOrMachine(sender) || isListAddress(sender))
    return `${sender} is no person's address, and cannot be added.`
  const slot = SLOTS.find((name) => user.noticedOn[name] !== today && !decision.notices.includes(name))
  if (!slot) return `${sender}: ${MAX_CONFIRMATIONS} such letters went out today. Ask again tomorrow.`
  const link = linkUrl({ is: 'confirm', user, on: today, sender, mail }, config)
  decision.notices.push(slot)
  decision.letters.push({ ...confirmation({ sender, account: user.email, link, today }), replyTo: '' })
  return readerAsked(sender)
}

/** The sentence for the user, whom it tells the same where the address is somebody else's here. */
export const readerAsked = (sender: string): string =>
  `${sender}: a letter with a link goes there, once a day at most, unless the address is in use here. Mail from there counts as yours once that link is tapped.`

const SLOTS = Array.from({ length: MAX_CONFIRMATIONS }, (_, i) => `confirmation ${i + 1}`)

function remove(decision: Decision, sender: string, { user }: Known): string {
  const key = ownAddressKey(sender)
  if (!user.senders.includes(key))
    return `${sender} is none of your addresses. They are ${addressesOf(user)}.`
  if (key === ownAddressKey(decision.email ?? user.email))
    return `${sender}: letters go there. Say "letters to" and another of your addresses first.`
  decision.senders = { removed: [...(decision.senders?.removed ?? []), key] }
  return `${sender} is removed; mail from there no longer counts as yours.`
}

function moveLetters(decision: Decision, sender: string, { user }: Known): string {
  const key = ownAddressKey(sender)
  if (!user.senders.includes(key) || decision.senders?.removed.includes(key))
    return `${sender} is none of your addresses; "add address ${sender}" makes it one.`
  decision.email = sender
  return `Letters go to ${sender} from now on.`
}

/** "ann@gmail.com and ann@work.com", as they are compared. */
export const addressesOf = ({ senders }: Pick<User, 'senders'>): string => list(senders.toSorted())
