import type { Config } from './deps.ts'
import { sign } from './sign.ts'

// Our own addresses: reach@in.example.com takes newcomers; reach+TOKEN@ is a user's private address; reach+d.TOKEN@
// is a digest's, to which it is answered.

/** What an envelope recipient is to us; undefined where it is not ours. */
export type OwnAddress = { is: 'open' } | { is: 'private'; token: string } | { is: 'digest'; token: string }

export function readOwnAddress(address: string, { inbound, inboundBefore }: Config): OwnAddress | undefined {
  const at = address.lastIndexOf('@')
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)].map((part) => part.toLowerCase())
  const ours = [inbound, ...inboundBefore].filter((one) => one.domain === domain)
  if (ours.some((one) => one.local === local)) return { is: 'open' }
  const one = ours.find((each) => local!.startsWith(`${each.local}+`))
  if (!one) return undefined
  const token = local!.slice(one.local.length + 1)
  return token.startsWith('d.') ? { is: 'digest', token: token.slice(2) } : { is: 'private', token }
}

/** Whether it is at a domain of ours. */
export const isAtOurs = (address: string, { inbound, inboundBefore }: Config): boolean =>
  [inbound, ...inboundBefore].some(({ domain }) => address.endsWith(`@${domain}`))

export const privateAddress = (token: string, { inbound }: Config): string =>
  `${inbound.local}+${token}@${inbound.domain}`

export const digestAddress = (token: string, { inbound }: Config): string =>
  `${inbound.local}+d.${token}@${inbound.domain}`

export const openAddress = ({ inbound }: Config): string => `${inbound.local}@${inbound.domain}`

/** Where one tap ends a user's letters (RFC 8058). */
export const unsubscribeUrl = async (userId: number, config: Config): Promise<string> =>
  `${config.baseUrl}/u/${await sign(`u.${userId}`, config.linkKeys[0])}`
