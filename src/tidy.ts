import { dropOld, eraseDue } from './db/tidy.ts'
import type { Deps } from './deps.ts'

/** Users for one tick come in so many transactions; whoever is left is erased with the next. */
const MAX_ROUNDS = 5

/**
 * Once an hour: drops what is past its days, and erases whoever stopped, or was not heard of, so long ago
 * (`core/practice/lifetime.ts`). A tick that is missed is made up for by the next hour's.
 */
export async function tidy({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  if (new Date(now).getUTCMinutes() >= TICK) return
  await dropOld(db, now)
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const erased = await eraseDue(db, now)
    for (const id of erased) console.info('erased', id)
    if (erased.length === 0) return
  }
}

/** Minutes from one tick to the next. */
const TICK = 15
