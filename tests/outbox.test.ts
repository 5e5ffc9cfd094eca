import { env } from 'cloudflare:workers'
import { describe, expect, it, vi } from 'vitest'
import { beforePostmark, withBetween } from './support/faults.ts'
import { OPEN, World } from './support/world.ts'

const AT = '2026-11-03T09:00-05:00'
const LATER = ['2026-11-03T09:15-05:00', '2026-11-03T09:30-05:00', '2026-11-03T10:30-05:00']
const [SEND, ASK] = ['POST /email/batch', 'GET /messages/outbound']

/** Somebody writes to us, and a letter should go to them. */
const write = (world: World, from = 'Ann Lee <ann@gmail.com>', at = AT) =>
  world.mail({ from, to: OPEN, rcpt: OPEN, at })

/** Letters for three people wait, due at the next tick. */
async function threeWait(world: World): Promise<void> {
  for (const name of ['ann', 'bo', 'cy']) {
    world.postmark.failures = [429]
    await write(world, `${name}@university.edu`)
  }
}

const outbox = async () =>
  (
    await env.DB.prepare(
      'select "to", state, reason, html, text, postmark_id from outbox order by "to"',
    ).all<{
      to: string
      state: string
      reason: string | null
      html: string | null
      text: string
      postmark_id: string | null
    }>()
  ).results

const addressees = (letters: { To: string }[]) => letters.map(({ To }) => To.split('@')[0]).sort()

