import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { OPEN, World } from './support/world.ts'

const NOW = '2026-11-05T10:00-05:00'
const PROVEN = { 'X-Spam-Tests': 'DKIM_VALID_AU' }
const UNPROVEN = { 'X-Spam-Tests': 'DKIM_SIGNED,DKIM_INVALID' }

async function status(world: World, from = 'Ann Lee <ann@gmail.com>', rcpt = world.address): Promise<string> {
  world.postmark.take()
  await world.mail({ from, to: rcpt, rcpt, subject: 'hi', text: 'status', at: NOW, headers: PROVEN })
  const receipt = world.postmark.take().find(({ Subject }) => Subject === 'Re: hi')
  return receipt!.TextBody.replace(/\s+/g, ' ')
}

/** Ann and Bo; on Tue 3 Nov some mails of all kinds came, and Postmark took no letter from Wed on. */
async function week(world: World): Promise<void> {
  await world.join()
  await world.mail({ from: 'Bo <bo@university.edu>', to: OPEN, rcpt: OPEN, at: '2026-11-03T09:30-05:00' })
  await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00')
  await world.bcc('Max Orr <max@orr.example>', '2026-11-03T10:05-05:00')
  for (let i = 0; i < 2; i++)
    await world.bcc('x@y.example', '2026-11-03T10:10-05:00', { from: 'eve@evil.example' })
  await world.post('no json', '2026-11-03T10:15-05:00')
  await world.bcc('lia@wu.example', '2026-11-03T10:20-05:00', { headers: UNPROVEN })
  world.postmark.failures = [503]
  await world.note('help', '2026-11-04T10:00-05:00')
}

it('tells the owner how the service does: users, the week by day, what waits, the limit, the clock', async () => {
  const world = new World({ ...env, LETTERS_PER_HOUR: '50' } as Cloudflare.Env)
  await week(world)
  const text = await status(world)
  expect(text).toContain('Users: 2, 0 of them stopped, 0 with letters paused.')
  expect(text).toContain(
    'Tue 3 Nov: 2 mails and taps logged something, 4 letters sent, 0 failed; refused 2 of strangers and 1 not JSON.',
  )
  expect(text).toContain(
    'Wed 4 Nov: 0 mails and taps logged something, 0 letters sent, 0 failed; refused none.',
  )
  expect(text).toContain(
    'Letters that wait: 1, the oldest since Wed 4 Nov 15:00 UTC; 0 more until a pause ends.',
  )
  expect(text).toContain('Limit: 50 letters an hour, 150 a day; 50 may go out now.')
  expect(text).toContain("Mails held for a user's word: 1.")
  expect(text).toContain('Latest digest: none yet. 2 should have been looked at since Wed 4 Nov 12:30 UTC')
})

it('says that nobody waits once the clock has run', async () => {
  const world = new World()
  await week(world)
  await world.tick('2026-11-05T07:30-05:00')
  expect(await status(world)).toContain('Nobody waits for one.')
})

it.each<[string, Partial<Cloudflare.Env>, string, boolean]>([
  ['the first address that may join', {}, 'ann@gmail.com', true],
  ['somebody else who may', {}, 'bo@university.edu', false],
  ['whom OWNER names', { OWNER: 'Bo@university.edu' }, 'bo@university.edu', true],
  ['the first, where OWNER names another', { OWNER: 'bo@university.edu' }, 'ann@gmail.com', false],
  ['anybody, where only domains may join', { ALLOWED_SENDERS: '@gmail.com, *' }, 'ann@gmail.com', false],
])('tells it to the owner alone: %s', async (_, more, from, isOwner) => {
  const world = new World({ ...env, ...more } as Cloudflare.Env)
  await world.join()
  await world.mail({ from: 'Bo <bo@university.edu>', to: OPEN, rcpt: OPEN, at: '2026-11-03T09:30-05:00' })
  expect((await status(world, from, OPEN)).includes('letters an hour')).toBe(isOwner)
})
