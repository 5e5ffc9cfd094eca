import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it, vi } from 'vitest'
import worker from '../src/index.ts'
import type { Sent } from './support/post.ts'
import { snapshot } from './support/snapshot.ts'
import { header, type Mail, OPEN, World } from './support/world.ts'

// What somebody may try, and what they get. Who is believed is in trust.test.ts, too many mails, letters and joins are in
// limits.test.ts, second addresses in addresses.test.ts, sizes and hostile bytes in ingress/hostile.test.ts.

const AT = '2026-11-03T10:00-05:00'
const EIGHT = '2026-11-12T08:00-05:00'
const PROVEN = { 'X-Spam-Tests': 'DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU,SPF_PASS' }
const UNPROVEN = { 'X-Spam-Tests': 'DKIM_SIGNED,DKIM_INVALID,SPF_NONE' }
const EVE = 'Eve <eve@evil.example>'

const count = async (table: string, where = '1'): Promise<number> =>
  (await env.DB.prepare(`select count(*) n from ${table} where ${where}`).first<{ n: number }>())!.n

async function joined(): Promise<World> {
  const world = new World()
  await world.join()
  return world
}

/** Ann with one letter on her table, about Grace; and Bo, another user. */
type Stage = { world: World; letter: Sent }
async function stage(): Promise<Stage> {
  const world = await joined()
  await world.mail({ from: 'Bo <bo@university.edu>', to: OPEN, rcpt: OPEN, at: AT })
  await world.bcc('Grace Kim <grace@acme.com>', AT, { id: 'first@gmail.com' })
  const letter = (await world.morning('2026-11-12'))!
  world.postmark.take()
  return { world, letter }
}

/** "refused: stranger" or "handled: held", and the letters that went out; throws where anything was obeyed. */
async function got({ world }: Stage, act: () => Promise<unknown>): Promise<string> {
  const [mails, events] = [await count('mails'), await count('events')]
  await act()
  const { results: refusals } = await env.DB.prepare('select why from refusals order by why').all<{
    why: string
  }>()
  const { results: kinds } = await env.DB.prepare(
    'select kind from mails order by handled_at limit -1 offset ?',
  )
    .bind(mails)
    .all<{ kind: string }>()
  const letters = world.postmark.take()
  expect(letters.every(({ To }) => To === 'ann@gmail.com')).toBe(true)
  expect(await count('events', "type not in ('answered', 'attempted')")).toBe(0)
  expect((await count('events')) - events).toBeLessThanOrEqual(1)
  expect(await count('users', "search = 'searching'")).toBe(2)
  const what = [
    ...refusals.map(({ why }) => `refused: ${why}`),
    ...kinds.map(({ kind }) => `handled: ${kind}`),
  ]
  return [...what, `${letters.length} letters`].join(', ')
}

/** A mail that wants to stop the letters and drop everybody, by the other door, its From as somebody bent it. */
async function raw({ world }: Stage, from: string): Promise<void> {
  const text = `${from}\r\nTo: ${world.address}\r\nDate: Thu, 12 Nov 2026 08:00:00 -0500\r\nMessage-ID: <x@evil.example>\r\nSubject: x\r\n\r\nstop\r\ndrop all\r\n`
  const ctx = createExecutionContext()
  const message = { from: 'eve@evil.example', to: world.address, raw: new Blob([text]).stream() }
  await worker.email(message as unknown as ForwardableEmailMessage, env as Cloudflare.Env, ctx)
  await waitOnExecutionContext(ctx)
}

/** Who the users are and where their letters go. */
async function identities(): Promise<unknown> {
  const { sender_addresses, private_addresses, users } = await snapshot()
  return { sender_addresses, private_addresses, emails: users!.map(({ email }) => email) }
}

/** The orders of `raw` by the webhook. */
const orders = ({ world }: Stage, more: Partial<Mail>) => world.note('stop\ndrop all', EIGHT, more)

const padding = (count: number, size: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`X-Pad-${i}`, 'x'.repeat(size)]))

