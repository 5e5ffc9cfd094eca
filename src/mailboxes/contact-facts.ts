import { withoutTag } from '../core/mail/addresses.ts'
import { companyOf } from '../core/mail/company.ts'
import { displayName } from '../core/mail/display-name.ts'
import { foldedWords } from '../core/names.ts'
import type { KnownContact } from '../db/contacts.ts'
import type { Known } from '../db/gather.ts'
import { newId } from '../db/open.ts'
import type { DatedFact, Decision } from '../decision.ts'
import type { Address } from '../inbound-email.ts'

/** The contact of this address, whatever its `+tag`; or of this name, where the mail is in a thread with them or they share a company. */
export const contactAt = (
  known: Known,
  { address, name = '' }: Pick<Address, 'address'> & { name?: string },
): KnownContact | undefined =>
  known.contacts.find(({ addresses }) => addresses.includes(address)) ??
  known.contacts.find(({ addresses }) =>
    addresses.some((other) => withoutTag(other) === withoutTag(address)),
  ) ??
  known.contacts.find(
    (contact) =>
      (isInThread(known, contact) || isAtCompany(contact, address)) && isCalled(contact.name, address, name),
  )

const isAtCompany = ({ addresses }: KnownContact, address: string): boolean =>
  companyOf(address) !== undefined && addresses.some((other) => domainOf(other) === domainOf(address))

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

const isInThread = ({ mails }: Known, { id }: KnownContact): boolean =>
  mails.some(({ contacts }) => contacts.includes(id))

/** First and last name, both: a colleague who was shown the mail answers in the same thread. */
function isCalled(called: string, address: string, name: string): boolean {
  const words = foldedWords(displayName({ address, name }))
  return name !== '' && words.length > 1 && words.join(' ') === foldedWords(called).join(' ')
}

/**
 * Adds facts to the history of a person, who is made a contact where unknown; a better name replaces one that was
 * only guessed from the address, and an address that a thread showed to be theirs is kept. Returns the contact's id.
 */
export function addFacts(decision: Decision, known: Known, person: Address, facts: DatedFact[]): number {
  const contact = contactAt(known, person)
  const made = decision.newContacts.find(({ addresses }) => addresses.includes(person.address))
  const id = contact?.id ?? made?.id ?? newId()
  const isNew =
    contact !== undefined &&
    [...contact.addresses, ...decision.newAddresses.map((added) => added.address)].every(
      (address) => address !== person.address,
    )
  const isOneOfMany = isNew || (contact?.addresses.length ?? 0) > 1
  const to = isOneOfMany ? { to: person.address } : {}
  decision.facts.push(...facts.map((fact) => ({ contact: id, fact: { ...fact, ...to } })))
  if (contact) {
    if (isNew) {
      decision.newAddresses.push({ contact: id, address: person.address })
      const [first] = facts
      if (first) {
        const { on, at } = first
        const fact: DatedFact = { type: 'address found', address: person.address, on, at }
        decision.facts.push({ contact: id, fact })
      }
    }
    const isNamedBetter =
      !isNew && person.name && contact.name === displayName({ address: person.address, name: '' })
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
