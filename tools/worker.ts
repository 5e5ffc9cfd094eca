import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { Trouble } from './trouble.ts'

/** The Worker as it runs on this machine. */
export type Worker = {
  url: string
  /** Resolves when it has stopped by itself, which it should not. */
  ended: Promise<void>
  stop(): Promise<void>
}

/** Where the Worker keeps its state, and where the post office keeps its own and the Worker's log. */
export type Folders = { state: string; office: string }

/** Brings the local database up to date. Throws Trouble, with wrangler's last lines, when it cannot. */
export const migrate = async (folders: Folders): Promise<void> => {
  const log = logOf(folders)
  const args = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', folders.state]
  const child = wrangler(args, folders, {}, log)
  const code = await ending(child)
  if (code !== 0) throw new Trouble(`The database could not be made.\n${log.lastLines()}`)
}

/**
 * Runs the Worker in workerd, with these settings in place of those of wrangler.toml and .dev.vars, and waits until
 * it answers. Throws Trouble, with its last lines, when it does not start.
 */
export const startWorker = async (
  folders: Folders,
  port: number,
  vars: Record<string, string>,
  secrets: Record<string, string>,
): Promise<Worker> => {
  await assertFree(port)
  const log = logOf(folders)
  // With --env-file wrangler leaves a .dev.vars, with its keys of the real service, alone.
  const envFile = path.join(folders.office, 'worker.env')
  writeFileSync(
    envFile,
    Object.entries(secrets)
      .map(([name, value]) => `${name}="${value}"\n`)
      .join(''),
  )
  const args = [
    ['dev', '--local', '--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'],
    ['--show-interactive-dev-session', 'false', '--persist-to', folders.state, '--env-file', envFile],
    ['--var', ...Object.entries(vars).map(([name, value]) => `${name}:${value}`)],
  ].flat()
  const child = wrangler(args, folders, secrets, log)
  const ended = ending(child).then(() => {})
  const stop = () => stopGroup(child, ended)
  try {
    await ready(log, ended)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `http://127.0.0.1:${port}`, ended, stop }
}

const ROOT = path.join(import.meta.dirname, '..')
const WRANGLER = path.join(ROOT, 'node_modules/wrangler/wrangler-dist/cli.js')
const START_SECONDS = 90

/** wrangler without questions, colours, telemetry, and without anything that goes to the network. */
const wrangler = (
  args: string[],
  folders: Folders,
  secrets: Record<string, string>,
  log: Log,
): ChildProcess => {
  const env = {
    ...process.env,
    ...secrets,
    CI: '1',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    WRANGLER_HIDE_BANNER: 'true',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_SEND_ERROR_REPORTS: 'false',
    WRANGLER_WRITE_LOGS: 'false',
    WRANGLER_REGISTRY_PATH: path.join(folders.office, 'registry'),
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  }
  const child = spawn(process.execPath, ['--no-warnings', WRANGLER, ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own group: Ctrl-C reaches only us, and we end it, its bundler and workerd together.
    detached: process.platform !== 'win32',
  })
  // However this process ends, workerd does not outlive it.
  const end = () => signalGroup(child, 'SIGKILL')
  process.once('exit', end)
  child.once('close', () => process.removeListener('exit', end))
  child.stdout!.on('data', log.add)
  child.stderr!.on('data', log.add)
  return child
}

const ending = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('close', (code) => resolve(code))
    child.once('error', () => resolve(null))
  })

type Log = { add(chunk: Buffer): void; text(): string; lastLines(): string }

/** Everything goes to worker.log; what came since `logOf` is kept to look at. */
const logOf = (folders: Folders): Log => {
  const file = path.join(folders.office, 'worker.log')
  let text = ''
  // wrangler writes some colours in spite of NO_COLOR.
  const plain = () => text.replace(/\x1b\[[0-9;]*m/g, '')
  return {
    add: (chunk) => {
      appendFileSync(file, chunk)
      // Only the start is looked at; a long run must not grow.
      if (text.length < 200_000) text += chunk.toString()
    },
    text: plain,
    lastLines: () => {
      const lines = plain()
        .split('\n')
        .filter((line) => line.trim())
      return [...lines.slice(-20), `(All of it is in ${path.relative(process.cwd(), file)}.)`].join('\n')
    },
  }
}

/** wrangler goes on running, waiting for an edit, when the Worker cannot be built: so its words are read. */
const ready = async (log: Log, ended: Promise<void>): Promise<void> => {
  let hasEnded = false
  ended.then(() => {
    hasEnded = true
  })
  for (let waited = 0; waited < START_SECONDS * 10; waited++) {
    if (/Ready on http/.test(log.text())) return
    const isBroken = /\[ERROR\]|wrangler:err/.test(log.text())
    if (hasEnded || isBroken) {
      await sleep(hasEnded ? 0 : 1000)
      throw new Trouble(`The Worker did not start. Its last lines:\n${log.lastLines()}`)
    }
    await sleep(100)
  }
  throw new Trouble(
    `The Worker did not start within ${START_SECONDS} seconds. Its last lines:\n${log.lastLines()}`,
  )
}

const stopGroup = async (child: ChildProcess, ended: Promise<void>): Promise<void> => {
  signalGroup(child, 'SIGTERM')
  await Promise.race([ended, sleep(5000)])
  signalGroup(child, 'SIGKILL')
  await ended
}

const signalGroup = (child: ChildProcess, name: NodeJS.Signals): void => {
  try {
    if (process.platform === 'win32') child.kill(name)
    else process.kill(-child.pid!, name)
  } catch {
    // It is gone already.
  }
}

const assertFree = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Trouble(
          `Port ${port} for the Worker cannot be used (${error.code}): choose another with --worker-port.`,
        ),
      ),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
