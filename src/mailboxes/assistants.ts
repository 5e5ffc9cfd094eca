import { companyOf } from '../core/mail/company.ts'
import { displayName } from '../core/mail/display-name.ts'
import type { KnownContact } from '../db/contacts.ts'
import type { Known } from '../db/gather.ts'
import type { Decision } from '../decision.ts'
import type { Address } from '../inbound-email.ts'
import type { Moment } from '../moment.ts'
import { contactAt } from './contact-facts.ts'

/**
 * Whose assistant somebody unknown is who answers: that of the one contact at the same company's domain whom `isMeant`
 * ties to the mail (practice 2.6).
 */
export function assisted(
  known: Known,
  person: Address,
  isMeant: (contact: KnownContact) => boolean,
): KnownContact | undefined {
  if (contactAt(known, person) || !companyOf(person.address)) return undefined
  const domain = domainOf(person.address)
  const bosses = known.contacts.filter(
    (contact) => contact.addresses.some((address) => domainOf(address) === domain) && isMeant(contact),
  )
  return bosses.length === 1 ? bosses[0] : undefined
}

/** From now on mail to and from the assistant counts for the contact. */
export function keepAssistant(
  decision: Decision,
  boss: KnownContact,
  person: Address,
  { on, at }: Pick<Moment, 'on' | 'at'>,
): void {
  decision.newAddresses.push({ contact: boss.id, address: person.address })
  const text = `assistant: ${displayName(person)}, ${person.address}`
  decision.facts.push({ contact: boss.id, fact: { type: 'noted', text, on, at } })
}

/** Whether the mail is in a thread with the contact. */
export const isInThread =
  ({ mails }: Known) =>
  ({ id }: KnownContact): boolean =>
    mails.some(({ contacts }) => contacts.includes(id))

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)
