import type { LocalDate } from './core/practice/events.ts'
import { localDate } from './core/when/zone.ts'
import type { InboundEmail } from './inbound-email.ts'

/** When a mail counts: its own day and instant, and the day that is today, all in the user's zone. */
export type Moment = { on: LocalDate; at: number; now: number; today: LocalDate }

const DAY = 86_400_000

/** A mail that comes later than this counts from its arrival: nobody's queue is that slow. */
const MAX_AGE = 7 * DAY

/** A mail happened when its Date says, if that is believable; a clock that runs ahead is held back to now. */
export function momentOf({ sentAt }: Pick<InboundEmail, 'sentAt'>, now: number, zone: string): Moment {
  const isBelievable = sentAt !== undefined && sentAt > now - MAX_AGE && sentAt < now + DAY
  const at = isBelievable ? Math.min(sentAt, now) : now
  return { on: localDate(at, zone), at, now, today: localDate(now, zone) }
}
