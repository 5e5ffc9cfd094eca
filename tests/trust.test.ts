import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import worker from '../src/index.ts'
import type { Sent } from './support/post.ts'
import { snapshot } from './support/snapshot.ts'
import { type Mail, numberOf, OPEN, World } from './support/world.ts'

const AT = '2026-11-03T10:00-05:00'
const NEXT = '2026-11-04T10:00-05:00'

const spf = (result: string, from: string) =>
  `${result} (by SPF) identity=mailfrom; client-ip=192.0.2.1; helo=mx.example; envelope-from=${from}; receiver=abc@inbound.postmarkapp.com`

/** What Postmark says of a mail. */
const PROVEN = { 'X-Spam-Tests': 'DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU,SPF_PASS' }
const UNPROVEN = { 'X-Spam-Tests': 'DKIM_SIGNED,DKIM_INVALID,SPF_NONE' }
const REFUTED = { 'X-Spam-Tests': 'SPF_FAIL', 'Received-SPF': spf('Fail', 'ann@gmail.com') }

const verdict = async (response: Promise<Response>) => (await response).json()

const count = async (table: string, where = '1'): Promise<number> =>
  (await env.DB.prepare(`select count(*) n from ${table} where ${where}`).first<{ n: number }>())!.n

async function joined(more: Partial<Cloudflare.Env> = {}): Promise<World> {
  const world = new World({ ...env, ...more } as Cloudflare.Env)
  await world.join()
  return world
}

/** A page at a URL that a letter's text names. */
async function press(world: World, url: string, method = 'POST', at = AT): Promise<string> {
  const init = { method, headers: { 'x-reachback-now': new Date(at).toISOString() } }
  return (await world.fetch(new URL(url).pathname, init)).text()
}

const urlsIn = (letter: Sent): string[] =>
  [...letter.TextBody.matchAll(/https:\/\/reachback\.example\.com\/l\/[\w.-]+/g)].map(([url]) => url)

describe('a mail from the address of a user', () => {
  const note = 'add Lia Wu lia@wu.example'

  it.each<
    [
      what: string,
      headers: Record<string, string>,
      more: Partial<Cloudflare.Env>,
      logged: boolean,
      obeyed: boolean,
    ]
  >([
    ['with proof', PROVEN, {}, true, true],
    ['without any word of the provider', {}, {}, true, true],
    ['without proof', UNPROVEN, {}, false, false],
    ['that is refuted', REFUTED, {}, false, false],
    ['with proof, where it is required', PROVEN, { REQUIRE_AUTH: '1' }, true, true],
    ['without any word, where proof is required', {}, { REQUIRE_AUTH: '1' }, false, false],
    ['without proof, where none is required', UNPROVEN, { REQUIRE_AUTH: '0' }, true, true],
    ['that is refuted, where no proof is required', REFUTED, { REQUIRE_AUTH: '0' }, false, false],
  ])('%s', async (_, headers, more, logged, obeyed) => {
    const world = await joined(more)
    await world.bcc('Grace Kim <grace@acme.com>', AT, { headers })
    expect(await count('events')).toBe(logged ? 1 : 0)
    await world.note(note, AT, { headers })
    expect(await count('contacts', "name like 'Lia%'")).toBe(obeyed ? 1 : 0)
  })

  it('that is refuted is refused by name, counted, and writes to nobody', async () => {
    const world = await joined()
    for (let i = 0; i < 3; i++)
      expect(await verdict(world.note('drop all', AT, { headers: REFUTED }))).toEqual({
        is: 'refused',
        why: 'forged',
      })
    expect(world.postmark.take()).toEqual([])
    const { results } = await env.DB.prepare('select "on", why, count from refusals').all()
    expect(results).toEqual([{ on: '2026-11-03', why: 'forged', count: 3 }])
  })

  it('by way of another address of theirs logs, and commands nothing', async () => {
    const world = await joined()
    await env.DB.prepare(
      "insert into sender_addresses (address, user_id) select 'ann@acme.com', id from users",
    ).run()
    const alias = {
      from: 'Ann Lee <ann@acme.com>',
      headers: {
        'X-Spam-Tests': 'DKIM_VALID',
        'DKIM-Signature': 'v=1; d=gmail.com; s=x; b=y',
        Sender: 'ann@gmail.com',
      },
    }
    expect(await verdict(world.bcc('Grace Kim <grace@acme.com>', AT, alias))).toMatchObject({
      kind: 'outreach',
    })
    expect(await verdict(world.note(note, AT, alias))).toMatchObject({ kind: 'held' })
    expect(await count('contacts')).toBe(1)
  })
})

