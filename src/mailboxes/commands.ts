import { carryOut, type Outcome } from '../core/commands/carry-out.ts'
import type { Item, Person } from '../core/commands/item.ts'
import type { Context, NewPerson, Order } from '../core/commands/order.ts'
import { isOnlyChatter, readCommands } from '../core/commands/read.ts'
import { companyOf } from '../core/mail/company.ts'
import { displayName } from '../core/mail/display-name.ts'
import { visibleText } from '../core/mail/visible-text.ts'
import { isBusinessDay } from '../core/practice/business-days.ts'
import { isDayFirst } from '../core/practice/countries.ts'
import { weekday } from '../core/practice/days.ts'
import { practiceOf } from '../core/practice/due.ts'
import { type Standing, standingOf } from '../core/practice/standing.ts'
import type { KnownContact } from '../db/contacts.ts'
import type { Known } from '../db/gather.ts'
import { newId } from '../db/open.ts'
import { type DatedFact, type Decision, nothing } from '../decision.ts'
import type { Deps } from '../deps.ts'
import type { InboundEmail } from '../inbound-email.ts'
import { list } from '../letters/list.ts'
import { receipt } from '../letters/receipt.ts'
import type { Moment } from '../moment.ts'
import { digestAddress, privateAddress } from '../own-addresses.ts'
import { standingsAfter } from './after.ts'
import { answerQuestions } from './questions.ts'
import { changesOf } from './settings.ts'
import { tell } from './tell.ts'

/**
 * A reply to one of our letters, or a mail to the private address alone: the user's words are carried out as far as
 * they are understood, and a receipt says what was done (practice 4.1). Nothing but pleasantries: nothing.
 */
export async function commands(
  mail: InboundEmail & { messageId: string },
  known: Known,
  moment: Moment,
  deps: Deps,
): Promise<Decision> {
  const { user, digest } = known
  const practice = practiceOf(user.settings, user.search)
  const written = await visibleText(
    mail,
    known.letter && { ...known.letter, html: known.letter.html ?? undefined },
  )
  const lines = written.lines.length > 0 ? written.lines : [{ text: digest ? '' : mail.subject }]
  const standings = new Map(
    known.contacts.map((contact) => [contact.id, standingOf(contact.history, practice, moment.today)]),
  )
  const people = known.contacts.map((contact) => personOf(contact, standings.get(contact.id)))
  const items = (digest?.items ?? []).map((item) => ({ ...item, isDone: isDone(item, standings, known) }))
  const decision = nothing(digest ? 'reply' : 'note')
  const answers = answerQuestions(lines, items, known.questions)
  const context: Context = {
    frame: {
      now: moment.at,
      zone: user.settings.zone,
      dayFirst: isDayFirst(user.settings.country),
      isBusinessDay: (on) => isBusinessDay(on, practice.calendar),
    },
    items,
    people,
    digestName: digest ? `${WEEKDAYS[weekday(digest.on)]}'s digest` : 'the digest',
    ...(user.settings.name && { userName: user.settings.name }),
    ...(known.undoable[0]?.undo?.orders && { lastReply: known.undoable[0].undo.orders }),
  }
  const readings = readCommands(answers.rest, context)
  if (isOnlyChatter(readings) && answers.done.length === 0) return decision
  for (const reading of readings) reading.orders = reading.orders.map(forWholeGroup)
  const orders = readings.flatMap((reading) => reading.orders)
  const outcome = carryOut(orders, { now: moment.at, zone: user.settings.zone, people })
  for (const { contact, facts } of outcome.histories)
    decision.facts.push(...facts.map((fact) => ({ contact, fact: fact as DatedFact })))
  for (const { introducedBy, ...made } of outcome.newPeople) {
    const contact = addPerson(decision, known, made)
    const { on, at } = moment
    if (introducedBy !== undefined)
      decision.facts.push({ contact: introducedBy, fact: { type: 'intro received', contact, on, at } })
  }
  for (const answer of answers.done) {
    decision.answeredQuestions.push(answer.question.id)
    for (const person of answer.people) addPerson(decision, known, { person, facts: [answer.fact] })
  }
  for (const guess of outcome.guesses) decision.answeredQuestions.push(Number(guess.key.split(' ')[1]))
  const changes = changesOf(outcome.settings, user.settings, moment.today)
  if (changes) decision.user = changes
  undo(decision, outcome, known, moment)
  decision.isUndoable = decision.undoes.length === 0 && (decision.facts.length > 0 || changes !== undefined)
  decision.orders = orders
  const after = standingsAfter(known, decision, moment)
  decision.letters.push(
    receipt({
      readings,
      outcome,
      otherDone: answers.done.map(
        ({ question, people: named }) =>
          `"${question.data.subject}": logged for ${list(named.map((person) => displayName({ address: person.address, name: person.name ?? '' })))}.`,
      ),
      after,
      undone: outcome.undo && undone(decision, outcome),
      told: await tell(outcome, known, after, moment, deps),
      today: moment.today,
      zone: user.settings.zone,
      mail: { subject: mail.subject, messageId: mail.messageId, references: mail.references },
      replyTo: replyAddress(known, deps),
    }),
  )
  return decision
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

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

function personOf({ id, name, company, addresses }: KnownContact, standing: Standing | undefined): Person {
  const meeting = standing?.meeting
  const state = standing?.state
  return {
    id,
    name: standing?.name ?? name,
    ...(company && { company }),
    addresses,
    ...(meeting && {
      meeting: { on: meeting.on, ...(meeting.startsAt !== undefined && { startsAt: meeting.startsAt }) },
    }),
    ...((state === 'QUIET' || state === 'DECLINED' || state === 'IGNORED') && { isClosed: true }),
  }
}

/** Whether what the item asked for is no longer open: somebody or something was faster. */
function isDone(
  { contact, key, kind }: Item,
  standings: Map<number, Standing | undefined>,
  known: Known,
): boolean {
  if (kind === 'check') return !known.questions.some(({ id }) => key === `question ${id}`)
  return !standings.get(contact)?.obligations.some((obligation) => obligation.key === key)
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

/** Takes back the last reply: all of it, or what it did to some contacts. */
function undo(decision: Decision, { undo: asked }: Outcome, known: Known, { on, at }: Moment): void {
  const last = known.undoable[0]
  if (!asked || !last) return
  const contacts = asked === 'all' ? last.contacts : asked.filter((id) => last.contacts.includes(id))
  for (const contact of contacts)
    decision.facts.push({ contact, fact: { type: 'undone', what: String(last.id), on, at } })
  if (asked !== 'all') return
  decision.undoes.push(last.id)
  const { settings, search } = last.undo ?? {}
  if (settings || search) decision.user = { ...(settings && { settings }), ...(search && { search }) }
}

/** Where the answer to the receipt goes: numbers still mean the lines of the same digest. */
function replyAddress(known: Known, { config }: Deps): string {
  const token = known.digest?.token
  return token ? digestAddress(token, config) : privateAddress(known.user.token, config)
}

const undone = (decision: Decision, { undo: asked }: Outcome) =>
  decision.undoes.length > 0
    ? 'all'
    : asked !== 'all' && decision.facts.some(({ fact }) => fact.type === 'undone')
      ? 'some'
      : 'nothing'
