import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import worker from '../src/index.ts'
import { header, OPEN, World } from './support/world.ts'

const AT = '2026-11-03T10:00-05:00'

const rows = async (table: string): Promise<number> =>
  (await env.DB.prepare(`select count(*) n from ${table}`).first<{ n: number }>())!.n

describe('POST /inbound/postmark', () => {
  it.each([
    ['no credentials', {}],
    ['a wrong password', { authorization: `Basic ${btoa('postmark:wrong')}` }],
    ['another scheme', { authorization: `Bearer ${btoa('postmark:secret')}` }],
    ['no base64', { authorization: 'Basic ???' }],
  ])('answers 401 to %s, and stores nothing', async (_, headers) => {
    const world = new World()
    const mail = world.webhook({ to: OPEN, rcpt: OPEN, at: AT })
    const response = await world.fetch('/inbound/postmark', {
      method: 'POST',
      headers,
      body: JSON.stringify(mail),
    })
    expect(response.status).toBe(401)
    expect(await rows('users')).toBe(0)
  })

  it.each([
    ['what is not JSON', 'hello'],
    ['an empty body', ''],
    ['JSON that is no object', '[1, 2]'],
    ['an event about a letter', JSON.stringify({ RecordType: 'Bounce', Email: 'x@y.example' })],
    ['a mail without a recipient', JSON.stringify({ From: 'ann@gmail.com', Subject: 'x' })],
  ])('answers 200 to %s, since a retry cannot help, and stores nothing', async (_, body) => {
    const world = new World()
    const response = await world.post(body, AT)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ is: 'refused' })
    expect(await rows('users')).toBe(0)
    expect(world.postmark.calls).toEqual([])
  })

  it.each([
    ['an unknown token', { rcpt: 'reach+nobody@in.example.com' }],
    ['an unknown digest', { rcpt: 'reach+d.nobody@in.example.com' }],
    ['another domain', { rcpt: 'reach@elsewhere.example' }],
    ['a stranger at the open address', { rcpt: OPEN, from: 'Eve <eve@evil.example>' }],
  ])('does nothing and writes to nobody for %s', async (_, mail) => {
    const world = new World()
    const response = await world.mail({ to: 'grace@acme.com', at: AT, ...mail })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ is: 'refused' })
    expect(world.postmark.calls).toEqual([])
    expect([await rows('users'), await rows('events'), await rows('mails')]).toEqual([0, 0, 0])
  })

  it("does nothing for a stranger who knows Ann's private address", async () => {
    const world = new World()
    await world.join()
    const response = await world.bcc('grace@acme.com', AT, { from: 'Eve <eve@evil.example>' })
    expect(await response.json()).toEqual({ is: 'refused', why: 'stranger' })
    expect(await rows('events')).toBe(0)
  })

  it.each([
    ['a vacation reply', { 'Auto-Submitted': 'auto-replied' }],
    ['an old vacation reply', { 'X-Autoreply': 'yes' }],
    ['one of our own letters', { 'X-Reachback-Letter': '17' }],
  ])('does nothing for %s from the user', async (_, headers) => {
    const world = new World()
    await world.join()
    const response = await world.note('drop all', AT, {
      headers: headers as unknown as Record<string, string>,
    })
    expect(await response.json()).toMatchObject({ is: 'refused' })
    expect(world.postmark.take()).toEqual([])
  })

  it('answers 500 when the database fails, so that Postmark tries again, and loses nothing', async () => {
    const broken = new Proxy(env.DB, {
      get: (db, name) =>
        name === 'batch'
          ? () => Promise.reject(new Error('D1_ERROR: Network connection lost.'))
          : Reflect.get(db, name).bind(db),
    })
    const world = new World()
    await world.join()
    const mail = world.webhook({ to: 'Grace Kim <grace@acme.com>', at: AT })
    const failing = new World({ ...env, DB: broken } as Cloudflare.Env)
    expect((await failing.post(mail, AT)).status).toBe(500)
    expect(await rows('events')).toBe(0)
    expect(await (await world.post(mail, AT)).json()).toMatchObject({ is: 'handled', kind: 'outreach' })
    expect(await rows('events')).toBe(1)
  })
})

describe('GET /health', () => {
  it('says ok when the settings are whole and the database answers', async () => {
    const response = await new World().fetch('/health')
    expect([response.status, await response.text()]).toEqual([200, 'ok'])
  })

  it.each(['INBOUND_ADDRESS', 'FROM_ADDRESS', 'BASE_URL', 'POSTMARK_TOKEN', 'INBOUND_AUTH', 'LINK_KEY'])(
    'names %s where it is missing; no other door does',
    async (name) => {
      const world = new World({ ...env, [name]: '' } as Cloudflare.Env)
      const health = await world.fetch('/health')
      expect([health.status, await health.text()]).toEqual([500, `${name} is missing`])
      const inbound = await world.post({}, AT)
      expect([inbound.status, await inbound.text()]).toEqual([500, 'not set up'])
    },
  )
})

describe('email()', () => {
  const deliver = async (raw: string, to: string): Promise<void> => {
    const ctx = createExecutionContext()
    const message = {
      from: 'ann@gmail.com',
      to,
      raw: new Blob([raw]).stream(),
      rawSize: raw.length,
      headers: new Headers(),
    }
    await worker.email(message as unknown as ForwardableEmailMessage, env as Cloudflare.Env, ctx)
    await waitOnExecutionContext(ctx)
  }
  const eml = (to: string, date: string, id: string): string =>
    `From: Ann Lee <ann@gmail.com>\r\nTo: ${to}\r\nSubject: Advice\r\nDate: ${date}\r\nMessage-ID: <${id}@gmail.com>\r\n\r\nFifteen minutes?\r\n`

  it('takes the same mails as the webhook: join, then an attempt', async () => {
    const world = new World()
    await deliver(eml(OPEN, 'Tue, 3 Nov 2026 09:00:00 -0500', 'a'), OPEN)
    const [welcome] = world.postmark.take()
    const address = /reach\+[a-z0-9]+@in\.example\.com/.exec(welcome!.TextBody)![0]
    await deliver(eml('Grace Kim <grace@acme.com>', 'Tue, 3 Nov 2026 10:00:00 -0500', 'b'), address)
    expect(world.postmark.take()[0]!.Subject).toBe('Logged: Grace Kim')
    expect((await world.morning('2026-11-12'))!.TextBody).toContain('Grace Kim, Acme.')
  })
})

describe('/u/TOKEN', () => {
  it('stops all letters by one POST, and by nothing less', async () => {
    const world = new World()
    const welcome = await world.join()
    await world.bcc('Grace Kim <grace@acme.com>', AT)
    const path = /https:\/\/reachback\.example\.com(\/u\/[^>]+)>/.exec(
      header(welcome, 'List-Unsubscribe'),
    )![1]!
    expect((await world.fetch(path)).status).toBe(200)
    expect(await world.morning('2026-11-12')).toBeDefined()
    const stopped = await world.fetch(path, { method: 'POST', body: 'List-Unsubscribe=One-Click' })
    expect(stopped.status).toBe(200)
    expect(await world.morning('2026-11-13')).toBeUndefined()
    expect((await world.fetch(`${path}x`, { method: 'POST' })).status).toBe(404)
  })
})