describe('a mail that is held', () => {
  it('is asked about at the stored address, once a day, and does nothing', async () => {
    const world = await joined()
    const subjects: string[] = []
    for (const at of [AT, AT, NEXT]) {
      expect(
        await verdict(world.bcc('grace@acme.com', at, { headers: UNPROVEN, subject: 'Fifteen minutes' })),
      ).toMatchObject({ kind: 'held' })
      subjects.push(...world.postmark.take().map(({ To, Subject }) => `${To}: ${Subject}`))
    }
    expect(subjects).toEqual(Array(2).fill('ann@gmail.com: A mail that could not be checked'))
    expect([await count('contacts'), await count('events')]).toEqual([0, 0])
  })

  it('delivered again is the same mail', async () => {
    const world = await joined()
    const mail = world.webhook({ to: 'grace@acme.com', at: AT, headers: UNPROVEN })
    await Promise.all(Array.from({ length: 4 }, () => world.post(mail, AT)))
    expect(world.postmark.take()).toHaveLength(1)
    expect(await count('held_mails')).toBe(1)
  })

  it('keeps no body', async () => {
    const world = await joined()
    await world.bcc('grace@acme.com', AT, { headers: UNPROVEN, text: 'a secret', html: '<p>a secret</p>' })
    expect(JSON.stringify((await snapshot()).held_mails)).not.toContain('secret')
  })

  it('is let in by one tap, once, as if it came then', async () => {
    const world = await joined()
    await world.bcc('Grace Kim <grace@acme.com>', AT, { headers: UNPROVEN, subject: 'Fifteen minutes' })
    const [letIn = ''] = urlsIn(world.postmark.take()[0]!)
    const before = await snapshot()
    expect(await press(world, letIn, 'GET')).toContain(
      '&quot;Fifteen minutes&quot;, from ann@gmail.com, was held.',
    )
    expect(await snapshot()).toEqual(before)
    const pages = await Promise.all(Array.from({ length: 4 }, () => press(world, letIn)))
    expect(pages.filter((page) => page.includes('It is let in.'))).toHaveLength(1)
    expect(world.postmark.take().map(({ Subject }) => Subject)).toEqual(['Logged: Grace Kim'])
    expect(await count('held_mails')).toBe(0)
    expect((await world.morning('2026-11-12'))!.TextBody).toContain('Grace Kim')
    // The address is not trusted for that.
    expect(await verdict(world.bcc('max@orr.example', NEXT, { headers: UNPROVEN }))).toMatchObject({
      kind: 'held',
    })
  })

  it('is let in with all others of its address where the user says so; commands still need proof', async () => {
    const world = await joined()
    await world.bcc('Grace Kim <grace@acme.com>', AT, { headers: UNPROVEN })
    const [, trust = ''] = urlsIn(world.postmark.take()[0]!)
    expect(await press(world, trust)).toContain('is let in from now on')
    expect(await verdict(world.bcc('max@orr.example', NEXT, { headers: UNPROVEN }))).toMatchObject({
      kind: 'outreach',
    })
    expect(await verdict(world.note('drop all', NEXT, { headers: UNPROVEN }))).toMatchObject({ kind: 'held' })
    expect(await verdict(world.bcc('max@orr.example', NEXT, { headers: REFUTED }))).toEqual({
      is: 'refused',
      why: 'forged',
    })
  })

  it('is let in without trust for its address where that is that of another user by then', async () => {
    const world = await joined()
    await world.bcc('Grace Kim <grace@acme.com>', AT, { headers: UNPROVEN })
    const [, trust = ''] = urlsIn(world.postmark.take()[0]!)
    await env.DB.prepare('update sender_addresses set user_id = 1').run()
    await press(world, trust)
    expect(await count('sender_addresses', 'trusted')).toBe(0)
  })

  it('cannot be let in where it may hold commands; its notice says what to do', async () => {
    const world = await joined()
    await world.note('drop all', AT, { headers: UNPROVEN })
    const [notice] = world.postmark.take()
    expect(urlsIn(notice!)).toEqual([])
    expect(notice!.TextBody.replace(/\s+/g, ' ')).toContain(
      'send it again from the mail program or site of your own provider',
    )
  })

  it('to a digest is held as well', async () => {
    const world = await joined()
    await world.bcc('Grace Kim <grace@acme.com>', AT)
    const letter = (await world.morning('2026-11-12'))!
    const answer = (headers: Record<string, string>) =>
      verdict(
        world.answer(letter, `drop ${numberOf(letter, 'Grace Kim')}`, '2026-11-12T08:00-05:00', { headers }),
      )
    expect(await answer(UNPROVEN)).toMatchObject({ kind: 'held' })
    expect(await count('events', "type = 'dropped'")).toBe(0)
    expect(await answer(PROVEN)).toMatchObject({ kind: 'reply' })
    expect(await count('events', "type = 'dropped'")).toBe(1)
  })
})

