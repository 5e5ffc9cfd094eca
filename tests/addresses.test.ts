import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Sent } from './support/post.ts'
import { snapshot } from './support/snapshot.ts'
import { header, type Mail, numberOf, OPEN, World } from './support/world.ts'

const AT = '2026-11-03T10:00-05:00'
const LATER = '2026-11-03T11:00-05:00'
const WORK = 'Ann Lee <ann@work.com>'
const PROVEN = { 'X-Spam-Tests': 'DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU,SPF_PASS' }
const UNPROVEN = { 'X-Spam-Tests': 'DKIM_SIGNED,DKIM_INVALID,SPF_NONE' }

const verdict = async (response: Promise<Response>) => (await response).json()
const flat = (text: string): string => text.replace(/\s+/g, ' ')

const count = async (table: string, where = '1'): Promise<number> =>
  (await env.DB.prepare(`select count(*) n from ${table} where ${where}`).first<{ n: number }>())!.n

const senders = async (): Promise<string[]> =>
  (
    await env.DB.prepare('select address from sender_addresses order by 1').all<{ address: string }>()
  ).results.map(({ address }) => address)

async function joined(): Promise<World> {
  const world = new World()
  await world.join()
  return world
}

const linkIn = (letter: Sent | undefined): string =>
  /https:\/\/reachback\.example\.com(\/l\/[\w.-]+)/.exec(letter?.TextBody ?? '')![1]!

async function press(world: World, path: string, at = LATER, method = 'POST') {
  const headers = { 'x-reachback-now': new Date(at).toISOString() }
  const response = await world.fetch(path, { method, headers })
  return { status: response.status, text: await response.text() }
}

/** What Ann says from her account, and the letters that follow: the one to her first. */
async function said(world: World, text: string, at = AT, more: Partial<Mail> = {}): Promise<Sent[]> {
  world.postmark.take()
  await world.note(text, at, { headers: PROVEN, ...more })
  const isHers = ({ To }: Sent): number => (To === 'ann@gmail.com' ? 0 : 1)
  return world.postmark.take().sort((a, b) => isHers(a) - isHers(b))
}

/** Ann, with ann@work.com added. */
async function withWork(): Promise<World> {
  const world = await joined()
  const [, asked] = await said(world, 'add address ann@work.com')
  await press(world, linkIn(asked))
  world.postmark.take()
  return world
}

