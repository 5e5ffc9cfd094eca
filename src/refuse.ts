import { utcDay } from './core/practice/lifetime.ts'
import { countRefusal } from './db/limits.ts'
import type { Deps } from './deps.ts'
import { faultOf } from './fault.ts'
import type { Received, Refusal } from './refusal.ts'

/** Refuses what arrived: a line in the log, and one more in the day's count. A count that fails keeps nobody waiting. */
export async function refuse(why: Refusal, { db, now }: Pick<Deps, 'db' | 'now'>): Promise<Received> {
  console.warn('inbound refused', why)
  try {
    await countRefusal(db, utcDay(now), why)
  } catch (error) {
    console.error('refusal not counted', faultOf(error))
  }
  return { is: 'refused', why }
}
