import { carryOut, type Outcome } from '../core/commands/carry-out.ts'
import { NOBODY } from '../core/commands/item.ts'
import type { Context, NewPerson, Order } from '../core/commands/order.ts'
import { isOnlyChatter, readCommands } from '../core/commands/read.ts'
import { companyOf } from '../core/mail/company.ts'
import { displayName } from '../core/mail/display-name.ts'
import { isBusinessDay } from '../core/practice/business-days.ts'
import { isDayFirst } from '../core/practice/countries.ts'
import { practiceOf } from '../core/practice/due.ts'
import { standingOf } from '../core/practice/standing.ts'
import type { Known } from '../db/gather.ts'
import { newId, newToken } from '../db/open.ts'
import { type DatedFact, type Decision, nothing } from '../decision.ts'
import type { Deps } from '../deps.ts'
import type { InboundEmail } from '../inbound-email.ts'
import { farewell } from '../letters/farewell.ts'
import { keptAfterStop } from '../letters/kept.ts'
import type { Letter } from '../letters/letter.ts'
import { list } from '../letters/list.ts'
import { receipt } from '../letters/receipt.ts'
import { cardOf } from '../letters/vcard.ts'
import type { Moment } from '../moment.ts'
import { digestAddress, openAddress, privateAddress } from '../own-addresses.ts'
import { standingsAfter } from './after.ts'
import { companyOffers, doubtOf } from './asked-back.ts'
import { digestName } from './digest-name.ts'
import { askToErase, confirmed } from './erasure.ts'
import { graciousLines } from './gracious.ts'
import { join } from './identities.ts'
import { notRead } from './in-quote.ts'
import { answerGuesses, answerQuestions } from './questions.ts'
import { isDone, personOf } from './readable.ts'
import { changeSenders } from './senders.ts'
import { withoutSensitive } from './sensitive.ts'
import { changesOf, weekAhead } from './settings.ts'
import { tell } from './tell.ts'
import { takenBack, undo, undone } from './undo.ts'
import { writtenToUs } from './written.ts'

/**
 * A reply to one of our letters, or a mail to the private address alone: the user's words are carried out as far as
 * they are understood, and a receipt says what was done (practice 4.1). Nothing but pleasantries: nothing. What is
 * sensitive is done only where it is sure that the words are the user's.
 */
