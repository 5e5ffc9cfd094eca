import type { Sent } from '../support/post.ts'
import { answering, header, numberOf, type World } from '../support/world.ts'
import type { Kind } from './every-fault.ts'
import { AT, comes, EARLIER, ID, notes, PROVEN, UNPROVEN } from './mails.ts'
import { pathOf, taps } from './others.ts'

// What is asked with a link, and a yes to it by a tap or by a mail: other addresses of Ann, and mails that are held.

const WORK = 'Ann Lee <ann@work.com>'

/** The paths of the links in the latest letter to an address. */
const pathsTo = (address: string, { postmark }: World): string[] => {
  const letter = postmark.taken.findLast(({ To }) => To === address)!
  return [...letter.TextBody.matchAll(/https:\/\/reachback\.example\.com(\/l\/[\w.-]+)/g)].map(
    ([, path]) => path!,
  )
}

const press = (world: World, path: string): Promise<Response> =>
  world.fetch(path, { method: 'POST', headers: { 'x-reachback-now': new Date(EARLIER).toISOString() } })

/** "add address"; the path of the link that went there. */
const asksReader = async (world: World, address = 'ann@work.com'): Promise<string> => {
  await world.note(`add address ${address}`, EARLIER, { headers: PROVEN })
  return pathsTo(address, world)[0]!
}

/** Ann writes from ann@work.com, too. */
const hasWork = async (world: World): Promise<unknown> => press(world, await asksReader(world))

/** In a known thread she copies somebody, from an address that nobody knows. */
const inThread = { from: WORK, to: 'Grace Kim <grace@acme.com>', cc: 'Max Orr <max@orr.example>' }
const knownThread = (world: World): Promise<unknown> =>
  world.bcc('Grace Kim <grace@acme.com>', EARLIER, { id: 'first@gmail.com' })
const threadHeaders = { ...PROVEN, 'In-Reply-To': '<first@gmail.com>' }

/** That mail is held, and she is asked whether the address is hers; the path of the link. */
async function asksAnn(world: World): Promise<string> {
  await knownThread(world)
  await world.bcc(inThread.to, EARLIER, { ...inThread, headers: threadHeaders })
  return pathsTo('ann@gmail.com', world)[0]!
}

/** A mail is held, since nobody vouches for it; the paths of the two links that let it in. */
async function holds(world: World): Promise<string[]> {
  await world.bcc('Lia Wu <lia@wu.example>', EARLIER, { headers: UNPROVEN })
  return pathsTo('ann@gmail.com', world)
}

/** Ann answers the letter that asks. */
const says = (text: string, asks: (world: World) => Promise<unknown>): Kind => ({
  at: AT,
  given: async ({ world }) => {
    await asks(world)
    const asked = world.postmark.taken.findLast(({ To }) => To === 'ann@gmail.com')!
    return { is: 'mail', body: world.webhook(answering(asked, text, AT, { id: ID })) }
  },
})

/** A page that is opened changes nothing. */
const opens = (path: (world: World, letter: Sent) => Promise<string> | string): Kind => ({
  at: AT,
  given: async ({ world, letter }) => ({ is: 'page', path: await path(world, letter) }),
})

const stopPath = (letter: Sent): string => /\/u\/[\w.-]+/.exec(header(letter, 'List-Unsubscribe'))![0]

/** Each secret, and our address, as they are while they are being replaced. */
const REPLACED = {
  INBOUND_AUTH: 'postmark:new, postmark:secret',
  LINK_KEY: 'a-new-key, a-key-for-tests-only',
  INBOUND_ADDRESS: 'hello@new.example.com, reach@in.example.com',
}

export const asked: Record<string, Kind> = {
  '"add address"': notes('add address ann@work.com', { headers: PROVEN }),
  '"add address" of another user': notes('add address bo@university.edu', { headers: PROVEN }, boJoins),
  'another address confirmed': taps((world) => asksReader(world)),
  "another address confirmed that became another user's": taps(async (world) => {
    const path = await asksReader(world, 'bo@university.edu')
    await boJoins(world)
    return path
  }),
  'a mail from another address': comes(
    { from: WORK, to: 'Lia Wu <lia@wu.example>', headers: PROVEN },
    hasWork,
  ),
  '"remove address"': notes('remove address ann@work.com', { headers: PROVEN }, hasWork),
  '"letters to" and "addresses"': notes('letters to ann@work.com\naddresses', { headers: PROVEN }, hasWork),

  'an answer from an address that nobody knows': {
    at: AT,
    given: ({ world, letter }) => ({
      is: 'mail',
      body: world.webhook(
        answering(letter, `${numberOf(letter, 'Grace Kim')} answered`, AT, {
          id: ID,
          from: WORK,
          headers: { ...PROVEN, 'In-Reply-To': header(letter, 'Message-ID') },
        }),
      ),
    }),
  },
  'outreach from an address that nobody knows': comes({ ...inThread, headers: threadHeaders }, knownThread),
  'an address said to be hers': taps(asksAnn),
  '"yes" to whether it is hers': says('yes', asksAnn),
  'its reader says so too, and the held mail is taken': taps(async (world) => {
    await press(world, await asksAnn(world))
    return pathsTo('ann@work.com', world)[0]!
  }),

  'a held mail let in': taps(async (world) => (await holds(world))[0]!),
  'a held mail let in, and its address trusted': taps(async (world) => (await holds(world))[1]!),
  '"yes" to a held mail': says('yes', holds),
  '"yes always" to a held mail': says('yes always', holds),
  '"yes" to a mail that is let in already': says('yes', async (world) =>
    press(world, (await holds(world))[0]!),
  ),
  'a mail of an address that is trusted': comes(
    { to: 'Max Orr <max@orr.example>', headers: UNPROVEN },
    async (world) => press(world, (await holds(world))[1]!),
  ),

  'the page of a line': opens((_, letter) => pathOf(letter, 'Grace Kim', 'Answered')),
  'the page of a held mail': opens(async (world) => (await holds(world))[1]!),
  'the page of an address, for Ann': opens(asksAnn),
  'the page of an address, for its reader': opens((world) => asksReader(world)),
  'the page that stops letters': opens((_, letter) => stopPath(letter)),

  'a link of before the key was replaced': {
    ...taps((_, letter) => pathOf(letter, 'Grace Kim', 'Answered')),
    settings: REPLACED,
  },
  'outreach while all secrets are being replaced': {
    ...comes({ to: 'Lia Wu <lia@wu.example>' }),
    settings: REPLACED,
  },
}

function boJoins(world: World): Promise<unknown> {
  const open = 'reach@in.example.com'
  return world.mail({ from: 'Bo Day <bo@university.edu>', to: open, rcpt: open, at: EARLIER })
}
