import { env } from 'cloudflare:workers'
import { expect, it, vi } from 'vitest'
import { type Random, randomFrom } from '../fuzz/random.ts'
import { type Fault, Faults } from '../support/faults.ts'
import { Lives } from './lives.ts'
import { emailOf, USERS } from './people.ts'

/** `npm run soak` tries 50,000 things; `npm test` a few, other ones by another VITE_SEED. */
const { VITE_SOAK: SOAK = '250', VITE_SEED: SEED = '1' } = process.env

/** Things in one world; the next ones happen in another. */
const WORLD = 2500

/** Two in a hundred operations fail. */
const RATE = 50

it('keeps what was said, once, through anything', { timeout: 7_200_000 }, async () => {
  for (const level of ['error', 'warn', 'info'] as const)
    vi.spyOn(console, level).mockImplementation(() => {})
  for (let begun = 0; begun < Number(SOAK); begun += WORLD) {
    const random = randomFrom(Number(SEED) * 1_000_003 + begun)
    const plan = faultsOf(random)
    const faults = new Faults(plan)
    const lives = await Lives.begin(faults)
    const count = Math.min(WORLD, Number(SOAK) - begun)
    for (let n = 0; n < count; n++) await lives.goOn(random, n)
    await lives.settle()
    expect(await histories(), `histories after ${begun} of seed ${SEED}`).toEqual(
      Object.fromEntries([...lives.model.histories].sort()),
    )
    expect(lives.model.wrongIn(lives.letters, isOthers), `letters after ${begun} of seed ${SEED}`).toEqual([])
    const failed = plan.filter(({ at }) => at < faults.operations.length).length
    console.log(
      `${count} mails, ticks and taps; ${failed} of ${faults.operations.length} operations failed; ${lives.letters.length} letters; all is as it was said`,
    )
    await Lives.end()
  }
})

/** More places than one world has operations. */
const faultsOf = (random: Random): Fault[] =>
  Array.from({ length: 50 * WORLD }, (_, at): Fault => ({ at, way: random.below(60) })).filter(() =>
    random.once(RATE),
  )

/** A letter never names a person of another user. */
const isOthers = (text: string, email: string): boolean =>
  USERS.some((user) => emailOf(user) !== email && text.includes(user))

/** What is stored of each contact by name, in its order. */
async function histories(): Promise<Record<string, string[]>> {
  const { results } = await env.DB.prepare(
    `select c.name, e.type || coalesce(' ' || (data ->> 'channel'), '') as what
    from events e join contacts c on c.id = e.contact_id where e.type in ('attempted', 'noted', 'snoozed')
    order by c.name, c.id, e.seq`,
  ).all<{ name: string; what: string }>()
  const byName = Map.groupBy(results, ({ name }) => name)
  return Object.fromEntries([...byName].map(([name, rows]) => [name, rows.map(({ what }) => what)]))
}
