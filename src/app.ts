import { Hono } from 'hono'
import { arrive } from './arrive.ts'
import { readRoomForLetters } from './db/limits.ts'
import { deliver } from './deliver.ts'
import { type Deps, openDeps, readConfig, SettingError } from './deps.ts'
import { faultOf } from './fault.ts'
import { readPostmark } from './ingress/postmark.ts'
import { readPostmarkEvent } from './ingress/postmark-events.ts'
import { letterEvent } from './letters-fail.ts'
import { STREAM } from './mailer.ts'
import { link } from './pages/link.ts'
import { unsubscribe } from './pages/unsubscribe.ts'
import { refuse } from './refuse.ts'
import { isAnyOf } from './sign.ts'

type Env = { Bindings: Cloudflare.Env; Variables: { deps: Deps } }

export const app = new Hono<Env>()

/**
 * 200 "ok": the settings are whole and the database answers.
 * 503 "ok" and a line that says so: letters are held back by their limit. A monitor that looks at the status alone
 * then tells the owner; nothing is lost, and the next hour sends them.
 * 500: names the setting that is missing, or says that the database does not answer.
 */
app.get('/health', async (c) => {
  try {
    const { db, now, config } = openDeps(c.env, nowOf(c.req.raw, c.env))
    const [left] = await readRoomForLetters(db, now, config.lettersPerHour)
    if (left!.room > 0) return c.text('ok')
    return c.text(
      `ok\nletters wait: ${config.lettersPerHour} in an hour, or three times that in a day, went out`,
      503,
    )
  } catch (error) {
    return c.text(error instanceof SettingError ? error.message : 'the database does not answer', 500)
  }
})

/** Every other door needs the settings. 500 without them: mail is delivered again once they are there. */
app.use(async (c, next) => {
  c.set('deps', openDeps(c.env, nowOf(c.req.raw, c.env)))
  await next()
})

/**
 * Postmark's inbound webhook.
 * 200: handled, refused or seen before; Postmark is done with it.
 * 401: no credentials, or wrong ones; Postmark tries again, so that a mended secret loses no mail.
 * 500: our fault; Postmark tries again.
 */
app.post('/inbound/postmark', async (c) => {
  const { deps } = c.var
  if (!(await isPostmark(c.req.header('authorization'), deps))) return c.text('wrong credentials', 401)
  const mail = await readPostmark(c.req.raw)
  if ('refused' in mail) return c.json(await refuse(mail.refused, deps))
  const received = await arrive(mail, 'postmark', deps)
  if (received.is === 'handled' && received.hasLetters) c.executionCtx.waitUntil(deliver(deps))
  return c.json(received)
})

/**
 * Postmark's webhook for what became of our letters: bounces, complaints, subscription changes.
 * 200: heard, whatever it was; Postmark probes the address with bodies of its own and takes nothing else for an answer.
 * 401: no credentials, or wrong ones. Postmark drops the event; what it said shows again in the next letter's refusal.
 * 500: our fault; Postmark tries again.
 */
app.post('/events/postmark', async (c) => {
  const { deps } = c.var
  if (!(await isPostmark(c.req.header('authorization'), deps))) return c.text('wrong credentials', 401)
  const event = readPostmarkEvent(await smallJson(c.req.raw), STREAM)
  if (event) {
    if (event.is === 'failed') console.warn('letters fail', event.why)
    if (await letterEvent(event, deps)) c.executionCtx.waitUntil(deliver(deps))
  }
  return c.text('ok')
})

/** A link in a letter: see `pages/link.ts`. */
app.route('/l', link)

/** One-click unsubscribe (RFC 8058): POST stops all letters, GET shows the button. 404 for a token that is not ours. */
app.route('/u', unsubscribe)

app.onError((error, c) => {
  if (error instanceof SettingError) return c.text('not set up', 500)
  console.error('failed', c.req.routePath, faultOf(error))
  return c.text('failed', 500)
})

/** Says at start which setting is missing, if one is. */
export function checkSettings(env: Cloudflare.Env): void {
  try {
    readConfig(env)
  } catch (error) {
    console.error(`Reachback cannot work: ${(error as Error).message}`)
  }
}

/** Basic auth (RFC 7617), compared in constant time with each of the credentials that count. */
async function isPostmark(authorization: string | undefined, { config }: Deps): Promise<boolean> {
  const [scheme, credentials = ''] = (authorization ?? '').split(' ')
  const expected = config.inboundAuth.map((one) =>
    btoa(String.fromCharCode(...new TextEncoder().encode(one))),
  )
  return (await isAnyOf(credentials, expected)) && scheme!.toLowerCase() === 'basic'
}

/** The body as JSON; undefined where it is none, or far larger than an event is. */
async function smallJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length')) > MAX_EVENT) return undefined
  try {
    return await request.json()
  } catch {
    return undefined
  }
}

const MAX_EVENT = 10 * 1024 * 1024

/** The clock; with LOCAL_CLOCK a request may bring its own. */
function nowOf(request: Request, env: Cloudflare.Env): number {
  const given = env.LOCAL_CLOCK === '1' && request.headers.get('x-reachback-now')
  const instant = given ? Date.parse(given) : Number.NaN
  return Number.isNaN(instant) ? Date.now() : instant
}
