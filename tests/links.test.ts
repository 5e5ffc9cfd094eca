import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/deps.ts'
import { linkUrl, readLink } from '../src/links.ts'
import { sign, signNow } from '../src/sign.ts'
import type { Sent } from './support/post.ts'
import { snapshot } from './support/snapshot.ts'
import { numberOf, World } from './support/world.ts'

const EIGHT = '2026-11-12T08:00-05:00'
const CONFIG = readConfig(env as Cloudflare.Env)

/** Ann on Thu 12 Nov, with Grace and Marcus due for their second email. */
async function thursday(): Promise<{ world: World; letter: Sent }> {
  const world = new World()
  await world.join()
  await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00')
  await world.bcc('Marcus Hale <marcus@northwind.com>', '2026-11-03T11:00-05:00')
  return { world, letter: (await world.morning('2026-11-12'))! }
}

/** The path of a word that stands in a person's line. */
function pathOf(letter: Sent, name: string, word: string): string {
  const line = letter.HtmlBody.split('<tr>').find((row) => row.includes(`>${name}</b>`))!
  return new RegExp(`href="https://reachback\\.example\\.com(/l/[^"]+)">${word}<`).exec(line)![1]!
}

const get = async (world: World, path: string, at = EIGHT): Promise<{ status: number; text: string }> =>
  answer(await world.fetch(path, { headers: clock(at) }))
const tap = async (world: World, path: string, at = EIGHT): Promise<{ status: number; text: string }> =>
  answer(await world.fetch(path, { method: 'POST', headers: clock(at) }))

const clock = (at: string) => ({ 'x-reachback-now': new Date(at).toISOString() })
const answer = async (response: Response) => ({ status: response.status, text: await response.text() })
const undoIn = (text: string): string => /action="([^"]+)"/.exec(text)![1]!

const namesOn = async (world: World, on: string): Promise<string[]> =>
  [...((await world.morning(on))?.TextBody ?? '').matchAll(/^ *\d+ {2}(?:Call )?([A-Z]\w+ [A-Z]\w+)/gm)].map(
    ([, name]) => name!,
  )

