import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { eraseAt } from '../src/core/practice/lifetime.ts'
import type { Sent } from './support/post.ts'
import { snapshot } from './support/snapshot.ts'
import { header, isSilent, OPEN, World } from './support/world.ts'

const NINE = '2026-11-12T09:00-05:00'

/** Ann on Thu 12 Nov, with Grace due for her second email. */
async function thursday(): Promise<{ world: World; letter: Sent }> {
  const world = new World()
  await world.join()
  await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00')
  return { world, letter: (await world.morning('2026-11-12'))! }
}

const plain = (text: string): string => text.replace(/\s+/g, ' ')

async function said(world: World, text: string, at = NINE): Promise<string> {
  world.postmark.take()
  await world.note(text, at)
  return plain(world.postmark.take()[0]?.TextBody ?? '')
}

async function unsubscribe(world: World, letter: Sent, at = NINE): Promise<string> {
  const path = /<https:\/\/reachback\.example\.com(\/u\/[^>]+)>/.exec(header(letter, 'List-Unsubscribe'))![1]!
  const headers = { 'x-reachback-now': new Date(at).toISOString() }
  const body = 'List-Unsubscribe=One-Click'
  return plain(await (await world.fetch(path, { method: 'POST', headers, body })).text())
}

/** Whether anything is left in any table. */
/** Nothing is left but counts, which are nobody's. */
const isEmpty = async (): Promise<boolean> =>
  Object.entries(await snapshot()).every(
    ([table, rows]) => rows.length === 0 || table === 'letter_counts' || table === 'refusals',
  )

describe('"stop"', () => {
  it('says the day on which everything is erased, and on that day it is, without another letter', async () => {
    const { world } = await thursday()
    expect(await said(world, 'stop')).toContain(
      'What is stored of you is kept until Wed 10 Feb and then erased, without another letter. Until then "resume" goes on where you stopped, "export" sends you a copy, and "delete everything" erases it at once.',
    )
    for (const day of ['2026-11-13', '2026-11-20', '2027-02-09'])
      expect(await world.morning(day)).toBeUndefined()
    expect(await world.tick('2027-02-10T08:00-05:00')).toEqual([])
    expect(await isEmpty()).toBe(false)
    expect(await world.tick('2027-02-10T09:00-05:00')).toEqual([])
    expect(await isEmpty()).toBe(true)
  })

  it.each(['resume', 'searching again'])(
    'is taken back by "%s" until then, and nothing is lost',
    async (word) => {
      const { world } = await thursday()
      await said(world, 'stop')
      expect(await said(world, word, '2027-02-09T09:00-05:00')).not.toContain('erased')
      await world.tick('2027-02-10T09:00-05:00')
      await world.tick('2027-06-10T09:00-05:00')
      expect(await said(world, 'history grace', '2027-06-10T10:00-05:00')).toContain('Tue 3 Nov')
    },
  )

  it('counts from the latest mail of the user, and every receipt says the day', async () => {
    const { world } = await thursday()
    await said(world, 'stop')
    const receipt = await said(world, 'export', '2026-12-01T09:00-05:00')
    expect(receipt).toContain('Attached: your contacts')
    expect(receipt).toContain('kept until Mon 1 Mar and then erased')
    await world.bcc('Lia Wu <lia@wu.example>', '2026-12-02T09:00-05:00')
    expect(world.postmark.take()).toEqual([])
    await world.tick('2027-03-01T09:00-05:00')
    expect(await isEmpty()).toBe(false)
    await world.tick('2027-03-02T09:00-05:00')
    expect(await isEmpty()).toBe(true)
  })

  it('is not put off by a mail of somebody else', async () => {
    const { world } = await thursday()
    await said(world, 'stop')
    await world.mail({
      from: 'Grace Kim <grace@acme.com>',
      to: world.address,
      text: 'Happy to talk.',
      at: '2026-12-02T09:00-05:00',
      headers: { 'X-Spam-Tests': 'DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU,SPF_PASS' },
    })
    await world.tick('2027-02-10T09:00-05:00')
    expect(await isEmpty()).toBe(true)
  })

  it('erases nobody else', async () => {
    const { world } = await thursday()
    await world.mail({ from: 'Bob <bob@university.edu>', to: OPEN, rcpt: OPEN, text: 'Hi', at: NINE })
    await said(world, 'stop')
    await world.tick('2027-02-10T09:00-05:00')
    const left = await snapshot()
    expect(left.users).toMatchObject([{ email: 'bob@university.edu' }])
    expect(new Set(left.outbox!.map(({ to }) => to))).toEqual(new Set(['bob@university.edu']))
    expect(left.contacts).toEqual([])
  })

  it('lets a letter that waits not go any more; the confirmation goes', async () => {
    const { world } = await thursday()
    world.postmark.failures = [429]
    await world.note('list', NINE)
    expect(await said(world, 'stop', '2026-11-12T09:00:30-05:00')).toContain('No more letters')
    expect(await world.tick('2026-11-12T10:15-05:00')).toEqual([])
  })

  it('is not answered by notices: a code for forwarding, or that letters arrive again', async () => {
    const { world } = await thursday()
    await said(world, 'stop')
    const headers = {
      authorization: `Basic ${btoa('postmark:secret')}`,
      'x-reachback-now': new Date(NINE).toISOString(),
    }
    const post = (body: object) =>
      world.fetch('/events/postmark', { method: 'POST', headers, body: JSON.stringify(body) })
    const change = { RecordType: 'SubscriptionChange', MessageStream: 'outbound', Recipient: 'ann@gmail.com' }
    await post({
      ...change,
      SuppressSending: true,
      SuppressionReason: 'HardBounce',
      ChangedAt: '2026-11-12T14:00:00Z',
    })
    await post({
      ...change,
      SuppressSending: false,
      SuppressionReason: null,
      ChangedAt: '2026-11-12T14:00:00Z',
    })
    expect(world.postmark.take()).toEqual([])
    expect(await said(world, 'resume', '2026-11-12T09:30-05:00')).toContain('Letters come again')
    expect(isSilent(await world.morning('2026-11-13'))).toBe(false)
  })
})

