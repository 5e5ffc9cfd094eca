import { nextDigestAt } from './core/practice/digest-time.ts'
import { eveningInstant } from './core/practice/evening.ts'
import type { LocalDate } from './core/practice/events.ts'
import type { Settings } from './core/practice/settings.ts'
import { localDate } from './core/when/zone.ts'
import type { User } from './db/users.ts'
import type { DatedFact, Decision } from './decision.ts'

/**
 * When the user is looked at next, after a decision. A digest that is due already and not yet made stays due. Null:
 * never; undefined: as before.
 */
export function nextLook(
  user: User,
  decision: Decision,
  { now, isUsers, liftsPause }: { now: number; isUsers: boolean; liftsPause: boolean },
): number | null | undefined {
  const settings = { ...user.settings, ...(decision.user?.settings as object) }
  // Whose letters ended for want of a sign of life gets them again.
  const isBack = user.nextDigestAt === null
  if (isBack ? !isUsers : !decision.user && !settings.hasEvenings) return undefined
  return user.pausedFor && !liftsPause ? null : lookAgainAt(user, settings, decision, now)
}

function lookAgainAt(user: User, settings: Settings, decision: Decision, now: number): number | null {
  if ((decision.user?.search ?? user.search) === 'stopped') return null
  if (user.nextDigestAt !== null && user.nextDigestAt <= now) return user.nextDigestAt
  const morning = nextDigestAt(settings, now)
  const today = localDate(now, settings.zone)
  const evening = eveningInstant(today, settings.zone)
  const isMeetingDay = decision.facts.some(({ fact }) => isToday(fact, today))
  const isAwaited = user.nextDigestAt === evening || isMeetingDay
  return settings.hasEvenings && isAwaited && evening > now ? Math.min(morning, evening) : morning
}

/** A meeting of today: an evening note may be wanted. */
const isToday = (fact: DatedFact, today: LocalDate): boolean =>
  (fact.type === 'met' && fact.on === today) ||
  ((fact.type === 'booked' || fact.type === 'moved') && fact.meeting.on === today)
