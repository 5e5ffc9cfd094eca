import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'
import worker from '../../src/index.ts'
import type { Faults } from '../support/faults.ts'
import type { World } from '../support/world.ts'

/** What comes to a door. */
export type Arrival =
  /** Postmark's webhook for a mail. */
  | { is: 'mail'; body: unknown }
  /** A raw message from Email Routing. */
  | { is: 'raw'; to: string; text: string }
  /** Postmark's webhook for what became of a letter. */
  | { is: 'event'; body: unknown }
  /** A page whose button is pressed. */
  | { is: 'tap'; path: string }
  /** A page that is opened, by a person or by a scanner. */
  | { is: 'page'; path: string }
  /** Two at the same moment, of one kind. */
  | { is: 'both'; of: [Arrival, Arrival] }
  /** Nothing but the clock. */
  | { is: 'tick' }

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const HOUR = 4 * QUARTER

/**
 * When each comes again, in minutes after a try that was not answered by 200: Postmark's schedules for mail and for
 * events, a sending server's by RFC 5321 section 4.5.4.1; a person taps again at once.
 */
const AGAIN: Record<Exclude<Arrival['is'], 'tick'>, number[]> = {
  mail: [1, 5, 10, 10, 10, 15, 30, 60, 120, 360],
  raw: [30, 30, 60, 120],
  event: [1, 5, 10, 10, 10, 15],
  tap: [0, 0, 0],
  page: [0, 0, 0],
  both: [1, 5, 10, 10, 10, 15, 30, 60, 120, 360],
}

/** So many ticks are enough for every letter to go. */
const MAX_TICKS = 200

/**
 * Something arrives, and the providers do what they do until it is through: they come again until they hear 200, and
 * the clock ticks every quarter of an hour whatever became of the tick before, until no letter waits and nobody is
 * due. What was late goes on only then.
 */
export async function through(arrival: Arrival, at: number, world: World, faults: Faults): Promise<void> {
  const delays = arrival.is === 'tick' ? [] : [...AGAIN[arrival.is]]
  let next: number | undefined = arrival.is === 'tick' ? undefined : at
  let tick = Math.ceil(at / QUARTER) * QUARTER
  let isDue = arrival.is === 'tick'
  // What is done once an hour waits for the next one where it fails.
  let isTidy = !isDue || tick % HOUR > 0
  for (let ticks = 0; ticks < MAX_TICKS; ) {
    if (next !== undefined && next <= tick) {
      setClock(next, world)
      if (await isTaken(arrival, world, faults)) next = undefined
      else if (delays.length > 0) next += delays.shift()! * MINUTE
      else throw new Error('given up')
    } else if (next !== undefined || isDue || !isTidy || (await isSomethingLeft(tick))) {
      setClock(tick, world)
      isDue = false
      if ((await isTaken({ is: 'tick' }, world, faults)) && tick % HOUR === 0) isTidy = true
      tick += QUARTER
      ticks++
    } else if (!(await faults.goOn())) return
  }
  throw new Error('a letter is still waiting, or somebody is still due')
}

/** The one clock of all that runs. */
export function setClock(now: number, world: World): void {
  world.postmark.now = now
  vi.spyOn(Date, 'now').mockReturnValue(now)
}

/** One try. What fails after the answer fails unheard. */
async function isTaken(arrival: Arrival, world: World, faults: Faults): Promise<boolean> {
  let isHeard = false
  await faults.inIsolate(() =>
    comes(arrival, world, () => {
      isHeard = true
    }),
  )
  return isHeard
}

/** It comes once; `heard` is called when it is answered by 200. */
export async function comes(arrival: Arrival, world: World, heard: () => void): Promise<void> {
  if (arrival.is === 'both') {
    let left = 2
    const each = arrival.of.map((one) => comes(one, world, () => left--))
    await Promise.allSettled(each)
    if (left === 0) heard()
    return
  }
  const ctx = createExecutionContext()
  if (arrival.is === 'tick') {
    const controller = createScheduledController({
      scheduledTime: new Date(Date.now()),
      cron: '*/15 * * * *',
    })
    await worker.scheduled(controller, world.env)
  } else if (arrival.is === 'raw') await worker.email(message(arrival), world.env, ctx)
  else if ((await worker.fetch(request(arrival), world.env, ctx)).status !== 200) return
  heard()
  await waitOnExecutionContext(ctx)
}

function request(
  arrival: Exclude<Arrival, { is: 'raw' } | { is: 'tick' } | { is: 'both' }>,
): Request<unknown, IncomingRequestCfProperties> {
  const path = 'path' in arrival ? arrival.path : DOORS[arrival.is]
  return new Request(`https://reachback.example.com${path}`, {
    method: arrival.is === 'page' ? 'GET' : 'POST',
    headers: { authorization: `Basic ${btoa('postmark:secret')}`, 'content-type': 'application/json' },
    ...('body' in arrival && { body: JSON.stringify(arrival.body) }),
  }) as Request<unknown, IncomingRequestCfProperties>
}

const DOORS = { mail: '/inbound/postmark', event: '/events/postmark' }

const message = ({ to, text }: { to: string; text: string }) =>
  ({
    from: 'ann@gmail.com',
    to,
    raw: new Blob([text]).stream(),
    rawSize: text.length,
    headers: new Headers(),
  }) as unknown as ForwardableEmailMessage

/** Whether a letter waits, or a user is due for a letter or for being erased; letters that are paused do not count. */
async function isSomethingLeft(now: number): Promise<boolean> {
  const row = await env.DB.prepare(
    `select exists (select 1 from outbox where state = 'waiting' and try_at < 9e15)
      or exists (select 1 from users where next_digest_at <= ?1 or erase_at <= ?1) as is_left`,
  )
    .bind(now)
    .first<{ is_left: number }>()
  return row!.is_left === 1
}
