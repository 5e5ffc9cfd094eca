import { answeredAuthor } from '../core/mail/answered-author.ts'
import { displayName } from '../core/mail/display-name.ts'
import { flawOf } from '../core/mail/flaws.ts'
import { lints } from '../core/mail/lints.ts'
import { sourceIn } from '../core/mail/source-in.ts'
import { asksForIntroduction, asksForTime, isThankYou, saysThanks } from '../core/mail/thank-you.ts'
import { type VisibleText, visibleText } from '../core/mail/visible-text.ts'
import { addBusinessDays, businessDayBefore } from '../core/practice/business-days.ts'
import { practiceOf } from '../core/practice/due.ts'
import { type Standing, standingOf } from '../core/practice/standing.ts'
import type { KnownContact } from '../db/contacts.ts'
import type { Known } from '../db/gather.ts'
import { newId } from '../db/open.ts'
import { type DatedFact, type Decision, nothing } from '../decision.ts'
import type { Config, Deps } from '../deps.ts'
import type { Address, InboundEmail } from '../inbound-email.ts'
import { firstReceipt } from '../letters/first-receipt.ts'
import type { Moment } from '../moment.ts'
import { privateAddress, readOwnAddress } from '../own-addresses.ts'
import { assisted, isInThread, keepAssistant } from './assistants.ts'
import { addFacts, contactAt } from './contact-facts.ts'
import { guessOf, saysHired } from './guesses.ts'
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
  const written = await visibleText(topOf(mail), undefined, namesOf(mail, people, known))
  const shown = isShown(mail, deps.config) ? { isShown: true as const } : {}
  for (const person of people.to) {
    const boss = assistedBy(mail, written, person, known)
    if (boss) keepAssistant(decision, boss, person, moment)
    const contact = boss ?? contactAt(known, person)
    const standing = contact && standingOf(contact.history, practice, moment.on)
    if (standing?.state === 'IGNORED') continue
    const facts: DatedFact[] = boss
      ? [{ type: 'replied' as const, on: moment.on, at: moment.at }]
      : factsOf(mail, written, person, standing, known, moment, people.to.length)
    Object.assign(facts[0]!, shown)
    const text = written.lines.map((line) => line.text).join('\n')
    if (isTelling(facts, text, standing)) facts.push({ type: 'told', on: moment.on, at: moment.at })
    const id = addFacts(decision, known, boss ? { address: boss.addresses[0]!, name: '' } : person, facts)
    const name = contact?.name ?? displayName(person)
    const author = authorOf(written, person, known)
    const guess = guessOf({ mail, text, author, contact: { id, name }, standing, facts, known, moment })
    if (guess) decision.asked.push(guess)
    for (const fact of facts)
      if (fact.type === 'added' && fact.via !== undefined)
        decision.facts.push({
          contact: fact.via,
          fact: { type: 'intro received', contact: id, on: fact.on, at: fact.at },
        })
  }
  for (const person of people.cc) {
    const contact = contactAt(known, person)
    addFacts(decision, known, person, [
      { type: contact ? 'touched' : 'copied', on: moment.on, at: moment.at, ...shown },
    ])
  }
  decision.isUndoable = decision.newAddresses.length > 0
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

/** What those are called whom the mail may quote: the user, and whoever it goes to. */
const namesOf = ({ from }: InboundEmail, { to, cc }: People, { user }: Known): string[] =>
  [...to, ...cc, ...(from ? [from] : []), { name: user.settings.name ?? '', address: '' }]
    .flatMap(({ name, address }) => [name.trim(), address])
    .filter((name) => /\S[\s@]\S/.test(name))

/** What the user wrote stands on top, the attribution of what is answered right below. */
const topOf = ({ text, html }: InboundEmail) => ({
  text: text.slice(0, MAX_TOP),
  html: html.slice(0, MAX_TOP),
})

