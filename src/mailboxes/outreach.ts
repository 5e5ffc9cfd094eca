import { companyOf } from '../core/mail/company.ts'
import { displayName } from '../core/mail/display-name.ts'
import { flawOf } from '../core/mail/flaws.ts'
import { lints } from '../core/mail/lints.ts'
import { sourceIn } from '../core/mail/source-in.ts'
import { asksForTime, isThankYou, saysThanks } from '../core/mail/thank-you.ts'
import { type VisibleText, visibleText } from '../core/mail/visible-text.ts'
import { foldedWords } from '../core/names.ts'
import { addBusinessDays, businessDayBefore } from '../core/practice/business-days.ts'
import { practiceOf } from '../core/practice/due.ts'
import { type Standing, standingOf } from '../core/practice/standing.ts'
import type { KnownContact } from '../db/contacts.ts'
import type { Known } from '../db/gather.ts'
import { newId } from '../db/open.ts'
import { type DatedFact, type Decision, nothing } from '../decision.ts'
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
  const written = await visibleText(mail)
  for (const person of people.to) {
    const contact = find(known, person)
    const standing = contact && standingOf(contact.history, practice, moment.on)
    if (standing?.state === 'IGNORED') continue
    const facts = factsOf(mail, written, person, standing, known, moment, people.to.length)
    add(decision, contact, person, facts)
  }
  for (const person of people.cc) {
    const contact = find(known, person)
    add(decision, contact, person, [{ type: contact ? 'touched' : 'copied', on: moment.on, at: moment.at }])
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

/** What the mail is to this person, by what it says and what is known of them (practice 2.4, rules 7 and 8). */
function factsOf(
  mail: InboundEmail,
  written: VisibleText,
  person: Address,
  standing: Standing | undefined,
  known: Known,
  moment: Moment,
  group: number,
): DatedFact[] {
  const { on, at } = moment
  const text = written.lines.map((line) => line.text).join('\n')
  const thanks = thanksFacts(text, standing, known, moment)
  if (thanks) return thanks
  const isAnswer = mail.inReplyTo.length > 0 || mail.references.length > 0
  if (standing && isAnswer && written.attribution && isBy(written.attribution, person, known))
    return [{ type: 'replied', on, at }]
  const isFirst = !isAnswer && (!standing || standing.attempts.length === 0)
  const flaw = isFirst ? flawOf(lints({ subject: mail.subject, text })) : undefined
  const source = isFirst && !standing?.source ? sourceIn(text) : undefined
  return [
    {
      type: 'attempted',
      channel: 'email',
      subject: mail.subject,
      ...(mail.messageId && { messageId: mail.messageId }),
      ...(flaw && { flaw }),
      ...(group > 1 && { group }),
      on,
      at,
    },
    ...(source ? [{ type: 'described' as const, source, on, at }] : []),
  ]
}

/**
 * A thank-you for a meeting (practice 2.4, rule 8; 2.6): after one that is known of, or, where the mail asks for
 * nothing, for one that was never logged. Undefined where it is none.
 */
function thanksFacts(
  text: string,
  standing: Standing | undefined,
  known: Known,
  { on, at }: Moment,
): DatedFact[] | undefined {
  const { calendar } = practiceOf(known.user.settings, known.user.search)
  const metOn =
    standing?.state === 'MET'
      ? (standing.metOn ?? on)
      : standing?.state === 'BOOKED' && standing.meeting!.on <= on
        ? standing.meeting!.on
        : undefined
  const thanked: DatedFact = { type: 'thanked', on, at }
  if (metOn) {
    const isSoon = on <= addBusinessDays(metOn, 5, calendar)
    return isThankYou(text) || (isSoon && saysThanks(text)) ? [thanked] : undefined
  }
  const isKept = standing && ['BOOKED', 'NETWORK', 'DECLINED', 'IGNORED'].includes(standing.state)
  if (isKept || !isThankYou(text) || asksForTime(text)) return undefined
  return [{ type: 'met', on: standing ? on : businessDayBefore(on, calendar), at }, thanked]
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
    if (contact) add(decision, contact, person, [{ type: 'touched', on: moment.on, at: moment.at }])
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

/** Adds facts to the history of a person, who is made a contact where unknown. */
function add(
  decision: Decision,
  contact: KnownContact | undefined,
  person: Address,
  facts: DatedFact[],
): void {
  const id = contact?.id ?? newId()
  decision.facts.push(...facts.map((fact) => ({ contact: id, fact })))
  if (contact) {
    const isNamedBetter = person.name && contact.name === displayName({ address: person.address, name: '' })
    if (isNamedBetter)
      decision.renamed.push({ contact: id, name: displayName(person), company: contact.company })
    return
  }
  const company = companyOf(person.address)
  decision.newContacts.push({
    id,
    name: displayName(person),
    ...(company && { company }),
    addresses: [person.address],
  })
}
