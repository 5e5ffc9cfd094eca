import { sql } from 'drizzle-orm'
import { eraseAt } from '../core/practice/lifetime.ts'
import { type Database, readRows, write } from './open.ts'
import { outbox, users } from './schema.ts'

/**
 * Ends a user's letters by one tap, and drops those that wait. Twice is once: the day of erasing stays. Returns when
 * everything is erased, and the user's zone; undefined where there is no such user.
 */
export async function stopLetters(
  db: Database,
  userId: number,
  now: number,
): Promise<{ eraseAt: number; zone: string } | undefined> {
  const stopped = eraseAt({ search: 'stopped', nextDigestAt: null }, now)
  const [rows] = await db.batch([
    readRows<{ eraseAt: number; zone: string }>(
      db,
      sql`update ${users} set search = 'stopped', next_digest_at = null, seen_at = max(${now}, seen_at + 1),
        erase_at = case when search = 'stopped' then coalesce(erase_at, ${stopped}) else ${stopped} end
      where id = ${userId} returning erase_at as eraseAt, settings ->> 'zone' as zone`,
    ),
    dropWaiting(db, userId),
  ])
  return rows[0]
}

/**
 * The letters of a user that did not go yet, never go. Two ranges of the index of keys: those that begin with the user's
 * id, and those that ask an address, which are one on a day, whoever asks.
 */
export const dropWaiting = (db: Database, userId: number) =>
  write(
    db,
    sql`delete from ${outbox} where state = 'waiting' and (key > ${`${userId} `} and key < ${`${userId}!`}
      or key > 'confirm ' and key < 'confirm!' and user_id = ${userId})`,
  )
