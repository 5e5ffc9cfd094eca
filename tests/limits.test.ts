import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { type Mail, OPEN, World } from './support/world.ts'

const AT = '2026-11-03T10:00-05:00'
const PROVEN = { 'X-Spam-Tests': 'DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU,SPF_PASS' }

const verdict = async (response: Promise<Response>) => (await response).json()

const count = async (table: string, where = '1'): Promise<number> =>
  (await env.DB.prepare(`select count(*) n from ${table} where ${where}`).first<{ n: number }>())!.n

async function joined(more: Partial<Cloudflare.Env> = {}): Promise<World> {
  const world = new World({ ...env, ...more } as Cloudflare.Env)
  await world.join()
  return world
}

describe('limits', () => {
  it('take 200 mails in an hour for one user, and as many in the next', async () => {
    const world = await joined()
    const bcc = (at: string, id: string) => verdict(world.bcc('Grace Kim <grace@acme.com>', at, { id }))
    await world.bcc('Grace Kim <grace@acme.com>', AT)
    await env.DB.prepare('update users set mails_in_hour = 199').run()
    expect(await bcc(AT, 'x1@gmail.com')).toMatchObject({ is: 'handled' })
    expect(await bcc(AT, 'x2@gmail.com')).toEqual({ is: 'refused', why: 'too many mails' })
    expect(await bcc('2026-11-03T11:00-05:00', 'x2@gmail.com')).toMatchObject({ is: 'handled' })
    expect(await count('refusals', "why = 'too many mails'")).toBe(1)
  })

  it.each<[string, Partial<Mail>]>([
    ['in the name of the user, without proof', { headers: { 'X-Spam-Tests': 'SPF_NONE' }, rcpt: OPEN }],
    ['by a program', { from: 'grace@acme.com', headers: { 'Auto-Submitted': 'auto-replied' } }],
  ])("leave half of them to the user's own, whatever comes %s", async (_, more) => {
    const world = await joined()
    const bcc = (id: string, also: Partial<Mail> = {}) =>
      verdict(world.bcc('Grace Kim <grace@acme.com>', AT, { id, ...also }))
    await bcc('x1@gmail.com')
    await env.DB.prepare('update users set mails_in_hour = 99').run()
    expect(await bcc('x2@gmail.com', more)).toMatchObject({ is: 'handled' })
    expect(await bcc('x3@gmail.com', more)).toEqual({ is: 'refused', why: 'too many mails' })
    expect(await bcc('x4@gmail.com')).toMatchObject({ is: 'handled', kind: 'outreach' })
  })

  it('count each mail that is handled', async () => {
    const world = await joined()
    for (let i = 0; i < 5; i++) await world.bcc('Grace Kim <grace@acme.com>', AT)
    expect(await count('users', 'mails_in_hour = 5')).toBe(1)
  })

  it('take 50 newcomers in an hour, 25 where nothing proves who writes', async () => {
    const world = new World()
    const join = (n: number, at: string, headers: Record<string, string> = PROVEN) =>
      verdict(world.mail({ from: `u${n}@university.edu`, to: OPEN, rcpt: OPEN, at, headers }))
    for (let i = 0; i < 25; i++) await join(i, AT, {})
    expect(await join(25, AT, {})).toEqual({ is: 'refused', why: 'too many joins' })
    for (let i = 25; i < 50; i++) await join(i, AT)
    expect(await join(50, AT)).toEqual({ is: 'refused', why: 'too many joins' })
    expect(await count('users')).toBe(50)
    expect(await join(50, '2026-11-03T11:00:01-05:00')).toMatchObject({ kind: 'joined' })
  })
})

describe('letters to one user', () => {
  it('are 100 on a day; the last one says so, and what comes after it is done all the same', async () => {
    const world = await joined()
    await world.note('help', AT)
    await env.DB.prepare('update users set letters_in_day = 98').run()
    world.postmark.take()
    for (const name of ['Lia', 'Max', 'Eva'])
      await world.note(`add ${name} Wu ${name.toLowerCase()}@wu.example`, AT)
    const letters = world.postmark.take()
    expect(letters.map(({ TextBody }) => TextBody.includes('letter 100 of today'))).toEqual([false, true])
    expect(await count('contacts')).toBe(3)
    await world.note('help', '2026-11-04T10:00-05:00')
    expect(world.postmark.take()).toHaveLength(1)
  })
})

describe('letters to all users', () => {
  const health = async (world: World, at: string) => {
    const headers = { 'x-reachback-now': new Date(at).toISOString() }
    const response = await world.fetch('/health', { headers })
    return [response.status, await response.text()]
  }

  it('are held back over a limit for the hour, say so at /health, and go out by themselves in the next', async () => {
    const world = await joined({ LETTERS_PER_HOUR: '3' })
    for (let i = 0; i < 4; i++) await world.note('help', AT)
    expect(world.postmark.take()).toHaveLength(3)
    expect(await count('outbox', "state = 'waiting'")).toBe(1)
    expect(await health(world, AT)).toEqual([503, expect.stringMatching(/^ok\nletters wait: 3 in an hour/)])
    expect(await world.tick('2026-11-03T10:45-05:00')).toEqual([])
    expect(await world.tick('2026-11-03T11:00-05:00')).toHaveLength(1)
    expect(await health(world, '2026-11-03T11:00-05:00')).toEqual([200, 'ok'])
  })

  it('are three times as many in a day', async () => {
    const world = await joined({ LETTERS_PER_HOUR: '2' })
    const hours = [10, 11, 12, 13, 14].map((hour) => `2026-11-03T${hour}:30-05:00`)
    const went: number[] = []
    for (const at of hours) {
      for (let i = 0; i < 2; i++) await world.note('help', at)
      went.push(world.postmark.take().length)
    }
    // The welcome, at nine, was the first of the six.
    expect(went).toEqual([2, 2, 1, 0, 0])
    expect((await health(world, hours.at(-1)!))[0]).toBe(503)
    // At nine of the next day the welcome is a day old.
    expect(await world.tick('2026-11-04T09:00-05:00')).toHaveLength(1)
    expect(await world.tick('2026-11-04T10:00-05:00')).toHaveLength(2)
  })

  it('count as what Postmark took, not as what was tried', async () => {
    const world = await joined({ LETTERS_PER_HOUR: '3' })
    world.postmark.failures = [503, 503, 503]
    await world.note('help', AT)
    for (const minute of [15, 30]) await world.tick(`2026-11-03T10:${minute}-05:00`)
    expect(await count('letter_counts', 'hour = 495207')).toBe(0)
    expect(await world.tick('2026-11-03T10:45-05:00')).toHaveLength(1)
  })
})

describe('a refusal', () => {
  it('is counted by its name and day, whatever it is', async () => {
    const world = await joined()
    await world.post('no json', AT)
    await world.bcc('grace@acme.com', AT, { from: 'eve@evil.example' })
    await world.bcc('grace@acme.com', AT, { from: 'eve@evil.example' })
    await world.note('x', AT, { headers: { 'Auto-Submitted': 'auto-replied' } })
    const { results } = await env.DB.prepare('select "on", why, count from refusals order by why').all()
    expect(results).toEqual([
      { on: '2026-11-03', why: 'automatic', count: 1 },
      { on: '2026-11-03', why: 'not json', count: 1 },
      { on: '2026-11-03', why: 'stranger', count: 2 },
    ])
  })
})
