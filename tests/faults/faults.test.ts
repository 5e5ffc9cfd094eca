import { expect, it, vi } from 'vitest'
import { countIds, FAULT_KINDS, type Fault, Faults, type Operation } from '../support/faults.ts'
import { restore, type Snapshot, snapshot } from '../support/snapshot.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { scenario } from './scenario.ts'

/** `npm run faults` tries every fault, and pairs of them; `npm test` a few, other ones for another VITE_SEED. */
const { VITE_FAULTS: FAULTS = '24', VITE_SEED: SEED = '1' } = process.env

it('ends as if nothing had happened, whatever fails once', { timeout: 3_600_000 }, async () => {
  for (const level of ['error', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => {})
  const empty = await snapshot()
  const calm = new Faults()
  const expected = await run(calm, empty)
  const single = calm.operations.flatMap(({ of }, at) =>
    FAULT_KINDS[of].map((kind): Fault[] => [{ at, kind }]),
  )
  const isAll = FAULTS === 'all'
  const plans = isAll ? [...single, ...pairs(single, 500)] : chosen(single, Number(FAULTS))
  for (const plan of plans) {
    const faults = new Faults(plan)
    const what = plan.map(({ at, kind }) => `${kind}: ${summary(calm.operations[at]!)}`).join('\nand ')
    const outcome = await run(faults, empty).catch((error: unknown) => error)
    expect(outcome, `after ${JSON.stringify(plan)}:\n${what}`).toEqual(expected)
  }
  console.log(
    `${plans.length} faults tried, of ${single.length} single ones: ${calm.operations.length} operations in the scenario`,
  )
})

const summary = ({ what }: Operation): string => what.replace(/\s+/g, ' ').trim().slice(0, 100)

async function run(faults: Faults, empty: Snapshot): Promise<Outcome> {
  await restore(empty)
  countIds()
  return outcomeOf(await scenario(faults))
}

/** Some of the plans, the same ones for the same seed. */
function chosen(plans: Fault[][], count: number): Fault[][] {
  const random = randomNumbers(Number(SEED))
  return Array.from({ length: count }, () => plans[Math.floor(random() * plans.length)]!)
}

/** Two faults in one run. */
const pairs = (single: Fault[][], count: number): Fault[][] => {
  const all = chosen(single, 2 * count)
  return Array.from({ length: count }, (_, i) => [...all[2 * i]!, ...all[2 * i + 1]!])
}

/** Mulberry32. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
