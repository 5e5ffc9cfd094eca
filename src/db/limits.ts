import { sql } from 'drizzle-orm'
import { type Database, readRows, write } from './open.ts'
import { refusals, users } from './schema.ts'

export const HOUR = 3_600_000

/** Mails for one user in one hour of the clock; a person stays far below. Counted in the user's own row. */
export const MAX_MAILS = 200

/** New users in an hour, in total. */
export const MAX_JOINS = 50

/** How many joined since then; asked for nobody but a newcomer. */
export async function joinsSince(db: Database, since: number): Promise<number> {
  const [row] = await readRows<{ n: number }>(
    db,
    sql`select count(*) as n from ${users} where joined_at > ${since}`,
  )
  return row!.n
}

/** Counts a refusal for the owner. */
export const countRefusal = (db: Database, on: string, why: string) =>
  write(
    db,
    sql`insert into ${refusals} ("on", why, count) values (${on}, ${why}, 1)
    on conflict ("on", why) do update set count = count + 1`,
  )
