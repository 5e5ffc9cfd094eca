import { parseArgs } from 'node:util'
import type { Start } from './post-office/clock.ts'
import { Trouble } from './trouble.ts'

/** What the command line of `npm start` asks for. */
export type Options = {
  port: number
  smtpPort: number
  workerPort: number
  now: Start | undefined
  fresh: boolean
  help: boolean
}

export const USAGE = `npm start -- [options]

  --port 8025          the page with the letters, and the stand-in for Postmark
  --smtp-port 2525     where mail programs deliver
  --worker-port 8787   the Worker
  --now 2026-11-03T09:00-05:00
                       the time at the start, with the zone it is told in
  --fresh              forget everything from before`

/** Reads the command line. Throws Trouble (usage) for what it does not know. */
export const readOptions = (args: string[]): Options => {
  const values = parse(args)
  return {
    port: portOf('--port', values.port ?? '8025'),
    smtpPort: portOf('--smtp-port', values['smtp-port'] ?? '2525'),
    workerPort: portOf('--worker-port', values['worker-port'] ?? '8787'),
    now: values.now === undefined ? undefined : startOf(values.now),
    fresh: values.fresh ?? false,
    help: values.help ?? false,
  }
}

const parse = (args: string[]) => {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        'smtp-port': { type: 'string' },
        'worker-port': { type: 'string' },
        now: { type: 'string' },
        fresh: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    // Node's own text continues with advice about "--"; its first sentence says what is wrong.
    const said = (error as Error).message.split(/\.\s|\n/)[0]!
    throw new Trouble(`${said.replace(/\.$/, '')}. "npm start -- --help" lists the options.`, 2)
  }
}

const portOf = (name: string, text: string): number => {
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port
  throw new Trouble(`${name} takes a port from 1 to 65535, not "${text}".`, 2)
}

/** "2026-11-03T09:00-05:00": the instant, and the offset that it is told in. */
export const startOf = (text: string): Start => {
  const parts = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|([+-])(\d\d):(\d\d))$/.exec(text)
  const at = Date.parse(text)
  if (!parts || Number.isNaN(at))
    throw new Trouble(`--now takes a time with its zone, like 2026-11-03T09:00-05:00, not "${text}".`, 2)
  const minutes = Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0)
  return { at, offset: parts[1] === '-' ? -minutes : minutes }
}
