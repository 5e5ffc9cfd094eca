import type { Fact, LocalDate } from '../practice/events.ts'
import { instantOf, localDate } from '../when/zone.ts'
import { meetingDay, type Person } from './item.ts'
import { MEANING, type Meaning } from './meaning.ts'
import type { Dated, Known, NewPerson, Order, OrderOf, Question, Settings, Target, Verb } from './order.ts'

/** Everything that the orders of one reply change or ask for. */
export type Outcome = {
  /** Facts to append, by contact, in the order of the lines. */
  histories: { contact: number; facts: Dated[] }[]
  /**
   * People to make, with their first facts. `introducedBy`: in that contact's history belongs an `intro received`,
   * which needs the new contact's number and so is left to whoever makes it.
   */
  newPeople: { person: NewPerson; facts: Dated[]; introducedBy?: number }[]
  settings: Settings
  questions: { question: Question; about?: number }[]
  /** Guesses of the Check section that are answered. */
  guesses: { n: number; contact: number; key: string; isRight: boolean; note?: string }[]
  identities: { contact: number; other: number; isSame: boolean }[]
  /** Take back the last reply: all of it, or what it did to these contacts. */
  undo?: 'all' | number[]
  /** Contacts who are two people. */
  splits: number[]
  /** To be erased once the user confirms (rule 11). */
  toErase: (number | 'everything')[]
  /** To ask in Check: was it a no, or later (4.2, 42)? */
  doubts: number[]
  applications: { count: number; to?: string; on: LocalDate }[]
  interviews: { company: string; on?: LocalDate }[]
  newPrivateAddress?: true
  senders: { what: 'add' | 'remove' | 'letters'; address: string }[]
}

/** What the orders of a reply do. `people` gives the day of a meeting, on which "done" of its line depends. */
export function carryOut(orders: Order[], from: { now: number; zone: string; people: Person[] }): Outcome {
  const outcome: Outcome = {
    histories: [],
    newPeople: [],
    settings: {},
    questions: [],
    guesses: [],
    identities: [],
    splits: [],
    toErase: [],
    doubts: [],
    applications: [],
    interviews: [],
    senders: [],
  }
  const today = localDate(from.now, from.zone)
  const added = ({ source, via, isSuggested }: NewPerson, order: Order): Dated =>
    dated(
      {
        type: 'added',
        ...(source && { source }),
        ...(via !== undefined && { via }),
        ...(isSuggested && { isSuggested }),
      },
      order,
      from,
      today,
    )
  for (const order of orders) {
    besidesFacts(order, outcome)
    if (order.verb === 'intro received' && 'newPerson' in order.person)
      meet(outcome, order.person.newPerson, [], added(order.person.newPerson, order))
    for (const target of order.targets) {
      const facts = factsOf(order, target, today, from.people).map((fact) =>
        dated(fact, order, from, today, 'item' in target ? meetingDay(target.item) : undefined),
      )
      if ('contact' in target) append(outcome, target.contact, facts)
      else meet(outcome, target.newPerson, facts, added(target.newPerson, order))
    }
  }
  return outcome
}

/** "Grace Kim: snoozed to Mon 16 Nov." Dates as weekday and date (practice 8 no. 6), hours by the clock of `zone`. */
export function summary(order: Order, names: string, zone?: string): string {
  if (order.verb === 'note' && names) return `Noted for ${names}: "${order.text}".`
  const { says } = MEANING[order.verb] as Meaning<Verb>
  const said = says(order as OrderOf<Verb>, zone)
  const note = order.note && order.verb !== 'note' ? `; noted "${order.note}"` : ''
  return names ? `${names}: ${said}${note}.` : `${said[0]!.toUpperCase()}${said.slice(1)}${note}.`
}

