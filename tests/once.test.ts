import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { withBetween } from './support/faults.ts'
import { restore, snapshot } from './support/snapshot.ts'
import { header, numberOf, OPEN, World } from './support/world.ts'

const GRACE = 'Grace Kim <grace@acme.com>'
const AT = '2026-11-04T10:00-05:00'
const MORNING = '2026-11-13T07:30-05:00'

/** A world in which something else can happen just before an operation on D1. */
class Interrupted extends World {
  /** The operations on D1 since it was last emptied. */
  operations: string[] = []
  /** What happens before the operation of this number. */
  other: { before: number; act: () => Promise<unknown> } | undefined

  constructor() {
    super(
      withBetween(env as Cloudflare.Env, async ({ what }, carryOut) => {
        const n = this.operations.push(what) - 1
        const other = this.other
        if (other?.before === n) {
          this.other = undefined
          await other.act()
        }
        return carryOut()
      }),
    )
  }
}

/** Ann has joined, and wrote to somebody before, so that the letter about the first mail is out. */
async function ann<Kind extends World>(world: Kind): Promise<Kind> {
  await world.join()
  await world.bcc('Sofia Marsh <sofia@tidal.example>', '2026-11-03T09:30-05:00')
  world.postmark.take()
  return world
}

const count = async (table: string): Promise<number> =>
  (await env.DB.prepare(`select count(*) n from ${table}`).first<{ n: number }>())!.n

const times = <Result>(n: number, act: () => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: n }, act))

const kinds = async (responses: Response[]) =>
  (await Promise.all(responses.map((response) => response.json<{ is: string }>()))).map(({ is }) => is).sort()

/** "attempt 2 of 5" of Grace's line in the next digest. */
async function attemptOf(world: World, morning = MORNING): Promise<string | undefined> {
  const letters = await world.tick(morning)
  expect(letters).toHaveLength(1)
  const lines = letters[0]!.TextBody.split('\n')
  const i = lines.findIndex((line) => /^\s*\d+ .*Grace Kim/.test(line))
  return /attempt \d of \d/i.exec(lines.slice(i, i + 3).join(' '))?.[0].toLowerCase()
}

describe('one mail', () => {
  it('delivered ten times at once is one attempt and one letter', async () => {
    const world = new World()
    await world.join()
    const mail = world.webhook({ to: GRACE, at: AT })
    const responses = await times(10, () => world.post(mail, AT))
    expect(await kinds(responses)).toEqual(['handled', ...Array.from({ length: 9 }, () => 'seen before')])
    expect(world.postmark.take().map(({ Subject }) => Subject)).toEqual(['Logged: Grace Kim'])
    expect([await count('contacts'), await count('events')]).toEqual([1, 1])
    expect(await attemptOf(world)).toBe('attempt 2 of 5')
  })

  it('without a Message-ID, delivered five times at once, is one attempt', async () => {
    const world = await ann(new World())
    const mail = { ...world.webhook({ to: GRACE, at: AT }), Headers: [] }
    await times(5, () => world.post(mail, AT))
    expect(await count('events')).toBe(2)
  })

  it('without a Message-ID, to somebody else in the same second, is another one', async () => {
    const world = await ann(new World())
    for (const to of [GRACE, 'Max Orr <max@orr.example>'])
      await world.post({ ...world.webhook({ to, at: AT }), Headers: [] }, AT)
    expect(await count('events')).toBe(3)
  })

  it('to the private and to the open address is one attempt', async () => {
    const world = await ann(new World())
    const mails = [world.address, OPEN].map((rcpt) => world.webhook({ to: GRACE, rcpt, id: 'x@y', at: AT }))
    for (const mail of mails) await world.post(mail, AT)
    expect(await count('events')).toBe(2)
  })

  it('to the private and to the open address at once is one attempt', async () => {
    const world = await ann(new World())
    await world.bcc(GRACE, '2026-11-03T11:00-05:00')
    const mails = [world.address, OPEN].map((rcpt) => world.webhook({ to: GRACE, rcpt, id: 'x@y', at: AT }))
    await Promise.all(mails.map((mail) => world.post(mail, AT)))
    expect(await count('events')).toBe(3)
    expect(await attemptOf(world)).toBe('attempt 3 of 5')
  })

  it('with words to the private and to the open address is carried out once', async () => {
    const world = await ann(new World())
    const to = `${world.address}, ${OPEN}`
    const mails = [world.address, OPEN].map((rcpt) =>
      world.webhook({ to, rcpt, id: 'x@y', text: 'sofia answered', at: AT }),
    )
    for (const mail of mails) expect((await world.post(mail, AT)).status).toBe(200)
    expect(world.postmark.take()).toHaveLength(1)
    expect(await count('events')).toBe(2)
  })

  it('that names a person twice is one attempt', async () => {
    const world = await ann(new World())
    const response = await world.bcc(`${GRACE}, ${GRACE}`, AT, { cc: 'grace@acme.com' })
    expect(response.status).toBe(200)
    expect([await count('contacts'), await count('events')]).toEqual([2, 2])
  })
})

