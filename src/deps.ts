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
  /** The local part and domain of INBOUND_ADDRESS. */
  inbound: { local: string; domain: string }
  /** From of every letter. */
  from: string
  /** Without a slash at its end. */
  baseUrl: string
  /** Who may join: addresses, "@domain", or "*" for anybody. */
  allowed: string[]
  /** "user:password" of the webhooks. */
  inboundAuth: string
  linkKey: string
  isClockLocal: boolean
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
  const [local, domain] = required(env, 'INBOUND_ADDRESS').toLowerCase().split('@')
  if (!local || !domain) throw new SettingError('INBOUND_ADDRESS is not an address')
  required(env, 'POSTMARK_TOKEN')
  return {
    inbound: { local, domain },
    from: required(env, 'FROM_ADDRESS'),
    baseUrl: required(env, 'BASE_URL').replace(/\/+$/, ''),
    allowed: (env.ALLOWED_SENDERS ?? '')
      .toLowerCase()
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
    inboundAuth: required(env, 'INBOUND_AUTH'),
    linkKey: required(env, 'LINK_KEY'),
    isClockLocal: env.LOCAL_CLOCK === '1',
    proof: env.REQUIRE_AUTH === '1' ? 'always' : env.REQUIRE_AUTH === '0' ? 'never' : 'where given',
  }
}

/** Throws SettingError, as `readConfig` does. */
export const openDeps = (env: Cloudflare.Env, now: number): Deps => ({
  config: readConfig(env),
  db: openDatabase(env.DB),
  mailer: openMailer(env),
  now,
})

type SettingName = Exclude<keyof Cloudflare.Env, 'DB' | 'TEST_MIGRATIONS'>

function required(env: Cloudflare.Env, name: SettingName): string {
  const value = env[name]
  if (!value) throw new SettingError(`${name} is missing`)
  return value
}
