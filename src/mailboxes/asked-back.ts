import type { Outcome } from '../core/commands/carry-out.ts'
import type { Order } from '../core/commands/order.ts'
import { companyOf } from '../core/mail/company.ts'
import { formatDay } from '../core/practice/days.ts'
import type { Known } from '../db/gather.ts'
import { newId } from '../db/open.ts'
import type { Decision } from '../decision.ts'
import type { Moment } from '../moment.ts'
import type { After } from './after.ts'

// What a reply leaves open: asked in its receipt or in the next letter, and no harm where nobody answers.

/** "Too busy right now" is taken for later, and asked about: it may have been a no (practice 4.2, 42). */
export function doubtOf(
  contact: number,
  outcome: Outcome,
  { messageId }: { messageId: string },
  known: Known,
  { on, at, now }: Moment,
): Decision['asked'] {
  const name = known.contacts.find(({ id }) => id === contact)?.name
  const fact = outcome.histories
    .find((history) => history.contact === contact)
    ?.facts.find(({ type }) => type === 'deferred')
  if (!name) return []
  const subject = (fact?.type === 'deferred' && fact.reason) || 'later'
  return [
    {
      id: newId(),
      kind: 'doubt',
      data: { subject, on, at, messageId, contacts: [contact], names: [name] },
      askedAt: now,
      answeredAt: null,
    },
  ]
}

/** A new address at another company: whether they work there now (practice 4.2, 38). `says` is for the receipt. */
export function companyOffers(
  orders: Order[],
  { messageId }: { messageId: string },
  after: After,
  { on, at, now }: Moment,
): { question: Decision['asked'][0]; says: string }[] {
  return orders.flatMap((order) => {
    if (order.verb !== 'new address') return []
    const company = companyOf(order.address)
    return order.targets.flatMap((target) => {
      const contact = 'contact' in target ? after(target.contact) : undefined
      if (!company || !contact || !('contact' in target) || contact.company === company) return []
      const fact = { type: 'described' as const, company, isNewJob: true as const, on, at }
      const yes = { contact: target.contact, fact }
      const asks = `Now at ${company}? By the address you gave ${formatDay(on)}. Say "# yes" or "# no".`
      const about = { subject: company, on, at, messageId, contacts: [target.contact], names: [contact.name] }
      return {
        question: {
          id: newId(),
          kind: 'guess' as const,
          data: { ...about, asks, answers: { yes: [yes] } },
          askedAt: now,
          answeredAt: null,
        },
        says: `${contact.name}: now at ${company}? Answer "yes" or "no".`,
      }
    })
  })
}
