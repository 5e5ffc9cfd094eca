import { type Mail, whatToAsk } from './ask.ts'
import { type Contents, readContents } from './contents.ts'
import { ownAddressKey } from './core/mail/addresses.ts'
import { isAutomatic } from './core/mail/automatic.ts'
import { type Door, senderVerdict } from './core/mail/sender-verdict.ts'
import { nextDigestAt } from './core/practice/digest-time.ts'
import { eveningInstant } from './core/practice/evening.ts'
import type { LocalDate } from './core/practice/events.ts'
import type { Settings } from './core/practice/settings.ts'
import { localDate } from './core/when/zone.ts'
import { gather, type Known } from './db/gather.ts'
import { type Held, hold, release } from './db/held.ts'
import { DAY, MAX_LETTERS } from './db/limits.ts'
import { isConflict, newId } from './db/open.ts'
import { type Handled, record } from './db/record.ts'
import type { User } from './db/users.ts'
import { type DatedFact, type Decision, nothing } from './decision.ts'
import type { Deps } from './deps.ts'
import { headerValues, type InboundEmail } from './inbound-email.ts'
import { join } from './joining.ts'
import type { Letter } from './letters/letter.ts'
import { backNotice, didNotice, pauseSentence, withOpening } from './letters/notices.ts'
import { pauseOf } from './letters-fail.ts'
import { coverOthers } from './mailboxes/cover.ts'
import { tellOfCut } from './mailboxes/cut.ts'
import { forwarding } from './mailboxes/forwarding.ts'
import { askWhetherOne } from './mailboxes/identities.ts'
import { completeIntroductions } from './mailboxes/introductions.ts'
import { mayJoin } from './mailboxes/newcomer.ts'
import { report } from './mailboxes/report.ts'
import { momentOf } from './moment.ts'
import { isAtOurs, type OwnAddress, privateAddress, readOwnAddress } from './own-addresses.ts'
import { LOOP_HEADER, letterIdIn, outboxRow } from './post.ts'
import type { Received, Refusal } from './refusal.ts'
import { refuse } from './refuse.ts'
import { frameOf, route } from './route.ts'
import { admission, answeredBy, held, heldForAddress } from './trust.ts'
import { linkMeant } from './yes.ts'

/** Others can come first so often, before a mail is left to the provider's next try. */
const MAX_TRIES = 6

/**
 * Handles a mail: gather (one batch of reads), decide (pure), record (one batch of writes). Where another delivery
 * was first, everything is read and decided again. Throws only for our own faults; the provider then tries again.
 */
export async function receive(mail: InboundEmail, by: Door | Did, deps: Deps): Promise<Received | Means> {
  const address = readOwnAddress(mail.recipient, deps.config)
  if (!address) return refuse('no such address', deps)
  if (isOwnLetter(mail, deps)) return refuse('own letter', deps)
  const messageId = mail.messageId ?? (await madeUpId(mail))
  const received = await untilFirst({ ...mail, messageId }, address, by, deps)
  return received.is === 'refused' ? refuse(received.why, deps) : received
}

/** Handles a mail that was held, now that its user said that it is theirs. */
export async function receiveHeld(mail: Held, said: LetIn, deps: Deps): Promise<Received | Means> {
  const address = readOwnAddress(mail.recipient, deps.config)
  return address ? untilFirst(mail, address, said, deps) : refused('no such address')
}

/** The user's word for a held mail, by its id; with `trust` for all that come from its address. */
export type LetIn = { id: number; trust: boolean }

/** The mail says yes to a letter of ours: a link is to be tapped for it, before it is handled. */
export type Means = { is: 'means'; token: string }

/** What the tap did, in sentences. */
export type Did = { did: string[] }

type By = Door | LetIn | Did

async function untilFirst(mail: Mail, address: OwnAddress, by: By, deps: Deps): Promise<Received | Means> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    try {
      const received = await handle(mail, address, by, deps)
      if (received) return received
    } catch (error) {
      if (!isConflict(error)) throw error
    }
  }
  throw new Error('others were first, again and again')
}

