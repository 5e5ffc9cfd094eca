import { practiceOf } from '../core/practice/due.ts'
import type { Event } from '../core/practice/events.ts'
import { type Standing, standingOf } from '../core/practice/standing.ts'
import type { Known } from '../db/gather.ts'
import type { Decision } from '../decision.ts'
import type { Moment } from '../moment.ts'

/** A contact as it will stand once the decision is recorded. */
export type After = (
  contact: number,
) => { name: string; company?: string; history: Event[]; standing: Standing | undefined } | undefined

/** Looks a contact up as the decision leaves it. */
export function standingsAfter(known: Known, decision: Decision, { today }: Moment): After {
  const settings = { ...known.user.settings, ...(decision.user?.settings as object) }
  const practice = practiceOf(settings, decision.user?.search ?? known.user.search)
  return (id) => {
    const before = known.contacts.find((contact) => contact.id === id)
    const made = decision.newContacts.find((contact) => contact.id === id)
    const name = before?.name ?? made?.name
    if (!name) return undefined
    const history = [...(before?.history ?? [])]
    for (const { contact, fact } of decision.facts)
      if (contact === id) history.push({ ...fact, seq: history.length + 1, cause: '' })
    const standing = standingOf(history, practice, today)
    const company = standing?.company ?? before?.company ?? made?.company
    return { name: standing?.name ?? name, ...(company && { company }), history, standing }
  }
}
