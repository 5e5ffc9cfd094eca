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

/**
 * Makes the database hold that, and nothing else: two statements a table, since a test may do it a thousand times.
 *
 * @param held what it holds now, where that is known: tables that are right already are left alone
 */
export async function restore(rows: Snapshot, held?: Snapshot): Promise<void> {
  const wrong = TABLES.filter((table) => JSON.stringify(rows[table]) !== JSON.stringify(held?.[table]))
  if (wrong.length === 0) return
  await env.DB.batch(
    wrong.flatMap((table) => {
      const cleared = env.DB.prepare(`delete from "${table}"`)
      const [first] = rows[table]!
      if (!first) return cleared
      const columns = Object.keys(first).map((column) => `"${column}"`)
      const filled = env.DB.prepare(
        `insert into "${table}" (${columns}) select ${columns.map((column) => `e.value ->> '$.${column}'`)}
        from json_each(?) e`,
      )
      return [cleared, filled.bind(JSON.stringify(rows[table]))]
    }),
  )
}

const TABLES = (
  await env.DB.prepare(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'd1_%'
    and name not like '_cf_%'`,
  ).all<{ name: string }>()
).results.map(({ name }) => name)
