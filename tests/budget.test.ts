import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { addressOf, type Crowd, crowdSql, MORNING, personOf, privateAddressOf } from '../tools/bench/crowd.ts'
import { counted, rowsRead, rowsWritten, shapeOf, statementsOf, type Trip } from './support/counting.ts'
import type { Sent } from './support/post.ts'
import { World } from './support/world.ts'

// What things cost the database: counts that D1 and the far ends give, never time. Time is for `npm run bench`.

const AT = '2026-11-12T10:00-05:00'
const TICK = new Date(MORNING).toISOString()

describe("a BCC'd mail", () => {
  it.each([
    ['to people who are new', unknown, 4],
    ['to people who are known', known, 4],
    ['to more people than make an attempt, all new', unknown, 50],
    ['to more people than make an attempt, all known', known, 50],
  ])(
    '%s: one batch of reads and one of writes, as many statements for one as for many',
    async (_, people, many) => {
      await crowd({ users: 1, due: 5, idle: 55 })
      const world = counting()
      const few = await tripsOf(() => bcc(world, 1, people(many === 4 ? 1 : 5, 'few')))
      const all = await tripsOf(() => bcc(world, 1, people(many, 'many')))
      expect(shapeOf(all)).toEqual([expect.stringMatching(/^batch/), expect.stringMatching(/^batch/)])
      expect(shapeOf(all)).toEqual(shapeOf(few))
      expect(all.map(({ statements }) => rowsWritten([{ isBatch: true, statements }]) > 0)).toEqual([
        false,
        true,
      ])
      expect(statementsOf(all).map(({ sql }) => sql)).toEqual(statementsOf(few).map(({ sql }) => sql))
    },
  )

  // Each entry of an index is a written row as well, and a written row costs a thousand read ones.
  it('writes 8 rows where it went to somebody who is known, 14 where to somebody new', async () => {
    await crowd({ users: 1, due: 0, idle: 5 })
    const world = counting()
    expect(rowsWritten(await tripsOf(() => bcc(world, 1, known(1))))).toBeLessThanOrEqual(8)
    expect(rowsWritten(await tripsOf(() => bcc(world, 1, unknown(1, 'new'))))).toBeLessThanOrEqual(14)
  })

  it('delivered a second time costs one batch of reads', async () => {
    await crowd({ users: 1, due: 0, idle: 5 })
    const world = counting()
    const mail = world.webhook({ to: known(2), rcpt: privateAddressOf(1), from: addressOf(1), at: AT })
    await world.post(mail, AT)
    const again = await tripsOf(() => world.post(mail, AT))
    expect(shapeOf(again)).toEqual([expect.stringMatching(/^batch/)])
    expect(rowsWritten(again)).toBe(0)
  })

  it("costs one read where nobody is its user, and the day's count", async () => {
    const world = counting()
    const trips = await tripsOf(() => bcc(world, 1, unknown(1, 'new')))
    expect(shapeOf(trips)).toEqual([expect.stringMatching(/^batch/), 'alone'])
    expect(rowsWritten(trips)).toBeLessThanOrEqual(2)
  })
})

describe('the rows that are read', () => {
  it('for a mail and for an answer are as many with 10 contacts as with 100,000', async () => {
    const costs: { mail: number; answer: number }[] = []
    // The last one has 10 again, beside another user's 100,000.
    for (const [i, idle] of [10, 100_000, 10].entries()) {
      const user = i + 1
      await crowd({ users: 1, due: 2, idle, first: user })
      const world = counting()
      const [letter] = await world.tick(TICK)
      const mail = await tripsOf(() => bcc(world, user, `${personOf(user, 2)}, ${unknown(2, 'new')}`))
      const answer = await tripsOf(() => world.answer(letter!, '1 snooze 3d', AT, { from: addressOf(user) }))
      expect(world.postmark.take()[0]!.TextBody).toContain('Anna1 Berg1: snoozed')
      costs.push({ mail: rowsRead(mail), answer: rowsRead(answer) })
    }
    for (const what of ['mail', 'answer'] as const)
      expect(spread(costs.map((cost) => cost[what]))).toBeLessThanOrEqual(ENDS)
  })

  it('for a digest are as many for a user with 10 contacts as for one with 300', async () => {
    const costs: { read: number; written: number }[] = []
    for (const [i, idle] of [5, 295, 5].entries()) {
      await crowd({ users: 5, due: 5, idle, first: 10 * i + 1 })
      const world = counting()
      const { trips, letters } = await tick(world)
      expect(letters).toHaveLength(5)
      costs.push({ read: rowsRead(trips), written: rowsWritten(trips) })
    }
    expect(spread(costs.map(({ read }) => read))).toBeLessThanOrEqual(ENDS)
    // Of a digest with five lines: its own row (3), the letter (4), its try (2) and end (1), the user (2), the lines (5).
    // And for the whole tick the hour's count.
    expect((costs[1]!.written - 1) / 5).toBeLessThanOrEqual(17)
  })
})

