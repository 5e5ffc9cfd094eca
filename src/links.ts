import type { LocalDate } from './core/practice/events.ts'
import type { Config } from './deps.ts'
import { signNow, verify } from './sign.ts'

/** Days after its letter for which a link works. */
export const LINK_DAYS = 30

/**
 * What a link in a letter does. Each is for one user, dies with the private address of that time, and is of a day:
 * that of its letter.
 */
export type Link = { userId: number; address: string; on: LocalDate } & (
  | {
      is: 'gesture'
      /** The line of that day's digest: whom it is about, and the obligation. */
      contact: number
      key: string
      /** A command, as it would be typed after the number: "snooze 3d". */
      command: string
    }
  /** Takes back what a link did; `mark` is the id that this link left. */
  | { is: 'undo'; mark: string }
  /** Lets in a mail that was held, and with `trust` all others of its address. */
  | { is: 'let in'; mail: number; trust: boolean }
  /** The user says that another address is theirs, too; `mail`: one of it that is held until that is sure. */
  | { is: 'own'; sender: string; mail: number | undefined }
  /** The same, said by whoever reads that address: this link goes there and nowhere else. */
  | { is: 'confirm'; sender: string; mail: number | undefined }
)

type Distributive<L> = L extends unknown ? Omit<L, 'userId' | 'address'> & { user: LinkUser } : never
type LinkUser = { id: number; token: string }

/** The URL of a link. Sync, since a tick makes thousands within pure code. */
export function linkUrl(link: Distributive<Link>, config: Config): string {
  const { user, ...rest } = link
  const parts = [user.id, addressMark(user.token, config.linkKeys[0]), rest.on, ...partsOf(rest)]
  const text = Buffer.from(JSON.stringify(parts)).toString('base64url')
  return `${config.baseUrl}/l/${signNow(`l.${text}`, config.linkKeys[0])}`
}

/** For `DigestInput`: the URL of a gesture in the digest of a day, or undefined where no link does it. */
export const gestureLinks =
  (user: LinkUser, on: LocalDate, config: Config) =>
  (contact: number, key: string, command: string): string | undefined =>
    LINKED.test(command) ? linkUrl({ is: 'gesture', user, on, contact, key, command }, config) : undefined

/** Gestures that need no more words; the others stay mails. */
const LINKED = /^(?:answered|done|thanked|replied|sent|wrote|keep|skip|snooze 3d)$/

/** Reads a token; undefined where it is not ours. */
export async function readLink(token: string, { linkKeys }: Config): Promise<Link | undefined> {
  const text = token.length <= MAX_TOKEN ? await verify(token, linkKeys) : undefined
  if (!text?.startsWith('l.')) return undefined
  const [userId, address, on, is, ...rest] = JSON.parse(Buffer.from(text.slice(2), 'base64url').toString())
  const link = { userId, address, on }
  if (is === 'g') return { ...link, is: 'gesture', contact: rest[0], key: rest[1], command: rest[2] }
  if (is === 'u') return { ...link, is: 'undo', mark: rest[0] }
  if (is === 'o') return { ...link, is: 'own', sender: rest[0], mail: rest[1] }
  if (is === 'c') return { ...link, is: 'confirm', sender: rest[0], mail: rest[1] }
  return { ...link, is: 'let in', mail: rest[0], trust: rest[1] === 1 }
}

const MAX_TOKEN = 1000

type Without<L> = L extends unknown ? Omit<L, 'userId' | 'address'> : never

function partsOf(link: Without<Link>): (string | number)[] {
  if (link.is === 'gesture') return ['g', link.contact, link.key, link.command]
  if (link.is === 'undo') return ['u', link.mark]
  if (link.is === 'let in') return ['h', link.mail, link.trust ? 1 : 0]
  return [link.is === 'own' ? 'o' : 'c', link.sender, ...(link.mail === undefined ? [] : [link.mail])]
}

/** Whether the link was made while this was the private address. */
export const isOfAddress = ({ address }: Link, token: string, { linkKeys }: Config): boolean =>
  linkKeys.some((key) => address === addressMark(token, key))

/** Tells one private address from the next one, without giving it away. */
const addressMark = (token: string, key: string): string => signNow(`a.${token}`, key).slice(-10)

/** The id by which a link that was tapped is known: its signature. */
export const markOf = (token: string): string => `link.${token.slice(token.lastIndexOf('.') + 1)}`

/** What a mail that such a link took keeps among its ids; the link has more to do after it. */
export const takenMarkOf = (token: string): string => `${markOf(token)}.mail`
