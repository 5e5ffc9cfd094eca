import type { Config } from './deps.ts'
import { sign } from './sign.ts'

// Our own addresses: reach@in.example.com takes newcomers; reach+TOKEN@ is a user's private address; reach+d.TOKEN@
// is a digest's, to which it is answered.

/** What an envelope recipient is to us; undefined where it is not ours. */
export type OwnAddress = { is: 'open' } | { is: 'private'; token: string } | { is: 'digest'; token: string }

export function readOwnAddress(address: string, { inbound }: Config): OwnAddress | undefined {
  const at = address.lastIndexOf('@')
  if (address.slice(at + 1).toLowerCase() !== inbound.domain) return undefined
  const local = address.slice(0, at).toLowerCase()
  if (local === inbound.local) return { is: 'open' }
  if (!local.startsWith(`${inbound.local}+`)) return undefined
  const token = local.slice(inbound.local.length + 1)
  return token.startsWith('d.') ? { is: 'digest', token: token.slice(2) } : { is: 'private', token }
}

export const privateAddress = (token: string, { inbound }: Config): string =>
  `${inbound.local}+${token}@${inbound.domain}`

export const digestAddress = (token: string, { inbound }: Config): string =>
  `${inbound.local}+d.${token}@${inbound.domain}`

export const openAddress = ({ inbound }: Config): string => `${inbound.local}@${inbound.domain}`

/** Where one tap ends a user's letters (RFC 8058). */
export const unsubscribeUrl = async (userId: number, config: Config): Promise<string> =>
  `${config.baseUrl}/u/${await sign(`u.${userId}`, config.linkKey)}`
