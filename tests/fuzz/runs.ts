import { type Random, randomFrom } from './random.ts'

/** `npm run fuzz` tries fifty times as many cases; another VITE_SEED other ones. */
const { VITE_FUZZ: FUZZ = '', VITE_SEED: SEED = '1' } = process.env

export const TIMES = FUZZ === 'all' ? 50 : 1

/** So long a case may take before it counts as a hang: far more than a second on a slow machine. */
const HANG = 10_000

/**
 * Runs a case many times, each with chance of its own. What a case throws is told with its number, so that it can be
 * had again. Prints the slowest.
 */
export async function each(
  what: string,
  count: number,
  run: (random: Random, n: number) => unknown,
): Promise<void> {
  let slowest = { ms: 0, n: 0 }
  for (let n = 0; n < count * TIMES; n++) {
    const began = performance.now()
    try {
      await run(randomFrom(Number(SEED) * 1_000_003 + n), n)
    } catch (error) {
      throw new Error(`${what}, case ${n} of seed ${SEED}: ${(error as Error).stack}`, { cause: error })
    }
    const ms = performance.now() - began
    if (ms > slowest.ms) slowest = { ms, n }
    if (ms > HANG) throw new Error(`${what}, case ${n} of seed ${SEED} took ${ms.toFixed(0)} ms`)
  }
  console.log(`${what}: ${count * TIMES} cases, the slowest (${slowest.n}) ${slowest.ms.toFixed(0)} ms`)
}