describe('another address of the user', () => {
  it.each([
    'add address ann@work.com',
    'Add address: Ann@Work.com please',
    'my other address is ann@work.com',
    'also me: ann@work.com',
  ])('is asked about at that address alone, by "%s"', async (words) => {
    const world = await joined()
    const letters = await said(world, words)
    expect(letters.map(({ To, Subject }) => [To, Subject])).toEqual([
      ['ann@gmail.com', 'Re: note'],
      ['ann@work.com', 'Is this your address?'],
    ])
    expect(flat(letters[0]!.TextBody)).toContain('ann@work.com: a letter with a link goes there')
    expect(await senders()).toEqual(['ann@gmail.com'])
  })

  it('is asked in words that a stranger understands, with nothing of the user but their address', async () => {
    const world = await joined()
    const [, asked] = await said(world, 'add address ann@work.com')
    const text = flat(asked!.TextBody)
    expect(text).toContain('Somebody who uses Reachback as ann@gmail.com says')
    expect(text).toContain('It is not you? Then do nothing.')
    expect(text).not.toContain('Ann Lee')
    expect(JSON.stringify(asked)).not.toContain(world.address)
    expect(header(asked!, 'List-Unsubscribe')).toBe('')
    expect(asked!.ReplyTo ?? '').toBe('')
    expect(header(asked!, 'Auto-Submitted')).toBe('auto-generated')
  })

  it('counts once its reader taps the link, and not by opening it; the account is told', async () => {
    const world = await joined()
    const path = linkIn((await said(world, 'add address ann@work.com'))[1])
    const before = await snapshot()
    expect((await press(world, path, LATER, 'GET')).text).toContain(
      'Let ann@gmail.com use Reachback from ann@work.com as well?',
    )
    expect(await snapshot()).toEqual(before)
    const pages = await Promise.all(Array.from({ length: 4 }, () => press(world, path)))
    expect(pages.filter(({ text }) => text.includes('from now on'))).toHaveLength(1)
    expect(await senders()).toEqual(['ann@gmail.com', 'ann@work.com'])
    expect(world.postmark.take().map(({ To, Subject }) => `${To}: ${Subject}`)).toEqual([
      'ann@gmail.com: ann@work.com is added',
    ])
    await world.bcc('Grace Kim <grace@acme.com>', LATER, { from: WORK, headers: PROVEN })
    expect(world.postmark.take().map(({ To, Subject }) => `${To}: ${Subject}`)).toEqual([
      'ann@gmail.com: Logged: Grace Kim',
    ])
    expect((await said(world, 'addresses', LATER, { from: WORK }))[0]!.TextBody).toContain(
      'You write from ann@gmail.com and ann@work.com; letters go to',
    )
  })

  it('cannot be added by a mail that is not proven, nor by one of a contact', async () => {
    const world = await joined()
    await world.bcc('Grace Kim <grace@acme.com>', AT)
    const letters = await said(world, 'add address eve@evil.example', AT, { headers: UNPROVEN })
    expect(letters.map(({ To }) => To)).toEqual(['ann@gmail.com'])
    expect(await said(world, 'add address eve@evil.example', AT, { from: 'grace@acme.com' })).toEqual([])
  })

  it('is asked about without any word of the provider once it is said in answer to a letter', async () => {
    const world = await joined()
    const [receipt] = await said(world, 'add address ann@work.com', AT, { headers: {} })
    expect(world.postmark.take()).toEqual([])
    await world.answer(receipt!, 'add address ann@work.com', LATER)
    expect(world.postmark.take().map(({ To }) => To)).toContain('ann@work.com')
  })

  it.each([
    ['is theirs already', 'a.n.n@gmail.com', 'is yours already'],
    ["is a contact's", 'grace@acme.com', "is Grace Kim's; nobody but you is written to"],
    ['is ours', 'reach+abc@in.example.com', "is no person's address"],
    ['is a machine', 'noreply@work.com', "is no person's address"],
  ])('is written to by nobody where it %s', async (_, address, says) => {
    const world = await joined()
    await world.bcc('Grace Kim <grace@acme.com>', AT)
    const letters = await said(world, `add address ${address}`)
    expect(letters.map(({ To }) => To)).toEqual(['ann@gmail.com'])
    expect(flat(letters[0]!.TextBody)).toContain(says)
  })

  it("that is another user's gets no letter, in the same words, and is never moved", async () => {
    const world = await joined()
    await world.mail({ from: 'Bo <bo@university.edu>', to: OPEN, rcpt: OPEN, at: AT })
    const path = linkIn((await said(world, 'add address bo2@university.edu'))[1])
    const letters = await said(world, 'add address bo@university.edu')
    expect(letters.map(({ To }) => To)).toEqual(['ann@gmail.com'])
    expect(flat(letters[0]!.TextBody)).toContain(
      'bo@university.edu: a letter with a link goes there, once a day at most, unless the address is in use here.',
    )
    // Bo takes the other one meanwhile: then the link that went there adds nothing.
    await env.DB.prepare(
      "insert into sender_addresses (address, user_id) select 'bo2@university.edu', id from users where email like 'bo@%'",
    ).run()
    expect((await press(world, path)).text).toContain('cannot be added')
    expect(await count('sender_addresses', "address like 'bo%'")).toBe(2)
  })

  it('of whom two users say that it is theirs is added for one, when both links are tapped at once', async () => {
    const world = await joined()
    await world.mail({ from: 'Bo <bo@university.edu>', to: OPEN, rcpt: OPEN, at: AT })
    const asked = [(await said(world, 'add address us@work.com'))[1]]
    const at = '2026-11-04T10:00-05:00'
    const bo = { from: 'bo@university.edu', to: OPEN, rcpt: OPEN }
    asked.push(
      ...(await said(world, 'add address us@work.com', at, bo)).filter(({ To }) => To === 'us@work.com'),
    )
    const pages = await Promise.all(asked.map((letter) => press(world, linkIn(letter), at)))
    expect(pages.filter(({ text }) => text.includes('from now on'))).toHaveLength(1)
    expect(pages.filter(({ text }) => text.includes('cannot be added'))).toHaveLength(1)
    expect(world.postmark.take()).toHaveLength(1)
  })

  it('is asked about once a day for an address, and three times for a user', async () => {
    const world = await joined()
    const to = async (address: string, at = AT): Promise<string[]> =>
      (await said(world, `add address ${address}`, at)).map(({ To }) => To).filter((one) => one === address)
    expect(await to('a@work.com')).toHaveLength(1)
    expect(await to('a@work.com')).toHaveLength(0)
    expect(await to('b@work.com')).toHaveLength(1)
    expect(await to('c@work.com')).toHaveLength(0)
    expect(await to('c@work.com', '2026-11-04T10:00-05:00')).toHaveLength(1)
    expect(await to('a@work.com', '2026-11-04T10:00-05:00')).toHaveLength(1)
  })

  it('is not added after 30 days, nor once the private address was replaced', async () => {
    const world = await joined()
    const path = linkIn((await said(world, 'add address ann@work.com'))[1])
    expect((await press(world, path, '2026-12-05T10:00-05:00')).status).toBe(410)
    await world.note('new address', LATER, { headers: PROVEN })
    expect((await press(world, path)).status).toBe(410)
    expect(await senders()).toEqual(['ann@gmail.com'])
  })

  it('is not asked after "stop", where the letter still waited', async () => {
    const world = await joined()
    world.postmark.failures = Array(2).fill('down')
    await said(world, 'add address ann@work.com')
    await said(world, 'stop', LATER)
    expect((await world.tick('2026-11-03T13:00-05:00')).map(({ To }) => To)).not.toContain('ann@work.com')
    expect(await count('outbox', "state = 'waiting'")).toBe(0)
  })

  it('is removed by a word, and its link adds it no second time', async () => {
    const world = await joined()
    const path = linkIn((await said(world, 'add address ann@work.com'))[1])
    await press(world, path)
    const [receipt] = await said(world, 'remove address ann@work.com')
    expect(receipt!.TextBody).toContain('is removed')
    // It would take back an earlier reply.
    expect(receipt!.TextBody).not.toContain('undo')
    expect((await press(world, path)).text).toContain('done already')
    expect(await senders()).toEqual(['ann@gmail.com'])
    expect((await said(world, 'remove address ann@gmail.com'))[0]!.TextBody).toContain('letters go there')
    expect(await senders()).toEqual(['ann@gmail.com'])
  })

  it('takes the letters where the user says so, and no other address does', async () => {
    const world = await withWork()
    await said(world, 'letters to eve@evil.example')
    await world.bcc('Grace Kim <grace@acme.com>', AT)
    expect((await world.morning('2026-11-12'))!.To).toBe('ann@gmail.com')
    await said(world, 'letters to ann@work.com', '2026-11-12T10:00-05:00')
    expect((await world.morning('2026-11-13'))!.To).toBe('ann@work.com')
  })
})

