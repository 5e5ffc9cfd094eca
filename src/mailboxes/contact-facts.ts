import { companyOf } from '../core/mail/company.ts'
import { displayName } from '../core/mail/display-name.ts'
import type { KnownContact } from '../db/contacts.ts'
import type { Known } from '../db/gather.ts'
import { newId } from '../db/open.ts'
import type { DatedFact, Decision } from '../decision.ts'
import type { Address } from '../inbound-email.ts'

/** The contact of this address, if there is one. */
export const contactAt = (known: Known, { address }: Pick<Address, 'address'>): KnownContact | undefined =>
  known.contacts.find(({ addresses }) => addresses.includes(address))

/**
 * Adds facts to the history of a person, who is made a contact where unknown; a better name replaces one that was
 * only guessed from the address. Returns the contact's id.
 */
export function addFacts(decision: Decision, known: Known, person: Address, facts: DatedFact[]): number {
  const contact = contactAt(known, person)
  const made = decision.newContacts.find(({ addresses }) => addresses.includes(person.address))
  const id = contact?.id ?? made?.id ?? newId()
  decision.facts.push(...facts.map((fact) => ({ contact: id, fact })))
  if (contact) {
    const isNamedBetter = person.name && contact.name === displayName({ address: person.address, name: '' })
    if (isNamedBetter)
      decision.renamed.push({ contact: id, name: displayName(person), company: contact.company })
  } else if (!made) {
    const company = companyOf(person.address)
    decision.newContacts.push({
      id,
      name: displayName(person),
      ...(company && { company }),
      addresses: [person.address],
    })
  }
  return id
}