describe('a From that is bent to read as the user', () => {
  const NOBODY = 'refused: no author, 0 letters'
  const STRANGER = 'refused: stranger, 0 letters'
  it.each<[string, string, string]>([
    ['two From lines, hers last', `From: ${EVE}\r\nFrom: ann@gmail.com`, NOBODY],
    ['two From lines, hers first', `From: ann@gmail.com\r\nFrom: ${EVE}`, NOBODY],
    ['two mailboxes', `From: ${EVE}, ann@gmail.com`, NOBODY],
    ['a group', 'From: Eve: ann@gmail.com;', NOBODY],
    ['an encoded word that decodes to her', 'From: =?utf-8?B?QW5uIDxhbm5AZ21haWwuY29tPg==?=', NOBODY],
    ['an encoded local part', 'From: <=?utf-8?q?ann?=@gmail.com>', NOBODY],
    ['two pairs of brackets', 'From: <ann@gmail.com> <eve@evil.example>', NOBODY],
    ['a bare CR', `From: ${EVE}\rFrom: ann@gmail.com`, NOBODY],
    ['a comment', 'From: ann(@evil.example)@gmail.com', NOBODY],
    ['a quoted local part', 'From: "ann"@gmail.com', NOBODY],
    ['no From, but a Sender', 'Sender: ann@gmail.com', NOBODY],
    ['her address as the name', 'From: "ann@gmail.com" <eve@evil.example>', STRANGER],
    ['her as the Sender', `From: ${EVE}\r\nSender: ann@gmail.com`, STRANGER],
    ['her in Reply-To', `From: ${EVE}\r\nReply-To: ann@gmail.com`, STRANGER],
    ['a Cyrillic letter', 'From: \u0430nn@gmail.com', NOBODY],
    ['a domain that looks like hers', 'From: ann@gmai1.com', STRANGER],
    ['a domain below another', 'From: ann@gmail.com.evil.example', STRANGER],
  ])('%s', async (_, from, expected) => {
    const on = await stage()
    expect(await got(on, () => raw(on, from))).toBe(expected)
  })
})

