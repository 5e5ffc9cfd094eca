import type { Mail } from './ask.ts'
import type { Contents } from './contents.ts'
import { ownAddressKey } from './core/mail/addresses.ts'
import { isAutomatic } from './core/mail/automatic.ts'
import { type Door, senderVerdict } from './core/mail/sender-verdict.ts'
import type { Known } from './db/gather.ts'
import { freeId, hold, release } from './db/held.ts'
import type { Handled } from './db/record.ts'
import { CHANGES, type Decision, nothing } from './decision.ts'
import type { Deps } from './deps.ts'
import { join } from './joining.ts'
import { didNotice } from './letters/notices.ts'
import { forwarding } from './mailboxes/forwarding.ts'
import { mayJoin } from './mailboxes/newcomer.ts'
import { report } from './mailboxes/report.ts'
import { type Moment, momentOf } from './moment.ts'
import { type OwnAddress, privateAddress } from './own-addresses.ts'
import type { Received, Refusal } from './refusal.ts'
import { frameOf, route } from './route.ts'
import { admission, answeredBy, hasRoomForOthers, held, heldForAddress } from './trust.ts'
import { linkMeant } from './yes.ts'

/** How a mail comes before us. */
export type Way =
  | { is: 'door'; door: Door }
  /** It was held (`id` is that of its row), and its user said that it is theirs; `trust`: so are all of its address. */
  | { is: 'let in'; id: number; trust: boolean }
  /** It said yes to a letter, and the link of that letter was tapped for it; what that did, in sentences. */
  | { is: 'tapped'; did: string[] }

/** A mail as it is looked at; `id` is that of its row to be. */
export type Coming = { id: number; mail: Mail; contents: Contents; address: OwnAddress; way: Way }

/** A decision, and how it is recorded. `isUsers`: it shows that the user is there. */
export type Decided = { decision: Decision; isUsers: boolean } & Pick<Handled, 'also'>

/** The mail says yes to a letter of ours: the link is to be tapped for it, before it is handled. */
export type Means = { is: 'means'; token: string }

/** What is to be done about a mail, or what became of it already. Undefined: somebody joined by it, look again. */
export async function decide(
  coming: Coming,
  known: Known | undefined,
  deps: Deps,
): Promise<Decided | Received | Means | undefined> {
  const { mail, way } = coming
  if (!known) return isReport(coming) ? refused('automatic') : fromNobody(coming, deps)
  // Whichever of our addresses it came to, and under whichever of its ids: one mail may have two of ours in BCC.
  const ids = [mail.messageId, ...mail.otherIds]
  const isItself = (id: number): boolean => way.is === 'let in' && id === way.id
  const before = known.mails.filter(({ id, messageId }) => ids.includes(messageId) && !isItself(id))
  if (before.some(({ kind }) => !OF_OTHERS.has(kind))) return { is: 'seen before' }
  const decided = await decideNew(coming, known, deps)
  if (before.length === 0) return decided
  // Anybody may have written under the id of a mail before its user's own copy came.
  if ('is' in decided) return decided.is === 'means' ? decided : { is: 'seen before' }
  if (!decided.isUsers) return { is: 'seen before' }
  const freed = before.flatMap(({ id }) => freeId(deps.db, id))
  return { ...decided, also: [...freed, ...(decided.also ?? [])] }
}

/** Kinds of mail that need not be the user's. */
const OF_OTHERS = new Set(['held', 'answer', 'report', 'forwarding'])

/** About a mail to a user that is not known. */
async function decideNew(coming: Coming, known: Known, deps: Deps): Promise<Decided | Received | Means> {
  const { mail, contents, address, way } = coming
  const moment = momentOf(mail, deps.now, known.user.settings.zone)
  if (address.is === 'private' && way.is === 'door') {
    const decision = forwarding(mail, coming.id, senderVerdict(mail, way.door), known, moment, deps)
    if (decision) return { decision, isUsers: false }
  }
  // Told before anybody asks who sent it: a program passes it on by itself (practice 8.17).
  if (isReport(coming)) {
    if (!hasRoomForOthers(known.user, deps.now)) return refused('too many mails')
    const decision = address.is === 'private' && report(mail, known, frameOf(known, moment), moment)
    return decision ? { decision, isUsers: false } : refused('automatic')
  }
  if (!mail.from) return refused('no author')
  if (way.is === 'door') return byDoor(coming, way.door, known, moment, deps)
  if (way.is === 'tapped') return { decision: didIt(mail, way.did, known, deps), isUsers: true }
  const sender = way.trust ? ownAddressKey(mail.from.address) : undefined
  const decision = await route(mail, contents, known, moment, deps, false)
  return { decision, isUsers: true, also: release(deps.db, { id: way.id, userId: known.user.id, sender }) }
}

const isReport = ({ mail, contents }: Coming): boolean => isAutomatic(mail) || contents.bounce !== undefined

/** A mail to an address that is nobody's yet. */
function fromNobody(
  { mail, address, way }: Coming,
  deps: Deps,
): Received | Promise<Received | undefined> | undefined {
  if (!mail.from) return refused('no author')
  if (address.is !== 'open') return refused('no such address')
  if (!mayJoin(mail.from, deps.config)) return refused('stranger')
  return way.is === 'door' ? join(mail, way.door, deps) : undefined
}

/** By who sent it, and how far that is proven. */
async function byDoor(
  { id, mail, contents, address }: Coming,
  door: Door,
  known: Known,
  moment: Moment,
  deps: Deps,
): Promise<Decided | Received | Means> {
  const admitted = admission(mail, address, known, door, deps)
  if (admitted.is === 'refused') return admitted
  if (admitted.is === 'contact') return { decision: answeredBy(mail.from!, known, moment), isUsers: false }
  if (admitted.is === 'perhaps') {
    const isOutreach =
      address.is === 'private' &&
      (await route(mail, contents, known, moment, deps, false)).kind === 'outreach'
    return keptFor(isOutreach, (asks) => heldForAddress(mail, known, moment, deps, asks))
  }
  const token = admitted.mayCommand ? await linkMeant(mail, known, deps.config) : undefined
  if (token) return { is: 'means', token }
  const decision = await route(mail, contents, known, moment, deps, admitted.isSure)
  const isBelieved = CHANGES.has(decision.kind) ? admitted.mayCommand : admitted.isChecked
  if (isBelieved) return { decision, isUsers: true }
  return keptFor(BODILESS.has(decision.kind), (asks) => held(mail, known, moment, deps, asks))

  /** Held: kept where it can be taken by what is kept of it, and asked about. */
  function keptFor(canBeTaken: boolean, ask: (asks: number | undefined) => Decision): Decided {
    return {
      decision: ask(canBeTaken ? id : undefined),
      isUsers: false,
      also: canBeTaken ? hold(deps.db, { id, userId: known.user.id, mail, now: deps.now }) : [],
    }
  }
}

/** Kinds of mail that can be taken later by what is kept of them. */
const BODILESS = new Set(['outreach', 'announcement', 'no recipient'])

function didIt(mail: Mail, did: string[], { user }: Known, { config }: Deps): Decision {
  const letter = { ...didNotice(did, mail), replyTo: privateAddress(user.token, config) }
  return { ...nothing('reply'), letters: [letter] }
}

const refused = (why: Refusal): Received => ({ is: 'refused', why })
