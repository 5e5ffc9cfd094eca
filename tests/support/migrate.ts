import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach } from 'vitest'

await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)

const { results } = await env.DB.prepare(
  `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'd1_%' and name not like '_cf_%'`,
).all<{ name: string }>()

// Storage lasts for a file; each test begins with empty tables.
beforeEach(async () => {
  await env.DB.batch(results.map(({ name }) => env.DB.prepare(`delete from "${name}"`)))
})
