import { AsyncLocalStorage } from 'node:async_hooks'
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

/** What goes wrong once: at which operation, and which of the ways in which such a one can. */
export type Fault = { at: number; way: number }

/** The ways: before or after the operation took effect, or whichever Postmark answers instead. */
export const WAYS = {
  D1: [
    'fails before',
    'fails after',
    'isolate gone before',
    'isolate gone after',
    // Long after the lease of a letter, when others have tried again; `late before` is carried out only then.
    'late before',
    'late after',
  ],
  Postmark: [
    'fails before',
    'fails after',
    'isolate gone before',
    'isolate gone after',
    'times out before',
    'times out after',
    429,
    500,
    503,
    'page',
  ],
} as const

/** Numbers the operations of a run, and lets some of them go wrong. */
export class Faults {
  /** The operations so far; their places are their numbers. */
  readonly operations: Operation[] = []
  readonly #faults: Map<number, Fault>
  readonly #isolates = new AsyncLocalStorage<Isolate>()
  /** What came too late for whoever asked. */
  #late: { goOn: () => void; isolate: Isolate }[] = []

  constructor(faults: Fault[] = []) {
    this.#faults = new Map(faults.map((fault) => [fault.at, fault]))
  }

  /**
   * One request, mail or tick, in an isolate of its own. Ends when it ends, or when nobody waits for it any more;
   * never throws.
   */
  async inIsolate(run: () => Promise<unknown>): Promise<void> {
    const isolate: Isolate = { isGone: false, onLate: () => {} }
    const isLate = lateness(isolate)
    isolate.end = this.#isolates.run(isolate, run).catch(() => {})
    await Promise.race([isolate.end, isLate])
  }

  /** Lets what was late go on, to its end or until it is late again. False where nothing was. */
  async goOn(): Promise<boolean> {
    const late = this.#late.splice(0)
    const ends = late.map(({ isolate }) => Promise.race([isolate.end, lateness(isolate)]))
    for (const { goOn } of late) goOn()
    await Promise.all(ends)
    return late.length > 0
  }

  /** "fails after: insert into mails ...", of each fault that there was. */
  tell(): string {
    return [...this.#faults.values()]
      .map((fault) => `${this.#wayOf(fault)}: ${summary(this.operations[fault.at])}`)
      .join('\nand ')
  }

  readonly between: Between = async (operation, carryOut) => {
    const isolate = this.#isolates.getStore()
    if (!isolate) return carryOut()
    const n = this.operations.push(operation) - 1
    const fault = this.#faults.get(n)
    const way = fault && this.#wayOf(fault)
    if (isolate.isGone || way === 'isolate gone before') throw gone(isolate)
    if (way === 'fails before') throw lost(operation)
    if (way === 'times out before') throw TIMED_OUT
    if (typeof way === 'number')
      return Response.json({ ErrorCode: 0, Message: 'no' }, { status: way }) as never
    if (way === 'page') return new Response('<p>Just a moment...</p>') as never
    if (way === 'late before') await this.#later(isolate)
    const result = await carryOut()
    if (way === 'isolate gone after') throw gone(isolate)
    if (way === 'fails after') throw lost(operation)
    if (way === 'times out after') throw TIMED_OUT
    if (way === 'late after') await this.#later(isolate)
    return result
  }

  #wayOf({ at, way }: Fault): (typeof WAYS)[Operation['of']][number] | undefined {
    const operation = this.operations[at]
    return operation && WAYS[operation.of][way % WAYS[operation.of].length]
  }

  #later(isolate: Isolate): Promise<void> {
    return new Promise((goOn) => {
      this.#late.push({ goOn, isolate })
      isolate.onLate()
    })
  }
}

type Isolate = { isGone: boolean; onLate: () => void; end?: Promise<unknown> }

const summary = (operation: Operation | undefined): string =>
  operation?.what.replace(/\s+/g, ' ').trim().slice(0, 100) ?? 'never came to it'

/** When the isolate is late. */
const lateness = (isolate: Isolate): Promise<void> =>
  new Promise((resolve) => {
    isolate.onLate = resolve
  })

/** Nothing that follows is done either. */
function gone(isolate: Isolate): Error {
  isolate.isGone = true
  return new Error('the isolate is gone')
}

const lost = ({ of }: Operation): Error =>
  of === 'D1' ? new Error('D1_ERROR: Network connection lost.') : new TypeError('network connection lost')

const TIMED_OUT = new DOMException('The operation was aborted due to timeout', 'TimeoutError')

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