const MAX_TOP = 8000

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
  const found = flawOf(lints({ subject: mail.subject, text }))
  // A blank that was left is told of in any mail, the rest in a first one only.
  const blank = found?.is === 'blank' ? found : undefined
  const thanks = thanksFacts(text, standing, known, moment)
  if (thanks)
    return [
      ...thanks.map((fact) => (fact.type === 'thanked' && blank ? { ...fact, flaw: blank } : fact)),
      ...(asksForIntroduction(text) ? [{ type: 'intro asked' as const, on, at }] : []),
    ]
  if (standing?.state === 'NETWORK' && saysHired(text))
    return [
      { type: 'touched', on, at },
      { type: 'told', on, at },
    ]
  const isAnswer = mail.inReplyTo.length > 0 || mail.references.length > 0
  const author = authorOf(written, person, known)
  if (isBy(person, author)) return [{ type: 'replied', on, at }]
  const introducer =
    isAnswer && typeof author === 'object' && !standing ? contactAt(known, author) : undefined
  const isFirst = (!isAnswer || introducer) && (!standing || standing.attempts.length === 0)
  const flaw = isFirst ? found : blank
  const source = isFirst && !introducer && !standing?.source ? sourceIn(text) : undefined
  return [
    ...(introducer ? [{ type: 'added' as const, source: 'intro' as const, via: introducer.id, on, at }] : []),
    {
      type: 'attempted',
      channel: 'email',
      subject: mail.subject,
      ...(mail.messageId && { messageId: mail.messageId }),
      ...(flaw && { flaw }),
      ...(group > 1 && { group }),
      ...(standing?.doNotContact && { isUnwanted: true as const }),
      on,
      at,
    },
    ...(source ? [{ type: 'described' as const, source, on, at }] : []),
  ]
}

/** With a job found, any mail to somebody who is to be told of it tells them (practice 2.7); a thank-you may not. */
const isTelling = (facts: DatedFact[], text: string, standing: Standing | undefined): boolean =>
  standing?.obligations.some(({ kind }) => kind === 'tell') === true &&
  !facts.some(({ type }) => type === 'told' || (type === 'thanked' && !saysHired(text)))

/** Somebody unknown who answered for a contact in the same thread, at the same company. */
function assistedBy(
  mail: InboundEmail,
  written: VisibleText,
  person: Address,
  known: Known,
): KnownContact | undefined {
  const isAnswer = mail.inReplyTo.length > 0 || mail.references.length > 0
  if (!isAnswer || !isBy(person, authorOf(written, person, known))) return undefined
  return assisted(known, person, isInThread(known))
}

/** The private address stood where everybody could read it (practice 2.6). */
const isShown = ({ to, cc }: InboundEmail, config: Config): boolean =>
  [...to, ...cc].some(({ address }) => readOwnAddress(address, config)?.is === 'private')

/** Whose mail is answered, of those whom we know and the one it goes to; the quote says so (practice 2.4, rule 7). */
function authorOf(written: VisibleText, person: Address, { user, contacts }: Known): Author {
  const others = contacts.flatMap(({ name, addresses }) => addresses.map((address) => ({ name, address })))
  const own = { addresses: user.senders, name: user.settings.name ?? '' }
  return answeredAuthor(written, own, [person, ...others])
}

type Author = ReturnType<typeof answeredAuthor>

const isBy = ({ address }: Address, author: Author): boolean =>
  typeof author === 'object' && author.address === address

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
  const held = [...(standing?.unthanked ?? []), ...(standing?.booked ?? []).map((booking) => booking.on)]
  const metOn = held.findLast((day) => day <= on)
  const thanked: DatedFact = { type: 'thanked', on, at }
  if (metOn) {
    const isSoon = on <= addBusinessDays(metOn, 5, calendar)
    return isThankYou(text) || (isSoon && saysThanks(text)) ? [thanked] : undefined
  }
  const isKept = standing && ['BOOKED', 'NETWORK', 'DECLINED', 'IGNORED'].includes(standing.state)
  if (isKept || !isThankYou(text) || asksForTime(text)) return undefined
  return [
    standing
      ? { type: 'met', on, at }
      : { type: 'met', isAssumed: true, on: businessDayBefore(on, calendar), at },
    thanked,
  ]
}

/** Many recipients, or a list: no timers; whoever is kept in touch with was written to. Asked about once. */
function announcement(mail: InboundEmail, { to, cc }: People, known: Known, moment: Moment): Decision {
  const decision = nothing('announcement')
  const people = [...to, ...cc]
  for (const person of people) {
    const contact = contactAt(known, person)
    if (contact) addFacts(decision, known, person, [{ type: 'touched', on: moment.on, at: moment.at }])
  }
  if (people.length === 0) return decision
  decision.question = {
    id: newId(),
    kind: 'announcement',
    data: { subject: mail.subject, on: moment.on, at: moment.at, messageId: mail.messageId ?? '', people },
    askedAt: moment.now,
    answeredAt: null,
  }
  return decision
}
