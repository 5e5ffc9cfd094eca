import { crowdSql, MORNING } from './crowd.ts'
import type { FarEnd } from './far-end.ts'
import { median } from './inbound.ts'
import type { Running } from './runtime.ts'

export type Digests = {
  users: number
  /** Mornings that were made; the figures are the medians of theirs. */
  mornings: number
  perSecond: number
  /** ms of the workerd process for one digest, D1 within it. */
  cpu: number
  ticks: number
  lettersPerCall: number
  bytesPerLetter: number
  /** The same calls made by a plain client: letters in a second. */
  floor: number
}

const USERS = 10_000
const DAY = 86_400_000

/** Thursday, Friday and Monday of the same users: every line is due until it was shown three times. */
const MORNINGS = [MORNING, MORNING + DAY, MORNING + 4 * DAY]

/** Digests of users with five due lines each among twenty contacts, to a far end that takes them at once. */
export async function benchDigests(worker: Running, farEnd: FarEnd): Promise<Digests> {
  await worker.sql(crowdSql({ users: USERS, due: 5, idle: 15, first: 1001 }))
  const mornings = []
  for (const morning of MORNINGS) {
    farEnd.calls.length = 0
    const began = performance.now()
    const used = worker.used()
    let ticks = 0
    while (letters(farEnd) < USERS) {
      if (ticks === MAX_TICKS) throw new Error(`${letters(farEnd)} of ${USERS} letters came`)
      await worker.tick(morning + 900_000 * ticks++)
    }
    mornings.push({
      seconds: (performance.now() - began) / 1000,
      cpu: (worker.used() - used) / USERS,
      ticks,
      calls: farEnd.calls.length,
    })
  }
  const calls = median(mornings.map((morning) => morning.calls))
  const bytesPerLetter = farEnd.body().length / farEnd.calls.at(-1)!
  return {
    users: USERS,
    mornings: MORNINGS.length,
    perSecond: USERS / median(mornings.map(({ seconds }) => seconds)),
    cpu: median(mornings.map(({ cpu }) => cpu)),
    ticks: median(mornings.map(({ ticks }) => ticks)),
    lettersPerCall: USERS / calls,
    bytesPerLetter,
    floor: await floor(farEnd, calls),
  }
}

const MAX_TICKS = 8

const letters = ({ calls }: FarEnd): number => calls.reduce((sum, n) => sum + n, 0)

/** Letters in a second when their calls are made already and a plain client posts them, one after the other. */
async function floor(farEnd: FarEnd, calls: number): Promise<number> {
  const body = farEnd.body()
  const each = farEnd.calls.at(-1)!
  const began = performance.now()
  for (let i = 0; i < calls; i++)
    await (await fetch(`${farEnd.url}/email/batch`, { method: 'POST', body })).arrayBuffer()
  return (calls * each) / ((performance.now() - began) / 1000)
}