describe('a letter', () => {
  it.each(['down', 500, 503, 429, 'page'] as const)(
    'waits while Postmark answers "%s", and goes out later, once',
    async (failure) => {
      const world = new World()
      world.postmark.failures = [failure]
      await write(world)
      expect(world.postmark.take()).toEqual([])
      expect(addressees(await world.tick(LATER[0]!))).toEqual(['ann'])
      for (const at of LATER) expect(await world.tick(at)).toEqual([])
    },
  )

  it('waits through a long outage, tried less and less often', async () => {
    const world = new World()
    world.postmark.failures = Array.from({ length: 40 }, () => 429)
    await write(world)
    const start = Date.parse(AT)
    for (let tick = 1; tick <= 96; tick++)
      expect(await world.tick(new Date(start + tick * 900_000).toISOString())).toEqual([])
    expect(world.postmark.calls.length).toBeLessThan(15)
    world.postmark.failures = []
    expect(await world.tick(new Date(start + 2 * 86_400_000).toISOString())).toHaveLength(1)
  })

  it('that Postmark took before the connection broke is asked for, found, and not sent again', async () => {
    const world = new World()
    world.postmark.failures = ['lost']
    await write(world)
    for (const at of LATER) await world.tick(at)
    expect(world.postmark.calls).toEqual([SEND, ASK])
    expect(world.postmark.taken).toHaveLength(1)
    expect((await outbox())[0]).toMatchObject({
      state: 'sent',
      postmark_id: world.postmark.taken[0]!.MessageID,
    })
  })

  it('that may be sent or not waits for as long as Postmark cannot say', async () => {
    const world = new World()
    world.postmark.failures = ['lost', 500, 'down', 'page']
    await write(world)
    const start = Date.parse(AT)
    for (let tick = 1; tick <= 20; tick++) await world.tick(new Date(start + tick * 900_000).toISOString())
    expect(world.postmark.calls).toEqual([SEND, ASK, ASK, ASK, ASK])
    expect(world.postmark.taken).toHaveLength(1)
  })

  it('that never reached Postmark is asked for, not found, and sent', async () => {
    const world = new World()
    world.postmark.failures = ['down']
    await write(world)
    await world.tick(LATER[0]!)
    expect(world.postmark.calls).toEqual([SEND, ASK, SEND])
    expect(world.postmark.taken).toHaveLength(1)
  })

  it('that may have gone is not asked about before Postmark can know', async () => {
    const world = new World()
    world.postmark.failures = ['lost']
    await write(world)
    for (const minute of ['01', '05', '10'])
      expect(await world.tick(`2026-11-03T09:${minute}-05:00`)).toEqual([])
    expect(world.postmark.calls).toEqual([SEND])
  })

  it('that Postmark takes, to deliver it later, is sent', async () => {
    const world = new World()
    world.postmark.isDelayed = true
    await write(world)
    expect(await outbox()).toMatchObject([{ state: 'sent', postmark_id: world.postmark.taken[0]!.MessageID }])
  })

  it('is not sent by a delivery whose turn is long over', async () => {
    const world = new World()
    world.postmark.failures = [429]
    await write(world)
    vi.spyOn(Date, 'now')
      .mockReturnValueOnce(Date.parse(LATER[0]!))
      .mockReturnValueOnce(Date.parse(LATER[0]!))
      .mockReturnValue(Date.parse(LATER[2]!))
    expect(await world.tick(LATER[0]!)).toEqual([])
    vi.mocked(Date.now).mockRestore()
    expect(await world.tick('2026-11-03T11:00-05:00')).toHaveLength(1)
    expect(world.postmark.calls).toEqual([SEND, SEND])
  })

  it('that Postmark surely did not take is sent without a question', async () => {
    const world = new World()
    world.postmark.failures = [429]
    await write(world)
    await world.tick(LATER[0]!)
    expect(world.postmark.calls).toEqual([SEND, SEND])
  })

  it.each([406, 300])('that Postmark refuses for good (%i) is never tried again', async (code) => {
    const world = new World()
    world.postmark.refusals = { 'ann@gmail.com': code }
    await write(world)
    for (const at of LATER) expect(await world.tick(at)).toEqual([])
    expect(world.postmark.calls).toEqual([SEND])
    expect(await outbox()).toMatchObject([{ state: 'refused', reason: `Postmark ${code}`, html: null }])
  })

  it.each([10, 100, 400, 405, 412, 413, 1235])(
    'waits for the owner where the account or server is at fault (%i)',
    async (code) => {
      const world = new World()
      world.postmark.refusals = { 'ann@gmail.com': code }
      await write(world)
      expect(await outbox()).toMatchObject([{ state: 'waiting', reason: `Postmark ${code}` }])
      world.postmark.refusals = {}
      expect(await world.tick(LATER[0]!)).toHaveLength(1)
    },
  )

  it('loses its HTML once it is sent, and keeps its text', async () => {
    const world = new World()
    world.postmark.failures = [429]
    await write(world)
    expect((await outbox())[0]!.html).toContain('<')
    const [letter] = await world.tick(LATER[0]!)
    expect(await outbox()).toMatchObject([{ state: 'sent', html: null, text: letter!.TextBody }])
  })
})

