import type { SQL } from 'drizzle-orm'
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'
import type { SQLiteRaw } from 'drizzle-orm/sqlite-core/query-builders/raw'

export type Database = DrizzleD1Database & { $client: D1Database }

export const openDatabase = (d1: D1Database): Database => drizzle(d1)

/** A question in SQL, also for a batch; rows as D1 gives them. */
export const readRows = <Row>(db: Database, query: SQL): SQLiteRaw<Row[]> => inBatch(db, db.all<Row>(query))

/** A change in SQL, also for a batch. */
export const write = (db: Database, query: SQL): SQLiteRaw<D1Result> => inBatch(db, db.run(query))

/** drizzle 0.45 leaves a raw statement in a batch without its parameters, unless it finds it prepared. */
const inBatch = <Raw extends SQLiteRaw<unknown>>(db: Database, raw: Raw): Raw =>
  Object.assign(raw, { stmt: db.$client.prepare(raw.getQuery().sql) })

/** A random id for a row that is about to be written: 53 bits, so that it stays an exact number in JSON. */
export function newId(): number {
  const [bits] = crypto.getRandomValues(new BigUint64Array(1))
  return Number(bits! >> 11n)
}

/** A random word for an address or a link: 128 bits in lower-case letters and digits, as mailboxes may fold case. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(25))
  return Array.from(bytes, (byte) => '0123456789abcdefghjkmnpqrstvwxyz'[byte & 31]).join('')
}

/** Somebody else was first: a second write of what is there already, or of what is no longer as it was read. */
export const isConflict = (error: unknown): boolean => {
  const text =
    error instanceof Error ? `${error.message} ${(error.cause as Error | undefined)?.message ?? ''}` : ''
  // D1 tells only by its message. The second: see the row of the mail in `record`.
  return (
    text.includes('UNIQUE constraint failed') || text.includes('NOT NULL constraint failed: mails.user_id')
  )
}
