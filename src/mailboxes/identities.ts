import { foldedWords } from '../core/names.ts'
import { standing } from '../core/practice/history.ts'
import type { Known } from '../db/gather.ts'
import { newId } from '../db/open.ts'
import type { Decision } from '../decision.ts'
import type { Moment } from '../moment.ts'

/**
 * Somebody new who is called as somebody known, at another domain, may be the same person: asked in Check, and two
 * until answered (practice 2.6). Added to the decision.
 */
export function askWhetherOne(decision: Decision, known: Known, { on, at, now }: Moment): void {
  for (const made of decision.newContacts) {
    const words = foldedWords(made.name)
    const before = known.contacts.find(
      ({ id, name }) => id !== made.id && words.length > 1 && foldedWords(name).join(' ') === words.join(' '),
    )
    const isJoined = before && standing(before.history).some(({ type }) => type === 'joined')
    if (!before || isJoined || made.addresses.length === 0) continue
    const names = [before, made].map(({ name, addresses }) => `${name} (${addresses[0] ?? 'no address'})`)
    decision.asked.push({
      id: newId(),
      kind: 'identity',
      data: { subject: made.name, on, at, messageId: '', contacts: [before.id, made.id], names },
      askedAt: now,
      answeredAt: null,
    })
  }
}

/**
 * Two contacts are one: the one known longer gets the events of the other, which stand in its own history from now
 * on, and its addresses. All of it is of one mail, so that "undo" takes it back.
 */
export function join(
  decision: Decision,
  known: Known,
  kept: number,
  other: number,
  { on, at }: Moment,
): void {
  const [before, joined] = [kept, other].map((id) => known.contacts.find((contact) => contact.id === id))
  if (!before || !joined) return
  for (const { seq, cause, ...fact } of standing(joined.history)) decision.facts.push({ contact: kept, fact })
  decision.facts.push({ contact: other, fact: { type: 'joined', contact: kept, on, at } })
  decision.movedAddresses.push(...joined.addresses.map((address) => ({ contact: kept, address })))
}
