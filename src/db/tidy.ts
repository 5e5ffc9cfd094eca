import { sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { keptSince, utcDay } from '../core/practice/lifetime.ts'
import { eraseEverything } from './erase.ts'
import { HOUR } from './limits.ts'
import { type Database, readRows, write } from './open.ts'
import { digests, heldMails, letterCounts, mails, outbox, questions, refusals, users } from './schema.ts'

/** Rows of one kind for one run: what is left goes with the next. */
const MAX_ROWS = 2000

/** Drops what is past its days, whoever's it is: one batch, each statement by an index, each bounded. */
export async function dropOld(db: Database, now: number): Promise<void> {
  const old = (ids: ReturnType<typeof sql>) => sql`id in (${ids} limit ${MAX_ROWS})`
  await db.batch([
    write(
      db,
      sql`delete from ${outbox} where ${old(sql`select id from ${outbox}
        where made_at < ${keptSince('letter', now)} and state <> 'waiting'`)}`,
    ),
    write(
      db,
      sql`delete from ${questions} where ${old(sql`select id from ${questions}
        where asked_at < ${keptSince('letter', now)}`)}`,
    ),
    write(
      db,
      sql`delete from ${heldMails} where ${old(sql`select id from ${heldMails}
        where held_at < ${keptSince('heldMail', now)}`)}`,
    ),
    write(db, sql`delete from ${refusals} where "on" < ${utcDay(keptSince('counts', now))}`),
    write(db, sql`delete from ${letterCounts} where hour < ${Math.floor(keptSince('counts', now) / HOUR)}`),
  ])
}

/**
 * Of the users whose morning it is: what "undo" no longer takes back, and digests whose numbers no longer count. For
 * the transaction of that morning, since its users lead the indexes. `users` is a JSON list of objects with `userId`.
 */
export const dropOldOf = (db: Database, users: string, now: number): BatchItem<'sqlite'>[] => [
  write(
    db,
    sql`update ${mails} set undo = null where id in (select m.id from json_each(${users}) e cross join ${mails} m
      on m.user_id = e.value ->> 'userId' and m.undo is not null and m.handled_at < ${keptSince('undo', now)})`,
  ),
  write(
    db,
    sql`delete from ${digests} where id in (select d.id from json_each(${users}) e cross join ${digests} d
      on d.user_id = e.value ->> 'userId' and d."on" < ${utcDay(keptSince('letter', now))})`,
  ),
]

/** Users to erase in one transaction, so that it stays short. */
const MAX_USERS = 10

/**
 * Erases users whose day has come, as "delete everything" does. In one transaction, which looks again: whoever came
 * back since is not among them. Returns their ids.
 */
export async function eraseDue(db: Database, now: number): Promise<number[]> {
  const due = sql`select id from ${users} where erase_at <= ${now} order by erase_at limit ${MAX_USERS}`
  if ((await readRows(db, due)).length === 0) return []
  const [erased] = await db.batch([readRows<{ id: number }>(db, due), ...eraseEverything(db, due)])
  return erased.map(({ id }) => id)
}