export async function commands(
  mail: InboundEmail & { messageId: string },
  known: Known,
  moment: Moment,
  deps: Deps,
  isSure: boolean,
): Promise<Decision> {
  const { user, digest } = known
  const practice = practiceOf(user.settings, user.search)
  const written = await writtenToUs(mail, known, deps.config)
  const lines = written.lines.length > 0 ? written.lines : [{ text: digest ? '' : mail.subject }]
  const standings = new Map(
    known.contacts.map((contact) => [contact.id, standingOf(contact.history, practice, moment.today)]),
  )
  const decision = nothing(digest ? 'reply' : 'note')
  const confirmation = confirmed(lines, known, mail, moment, deps.config)
  if (confirmation?.isYes && !confirmation.question.data.contacts) {
    decision.erasesEverything = true
    decision.letters.push(farewell(mail, privateAddress(user.token, deps.config), openAddress(deps.config)))
    return decision
  }
  const erased = confirmation?.isYes ? (confirmation.question.data.contacts ?? []) : []
  decision.erases = erased
  const items = (digest?.items ?? [])
    .filter(({ contact }) => !erased.includes(contact))
    .map((item) => ({ ...item, isDone: isDone(item, standings, known) }))
  const people = known.contacts
    .filter(({ id }) => !erased.includes(id) && standings.get(id)?.joinedTo === undefined)
    .map((contact) => personOf(contact, standings.get(contact.id), moment))
    .sort((a, b) => ((a.addresses[0] ?? '') < (b.addresses[0] ?? '') ? -1 : 1))
  const answers = answerQuestions(confirmation?.rest ?? lines, items, known, moment)
  const lastReply = known.undoable.find(({ kind }) => kind !== 'outreach') ?? known.undoable[0]
  const context: Context = {
    frame: {
      now: moment.at,
      zone: user.settings.zone,
      dayFirst: isDayFirst(user.settings.country),
      isBusinessDay: (on) => isBusinessDay(on, practice.calendar),
    },
    items,
    people,
    digestName: digestName(mail, digest, deps.config),
    ...(user.settings.name && { userName: user.settings.name }),
    ...weekAhead(user.settings, moment.today),
    ...(lastReply?.undo && { lastReply: lastReply.undo.orders }),
  }
  const read = [...readCommands(answers.rest, context), ...notRead(written.inQuote, context)]
  const readings = isSure ? read : withoutSensitive(read)
  // A note that says nothing we know is answered all the same: its writer waits for something to happen.
  const isNote = !digest && !known.letter
  const isChat = isNote ? readings.every((reading) => reading.isChatter) : isOnlyChatter(readings)
  if (isChat && answers.done.length === 0 && !confirmation) return decision
  for (const reading of readings) reading.orders = reading.orders.map(forWholeGroup)
  const orders = readings.flatMap((reading) => reading.orders)
  const outcome = carryOut(orders, { now: moment.at, zone: user.settings.zone, people })
  const guesses = answerGuesses(outcome.guesses, known, moment)
  answers.done.push(...guesses.done)
  for (const { contact, facts } of outcome.histories)
    if (contact !== NOBODY)
      decision.facts.push(...facts.map((fact) => ({ contact, fact: fact as DatedFact })))
  decision.newAddresses.push(...newlyNamed(decision.facts, known))
  for (const { introducedBy, ...made } of outcome.newPeople) {
    const contact = addPerson(decision, known, made)
    const { on, at } = moment
    if (introducedBy !== undefined)
      decision.facts.push({ contact: introducedBy, fact: { type: 'intro received', contact, on, at } })
  }
  if (confirmation) decision.answeredQuestions.push(confirmation.question.id)
  for (const answer of answers.done) {
    const [kept, other] = answer.question.data.contacts ?? []
    decision.answeredQuestions.push(answer.question.id)
    decision.facts.push(...answer.facts)
    for (const person of answer.people) addPerson(decision, known, person)
    if (answer.isSame && kept !== undefined && other !== undefined) join(decision, known, kept, other, moment)
  }
  decision.answeredQuestions.push(...questionsPutAside(orders))
  const { applications, interviews, newPrivateAddress, toErase } = outcome
  decision.applications = [
    ...applications,
    ...interviews.map(({ company, on }) => ({
      on: on ?? moment.on,
      count: 0,
      to: company,
      isInterview: true as const,
    })),
  ]
  decision.asked.push(...outcome.doubts.flatMap((contact) => doubtOf(contact, outcome, mail, known, moment)))
  if (newPrivateAddress) decision.newToken = newToken()
  const erasure = toErase.length > 0 ? askToErase(toErase, known, mail.messageId, moment) : undefined
  if (erasure) decision.asked.push(erasure.question)
  const changes = changesOf(outcome.settings, user.settings, moment.today)
  if (changes) decision.user = changes
  undo(decision, outcome, known, moment)
  decision.isUndoable =
    decision.undoes.length === 0 &&
    (decision.facts.length > 0 || changes !== undefined || decision.applications.length > 0)
  decision.orders = orders
  const after = standingsAfter(known, decision, moment)
  const offers = companyOffers(orders, mail, after, moment)
  decision.asked.push(...offers.map(({ question }) => question))
  const told = await tell(outcome, known, after, moment, deps)
  if (decision.newToken) {
    const address = privateAddress(decision.newToken, deps.config)
    told.lines.push(`Your new private address, for Bcc: ${address}`, NEW_ADDRESS)
    told.attachments.push(cardOf(address))
  }
  const changed = changeSenders(decision, outcome, known, moment, deps.config)
  const answer = receipt({
    readings,
    outcome,
    otherDone: [
      ...(confirmation ? [saysErased(confirmation)] : []),
      ...answers.done.map(({ says }) => says),
      ...changed,
    ],
    after,
    isUndoable: decision.isUndoable,
    undone: outcome.undo || outcome.splits.length > 0 ? undone(decision, outcome) : undefined,
    takenBack: takenBack(decision, known, after),
    told,
    toAnswer: graciousLines(outcome, known, after, moment, deps.config),
    askedBack: [...guesses.askedBack, ...(erasure ? [erasure.says] : []), ...offers.map(({ says }) => says)],
    ...((decision.user?.search ?? user.search) === 'stopped' && {
      kept: keptAfterStop(moment.now, user.settings.zone),
    }),
    today: moment.today,
    zone: user.settings.zone,
    mail: { subject: mail.subject, messageId: mail.messageId, references: mail.references },
    replyTo: replyAddress(known, decision, deps),
  })
  if (decision.asked.length === 0 && isEcho(answer, outcome, known)) return decision
  // The first of the letters: what is said of a pause stands in it.
  decision.letters.unshift(answer)
  return decision
}

