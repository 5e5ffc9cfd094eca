import { type Mail, whatToAsk } from './ask.ts'
import { readContents } from './contents.ts'
import { gather } from './db/gather.ts'
import type { Held } from './db/held.ts'
import { isConflict, newId } from './db/open.ts'
import { record } from './db/record.ts'
import { decide, type Means, type Way } from './decide.ts'
import type { Decision } from './decision.ts'
import type { Deps } from './deps.ts'
import { headerValues, type InboundEmail } from './inbound-email.ts'
import { lettersTo } from './letters-to.ts'
import { coverOthers } from './mailboxes/cover.ts'
import { tellOfCut } from './mailboxes/cut.ts'
import { askWhetherOne } from './mailboxes/identities.ts'
import { completeIntroductions } from './mailboxes/introductions.ts'
import { momentOf } from './moment.ts'
import { nextLook } from './next-look.ts'
import { isAtOurs, type OwnAddress, readOwnAddress } from './own-addresses.ts'
import { LOOP_HEADER, letterIdIn, outboxRow } from './post.ts'
import type { Received } from './refusal.ts'
import { refuse } from './refuse.ts'

/** Others can come first so often, before a mail is left to the provider's next try. */
const MAX_TRIES = 6

/**
 * Handles a mail: gather (one batch of reads), decide (pure), record (one batch of writes). Where another delivery
 * was first, everything is read and decided again. Throws only for our own faults; the provider then tries again.
 */
export async function receive(
  mail: InboundEmail,
  way: Exclude<Way, { is: 'let in' }>,
  deps: Deps,
): Promise<Received | Means> {
  const address = readOwnAddress(mail.recipient, deps.config)
  if (!address) return refuse('no such address', deps)
  if (isOwnLetter(mail, deps)) return refuse('own letter', deps)
  const messageId = mail.messageId ?? (await madeUpId(mail))
  const received = await untilFirst({ ...mail, messageId }, address, way, deps)
  return received.is === 'refused' ? refuse(received.why, deps) : received
}

/** Handles a mail that was held, now that its user said that it is theirs. */
export async function receiveHeld(
  mail: Held,
  said: { id: number; trust: boolean },
  deps: Deps,
): Promise<Received | Means> {
  const address = readOwnAddress(mail.recipient, deps.config)
  if (!address) return { is: 'refused', why: 'no such address' }
  return untilFirst(mail, address, { is: 'let in', ...said }, deps)
}

async function untilFirst(mail: Mail, address: OwnAddress, way: Way, deps: Deps): Promise<Received | Means> {
  const sought: string[] = []
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    try {
      const received = await handle(mail, address, way, sought, deps)
      if (received) return received
    } catch (error) {
      if (!isConflict(error)) throw error
    }
  }
  throw new Error('others were first, again and again')
}

/**
 * One try. Undefined: somebody joined, and the mail is looked at again as a user's.
 *
 * @param sought addresses that are looked for besides those that the mail shows: those to which an earlier try gave a
 *   contact. The one that is somebody's already was the conflict, however it stands in the mail.
 */
async function handle(
  mail: Mail,
  address: OwnAddress,
  way: Way,
  sought: string[],
  deps: Deps,
): Promise<Received | Means | undefined> {
  const id = newId()
  const isToUs = [...mail.to, ...mail.cc].every((to) => readOwnAddress(to.address, deps.config) !== undefined)
  const contents = await readContents(mail, { zone: 'UTC' }, isToUs)
  const asked = whatToAsk(mail, address, contents, deps)
  const known = await gather(deps.db, { ...asked, addresses: [...asked.addresses, ...sought] })
  const decided = await decide({ id, mail, contents, address, way }, known, deps)
  if (!decided || 'is' in decided) return decided
  const { decision, isUsers, also } = decided
  const { user } = known!
  const moment = momentOf(mail, deps.now, user.settings.zone)
  completeIntroductions(decision, known!)
  coverOthers(decision, known!, moment)
  askWhetherOne(decision, known!, moment)
  sought.push(
    ...decision.newContacts.flatMap(({ addresses }) => addresses),
    ...decision.newAddresses.map((added) => added.address),
  )
  if (mail.isCut) tellOfCut(decision)
  // They are there: letters that bounced may reach them again (a complaint is not mended by a mail).
  const liftsPause = isUsers && user.pausedFor === 'bounce'
  const rows = await Promise.all(
    lettersTo(user, decision, liftsPause, deps).map((letter) =>
      outboxRow(letter, { ...user, token: decision.newToken ?? user.token }, deps),
    ),
  )
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
    letters: rows.map((row, i) => ({ ...row, isReadmission: liftsPause && i === 0 })),
    isUsers,
    liftsPause,
    nextDigestAt: nextLook(user, decision, { now: deps.now, isUsers, liftsPause }),
  })
  logEnds(user.id, decision)
  return { is: 'handled', kind: decision.kind, hasLetters: rows.length > 0 }
}

/** What has to be done again where the database is put back to a time before (docs/operations.md). */
function logEnds(userId: number, { erasesEverything, erases, user }: Decision): void {
  if (erasesEverything) console.info('erased', userId)
  for (const contact of erases) console.info('forgot', userId, contact)
  if (user?.search === 'stopped') console.info('stopped', userId)
}

/** One of our letters came back, or another Reachback's: nothing is done for it (RFC 3834 section 2). */
function isOwnLetter(mail: InboundEmail, { config }: Deps): boolean {
  return (
    headerValues(mail, LOOP_HEADER.toLowerCase()).length > 0 ||
    (mail.from && isAtOurs(mail.from.address, config)) === true ||
    letterIdIn(mail.messageId ? [mail.messageId] : [], config) !== undefined
  )
}

/** For a mail without a Message-ID: the same mail has the same one. */
async function madeUpId({ from, to, cc, sentAt, subject, text, html }: InboundEmail): Promise<string> {
  const all = JSON.stringify([from?.address, to, cc, sentAt, subject, text, html])
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(all))
  return `${Array.from(new Uint8Array(hash, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}@no-message-id`
}
