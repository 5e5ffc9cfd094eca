import { type Mail, whatToAsk } from './ask.ts'
import { type Contents, readContents } from './contents.ts'
import { ownAddressKey } from './core/mail/addresses.ts'
import { isAutomatic } from './core/mail/automatic.ts'
import { nextDigestAt } from './core/practice/digest-time.ts'
import { eveningInstant } from './core/practice/evening.ts'
import type { LocalDate } from './core/practice/events.ts'
import type { Settings } from './core/practice/settings.ts'
import { localDate } from './core/when/zone.ts'
import { gather, type Known } from './db/gather.ts'
import { recordJoining } from './db/join.ts'
import { isConflict, newId } from './db/open.ts'
import { record } from './db/record.ts'
import type { User } from './db/users.ts'
import type { DatedFact, Decision } from './decision.ts'
import type { Deps } from './deps.ts'
import { headerValues, type InboundEmail } from './inbound-email.ts'
import { coverOthers } from './mailboxes/cover.ts'
import { completeIntroductions } from './mailboxes/introductions.ts'
import { mayJoin, newcomer } from './mailboxes/newcomer.ts'
import { peopleOf } from './mailboxes/people.ts'
import { report } from './mailboxes/report.ts'
import { momentOf } from './moment.ts'
import { type OwnAddress, readOwnAddress } from './own-addresses.ts'
import { LOOP_HEADER, letterIdIn, outboxRow } from './post.ts'
import type { Received, Refusal } from './refusal.ts'
import { frameOf, route } from './route.ts'

/** Others can come first so often, before a mail is left to the provider's next try. */
const MAX_TRIES = 6

/**
 * Handles a mail: gather (one batch of reads), decide (pure), record (one batch of writes). Where another delivery
 * was first, everything is read and decided again. Throws only for our own faults; the provider then tries again.
 */
export async function receive(mail: InboundEmail, deps: Deps): Promise<Received> {
  const address = readOwnAddress(mail.recipient, deps.config)
  if (!address) return refused('no such address')
  if (isOwnLetter(mail, deps)) return refused('own letter')
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

/** One try. Undefined: somebody joined, and the mail is looked at again as a user's. */
async function handle(mail: Mail, address: OwnAddress, deps: Deps): Promise<Received | undefined> {
  const contents = await readContents(mail, 'UTC')
  const known = await gather(deps.db, whatToAsk(mail, address, contents, deps))
  const decision = await decide(mail, contents, address, known, deps)
  if (!decision) return undefined
  if ('is' in decision) return decision
  const { user } = known!
  const moment = momentOf(mail, deps.now, user.settings.zone)
  completeIntroductions(decision, known!)
  coverOthers(decision, known!, moment)
  const settings = { ...user.settings, ...(decision.user?.settings as object) }
  const letters = await Promise.all(decision.letters.map((letter) => outboxRow(letter, user, deps)))
  await record(deps.db, known!, decision, {
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
    ...((decision.user || user.nextDigestAt === null || settings.hasEvenings) && {
      nextDigestAt: nextLook(user, settings, decision, deps),
    }),
  })
  return { is: 'handled', kind: decision.kind, hasLetters: letters.length > 0 }
}

/** What is to be done about a mail, or what became of it already. */
async function decide(
  mail: Mail,
  contents: Contents,
  address: OwnAddress,
  known: Known | undefined,
  deps: Deps,
): Promise<Decision | Received | undefined> {
  const isReport = isAutomatic(mail) || contents.bounce !== undefined
  if (!known) {
    if (isReport) return refused('automatic')
    if (!mail.from) return refused('no author')
    if (address.is !== 'open') return refused('no such address')
    return mayJoin(mail.from, deps.config) ? join(mail, deps) : refused('stranger')
  }
  const { user } = known
  // Whichever of our addresses it came to: one mail may have two of them in BCC.
  if (known.mails.some(({ messageId }) => messageId === mail.messageId)) return { is: 'seen before' }
  const moment = momentOf(mail, deps.now, user.settings.zone)
  // Told before anybody asks who sent it: a program passes it on by itself (practice 8.17).
  if (isReport)
    return (
      (address.is === 'private' && report(mail, known, frameOf(known, moment), moment)) ||
      refused('automatic')
    )
  if (!mail.from) return refused('no author')
  if (!user.senders.includes(ownAddressKey(mail.from.address))) return refused('stranger')
  return route(mail, contents, known, moment, deps)
}

/** When to look next, by the new settings. A digest that is due already and not yet made stays due. */
function nextLook(user: User, settings: Settings, decision: Decision, { now }: Deps): number | null {
  if ((decision.user?.search ?? user.search) === 'stopped') return null
  if (user.nextDigestAt !== null && user.nextDigestAt <= now) return user.nextDigestAt
  const morning = nextDigestAt(settings, now)
  const today = localDate(now, settings.zone)
  const evening = eveningInstant(today, settings.zone)
  const isMeetingDay = decision.facts.some(({ fact }) => isToday(fact, today))
  const isAwaited = user.nextDigestAt === evening || isMeetingDay
  return settings.hasEvenings && isAwaited && evening > now ? Math.min(morning, evening) : morning
}

/** A meeting of today: an evening note may be wanted. */
const isToday = (fact: DatedFact, today: LocalDate): boolean =>
  (fact.type === 'met' && fact.on === today) ||
  ((fact.type === 'booked' || fact.type === 'moved') && fact.meeting.on === today)

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

/** One of our letters came back, or another Reachback's: nothing is done for it (RFC 3834 section 2). */
function isOwnLetter(mail: InboundEmail, { config }: Deps): boolean {
  return (
    headerValues(mail, LOOP_HEADER.toLowerCase()).length > 0 ||
    mail.from?.address.endsWith(`@${config.inbound.domain}`) === true ||
    letterIdIn(mail.messageId ? [mail.messageId] : [], config.inbound.domain) !== undefined
  )
}

const refused = (why: Refusal): Received => ({ is: 'refused', why })

/** For a mail without a Message-ID: the same mail has the same one. */
async function madeUpId({ from, sentAt, subject, text }: InboundEmail): Promise<string> {
  const all = JSON.stringify([from?.address, sentAt, subject, text])
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(all))
  return `${Array.from(new Uint8Array(hash, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}@no-message-id`
}
