import { carryOut, type Outcome } from '../../../src/core/commands/carry-out.ts'
import type { Item, Person } from '../../../src/core/commands/item.ts'
import type { Context, ReplyLine } from '../../../src/core/commands/order.ts'
import { readCommands } from '../../../src/core/commands/read.ts'
import { isBusinessDay } from '../../../src/core/practice/business-days.ts'
import type { LocalDate } from '../../../src/core/practice/events.ts'

/** An instant by the clock of New York in winter. */
export const at = (day: LocalDate, time: string): number => Date.parse(`${day}T${time}:00-05:00`)

export const TODAY = '2026-11-17'

/** The people of the digest of practice 3.4, by its numbers; then two more whom the user knows. */
export const PEOPLE: Person[] = [
  person(1, 'Tom Lee', 'Brightline', { on: TODAY, startsAt: at(TODAY, '14:00') }),
  person(2, 'Ana Ruiz', 'Corvid', { on: '2026-11-18', startsAt: at('2026-11-18', '10:00') }),
  person(3, 'Dev Patel', 'Halden', { on: '2026-11-16' }),
  person(4, 'Sofia Marsh', 'Ode'),
  person(5, 'Grace Kim', 'Acme'),
  person(6, 'Marcus Hale', 'Northwind'),
  person(7, 'Lena Fox', 'Ode'),
  person(8, 'Ellen Ward', 'Tidal'),
  person(9, 'Noor Aziz', 'Lumen', { on: '2026-05-19' }),
  person(10, 'Jo Beck', 'Ode'),
  person(11, 'Priya Shah', 'Acme'),
  person(12, 'Max Orr', 'Tidal'),
]

/** The lines of that digest. */
export const ITEMS: Item[] = [
  { n: 1, contact: 1, kind: 'meeting', key: 'meeting 2026-11-17' },
  { n: 2, contact: 2, kind: 'meeting', key: 'meeting 2026-11-18' },
  { n: 3, contact: 3, kind: 'thank', key: 'thank 2026-11-16' },
  { n: 4, contact: 4, kind: 'answer', key: 'answer 2026-11-16' },
  { n: 5, contact: 5, kind: 'attempt', key: 'attempt 2', channel: 'email' },
  { n: 6, contact: 6, kind: 'attempt', key: 'attempt 3', channel: 'call' },
  { n: 7, contact: 7, kind: 'attempt', key: 'attempt 4', channel: 'call' },
  { n: 8, contact: 8, kind: 'attempt', key: 'attempt 5', channel: 'email' },
  { n: 9, contact: 9, kind: 'coffee', key: 'coffee 2026-11-17' },
  { n: 10, contact: 10, kind: 'check', key: 'meeting guess' },
]

/** The reader's context on the morning of Tuesday 17 November 2026. */
export const context = (changes: Partial<Context> = {}): Context => ({
  frame: {
    now: at(TODAY, '09:12'),
    zone: 'America/New_York',
    dayFirst: false,
    isBusinessDay: (on) => isBusinessDay(on, { country: 'US', daysOff: [], pauses: [] }),
  },
  items: ITEMS,
  people: PEOPLE,
  digestName: "Tuesday's digest",
  userName: 'Ann Smith',
  ...changes,
})

/** What a reply does, short: facts by contact, with their day where it is not today; only what is there. */
export function effectOf(
  text: string | ReplyLine[],
  changes: Partial<Context> = {},
): Record<string, unknown> {
  const from = context(changes)
  const lines = typeof text === 'string' ? text.split('\n').map((line) => ({ text: line })) : text
  const readings = readCommands(lines, from)
  const orders = readings.flatMap((reading) => reading.orders)
  const outcome = carryOut(orders, { now: from.frame.now, zone: from.frame.zone, people: from.people })
  const { histories, newPeople, ...others } = outcome
  const effect: Record<string, unknown> = {}
  if (histories.length)
    effect.facts = Object.fromEntries(histories.map(({ contact, facts }) => [contact, facts.map(short)]))
  if (newPeople.length) effect.newPeople = newPeople.map((one) => ({ ...one, facts: one.facts.map(short) }))
  for (const [name, value] of Object.entries(others))
    if (Array.isArray(value) ? value.length : typeof value === 'object' ? Object.keys(value).length : value)
      effect[name] = value
  const problems = readings.flatMap((reading) => (reading.problem ? [reading.problem.kind] : []))
  if (problems.length) effect.problems = problems
  const remarks = readings.flatMap((reading) => (reading.remark ? [reading.remark] : []))
  if (remarks.length) effect.remarks = remarks
  return effect
}

function short({ at: _, on, ...fact }: Outcome['histories'][number]['facts'][number]) {
  return on === TODAY ? fact : { ...fact, on }
}

function person(
  id: number,
  name: string,
  company: string,
  meeting?: NonNullable<Person['meetings']>[0],
): Person {
  const address = `${name.toLowerCase().replace(' ', '.')}@${company.toLowerCase()}.com`
  return { id, name, company, addresses: [address], ...(meeting && { meetings: [meeting] }) }
}
