/// <reference types="vite/types/importMeta.d.ts" />
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { restore, snapshot } from './support/snapshot.ts'
import { numberOf, World } from './support/world.ts'

// The database is put back to an earlier state (D1's time travel), and knows no more of what came after.

const { '../docs/operations.md': page = '' } = import.meta.glob<string>('../docs/operations.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const SEVEN = '2026-11-12T07:00-05:00'
const TEN = '2026-11-12T10:00-05:00'

/** Ann on Thu 12 Nov, with a letter that waits; at 7 the state is kept, at 7:30 letters go, at 8 the state is put back. */
async function putBack() {
  const world = new World()
  await world.join()
  await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00')
  world.postmark.failures = [429]
  await world.note('list', SEVEN)
  const before = await snapshot()
  const sent = await world.tick('2026-11-12T07:30-05:00')
  await restore(before)
  const after = new World({ ...env, RESTORED_AT: '2026-11-12T08:00-05:00' } as Cloudflare.Env)
  after.address = world.address
  after.postmark.taken.push(...sent)
  return { after, digest: sent.find(({ Subject }) => !Subject.startsWith('Re:'))! }
}

describe('after a restore', () => {
  it('no letter of that day goes twice: Postmark is asked about each', async () => {
    const { after } = await putBack()
    for (const at of ['08:00', '08:15', '11:00'])
      expect(await after.tick(`2026-11-12T${at}-05:00`)).toEqual([])
    expect(after.postmark.calls).toEqual(['GET /messages/outbound', 'GET /messages/outbound'])
    expect((await after.morning('2026-11-13'))!.TextBody).toContain('Grace Kim')
  })

  it('a letter waits for as long as Postmark cannot say', async () => {
    const { after } = await putBack()
    after.postmark.failures = ['down', 500, 'down', 500]
    for (const at of ['08:00', '08:15']) expect(await after.tick(`2026-11-12T${at}-05:00`)).toEqual([])
    expect(await after.tick('2026-11-12T12:00-05:00')).toEqual([])
  })

  it('a letter that never went goes', async () => {
    const { after } = await putBack()
    after.postmark.taken.length = 0
    expect(await after.tick('2026-11-12T08:00-05:00')).toHaveLength(2)
  })

  it('the letter of before is answered by names; its numbers are not guessed', async () => {
    const { after, digest } = await putBack()
    await after.tick('2026-11-12T08:00-05:00')
    await after.answer(digest, `${numberOf(digest, 'Grace Kim')} answered`, TEN, { id: 'a' })
    expect(after.postmark.take()[0]!.TextBody.replace(/\s+/g, ' ')).toContain(
      'There is no 1 in that letter, which is no longer kept here; say the name.',
    )
    await after.answer(digest, 'grace answered', TEN, { id: 'b' })
    expect(after.postmark.take()[0]!.TextBody).toContain('Grace Kim: answered')
  })

  it('what had ended ends again, by the statements of docs/operations.md', async () => {
    const [erase, stop] = [...page.matchAll(/^(update users .*)where id in \(1, 2\);$/gm)].map(
      ([, sql]) => sql!,
    )
    const { after } = await putBack()
    await env.DB.prepare(stop!).run()
    expect(await after.tick('2026-11-12T08:00-05:00')).toEqual([])
    expect(await after.morning('2026-11-13')).toBeUndefined()
    expect((await snapshot()).users).toMatchObject([{ search: 'stopped', erase_at: expect.any(Number) }])
    await env.DB.prepare(erase!).run()
    await after.tick('2026-11-13T08:00-05:00')
    expect((await snapshot()).users).toEqual([])
  })
})
