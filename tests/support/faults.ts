import { vi } from 'vitest'

/** One thing that is asked of D1 (a statement by itself, or a batch) or of Postmark. */
export type Operation = { of: 'D1' | 'Postmark'; what: string }

/** Stands between the product and D1 or Postmark; whether, when and how often it is carried out is its affair. */
export type Between = <Result>(operation: Operation, carryOut: () => Promise<Result>) => Promise<Result>

/** The environment with somebody between the product and its database. */
export const withBetween = (env: Cloudflare.Env, between: Between): Cloudflare.Env => ({
  ...env,
  DB: database(env.DB, between),
})

/** Puts somebody between the product and Postmark; comes after the stand-in (`new Postmark()`) is made. */
export function beforePostmark(between: Between): void {
  const fetch = vi.mocked(globalThis.fetch)
  const inner = fetch.getMockImplementation()!
  fetch.mockImplementation((input, init) => {
    const { method, url } = new Request(input as string, init)
    return between({ of: 'Postmark', what: `${method} ${new URL(url).pathname}` }, () => inner(input, init))
  })
}

/**
 * Ids and tokens that go up in the order in which they are made, so that lines of a letter which come in the order of
 * ids do so in every run.
 */
export function countIds(): void {
  let count = 1_000_000_000n
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    count++
    if (array instanceof BigUint64Array) array.fill(count << 11n)
    else
      new Uint8Array(array!.buffer).forEach((_, i, bytes) => {
        bytes[i] = Number((count >> BigInt(5 * i)) & 31n)
      })
    return array
  })
}

/** What goes wrong once. */
export type Fault = { at: number; kind: FaultKind }

/**
 * An error before or after the operation took effect; the isolate gone before or after it, so that nothing that
 * follows is done either; an answer of Postmark that is an error; a call that took too long, taken or not.
 */
export type FaultKind = 'before' | 'after' | 'gone before' | 'gone after' | number | 'too long' | 'too late'

export const FAULT_KINDS: Record<Operation['of'], FaultKind[]> = {
  D1: ['before', 'after', 'gone before', 'gone after'],
  Postmark: ['before', 'after', 'gone before', 'gone after', 429, 500, 503, 'too long', 'too late'],
}

/** Numbers the operations of a run, and lets some of them go wrong. */
export class Faults {
  /** The operations so far; their places are their numbers. */
  readonly operations: Operation[] = []
  readonly #faults: Fault[]
  #isGone = false

  constructor(faults: Fault[] = []) {
    this.#faults = faults
  }

  /** Another isolate: what comes from now on is a request, mail or tick of its own. */
  begin(): void {
    this.#isGone = false
  }

  readonly between: Between = async (operation, carryOut) => {
    const n = this.operations.push(operation) - 1
    const kind = this.#faults.find(({ at }) => at === n)?.kind
    if (this.#isGone || kind === 'gone before') throw this.#gone()
    if (kind === undefined) return carryOut()
    if (kind === 'before') throw lost(operation)
    if (kind === 'too long') throw TOO_LONG
    if (typeof kind === 'number')
      return Response.json({ ErrorCode: 0, Message: 'no' }, { status: kind }) as never
    await carryOut()
    if (kind === 'gone after') throw this.#gone()
    throw kind === 'too late' ? TOO_LONG : lost(operation)
  }

  #gone(): Error {
    this.#isGone = true
    return new Error('the isolate is gone')
  }
}

const lost = ({ of }: Operation): Error =>
  of === 'D1' ? new Error('D1_ERROR: Network connection lost.') : new TypeError('network connection lost')

const TOO_LONG = new DOMException('The operation was aborted due to timeout', 'TimeoutError')

function database(db: D1Database, between: Between): D1Database {
  /** D1 takes only its own statements in a batch. */
  const own = new WeakMap<D1PreparedStatement, { sql: string; inner: D1PreparedStatement }>()
  const wrap = (sql: string, inner: D1PreparedStatement): D1PreparedStatement => {
    const alone = <Result>(carryOut: () => Promise<Result>) => between({ of: 'D1', what: sql }, carryOut)
    const wrapped = {
      bind: (...values: unknown[]) => wrap(sql, inner.bind(...values)),
      all: () => alone(() => inner.all()),
      run: () => alone(() => inner.run()),
      first: (column: string) => alone(() => inner.first(column)),
      raw: () => alone(() => inner.raw()),
    } as unknown as D1PreparedStatement
    own.set(wrapped, { sql, inner })
    return wrapped
  }
  return {
    prepare: (sql: string) => wrap(sql, db.prepare(sql)),
    batch: (statements: D1PreparedStatement[]) => {
      const inner = statements.map((statement) => own.get(statement)!)
      return between({ of: 'D1', what: inner.map(({ sql }) => sql).join(';\n') }, () =>
        db.batch(inner.map((statement) => statement.inner)),
      )
    },
  } as D1Database
}