describe('somebody whom the user wrote to', () => {
  const answers = (world: World, more: Partial<Mail> = {}) =>
    verdict(
      world.mail({
        from: 'Grace Kim <grace@acme.com>',
        to: 'ann@gmail.com',
        subject: 'Re: Advice',
        text: 'drop all\nstop\nhelp',
        at: '2026-11-05T10:00-05:00',
        headers: PROVEN,
        ...more,
      }),
    )

  it('has answered, when they write to the private address; the next letter says so, and how to take it back', async () => {
    const world = await joined()
    await world.bcc('Grace Kim <grace@acme.com>', AT)
    await world.bcc('Marcus Hale <marcus@northwind.com>', AT)
    world.postmark.take()
    expect(await answers(world)).toEqual({ is: 'handled', kind: 'answer', hasLetters: false })
    expect(await answers(world, { id: 'again@acme.com', to: world.address })).toMatchObject({
      kind: 'answer',
    })
    expect(world.postmark.take()).toEqual([])
    expect(await count('users', "search = 'searching'")).toBe(1)
    const letter = (await world.morning('2026-11-12'))!
    expect(letter.TextBody.replace(/\s+/g, ' ')).toContain(
      'Grace Kim (email 1, answered; if not, say "undo grace")',
    )
    expect(letter.TextBody).toMatch(/ANSWER\n.*Grace Kim/)
    await world.answer(letter, 'undo grace', '2026-11-12T08:00-05:00')
    expect((await world.morning('2026-11-13'))!.TextBody).not.toMatch(/ANSWER\n/)
  })

  it('has answered once, however often they write, until the user answers; while a meeting is set, once a day', async () => {
    const world = await joined()
    const events = () => count('events', "type = 'answered'")
    const writes = async (on: string): Promise<void> => {
      for (const hour of ['10', '11', '12']) await answers(world, { at: `${on}T${hour}:00-05:00` })
    }
    await world.bcc('Grace Kim <grace@acme.com>', AT)
    await writes('2026-11-05')
    await writes('2026-11-06')
    expect(await events()).toBe(1)
    await world.bcc('Grace Kim <grace@acme.com>', '2026-11-06T13:00-05:00')
    await writes('2026-11-09')
    expect(await events()).toBe(2)
    await world.note('grace meeting fri 2pm', '2026-11-09T13:00-05:00')
    await writes('2026-11-10')
    await writes('2026-11-11')
    expect(await events()).toBe(4)
  })

  it('is not what "undo" takes back: that is what the user said last', async () => {
    const world = await joined()
    await world.bcc('Grace Kim <grace@acme.com>', AT)
    await world.note('add Lia Wu lia@wu.example', AT)
    await answers(world)
    await world.note('undo', '2026-11-05T11:00-05:00')
    const letter = (await world.morning('2026-11-06'))!
    expect(letter.TextBody).toMatch(/ANSWER\n.*Grace Kim/)
    expect(letter.TextBody).not.toContain('Lia Wu')
  })

  it('is no sign that the user is there, nor is a mail that is held', async () => {
    const world = await joined()
    await world.bcc('Grace Kim <grace@acme.com>', AT)
    const until = async (): Promise<string> =>
      new Date((await env.DB.prepare('select seen_at n from users').first<{ n: number }>())!.n).toISOString()
    await answers(world)
    await world.bcc('max@orr.example', '2026-11-06T10:00-05:00', { headers: UNPROVEN })
    expect(await until()).toMatch(/^2026-11-03T15:00:00/)
    await world.morning('2026-11-06')
    expect((await world.morning('2026-11-09'))?.TextBody ?? '').not.toContain('Logged since')
  })

  it.each<[string, Partial<Mail>]>([
    ['without proof', { headers: UNPROVEN }],
    ['without any word of the provider', { headers: {} }],
    ['from another address', { from: 'Grace Kim <grace@evil.example>' }],
  ])('%s is a stranger', async (_, more) => {
    const world = await joined()
    await world.bcc('Grace Kim <grace@acme.com>', AT)
    expect(await answers(world, more)).toEqual({ is: 'refused', why: 'stranger' })
    expect(await count('events')).toBe(1)
  })

  it('is a stranger at the address of a digest', async () => {
    const world = await joined()
    await world.bcc('Grace Kim <grace@acme.com>', AT)
    const letter = (await world.morning('2026-11-12'))!
    expect(await answers(world, { rcpt: letter.ReplyTo })).toEqual({ is: 'refused', why: 'stranger' })
  })
})

