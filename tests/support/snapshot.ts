import { env } from 'cloudflare:workers'

/** All rows of all tables. */
export type Snapshot = Record<string, Record<string, unknown>[]>

/** What the database holds. */
export async function snapshot(): Promise<Snapshot> {
  const all = await env.DB.batch<Record<string, unknown>>(
    TABLES.map((table) => env.DB.prepare(`select * from "${table}"`)),
  )
  return Object.fromEntries(TABLES.map((table, i) => [table, all[i]!.results]))
}

/** Makes the database hold that, and nothing else. */
export async function restore(rows: Snapshot): Promise<void> {
  const statements = TABLES.flatMap((table) => [
    env.DB.prepare(`delete from "${table}"`),
    ...rows[table]!.map((row) => {
      const columns = Object.keys(row)
      return env.DB.prepare(
        `insert into "${table}" (${columns.map((column) => `"${column}"`)}) values (${columns.map(() => '?')})`,
      ).bind(...Object.values(row))
    }),
  ])
  await env.DB.batch(statements)
}

const TABLES = (
  await env.DB.prepare(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'd1_%'
    and name not like '_cf_%'`,
  ).all<{ name: string }>()
).results.map(({ name }) => name)
