import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Sent } from './support/post.ts'
import { header, OPEN, World } from './support/world.ts'

// Each secret and address can be changed while mail comes in: for a time the setting holds "new, old".

const AT = '2026-11-03T10:00-05:00'
const EIGHT = '2026-11-12T08:00-05:00'

const set = (settings: Record<string, string>): World => new World({ ...env, ...settings } as Cloudflare.Env)

/** Ann on Thu 12 Nov, with Grace due for her second email. */
async function thursday(world = new World()): Promise<{ world: World; letter: Sent }> {
  await world.join()
  await world.bcc('Grace Kim <grace@acme.com>', AT)
  return { world, letter: (await world.morning('2026-11-12'))! }
}

const linkIn = (letter: Sent): string => /\/l\/[\w.-]+/.exec(letter.HtmlBody)![0]
const stopIn = (letter: Sent): string => /\/u\/[\w.-]+/.exec(header(letter, 'List-Unsubscribe'))![0]

const tap = (world: World, path: string): Promise<Response> =>
  world.fetch(path, { method: 'POST', headers: { 'x-reachback-now': new Date(EIGHT).toISOString() } })

describe('INBOUND_AUTH', () => {
  it.each([
    ['postmark:new, postmark:secret', 'postmark:new', 200],
    ['postmark:new, postmark:secret', 'postmark:secret', 200],
    ['postmark:new, postmark:secret', 'postmark:new, postmark:secret', 401],
    ['postmark:new, postmark:secret', 'postmark:', 401],
    ['postmark:new', 'postmark:secret', 401],
    ['postmark:a,b', 'postmark:a,b', 200],
    ['postmark:a,b', 'postmark:a', 401],
  ])('%s takes %s: %i', async (auth, credentials, status) => {
    for (const door of ['/inbound/postmark', '/events/postmark']) {
      const headers = { authorization: `Basic ${btoa(credentials)}` }
      const { status: answer } = await set({ INBOUND_AUTH: auth }).fetch(door, {
        method: 'POST',
        headers,
        body: '{}',
      })
      expect(answer, door).toBe(status)
    }
  })

  it.each(['secret', 'postmark:new, secret'])('"%s" is named by /health', async (auth) => {
    const health = await set({ INBOUND_AUTH: auth }).fetch('/health')
    expect([health.status, await health.text()]).toEqual([500, 'INBOUND_AUTH is not "user:password"'])
  })
})

describe('LINK_KEY', () => {
  it('lets the links of before work while it holds the old key as well, and not after', async () => {
    const { letter } = await thursday()
    const after = set({ LINK_KEY: 'a-new-key' })
    for (const path of [linkIn(letter), stopIn(letter)]) expect((await tap(after, path)).status).toBe(404)
    const during = set({ LINK_KEY: 'a-new-key, a-key-for-tests-only' })
    expect(await (await tap(during, linkIn(letter))).text()).toContain('Grace Kim: answered')
    expect((await tap(during, linkIn(letter))).status).toBe(200)
    expect(await (await tap(during, stopIn(letter))).text()).toContain('No more letters')
  })

  it('signs with the new one, and a replaced address ends links of either', async () => {
    const during = set({ LINK_KEY: 'a-new-key, a-key-for-tests-only' })
    const { letter } = await thursday(during)
    expect((await tap(new World(), linkIn(letter))).status).toBe(404)
    await env.DB.prepare("update private_addresses set token = 'another'").run()
    expect((await tap(during, linkIn(letter))).status).toBe(410)
  })
})

describe('INBOUND_ADDRESS', () => {
  it('takes mail to the addresses of before, and names the new one', async () => {
    const { letter, world } = await thursday()
    const moved = set({ INBOUND_ADDRESS: 'hello@new.example.com, reach@in.example.com' })
    moved.address = world.address
    await moved.answer(letter, '1 answered', EIGHT, { id: 'a@gmail.com' })
    const [receipt] = moved.postmark.take()
    expect(receipt!.TextBody).toContain('Grace Kim: answered')
    expect(receipt!.ReplyTo).toMatch(/^hello\+d\.\w+@new\.example\.com$/)
    await moved.bcc('Lia Wu <lia@wu.example>', EIGHT, { id: 'b@gmail.com' })
    const headers = { 'X-Spam-Tests': 'DKIM_VALID_AU' }
    await moved.mail({
      to: OPEN,
      rcpt: OPEN,
      subject: 'note',
      text: 'list',
      at: EIGHT,
      id: 'c@gmail.com',
      headers,
    })
    expect(moved.postmark.take()[0]!.TextBody).toContain('Lia Wu')
    const loop = { headers: { 'Message-ID': header(letter, 'Message-ID') }, at: EIGHT }
    expect(await (await moved.mail({ ...loop, from: 'Ann <reach@in.example.com>' })).json()).toEqual({
      is: 'refused',
      why: 'own letter',
    })
  })
})

describe('POSTMARK_TOKEN', () => {
  it('that is no longer valid lets letters wait until the new one is there', async () => {
    const world = new World()
    world.postmark.refusals = { 'ann@gmail.com': 10 }
    await world.mail({ to: OPEN, rcpt: OPEN, at: AT })
    expect(world.postmark.take()).toEqual([])
    world.postmark.refusals = {}
    expect(await world.tick('2026-11-03T10:15-05:00')).toHaveLength(1)
  })
})
