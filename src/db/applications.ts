import { sql } from 'drizzle-orm'
import type { LocalDate } from '../core/practice/events.ts'
import { type Database, readRows } from './open.ts'
import { applications } from './schema.ts'

/** Applications, or an interview, that the user logged on a day. */
export type Applied = { on: LocalDate; count: number; to?: string; isInterview: boolean }

/** All that a user logged, by day. */
export async function applicationsOf(db: Database, userId: number): Promise<Applied[]> {
  const rows = await readRows<{ on: string; count: number; to: string | null; interview: number }>(
    db,
    sql`select "on", count, "to", interview from ${applications} where user_id = ${userId} order by "on"`,
  )
  return rows.map(({ on, count, to, interview }) => ({
    on,
    count,
    ...(to && { to }),
    isInterview: interview === 1,
  }))
}
