import { ownAddressKey } from '../core/mail/addresses.ts'
import { displayName } from '../core/mail/display-name.ts'
import { countryOf } from '../core/practice/countries.ts'
import { nextDigestAt } from '../core/practice/digest-time.ts'
import { DIGEST_AT, type Settings } from '../core/practice/settings.ts'
import { guessZone } from '../core/when/zone.ts'
import type { Joining } from '../db/join.ts'
import { newId, newToken } from '../db/open.ts'
import type { Config, Deps } from '../deps.ts'
import type { Address, InboundEmail } from '../inbound-email.ts'
import { welcome } from '../letters/welcome.ts'
import { privateAddress } from '../own-addresses.ts'
import { outboxRow } from '../post.ts'

/** Whether ALLOWED_SENDERS names this address, its domain, or everybody. */
export const mayJoin = ({ address }: Address, { allowed }: Config): boolean =>
  allowed.some(
    (entry) => entry === '*' || entry === address || (entry.startsWith('@') && address.endsWith(entry)),
  )

/** Somebody who may join wrote to the open address: a user, a private address, a welcome letter (practice 2.8). */
export async function newcomer(mail: InboundEmail, author: Address, deps: Deps): Promise<Joining> {
  const zone = guessZone(mail.utcOffset ?? NEW_YORK, mail.sentAt ?? deps.now)
  const settings: Settings = {
    zone,
    country: countryOf(zone),
    digestAt: DIGEST_AT,
    name: displayName(author),
  }
  const user = { id: newId(), email: author.address, token: newToken() }
  const address = privateAddress(user.token, deps.config)
  return {
    user: {
      ...user,
      sender: ownAddressKey(author.address),
      settings,
      joinedAt: deps.now,
      nextDigestAt: nextDigestAt(settings, deps.now),
    },
    letter: await outboxRow(welcome(address, settings, mail), user, deps),
  }
}

/** Where a Date tells no offset. */
const NEW_YORK = -300