describe('joining', () => {
  const join = (headers: Record<string, string>) =>
    verdict(new World().mail({ from: 'ann@gmail.com', to: OPEN, rcpt: OPEN, at: AT, headers }))

  it('needs no proof, since the welcome letter reaches the real owner alone; but no refuted mail starts it', async () => {
    expect(await join(REFUTED)).toEqual({ is: 'refused', why: 'forged' })
    expect(await join(UNPROVEN)).toMatchObject({ kind: 'joined' })
  })
})

describe('by Email Routing', () => {
  const RECEIVED =
    'Received: from mx.example (192.0.2.1) by cloudflare-email.net (cloudflare) id x; Tue, 3 Nov 2026 15:00:00 +0000'
  const STAMP = [
    RECEIVED,
    'ARC-Seal: i=1; a=rsa-sha256; s=cf2024-1; d=cloudflare-email.net; cv=none; b=x',
    'ARC-Message-Signature: i=1; a=rsa-sha256; s=cf2024-1; d=cloudflare-email.net; bh=y; b=z',
    'ARC-Authentication-Results: i=1; mx.cloudflare.net; dmarc=pass header.from=gmail.com',
  ]
  const results = (result: string) =>
    `Authentication-Results: mx.cloudflare.net; dmarc=${result} header.from=gmail.com policy.dmarc=none`
  const HOP = 'Received: by mail.example with SMTP; Tue, 3 Nov 2026 06:00:00 -0800'

  it.each<[string, string[], number]>([
    ['a stamp that passes lets a command through', [...STAMP, results('pass'), HOP], 1],
    ['a stamp that fails does not', [...STAMP, results('fail'), HOP], 0],
    ['a stamp below the second hop does not', [RECEIVED, HOP, ...STAMP.slice(1), results('pass')], 0],
    ['no stamp does not', [RECEIVED, HOP], 0],
  ])('%s', async (_, headers, obeyed) => {
    const world = await joined()
    const raw = [
      ...headers,
      'From: Ann Lee <ann@gmail.com>',
      `To: ${world.address}`,
      'Subject: note',
      'Date: Tue, 3 Nov 2026 10:00:00 -0500',
      'Message-ID: <n@gmail.com>',
      '',
      'add Lia Wu lia@wu.example',
      '',
    ].join('\r\n')
    const ctx = createExecutionContext()
    const message = {
      from: 'ann@gmail.com',
      to: world.address,
      raw: new Blob([raw]).stream(),
      rawSize: raw.length,
      headers: new Headers(),
    }
    await worker.email(message as unknown as ForwardableEmailMessage, env as Cloudflare.Env, ctx)
    await waitOnExecutionContext(ctx)
    expect(await count('contacts')).toBe(obeyed)
  })
})
