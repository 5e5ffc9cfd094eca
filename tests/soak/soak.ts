import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { expect, vi } from 'vitest'
import { practiceOf } from '../../src/core/practice/due.ts'
import { standingOf } from '../../src/core/practice/standing.ts'
import { localDate } from '../../src/core/when/zone.ts'
import { everyone } from '../../src/db/everyone.ts'
import { openDatabase } from '../../src/db/open.ts'
import { selectUsers, userOf } from '../../src/db/users.ts'
import { type Random, randomFrom } from '../fuzz/random.ts'
import { type Fault, Faults } from '../support/faults.ts'
import { Lives } from './lives.ts'
import type { Model } from './model.ts'
import { emailOf, USERS } from './people.ts'

/** `npm run soak` tries 50,000 things, or VITE_SOAK; `npm test` a few, other ones by another VITE_SEED. */
const { VITE_SOAK: SOAK = '40', VITE_SEED: SEED = '1' } = process.env

/** Things in one world; the next ones happen in another. */
const WORLD = 1250

/** Two in a hundred operations fail. */
const RATE = 50

/** A file is one request to the runtime, which may set 10,000 time-outs, one for each call to Postmark. */
const FILES = 4

/** Of the files, each has every fourth world. */
export async function soak(file: 0 | 1 | 2 | 3): Promise<void> {
  for (const level of ['error', 'warn', 'info'] as const)
    vi.spyOn(console, level).mockImplementation(() => {})
  const worlds = Math.ceil(Number(SOAK) / WORLD)
  for (let world: number = file; world < worlds; world += FILES) {
    const random = randomFrom(Number(SEED) * 1_000_003 + world)
    const plan = faultsOf(random)
    const faults = new Faults(plan)
    const lives = await Lives.begin(faults)
    const count = Math.min(WORLD, Number(SOAK) - world * WORLD)
    for (let n = 0; n < count; n++) await lives.goOn(random, n)
    await lives.settle()
    const where = `world ${world + 1} of ${worlds}, seed ${SEED}`
    expect(await histories(), `histories of ${where}`).toEqual(
      Object.fromEntries([...lives.model.histories].sort()),
    )
    expect(await standings(lives), `standings of ${where}`).toEqual(modelled(lives))
    expect(lives.model.wrongIn(lives.letters, isOthers), `letters of ${where}`).toEqual([])
    const failed = plan.filter(({ at }) => at < faults.operations.length).length
    console.log(
      `${where}: ${count} mails, ticks and taps; ${failed} of ${faults.operations.length} operations failed; ${lives.letters.length} letters; all is as it was said`,
    )
    await Lives.end()
  }
}

/** More places than one world has operations. */
const faultsOf = (random: Random): Fault[] =>
  Array.from({ length: 50 * WORLD }, (_, at): Fault => ({ at, way: random.below(60) })).filter(() =>
    random.once(RATE),
  )

/** A letter never names a person of another user. Tags go: the tokens in links have any letters. */
const isOthers = (text: string, email: string): boolean => {
  const read = text.replace(/<[^>]*>/g, ' ')
  return USERS.some((user) => emailOf(user) !== email && read.includes(user))
}

/** What is stored of each contact by name, in its order. */
async function histories(): Promise<Record<string, string[]>> {
  const { results } = await env.DB.prepare(
    `select c.name, e.type || coalesce(' ' || (data ->> 'channel'), '') as what
    from events e join contacts c on c.id = e.contact_id
    order by c.name, c.id, e.seq`,
  ).all<{ name: string; what: string }>()
  const byName = Map.groupBy(results, ({ name }) => name)
  return Object.fromEntries([...byName].map(([name, rows]) => [name, rows.map(({ what }) => what)]))
}

type Standings = Record<string, ReturnType<Model['standing']>>

/** How each contact stands by what is stored. */
async function standings(lives: Lives): Promise<Standings> {
  const { now, model } = lives
  const db = openDatabase(env.DB)
  const found: Standings = {}
  for (const user of (await selectUsers(db, sql`1`)).map(userOf))
    for (const { name, history } of await everyone(db, user.id)) {
      const today = localDate(now, user.settings.zone)
      const { ball, booked, unthanked } = standingOf(history, practiceOf(user.settings, user.search), today)!
      const turn = model.standing(name).turn && ball
      found[name] = {
        turn,
        meeting: booked.length > 0,
        owesThanks: isRecent(lives, name) && unthanked.length > 0,
      }
    }
  return found
}

const modelled = (lives: Lives): Standings =>
  Object.fromEntries(
    [...lives.model.histories.keys()].map((name) => {
      const standing = lives.model.standing(name)
      return [name, { ...standing, owesThanks: isRecent(lives, name) && standing.owesThanks }]
    }),
  )

/** Fifteen business days later the thanks are in an update, or given up (practice 2.5): then they are not compared. */
const isRecent = ({ now, metOn }: Lives, name: string): boolean =>
  now - Date.parse(metOn.get(name) ?? '1970-01-01') < 21 * 86_400_000
