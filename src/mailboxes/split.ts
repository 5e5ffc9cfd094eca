import { standing } from '../core/practice/history.ts'
import type { Known } from '../db/gather.ts'
import { newId } from '../db/open.ts'
import type { Decision } from '../decision.ts'
import type { Moment } from '../moment.ts'

/** Takes apart who was taken for one person by name (practice 2.6). `cause`: only by that mail, else by the latest. */
export function split(
  decision: Decision,
  known: Known,
  id: number,
  { on, at }: Moment,
  cause?: string,
): void {
  const contact = known.contacts.find((one) => one.id === id)
  if (!contact) return
  const history = standing(contact.history)
  const found = history.findLast(
    (event) => event.type === 'address found' && (!cause || event.cause === cause),
  )
  if (found?.type !== 'address found') return
  const { address } = found
  const isTheirs = ({ to }: { to?: string }): boolean => to === address
  const causes = new Set([found.cause, ...history.filter(isTheirs).map((event) => event.cause)])
  const made = newId()
  decision.newContacts.push({
    id: made,
    name: contact.name,
    ...(contact.company && { company: contact.company }),
    addresses: [],
  })
  decision.movedAddresses.push({ contact: made, address })
  decision.undoes.push(Number(found.cause))
  for (const what of causes) decision.facts.push({ contact: id, fact: { type: 'undone', what, on, at } })
  // One mail may have gone to both: what it was to each goes on.
  for (const event of history.filter((one) => causes.has(one.cause) && one !== found)) {
    const { seq, cause: _, ...fact } = event
    decision.facts.push({ contact: isTheirs(event) ? made : id, fact })
  }
}

/** "Sofia Marsh is two people: sofia@ode.com and s.marsh@ode.com." */
export function partedSentences({ newContacts, movedAddresses }: Decision, { contacts }: Known): string[] {
  return movedAddresses.flatMap(({ contact, address }) => {
    const made = newContacts.find(({ id }) => id === contact)
    const before = contacts.find(({ addresses }) => addresses.includes(address))
    const others = before?.addresses.filter((other) => other !== address) ?? []
    return made
      ? [
          `${made.name} is two people now, each with what was written to them: ${[...others, address].join(' and ')}.`,
        ]
      : []
  })
}