describe('letters in one call', () => {
  it('go although one of them is refused', async () => {
    const world = new World()
    await threeWait(world)
    world.postmark.refusals = { 'bo@university.edu': 406 }
    world.postmark.calls = []
    expect(addressees(await world.tick(LATER[0]!))).toEqual(['ann', 'cy'])
    expect(world.postmark.calls).toEqual([SEND])
    expect((await outbox()).map(({ state }) => state)).toEqual(['sent', 'refused', 'sent'])
  })

  it('go although one of them has to wait', async () => {
    const world = new World()
    await threeWait(world)
    world.postmark.refusals = { 'bo@university.edu': 100 }
    expect(addressees(await world.tick(LATER[0]!))).toEqual(['ann', 'cy'])
    world.postmark.refusals = {}
    expect(addressees(await world.tick(LATER[2]!))).toEqual(['bo'])
  })

  it('go although one of them makes Postmark refuse the whole call', async () => {
    const world = new World()
    await threeWait(world)
    world.postmark.spoiler = 'cy@university.edu'
    expect(addressees(await world.tick(LATER[0]!))).toEqual(['ann', 'bo'])
    expect((await outbox()).at(-1)).toMatchObject({ state: 'refused', reason: 'HTTP 422, Postmark 402' })
  })

  /** So many letters to x1@, x2@ ... wait beside Ann's. */
  const manyWait = async (world: World, count: number): Promise<void> => {
    world.postmark.failures = [429]
    await write(world)
    await env.DB.prepare(
      `insert into outbox (id, user_id, key, "to", subject, text, html, headers, try_at, made_at)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
      select i, user_id, key || i, 'x' || i || '@university.edu', subject, text, html, headers, try_at, made_at
      from outbox, n`,
    )
      .bind(count)
      .run()
    world.postmark.calls = []
  }

  it('come each to its own end, where 500 go in one', async () => {
    const world = new World()
    await manyWait(world, 499)
    world.postmark.refusals = {
      'x7@university.edu': 406,
      'x70@university.edu': 300,
      'x400@university.edu': 100,
    }
    expect(await world.tick(LATER[0]!)).toHaveLength(497)
    expect(world.postmark.calls).toEqual([SEND])
    const { results } = await env.DB.prepare(
      `select "to", state, reason from outbox where state <> 'sent' or postmark_id is null order by id`,
    ).all()
    expect(results).toEqual([
      { to: 'x7@university.edu', state: 'refused', reason: 'Postmark 406' },
      { to: 'x70@university.edu', state: 'refused', reason: 'Postmark 300' },
      { to: 'x400@university.edu', state: 'waiting', reason: 'Postmark 100' },
    ])
    world.postmark.refusals = {}
    expect(addressees(await world.tick(LATER[1]!))).toEqual(['x400'])
  })

  it('are at most 500', async () => {
    const world = new World()
    await manyWait(world, 1200)
    const letters = await world.tick(LATER[0]!)
    expect(new Set(letters.map(({ To }) => To)).size).toBe(1201)
    expect(letters).toHaveLength(1201)
    expect(world.postmark.calls).toEqual([SEND, SEND, SEND])
  })
})

describe('deliveries at the same time', () => {
  it('send each letter once', async () => {
    const world = new World()
    await threeWait(world)
    await Promise.all(Array.from({ length: 6 }, () => world.tick(LATER[0]!)))
    expect(addressees(world.postmark.taken)).toEqual(['ann', 'bo', 'cy'])
  })

  it('send each letter once, although a tick came late and Postmark is slow', async () => {
    // The clock that runs, not the one of the request: what is late counts.
    const world = new World()
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
    world.postmark.failures = [429]
    await write(world, undefined, ago(90))
    const real = new World({ ...env, LOCAL_CLOCK: '' } as Cloudflare.Env)
    let meanwhile: Promise<unknown> | undefined
    beforePostmark(async (_, carryOut) => {
      meanwhile ??= real.tick(ago(0))
      await meanwhile
      return carryOut()
    })
    await real.tick(ago(60))
    await real.tick(ago(0))
    expect(real.postmark.calls).toEqual([SEND])
  })
})

describe('an isolate that goes', () => {
  /** The database fails when the end of a delivery is stored. */
  const forgetful = () =>
    new World(
      withBetween(env as Cloudflare.Env, ({ what }, carryOut) =>
        what.includes('postmark_id =') ? Promise.reject(new Error('gone')) : carryOut(),
      ),
    )

  it('between sending and storing leaves a letter that is asked for, and not sent again', async () => {
    const world = forgetful()
    await write(world).catch(() => {})
    expect(world.postmark.taken).toHaveLength(1)
    const mended = new World()
    mended.postmark.taken.push(...world.postmark.taken)
    for (const at of ['2026-11-03T09:05-05:00', ...LATER]) expect(await mended.tick(at)).toEqual([])
    expect(mended.postmark.calls).toEqual([ASK])
    expect(await outbox()).toMatchObject([{ state: 'sent', html: null }])
  })

  it('before sending leaves a letter that is asked for, and sent', async () => {
    const world = forgetful()
    world.postmark.failures = ['down']
    await write(world).catch(() => {})
    const mended = new World()
    expect(await mended.tick(LATER[0]!)).toEqual([])
    expect(await mended.tick(LATER[1]!)).toHaveLength(1)
    expect(mended.postmark.calls).toEqual([ASK, SEND])
  })
})
