import type { Sent } from '../support/post.ts'
import { header, numberOf, type World } from '../support/world.ts'
import type { Kind } from './every-fault.ts'
import { AT, EARLIER, UNPROVEN } from './mails.ts'

// Every kind of tick, link and event. Ann stands on the morning of Tue 17 Nov 2026.

type Before = (world: World, letter: Sent) => Promise<unknown>

const ticks = (at: string, before?: Before): Kind => ({
  at,
  given: async ({ world, letter }) => {
    await before?.(world, letter)
    return { is: 'tick' }
  },
})

export const taps = (path: (world: World, letter: Sent) => Promise<string> | string): Kind => ({
  at: AT,
  given: async ({ world, letter }) => ({ is: 'tap', path: await path(world, letter) }),
})

/** Between two ticks: which of them comes first matters. */
const hears = (body: Record<string, unknown>, before?: Before): Kind => ({
  at: '2026-11-17T09:01-05:00',
  given: async ({ world, letter }) => {
    await before?.(world, letter)
    return { is: 'event', body: { MessageStream: 'outbound', ...body } }
  },
})

/** The path of a word in a person's line. */
export const pathOf = (letter: Sent, name: string, word: string): string => {
  const line = letter.HtmlBody.split('<tr>').find((row) => row.includes(`>${name}</b>`))!
  return new RegExp(`href="https://reachback\\.example\\.com(/l/[^"]+)">${word}<`).exec(line)![1]!
}

/** Ann taps a link; the page that she sees. */
const tap = async (world: World, path: string): Promise<string> => {
  const clock = { 'x-reachback-now': new Date(EARLIER).toISOString() }
  return (await world.fetch(path, { method: 'POST', headers: clock })).text()
}

const bounce = {
  RecordType: 'Bounce',
  Type: 'HardBounce',
  Email: 'ann@gmail.com',
  BouncedAt: '2026-11-17T13:59:00Z',
  Inactive: true,
}
const change = {
  RecordType: 'SubscriptionChange',
  Recipient: 'ann@gmail.com',
  Origin: 'Recipient',
  ChangedAt: '2026-11-17T13:59:00Z',
}

/** A letter waits for Postmark when letters begin to bounce. */
const waits: Before = async (world) => {
  world.postmark.failures = [429]
  await world.note('help', EARLIER)
}

const bounced: Before = (world) =>
  world.fetch('/events/postmark', {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa('postmark:secret')}`,
      'x-reachback-now': new Date(EARLIER).toISOString(),
    },
    body: JSON.stringify({ ...bounce, MessageStream: 'outbound', BouncedAt: '2026-11-17T12:59:00Z' }),
  })

/** Bo joins; Ann has company. */
const boJoins: Before = async (world) => {
  const bo = 'Bo Day <bo@university.edu>'
  const open = { from: bo, rcpt: 'reach@in.example.com' }
  await world.mail({ ...open, to: 'reach@in.example.com', at: '2026-11-05T09:00-05:00' })
  await world.mail({ ...open, to: 'Grace Kim <grace@acme.com>', at: '2026-11-06T09:00-05:00' })
}

export const others: Record<string, Kind> = {
  'a morning': ticks('2026-11-18T07:30-05:00'),
  'a morning of two': ticks('2026-11-18T07:30-05:00', boJoins),
  'a Friday with its review': ticks('2026-11-20T07:30-05:00'),
  'a holiday': ticks('2026-11-26T07:30-05:00'),
  'a morning on which nobody is due': ticks('2026-11-17T10:00-05:00'),
  'a morning after a pause': ticks('2026-11-18T07:30-05:00', (world) =>
    world.note('pause until tomorrow', EARLIER),
  ),
  'the evening of a meeting': ticks('2026-11-17T18:00-05:00', (world) =>
    world.note('evening notes on\ntom moved to today 4pm', EARLIER),
  ),
  'a morning with the job found': ticks('2026-11-18T07:30-05:00', (world) =>
    world.note('got the job at Halden', EARLIER),
  ),
  'the last letter to somebody silent': ticks('2027-01-08T07:30-05:00'),
  'the 90th day after a stop': ticks('2027-02-15T09:00-05:00', (world) => world.note('stop', EARLIER)),
  'the hour in which a held mail is past its days': ticks('2026-12-17T09:00-05:00', (world) =>
    world.bcc('Lia Wu <lia@wu.example>', EARLIER, { headers: UNPROVEN }),
  ),
  'a letter that waited': ticks('2026-11-17T08:15-05:00', waits),

  answered: taps((_, letter) => pathOf(letter, 'Grace Kim', 'Answered')),
  snoozed: taps((_, letter) => pathOf(letter, 'Grace Kim', 'Snooze')),
  done: taps((_, letter) => pathOf(letter, 'Dev Patel', 'Done')),
  'taken back': taps(async (world, letter) => {
    const page = await tap(world, pathOf(letter, 'Grace Kim', 'Answered'))
    return /action="([^"]+)"/.exec(page)![1]!
  }),
  'a line that is no longer open': taps(async (world, letter) => {
    await world.answer(letter, `${numberOf(letter, 'Grace Kim')} answered`, EARLIER)
    return pathOf(letter, 'Grace Kim', 'Snooze')
  }),
  'all letters stopped': taps(
    (_, letter) => new URL(/<(https:[^>]+)>/.exec(header(letter, 'List-Unsubscribe'))![1]!).pathname,
  ),

  'a bounce': hears(bounce),
  'a bounce while a letter waits': hears(bounce, waits),
  'a complaint': hears({ ...bounce, RecordType: 'SpamComplaint', Type: 'SpamComplaint' }),
  'a complaint after a bounce': hears(
    { ...bounce, RecordType: 'SpamComplaint', Type: 'SpamComplaint' },
    bounced,
  ),
  'a suppression': hears({ ...change, SuppressSending: true, SuppressionReason: 'ManualSuppression' }),
  'an address that works again': hears(
    { ...change, SuppressSending: false, SuppressionReason: null },
    bounced,
  ),
  'a delivery': hears({ RecordType: 'Delivery', Recipient: 'ann@gmail.com' }),
}
