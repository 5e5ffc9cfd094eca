import { practiceOf } from '../core/practice/due.ts'
import { standingOf } from '../core/practice/standing.ts'
import type { Known } from '../db/gather.ts'
import type { Decision } from '../decision.ts'
import type { Moment } from '../moment.ts'

/**
 * Where one of several people whom one mail went to has answered, the others are covered: their timers end, and the
 * next letter says so once (practice 2.6). Added to the decision, so that "undo" takes it back too.
 */
export function coverOthers(decision: Decision, known: Known, { on, at, today }: Moment): void {
  const practice = practiceOf(known.user.settings, known.user.search)
  const trying = known.contacts.flatMap((contact) => {
    const standing = standingOf(contact.history, practice, today)
    return standing?.state === 'TRYING' || standing?.state === 'CLOSING' ? [{ id: contact.id, standing }] : []
  })
  const groupOf = (id: number): string | undefined =>
    trying.find((contact) => contact.id === id)?.standing.attempts.findLast(({ group }) => group)?.group
  const heardOf = new Set(
    decision.facts.filter(({ fact }) => ANSWERS.has(fact.type)).map(({ contact }) => contact),
  )
  for (const by of heardOf) {
    const group = groupOf(by)
    if (!group) continue
    for (const { id } of trying)
      if (!heardOf.has(id) && groupOf(id) === group)
        decision.facts.push({ contact: id, fact: { type: 'covered', by, on, at } })
  }
}

/** What says that somebody was heard of. */
const ANSWERS = new Set(['answered', 'replied', 'booked', 'met'])
