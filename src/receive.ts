import { ownAddressKey } from './core/mail/addresses.ts'
import { isAutomatic } from './core/mail/automatic.ts'
import { foldedWords, nameKeys } from './core/names.ts'
import { nextDigestAt } from './core/practice/digest-time.ts'
import type { Settings } from './core/practice/settings.ts'
import { type Asked, gather, type Known } from './db/gather.ts'
import { recordJoining } from './db/join.ts'
import { isConflict, newId } from './db/open.ts'
import { record } from './db/record.ts'
import type { Owner, User } from './db/users.ts'
import type { Decision } from './decision.ts'
import type { Deps } from './deps.ts'
import { headerValues, type InboundEmail } from './inbound-email.ts'
import { commands } from './mailboxes/commands.ts'
import { coverOthers } from './mailboxes/cover.ts'
import { hidden } from './mailboxes/hidden.ts'
import { completeIntroductions } from './mailboxes/introductions.ts'
import { mayJoin, newcomer } from './mailboxes/newcomer.ts'
import { outreach } from './mailboxes/outreach.ts'
import { peopleOf } from './mailboxes/people.ts'
import { type Moment, momentOf } from './moment.ts'
import { type OwnAddress, readOwnAddress } from './own-addresses.ts'
import { LOOP_HEADER, letterIdIn, outboxRow } from './post.ts'
import type { Received, Refusal } from './refusal.ts'

/** Others can come first so often, before a mail is left to the provider's next try. */
const MAX_TRIES = 6

/** "undo" reaches back so far (practice 4.1, rule 11). */
const UNDO_DAYS = 14

/** Words of a mail that are looked up as names; a longer text is no command anyway. */
const MAX_WORDS = 400

/**
 * Handles a mail: gather (one batch of reads), decide (pure), record (one batch of writes). Where another delivery
 * was first, everything is read and decided again. Throws only for our own faults; the provider then tries again.
 */
export async function receive(mail: InboundEmail, deps: Deps): Promise<Received> {
  const address = readOwnAddress(mail.recipient, deps.config)
  if (!address) return refused('no such address')
  const why = unwanted(mail, deps)
  if (why) return refused(why)
  const messageId = mail.messageId ?? (await madeUpId(mail))
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    try {
      const received = await handle({ ...mail, messageId }, address, deps)
      if (received) return received
    } catch (error) {
      if (!isConflict(error)) throw error
    }
  }
  throw new Error('others were first, again and again')
}

/** A mail whose author is known to be one mailbox, and whose id is never missing. */
type Mail = InboundEmail & { messageId: string }

/** One try. Undefined: somebody joined, and the mail is looked at again as a user's. */
async function handle(mail: Mail, address: OwnAddress, deps: Deps): Promise<Received | undefined> {
  const author = mail.from!
  const asked = whatToAsk(mail, address, deps)
  const known = await gather(deps.db, asked)
  if (!known)
    return address.is === 'open' && mayJoin(author, deps.config)
      ? join(mail, deps)
      : refused(strangerOr(address))
  const { user } = known
  if (!user.senders.includes(ownAddressKey(author.address))) return refused('stranger')
  // Whichever of our addresses it came to: one mail may have two of them in BCC.
  if (known.mails.some(({ messageId }) => messageId === mail.messageId)) return { is: 'seen before' }
  const moment = momentOf(mail, deps.now, user.settings.zone)
  const decision = await decide(mail, known, moment, deps)
  completeIntroductions(decision, known)
  coverOthers(decision, known, moment)
  const settings = { ...user.settings, ...(decision.user?.settings as object) }
  const letters = await Promise.all(decision.letters.map((letter) => outboxRow(letter, user, deps)))
  await record(deps.db, known, decision, {
    id: newId(),
    messageId: mail.messageId,
    otherIds: mail.otherIds,
    recipient: mail.recipient,
    subject: mail.subject,
    sentAt: mail.sentAt ?? deps.now,
    now: deps.now,
    today: moment.today,
    letters,
    // Whose letters ended for want of a sign of life gets them again.
    ...((decision.user || user.nextDigestAt === null) && {
      nextDigestAt: nextLook(user, settings, decision, deps),
    }),
  })
  return { is: 'handled', kind: decision.kind, hasLetters: letters.length > 0 }
}

/** When to look next, by the new settings. A digest that is due already and not yet made stays due. */
function nextLook(user: User, settings: Settings, decision: Decision, { now }: Deps): number | null {
  if ((decision.user?.search ?? user.search) === 'stopped') return null
  return user.nextDigestAt !== null && user.nextDigestAt <= now
    ? user.nextDigestAt
    : nextDigestAt(settings, now)
}

