import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it, vi } from 'vitest'
import worker from '../../src/index.ts'
import { mostUsed, others } from '../core/mail/reply-clients.ts'
import { layouts, replyIn } from '../core/mail/reply-layouts.ts'
import { mails } from '../ingress/mails.ts'
import { OPEN, World } from '../support/world.ts'
import { mutated } from './mutate.ts'
import type { Random } from './random.ts'
import { each } from './runs.ts'

const HOUR = 3_600_000
const TUESDAY = '2026-11-03T10:00-05:00'

/** Rows that only a user's mail may add to, or change. */
const stored = async (): Promise<unknown> =>
  (await env.DB.prepare(
    `select (select count(*) from events) events, (select count(*) from mails) mails,
        (select count(*) from contacts) contacts, (select count(*) from questions) questions,
        (select group_concat(settings || search) from users) users, (select count(*) from users) n`,
  ).first())!

/** Ann, who wrote to Sofia, and has a digest to answer. */
async function ann(): Promise<{ world: World; digest: string }> {
  for (const level of ['error', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => {})
  const world = new World()
  await world.join()
  await world.bcc('Sofia Marsh <sofia@ode.com>', TUESDAY, { id: 'first@gmail.com' })
  const letter = await world.morning('2026-11-12')
  return { world, digest: letter!.ReplyTo }
}

const raw = async (text: string, to: string): Promise<void> => {
  const ctx = createExecutionContext()
  const body = new Response(Buffer.from(text, 'latin1')).body!
  const message = { from: 'x@x.example', to, raw: body, headers: new Headers(), setReject: () => {} }
  await worker.email(message as unknown as ForwardableEmailMessage, env as Cloudflare.Env, ctx)
  await waitOnExecutionContext(ctx)
}

/** From headers that are not Ann's, however they look. */
const FOREIGN = [
  'Eve <eve@evil.example>',
  '"ann@gmail.com" <eve@evil.example>',
  'ann@gmail.com <eve@evil.example>',
  '<ann@gmail.com> <eve@evil.example>',
  'ann@gmail.com, eve@evil.example',
  'eve@evil.example, Ann <ann@gmail.com>',
  'eve@evil.example (ann@gmail.com)',
  'Ann: ann@gmail.com, eve@evil.example;',
  '=?utf-8?B?QW5uIDxhbm5AZ21haWwuY29tPg==?=',
  '=?utf-8?Q?ann=40gmail.com?= <eve@evil.example>',
  '<=?utf-8?q?ann?=@gmail.com>',
  'ann@gmail.com@evil.example',
  'ann@gmail.com.evil.example',
  'аnn@gmail.com',
  'ann@gmаil.com',
  'ann@ｇmail.com',
  'Sofia Marsh <sofia@ode.com>',
  'Sofia Marsh <sofia@ode.com>, ann@gmail.com',
  '"Ann" <"ann@gmail.com"@evil.example>',
  'ann@gmail.com\0@evil.example',
  '',
]

const TEXTS = [
  'stop',
  'drop all',
  '1 answered',
  'undo',
  'erase everything',
  'yes',
  'Would you have fifteen minutes?',
]

const fresh = (random: Random): string => `${random.below(1e9)}-${random.below(1e9)}@x.example`

it("a mail that is not the user's leaves nothing behind, by either door", { timeout: HOUR }, async () => {
  const { world, digest } = await ann()
  const before = await stored()
  await each('mails of others', 100, async (random, n) => {
    const from = random.of(FOREIGN)
    const rcpt = random.of([world.address, digest, OPEN])
    const text = mutated(random.of(TEXTS), random).slice(0, 20_000)
    if (random.once(2)) {
      const head = `To: ${random.of([rcpt, 'sofia@ode.com'])}\nMessage-ID: <${fresh(random)}>\nIn-Reply-To: <first@gmail.com>\n`
      const two = random.once(4) ? 'From: Ann Lee <ann@gmail.com>\n' : ''
      await raw(
        Buffer.from(`From: ${from || 'eve@evil.example'}\n${two}${head}\n${text}`).toString('latin1'),
        rcpt,
      )
    } else {
      const mail = world.webhook({
        from: from || 'eve@evil.example',
        to: random.of([rcpt, 'sofia@ode.com']),
        rcpt,
        text,
        at: TUESDAY,
        id: fresh(random),
      })
      mail.From = from
      // What is in the header and what was read from it need not agree.
      if (from && random.once(3)) mail.FromFull = { Email: 'ann@gmail.com', Name: 'Ann', MailboxHash: '' }
      expect((await world.post(mail, TUESDAY)).status).toBe(200)
    }
    expect(await stored(), `case ${n}: ${from} to ${rcpt}`).toEqual(before)
  })
  expect(world.postmark.take()).toEqual([])
})

it("a mail in Ann's name that her own domain disowns, or to nobody's address, leaves nothing behind", {
  timeout: HOUR,
}, async () => {
  const { world } = await ann()
  const before = await stored()
  await each('forged mails, wrong addresses', 60, async (random, n) => {
    const isForged = random.once(2)
    const token = mutated(world.address.split('+')[1]!.split('@')[0]!, random).slice(0, 60)
    const rcpt = isForged ? world.address : `reach+${token}x@in.example.com`
    const text = random.of(TEXTS)
    const mail = world.webhook({
      to: random.of([world.address, 'sofia@ode.com']),
      rcpt,
      text,
      at: TUESDAY,
      id: fresh(random),
      headers: isForged
        ? {
            'Received-SPF':
              'Fail (sender SPF failed) identity=mailfrom; client-ip=1.2.3.4; helo=x; envelope-from=ann@gmail.com; receiver=abc@inbound.postmarkapp.com',
            'X-Spam-Tests': 'SPF_FAIL',
          }
        : {},
    })
    const response = await world.post(mail, TUESDAY)
    expect([response.status, await response.json()]).toMatchObject([200, { is: 'refused' }])
    expect(await stored(), `case ${n}: ${rcpt}`).toEqual(before)
  })
})

it('whatever JSON comes is answered with 200, and never with a fault of ours', {
  timeout: HOUR,
}, async () => {
  const { world, digest } = await ann()
  await each('webhooks', 80, async (random, n) => {
    const reply = replyIn(random.of([...mostUsed, ...others]), random.of(layouts)).text
    const mail: Record<string, unknown> = world.webhook({
      to: random.of([world.address, digest, 'Grace Kim <grace@acme.com>', 'jobs@acme.com', '']),
      rcpt: random.of([world.address, digest, OPEN]),
      text: random.once(3) ? reply : mutated(reply, random),
      html: random.once(4) ? mutated(`<p>${reply}</p>`, random) : '',
      subject: random.once(4) ? mutated('Re: Fwd: Advice', random) : 'Re: Advice',
      id: fresh(random),
      at: '2026-11-12T09:00-05:00',
    })
    mail.Attachments = random.once(3)
      ? Object.values(mails)
          .slice(0, random.below(6))
          .map((bytes) => ({
            Name: random.of(['a.eml', 'a.ics', 'a.pdf']),
            ContentType: random.of(['message/rfc822', 'text/calendar', 'message/delivery-status', '']),
            Content: Buffer.from(mutated(bytes.toString('latin1'), random), 'latin1').toString('base64'),
          }))
      : []
    for (let changes = random.below(4); changes > 0; changes--)
      mail[random.of(Object.keys(mail))] = random.of([
        null,
        7,
        '',
        [],
        {},
        [[]],
        true,
        'x',
        [null],
        { Email: 7 },
        '\ud800',
        -1e308,
      ])
    const json = JSON.stringify(mail)
    const body = random.once(3) ? mutated(json, random) : json
    const response = await world.post(body, '2026-11-12T09:00-05:00')
    expect(response.status, `case ${n}: ${body.slice(0, 3000)}`).toBe(200)
    expect(['handled', 'refused', 'seen before']).toContain(((await response.json()) as { is: string }).is)
    // She may have stopped everything by one of them.
    if (n % 20 === 19) await world.note('resume', '2026-11-12T09:01-05:00')
  })
})

it('whatever raw mail comes is taken or refused, and never with a fault of ours', {
  timeout: HOUR,
}, async () => {
  const { world } = await ann()
  await each('raw mails', 60, async (random) => {
    const text = random
      .of(Object.values(mails))
      .toString('latin1')
      .replace(/^From: .*$/m, 'From: Ann Lee <ann@gmail.com>')
    await raw(
      mutated(text.replace(/^Message-ID: .*$/m, `Message-ID: <${fresh(random)}>`), random),
      world.address,
    )
  })
})
