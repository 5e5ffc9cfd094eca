import { readAutoReply } from '../core/mail/auto-replies.ts'
import { readBounce } from '../core/mail/bounces.ts'
import type { Frame } from '../core/when/frame.ts'
import type { Known } from '../db/gather.ts'
import { type Decision, nothing } from '../decision.ts'
import type { InboundEmail } from '../inbound-email.ts'
import type { Moment } from '../moment.ts'
import { addFacts, contactAt } from './contact-facts.ts'
import { failed } from './failure.ts'

/**
 * A failure report or an out-of-office note that a mail program passed on by itself. Nobody is asked who sent it
 * (practice 8.17): all that it can do is to close the attempt of a known contact. Undefined where it does not.
 */
export function report(
  mail: InboundEmail,
  known: Known,
  frame: Frame,
  { on, at }: Moment,
): Decision | undefined {
  const decision = nothing('report')
  const bounce = readBounce(mail)
  if (bounce) failed(decision, bounce, known, { on, at })
  const { from } = mail
  const away = !bounce && from && contactAt(known, from) ? readAutoReply(mail, frame) : undefined
  if (away && from)
    addFacts(decision, known, from, [
      { type: 'away', ...(away.returnOn && { until: away.returnOn }), on, at },
    ])
  return decision.facts.length > 0 ? decision : undefined
}
