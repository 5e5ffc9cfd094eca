/// <reference types="vite/types/importMeta.d.ts" />
import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterAll, describe, expect, it } from 'vitest'
import type { Sent } from '../support/post.ts'
import { snapshot } from '../support/snapshot.ts'
import { numberOf, World } from '../support/world.ts'

// A database that an earlier version filled goes on as if nothing had been, once the later migrations are applied.
// For each migration a file of its name is kept beside this one: what the code of that time stored (`told.ts`).

const TEN = '2026-11-12T10:00-05:00'

const kept = Object.entries(
  import.meta.glob<string>('./*.sql', { query: '?raw', import: 'default', eager: true }),
).map(([path, sql]) => [path.slice(2), sql] as const)

const names = env.TEST_MIGRATIONS.map(({ name }) => name)

it('keeps rows for every migration', () => {
  const missing = names.filter((name) => !kept.some(([file]) => file === name))
  expect(
    missing,
    'A migration has no rows kept for it: run "npm run fixture", and commit what it makes',
  ).toEqual([])
})

// Whatever became of a test, the next file finds the tables of today.
afterAll(() => filledBy(names.at(-1)!, ''))

describe.each(kept)('a database filled under %s', (name, sql) => {
  it('has the next morning’s letter right', async () => {
    const { world } = await upgraded(name, sql)
    const text = (await world.morning('2026-11-13'))!.TextBody
    expect(text).toMatch(/Dev Patel[\s\S]*Grace Kim/)
    expect(text).toMatch(/Who was it to\?/)
    expect(text).not.toMatch(/^ *\d+ {2}Marcus/m)
  })

  it('sends the letter that waited, once', async () => {
    const { world, waited } = await upgraded(name, sql)
    expect(waited.map(({ To, Subject }) => [To, Subject])).toEqual([['ann@gmail.com', 'Re: note']])
    expect(await world.tick('2026-11-12T09:30-05:00')).toEqual([])
  })

  it('takes an answer to yesterday’s letter by its numbers', async () => {
    const { world, digest } = await upgraded(name, sql)
    const said = `${numberOf(digest, 'Grace Kim')} answered\n${numberOf(digest, 'Who was it to')} kim@ode.com`
    await world.answer(digest, said, TEN, { id: 'later' })
    const receipt = world.postmark.take()[0]!.TextBody
    expect(receipt).toMatch(/^Done\./)
    expect(receipt).toContain('Grace Kim: answered')
    expect(receipt).toMatch(/kim@ode\.com|Kim/)
  })

  it('takes back what was said before', async () => {
    const { world, digest } = await upgraded(name, sql)
    await world.answer(digest, 'undo', TEN, { id: 'later' })
    expect(world.postmark.take()[0]!.TextBody).toContain('what it said of Marcus Hale')
    expect((await world.morning('2026-11-13'))!.TextBody).toMatch(/^ *\d+ {2}Marcus Hale/m)
  })

  it('has links that work, each once', async () => {
    const { world, links } = await upgraded(name, sql)
    const tap = async (path: string) => {
      const headers = { 'x-reachback-now': new Date(TEN).toISOString() }
      return (await world.fetch(path, { method: 'POST', headers })).text()
    }
    expect(await tap(links.gesture!)).toContain('Grace Kim: answered')
    expect(await tap(links.gesture!)).toContain('done already')
    expect(await tap(links['let in']!)).toContain('It is let in.')
    expect((await snapshot()).contacts!.map(({ name: who }) => who)).toContain('Lia Wu')
  })

  it('is exported whole', async () => {
    const { world } = await upgraded(name, sql)
    await world.note('export', TEN, { id: 'later' })
    const files = world.postmark.take()[0]!.Attachments
    const json = JSON.parse(Buffer.from(files.at(-1)!.Content, 'base64').toString())
    for (const table of [
      'contacts',
      'events',
      'mails',
      'applications',
      'questions',
      'held_mails',
      'digests',
      'outbox',
    ])
      expect(json[table].length, table).toBeGreaterThan(0)
  })

  it('erases, when the day comes, whoever had stopped, and nobody else', async () => {
    const { world } = await upgraded(name, sql)
    const day = await env.DB.prepare("select erase_at from users where search = 'stopped'").first<number>(
      'erase_at',
    )
    const hour = Math.ceil(day! / 3_600_000) * 3_600_000
    await world.tick(new Date(hour - 3_600_000).toISOString())
    expect((await snapshot()).users).toHaveLength(2)
    await world.tick(new Date(hour).toISOString())
    expect((await snapshot()).users).toMatchObject([{ email: 'ann@gmail.com' }])
  })

  it('is not changed when the migrations are applied again', async () => {
    await upgraded(name, sql)
    const before = await snapshot()
    await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
    expect(await snapshot()).toEqual(before)
  })
})

/** Ann's world with such a database and what it sent first, her letter of that morning, and links that stood in letters. */
async function upgraded(
  name: string,
  sql: string,
): Promise<{ world: World; waited: Sent[]; digest: Sent; links: Record<string, string> }> {
  await filledBy(name, sql)
  const world = new World()
  const rows = await snapshot()
  const ann = rows.users!.find(({ email }) => email === 'ann@gmail.com')!
  world.address = `reach+${rows.private_addresses!.find(({ user_id }) => user_id === ann.id)!.token}@in.example.com`
  const row = rows.outbox!.find(({ key }) => key === `${ann.id} digest 2026-11-12`)!
  return {
    world,
    waited: await world.tick('2026-11-12T09:15-05:00'),
    digest: {
      Subject: row.subject,
      TextBody: row.text,
      ReplyTo: row.reply_to,
      Headers: Object.entries(JSON.parse(row.headers as string)).map(([Name, Value]) => ({ Name, Value })),
    } as Sent,
    links: Object.fromEntries(
      [...sql.matchAll(/^-- (.+) (\/l\/.+)$/gm)].map(([, what, path]) => [what, path]),
    ),
  }
}

/** Makes the database what it was under a migration, with its rows; then applies the migrations that came after. */
async function filledBy(name: string, sql: string): Promise<void> {
  const { results } = await env.DB.prepare(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '_cf_%'",
  ).all<{ name: string }>()
  if (results.length > 0)
    await env.DB.batch(results.map((table) => env.DB.prepare(`drop table "${table.name}"`)))
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS.slice(0, names.indexOf(name) + 1))
  const inserts = sql.split('\n').filter((line) => line.startsWith('insert'))
  if (inserts.length > 0) await env.DB.batch(inserts.map((line) => env.DB.prepare(line)))
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
}