describe('two mails at the same moment', () => {
  it('about one person are two events of one contact', async () => {
    const world = await ann(new World())
    await world.bcc(GRACE, '2026-11-03T10:00-05:00')
    const later = world.webhook({ to: GRACE, at: '2026-11-05T10:00-05:00' })
    const mails = [world.webhook({ to: GRACE, at: AT }), later]
    const responses = await Promise.all(mails.map((mail) => world.post(mail, '2026-11-05T10:00-05:00')))
    expect(await kinds(responses)).toEqual(['handled', 'handled'])
    expect([await count('contacts'), await count('events')]).toEqual([2, 4])
    expect(await attemptOf(world)).toBe('attempt 4 of 5')
  })

  it('to a new person make one contact', async () => {
    const world = await ann(new World())
    const mails = [AT, '2026-11-05T10:00-05:00'].map((at) => world.webhook({ to: GRACE, at }))
    await Promise.all(mails.map((mail) => world.post(mail, '2026-11-05T10:00-05:00')))
    expect([await count('contacts'), await count('contact_addresses'), await count('events')]).toEqual([
      2, 2, 3,
    ])
  })

  it('that name somebody new without an address make one contact', async () => {
    const world = await ann(new World())
    const notes = ['add Lia Wu', 'add Lia Wu, friend'].map((text) =>
      world.webhook({ to: world.address, text, at: AT }),
    )
    await Promise.all(notes.map((note) => world.post(note, AT)))
    expect(await count('contacts')).toBe(2)
  })

  it('to thirty people at once, as a mail merge sends them, are all logged, and the first one is confirmed', async () => {
    const world = new World()
    await world.join()
    const mails = Array.from({ length: 30 }, (_, i) => world.webhook({ to: `p${i}@acme.com`, at: AT }))
    const responses = await Promise.all(mails.map((mail) => world.post(mail, AT)))
    expect(await kinds(responses)).toEqual(mails.map(() => 'handled'))
    expect(await count('events')).toBe(30)
    expect(world.postmark.take()).toHaveLength(1)
  })

  it('that change the settings are both kept', async () => {
    const world = await ann(new World())
    const texts = ['skip tomorrow', 'skip thursday', 'tz chicago', 'target: climate']
    const notes = texts.map((text) =>
      world.webhook({ to: world.address, text, at: '2026-11-10T10:00-05:00' }),
    )
    await Promise.all(notes.map((note) => world.post(note, '2026-11-10T10:00-05:00')))
    expect(world.postmark.take().filter(({ TextBody }) => TextBody.startsWith('Done.'))).toHaveLength(4)
    const { settings } = (await env.DB.prepare('select settings from users').first<{ settings: string }>())!
    expect(JSON.parse(settings)).toMatchObject({ zone: 'America/Chicago', target: 'climate' })
    expect(JSON.parse(settings).daysOff.sort()).toEqual(['2026-11-11', '2026-11-12'])
  })
})

describe('one reply', () => {
  it('delivered five times at once is carried out once, with one receipt', async () => {
    const world = await ann(new World())
    await world.bcc(GRACE, AT)
    const digest = (await world.tick(MORNING))[0]!
    const mail = world.webhook({
      to: digest.ReplyTo,
      rcpt: digest.ReplyTo,
      subject: `Re: ${digest.Subject}`,
      text: `${numberOf(digest, 'Grace Kim')} answered`,
      headers: { 'In-Reply-To': header(digest, 'Message-ID') },
      at: '2026-11-13T09:00-05:00',
    })
    await times(5, () => world.post(mail, '2026-11-13T09:00-05:00'))
    expect(world.postmark.take()).toHaveLength(1)
    expect(await count('events')).toBe(3)
  })
})

describe('two ticks at once', () => {
  it('make one digest', async () => {
    const world = await ann(new World())
    await times(4, () => world.tick(MORNING))
    expect(world.postmark.taken.filter(({ ReplyTo }) => ReplyTo.includes('+d.'))).toHaveLength(1)
    expect(await count('digests')).toBe(1)
  })

  it('make one digest, wherever the second comes into the first', async () => {
    const world = await ann(new Interrupted())
    await everyMoment(
      world,
      () => world.tick(MORNING),
      () => world.tick(MORNING),
      async () => {
        expect(world.postmark.take().length + (await waiting())).toBe(0)
        expect(world.postmark.taken.filter(({ ReplyTo }) => ReplyTo.includes('+d.'))).toHaveLength(1)
        expect(await world.tick('2026-11-13T07:45-05:00')).toEqual([])
      },
    )
  })
})

