import type { Fact } from '../core/practice/events.ts'
import { standing } from '../core/practice/history.ts'
import type { Known } from '../db/gather.ts'
import type { DatedFact, Decision } from '../decision.ts'

/**
 * Carries an introduction to both sides (practice 2.5): each is told the other's name, and whoever introduced
 * somebody whom the user has now met is owed a word. Added to the decision, so that "undo" takes it back too.
 */
export function completeIntroductions(decision: Decision, known: Known): void {
  const nameOf = (id: number): string | undefined =>
    (
      decision.newContacts.find((made) => made.id === id) ??
      known.contacts.find((contact) => contact.id === id)
    )?.name
  const named = (fact: DatedFact): DatedFact => {
    if (fact.type === 'added' && fact.via !== undefined)
      return { ...fact, viaName: fact.viaName ?? nameOf(fact.via) }
    if (fact.type === 'intro received') return { ...fact, name: fact.name ?? nameOf(fact.contact) }
    return fact
  }
  decision.facts = decision.facts.map(({ contact, fact }) => ({ contact, fact: named(fact) }))
  const met = decision.facts.filter(({ fact }) => fact.type === 'met')
  for (const { contact, fact } of met) {
    const introducer = introducerOf(contact, decision, known)
    const name = nameOf(contact)
    if (introducer !== undefined && name && known.contacts.some(({ id }) => id === introducer))
      decision.facts.push({
        contact: introducer,
        fact: { type: 'intro met', contact, name, on: fact.on, at: fact.at },
      })
  }
}

function introducerOf(id: number, decision: Decision, known: Known): number | undefined {
  const before = standing(known.contacts.find((contact) => contact.id === id)?.history ?? [])
  const now = decision.facts.flatMap(({ contact, fact }) => (contact === id ? [fact] : []))
  const via = [...before, ...now].map((fact: Fact) => (fact.type === 'added' ? fact.via : undefined))
  return via.findLast((introducer) => introducer !== undefined)
}