describe('a mail from another address of the user that is not known', () => {
  const answers = async (world: World, letter: Sent, more: Partial<Mail> = {}) =>
    verdict(
      world.answer(letter, `drop ${numberOf(letter, 'Grace Kim')}`, '2026-11-12T08:00-05:00', {
        from: WORK,
        headers: { ...PROVEN, 'In-Reply-To': header(letter, 'Message-ID') },
        ...more,
      }),
    )

  async function withLetter(): Promise<{ world: World; letter: Sent }> {
    const world = await joined()
    await world.bcc('Grace Kim <grace@acme.com>', AT, { id: 'first@gmail.com' })
    const letter = (await world.morning('2026-11-12'))!
    return { world, letter }
  }

  it('that answers a letter is held, and asked about once, at the account', async () => {
    const { world, letter } = await withLetter()
    for (let i = 0; i < 2; i++) expect(await answers(world, letter)).toMatchObject({ kind: 'held' })
    const asked = world.postmark.take()
    expect(asked.map(({ To, Subject }) => `${To}: ${Subject}`)).toEqual([
      'ann@gmail.com: Is ann@work.com yours?',
    ])
    expect(await count('events', "type = 'dropped'")).toBe(0)
    await answers(world, letter, { at: '2026-11-13T08:00-05:00' })
    expect(world.postmark.take()).toEqual([])
  })

  it('counts after both taps: the account says yes, and then the address does', async () => {
    const { world, letter } = await withLetter()
    await answers(world, letter)
    const asked = linkIn(world.postmark.take()[0])
    const at = '2026-11-12T09:00-05:00'
    expect((await press(world, asked, at, 'GET')).text).toContain('Is ann@work.com yours?')
    expect((await press(world, asked, at)).text).toContain('a letter with a link goes there')
    const [confirm] = world.postmark.take()
    expect(confirm!.To).toBe('ann@work.com')
    expect(await senders()).toEqual(['ann@gmail.com'])
    await press(world, linkIn(confirm), at)
    expect(await answers(world, letter)).toMatchObject({ kind: 'reply' })
    expect(await count('events', "type = 'dropped'")).toBe(1)
  })

  it('that is outreach in a known thread is taken then, as it came', async () => {
    const world = await joined()
    await world.bcc('Grace Kim <grace@acme.com>', AT, { id: 'first@gmail.com' })
    world.postmark.take()
    const headers = { ...PROVEN, References: '<first@gmail.com>', 'In-Reply-To': '<her@acme.com>' }
    const cc = 'Max Orr <max@orr.example>'
    await world.bcc('Grace Kim <grace@acme.com>', LATER, { from: WORK, cc, headers })
    const [asked] = world.postmark.take()
    expect(flat(asked!.TextBody)).toContain('mail from there counts as yours, this one too')
    await press(world, linkIn(asked))
    expect(await count('contacts')).toBe(1)
    await press(world, linkIn(world.postmark.take()[0]))
    expect(await count('held_mails')).toBe(0)
    expect(await count('events', "type in ('attempted', 'touched', 'replied')")).toBeGreaterThan(1)
  })

  it('is let through by "yes" in answer to the letter that asks', async () => {
    const { world, letter } = await withLetter()
    await answers(world, letter)
    const [asked] = world.postmark.take()
    await world.answer(asked!, 'Yes!', '2026-11-12T09:00-05:00')
    expect(
      world.postmark
        .take()
        .map(({ To }) => To)
        .sort(),
    ).toEqual(['ann@gmail.com', 'ann@work.com'])
    await world.answer(asked!, 'yes', '2026-11-12T09:05-05:00')
    expect(world.postmark.take().map(({ To }) => To)).toEqual(['ann@gmail.com'])
  })

  it.each<[string, Partial<Mail>]>([
    ['is not proven', { headers: UNPROVEN }],
    ['comes without any word of the provider', { headers: {} }],
    ['went to a list', { headers: { ...PROVEN, 'List-Id': '<x.list>' } }],
  ])('is refused where it %s', async (_, more) => {
    const { world, letter } = await withLetter()
    expect(await answers(world, letter, more)).toMatchObject({ is: 'refused' })
    expect(world.postmark.take()).toEqual([])
  })

  it('is a stranger where a program passed it on: it is addressed to the user', async () => {
    const { world } = await withLetter()
    const headers = { ...PROVEN, 'In-Reply-To': '<first@gmail.com>' }
    for (const to of ['ann@gmail.com', 'ann@gmail.com, Grace Kim <grace@acme.com>'])
      expect(await verdict(world.mail({ from: 'Tom Lee <tom@acme.com>', to, at: LATER, headers }))).toEqual({
        is: 'refused',
        why: 'stranger',
      })
  })
})

