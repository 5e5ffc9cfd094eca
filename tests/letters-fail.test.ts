import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { beforePostmark } from './support/faults.ts'
import { snapshot } from './support/snapshot.ts'
import { World } from './support/world.ts'

/** What Postmark posts about a letter to Ann. */
const bounce = (more: Record<string, unknown> = {}) => ({
  RecordType: 'Bounce',
  MessageStream: 'outbound',
  ID: 42,
  Type: 'HardBounce',
  TypeCode: 1,
  Email: 'Ann@gmail.com',
  BouncedAt: '2026-11-12T12:31:00.0000000Z',
  Inactive: true,
  CanActivate: true,
  ...more,
})
const change = (suppress: boolean, reason: string | null, at = '2026-11-12T12:31:01.0000000Z') => ({
  RecordType: 'SubscriptionChange',
  MessageStream: 'outbound',
  Recipient: 'ann@gmail.com',
  SuppressSending: suppress,
  SuppressionReason: reason,
  Origin: 'Recipient',
  ChangedAt: at,
  MessageID: null,
})

async function event(world: World, body: unknown, at = '2026-11-12T07:35-05:00'): Promise<number> {
  const response = await world.fetch('/events/postmark', {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa('postmark:secret')}`,
      'x-reachback-now': new Date(at).toISOString(),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return response.status
}

/** Ann on Thu 12 Nov, with Grace due for her second email. */
async function thursday(): Promise<World> {
  const world = new World()
  await world.join()
  await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00')
  await world.morning('2026-11-12')
  return world
}

describe('POST /events/postmark', () => {
  it.each([
    ['no JSON', 'hello'],
    ['nothing', ''],
    ['a list', '[1]'],
    ['null', 'null'],
    ['an empty object', {}],
    ['a delivery', { RecordType: 'Delivery', Recipient: 'ann@gmail.com' }],
    ['a click', { RecordType: 'Click', Recipient: 'ann@gmail.com' }],
    ['a bounce of nobody', bounce({ Email: undefined })],
    ['a bounce with wrong types', bounce({ Email: 7, Type: [], BouncedAt: {} })],
    ['a bounce of a stranger', bounce({ Email: 'eve@evil.example' })],
    ['a bounce of another stream', bounce({ MessageStream: 'newsletter' })],
    ['a bounce that passes', bounce({ Type: 'Transient', TypeCode: 2, Inactive: false })],
    ['a soft bounce', bounce({ Type: 'SoftBounce', TypeCode: 4096, Inactive: false })],
    ['a vacation reply', bounce({ Type: 'AutoResponder', TypeCode: 64, Inactive: false })],
    ['a change that suppresses nothing', change(false, null)],
  ])('answers 200 to %s, and goes on writing', async (_, body) => {
    const world = await thursday()
    const before = await snapshot()
    expect(await event(world, body)).toBe(200)
    expect(await snapshot()).toEqual(before)
    expect(await world.morning('2026-11-13')).toBeDefined()
  })

  it.each([{}, { authorization: `Basic ${btoa('postmark:wrong')}` }])(
    'answers 401 without credentials',
    async (headers) => {
      const world = await thursday()
      const request = {
        method: 'POST',
        headers: headers as Record<string, string>,
        body: JSON.stringify(bounce()),
      }
      expect((await world.fetch('/events/postmark', request)).status).toBe(401)
      expect(await world.morning('2026-11-13')).toBeDefined()
    },
  )

  it('answers 500 while the database fails', async () => {
    await thursday()
    const broken = new Proxy(env.DB, {
      get: (db, name) =>
        name === 'batch' ? () => Promise.reject(new Error('D1_ERROR: lost')) : Reflect.get(db, name).bind(db),
    })
    expect(await event(new World({ ...env, DB: broken } as Cloudflare.Env), bounce())).toBe(500)
  })
})

describe('letters that fail', () => {
  it.each([
    ['a hard bounce', bounce()],
    ['a dead address', bounce({ Type: 'BadEmailAddress', TypeCode: 100000, Inactive: undefined })],
    ['a complaint', { ...bounce({ RecordType: 'SpamComplaint', Type: 'SpamComplaint' }) }],
    ['a suppression', change(true, 'HardBounce')],
    ['a suppression by hand', change(true, 'ManualSuppression')],
  ])('are paused by %s, once, and nothing that is due is lost', async (_, body) => {
    const world = await thursday()
    expect(await event(world, body)).toBe(200)
    const paused = await snapshot()
    for (let i = 0; i < 3; i++) expect(await event(world, body)).toBe(200)
    expect(await snapshot()).toEqual(paused)
    for (const day of ['13', '16', '17']) expect(await world.morning(`2026-11-${day}`)).toBeUndefined()
    expect(world.postmark.take()).toEqual([])
    expect(await event(world, change(false, null, '2026-11-17T15:00:00Z'), '2026-11-17T10:00-05:00')).toBe(
      200,
    )
    const letters = world.postmark.take()
    expect(letters.map(({ To, Subject }) => [To, Subject])).toEqual([
      ['ann@gmail.com', 'Letters reach you again'],
    ])
    expect(letters[0]!.TextBody.replace(/\s+/g, ' ')).toMatch(
      /Letters to you .* from Thu 12 Nov to Tue 17 Nov\./,
    )
    expect((await world.morning('2026-11-18'))!.TextBody).toContain('Grace Kim')
  })

  it('go out again once they write, who get told in the receipt; Postmark is asked to write to them again', async () => {
    const world = await thursday()
    await event(world, bounce())
    await event(world, change(true, 'HardBounce'))
    await world.note('emailed priya@halden.com today', '2026-11-17T09:00-05:00')
    const letters = world.postmark.take()
    expect(letters).toHaveLength(1)
    const sentence = 'Letters to you bounced from Thu 12 Nov to Tue 17 Nov.'
    expect(letters[0]!.TextBody.startsWith(sentence)).toBe(true)
    expect(letters[0]!.TextBody).toMatch(/priya@halden\.com|Priya/)
    expect(letters[0]!.HtmlBody).toContain(`${sentence} What came due`)
    expect(world.postmark.calls.slice(-2)).toEqual([
      'POST /message-streams/outbound/suppressions/delete',
      'POST /email/batch',
    ])
    expect((await world.morning('2026-11-18'))!.TextBody).toContain('Grace Kim')
  })

  it('go out again once they BCC somebody, which gets a letter of its own', async () => {
    const world = await thursday()
    await event(world, bounce())
    await world.bcc('Lia Wu <lia@wu.example>', '2026-11-16T09:00-05:00')
    expect(world.postmark.take().map(({ Subject }) => Subject)).toEqual(['Letters reach you again'])
    expect(await world.morning('2026-11-17')).toBeDefined()
  })

  it('stay out when the event comes again, or late, after they wrote', async () => {
    const world = await thursday()
    await event(world, bounce())
    await world.bcc('Lia Wu <lia@wu.example>', '2026-11-12T09:00-05:00')
    await event(world, bounce(), '2026-11-12T11:00-05:00')
    await event(world, change(true, 'HardBounce'), '2026-11-12T11:00-05:00')
    expect(await world.morning('2026-11-13')).toBeDefined()
  })

  it('wait while Postmark cannot be asked to write to them again, and then go once', async () => {
    const world = await thursday()
    await event(world, bounce())
    world.postmark.failures = [500]
    await world.bcc('Lia Wu <lia@wu.example>', '2026-11-16T09:00-05:00')
    expect(world.postmark.take()).toEqual([])
    expect(await world.tick('2026-11-16T09:15-05:00')).toHaveLength(1)
    expect(await world.tick('2026-11-16T09:30-05:00')).toEqual([])
  })

  it('after a complaint are not begun again by a mail, and what it says is done all the same', async () => {
    const world = await thursday()
    await event(world, bounce())
    await event(
      world,
      bounce({ RecordType: 'SpamComplaint', Type: 'SpamComplaint', BouncedAt: '2026-11-12T13:00:00Z' }),
      '2026-11-12T09:00-05:00',
    )
    await world.note('grace answered\ntz chicago', '2026-11-13T09:00-05:00')
    expect(world.postmark.take()).toEqual([])
    expect(await world.morning('2026-11-16')).toBeUndefined()
    const { results } = await env.DB.prepare("select type from events where type = 'answered'").all()
    expect(results).toHaveLength(1)
  })

  it('that wait in the outbox go on waiting until then', async () => {
    const world = await thursday()
    world.postmark.failures = [429]
    await world.note('help', '2026-11-12T07:33-05:00')
    await event(world, bounce())
    expect(await world.tick('2026-11-12T09:00-05:00')).toEqual([])
    await world.bcc('Lia Wu <lia@wu.example>', '2026-11-13T09:00-05:00')
    expect(
      world.postmark
        .take()
        .map(({ Subject }) => Subject)
        .sort(),
    ).toEqual(['Letters reach you again', 'Re: note'])
  })

  it('wait as well where one bounces while another is on its way, and is put off', async () => {
    const world = await thursday()
    let isFirst = true
    beforePostmark(async (_, carryOut) => {
      if (!isFirst) return carryOut()
      isFirst = false
      await event(world, bounce(), '2026-11-12T08:00-05:00')
      return Response.json({ ErrorCode: 0, Message: 'no' }, { status: 429 }) as never
    })
    await world.note('help', '2026-11-12T08:00-05:00')
    for (const at of ['08:15', '12:00']) expect(await world.tick(`2026-11-12T${at}-05:00`)).toEqual([])
    await event(world, change(false, null, '2026-11-12T18:00:00Z'), '2026-11-12T13:00-05:00')
    expect(world.postmark.take().map(({ Subject }) => Subject)).toContain('Re: note')
  })

  it('of which one may have gone are asked about, after a pause, no sooner than Postmark can know', async () => {
    const world = await thursday()
    world.postmark.failures = ['lost']
    await world.note('help', '2026-11-12T08:00-05:00')
    await event(world, bounce({ BouncedAt: '2026-11-12T13:01:00Z' }), '2026-11-12T08:01-05:00')
    await event(world, change(false, null, '2026-11-12T13:02:00Z'), '2026-11-12T08:02-05:00')
    for (const at of ['08:05', '08:15', '08:30', '08:45']) await world.tick(`2026-11-12T${at}-05:00`)
    const all = world.postmark.taken.map(({ Subject }) => Subject)
    expect(all.filter((subject) => subject === 'Re: note')).toHaveLength(1)
  })
})