describe('a mail of somebody who', () => {
  it.each<[who: string, (on: Stage) => Promise<unknown>, string]>([
    [
      'writes in her name, and her domain disowns it',
      (on) =>
        orders(on, {
          headers: {
            'X-Spam-Tests': 'SPF_FAIL',
            'Received-SPF':
              'Fail (x) identity=mailfrom; envelope-from=ann@gmail.com; receiver=abc@inbound.postmarkapp.com',
          },
        }),
      'refused: forged, 0 letters',
    ],
    [
      'writes in her name, and nobody vouches',
      (on) => orders(on, { headers: UNPROVEN }),
      'handled: held, 1 letters',
    ],
    [
      'writes in her name with proof of his own domain',
      (on) => orders(on, { headers: { 'X-Spam-Tests': 'DKIM_VALID', 'DKIM-Signature': 'd=evil.example' } }),
      'handled: held, 1 letters',
    ],
    [
      "writes findings of his own above the provider's",
      ({ world }) => {
        const mail = world.webhook({
          to: world.address,
          text: 'stop\ndrop all',
          at: EIGHT,
          headers: UNPROVEN,
        })
        ;(mail.Headers as object[]).unshift({ Name: 'X-Spam-Tests', Value: 'DKIM_VALID_AU' })
        return world.post(mail, EIGHT)
      },
      'handled: held, 1 letters',
    ],
    [
      'writes so many headers that the findings are beyond the limit',
      (on) => orders(on, { headers: { ...padding(20, 7000), ...UNPROVEN } }),
      'handled: held, 1 letters',
    ],
    [
      'writes a thousand headers',
      (on) => orders(on, { headers: { ...padding(1000, 10), ...UNPROVEN } }),
      'refused: too large, 0 letters',
    ],
    [
      'knows the private address',
      (on) => orders(on, { from: EVE, headers: PROVEN }),
      'refused: stranger, 0 letters',
    ],
    [
      'is a contact, and gives orders',
      (on) => orders(on, { from: 'grace@acme.com', headers: PROVEN }),
      'handled: answer, 0 letters',
    ],
    [
      'is a contact, at the address of her letter',
      (on) => orders(on, { from: 'grace@acme.com', rcpt: on.letter.ReplyTo, headers: PROVEN }),
      'refused: stranger, 0 letters',
    ],
    [
      'was forwarded her letter, and answers it',
      ({ world, letter }) => world.answer(letter, 'stop\ndrop all', EIGHT, { from: EVE, headers: PROVEN }),
      'handled: held, 1 letters',
    ],
    [
      'is another user, and answers her letter',
      ({ world, letter }) =>
        world.answer(letter, 'stop\ndrop all', EIGHT, { from: 'bo@university.edu', headers: PROVEN }),
      'handled: held, 1 letters',
    ],
    [
      'writes in her name to the public address, where the provider finds nothing out about anybody',
      (on) => orders(on, { rcpt: OPEN, to: OPEN }),
      'handled: held, 1 letters',
    ],
    [
      'does so to a guessed address of a letter',
      (on) => orders(on, { rcpt: 'reach+d.0123456789@in.example.com' }),
      'handled: held, 1 letters',
    ],
    [
      'guesses a private address',
      (on) => orders(on, { rcpt: 'reach+0123456789abcdefghjkmnpqr@in.example.com' }),
      'refused: no such address, 0 letters',
    ],
    [
      'sends her mail again, from elsewhere',
      ({ world }) => world.bcc('grace@acme.com', EIGHT, { id: 'first@gmail.com', headers: UNPROVEN }),
      '0 letters',
    ],
  ])('%s', async (_, act, expected) => {
    const on = await stage()
    expect(await got(on, () => act(on))).toBe(expected)
  })

  it.each<[string, Partial<Mail>]>([
    ['a contact', { from: 'Grace Kim <grace@acme.com>', headers: PROVEN }],
    ['somebody in her name', { headers: UNPROVEN }],
    ['a program', { from: 'grace@acme.com', headers: { 'Auto-Submitted': 'auto-replied' } }],
  ])('uses the id of her next mail does not keep it out, where it is %s', async (_, more) => {
    const { world } = await stage()
    const id = 'next@gmail.com'
    await world.mail({ to: 'Max Orr <max@orr.example>', at: EIGHT, id, ...more })
    for (let i = 0; i < 2; i++) await world.bcc('Max Orr <max@orr.example>', EIGHT, { id, headers: PROVEN })
    await world.mail({ to: 'Max Orr <max@orr.example>', at: EIGHT, id, ...more })
    expect(await count('events', "type = 'attempted'")).toBe(2)
    expect(await count('held_mails')).toBe(0)
    expect(await count('mails', "kind = 'outreach'")).toBe(2)
  })

  it.each<[what: string, text: string, more?: (world: World) => Promise<Partial<Mail>>]>([
    ['adds an address', `add address eve@evil.example`],
    ['removes one', 'remove address ann@work.com'],
    ['moves the letters', 'letters to ann@work.com'],
    ['replaces the private address', 'new address'],
    [
      'adds an address, as if in answer to a letter whose id can be guessed',
      'add address eve@evil.example',
      async (world) => {
        await world.note('add address ann@old.example', EIGHT, { headers: PROVEN })
        const asked = world.postmark.take().find(({ To }) => To === 'ann@old.example')!
        return { headers: { 'In-Reply-To': header(asked, 'Message-ID') } }
      },
    ],
  ])(
    'saw the private address in Cc and %s, where the provider says nothing, gets nothing',
    async (_, text, more) => {
      const { world } = await stage()
      await env.DB.prepare(
        "insert into sender_addresses (address, user_id) select 'ann@work.com', id from users where email like 'ann%'",
      ).run()
      const answering = await more?.(world)
      const before = await identities()
      await world.note(text, EIGHT, answering)
      expect(await identities()).toEqual(before)
      const [receipt, ...others] = world.postmark.take()
      expect(others).toEqual([])
      expect(receipt!.To).toBe('ann@gmail.com')
      expect(receipt!.TextBody.replace(/\s+/g, ' ')).toContain(
        `"${text}": nothing proves that this mail is yours. Say it once more in an answer to this letter.`,
      )
    },
  )

  it('has the wrong password gets 401, and nothing is counted', async () => {
    const on = await stage()
    const mail = on.world.webhook({ to: on.world.address, text: 'stop', at: EIGHT })
    for (const path of ['/inbound/postmark', '/events/postmark'])
      for (const authorization of [
        '',
        'Basic',
        `Basic ${btoa('postmark:wrong')}`,
        `Bearer ${btoa('postmark:secret')}`,
      ])
        expect(
          (
            await on.world.fetch(path, {
              method: 'POST',
              headers: authorization ? { authorization } : {},
              body: JSON.stringify(mail),
            })
          ).status,
        ).toBe(401)
    expect(await got(on, async () => {})).toBe('0 letters')
  })
})

