import { sql } from 'drizzle-orm'
import { type Database, write } from './open.ts'
import { users } from './schema.ts'

/** Ends a user's letters; one statement. Twice is once. */
export const stopLetters = (db: Database, userId: number, now: number) =>
  write(
    db,
    sql`update ${users} set search = 'stopped', next_digest_at = null, seen_at = max(${now}, seen_at + 1)
    where id = ${userId}`,
  )
