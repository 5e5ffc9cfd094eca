import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import worker from '../src/index.ts'
import { type Mail, World } from './support/world.ts'

const SIGNED = { 'X-Spam-Tests': 'DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU,SPF_PASS' }

const count = async (table: string): Promise<number> =>
  (await env.DB.prepare(`select count(*) n from ${table}`).first<{ n: number }>())!.n

const addresses = async (): Promise<string[]> =>
  (
    await env.DB.prepare('select address from contact_addresses order by address').all<{ address: string }>()
  ).results.map(({ address }) => address)

/** Ann, who wrote to Sofia on Tue 3 Nov. */
async function annWroteToSofia(more: Partial<Mail> = {}): Promise<World> {
  const world = new World()
  await world.join()
  await world.bcc('Sofia Marsh <sofia@ode.com>', '2026-11-03T10:00-05:00', { id: 'first@gmail.com', ...more })
  world.postmark.take()
  return world
}

/** An answer of Sofia's from home that Ann's program passes on: only the thread says that it is hers. */
const answerFromHome = (world: World, headers: Record<string, string>, from = 'Sofia Marsh') =>
  world.mail({
    from: `${from} <sofia@home.example>`,
    to: 'ann@gmail.com',
    subject: 'Re: Advice',
    text: 'Gladly.',
    at: '2026-11-05T15:10-05:00',
    headers: { ...SIGNED, ...headers },
  })