/** Which mailbox a user's mail is for. */
function decide(mail: Mail, known: Known, moment: Moment, deps: Deps): Promise<Decision> | Decision {
  if (known.digest) return commands(mail, known, moment, deps)
  const people = peopleOf(mail, known.user, deps.config)
  if (people.to.length > 0 || people.hasList) return outreach(mail, people, known, moment, deps)
  const isToUs = [...mail.to, ...mail.cc].some((to) => readOwnAddress(to.address, deps.config))
  return isToUs ? commands(mail, known, moment, deps) : hidden(mail, people, moment)
}

/** A newcomer's mail. Undefined where it went to people too: it is then looked at again as the user's first outreach. */
async function join(mail: Mail, deps: Deps): Promise<Received | undefined> {
  const joining = await newcomer(mail, mail.from!, deps)
  const people = peopleOf(mail, { senders: [joining.user.sender] }, deps.config)
  const isOutreach = people.to.length > 0
  await recordJoining(
    deps.db,
    joining,
    isOutreach
      ? undefined
      : {
          id: newId(),
          userId: joining.user.id,
          messageId: mail.messageId,
          recipient: mail.recipient,
          kind: 'joined',
          subject: mail.subject,
          sentAt: mail.sentAt ?? deps.now,
          handledAt: deps.now,
        },
  )
  return isOutreach ? undefined : { is: 'handled', kind: 'joined', hasLetters: true }
}

/** What no mailbox ever sees: mail without a clear author, our own letters come back, programs (RFC 3834). */
function unwanted(mail: InboundEmail, { config }: Deps): Refusal | undefined {
  if (!mail.from) return 'no author'
  const isOurs =
    headerValues(mail, LOOP_HEADER.toLowerCase()).length > 0 ||
    mail.from.address.endsWith(`@${config.inbound.domain}`) ||
    letterIdIn(mail.messageId ? [mail.messageId] : [], config.inbound.domain) !== undefined
  if (isOurs) return 'own letter'
  return isAutomatic(mail) ? 'automatic' : undefined
}

function whatToAsk(mail: Mail, address: OwnAddress, { config, now }: Deps): Asked {
  const visible = [...mail.to, ...mail.cc]
  const ours = visible.flatMap((to) => readOwnAddress(to.address, config) ?? [])
  const digest = [address, ...ours].find(({ is }) => is === 'digest') as { token: string } | undefined
  const isCommand = digest !== undefined || (ours.length > 0 && ours.length === visible.length)
  const letterId = letterIdIn([...mail.inReplyTo, ...mail.references.toReversed()], config.inbound.domain)
  return {
    owner: ownerOf(mail, address),
    ids: [mail.messageId, ...mail.otherIds, ...mail.inReplyTo, ...mail.references],
    addresses: [...visible.map((to) => to.address), ...(isCommand ? addressesIn(mail) : [])],
    words: isCommand ? wordsIn(mail) : [],
    names: visible.map(({ name }) => nameKeys(name)).filter(({ first, last }) => first !== last),
    ...(digest && { digestToken: digest.token }),
    ...(letterId !== undefined && { letterId }),
    isCommand,
    undoSince: now - UNDO_DAYS * 86_400_000,
  }
}

/** Words by which a contact may be called. */
const wordsIn = ({ text, html, subject }: InboundEmail): string[] => {
  const words = foldedWords(`${subject} ${text} ${html.replace(/<[^<>]*>/g, ' ')}`)
  return [...new Set(words)].slice(0, MAX_WORDS)
}

const ownerOf = (mail: Mail, address: OwnAddress): Owner =>
  address.is === 'open'
    ? { by: 'sender', address: ownAddressKey(mail.from!.address) }
    : { by: address.is === 'digest' ? 'digest' : 'private address', token: address.token }

/** Addresses that a command may name. */
const addressesIn = ({ text }: InboundEmail): string[] =>
  (text.toLowerCase().match(/[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,190}/g) ?? []).slice(0, 50)

const refused = (why: Refusal): Received => ({ is: 'refused', why })

const strangerOr = (address: OwnAddress): Refusal => (address.is === 'open' ? 'stranger' : 'no such address')

/** For a mail without a Message-ID: the same mail has the same one. */
async function madeUpId({ from, sentAt, subject, text }: InboundEmail): Promise<string> {
  const all = JSON.stringify([from?.address, sentAt, subject, text])
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(all))
  return `${Array.from(new Uint8Array(hash, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}@no-message-id`
}
