import { sql } from 'drizzle-orm'
import { eraseAt } from '../core/practice/lifetime.ts'
import { INDEX_LAG } from '../mailer.ts'
import { type Database, write } from './open.ts'
import type { outbox as outboxTable } from './schema.ts'
import { outbox, users } from './schema.ts'
import { selectUsers, type User, userOf } from './users.ts'

/** Beyond any clock: a letter that waits until somebody lifts the pause. */
export const NEVER = 9_000_000_000_000_000

/**
 * Pauses letters to an address: no digest is made, and what waits in the outbox goes on waiting. Twice is once; an
 * event that is older than the last pause or its end changes nothing, so that one that comes again late does not
 * begin a pause that has ended. A complaint outweighs a bounce.
 */
export async function pauseLetters(
  db: Database,
  address: string,
  why: NonNullable<User['pausedFor']>,
  at: number,
): Promise<void> {
  await db.batch([
    write(
      db,
      sql`update ${users} set paused_for = ${why}, pause_changed_at = ${at}, next_digest_at = null,
        erase_at = coalesce(erase_at, ${eraseAt({ search: 'searching', nextDigestAt: null }, at)})
      where email = ${address} and (pause_changed_at is null or pause_changed_at < ${at})
        and (paused_for is null or (paused_for = 'bounce' and ${why} <> 'bounce'))`,
    ),
    write(
      db,
      sql`update ${outbox} set try_at = ${NEVER} where state = 'waiting'
      and user_id = (select id from ${users} where email = ${address} and paused_for is not null)`,
    ),
  ])
}

/** The user of this address whose letters are paused, where there is one. */
export async function pausedUser(db: Database, address: string): Promise<User | undefined> {
  const [row] = await selectUsers(db, sql`email = ${address} and paused_for is not null`)
  return row && userOf(row)
}

/** Ends the pause of a user who stopped as well: letters would reach them, and none goes. */
export const forgetPause = (db: Database, user: User, at: number) =>
  write(
    db,
    sql`update ${users} set paused_for = null, pause_changed_at = max(${at}, pause_changed_at)
    where id = ${user.id} and search = 'stopped' and pause_changed_at is ${user.pauseChangedAt}`,
  )

/**
 * Ends a pause and puts the letter that says so in the outbox. Where a mail of the user ended it first, the letter
 * finds no paused user, and all of it is left undone. Whoever got no letters was not silent: that counts from now.
 */
export async function liftPause(
  db: Database,
  user: User,
  letter: typeof outboxTable.$inferInsert,
  { at, now, nextDigestAt }: { at: number; now: number; nextDigestAt: number },
): Promise<boolean> {
  const isPaused = sql`id = ${user.id} and search <> 'stopped' and paused_for is ${user.pausedFor} and pause_changed_at is ${user.pauseChangedAt}`
  try {
    await db.batch([
      db
        .insert(outbox)
        .values({ ...letter, userId: sql`(select id from ${users} where ${isPaused})` as never }),
      releaseLetters(db, user.id, now),
      write(
        db,
        sql`update ${users} set paused_for = null, pause_changed_at = max(${at}, pause_changed_at),
          next_digest_at = ${nextDigestAt}, erase_at = null, seen_at = max(${now}, seen_at + 1) where id = ${user.id}`,
      ),
    ])
    return true
  } catch (error) {
    const { message, cause } = error as Error
    const text = `${message} ${(cause as Error | undefined)?.message ?? ''}`
    if (/NOT NULL constraint failed: outbox\.user_id|UNIQUE constraint failed/.test(text)) return false
    throw error
  }
}

/** What waited for the end of a pause is due now; once Postmark can be asked about it, where it may have gone before. */
export const releaseLetters = (db: Database, userId: number, now: number) =>
  write(
    db,
    sql`update ${outbox} set try_at = ${now} + iif(tries > failed_tries, ${INDEX_LAG}, 0)
    where state = 'waiting' and try_at = ${NEVER} and user_id = ${userId}`,
  )
