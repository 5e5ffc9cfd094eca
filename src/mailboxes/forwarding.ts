import { forwardingRequest } from '../core/mail/forwarding-request.ts'
import type { Verdict } from '../core/mail/sender-verdict.ts'
import type { Known } from '../db/gather.ts'
import { type Decision, nothing } from '../decision.ts'
import type { Deps } from '../deps.ts'
import type { InboundEmail } from '../inbound-email.ts'
import { forwardingNotice } from '../letters/forwarding.ts'
import type { Moment } from '../moment.ts'
import { privateAddress } from '../own-addresses.ts'

/**
 * Gmail's question whether a user's mail may be forwarded to their private address: passed on to them, once a day, so
 * that it can be answered. Undefined for another mail, for a second one on a day, and where nothing says that it is
 * Google's.
 *
 * @param id of the mail's row
 */
export function forwarding(
  mail: InboundEmail,
  id: number,
  verdict: Verdict,
  { user }: Known,
  { today }: Moment,
  { config }: Pick<Deps, 'config'>,
): Decision | undefined {
  const request = forwardingRequest(mail)
  const isGoogles = verdict === 'pass' || (verdict === 'silent' && config.proof !== 'always')
  if (!request || !isGoogles || user.noticedOn.forwarding === today) return undefined
  const letter = { ...forwardingNotice(request, id), replyTo: privateAddress(user.token, config) }
  return { ...nothing('forwarding'), letters: [letter], notices: ['forwarding'] }
}
