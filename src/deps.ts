import { ownAddressKey } from './core/mail/addresses.ts'
import type { Database } from './db/open.ts'
import { openDatabase } from './db/open.ts'
import { type Mailer, openMailer } from './mailer.ts'

/** What the Worker needs to do anything: made once for each request, tick or mail. */
export type Deps = {
  db: Database
  mailer: Mailer
  config: Config
  /** The instant that counts as now, in ms. */
  now: number
}

export type Config = {
  /** INBOUND_ADDRESS: what letters name, and addresses of before, which people may still write to. */
  inbound: Inbound
  inboundBefore: Inbound[]
  /** From of every letter. */
  from: string
  /** Without a slash at its end. */
  baseUrl: string
  /** Who may join: addresses, "@domain", or "*" for anybody. */
  allowed: string[]
  /** Whose word "status" tells how the service does, as `ownAddressKey` folds it; '' where nobody is named. */
  owner: string
  /** "user:password" of the webhooks; any of them counts. */
  inboundAuth: string[]
  /** The first one signs, all of them prove. */
  linkKeys: [string, ...string[]]
  isClockLocal: boolean
  /** When the database was put back to an earlier state, in ms: letters of before may have gone. */
  restoredAt?: number
  /** Letters for all users in an hour, three times as many in a day; what is beyond waits. */
  lettersPerHour: number
  /**
   * When a mail of a user's address is taken although no proof comes with it that they sent it. `where given`: where
   * the provider gives no findings at all. `never`: always, but where it is refuted. `always`: not even then.
   */
  proof: 'where given' | 'never' | 'always'
}

/** A setting that is missing or cannot be read; `message` names it. */
export class SettingError extends Error {
  override name = 'SettingError'
}

/** Reads the settings. Throws SettingError with the name of the first that is missing. */
export function readConfig(env: Cloudflare.Env): Config {
  const [inbound, ...inboundBefore] = several(env, 'INBOUND_ADDRESS').map(inboundOf)
  const [linkKey, ...linkKeysBefore] = several(env, 'LINK_KEY')
  const inboundAuth = several(env, 'INBOUND_AUTH')
  if (!inboundAuth.every((one) => one.includes(':')))
    throw new SettingError('INBOUND_AUTH is not "user:password"')
  required(env, 'POSTMARK_TOKEN')
  const allowed = listOf(env.ALLOWED_SENDERS)
  const owner = env.OWNER ?? allowed.find((entry) => entry.indexOf('@') > 0)
  return {
    inbound: inbound!,
    inboundBefore,
    from: required(env, 'FROM_ADDRESS'),
    baseUrl: required(env, 'BASE_URL').replace(/\/+$/, ''),
    allowed,
    owner: owner ? ownAddressKey(owner) : '',
    inboundAuth,
    linkKeys: [linkKey!, ...linkKeysBefore],
    isClockLocal: env.LOCAL_CLOCK === '1',
    ...(env.RESTORED_AT && { restoredAt: instantIn(env.RESTORED_AT) }),
    lettersPerHour: Number(env.LETTERS_PER_HOUR) || LETTERS_PER_HOUR,
    proof: env.REQUIRE_AUTH === '1' ? 'always' : env.REQUIRE_AUTH === '0' ? 'never' : 'where given',
  }
}

const listOf = (text = ''): string[] =>
  text
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)

/** The digests of 10,000 users may fall into one hour, and twice as many letters are no morning's any more. */
const LETTERS_PER_HOUR = 20_000

/** Throws SettingError, as `readConfig` does. */
export const openDeps = (env: Cloudflare.Env, now: number): Deps => ({
  config: readConfig(env),
  db: openDatabase(env.DB),
  mailer: openMailer(env),
  now,
})

/** The parts of a public address. */
export type Inbound = { local: string; domain: string }

function inboundOf(address: string): Inbound {
  const [local, domain] = address.toLowerCase().split('@')
  if (!local || !domain) throw new SettingError('INBOUND_ADDRESS is not an address')
  return { local, domain }
}

/** A setting that holds the new value and, while it is changed, the old one: "new, old". At least one. */
const several = (env: Cloudflare.Env, name: SettingName): string[] => required(env, name).trim().split(/,\s+/)

function instantIn(time: string): number {
  const instant = Date.parse(time)
  if (Number.isNaN(instant)) throw new SettingError('RESTORED_AT is not a time')
  return instant
}

type SettingName = Exclude<keyof Cloudflare.Env, 'DB' | 'TEST_MIGRATIONS'>

function required(env: Cloudflare.Env, name: SettingName): string {
  const value = env[name]
  if (!value) throw new SettingError(`${name} is missing`)
  return value
}