/** One try. Undefined: somebody joined, and the mail is looked at again as a user's. */
async function handle(
  mail: Mail,
  address: OwnAddress,
  by: By,
  deps: Deps,
): Promise<Received | Means | undefined> {
  const id = newId()
  const isToUs = [...mail.to, ...mail.cc].every((to) => readOwnAddress(to.address, deps.config) !== undefined)
  const contents = await readContents(mail, { zone: 'UTC' }, isToUs)
  const known = await gather(deps.db, whatToAsk(mail, address, contents, deps))
  const decided = await decide(mail, id, contents, address, by, known, deps)
  if (!decided || 'is' in decided) return decided
  const { decision, isUsers, also } = decided
  const { user } = known!
  const moment = momentOf(mail, deps.now, user.settings.zone)
  completeIntroductions(decision, known!)
  coverOthers(decision, known!, moment)
  askWhetherOne(decision, known!, moment)
  if (mail.isCut) tellOfCut(decision)
  const settings = { ...user.settings, ...(decision.user?.settings as object) }
  // They are there: letters that bounced may reach them again (a complaint is not mended by a mail).
  const liftsPause = isUsers && user.pausedFor === 'bounce'
  const rows = await Promise.all(
    withinDay(lettersTo(user, decision, liftsPause, deps), user, deps).map((letter) =>
      outboxRow(letter, { ...user, token: decision.newToken ?? user.token }, deps),
    ),
  )
  const letters = rows.map((row, i) => ({ ...row, isReadmission: liftsPause && i === 0 }))
  await record(deps.db, known!, decision, {
    also,
    id,
    messageId: mail.messageId,
    otherIds: mail.otherIds,
    recipient: mail.recipient,
    subject: mail.subject,
    sentAt: mail.sentAt ?? deps.now,
    now: deps.now,
    today: moment.today,
    letters,
    isUsers,
    liftsPause,
    // Whose letters ended for want of a sign of life gets them again.
    ...((isUsers || user.nextDigestAt !== null) &&
      (decision.user || user.nextDigestAt === null || settings.hasEvenings) && {
        nextDigestAt: user.pausedFor && !liftsPause ? null : nextLook(user, settings, decision, deps),
      }),
  })
  logEnds(user.id, decision)
  return { is: 'handled', kind: decision.kind, hasLetters: letters.length > 0 }
}

/**
 * The letters that go out: none while letters are paused; after a bounce the first one says what was. Whoever stopped
 * them is answered, and written to for nothing else.
 */
function lettersTo(user: User, decision: Decision, liftsPause: boolean, { now, config }: Deps): Letter[] {
  const { letters, kind } = decision
  if (user.search === 'stopped' && !CHANGES.has(kind) && kind !== 'held') return []
  if (!user.pausedFor) return letters
  if (!liftsPause) return []
  const pause = pauseOf(user, now)
  const [first, ...others] = letters
  if (first) return [withOpening(first, pauseSentence(pause)), ...others]
  return [{ ...backNotice(pause, user.pauseChangedAt!), replyTo: privateAddress(user.token, config) }]
}

/** As many as a user may get on one day; the last one says so. What was done shows in the next digest as well. */
function withinDay(letters: Letter[], { letterDay, lettersInDay }: User, { now }: Deps): Letter[] {
  const room = MAX_LETTERS - (letterDay === Math.floor(now / DAY) ? lettersInDay : 0)
  return letters
    .slice(0, Math.max(0, room))
    .map((letter, i) => (i + 1 === room ? withOpening(letter, LAST_OF_THE_DAY) : letter))
}

const LAST_OF_THE_DAY = `This is letter ${MAX_LETTERS} of today, and the last one: what else comes today is done without a letter.`

/** A decision, and how it is recorded. `isUsers`: it shows that the user is there. */
type Decided = { decision: Decision; isUsers: boolean } & Pick<Handled, 'also'>

