import { env } from 'cloudflare:workers'
import { expect, vi } from 'vitest'
import { HOUR } from '../../src/db/limits.ts'
import { openDatabase } from '../../src/db/open.ts'
import { tidy } from '../../src/tidy.ts'
import { type Random, randomFrom } from '../fuzz/random.ts'
import { beforePostmark, countIds, type Fault, Faults, WAYS, withBetween } from '../support/faults.ts'
import type { Sent } from '../support/post.ts'
import { restore, type Snapshot, snapshot } from '../support/snapshot.ts'
import { tuesday } from '../support/tuesday.ts'
import { World } from '../support/world.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { type Arrival, through } from './providers.ts'

/** Something that arrives in the life of Ann. */
export type Kind = {
  /** What led to it; by default she stands on the morning of Tue 17 Nov 2026, with that day's letter. */
  given: (ann: { world: World; letter: Sent }) => Promise<Arrival> | Arrival
  at: string
  /** What was changed of the settings since. */
  settings?: Record<string, string>
}

/** `npm run faults` tries every fault of every kind, and some twos; `npm test` a few, other ones by another VITE_SEED. */
const { VITE_FAULTS: FAULTS = '', VITE_SEED: SEED = '1' } = process.env
const IS_ALL = FAULTS === 'all'
const [KINDS, SINGLES, PAIRS] = IS_ALL ? [1000, 1000, 8] : [2, 3, 1]

/** Within so many operations after the first fault comes the second. */
const REACH = 12

/** Has each of these fail in every way; every end must be that of a run in which nothing failed. */
export async function everyFault(kinds: Record<string, Kind>): Promise<void> {
  const random = randomFrom(Number(SEED))
  let [single, double] = [0, 0]
  const chosen = some(Object.entries(kinds), KINDS, random)
  for (const [name, kind] of chosen) {
    const before = await beginning(kind)
    const calm = new Faults()
    const expected = await run(before, calm)
    const all = calm.operations.flatMap(({ of }, at) => WAYS[of].map((_, way): Fault => ({ at, way })))
    // Some mails are told by their headers alone.
    if (all.length === 0) continue
    const singles = some(all, SINGLES, random).map((fault) => [fault])
    const pairs = Array.from({ length: PAIRS }, () => {
      const first = random.of(all)
      return [first, { at: first.at + 1 + random.below(REACH), way: random.below(60) }]
    })
    for (const plan of [...singles, ...pairs]) {
      const faults = new Faults(plan)
      const outcome = await run(before, faults).catch((error: unknown) => error)
      if (JSON.stringify(outcome) !== JSON.stringify(expected))
        expect(outcome, `${name}, ${JSON.stringify(plan)}:\n${faults.tell()}`).toEqual(expected)
    }
    single += singles.length
    double += pairs.length
  }
  console.log(
    `${chosen.length} kinds, ${single + double} runs: ${single} faults alone and ${double} in twos, nothing lost, nothing doubled`,
  )
}

/** Faults are logged, thousands of them. */
function silence(): void {
  for (const level of ['error', 'warn', 'info'] as const)
    vi.spyOn(console, level).mockImplementation(() => {})
}

/** The state in which something arrives. */
type Beginning = {
  rows: Snapshot
  sent: Sent[]
  arrival: Arrival
  at: number
  settings: Record<string, string>
}

async function beginning({ given, at, settings = {} }: Kind): Promise<Beginning> {
  vi.restoreAllMocks()
  silence()
  held = undefined
  const ann = await tuesday()
  const arrival = await given(ann)
  // What is past its days goes once an hour; how many hours a run lasts must not matter.
  await tidy({ db: openDatabase(env.DB), now: Math.floor(Date.parse(at) / HOUR - 1) * HOUR })
  const sent = [...ann.world.postmark.taken]
  return { rows: await snapshot(), sent, arrival, at: Date.parse(at), settings }
}

/** What the latest run left in the database. */
let held: Snapshot | undefined

async function run({ rows, sent, arrival, at, settings }: Beginning, faults: Faults): Promise<Outcome> {
  await restore(rows, held)
  held = undefined
  countIds()
  // The clock is the real one, which the test sets.
  const changed = { ...env, LOCAL_CLOCK: '', ...settings } as Cloudflare.Env
  const world = new World(withBetween(changed, faults.between))
  beforePostmark(faults.between)
  world.postmark.taken.push(...sent)
  await through(arrival, at, world, faults)
  held = await snapshot()
  return outcomeOf(world.postmark.taken.slice(sent.length), held)
}

/** So many of these, or all. */
export const some = <T>(all: T[], count: number, random: Random): T[] =>
  count >= all.length ? all : Array.from({ length: count }, () => random.of(all))
