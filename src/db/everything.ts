import { getTableName, sql } from 'drizzle-orm'
import { ownedTables } from './erase.ts'
import { type Database, readRows } from './open.ts'
import { users } from './schema.ts'

/** Rows of one table, as the database has them. */
export type Row = Record<string, string | number | null>

/** Every row that is stored of a user, by table: one batch. */
export async function everything(db: Database, userId: number): Promise<Record<string, Row[]>> {
  const tables = ownedTables()
  const rows = await db.batch([
    readRows<Row>(db, sql`select * from ${users} where id = ${userId}`),
    ...tables.map((table) => readRows<Row>(db, sql`select * from ${table} where user_id = ${userId}`)),
  ])
  return Object.fromEntries(['users', ...tables.map(getTableName)].map((name, i) => [name, rows[i] as Row[]]))
}
