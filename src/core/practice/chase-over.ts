import type { Contact, State } from './contact.ts'
import type { LocalDate } from './events.ts'
import type { Practice } from './timers.ts'

/** States in which somebody is chased: a job ends them (practice 2.7). */
const CHASES: Partial<Record<State, true>> = {
  LEAD: true,
  TRYING: true,
  AWAY: true,
  BOUNCED: true,
  CLOSING: true,
  DEFERRED: true,
}

/** The user has a job, or got one since this chase began: nobody goes on with it, in the next search neither. */
export function isChaseOver(
  { state, since, isTold, ball }: Contact,
  { search, hiredOn, searchesEnded = [] }: Practice,
  today: LocalDate,
): boolean {
  const isOver = search === 'over' && (!hiredOn || hiredOn <= today)
  // Whoever has answered is told, and nothing more is asked of them.
  if (state === 'TALKING') return isOver && isTold && ball === 'them'
  if (!CHASES[state]) return false
  if (isOver) return true
  return searchesEnded.some((day) => since <= day && day <= today)
}
