import type { Mail } from '../ask.ts'
import type { Passed } from '../contents.ts'
import { isRoleOrMachine } from '../core/mail/address-kinds.ts'
import { ownAddressKey } from '../core/mail/addresses.ts'
import { readAutoReply } from '../core/mail/auto-replies.ts'
import { type Forward, innerMail } from '../core/mail/forwards.ts'
import { phoneIn } from '../core/mail/phone.ts'
import type { Frame } from '../core/when/frame.ts'
import { localDate } from '../core/when/zone.ts'
import type { KnownContact } from '../db/contacts.ts'
import type { Known } from '../db/gather.ts'
import { type DatedFact, type Decision, nothing } from '../decision.ts'
import type { Deps } from '../deps.ts'
import type { Address, InboundEmail } from '../inbound-email.ts'
import { didNotice } from '../letters/notices.ts'
import type { Moment } from '../moment.ts'
import { isAtOurs, privateAddress } from '../own-addresses.ts'
import { assisted, keepAssistant } from './assistants.ts'
import { addFacts, contactAt } from './contact-facts.ts'
import { failed } from './failure.ts'
import { noteAbove } from './forward-note.ts'
import { outreach } from './outreach.ts'
import { peopleOf } from './people.ts'

/**
 * Mail that the user passed on to us (practice 2.4, rule 5): their own sent mail is the attempt it was, at its own
 * date; a failure report, an out-of-office note, an introduction and an answer are what they are for the contact.
 * What the user typed above is a command for that contact, or a note. A report that changes nothing is answered, since
 * the user waits for what it does.
 */
export async function forwarded(
  mail: Mail,
  forwards: Passed[],
  known: Known,
  frame: Frame,
  moment: Moment,
  deps: Deps,
): Promise<Decision> {
  const decision = { ...nothing('forward'), isUndoable: true }
  const said: string[] = []
  for (const forward of forwards.toSorted((a, b) => (a.sentAt ?? moment.now) - (b.sentAt ?? moment.now))) {
    const when = momentThen(forward, moment, frame.zone)
    const inner = innerMail(mail, forward)
    const isOwn = forward.from && known.user.senders.includes(ownAddressKey(forward.from.address))
    if (isOwn) {
      const own = await sent(mail, forward, knownAfter(known, decision), when, deps)
      if (forward.sentAt === undefined) for (const { fact } of own.facts) fact.isUndated = true
      merge(decision, own)
    } else if (forward.bounce) {
      const why = failed(decision, forward.bounce, known, when)
      if (why) said.push(why)
    } else
      received(
        decision,
        forward,
        inner,
        knownAfter(known, decision),
        { ...frame, now: when.at },
        when,
        moment,
        deps,
      )
  }
  if (said.length > 0)
    decision.letters.push({
      ...didNotice([...new Set(said)], mail),
      replyTo: privateAddress(known.user.token, deps.config),
    })
  return decision
}

/** The moment of the inner mail, where its date can be read and is not in the future. */
function momentThen({ sentAt }: Forward, moment: Moment, zone: string): Moment {
  if (sentAt === undefined || sentAt > moment.now) return moment
  return { ...moment, at: sentAt, on: localDate(sentAt, zone) }
}

/** A mail of the user's that had no BCC: handled as if it had had one. */
function sent(
  mail: InboundEmail,
  forward: Forward,
  known: Known,
  when: Moment,
  deps: Deps,
): Promise<Decision> {
  const { to, cc, subject, text, messageId } = forward
  const inner = { ...mail, to, cc, subject, text, html: '', messageId, inReplyTo: [], references: [] }
  return outreach(inner, peopleOf(inner, known.user, deps.config), known, when, deps)
}

/** The contacts as they stand after the mails before this one: ten sent mails may be five to two people. */
function knownAfter(known: Known, { newContacts, facts }: Decision): Known {
  const made = newContacts.map((contact) => ({ ...contact, userId: known.user.id, history: [], shown: {} }))
  const contacts = [...known.contacts, ...made].map((contact) => {
    const history = [...contact.history]
    for (const { contact: id, fact } of facts)
      if (id === contact.id) history.push({ ...fact, seq: (history.at(-1)?.seq ?? 0) + 1, cause: '' })
    return { ...contact, history }
  })
  return { ...known, contacts }
}