describe('a link', () => {
  const path = ({ letter }: Stage): string =>
    /reachback\.example\.com(\/l\/[^"]+)"/.exec(letter.HtmlBody)![1]!
  const ask = async (on: Stage, url: string, method: string, at = EIGHT): Promise<number> =>
    (await on.world.fetch(url, { method, headers: { 'x-reachback-now': new Date(at).toISOString() } })).status

  it.each<[string, (on: Stage) => Promise<number>, number]>([
    ['is opened by a scanner', (on) => ask(on, path(on), 'GET'), 200],
    ['is asked for its head', (on) => ask(on, path(on), 'HEAD'), 200],
    ['is asked about with OPTIONS', (on) => ask(on, path(on), 'OPTIONS'), 404],
    ['was changed', (on) => ask(on, `${path(on).slice(0, -2)}zz`, 'POST'), 404],
    [
      'is another text under its signature',
      (on) => ask(on, path(on).replace('/l/l.', '/l/l.W'), 'POST'),
      404,
    ],
    ['is that of unsubscribing', (on) => ask(on, unsubscribe(on).replace('/u/', '/l/'), 'POST'), 404],
    ['is too long', (on) => ask(on, `/l/${'a'.repeat(5000)}`, 'POST'), 404],
    ['is older than 30 days', (on) => ask(on, path(on), 'POST', '2026-12-20T08:00-05:00'), 410],
    [
      'is of a private address that was replaced',
      async (on) => {
        await env.DB.prepare(
          "update private_addresses set token = 'other' where user_id in (select id from users where email like 'ann%')",
        ).run()
        return ask(on, path(on), 'POST')
      },
      410,
    ],
  ])('that %s changes nothing', async (_, act, status) => {
    const on = await stage()
    expect(await act(on)).toBe(status)
    expect(await got(on, async () => {})).toBe('0 letters')
  })

  it('of somebody who was erased says that nobody is there', async () => {
    const on = await stage()
    await env.DB.prepare("delete from users where email like 'ann%'").run()
    expect(await ask(on, path(on), 'POST')).toBe(410)
    expect(await ask(on, path(on), 'GET')).toBe(410)
  })

  it('that unsubscribes does so by the POST of a mail program (RFC 8058), and by no GET', async () => {
    const on = await stage()
    const post = {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }
    expect(header(on.letter, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    await on.world.fetch(unsubscribe(on))
    expect(await count('users', "search = 'stopped'")).toBe(0)
    expect((await on.world.fetch(unsubscribe(on), post)).status).toBe(200)
    expect((await on.world.fetch(unsubscribe(on), post)).status).toBe(200)
    expect(await count('users', "search = 'stopped'")).toBe(1)
    const letters = await on.world.tick('2026-11-13T07:30-05:00')
    expect(letters.filter(({ To }) => To === 'ann@gmail.com')).toEqual([])
  })
})

const unsubscribe = ({ letter }: Stage): string =>
  /reachback\.example\.com(\/u\/[^>]+)>/.exec(header(letter, 'List-Unsubscribe'))![1]!

describe('what a mail contains', () => {
  it('reaches no header, markup, table, card or log as anything but text', async () => {
    const warned = vi.spyOn(console, 'warn')
    const world = await joined()
    const name = '=HYPERLINK("http://evil.example")<script>alert(1)</script>'
    await world.bcc('Max Orr <max@orr.example>', AT)
    await world.note(`max is head of =cmd at <b onload=x>Evil</b>`, AT)
    const mail = world.webhook({
      to: 'x@orr.example',
      at: AT,
      subject: 'Hi\r\nBcc: eve@evil.example\r\n\r\n<img src=x>',
    })
    Object.assign(mail, { ToFull: [{ Email: 'eva@orr.example', Name: name, MailboxHash: '' }] })
    await world.post(mail, AT)
    await world.note('history eva@orr.example\nexport', AT, { subject: 'a\r\nBcc: eve@evil.example' })
    await world.bcc('grace@acme.com', AT, { from: 'eve-in-the-log@evil.example', subject: 'in the log' })
    const letters = [...world.postmark.taken, (await world.morning('2026-11-12'))!]
    for (const letter of letters) {
      expect(letter.HtmlBody).not.toMatch(/<script|<img|<b onload/i)
      for (const value of [letter.Subject, ...letter.Headers.map(({ Value }) => Value)])
        expect(value).not.toMatch(/[\r\n]/)
    }
    const files = letters.flatMap(({ Attachments }) => Attachments)
    const csv = files
      .filter(({ Name }) => Name.endsWith('.csv'))
      .map(({ Content }) => atob(Content))
      .join('\n')
    expect(csv).toContain('HYPERLINK')
    expect(csv).not.toMatch(/(^|[,\n])"?[=+@]/)
    expect(JSON.stringify(warned.mock.calls)).not.toMatch(/in.the.log/)
  })
})

describe('loops: nothing is sent twice', () => {
  /** Ann with one letter on her table. */
  async function withLetter(): Promise<{ world: World; letter: Sent }> {
    const world = await joined()
    await world.bcc('Grace Kim <grace@acme.com>', AT)
    const letter = (await world.morning('2026-11-12'))!
    world.postmark.take()
    return { world, letter }
  }

  it.each<[string, Record<string, string>]>([
    ['by the standard', { 'Auto-Submitted': 'auto-replied' }],
    ['by an old program', { 'X-Autoreply': 'yes' }],
    ['by Precedence', { Precedence: 'auto_reply' }],
  ])("the user's vacation reply to our letter, marked %s, is not answered", async (_, headers) => {
    const { world, letter } = await withLetter()
    const before = await count('events')
    for (const rcpt of [letter.ReplyTo, world.address])
      await world.answer(letter, 'drop all, help', EIGHT, { rcpt, headers: { ...PROVEN, ...headers } })
    expect(world.postmark.take()).toEqual([])
    expect(await count('events')).toBe(before)
  })

  it.each<[string, string, number]>([
    ['that its subject alone tells', 'Automatic reply: ', 0],
    ['that nothing tells, by the same words in answer to their receipt', 'Away: ', 1],
  ])("the user's vacation reply to our letter, %s, ends at once", async (_, subject, receipts) => {
    const { world, letter } = await withLetter()
    const all: Sent[] = []
    for (let queue = [letter]; queue.length > 0 && all.length < 50; queue = world.postmark.take()) {
      all.push(...queue)
      for (const one of queue)
        await world.answer(one, 'I am on vacation until Nov 30.', EIGHT, {
          subject: `${subject}${all.length} ${one.Subject}`,
          headers: { ...PROVEN, 'In-Reply-To': header(one, 'Message-ID') },
        })
    }
    expect(all).toHaveLength(1 + receipts)
  })

  it.each<[string, (letter: Sent) => Partial<Mail>]>([
    ['as it is', (letter) => ({ from: letter.From, headers: ours(letter), id: idOf(letter) })],
    ['in the name of the user', (letter) => ({ headers: ours(letter) })],
    ['with its marks taken away', (letter) => ({ from: letter.From, id: idOf(letter) })],
    ['with nothing but its author', (letter) => ({ from: letter.From })],
  ])('our letter, forwarded to us %s, is not answered', async (_, more) => {
    const { world, letter } = await withLetter()
    const before = await snapshot()
    for (const rcpt of [letter.ReplyTo, world.address, OPEN])
      await world.mail({
        to: 'ann@gmail.com',
        rcpt,
        subject: letter.Subject,
        text: letter.TextBody,
        at: EIGHT,
        ...more(letter),
      })
    expect(world.postmark.take()).toEqual([])
    expect({ ...(await snapshot()), refusals: [] }).toEqual(before)
  })

  it('a reply-all with the private address in Cc is one attempt and one answer, and no letter', async () => {
    const { world } = await withLetter()
    const all = { cc: `${world.address}, Max Orr <max@orr.example>`, headers: PROVEN }
    await world.bcc('Grace Kim <grace@acme.com>', EIGHT, all)
    await world.mail({
      from: 'Grace Kim <grace@acme.com>',
      to: 'ann@gmail.com',
      subject: 'Re: Advice',
      text: 'Gladly',
      at: EIGHT,
      ...all,
    })
    await world.mail({
      from: 'Max Orr <max@orr.example>',
      to: 'grace@acme.com',
      subject: 'Re: Advice',
      text: 'help',
      at: EIGHT,
      ...all,
    })
    expect(world.postmark.take()).toEqual([])
  })

  it('two Reachbacks that write to each other fall silent at once, for 20 rounds', async () => {
    const world = await joined()
    const other = 'reach@in.other.example'
    // Ours knows the other as a user, and the other answers whatever comes.
    const from = `Reachback <${other}>`
    const theirs = { 'Auto-Submitted': 'auto-replied', 'X-Reachback-Letter': '17' }
    await env.DB.prepare('update users set email = ?').bind(other).run()
    await env.DB.prepare('insert into sender_addresses (address, user_id) select ?, id from users')
      .bind(other)
      .run()
    await world.note('help', AT, { from })
    expect(world.postmark.take()).toHaveLength(1)
    for (let i = 0; i < 20; i++) await world.note('help', AT, { from, headers: theirs })
    expect(world.postmark.take()).toEqual([])
  })

  it('every letter of ours says that it is automatic, and asks not to be answered by a program', async () => {
    const world = await joined()
    await world.bcc('grace@acme.com', AT, { headers: UNPROVEN })
    for (const letter of world.postmark.taken) {
      expect(header(letter, 'Auto-Submitted')).toMatch(/^auto-/)
      expect(header(letter, 'X-Auto-Response-Suppress')).toBe('All')
      expect(letter.To).toBe('ann@gmail.com')
    }
  })
})

const ours = (letter: Sent): Record<string, string> =>
  Object.fromEntries(
    letter.Headers.filter(({ Name }) => Name !== 'Message-ID').map(({ Name, Value }) => [Name, Value]),
  )
const idOf = (letter: Sent): string => header(letter, 'Message-ID').slice(1, -1)