describe('a notice that a mail is held, answered', () => {
  const held = async (): Promise<{ world: World; notice: Sent }> => {
    const world = await joined()
    await world.bcc('Grace Kim <grace@acme.com>', AT, { headers: UNPROVEN })
    return { world, notice: world.postmark.take()[0]! }
  }

  it('by "yes" lets it in, once', async () => {
    const { world, notice } = await held()
    for (const at of [LATER, LATER]) await world.answer(notice, 'yes', at)
    expect(world.postmark.take().map(({ Subject }) => Subject)).toEqual(
      expect.arrayContaining(['Logged: Grace Kim', 'Re: A mail that could not be checked']),
    )
    expect(await count('events')).toBe(1)
    expect(await count('sender_addresses', 'trusted')).toBe(0)
  })

  it('by "yes" taps no link that its sender wrote into the subject', async () => {
    const { world, notice } = await held()
    const other = `https://reachback.example.com${linkIn(notice).replace('/l/l.', '/l/l.W')}`
    await world.bcc('Max Orr <max@orr.example>', '2026-11-04T10:00-05:00', {
      headers: UNPROVEN,
      subject: `${other} x`,
    })
    await world.answer(world.postmark.take()[0]!, 'yes', '2026-11-04T11:00-05:00')
    expect(world.postmark.take().map(({ Subject }) => Subject)).toContain('Logged: Max Orr')
  })

  it('by "yes always" lets in all others of its address as well', async () => {
    const { world, notice } = await held()
    await world.answer(notice, 'yes, always', LATER)
    expect(await count('sender_addresses', 'trusted')).toBe(1)
    expect(await count('events')).toBe(1)
  })

  it('by "yes" below its unmarked quote, in a language that is in no table', async () => {
    const { world, notice } = await held()
    const text = `Kuvu letters@in.example.com tam\n${notice.TextBody}\nyes\n`
    await world.answer(notice, '', LATER, { text })
    expect(await count('events')).toBe(1)
  })

  it.each<[string, string, Partial<Mail>]>([
    ['no', 'no', {}],
    ['yes, without proof', 'yes', { headers: UNPROVEN }],
    ['yes, by a stranger', 'yes', { from: 'eve@evil.example' }],
  ])('by %s does not', async (_, text, more) => {
    const { world, notice } = await held()
    const headers = { ...more.headers, 'In-Reply-To': header(notice, 'Message-ID') }
    await world.answer(notice, text, LATER, { ...more, headers })
    expect(await count('events')).toBe(0)
    expect(await count('held_mails')).toBe(1)
  })
})