describe('a tick and a mail at the same moment', () => {
  const digestsOf = (world: World) => world.postmark.taken.filter(({ ReplyTo }) => ReplyTo.includes('+d.'))
  const [NOW, NEXT] = ['2026-11-13T07:29:59.900-05:00', '2026-11-16T07:30-05:00']

  it('lose nothing, wherever the mail comes into the tick', async () => {
    const world = await ann(new Interrupted())
    await world.bcc(GRACE, AT)
    await world.bcc('Max Orr <max@orr.example>', AT)
    const mail = world.webhook({ to: GRACE, at: NOW })
    await everyMoment(
      world,
      () => world.tick(MORNING),
      () => world.post(mail, NOW),
      () => check(world),
    )
  })

  it('lose nothing, wherever the tick comes into the mail', async () => {
    const world = await ann(new Interrupted())
    await world.bcc(GRACE, AT)
    await world.bcc('Max Orr <max@orr.example>', AT)
    const mail = world.webhook({ to: GRACE, at: NOW })
    await everyMoment(
      world,
      () => world.post(mail, NOW),
      () => world.tick(MORNING),
      () => check(world),
    )
  })

  /** One digest today, and Grace's new attempt is in the Logged line of one digest, the next one at the latest. */
  async function check(world: World): Promise<void> {
    const [today, ...more] = digestsOf(world)
    expect(more).toEqual([])
    expect(today!.TextBody).toContain('Max Orr')
    await world.tick(NEXT)
    const logs = digestsOf(world).map(({ TextBody }) => /Logged since.*/s.exec(TextBody)?.[0] ?? '')
    expect(logs.filter((text) => /Grace\s+Kim\s+\([^)]*email\s+2\)/.test(text))).toHaveLength(1)
    expect(await count('events')).toBe(4)
    expect(await attemptOf(world, '2026-11-30T07:30-05:00')).toBe('attempt 3 of 5')
  }

  it('keep new settings and the digest, wherever the note comes into the tick', async () => {
    const world = await ann(new Interrupted())
    const at = '2026-11-13T07:30:01-05:00'
    const note = world.webhook({ to: world.address, text: 'digest at 6\ntarget: climate', at })
    await everyMoment(
      world,
      () => world.tick(MORNING),
      () => world.post(note, at),
      async () => {
        await world.tick('2026-11-13T07:45-05:00')
        expect(digestsOf(world)).toHaveLength(1)
        await world.tick('2026-11-16T06:00-05:00')
        expect(digestsOf(world)).toHaveLength(2)
      },
    )
  })

  it('stop the letters for good, wherever the stop comes into the tick', async () => {
    const world = await ann(new Interrupted())
    const note = world.webhook({ to: world.address, text: 'stop', at: '2026-11-13T07:30:01-05:00' })
    await everyMoment(
      world,
      () => world.tick(MORNING),
      () => world.post(note, '2026-11-13T07:30:01-05:00'),
      async () => {
        const before = digestsOf(world).length
        expect(before).toBeLessThan(2)
        for (const on of ['13', '16', '17']) await world.tick(`2026-11-${on}T07:45-05:00`)
        expect(digestsOf(world)).toHaveLength(before)
        const user = await env.DB.prepare('select search, next_digest_at from users').first()
        expect(user).toEqual({ search: 'stopped', next_digest_at: null })
      },
    )
  })
})

describe('a digest that is due and not yet made', () => {
  it('comes although the one of another user cannot be made', async () => {
    const world = await ann(new World())
    const broken = 'Bo <bo@university.edu>'
    await world.mail({ from: broken, to: OPEN, rcpt: OPEN, at: '2026-11-03T09:00-05:00' })
    await env.DB.prepare(
      `update users set settings = json_set(settings, '$.digestAt', 'soon') where email = 'bo@university.edu'`,
    ).run()
    expect((await world.tick(MORNING)).map(({ To }) => To)).toEqual(['ann@gmail.com'])
  })

  it('is not lost to a change of settings', async () => {
    const world = await ann(new World())
    await world.note('target: climate', '2026-11-13T07:31-05:00')
    expect(await world.tick('2026-11-13T07:45-05:00')).toHaveLength(1)
  })

  it('comes once a day, also when the user moves west', async () => {
    const world = await ann(new World())
    expect(await world.tick(MORNING)).toHaveLength(1)
    await world.note('tz chicago', '2026-11-13T07:40-05:00')
    expect(await world.tick('2026-11-13T07:30-06:00')).toEqual([])
    const { next_digest_at } = (await env.DB.prepare('select next_digest_at from users').first<{
      next_digest_at: number
    }>())!
    expect(next_digest_at).toBe(Date.parse('2026-11-16T07:30-06:00'))
  })
})

const waiting = async (): Promise<number> =>
  (await env.DB.prepare(`select count(*) n from outbox where state = 'waiting'`).first<{ n: number }>())!.n

/** Does one thing, and before each of its operations in turn another; each time from the same beginning. */
async function everyMoment(
  world: Interrupted,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
  check: () => Promise<void>,
): Promise<void> {
  const beginning = await snapshot()
  const sent = [...world.postmark.taken]
  let isBetween = true
  for (let before = 0; isBetween; before++) {
    await restore(beginning)
    world.postmark.taken.splice(0, Number.POSITIVE_INFINITY, ...sent)
    world.operations = []
    world.other = { before, act: other }
    await one()
    isBetween = world.other === undefined
    world.other = undefined
    if (!isBetween) await other()
    world.postmark.take()
    await check()
  }
}