describe('one-click unsubscribe', () => {
  it('is a stop: the page says the day, nothing that waits goes, and everything is erased then', async () => {
    const { world, letter } = await thursday()
    world.postmark.failures = [429]
    await world.note('list', NINE)
    expect(await unsubscribe(world, letter)).toContain('kept until Wed 10 Feb and then erased')
    expect(await unsubscribe(world, letter, '2026-12-12T09:00-05:00')).toContain('until Wed 10 Feb')
    expect(await world.tick('2026-11-12T10:15-05:00')).toEqual([])
    expect(await world.morning('2026-11-13')).toBeUndefined()
    await world.tick('2027-02-10T09:00-05:00')
    expect(await isEmpty()).toBe(true)
    expect(await unsubscribe(world, letter, '2027-02-11T09:00-05:00')).toContain('no longer there')
  })

  it('is taken back by an answer to any letter', async () => {
    const { world, letter } = await thursday()
    await unsubscribe(world, letter)
    await world.answer(letter, 'resume', '2026-11-13T09:00-05:00')
    await world.tick('2027-02-10T09:00-05:00')
    expect(await isEmpty()).toBe(false)
  })
})

describe('whoever gets no letters for another reason', () => {
  it('is erased a year after the last letter, which says the day', async () => {
    const { world } = await thursday()
    let last: Sent | undefined
    for (let day = Date.parse('2026-11-13'); day < Date.parse('2027-01-20'); day += 86_400_000)
      last = (await world.morning(new Date(day).toISOString().slice(0, 10))) ?? last
    expect(plain(last!.TextBody)).toMatch(
      /this is the last letter\. .* kept until \w{3} \d+ Dec 2027 and then erased\./,
    )
    const [, day] = /kept until \w{3} (\d+) Dec/.exec(plain(last!.TextBody))!
    await world.tick(`2027-12-${day}T07:00-05:00`)
    expect(await isEmpty()).toBe(false)
    await world.tick(`2027-12-${day}T08:00-05:00`)
    expect(await isEmpty()).toBe(true)
  })

  it('gets them again after a tap on one of the last', async () => {
    const { world, letter } = await thursday()
    await env.DB.prepare('update users set next_digest_at = null, erase_at = 9e12').run()
    const link = /\/l\/[\w.-]+/.exec(letter.HtmlBody)![0]
    await world.fetch(link, { method: 'POST', headers: { 'x-reachback-now': new Date(NINE).toISOString() } })
    expect(await snapshot()).toMatchObject({
      users: [{ erase_at: null, next_digest_at: Date.parse('2026-11-13T07:30-05:00') }],
    })
  })

  it.each([
    ['stopped', null, 90],
    ['searching', null, 365],
    ['over', null, 365],
    ['searching', 1, undefined],
  ] as const)('%s, next letter %s: erased after %s days', (search, nextDigestAt, days) => {
    expect(eraseAt({ search, nextDigestAt }, 0)).toBe(days === undefined ? null : days * 86_400_000)
  })
})