describe('a tick', () => {
  it('costs as many statements for 499 users as for 5, the letters aside, and one call to Postmark', async () => {
    await crowd({ users: 5, due: 5, idle: 5 })
    const { trips: few } = await tick(counting())
    await crowd({ users: 499, due: 5, idle: 5, first: 10 })
    const world = counting()
    const { trips: all, letters } = await tick(world)
    expect(world.postmark.calls).toEqual(['POST /email/batch'])
    expect(letters).toHaveLength(499)
    const aside = (trips: Trip[]) => statementsOf(trips).filter(({ sql }) => !isLetters(sql))
    expect(all.map(({ isBatch }) => isBatch)).toEqual([false, true, true, false, true])
    expect(few.map(({ isBatch }) => isBatch)).toEqual([false, true, true, false, true])
    expect(aside(all).map(({ sql }) => sql)).toEqual(aside(few).map(({ sql }) => sql))
    // The letters go in by their bytes: no two statements have room in one.
    const inserts = statementsOf(all).filter(({ sql }) => isLetters(sql))
    const bytes = inserts.flatMap((statement) => statement.bytes).reduce((sum, n) => sum + n, 0)
    expect(inserts.length).toBeLessThanOrEqual(1 + (2 * bytes) / 600_000)
  })

  it('makes one call to Postmark for a full chunk of 500, and asks once more whether anybody is left', async () => {
    await crowd({ users: 500, due: 5, idle: 0 })
    const world = counting()
    const { trips, letters } = await tick(world)
    expect(world.postmark.calls).toEqual(['POST /email/batch'])
    expect(letters).toHaveLength(500)
    expect(trips.map(({ isBatch }) => isBatch)).toEqual([false, true, true, false, false, true, false])
  })

  // D1 refuses them; the local one takes them.
  it('has no parameter above 2 MB, whatever is due', async () => {
    await crowd({ users: 500, due: 60, idle: 0 })
    const { trips, letters } = await tick(counting())
    expect(letters).toHaveLength(500)
    const bytes = statementsOf(trips).flatMap((statement) => statement.bytes)
    expect(bytes.reduce((max, n) => Math.max(max, n), 0)).toBeLessThan(2_000_000)
  })

  it('costs two statements where nobody is due: who is, and which letters wait', async () => {
    await crowd({ users: 50, due: 5, idle: 5 })
    const early = new Date(MORNING - 900_000).toISOString()
    const trips = await tripsOf(() => counting().tick(early))
    expect(shapeOf(trips)).toEqual(['alone', 'alone'])
    const [due, waiting] = statementsOf(trips)
    expect(due!.sql).toMatch(/^select users\./)
    expect(waiting!.sql).toMatch(/^update "outbox"/)
    expect(rowsRead(trips)).toBeLessThan(10)
    expect(rowsWritten(trips)).toBe(0)
  })
})

/** A search that comes to the end of its index reads a row less than others, and where that is, is chance. */
const ENDS = 12

const spread = (numbers: number[]): number => Math.max(...numbers) - Math.min(...numbers)

const database = counted(env.DB)

const counting = (): World => new World({ ...env, DB: database.db } as Cloudflare.Env)

/** Puts users with contacts into the database, who were there before. */
async function crowd(asked: Crowd): Promise<void> {
  await env.DB.batch(crowdSql(asked).map((sql) => env.DB.prepare(sql)))
}

/** The round trips to the database that something took. */
async function tripsOf(act: () => Promise<unknown>): Promise<Trip[]> {
  database.take()
  await act()
  return database.take()
}

/** One tick at the crowd's hour: what it asked of the database, and its letters. */
async function tick(world: World): Promise<{ trips: Trip[]; letters: Sent[] }> {
  database.take()
  const letters = await world.tick(TICK)
  return { trips: database.take(), letters }
}

/** A mail of a user of the crowd. */
const bcc = (world: World, user: number, to: string): Promise<Response> =>
  world.bcc(to, AT, { from: addressOf(user), rcpt: privateAddressOf(user) })

/** So many contacts of user 1, and so many people whom nobody knows. */
function known(count: number): string {
  return Array.from({ length: count }, (_, i) => personOf(1, i + 1)).join(', ')
}

function unknown(count: number, name: string): string {
  return Array.from({ length: count }, (_, i) => `Eva ${name} <${name}${i}@new.example>`).join(', ')
}

const isLetters = (sql: string): boolean => sql.startsWith('insert into "outbox"')
