import { sql } from 'drizzle-orm'
import { utcDay } from '../core/practice/lifetime.ts'
import { NEVER } from './letters-fail.ts'
import { DAY, HOUR, readRoomForLetters } from './limits.ts'
import { type Database, readRows } from './open.ts'
import { events, heldMails, letterCounts, outbox, refusals, users } from './schema.ts'

/** How the service does, for its owner: figures of nobody in particular. Days are UTC, instants in ms. */
export type ServiceFigures = {
  users: { count: number; stopped: number; paused: number }
  /** Of the last seven days with today; a day on which nothing was is left out. */
  logged: { day: string; count: number }[]
  letters: { day: string; sent: number; refused: number }[]
  refused: { day: string; why: string; count: number }[]
  /** `paused`: those that wait for the end of their user's pause. */
  waiting: { count: number; paused: number; oldestAt: number | null }
  /** How many letters the breaker lets out now. */
  room: number
  held: number
  latestDigestAt: number | null
  /** Users whose digest should have been made more than two ticks ago, and since when. */
  overdue: { count: number; since: number | null }
}

/** One batch of reads. It reads all users, and of the rest what is of these days; nobody but the owner asks it. */
export async function serviceFigures(db: Database, now: number, perHour: number): Promise<ServiceFigures> {
  const today = Math.floor(now / DAY)
  const first = today - 6
  const late = now - TICKS
  const [[people], logged, letters, refused, [waiting], [left], [held]] = await db.batch([
    readRows<People>(
      db,
      sql`select count(*) as count, sum(search = 'stopped') as stopped, sum(paused_for is not null) as paused,
        max(case when digested_at > joined_at then digested_at end) as latest,
        sum(next_digest_at < ${late}) as overdue, min(case when next_digest_at < ${late} then next_digest_at end) as since
      from ${users}`,
    ),
    readRows<{ day: number; count: number }>(
      db,
      sql`select e.recorded_at / ${sql.raw(String(DAY))} as day, count(distinct e.cause) as count
      from ${users} u cross join ${events} e on e.user_id = u.id and e.recorded_at >= ${first * DAY} group by 1`,
    ),
    readRows<{ day: number; sent: number; refused: number }>(
      db,
      sql`select hour / 24 as day, sum(sent) as sent, sum(refused) as refused from ${letterCounts}
      where hour >= ${(first * DAY) / HOUR} group by 1`,
    ),
    readRows<{ day: string; why: string; count: number }>(
      db,
      sql`select "on" as day, why, count from ${refusals} where "on" >= ${utcDay(first * DAY)} order by 1, 3 desc, 2`,
    ),
    readRows<{ count: number; paused: number; oldest: number | null }>(
      db,
      sql`select count(*) as count, sum(try_at >= ${NEVER}) as paused,
        min(case when try_at < ${NEVER} then made_at end) as oldest
      from ${outbox} where state = 'waiting'`,
    ),
    readRoomForLetters(db, now, perHour),
    readRows<{ count: number }>(db, sql`select count(*) as count from ${heldMails}`),
  ])
  const named = <Row extends { day: number }>(row: Row) => ({ ...row, day: utcDay(row.day * DAY) })
  return {
    users: { count: people!.count, stopped: people!.stopped ?? 0, paused: people!.paused ?? 0 },
    logged: logged.map(named),
    letters: letters.map(named),
    refused,
    waiting: {
      count: waiting!.count - (waiting!.paused ?? 0),
      paused: waiting!.paused ?? 0,
      oldestAt: waiting!.oldest,
    },
    room: left!.room,
    held: held!.count,
    latestDigestAt: people!.latest,
    overdue: { count: people!.overdue ?? 0, since: people!.since },
  }
}

const TICKS = 2 * 15 * 60_000

type People = {
  count: number
  stopped: number | null
  paused: number | null
  latest: number | null
  overdue: number | null
  since: number | null
}
