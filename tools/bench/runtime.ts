import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import { children, cpuOf } from './cpu.ts'

/** A Worker in a workerd of its own, with a migrated database of its own. */
export type Running = {
  url: string
  /** Carries out statements, in one transaction. */
  sql: (statements: string[]) => Promise<void>
  /** The first value that a question answers. */
  value: (question: string) => Promise<number>
  /** One tick of the cron, at this instant. */
  tick: (at: number) => Promise<void>
  /** CPU that its workerd has used, in ms; the clock's ms where the system does not tell. */
  used: () => number
  stop: () => Promise<void>
}

/** Whether `Running.used` is CPU here, or the clock. */
export const TELLS_CPU = cpuOf(process.pid) !== undefined && process.platform === 'linux'

/** Starts a Worker from its bundle, with its state in a folder. */
export async function run(bundle: string, vars: Record<string, string>, folder: string): Promise<Running> {
  const before = new Set(children())
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      modulesRoot: path.dirname(bundle),
      scriptPath: bundle,
      compatibilityDate: '2026-11-01',
      compatibilityFlags: ['nodejs_compat'],
      bindings: vars,
      d1Databases: ['DB'],
      resourcePersistencePath: folder,
      host: '127.0.0.1',
      port: 0,
      cf: false,
      unsafeTriggerHandlers: true,
      log: new Log(LogLevel.ERROR),
    }),
  )
  try {
    return await opened(runtime, before)
  } catch (error) {
    await runtime.dispose()
    throw error
  }
}

async function opened(runtime: Miniflare, before: Set<number>): Promise<Running> {
  const url = (await runtime.ready).origin
  const pid = children().find((child) => !before.has(child))
  const db = await runtime.getD1Database('DB')
  const sql = async (statements: string[]): Promise<void> => {
    await db.batch(statements.map((statement) => db.prepare(statement)))
  }
  await sql(migrations())
  const worker = await runtime.getWorker()
  return {
    url,
    sql,
    value: async (question) =>
      Object.values((await db.prepare(question).first<Record<string, number>>())!)[0]!,
    tick: async (at) => {
      const { outcome } = await worker.scheduled!({ scheduledTime: new Date(at), cron: '*/15 * * * *' })
      if (outcome !== 'ok') throw new Error(`the tick ended with "${outcome}"`)
    },
    used: () => (TELLS_CPU ? cpuOf(pid!)! : performance.now()),
    stop: () => runtime.dispose(),
  }
}

const migrations = (): string[] => {
  const folder = path.join(import.meta.dirname, '../../migrations')
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return files
    .sort()
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('--> statement-breakpoint'))
    .filter((statement) => statement.trim())
}