function merge(decision: Decision, other: Decision): void {
  decision.facts.push(...other.facts)
  decision.newContacts.push(...other.newContacts)
  decision.newAddresses.push(...other.newAddresses)
  decision.renamed.push(...other.renamed)
  decision.asked.push(...other.asked)
  decision.question ??= other.question
}

function received(
  decision: Decision,
  forward: Forward,
  inner: InboundEmail,
  known: Known,
  frame: Frame,
  { on, at }: Moment,
  moment: Moment,
  deps: Deps,
): void {
  const { from } = forward
  if (!from || isRoleOrMachine(from.address) || isOurs(from, deps)) return
  const away = readAutoReply(inner, frame, { isInner: true })
  if (away) {
    if (contactAt(known, from))
      addFacts(decision, known, from, [
        { type: 'away', ...(away.returnOn && { until: away.returnOn }), on, at },
      ])
    return
  }
  const introduced = introducedBy(forward, known, deps)
  if (introduced.length > 0) {
    const introducer = addFacts(decision, known, from, [])
    for (const person of introduced) {
      const contact = addFacts(decision, known, person, [
        { type: 'added', source: 'intro', via: introducer, on, at },
      ])
      decision.facts.push({ contact: introducer, fact: { type: 'intro received', contact, on, at } })
    }
  } else {
    const boss = assisted(known, from, (contact) => isAbout(contact, forward.subject))
    if (boss) keepAssistant(decision, boss, from, { on, at })
    const author = boss ? { address: boss.addresses[0]!, name: '' } : from
    addFacts(decision, known, author, answerFacts(forward, author, known, { on, at }))
  }
  noteAbove(decision, forward, from, known, { ...frame, now: moment.at }, moment)
}

/** The subject is that of a mail to the contact. */
const isAbout = ({ history }: KnownContact, subject: string): boolean =>
  history.some(
    (event) => event.type === 'attempted' && event.subject && bare(event.subject) === bare(subject),
  )

const bare = (subject: string): string =>
  subject
    .replace(/^(?:\s*(?:re|fwd?|aw|wg|tr|sv|vs)\s*:)+/i, '')
    .trim()
    .toLowerCase()

/** One of our own letters, passed on. */
const isOurs = ({ address }: Address, { config }: Deps): boolean =>
  isAtOurs(address, config) || config.from.toLowerCase().includes(address)

/** They answered; the number in their signature is kept (practice 1, row 11). */
function answerFacts(
  forward: Forward,
  from: Address,
  known: Known,
  stamp: { on: string; at: number },
): DatedFact[] {
  const phone = phoneIn(forward.text)
  const hasPhone = contactAt(known, from)?.history.some(({ type }) => type === 'phoned')
  return [
    { type: 'answered', channel: 'email', ...stamp },
    ...(phone && !hasPhone ? [{ type: 'phoned' as const, number: phone, ...stamp }] : []),
  ]
}

/** New people in To or Cc of a mail that says it introduces them, with the user among those it went to. */
function introducedBy(forward: Forward, known: Known, { config }: Deps): Address[] {
  const { to, cc } = peopleOf({ ...EMPTY, to: forward.to, cc: forward.cc }, known.user, config)
  const others = [...to, ...cc].filter(
    (person) => person.address !== forward.from?.address && !contactAt(known, person),
  )
  return others.length > 0 && INTRODUCES.test(`${forward.subject}\n${forward.text}`) ? others : []
}

const EMPTY = { to: [], cc: [] } as unknown as InboundEmail

const INTRODUCES =
  /\bintro(?:s|duc\w*)?\b|\bconnect(?:ing)? you\b|\bmeet\b|\be-?meet\b|\bput(?:ting)? you (?:two |both )?in touch\b|<>|<->/i