describe('a link in a letter', () => {
  it('opened shows who and what with one button, and changes nothing', async () => {
    const { world, letter } = await thursday()
    const before = await snapshot()
    const { status, text } = await get(world, pathOf(letter, 'Grace Kim', 'Snooze'))
    expect(status).toBe(200)
    expect(text).toContain('Grace Kim: snooze 3d?')
    expect(text.match(/<button/g)).toHaveLength(1)
    expect(text).not.toMatch(/<script|Marcus|grace@acme\.com/)
    expect(await snapshot()).toEqual(before)
  })

  it('is a page that no scanner, index or other site gets anything out of', async () => {
    const { world, letter } = await thursday()
    const { headers } = await world.fetch(pathOf(letter, 'Grace Kim', 'Snooze'), { headers: clock(EIGHT) })
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'/)
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('tapped does what the command does, shows it, and writes no letter', async () => {
    const { world, letter } = await thursday()
    const { text } = await tap(world, pathOf(letter, 'Grace Kim', 'Snooze'))
    expect(text).toContain('Grace Kim: snoozed to Mon 16 Nov.')
    expect(world.postmark.take()).toEqual([])
    expect(await namesOn(world, '2026-11-13')).toEqual(['Marcus Hale'])
    expect(await namesOn(world, '2026-11-16')).toContain('Grace Kim')
  })

  it('tapped twice, or five times at once, does it once and says so', async () => {
    const { world, letter } = await thursday()
    const path = pathOf(letter, 'Grace Kim', 'Answered')
    const pages = await Promise.all(Array.from({ length: 5 }, () => tap(world, path)))
    expect(pages.filter(({ text }) => text.includes('Grace Kim: answered'))).toHaveLength(1)
    expect(pages.filter(({ text }) => text.includes('done already'))).toHaveLength(4)
    const before = await snapshot()
    expect((await tap(world, path)).text).toContain('done already')
    expect((await get(world, path)).text).toContain('done already')
    expect(await snapshot()).toEqual(before)
    expect((await world.morning('2026-11-13'))!.TextBody).toContain(
      'Logged since yesterday: Grace Kim (answered)',
    )
  })

  it('is taken back by the button that follows, once, whatever came after it', async () => {
    const { world, letter } = await thursday()
    const path = pathOf(letter, 'Grace Kim', 'Answered')
    const undo = undoIn((await tap(world, path)).text)
    await world.answer(letter, `${numberOf(letter, 'Marcus Hale')} snooze 5d`, EIGHT)
    const before = await snapshot()
    expect((await get(world, undo)).text).toContain('Take it back?')
    expect(await snapshot()).toEqual(before)
    expect((await tap(world, undo)).text).toContain('Taken back.')
    expect((await tap(world, undo)).text).toContain('taken back already')
    expect((await tap(world, path)).text).toContain('taken back already')
    expect(await namesOn(world, '2026-11-13')).toEqual(['Grace Kim'])
  })

  it('is taken back by "undo" in an answer, too', async () => {
    const { world, letter } = await thursday()
    await tap(world, pathOf(letter, 'Grace Kim', 'Answered'))
    await world.answer(letter, 'undo', '2026-11-12T08:05-05:00')
    expect(await namesOn(world, '2026-11-13')).toEqual(['Grace Kim', 'Marcus Hale'])
  })

  it('of a line that is no longer open changes nothing', async () => {
    const { world, letter } = await thursday()
    await world.answer(letter, `${numberOf(letter, 'Grace Kim')} answered`, EIGHT)
    const before = await snapshot()
    const { status, text } = await tap(world, pathOf(letter, 'Grace Kim', 'Snooze'), '2026-11-12T08:10-05:00')
    expect([status, text]).toEqual([200, expect.stringContaining('no longer open')])
    expect(await snapshot()).toEqual(before)
  })

  it('works for 30 days', async () => {
    const { world, letter } = await thursday()
    const path = pathOf(letter, 'Grace Kim', 'Answered')
    expect((await get(world, path, '2026-12-12T20:00-05:00')).status).toBe(200)
    const late = await tap(world, path, '2026-12-13T08:00-05:00')
    expect([late.status, late.text]).toEqual([410, expect.stringContaining('links work for 30 days')])
  })

  it('dies with the private address', async () => {
    const { world, letter } = await thursday()
    await env.DB.batch([
      env.DB.prepare('update private_addresses set replaced_at = 1'),
      env.DB.prepare("insert into private_addresses (token, user_id) select 'another', id from users"),
    ])
    const { status, text } = await tap(world, pathOf(letter, 'Grace Kim', 'Answered'))
    expect([status, text]).toEqual([410, expect.stringContaining('private address was replaced')])
  })

  it('dies when letters are stopped, and when the user is gone', async () => {
    const { world, letter } = await thursday()
    const path = pathOf(letter, 'Grace Kim', 'Answered')
    await world.answer(letter, 'stop', EIGHT)
    const { status, text } = await tap(world, path)
    expect([status, text]).toEqual([410, expect.stringContaining('Letters are stopped')])
    await env.DB.prepare('delete from users').run()
    expect((await tap(world, path)).status).toBe(410)
  })

  it('is nobody else’s: another signature, another text, another kind of token', async () => {
    const { world, letter } = await thursday()
    const path = pathOf(letter, 'Grace Kim', 'Answered')
    const [text = '', mac = ''] = path.slice('/l/'.length).split(/\.(?=[^.]*$)/)
    const other = Buffer.from(
      Buffer.from(text.slice(2), 'base64url').toString().replace('answered', 'drop'),
    ).toString('base64url')
    const before = await snapshot()
    for (const token of [
      `${text}.${mac.slice(0, -1)}A`,
      `l.${other}.${mac}`,
      text,
      'x',
      'l..',
      'a'.repeat(5000),
      await sign('u.1', CONFIG.linkKeys[0]),
    ])
      for (const fetch of [get, tap]) expect((await fetch(world, `/l/${token}`)).status, token).toBe(404)
    expect(await snapshot()).toEqual(before)
  })

  it('answers 500 while the database fails, and works after', async () => {
    const { world, letter } = await thursday()
    const broken = new Proxy(env.DB, {
      get: (db, name) =>
        name === 'batch'
          ? () => Promise.reject(new Error('D1_ERROR: Network connection lost.'))
          : Reflect.get(db, name).bind(db),
    })
    const path = pathOf(letter, 'Grace Kim', 'Answered')
    expect((await tap(new World({ ...env, DB: broken } as Cloudflare.Env), path)).status).toBe(500)
    world.postmark = new World().postmark
    expect((await tap(world, path)).text).toContain('Grace Kim: answered')
  })

  it('shows a name as text, whatever it is made of', async () => {
    const world = new World()
    await world.join()
    await world.bcc('"<img src=x onerror=alert(1)>" <grace@acme.com>', '2026-11-03T10:00-05:00')
    const letter = (await world.morning('2026-11-12'))!
    const path = /href="https:\/\/reachback\.example\.com(\/l\/[^"]+)"/.exec(letter.HtmlBody)![1]!
    for (const { text } of [await get(world, path), await tap(world, path)])
      expect(text).not.toContain('<img')
  })
})

describe('a token', () => {
  it('is the same signed at once and signed later', async () => {
    for (const text of ['', 'u.17', 'l.ü']) expect(signNow(text, 'key')).toBe(await sign(text, 'key'))
  })

  it('reads back as what it was made of', async () => {
    const user = { id: 17, token: 'abc' }
    const link = {
      is: 'gesture',
      on: '2026-11-12',
      contact: 5,
      key: 'promise "Ü" 1',
      command: 'snooze 3d',
    } as const
    const url = linkUrl({ ...link, user }, CONFIG)
    expect(url).toMatch(/^https:\/\/reachback\.example\.com\/l\/[\w.-]+$/)
    expect(url).not.toContain('abc')
    expect(await readLink(url.split('/').at(-1)!, CONFIG)).toEqual({
      ...link,
      userId: 17,
      address: expect.any(String),
    })
  })
})
