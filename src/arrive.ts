import type { Door } from './core/mail/sender-verdict.ts'
import type { Deps } from './deps.ts'
import type { InboundEmail } from './inbound-email.ts'
import { receive } from './receive.ts'
import type { Received } from './refusal.ts'
import { tapLink } from './tap.ts'

/**
 * A mail arrives by a door. Where it says yes to a letter that asks for a tap, the link is tapped for it, and then the
 * mail is handled as one that did that: a second delivery finds the tap done, and is
 * answered in the same words, or the mail.
 */
export async function arrive(mail: InboundEmail, door: Door, deps: Deps): Promise<Received> {
  let received = await receive(mail, { is: 'door', door }, deps)
  while (received.is === 'means') {
    const { lines, did = lines } = await tapLink(received.token, deps)
    received = await receive(mail, { is: 'tapped', did }, deps)
  }
  return received
}
