import type { Bounce } from '../core/mail/bounces.ts'
import type { KnownContact } from '../db/contacts.ts'
import type { Known } from '../db/gather.ts'
import type { Decision } from '../decision.ts'
import { list } from '../letters/list.ts'
import type { Moment } from '../moment.ts'
import { addFacts, contactAt } from './contact-facts.ts'

/**
 * A failure report: closes the attempts of known contacts, and theirs alone. What only passes (a delay, a full
 * mailbox) closes none. Returns a sentence where nothing is done, for a user who passed the report on by hand.
 */
export function failed(
  decision: Decision,
  bounce: Bounce,
  known: Known,
  { on, at }: Pick<Moment, 'on' | 'at'>,
): string | undefined {
  const { recipients, isPermanent } = bounce
  const named = recipients.filter((address) => contactAt(known, { address }))
  const other = named.length === 0 ? onlyOneOf(bounce, known) : undefined
  if (isPermanent) {
    for (const address of named)
      addFacts(decision, known, { address, name: '' }, [{ type: 'bounced', address, on, at }])
    if (other) decision.facts.push({ contact: other.id, fact: { type: 'bounced', on, at } })
  }
  if (named.length === 0 && !other)
    return recipients.length === 0
      ? 'The report does not say whose address failed; nothing was changed.'
      : `The report is about ${list(recipients)}, and none of your contacts; nothing was changed.`
  return isPermanent
    ? undefined
    : `The mail to ${other?.name ?? list(named)} may still arrive, by that report; nothing was changed.`
}

/**
 * Whose mail came back, where the report names no contact's address: a mailbox of the same domain to which theirs
 * passes on, or none at all. By the id of the mail, and only if it went to one contact.
 */
function onlyOneOf(
  { recipients, originalMessageId }: Bounce,
  { mails, contacts }: Known,
): KnownContact | undefined {
  const sent = mails.find(({ messageId }) => messageId === originalMessageId)
  const contact = sent?.contacts.length === 1 ? contacts.find(({ id }) => id === sent.contacts[0]) : undefined
  const domains = contact?.addresses.map(domainOf) ?? []
  return recipients.every((address) => domains.includes(domainOf(address))) ? contact : undefined
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)