function factsOf(order: Order, target: Target, today: LocalDate, people: Person[]): Fact[] {
  const known: Known | undefined = 'contact' in target ? target : undefined
  const item = known?.item
  const meetings = people.find((person) => person.id === known?.contact)?.meetings
  const meetingOn = meetingDay(item) ?? meetings?.[0]?.on
  const { facts } = MEANING[order.verb] as Meaning<Verb>
  const made = facts?.(order as OrderOf<Verb>, { item, today, meetingOn }) ?? []
  return order.note && order.verb !== 'guess' ? [...made, { type: 'noted', text: order.note }] : made
}

/** What an order changes besides histories. */
function besidesFacts(order: Order, outcome: Outcome): void {
  const contacts = order.targets.flatMap((target) => ('contact' in target ? [target.contact] : []))
  switch (order.verb) {
    case 'done':
    case 'guess':
      for (const target of order.targets)
        if ('contact' in target && target.item?.kind === 'check')
          outcome.guesses.push({
            n: target.item.n,
            contact: target.contact,
            key: target.item.key,
            isRight: order.verb === 'done' || order.isRight,
            ...(order.note && { note: order.note }),
          })
      break
    case 'settings':
      Object.assign(outcome.settings, order.settings)
      break
    case 'focus':
      outcome.settings.hasFocusMembers = true
      break
    case 'ask':
      if (contacts.length)
        outcome.questions.push(...contacts.map((about) => ({ question: order.question, about })))
      else outcome.questions.push({ question: order.question })
      break
    case 'undo':
      if (order.isSplit) outcome.splits.push(...contacts)
      else
        outcome.undo =
          contacts.length && outcome.undo !== 'all' ? [...(outcome.undo ?? []), ...contacts] : 'all'
      break
    case 'forget':
      outcome.toErase.push(...contacts)
      break
    case 'forget all':
      outcome.toErase.push('everything')
      break
    case 'deferred':
      if (order.isUnsure) outcome.doubts.push(...contacts)
      break
    case 'same':
      if (contacts.length === 2)
        outcome.identities.push({ contact: contacts[0]!, other: contacts[1]!, isSame: order.isSame })
      break
    case 'applied':
      outcome.applications.push({ count: order.count, ...(order.to && { to: order.to }), on: order.on })
      break
    case 'interview':
      outcome.interviews.push({ company: order.company, ...(order.on && { on: order.on }) })
      break
    case 'sender':
      outcome.senders.push({ what: order.what, address: order.address })
      break
    case 'new private address':
      outcome.newPrivateAddress = true
  }
}

const dayOf = (order: Order): LocalDate | undefined => ('on' in order ? order.on : undefined)

/**
 * A fact on the day that the order names; of another day than today the hour is not known: noon. "done" of a meeting's
 * line was that meeting, on its day.
 */
function dated(
  fact: Fact,
  order: Order,
  from: { now: number; zone: string },
  today: LocalDate,
  meetingOn?: LocalDate,
): Dated {
  const isHeld = fact.type === 'met' && order.verb === 'done'
  const on =
    fact.type === 'noted' || fact.type === 'snoozed'
      ? today
      : ((isHeld ? meetingOn : undefined) ?? dayOf(order) ?? today)
  return { ...fact, on, at: on === today ? from.now : instantOf(on, { hour: 12, minute: 0 }, from.zone) }
}

function append(outcome: Outcome, contact: number, facts: Dated[]): void {
  if (facts.length === 0) return
  const history = outcome.histories.find((one) => one.contact === contact)
  if (history) history.facts.push(...facts)
  else outcome.histories.push({ contact, facts })
}

/** A new person, once, however many orders are about them. */
function meet(outcome: Outcome, person: NewPerson, facts: Dated[], added: Dated): void {
  const before = outcome.newPeople.find((one) => person.address && one.person.address === person.address)
  if (before) before.facts.push(...facts)
  else
    outcome.newPeople.push({
      person,
      facts: [added, ...facts],
      ...(person.via !== undefined && { introducedBy: person.via }),
    })
}
