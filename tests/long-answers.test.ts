import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { World } from './support/world.ts'

const AT = '2026-11-03T10:00-05:00'

const flat = (text: string): string => text.replace(/\s+/g, ' ')

async function said(world: World, text: string): Promise<string> {
  world.postmark.take()
  await world.note(text, '2026-11-12T10:00-05:00')
  return flat(world.postmark.take()[0]!.TextBody)
}

/** What the database holds of somebody who has done this for years, by one statement for each table. */
const filled = (sql: string): Promise<unknown> =>
  env.DB.prepare(
    `with recursive n(n) as (select 2 union all select n + 1 from n where n < 10001) ${sql}`,
  ).run()

it('a history of 10,000 long notes is told by its latest part, and the letter says how to get the rest', async () => {
  const world = new World()
  await world.join()
  await world.bcc('Grace Kim <grace@acme.com>', AT)
  await filled(`insert into events (contact_id, seq, user_id, type, "on", at, cause, recorded_at, data)
    select contact_id, n, user_id, 'noted', "on", at, cause, recorded_at,
      json_object('text', 'note ' || n || printf(' %.*c', 1900, 'x')) from events, n where seq = 1`)
  const text = await said(world, 'history grace')
  expect(text).toContain('Grace Kim: 9991 lines before these are left out; "export" sends all of it.')
  expect(text).toContain('note 10001 x')
  expect(text).not.toContain('note 9000 x')
})

it('a list of 10,000 people names as many as there is room for, and says that there are more', async () => {
  const world = new World()
  await world.join()
  await world.bcc('Grace Kim <grace@acme.com>', AT)
  await filled(`insert into contacts (id, user_id, name, company, first, last, seq)
    select n, user_id, 'Somebody with a name of her own ' || n, 'A Company of Some Size', 'somebody', 'own', 1
    from contacts, n`)
  await filled(`insert into events (contact_id, seq, user_id, type, "on", at, cause, recorded_at, data)
    select n, 1, user_id, type, "on", at, cause, recorded_at, data from events, n where seq = 1`)
  const text = await said(world, 'list')
  expect(text).toContain('Trying (10001): Grace Kim, Acme; Somebody with a name of her own')
  expect(text).toContain('A letter has no room for more; "export" sends all of it.')
  expect(text.length).toBeLessThan(70_000)
})
