import { localDate } from './core/when/zone.ts'
import { type Morning, type MorningEnd, mornings, recordMornings, usersDue } from './db/morning.ts'
import { type Week, weeks } from './db/week.ts'
import type { Deps } from './deps.ts'
import { eveningEnd, isEvening } from './digests/evening.ts'
import { morningEnd } from './digests/morning.ts'
import { weekAsked } from './digests/week.ts'
import { faultOf } from './fault.ts'

/** Users for one transaction, and one call to Postmark. */
export const CHUNK = 500

/** Chunks in one tick; whoever is left is due at the next one. */
const MAX_CHUNKS = 40

/**
 * Makes the digests that are due and puts them in the outbox. A tick that was missed is caught up by the next one on
 * the same day; a second tick finds nobody due. Returns how many digests were made.
 */
export async function compose(deps: Deps): Promise<number> {
  let count = 0
  for (let chunk = 0; chunk < MAX_CHUNKS; chunk++) {
    const users = await usersDue(deps.db, deps.now, CHUNK)
    if (users.length === 0) break
    const due = users.map((user) => ({ user, today: localDate(deps.now, user.settings.zone) }))
    const [read, reviewed] = await Promise.all([
      mornings(deps.db, due),
      weeks(deps.db, due.flatMap(weekAsked)),
    ])
    const made = await Promise.all(
      read.map((morning) => endOrFault(morning, reviewed.get(morning.user.id), deps)),
    )
    const ends = made.filter((end) => end !== undefined)
    const done = await recordMornings(deps.db, ends)
    count += done.made
    // Whoever wrote to us in between is read and looked at again.
    if (users.length < CHUNK && done.passed === ends.length) break
  }
  return count
}

/** One user's morning that cannot be made must not keep the others from theirs; it stays due. */
async function endOrFault(
  morning: Morning,
  week: Week | undefined,
  deps: Deps,
): Promise<MorningEnd | undefined> {
  try {
    return await (isEvening(morning) ? eveningEnd(morning, deps) : morningEnd(morning, week, deps))
  } catch (error) {
    console.error('digest failed', morning.user.id, faultOf(error))
    return undefined
  }
}
