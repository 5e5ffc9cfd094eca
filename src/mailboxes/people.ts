import { isApplicationAddress, isListAddress, isRoleOrMachine } from '../core/mail/address-kinds.ts'
import { ownAddressKey } from '../core/mail/addresses.ts'
import type { User } from '../db/users.ts'
import type { Config } from '../deps.ts'
import type { Address, InboundEmail } from '../inbound-email.ts'
import { isAtOurs } from '../own-addresses.ts'

/** The people that a mail went to, as far as it shows: without the user, ourselves and machines. */
export type People = {
  to: Address[]
  cc: Address[]
  /** One of them is a mailing list. */
  hasList: boolean
  /** It went to an address for applications (jobs@, careers@). */
  hasApplication: boolean
}

/** Reads To and Cc (practice 2.4, rule 2). Where To names nobody, Cc stands in for it. */
export function peopleOf(mail: InboundEmail, user: Pick<User, 'senders'>, config: Config): People {
  const isPerson = ({ address }: Address): boolean =>
    !isAtOurs(address, config) &&
    !user.senders.includes(ownAddressKey(address)) &&
    !isRoleOrMachine(address) &&
    !isListAddress(address) &&
    !isApplicationAddress(address)
  const [to, cc] = [mail.to.filter(isPerson), mail.cc.filter(isPerson)]
  const all = [...mail.to, ...mail.cc]
  return {
    ...(to.length > 0 ? { to, cc } : { to: cc, cc: [] }),
    hasList: all.some(({ address }) => isListAddress(address)),
    hasApplication: all.some(({ address }) => isApplicationAddress(address)),
  }
}
