/// <reference types="vite/types/importMeta.d.ts" />
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Sent } from './support/post.ts'
import { snapshot } from './support/snapshot.ts'
import { World } from './support/world.ts'

// Export, "forget NAME" and "delete everything" against every table that the database has, whatever it is called.

const { '../docs/operations.md': page = '' } = import.meta.glob<string>('../docs/operations.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const UNPROVEN = { 'X-Spam-Tests': 'DKIM_SIGNED,DKIM_INVALID,SPF_NONE' }
const NINE = '2026-11-13T09:00-05:00'

/** Ann on Fri 13 Nov, with at least one row in every table that is a user's; most of it about Ellen. */
async function friday(): Promise<World> {
  const world = new World()
  await world.join()
  await world.bcc('Ellen Ward <ellen@tidal.com>', '2026-11-03T10:00-05:00', { subject: 'For Ellen Ward' })
  await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T11:00-05:00', {
    headers: { 'X-Microsoft-Original-Message-ID': '<own@gmail.com>' },
  })
  const notes = [
    'note ellen: plays the cello',
    'ellen meeting nov 20 10am at Blue Bottle',
    'tom lee tom@brightline.com via ellen',
    'note grace: rotation program',
    'applied acme designer',
  ]
  await world.note(notes.join('\n'), '2026-11-10T09:00-05:00')
  await world.note('ellen said too busy right now', '2026-11-10T09:10-05:00')
  await world.mail({ subject: 'About Ellen Ward', to: '', text: 'To you.', at: '2026-11-10T09:20-05:00' })
  await world.bcc('Ellen Ward <ellen@tidal.com>', '2026-11-10T10:00-05:00', { headers: UNPROVEN })
  for (const on of ['2026-11-11', '2026-11-12', '2026-11-13']) await world.morning(on)
  world.postmark.take()
  return world
}

async function says(world: World, text: string, at = NINE): Promise<Sent> {
  await world.note(text, at)
  return world.postmark.take()[0]!
}

/** Tables with a column `user_id`, as the database has them. */
async function owned(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    "select name from sqlite_master where type = 'table' and sql like '%`user_id`%'",
  ).all<{ name: string }>()
  return results.map(({ name }) => name)
}

const sorted = (rows: object[]): string[] => rows.map((row) => JSON.stringify(row)).sort()

/** Where it stands, with what stands around. */
const found = (rows: object, what: RegExp): string | undefined =>
  new RegExp(`.{0,60}(${what.source}).{0,40}`, what.flags).exec(JSON.stringify(rows))?.[0]

describe('everything that is stored of a user', () => {
  it('is named in docs/operations.md, with how long it stays', async () => {
    for (const table of Object.keys(await snapshot()))
      expect(page).toMatch(new RegExp(`^\\|.*\`${table}\``, 'm'))
  })

  it('is in the export, every row of every table', async () => {
    const world = await friday()
    const before = await snapshot()
    const file = (await says(world, 'export')).Attachments.find(({ Name }) => Name === 'everything.json')!
    const exported = JSON.parse(Buffer.from(file.Content, 'base64').toString())
    const tables = await owned()
    expect(tables).toContain('held_mails')
    expect(Object.keys(exported).sort()).toEqual([...tables, 'users'].sort())
    for (const table of tables) {
      expect(before[table]!.length, `${table} has no row in this test`).toBeGreaterThan(0)
      expect(sorted(exported[table]), table).toEqual(sorted(before[table]!))
    }
  })

  it('is erased by "delete everything": no table has a row of theirs, nor a word', async () => {
    const world = await friday()
    await world.answer(await says(world, 'delete everything'), 'yes', NINE)
    expect(world.postmark.take()[0]!.TextBody).toContain('Everything is erased')
    const left = await snapshot()
    for (const table of [...(await owned()), 'users']) expect(left[table], table).toEqual([])
    expect(
      found(left, /@|ann|ellen|ward|grace|tom\b|acme|tidal|brightline|cello|rotation|designer|advice/i),
    ).toBeUndefined()
  })

  it('of one contact is erased by "forget", in every table, and nothing else is', async () => {
    const world = await friday()
    const about = /ellen|\bward\b|tidal|cello|blue bottle/i
    for (const table of [
      'contacts',
      'contact_addresses',
      'events',
      'outbox',
      'questions',
      'held_mails',
      'mails',
    ])
      expect(found((await snapshot())[table]!, about), table).toBeDefined()
    await world.answer(await says(world, 'forget ellen'), 'yes, forget ellen', NINE)
    const left = await snapshot()
    expect(found(left, about)).toBeUndefined()
    for (const kept of [/grace@acme\.com/, /rotation program/, /tom@brightline\.com/, /acme designer/])
      expect(found(left, kept), String(kept)).toBeDefined()
  })
})
