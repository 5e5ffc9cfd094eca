import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import worker from '../../src/index.ts'
import { beforePostmark, type Faults, withBetween } from '../support/faults.ts'
import type { Sent } from '../support/post.ts'
import { header, numberOf, OPEN, World } from '../support/world.ts'

const MINUTE = 60_000

/** As often as Postmark tries. */
const MAX_TRIES = 10

/**
 * Two weeks of Ann's, with the providers around her as they are: Postmark posts a mail again until it hears 200, and
 * the clock ticks every quarter of an hour, whatever became of the tick before. Returns the letters that reached her.
 */
export async function scenario(faults: Faults): Promise<Sent[]> {
  const world = new World(withBetween(env as Cloudflare.Env, faults.between))
  beforePostmark(faults.between)
  const letters = world.postmark.taken

  /** Delivers a mail until it is taken; then two ticks. */
  const mail = async (written: Record<string, unknown>, at: string): Promise<void> => {
    let now = Date.parse(at)
    const giveUp = now + MAX_TRIES * MINUTE
    while (!(await isTaken(world, written, now, faults))) {
      if (now > giveUp) throw new Error('a mail was never taken')
      now += MINUTE
    }
    await ticks(at, 1)
  }

  /** Ticks from an instant on. */
  const ticks = async (at: string, from = 0): Promise<void> => {
    for (let i = from; i < from + 3; i++) await tick(world, Date.parse(at) + i * 15 * MINUTE, faults)
  }

  const answer = async (letter: Sent, text: string, at: string, id: string): Promise<void> => {
    const quote = letter.TextBody.replace(/^/gm, '> ')
    const written = world.webhook({
      to: letter.ReplyTo,
      rcpt: letter.ReplyTo,
      subject: `Re: ${letter.Subject}`,
      text: `${text}\n\nOn Thu, Nov 12, 2026 at 7:30 AM Reachback <letters@in.example.com> wrote:\n\n${quote}\n`,
      headers: { 'In-Reply-To': header(letter, 'Message-ID') },
      id,
      at,
    })
    await mail(written, at)
  }

  const bcc = (to: string, at: string, id: string) =>
    mail(world.webhook({ to, text: 'Would you have fifteen minutes?', id, at }), at)

  const joining = '2026-11-03T09:00-05:00'
  await mail(world.webhook({ to: OPEN, rcpt: OPEN, subject: 'Hello', id: 'join@x', at: joining }), joining)
  world.address = /reach\+[a-z0-9]+@in\.example\.com/.exec(letters[0]!.TextBody)![0]
  await bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00', 'grace@x')
  await bcc('Max Orr <max@orr.example>, Lia Wu <lia@wu.example>', '2026-11-03T11:00-05:00', 'group@x')
  await ticks('2026-11-12T07:30-05:00')
  const digest = letters.find(({ ReplyTo }) => ReplyTo.includes('+d.'))!
  await answer(
    digest,
    `${numberOf(digest, 'Grace Kim')} snooze to monday\n${numberOf(digest, 'Max Orr')} answered\nwibble`,
    '2026-11-12T09:00-05:00',
    'reply@x',
  )
  await bcc('Lia Wu <lia@wu.example>', '2026-11-12T10:00-05:00', 'lia@x')
  await answer(letters.at(-1)!, 'undo', '2026-11-12T11:00-05:00', 'undo@x')
  await mail(
    world.webhook({ subject: 'Quick question', id: 'hidden@x', at: '2026-11-12T12:00-05:00' }),
    '2026-11-12T12:00-05:00',
  )
  const note = '2026-11-12T13:00-05:00'
  await mail(world.webhook({ to: world.address, text: 'tz chicago', id: 'zone@x', at: note }), note)
  for (const on of ['13', '16', '17']) await ticks(`2026-11-${on}T07:30-06:00`)
  return letters
}

/** One delivery of a mail; whether Postmark hears 200. What is done after the answer may fail unheard. */
async function isTaken(world: World, mail: unknown, now: number, faults: Faults): Promise<boolean> {
  faults.begin()
  const ctx = createExecutionContext()
  const request = new Request('https://reachback.example.com/inbound/postmark', {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa('postmark:secret')}`,
      'content-type': 'application/json',
      'x-reachback-now': new Date(now).toISOString(),
    },
    body: JSON.stringify(mail),
  }) as Request<unknown, IncomingRequestCfProperties>
  const response = await worker.fetch(request, world.env, ctx)
  await waitOnExecutionContext(ctx).catch(() => {})
  return response.status === 200
}

/** One tick, which may fail; the next one comes anyway. */
async function tick(world: World, now: number, faults: Faults): Promise<void> {
  faults.begin()
  const controller = createScheduledController({ scheduledTime: new Date(now), cron: '*/15 * * * *' })
  await worker.scheduled(controller, world.env).catch(() => {})
}