/**
 * The letter that is answered would be answered by itself again: so a vacation message goes on that nothing marks as
 * one. Whoever asks something is told it as often as they like, and so is what we ask.
 */
const isEcho = (answer: Letter, { questions }: Outcome, { letter }: Known): boolean =>
  questions.length === 0 && letter?.text === answer.text

/** Addresses that the user gave of somebody, and that are nobody's yet: mail to them is mail to that person. */
function newlyNamed(facts: Decision['facts'], { contacts }: Known): Decision['newAddresses'] {
  const named = facts.flatMap(({ contact, fact }) =>
    fact.type === 'readdressed' ? [[fact.address, { contact, address: fact.address }] as const] : [],
  )
  const isNew = (address: string): boolean => contacts.every(({ addresses }) => !addresses.includes(address))
  return [...new Map(named).values()].filter(({ address }) => isNew(address))
}

/** Questions that are put aside for good. */
const questionsPutAside = (orders: Order[]): number[] =>
  orders
    .filter(({ verb }) => verb === 'skip' || verb === 'drop')
    .flatMap(({ targets }) => targets.flatMap((target) => ('item' in target ? (target.item?.key ?? []) : [])))
    .flatMap((key) => (key.startsWith('question ') ? Number(key.split(' ')[1]) : []))

const NEW_ADDRESS =
  'The old one answers nobody from now on. The card that comes with this letter replaces the one you saved.'

const saysErased = ({ isYes, question: { data } }: NonNullable<ReturnType<typeof confirmed>>): string => {
  const names = list(data.names ?? []) || 'everything'
  return isYes
    ? `${names}: erased, with all that was stored. This letter is erased here too once it has gone.`
    : `${names}: nothing is erased.`
}

/** What was done for a line that stands for several people was done for each; an answer came from one. */
function forWholeGroup(order: Order): Order {
  if (!['sent', 'done', 'snooze', 'skip', 'drop'].includes(order.verb)) return order
  const others = order.targets.flatMap((target) =>
    'contact' in target && target.item?.contact === target.contact
      ? (target.item.also ?? []).map((contact) => ({ contact, item: target.item! }))
      : [],
  )
  return { ...order, targets: [...order.targets, ...others] }
}

/** Somebody whom a command names: a contact of that address, or a new one. Returns its id. */
function addPerson(
  decision: Decision,
  known: Known,
  { person, facts }: { person: NewPerson; facts: DatedFact[] },
): number {
  const address = person.address
  const before = known.contacts.find((contact) => address && contact.addresses.includes(address))
  const made = decision.newContacts.find((contact) => address && contact.addresses.includes(address))
  const id = before?.id ?? made?.id ?? newId()
  if (!before && !made) {
    const company = person.company ?? (address && companyOf(address))
    decision.newContacts.push({
      id,
      name: displayName({ address: address ?? '', name: person.name ?? '' }),
      ...(company && { company }),
      addresses: address ? [address] : [],
    })
  }
  decision.facts.push(...facts.map((fact) => ({ contact: id, fact })))
  return id
}

/** Where the answer to the receipt goes: numbers still mean the lines of the same digest. */
function replyAddress(known: Known, { newToken: fresh }: Decision, { config }: Deps): string {
  const token = known.digest?.token
  return token ? digestAddress(token, config) : privateAddress(fresh ?? known.user.token, config)
}