describe('an answer from another address', () => {
  it.each([
    ['one id', { 'In-Reply-To': '<first@gmail.com>' }],
    [
      'text around the id',
      { 'In-Reply-To': 'Your message of "Tue, 3 Nov 2026" <first@gmail.com>; from Ann' },
    ],
    ['References without spaces', { References: '<root@gmail.com><first@gmail.com>,<x@y.example>' }],
    ['References over lines', { References: '<root@gmail.com>\r\n\t<first@gmail.com>' }],
    [
      'a parent that we never saw',
      { 'In-Reply-To': '<unseen@ode.com>', References: '<first@gmail.com> <unseen@ode.com>' },
    ],
    ['an id in two angle brackets', { 'In-Reply-To': '<<first@gmail.com>>' }],
  ])('is known by the thread: %s', async (_, headers) => {
    const world = await annWroteToSofia()
    const response = await answerFromHome(world, headers as unknown as Record<string, string>)
    expect(await response.json()).toMatchObject({ is: 'handled', kind: 'answer' })
    expect(await addresses()).toEqual(['sofia@home.example', 'sofia@ode.com'])
    const letter = await world.morning('2026-11-06')
    expect(letter!.TextBody).toContain('Sofia Marsh, Ode. Answered yesterday, waiting for you.')
    expect(letter!.TextBody).toMatch(/Logged since .*Sofia Marsh \(email 1, answered/)
  })

  it.each([
    ['no thread', {}, 'Sofia Marsh'],
    ['another thread', { 'In-Reply-To': '<other@gmail.com>' }, 'Sofia Marsh'],
    ['another name', { 'In-Reply-To': '<first@gmail.com>' }, 'Tom Lee'],
    ['half of the name', { 'In-Reply-To': '<first@gmail.com>' }, 'Sofia'],
    ['no name', { 'In-Reply-To': '<first@gmail.com>' }, ''],
  ])("is nobody's with %s", async (_, headers, name) => {
    const world = await annWroteToSofia()
    const response = await answerFromHome(world, headers as unknown as Record<string, string>, name)
    expect(await response.json()).toEqual({ is: 'refused', why: 'stranger' })
    expect(await addresses()).toEqual(['sofia@ode.com'])
  })

  it('is answered there by Ann, and stays one person', async () => {
    const world = await annWroteToSofia()
    await world.bcc('Sofia Marsh <sofia@home.example>', '2026-11-05T16:00-05:00', {
      subject: 'Re: Advice',
      text: 'Thursday then?\n\nOn Thu, Nov 5, 2026 at 3:10 PM Sofia Marsh <sofia@home.example> wrote:\n> Gladly.',
      headers: {
        'In-Reply-To': '<unseen@home.example>',
        References: '<first@gmail.com> <unseen@home.example>',
      },
    })
    expect(await count('contacts')).toBe(1)
    expect(await addresses()).toEqual(['sofia@home.example', 'sofia@ode.com'])
    await world.note('history sofia', '2026-11-05T17:00-05:00')
    expect(world.postmark.take()[0]!.TextBody).toContain('Thu 5 Nov: you answered them')
  })

  it('is forwarded by Ann, and stays one person', async () => {
    const world = await annWroteToSofia()
    const text =
      '\n---------- Forwarded message ---------\nFrom: Sofia Marsh <sofia@home.example>\nDate: Thu, Nov 5, 2026 at 3:10 PM\nSubject: Re: Advice\nTo: Ann Lee <ann@gmail.com>\n\n\nGladly.\n'
    await world.note(text, '2026-11-05T16:00-05:00', {
      subject: 'Fwd: Re: Advice',
      headers: {
        'In-Reply-To': '<unseen@home.example>',
        References: '<first@gmail.com> <unseen@home.example>',
      },
    })
    expect(await count('contacts')).toBe(1)
    expect((await world.morning('2026-11-06'))!.TextBody).toContain('Sofia Marsh, Ode. Answered yesterday')
  })
})

describe('whose mail Ann answers, where it goes to somebody who is chased', () => {
  const FIRST = '<first@gmail.com>'
  const UNSEEN = '<unseen@ode.com>'
  const IN = (parent: string, ...references: string[]) => ({
    'In-Reply-To': parent,
    References: [...references, parent].join(' '),
  })
  const wrote = (who: string): string => `\n\nOn Wed, Nov 4, 2026 at 9:00 AM ${who} wrote:\n> Hello\n`
  const ASKS = 'looks like a reply. Did they answer?'
  type Case = [name: string, headers: Record<string, string>, quote: string, more?: Partial<Mail>]

  const friday = async ([, headers, quote, more]: Case, first: Partial<Mail> = {}): Promise<string> => {
    const world = await annWroteToSofia(first)
    const text = `Would Friday be good?${quote}`
    await world.bcc('Sofia Marsh <sofia@ode.com>', '2026-11-05T10:00-05:00', {
      subject: 'Re: Advice',
      text,
      headers,
      ...more,
    })
    await world.note('history sofia', '2026-11-05T17:00-05:00')
    const history = world.postmark.take()[0]!.TextBody
    return `${history}${(await world.morning('2026-11-06'))?.TextBody}`.replace(/\s+/g, ' ')
  }

  it.each<Case>([
    ['the parent is her own, nothing quoted', IN(FIRST), ''],
    ['the parent is her own, of an unreadable quote', IN(FIRST), wrote('Sofia')],
    ['only References name it', { References: FIRST }, ''],
    ['the parent is unknown, the quote is hers', IN(UNSEEN, FIRST), wrote('Ann Lee <ann@gmail.com>')],
    ['no parent, the quote is hers', {}, wrote('Ann Lee <ann@gmail.com>')],
    ['no parent, a subject of its own', {}, '', { subject: 'Re: something else' }],
    ['no parent, the subject without "Re:"', {}, '', { subject: 'Advice' }],
  ])('her own, without asking: %s', async (...row) => {
    const said = await friday(row)
    expect(said).toMatch(/Tue 3 Nov: email "Advice"\. .*Thu 5 Nov: email "/)
    expect(said).not.toContain(ASKS)
  })

  it.each<Case>([
    ["the parent is unknown, the quote is Sofia's", IN(UNSEEN), wrote('Sofia Marsh <sofia@ode.com>')],
    ["the parent is her own, the quote is Sofia's", IN(FIRST), wrote('Sofia Marsh <sofia@ode.com>')],
    ["no parent, the quote is Sofia's", {}, wrote('Sofia Marsh')],
  ])("Sofia's, without asking: %s", async (...row) => {
    const said = await friday(row)
    expect(said).toContain('Thu 5 Nov: you answered them')
    expect(said).not.toContain(ASKS)
  })

  it.each<Case>([
    ['the parent is unknown, nothing quoted', IN(UNSEEN), ''],
    ['the same, References know the thread', IN(UNSEEN, FIRST), ''],
    ['the parent is unknown, a first name is quoted', IN(UNSEEN), wrote('Sofia')],
    [
      'the parent is unknown, Sofia is quoted from an address that nobody knows',
      IN(UNSEEN),
      wrote('Sofia Marsh <s@home.example>'),
    ],
    ['only References, of which the last is unknown', { References: `${FIRST} ${UNSEEN}` }, ''],
    ['no parent, but the subject', {}, ''],
    ['no parent, but the subject, in Dutch', {}, '', { subject: 'Antw: Advice' }],
  ])('not sure, and asked: %s', async (...row) => {
    const said = await friday(row)
    expect(said).toContain(`Sofia Marsh. Your mail of Thu 5 Nov`)
    expect(said).toContain(ASKS)
  })

  it.each([
    ['is the parent', IN('<own@ann.example>'), false],
    ['is only the root', IN(UNSEEN, '<own@ann.example>'), true],
  ])('the id that her first mail had before a provider gave it another %s', async (_, headers, isAsked) => {
    const before = { headers: { 'X-Microsoft-Original-Message-ID': '<own@ann.example>' } }
    expect((await friday(['', headers, ''], before)).includes(ASKS)).toBe(isAsked)
  })
})

describe('a mail under another id', () => {
  it.each(['X-Microsoft-Original-Message-ID', 'X-Google-Original-Message-ID', 'X-Original-Message-ID'])(
    'is the one that came before, by its %s',
    async (name) => {
      const world = await annWroteToSofia()
      const again = await world.bcc('Sofia Marsh <sofia@ode.com>', '2026-11-03T10:00-05:00', {
        id: 'rewritten@prod.outlook.com',
        headers: { [name]: '<first@gmail.com>' },
      })
      expect(await again.json()).toEqual({ is: 'seen before' })
    },
  )
})

it('an answer names a mail by the id that it had before a provider gave it another', async () => {
  const world = await annWroteToSofia({ headers: { 'X-Microsoft-Original-Message-ID': '<own@ann.example>' } })
  const response = await answerFromHome(world, { 'In-Reply-To': '<own@ann.example>' })
  expect(await response.json()).toMatchObject({ is: 'handled', kind: 'answer' })
  expect((await world.morning('2026-11-06'))!.TextBody).toContain('Sofia Marsh, Ode. Answered yesterday')
})

describe('a person', () => {
  const raw = async (world: World, head: string, at = 'Tue, 3 Nov 2026 10:00:00 -0500'): Promise<void> => {
    const ctx = createExecutionContext()
    const text = `From: Ann <ann@gmail.com>\r\nDate: ${at}\r\nMessage-ID: <${crypto.randomUUID()}@gmail.com>\r\n${head}\r\n\r\nMay I ask you about your work?\r\n`
    const message = {
      from: 'ann@gmail.com',
      to: world.address,
      raw: new Response(text).body!,
      headers: new Headers(),
    }
    await worker.email(message as unknown as ForwardableEmailMessage, env as Cloudflare.Env, ctx)
    await waitOnExecutionContext(ctx)
    world.postmark.take()
  }

  const word = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`

  it.each([
    ['Korean', '김하나', `${word('김하나')} <hana@acme.com>`],
    ['Cyrillic', 'Анна Орлова', `${word('Анна')} ${word(' Орлова')} <orlova@acme.com>`],
    ['Arabic', 'ليلى حداد', `${word('ليلى حداد')} <l.haddad@acme.com>`],
    ['Latin, quoted-printable', 'Zoë Müller', '=?iso-8859-1?Q?Zo=EB_M=FCller?= <zoe@acme.com>'],
    ['UTF-8 without encoded words', 'Zoë Müller', 'Zoë Müller <zoe@acme.com>'],
    ['last name first', 'Grace Kim', '"Kim, Grace" <g.kim@acme.com>'],
  ])('is called as written, and known by it: %s', async (_, name, to) => {
    const world = new World()
    await world.join()
    await raw(world, `To: ${to}\r\nSubject: Advice`)
    expect((await world.morning('2026-11-12'))!.TextBody).toContain(`${name}, Acme. No answer logged`)
    await world.note(`history ${name.split(' ')[0]}`, '2026-11-12T09:00-05:00')
    expect(world.postmark.take()[0]!.TextBody).toContain(`${name}`)
  })

  it('has one domain, however it is written', async () => {
    const world = new World()
    await world.join()
    await raw(world, 'To: Jo Beck <jo@müller.de>\r\nSubject: One')
    await raw(world, 'To: Jo Beck <jo@XN--MLLER-KVA.de>\r\nSubject: Two', 'Wed, 4 Nov 2026 10:00:00 -0500')
    await world.bcc('Jo Beck <jo@MÜLLER.de>', '2026-11-05T10:00-05:00')
    expect(await addresses()).toEqual(['jo@xn--mller-kva.de'])
  })

  it("keeps a plus-tag in the address; one of Ann's own does not matter", async () => {
    const world = new World()
    await world.join()
    const response = await world.bcc('Jo Beck <jo+coffee@ode.com>', '2026-11-03T10:00-05:00', {
      from: 'Ann Lee <a.nn+search@googlemail.com>',
    })
    expect(await response.json()).toMatchObject({ is: 'handled', kind: 'outreach' })
    expect(await addresses()).toEqual(['jo+coffee@ode.com'])
  })

  it.each([
    ['known without it, written to with it', 'Jo Beck <jo@ode.com>', 'jo+coffee@ode.com'],
    ['known with it, written to without it', 'Jo Beck <jo+coffee@ode.com>', 'Jo Beck <jo@ode.com>'],
  ])('is one person, whatever the plus-tag: %s', async (_, first, second) => {
    const world = new World()
    await world.join()
    await world.bcc(first, '2026-11-03T10:00-05:00')
    const text = 'Gladly.\n\nOn Wed, Nov 4, 2026 at 9:00 AM Jo <jo@ode.com> wrote:\n> Friday?\n'
    await world.bcc(second, '2026-11-05T10:00-05:00', { subject: 'Re: Advice', text })
    expect(await addresses()).toEqual(['jo+coffee@ode.com', 'jo@ode.com'])
    expect(await count('contacts')).toBe(1)
    await world.note('history jo', '2026-11-05T17:00-05:00')
    expect(world.postmark.take().at(-1)!.TextBody).toContain('Thu 5 Nov: you answered them')
  })

  it('is another one at another domain, or under a name that only begins alike', async () => {
    const world = await annWroteToSofia()
    await world.bcc('sofia+x@home.example, sofia.m@ode.com', '2026-11-05T10:00-05:00')
    expect(await count('contacts')).toBe(3)
  })
})
