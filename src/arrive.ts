import type { Door } from './core/mail/sender-verdict.ts'
import type { Deps } from './deps.ts'
import type { InboundEmail } from './inbound-email.ts'
import { type Did, receive } from './receive.ts'
import type { Received } from './refusal.ts'
import { tapLink } from './tap.ts'

/**
 * A mail arrives by a door. Where it says yes to a letter that asks for a tap, the link is tapped for it, and then the
 * mail is handled as one that did that: a second delivery finds the tap done, or the mail.
 */
export async function arrive(mail: InboundEmail, door: Door, deps: Deps): Promise<Received> {
  let by: Door | Did = door
  for (;;) {
    const received = await receive(mail, by, deps)
    if (received.is !== 'means') return received
    by = { did: (await tapLink(received.token, deps)).lines }
  }
}
