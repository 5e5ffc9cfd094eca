import { carryOut } from '../core/commands/carry-out.ts'
import type { Context } from '../core/commands/order.ts'
import { readCommands } from '../core/commands/read.ts'
import type { Forward } from '../core/mail/forwards.ts'
import type { Fact } from '../core/practice/events.ts'
import type { Frame } from '../core/when/frame.ts'
import type { Known } from '../db/gather.ts'
import type { DatedFact } from '../decision.ts'
import type { Address } from '../inbound-email.ts'
import { contactAt } from './contact-facts.ts'

/** What the user typed above the forward: commands for that contact, or notes. */
export function noteFacts(
  { note }: Forward,
  from: Address,
  known: Known,
  frame: Frame,
  stamp: { on: string; at: number },
): DatedFact[] {
  const contact = contactAt(known, from)
  const id = contact?.id ?? 0
  const name = contact?.name ?? from.name ?? from.address
  const person = { id, name, addresses: [from.address] }
  const context: Context = { frame, items: [], people: [person], digestName: 'the digest' }
  return note
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .flatMap((line): DatedFact[] => {
      const readings = readCommands([{ text: `${name} ${line}` }], context)
      const orders = readings.flatMap((reading) => reading.orders)
      const isClear = orders.length > 0 && readings.every(({ problem }) => !problem)
      const { histories } = carryOut(isClear ? orders : [], {
        now: frame.now,
        zone: frame.zone,
        people: [person],
      })
      const facts = histories.flatMap((history) => history.facts)
      const text: Fact = { type: 'noted', text: line.slice(0, MAX_NOTE) }
      return facts.length > 0
        ? facts
        : readings.every(({ isChatter }) => isChatter)
          ? []
          : [{ ...text, ...stamp }]
    })
}

const MAX_NOTE = 2000
