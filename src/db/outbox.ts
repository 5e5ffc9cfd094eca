import { sql } from 'drizzle-orm'
import type { Posted } from '../mailer.ts'
import { NEVER } from './letters-fail.ts'
import { countLetters, readRoomForLetters, roomForLetters } from './limits.ts'
import { type Database, write } from './open.ts'
import { outbox } from './schema.ts'

/**
 * Takes up to `limit` letters that are due, and no more than the breaker leaves room for: nobody else takes them
 * before `until`. One statement, so two deliveries at once take different letters. `tries` counts the one that begins
 * now.
 */
export const takeLetters = (
  db: Database,
  { now, until, limit, perHour }: { now: number; until: number; limit: number; perHour: number },
): Promise<Posted[]> => {
  const due = sql`select id from ${outbox} where state = 'waiting' and try_at <= ${now} order by try_at
    limit min(${limit}, ${roomForLetters(now, perHour)})`
  return db.update(outbox).set({ tryAt: until, tries: sql`tries + 1` }).where(sql`id in (${due})`).returning()
}

/** What became of the letters of one delivery; one statement. */
export type End = {
  id: number
  /** The try that ended. */
  tries: number
  state: 'waiting' | 'sent' | 'refused'
  tryAt: number
  failedTries: number
  postmarkId: string | null
  reason: string | null
  isErasedOnceSent: boolean
}

/**
 * Stores the ends; the HTML of a letter that is done is dropped. Whoever outlived the lease, so that another try has
 * begun, has no say any more, except that the letter is sent; what was paused meanwhile stays so. The last letter of
 * somebody who was erased is erased once it is done. Returns for how many letters the breaker leaves room.
 */
export async function endLetters(
  db: Database,
  ends: End[],
  { now, perHour }: { now: number; perHour: number },
): Promise<number> {
  const count = (state: End['state']): number => ends.filter((end) => end.state === state).length
  const last = ends.filter(({ isErasedOnceSent, state }) => isErasedOnceSent && state !== 'waiting')
  const ids = JSON.stringify(last.map(({ id }) => id))
  const erased = sql`delete from ${outbox} where id in (select value from json_each(${ids})) and state <> 'waiting'`
  const [left] = await db.batch([
    readRoomForLetters(db, now, perHour),
    countedEnds(db, ends, now),
    storedEnds(db, ends, now),
    ...(last.length > 0 ? [write(db, erased)] : []),
  ])
  return left[0]!.room - count('sent')
}

/** Before they are stored, since a letter that is no longer waiting was counted by whoever stored its end. */
const countedEnds = (db: Database, ends: End[], now: number) =>
  countLetters(
    db,
    now,
    sql`select e.value ->> 'state' as state from json_each(${JSON.stringify(ends.map(({ id, state }) => ({ id, state })))}) e
      join ${outbox} on ${outbox}.id = e.value ->> 'id' and ${outbox}.state = 'waiting'`,
  )

const storedEnds = (db: Database, ends: End[], now: number) =>
  write(
    db,
    sql`
    update ${outbox} set
      state = e.value ->> 'state', try_at = iif(try_at = ${NEVER}, try_at, e.value ->> 'tryAt'),
      failed_tries = e.value ->> 'failedTries',
      postmark_id = e.value ->> 'postmarkId', reason = e.value ->> 'reason',
      html = case when e.value ->> 'state' = 'waiting' then html end,
      attachments = case when e.value ->> 'state' = 'waiting' then attachments else '[]' end,
      sent_at = case when e.value ->> 'state' = 'sent' then ${now} end
    from json_each(${JSON.stringify(ends)}) as e
    where ${outbox}.id = e.value ->> 'id' and state = 'waiting'
      and (tries = e.value ->> 'tries' or e.value ->> 'state' = 'sent')`,
  )
