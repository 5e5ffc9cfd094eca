import { env } from 'cloudflare:workers'
import { expect, it, vi } from 'vitest'
import { randomFrom } from '../fuzz/random.ts'
import { beforePostmark, countIds, Faults, withBetween } from '../support/faults.ts'
import type { Sent } from '../support/post.ts'
import { restore, type Snapshot, snapshot } from '../support/snapshot.ts'
import { tuesday } from '../support/tuesday.ts'
import { Turns } from '../support/turns.ts'
import { answering, type Mail, numberOf, OPEN, World } from '../support/world.ts'
import { some } from './every-fault.ts'
import { outcomeOf } from './outcome.ts'
import { type Arrival, comes, setClock, through } from './providers.ts'

const { VITE_FAULTS: FAULTS = '', VITE_SEED: SEED = '1' } = process.env
const [COUNT, ORDERS] = FAULTS === 'all' ? [1000, 30] : [6, 1]

const AT = '2026-11-17T09:01-05:00'
const MORNING = '2026-11-18T07:30-05:00'

type Ann = { world: World; letter: Sent }

const mail = (world: World, written: Partial<Mail>): Arrival => ({
  is: 'mail',
  body: world.webhook({ at: AT, text: 'Would you have fifteen minutes?', ...written }),
})
const note = (world: World, text: string): Arrival => mail(world, { to: world.address, text })
const reply = ({ world, letter }: Ann, text: string): Arrival => ({
  is: 'mail',
  body: world.webhook(answering(letter, `${numberOf(letter, 'Grace Kim')} ${text}`, AT)),
})
const tap = ({ letter }: Ann, word: string): Arrival => {
  const line = letter.HtmlBody.split('<tr>').find((row) => row.includes('>Grace Kim</b>'))!
  return {
    is: 'tap',
    path: new RegExp(`href="https://reachback\\.example\\.com(/l/[^"]+)">${word}<`).exec(line)![1]!,
  }
}
const tick: Arrival = { is: 'tick' }
const twice = (arrival: Arrival): Arrival[] => [arrival, arrival]
const bo = { from: 'Bo Day <bo@university.edu>', to: OPEN, rcpt: OPEN }

// Not here: a stop or a bounce between the writing of a letter and its sending holds it back, as no order of both does.
const PAIRS: Record<string, (ann: Ann) => Arrival[] | Promise<Arrival[]>> = {
  'one mail': ({ world }) => twice(mail(world, { to: 'Lia Wu <lia@wu.example>' })),
  'two mails to one person': ({ world }) =>
    [1, 2].map(() => mail(world, { to: 'Grace Kim <grace@acme.com>' })),
  'two mails to somebody new': ({ world }) =>
    [1, 2].map(() => mail(world, { to: 'Lia Wu <lia@wu.example>' })),
  'two notes that name somebody new': ({ world }) => [
    note(world, 'add Lia Wu'),
    note(world, 'add Lia Wu, friend'),
  ],
  'a note and a mail that name somebody new': ({ world }) => [
    note(world, 'add Lia Wu'),
    mail(world, { to: 'Lia Wu <lia@wu.example>' }),
  ],
  'two mails to two of one name': ({ world }) =>
    ['lia@wu.example', 'lia@gmail.com'].map((to) => mail(world, { to: `Lia Wu <${to}>` })),
  'two notes of settings': ({ world }) => [note(world, 'tz chicago'), note(world, 'skip friday')],
  'a reply': (ann) => twice(reply(ann, 'answered')),
  'a reply and a tap': (ann) => [reply(ann, 'answered'), tap(ann, 'Answered')],
  'a tap': (ann) => twice(tap(ann, 'Answered')),
  'two taps': (ann) => [tap(ann, 'Answered'), tap(ann, 'Snooze')],
  'a stop and a mail': ({ world }) => [
    note(world, 'stop'),
    mail(world, { to: 'Grace Kim <grace@acme.com>' }),
  ],
  'somebody who joins by two mails': ({ world }) => [1, 2].map(() => mail(world, bo)),
  'a letter that waits, in two deliveries': async ({ world }) => {
    world.postmark.failures = [429]
    await world.note('help', '2026-11-17T08:55-05:00')
    return twice(tick)
  },
}

const MORNINGS: typeof PAIRS = {
  'two ticks': () => twice(tick),
  'a tick and a reply': (ann) => [tick, reply(ann, 'answered')],
  'a tick and a mail': ({ world }) => [tick, mail(world, { to: 'Grace Kim <grace@acme.com>', at: MORNING })],
  'a tick and a tap': (ann) => [tick, tap(ann, 'Snooze')],
}

let orders = 0

const all = [
  ...Object.entries(PAIRS).map(([name, pair]) => ({ name, pair, at: AT })),
  ...Object.entries(MORNINGS).map(([name, pair]) => ({ name, pair, at: MORNING })),
]

it.each(some(all, COUNT, randomFrom(Number(SEED))))(
  '$name at once ends as one after the other',
  { timeout: 600_000 },
  async ({ name, pair, at }) => {
    vi.restoreAllMocks()
    for (const level of ['error', 'warn', 'info'] as const)
      vi.spyOn(console, level).mockImplementation(() => {})
    const ann = await tuesday()
    const both = await pair(ann)
    const before = { rows: await snapshot(), sent: [...ann.world.postmark.taken], at: Date.parse(at) }
    const [first, second] = [await run(both, before, () => 0), await run(both, before, (count) => count - 1)]
    const random = randomFrom(Number(SEED))
    for (let i = 0; i < ORDERS; i++) {
      const order: number[] = []
      const outcome = await run(both, before, (count) => {
        order.push(random.below(count))
        return order.at(-1)!
      })
      orders++
      if (![first, second].includes(outcome))
        expect(JSON.parse(outcome), `${name}, in the order ${order.join('')}`).toEqual(JSON.parse(first))
    }
  },
)

it('was tried in many orders', () => {
  console.log(`${orders} orders of two things at once, each ended as one after the other`)
})

/** What two things at once leave behind, their operations in an order. */
async function run(
  both: Arrival[],
  { rows, sent, at }: { rows: Snapshot; sent: Sent[]; at: number },
  whose: (count: number) => number,
): Promise<string> {
  await restore(rows)
  countIds()
  const turns = new Turns()
  const world = new World(withBetween({ ...env, LOCAL_CLOCK: '' } as Cloudflare.Env, turns.between))
  beforePostmark(turns.between)
  world.postmark.taken.push(...sent)
  setClock(at, world)
  const left = new Set(both.keys())
  await turns.take(
    both.map((arrival, i) => () => comes(arrival, world, () => left.delete(i)).catch(() => {})),
    whose,
  )
  const calm = new Faults()
  for (const i of left) await through(both[i]!, at + 60_000, world, calm)
  await through({ is: 'tick' }, at + 60_000, world, calm)
  return JSON.stringify(outcomeOf(world.postmark.taken.slice(sent.length), await snapshot()))
}