/** What is to be done about a mail, or what became of it already. `id` is that of its row. */
async function decide(
  mail: Mail,
  id: number,
  contents: Contents,
  address: OwnAddress,
  by: By,
  known: Known | undefined,
  deps: Deps,
): Promise<Decided | Received | Means | undefined> {
  const isReport = isAutomatic(mail) || contents.bounce !== undefined
  if (!known) {
    if (isReport) return refused('automatic')
    if (!mail.from) return refused('no author')
    if (address.is !== 'open') return refused('no such address')
    if (!mayJoin(mail.from, deps.config)) return refused('stranger')
    return typeof by === 'string' ? join(mail, by, deps) : undefined
  }
  const { user } = known
  // Whichever of our addresses it came to, and under whichever of its ids: one mail may have two of ours in BCC.
  const letIn = typeof by === 'string' || 'did' in by ? undefined : by
  const ids = [mail.messageId, ...mail.otherIds]
  if (known.mails.some((seen) => ids.includes(seen.messageId) && seen.id !== letIn?.id))
    return { is: 'seen before' }
  const moment = momentOf(mail, deps.now, user.settings.zone)
  if (address.is === 'private' && typeof by === 'string') {
    const decision = forwarding(mail, id, senderVerdict(mail, by), known, moment, deps)
    if (decision) return { decision, isUsers: false }
  }
  // Told before anybody asks who sent it: a program passes it on by itself (practice 8.17).
  if (isReport) {
    const decision = address.is === 'private' && report(mail, known, frameOf(known, moment), moment)
    return decision ? { decision, isUsers: false } : refused('automatic')
  }
  if (!mail.from) return refused('no author')
  const key = ownAddressKey(mail.from.address)
  if (typeof by !== 'string' && 'did' in by)
    return {
      decision: {
        ...nothing('reply'),
        letters: [{ ...didNotice(by.did, mail), replyTo: privateAddress(user.token, deps.config) }],
      },
      isUsers: true,
    }
  if (typeof by !== 'string') {
    const decision = await route(mail, contents, known, moment, deps)
    return { decision, isUsers: true, also: release(deps.db, by.id, by.trust ? key : undefined) }
  }
  const admitted = admission(mail, address, known, by, deps)
  if (admitted.is === 'refused') return admitted
  if (admitted.is === 'contact') return { decision: answeredBy(mail.from, known, moment), isUsers: false }
  if (admitted.is === 'perhaps') {
    const isOutreach =
      address.is === 'private' && (await route(mail, contents, known, moment, deps)).kind === 'outreach'
    return keptFor(isOutreach, (asks) => heldForAddress(mail, known, moment, deps, asks))
  }
  const token = admitted.mayCommand ? await linkMeant(mail, known, deps.config) : undefined
  if (token) return { is: 'means', token }
  const decision = await route(mail, contents, known, moment, deps)
  const isBelieved = CHANGES.has(decision.kind) ? admitted.mayCommand : admitted.isChecked
  if (isBelieved) return { decision, isUsers: true }
  return keptFor(BODILESS.has(decision.kind), (asks) => held(mail, known, moment, deps, asks))

  /** Held: kept where it can be taken by what is kept of it, and asked about. */
  function keptFor(canBeTaken: boolean, ask: (asks: number | undefined) => Decision): Decided {
    return {
      decision: ask(canBeTaken ? id : undefined),
      isUsers: false,
      also: canBeTaken ? hold(deps.db, { id, userId: user.id, mail, now: deps.now }) : [],
    }
  }
}

/** What has to be done again where the database is put back to a time before (docs/operations.md). */
function logEnds(userId: number, { erasesEverything, erases, user }: Decision): void {
  if (erasesEverything) console.info('erased', userId)
  for (const contact of erases) console.info('forgot', userId, contact)
  if (user?.search === 'stopped') console.info('stopped', userId)
}

/** Kinds of mail that hold commands. */
const CHANGES = new Set(['reply', 'note'])

/** Kinds of mail that can be taken later by what is kept of them. */
const BODILESS = new Set(['outreach', 'announcement', 'no recipient'])

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

/** One of our letters came back, or another Reachback's: nothing is done for it (RFC 3834 section 2). */
function isOwnLetter(mail: InboundEmail, { config }: Deps): boolean {
  return (
    headerValues(mail, LOOP_HEADER.toLowerCase()).length > 0 ||
    (mail.from && isAtOurs(mail.from.address, config)) === true ||
    letterIdIn(mail.messageId ? [mail.messageId] : [], config) !== undefined
  )
}

const refused = (why: Refusal): Received => ({ is: 'refused', why })

/** For a mail without a Message-ID: the same mail has the same one. */
async function madeUpId({ from, sentAt, subject, text }: InboundEmail): Promise<string> {
  const all = JSON.stringify([from?.address, sentAt, subject, text])
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(all))
  return `${Array.from(new Uint8Array(hash, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}@no-message-id`
}
