/** A statement that D1 carried out, with the rows that D1 says it read and wrote. */
export type Statement = {
  sql: string
  read: number
  written: number
  /** Of its parameters, in UTF-8. */
  bytes: number[]
}

/** One round trip to D1: a batch, or a statement by itself. */
export type Trip = { isBatch: boolean; statements: Statement[] }

/** A database that counts what is asked of it. */
export type Counted = {
  db: D1Database
  /** The round trips since the last look. */
  take: () => Trip[]
}

/** Puts a counter in front of a database; everything behind it is carried out as ever. */
export function counted(db: D1Database): Counted {
  const trips: Trip[] = []
  /** The statements of ours, and what D1 made of them: it takes only its own in a batch. */
  const known = new WeakMap<D1PreparedStatement, Asked>()

  const wrap = (asked: Asked): D1PreparedStatement => {
    const alone = async <Row>(): Promise<D1Result<Row>> => {
      const result = await asked.inner.all<Row>()
      trips.push({ isBatch: false, statements: [statement(asked, result)] })
      return result
    }
    const wrapped = {
      bind: (...values: unknown[]) => wrap({ ...asked, values, inner: asked.inner.bind(...values) }),
      all: alone,
      run: alone,
      first: async () => (await alone()).results[0] ?? null,
      // `raw` brings no counts.
      raw: async () => (await alone<object>()).results.map((row) => Object.values(row)),
    } as unknown as D1PreparedStatement
    known.set(wrapped, asked)
    return wrapped
  }

  const counting = {
    prepare: (sql: string) => wrap({ sql, values: [], inner: db.prepare(sql) }),
    batch: async (statements: D1PreparedStatement[]) => {
      const ours = statements.map((one) => known.get(one)!)
      const results = await db.batch(ours.map(({ inner }) => inner))
      trips.push({ isBatch: true, statements: results.map((result, i) => statement(ours[i]!, result)) })
      return results
    },
  }
  return { db: counting as unknown as D1Database, take: () => trips.splice(0) }
}

/** "batch of 8", "alone": the shape of some round trips. */
export const shapeOf = (trips: Trip[]): string[] =>
  trips.map(({ isBatch, statements }) => (isBatch ? `batch of ${statements.length}` : 'alone'))

export const statementsOf = (trips: Trip[]): Statement[] => trips.flatMap(({ statements }) => statements)

export const rowsRead = (trips: Trip[]): number => sum(trips, ({ read }) => read)

export const rowsWritten = (trips: Trip[]): number => sum(trips, ({ written }) => written)

const sum = (trips: Trip[], count: (statement: Statement) => number): number =>
  statementsOf(trips).reduce((total, one) => total + count(one), 0)

type Asked = { sql: string; values: unknown[]; inner: D1PreparedStatement }

const statement = ({ sql, values }: Asked, { meta }: D1Result): Statement => ({
  sql: sql.replace(/\s+/g, ' ').trim(),
  read: meta.rows_read,
  written: meta.rows_written,
  bytes: values.map((value) => new TextEncoder().encode(String(value)).length),
})
