import { type SQL, sql } from 'drizzle-orm'
import { type Database, readRows, write } from './open.ts'
import { letterCounts, refusals, users } from './schema.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** Mails for one user in one hour of the clock; a person stays far below. Counted in the user's own row. */
export const MAX_MAILS = 200

/**
 * Of these by others than the user (contacts, programs, whoever answers a letter of theirs or writes in their name): the
 * rest is left for the user's own.
 */
export const MAX_OTHERS_MAILS = 100

/** Letters a day that ask an address whether it is the user's. */
export const MAX_CONFIRMATIONS = 3

/** Letters to one user in one day (UTC), digests aside, which are two at most. Counted in the user's own row. */
export const MAX_LETTERS = 100

/** New users in an hour, in total. */
export const MAX_JOINS = 50

/** Whoever joins without proof of their address, comes in up to here: the rest is left for those who have it. */
export const MAX_UNPROVEN_JOINS = 25

/** How many joined since then; asked for nobody but a newcomer. */
export async function joinsSince(db: Database, since: number): Promise<number> {
  const [row] = await readRows<{ n: number }>(
    db,
    sql`select count(*) as n from ${users} where joined_at > ${since}`,
  )
  return row!.n
}

/**
 * How many letters may still go out (0: the breaker is open): in this hour of the clock, and three times as many in
 * 24 of them. Counted by what Postmark took; deliveries at the same moment may each go over by a batch.
 */
export const roomForLetters = (now: number, perHour: number): SQL => {
  const hour = Math.floor(now / HOUR)
  return sql`(select max(0, min(${perHour} - coalesce(sum(case when hour = ${hour} then sent end), 0),
    ${3 * perHour} - coalesce(sum(sent), 0))) from ${letterCounts} where hour > ${hour - 24})`
}

/** The same as a question. */
export const readRoomForLetters = (db: Database, now: number, perHour: number) =>
  readRows<{ room: number }>(db, sql`select ${roomForLetters(now, perHour)} as room`)

/** Counts letters that are done with, by `state`, the column of a subquery. */
export const countLetters = (db: Database, now: number, states: SQL) =>
  write(
    db,
    sql`insert into ${letterCounts} (hour, sent, refused) 
    select ${Math.floor(now / HOUR)}, coalesce(sum(state = 'sent'), 0), coalesce(sum(state = 'refused'), 0) from (${states}) where true
    on conflict (hour) do update set sent = sent + excluded.sent, refused = refused + excluded.refused`,
  )

/** Counts a refusal for the owner. */
export const countRefusal = (db: Database, on: string, why: string) =>
  write(
    db,
    sql`insert into ${refusals} ("on", why, count) values (${on}, ${why}, 1)
    on conflict ("on", why) do update set count = count + 1`,
  )
