import { newId } from '../db/open.ts'
import { type Decision, nothing } from '../decision.ts'
import type { InboundEmail } from '../inbound-email.ts'
import type { Moment } from '../moment.ts'
import type { People } from './people.ts'

/** A BCC'd mail that shows no recipient: asked about in the next digest, never guessed (practice 2.6). */
export function hidden(mail: InboundEmail, { hasApplication }: People, moment: Moment): Decision {
  if (hasApplication) return nothing('application')
  const decision = nothing('no recipient')
  decision.question = {
    id: newId(),
    kind: 'no recipient',
    data: { subject: mail.subject, on: moment.on, at: moment.at, messageId: mail.messageId ?? '' },
    askedAt: moment.now,
    answeredAt: null,
  }
  return decision
}
