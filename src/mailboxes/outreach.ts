import { companyOf } from '../core/mail/company.ts'
import { displayName } from '../core/mail/display-name.ts'
import { isThankYou, saysThanks } from '../core/mail/thank-you.ts'
import { visibleText } from '../core/mail/visible-text.ts'
import { foldedWords } from '../core/names.ts'
import { addBusinessDays } from '../core/practice/business-days.ts'
import { practiceOf } from '../core/practice/due.ts'
import type { Fact } from '../core/practice/events.ts'
import { type Standing, standingOf } from '../core/practice/standing.ts'
import type { KnownContact } from '../db/contacts.ts'
import type { Known } from '../db/gather.ts'
import { newId } from '../db/open.ts'
import { type Decision, nothing } from '../decision.ts'
import type { Deps } from '../deps.ts'
import type { Address, InboundEmail } from '../inbound-email.ts'
import { firstReceipt } from '../letters/first-receipt.ts'
import type { Moment } from '../moment.ts'
import { privateAddress } from '../own-addresses.ts'
import type { People } from './people.ts'

/** From this many recipients on a mail is an announcement, and no attempt (practice 2.6). */
const MANY = 5

/** A mail of the user to people, shown to us by BCC: an attempt, a touch, a thank-you (practice 2.4, 2.6). */
export async function outreach(
  mail: InboundEmail,
  people: People,
  known: Known,
  moment: Moment,
  deps: Deps,
): Promise<Decision> {
  const count = people.to.length + people.cc.length
  if (count >= MANY || people.hasList) return announcement(mail, people, known, moment)
  const decision = nothing('outreach')
  const practice = practiceOf(known.user.settings, known.user.search)
  for (const person of people.to) {
    const contact = find(known, person)
    const standing = contact && standingOf(contact.history, practice, moment.on)
    if (standing?.state === 'IGNORED') continue
    const fact = await factOf(mail, person, standing, known, moment, people.to.length)
    add(decision, contact, person, fact, moment)
  }
  for (const person of people.cc) {
    const contact = find(known, person)
    add(decision, contact, person, { type: contact ? 'touched' : 'copied' }, moment)
  }
  if (!known.user.settings.isGreeted && decision.facts.some(({ fact }) => fact.type === 'attempted')) {
    decision.user = { settings: { isGreeted: true } }
    decision.letters.push(
      firstReceipt({
        decision,
        known,
        practice,
        today: moment.today,
        replyTo: privateAddress(known.user.token, deps.config),
      }),
    )
  }
  return decision
}

/** What the mail is to this person, by what is known of them. */
async function factOf(
  mail: InboundEmail,
  person: Address,
  standing: Standing | undefined,
  known: Known,
  moment: Moment,
  group: number,
): Promise<Fact> {
  const hasMet =
    standing?.state === 'MET' || (standing?.state === 'BOOKED' && standing.meeting!.on <= moment.on)
  const isAnswer = mail.inReplyTo.length > 0 || mail.references.length > 0
  if (standing && (hasMet || isAnswer)) {
    const { lines, attribution } = await visibleText(mail)
    const text = lines.map((line) => line.text).join('\n')
    if (hasMet && isThanks(text, standing, known, moment)) return { type: 'thanked' }
    if (isAnswer && attribution && isBy(attribution, person, known)) return { type: 'replied' }
  }
  return {
    type: 'attempted',
    channel: 'email',
    subject: mail.subject,
    ...(mail.messageId && { messageId: mail.messageId }),
    ...(group > 1 && { group }),
  }
}

/** A strong phrase, or within five business days of the meeting the word "thank" anywhere (practice 2.4, rule 8). */
function isThanks(text: string, standing: Standing, known: Known, moment: Moment): boolean {
  if (isThankYou(text)) return true
  const { calendar } = practiceOf(known.user.settings, known.user.search)
  const metOn = standing.metOn ?? standing.meeting?.on ?? moment.on
  return saysThanks(text) && moment.on <= addBusinessDays(metOn, 5, calendar)
}

/** The quoted mail, which the user answers, was written by this person and not by the user. */
function isBy(attribution: string, { address, name }: Address, known: Known): boolean {
  const text = attribution.toLowerCase()
  if (known.user.senders.some((own) => text.includes(own)) || text.includes(known.user.email)) return false
  if (text.includes(address)) return true
  const words = new Set(foldedWords(attribution))
  const called = foldedWords(name)
  return called.length > 1 && called.every((word) => words.has(word))
}

/** Many recipients, or a list: no timers; whoever is kept in touch with was written to. Asked about once. */
function announcement(mail: InboundEmail, { to, cc }: People, known: Known, moment: Moment): Decision {
  const decision = nothing('announcement')
  const people = [...to, ...cc]
  for (const person of people) {
    const contact = find(known, person)
    if (contact) add(decision, contact, person, { type: 'touched' }, moment)
  }
  decision.question = {
    id: newId(),
    kind: 'announcement',
    data: { subject: mail.subject, on: moment.on, at: moment.at, messageId: mail.messageId ?? '', people },
    askedAt: moment.now,
    answeredAt: null,
  }
  return decision
}

const find = (known: Known, { address }: Address): KnownContact | undefined =>
  known.contacts.find(({ addresses }) => addresses.includes(address))

/** Adds a fact to the history of a person, who is made a contact where unknown. */
function add(
  decision: Decision,
  contact: KnownContact | undefined,
  person: Address,
  fact: Fact,
  { on, at }: Moment,
): void {
  const dated = { ...fact, on, at }
  if (contact) {
    const isNamedBetter = person.name && contact.name === displayName({ address: person.address, name: '' })
    if (isNamedBetter)
      decision.renamed.push({ contact: contact.id, name: displayName(person), company: contact.company })
    decision.facts.push({ contact: contact.id, fact: dated })
    return
  }
  const id = newId()
  const company = companyOf(person.address)
  decision.newContacts.push({
    id,
    name: displayName(person),
    ...(company && { company }),
    addresses: [person.address],
  })
  decision.facts.push({ contact: id, fact: dated })
}
