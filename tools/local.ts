import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Clock, openClock, type Start } from './post-office/clock.ts'
import { serve } from './post-office/http.ts'
import { type Mails, openMails } from './post-office/mails.ts'
import { page } from './post-office/page.ts'
import { postmarkApi } from './post-office/postmark-api.ts'
import { openSmtp } from './post-office/smtp.ts'
import { createSorting } from './post-office/sorting.ts'
import { createTicks, type Ticks } from './post-office/ticks.ts'
import { Trouble } from './trouble.ts'
import { migrate, startWorker, type Worker } from './worker.ts'

/** The Worker and its post office, running on this machine. */
export type Local = {
  clock: Clock
  mails: Mails
  ticks: Ticks
  worker: Worker
  /** Ends everything that was started. */
  close(): Promise<void>
}

export const INBOUND_ADDRESS = 'reach@in.example.com'

/**
 * Brings up everything in this folder, made where it does not exist. Throws Trouble, with nothing left running, when
 * a port is taken or the Worker does not start.
 */
export const openLocal = async (options: {
  folder: string
  port: number
  smtpPort: number
  workerPort: number
  now?: Start | undefined
  fresh?: boolean
}): Promise<Local> => {
  const folders = { state: path.join(options.folder, 'state'), office: path.join(options.folder, 'office') }
  if (options.fresh)
    for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folders.office, { recursive: true })

  const clock = openClock(path.join(folders.office, 'clock.json'), options.now)
  const mails = openMails(path.join(folders.office, 'letters.json'))
  const url = `http://127.0.0.1:${options.workerPort}`
  const headers = () => ({ 'X-Reachback-Now': new Date(clock.now()).toISOString() })

  const take = createSorting(clock, mails, INBOUND_ADDRESS.split('@')[1]!, (json) =>
    fetch(`${url}/inbound/postmark`, {
      method: 'POST',
      headers: {
        ...headers(),
        'Content-Type': 'application/json',
        Authorization: `Basic ${btoa(SECRETS.INBOUND_AUTH)}`,
      },
      body: JSON.stringify(json),
    }),
  )

  const ticks = createTicks(clock, mails, async (at) => {
    const cron = encodeURIComponent('*/15 * * * *')
    const answer = await fetch(`${url}/cdn-cgi/handler/scheduled?cron=${cron}&time=${at}&format=json`)
    const said = await answer.text()
    if (!said.includes('"outcome":"ok"'))
      throw new Trouble(
        `The Worker failed at ${new Date(at).toISOString()}: the end of ${folders.office}/worker.log says why.`,
      )
  })

  // What was opened, to close in turn; also when a later step fails.
  const opened: { close(): Promise<void> }[] = []
  const close = async () => {
    for (const one of opened.reverse().splice(0)) await one.close()
  }
  try {
    const app = page(clock, mails, ticks, take, INBOUND_ADDRESS)
    app.route('/', postmarkApi(clock, mails, SECRETS.POSTMARK_TOKEN))
    app.all('*', (c) => passOn(c.req.raw, url, headers()))
    opened.push(await serve(options.port, (request) => app.fetch(request)))
    opened.push(await openSmtp(options.smtpPort, take))
    await migrate(folders)
    const worker = await startWorker(folders, options.workerPort, varsOf(options.port), SECRETS)
    opened.push({ close: worker.stop })

    // The cron of a quiet office.
    const timer = setInterval(() => ticks.catchUp().catch((error) => console.error(`${error.message}`)), 5000)
    opened.push({ close: async () => clearInterval(timer) })
    return { clock, mails, ticks, worker, close }
  } catch (error) {
    await close()
    throw error
  }
}

const SECRETS = {
  POSTMARK_TOKEN: 'local',
  INBOUND_AUTH: 'postmark:local',
  LINK_KEY: 'a-key-for-this-machine-only',
}

const varsOf = (port: number) => ({
  INBOUND_ADDRESS,
  FROM_ADDRESS: 'Reachback <letters@in.example.com>',
  // Links lead through the post office, which tells the Worker its time: a browser would not.
  BASE_URL: `http://127.0.0.1:${port}`,
  POSTMARK_API: `http://127.0.0.1:${port}`,
  ALLOWED_SENDERS: '*',
  LOCAL_CLOCK: '1',
})

/** Hands a request for a page of the Worker on to it, and its answer back. */
const passOn = async (
  request: Request,
  worker: string,
  headers: Record<string, string>,
): Promise<Response> => {
  const { pathname, search, origin } = new URL(request.url)
  const passed = new Headers({
    ...Object.fromEntries(request.headers),
    ...headers,
    'Accept-Encoding': 'identity',
  })
  for (const name of ['host', 'connection', 'content-length']) passed.delete(name)
  // The Worker compares Origin with its own address.
  if (passed.get('origin') === origin) passed.set('origin', worker)
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  const answer = await fetch(worker + pathname + search, {
    method: request.method,
    headers: passed,
    body: hasBody ? await request.arrayBuffer() : null,
    redirect: 'manual',
  })
  const back = new Headers(answer.headers)
  for (const name of ['connection', 'content-length', 'transfer-encoding', 'content-encoding'])
    back.delete(name)
  return new Response(answer.body, { status: answer.status, headers: back })
}
