import { env } from 'cloudflare:workers'
import type { Sent } from '../support/post.ts'
import { answering, type Mail, numberOf, OPEN, type World } from '../support/world.ts'
import type { Kind } from './every-fault.ts'

// Every kind of mail: what it is, when it comes, what led to it. Ann stands on the morning of Tue 17 Nov 2026.

export const [EARLIER, AT] = ['2026-11-17T08:00-05:00', '2026-11-17T09:00-05:00']
/** Of the mail that comes. */
export const ID = 'arrives@gmail.com'

/** What Postmark finds out about a mail. */
export const PROVEN = { 'X-Spam-Tests': 'DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU,SPF_PASS' }
export const UNPROVEN = { 'X-Spam-Tests': 'DKIM_SIGNED,DKIM_INVALID,SPF_NONE' }
const REFUTED = { 'X-Spam-Tests': 'SPF_FAIL' }

export const comes = (mail: Partial<Mail>, before?: (world: World) => Promise<unknown>): Kind => ({
  at: AT,
  given: async ({ world }) => {
    await before?.(world)
    return { is: 'mail', body: world.webhook({ id: ID, at: AT, ...mail }) }
  },
})

/** Ann writes to people, who see nothing of us. */
const writes = (to: string, more: Partial<Mail> = {}): Kind =>
  comes({ to, text: 'Would you have fifteen minutes?', ...more })

/** Ann writes to nobody but us. */
export const notes = (
  text: string,
  more: Partial<Mail> = {},
  before?: (world: World) => Promise<unknown>,
): Kind => ({
  at: AT,
  given: async ({ world }) => {
    await before?.(world)
    return {
      is: 'mail',
      body: world.webhook({ id: ID, to: world.address, subject: 'note', text, at: AT, ...more }),
    }
  },
})

/** Ann answers the letter of the day, where "N" is the number of this person's line; and what she said before. */
const answers = (text: string, name = 'Grace Kim', before = ''): Kind => ({
  at: AT,
  given: async ({ world, letter }) => {
    const said = (words: string) => words.replaceAll('N ', `${numberOf(letter, name)} `)
    if (before) await world.answer(letter, said(before), EARLIER)
    return { is: 'mail', body: world.webhook(answering(letter, said(text), AT, { id: ID })) }
  },
})

/** Ann notes something, and answers the receipt. */
const confirms = (note: string, yes: string): Kind => ({
  at: AT,
  given: async ({ world }) => {
    world.postmark.take()
    await world.note(note, EARLIER)
    const [receipt] = world.postmark.take() as [Sent]
    return { is: 'mail', body: world.webhook(answering(receipt, yes, AT, { id: ID })) }
  },
})

const forwards = (from: string, subject: string, text: string, note = ''): Kind =>
  notes(
    `${note}\n\n---------- Forwarded message ---------\nFrom: ${from}\nDate: Mon, Nov 16, 2026 at 3:10 PM\nSubject: ${subject}\nTo: Ann Lee <ann@gmail.com>\n\n\n${text}\n`,
    { subject: `Fwd: ${subject}` },
  )

const invites = (method: string, before?: (world: World) => Promise<unknown>): Kind => ({
  at: AT,
  given: async ({ world }) => {
    await before?.(world)
    return { is: 'mail', body: invitation(world, method, ID, AT) }
  },
})

function invitation(world: World, method: string, id: string, at: string): Record<string, unknown> {
  const calendar = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Example//EN',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    'UID:meet-1@acme.com',
    `SEQUENCE:${method === 'CANCEL' ? 1 : 0}`,
    'DTSTART:20261119T190000Z',
    'DTEND:20261119T200000Z',
    'SUMMARY:Ann and Grace',
    'ORGANIZER;CN=Grace Kim:mailto:grace@acme.com',
    'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ann@gmail.com',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  return {
    ...world.webhook({ to: world.address, subject: 'Fwd: Invitation', id, at }),
    Attachments: [
      {
        Name: 'invite.ics',
        ContentType: `text/calendar; method=${method}`,
        Content: btoa(calendar),
        ContentLength: calendar.length,
      },
    ],
  }
}

/** Ann writes to Grace at an address that is new. */
function graceTwice(world: World): Promise<unknown> {
  return world.bcc('Grace Kim <grace.kim@gmail.com>', EARLIER)
}

/** Bo, who may join, and is nobody yet. */
const bo = { from: 'Bo Day <bo@university.edu>', to: OPEN, rcpt: OPEN, text: 'Please let me in.' }

/** Answers and notes: words for us. */
export const words: Record<string, Kind> = {
  'an answer with one command': answers('N snooze to friday'),
  'an answer with several': answers('N answered\nellen called, no answer\nwibble\nadd Lia Wu lia@wu.example'),
  'an answer that says nothing clear': answers('wibble wobble'),
  '"undo"': answers('undo', 'Grace Kim', 'N answered'),
  '"undo" of settings': answers('undo', 'Grace Kim', 'tz chicago'),
  '"oops"': answers('oops N not 1', 'Grace Kim', '1 snooze 3d'),
  'a meeting': answers('N meeting thu 2pm by phone'),
  'a meeting with evening notes': notes('tom moved to today 4pm', {}, (world) =>
    world.note('evening notes on', EARLIER),
  ),
  'met, with an introduction': answers('N met. will intro me to Lia Wu', 'Sofia Marsh'),
  'a question answered': answers('N same', 'Jo Beck'),
  'a question answered otherwise': answers('N different', 'Jo Beck'),
  '"undo" of two who are one': answers('undo', 'Jo Beck', 'N same'),
  '"split" of who was taken for one by name': notes('split grace', {}, graceTwice),
  '"undo" of that, with a name': notes('undo grace', {}, graceTwice),

  'a note of somebody without an address': notes('add Lia Wu'),
  'a note of applications': notes('applied acme designer\napplied 3 today'),
  settings: notes('tz chicago\ndigest at 8\nskip friday\ntarget: climate'),
  'a pause': notes('pause 2w'),
  'a focus week': notes('focus week jan 11 in dc'),
  '"new address"': notes('new address', { headers: PROVEN }),
  '"help"': notes('help'),
  '"list" and "history"': notes('list\nhistory grace'),
  '"status"': notes('status'),
  '"export"': notes('export'),
  '"stop"': notes('stop'),
  '"searching again" after that': notes('searching again', {}, (world) => world.note('stop', EARLIER)),
  '"got the job"': notes('got the job at Halden'),
  'told of the job': notes('dev told', {}, (world) => world.note('got the job at Halden', EARLIER)),
  '"forget ellen"': notes('forget ellen'),
  'a yes to that': confirms('forget ellen', 'yes, forget ellen'),
  'a no to that': confirms('forget ellen', 'no'),
  '"delete everything"': notes('delete everything'),
  'a yes to deleting everything': confirms('delete everything', 'yes, delete everything'),
}

/** Mail to people, mail passed on, mail of strangers. */
export const mails: Record<string, Kind> = {
  'to somebody new': writes('Lia Wu <lia@wu.example>'),
  'to somebody known': writes('Grace Kim <grace@acme.com>'),
  'to three people': writes('Lia Wu <lia@wu.example>, Max Orr <max@tidal.com>, jo@acme.com'),
  'to a copied introducer': writes('Lia Wu <lia@wu.example>', { cc: 'Priya Shah <priya@acme.com>' }),
  'to many': writes('a@x.example, b@x.example, Grace Kim <grace@acme.com>, d@x.example, e@x.example'),
  'to nobody whom one sees': writes(''),
  'to an address for applications': writes('Acme <jobs@acme.com>'),
  'to somebody called as somebody known': writes('Grace Kim <grace.kim@gmail.com>'),
  'that thanks': writes('Dev Patel <dev@halden.com>', { text: 'Thank you for your time on Monday.' }),
  'that answers a contact': writes('Sofia Marsh <sofia@ode.com>', {
    text: 'Thursday is good.\n\nOn Mon, Nov 16, 2026 at 3:10 PM Sofia Marsh <sofia@ode.com> wrote:\n\n> Gladly. Thursday?',
    headers: { 'In-Reply-To': '<theirs@ode.com>' },
  }),
  'without a Message-ID': {
    at: AT,
    given: ({ world }) => ({
      is: 'mail',
      body: { ...world.webhook({ to: 'Lia Wu <lia@wu.example>', at: AT }), Headers: [] },
    }),
  },
  'by Email Routing': {
    at: AT,
    given: ({ world }) => ({
      is: 'raw',
      to: world.address,
      text: `From: Ann Lee <ann@gmail.com>\r\nTo: Lia Wu <lia@wu.example>\r\nSubject: Advice\r\nDate: Tue, 17 Nov 2026 09:00:00 -0500\r\nMessage-ID: <${ID}>\r\n\r\nFifteen minutes?\r\n`,
    }),
  },

  "a contact's answer": forwards('Sofia Marsh <sofia@ode.com>', 'Re: Advice', 'Gladly. Thursday?'),
  'an answer with a note above': forwards(
    'Grace Kim <grace@acme.com>',
    'Re: Advice',
    'Gladly.',
    'meeting thu 2pm by phone\nknows people at Halden',
  ),
  'an introduction': forwards(
    'Priya Shah <priya@acme.com>',
    'Ann, meet Lia',
    'Ann, meet Lia Wu (lia@wu.example), who runs the team.',
  ),
  'a failure report passed on': forwards(
    'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    'Delivery Status Notification (Failure)',
    "Your message wasn't delivered to grace@acme.com because the address couldn't be found.\n550 5.1.1 The email account does not exist.",
  ),
  'an out-of-office note passed on': forwards(
    'Grace Kim <grace@acme.com>',
    'Automatic reply: Advice',
    'I am out of the office and will be back on Monday, November 30.',
  ),
  'an invitation': invites('REQUEST'),
  'a cancellation': invites('CANCEL', (world) =>
    world.post(invitation(world, 'REQUEST', 'first@acme.com', EARLIER), EARLIER),
  ),

  "a contact's own mail, passed on by a program": comes({
    from: 'Grace Kim <grace@acme.com>',
    to: 'ann@gmail.com',
    text: 'Gladly. Thursday?',
    headers: PROVEN,
  }),
  "a stranger's": comes({ from: 'Eve <eve@evil.example>', to: 'ann@gmail.com', headers: PROVEN }),
  "Gmail's question whether it may pass mail on": comes({
    from: 'Gmail Team <forwarding-noreply@google.com>',
    to: 'ann@gmail.com',
    subject: '(#123456789) Gmail Forwarding Confirmation - Receive Mail from ann@gmail.com',
    text: 'Confirmation code: 123456789\n\nhttps://mail-settings.google.com/mail/vf-%5BANGjdJ8abcDEF_1-2%5D-xyZ\n',
    headers: PROVEN,
  }),
  'a failure report': comes({
    from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    to: 'ann@gmail.com',
    subject: 'Delivery Status Notification (Failure)',
    text: "Your message wasn't delivered to grace@acme.com because the address couldn't be found.\n550 5.1.1 The email account does not exist.",
    headers: { 'Auto-Submitted': 'auto-replied' },
  }),
  'an out-of-office note': comes({
    from: 'Grace Kim <grace@acme.com>',
    to: 'ann@gmail.com',
    subject: 'Automatic reply: Advice',
    text: 'I am out of the office and will be back on Monday, November 30.',
    headers: { ...PROVEN, 'Auto-Submitted': 'auto-replied' },
  }),
  'one of our letters': comes({ from: 'Reachback <letters@in.example.com>', to: 'ann@gmail.com' }),

  'one that nobody vouches for': writes('Lia Wu <lia@wu.example>', { headers: UNPROVEN }),
  'a second one on that day': comes({ to: 'Lia Wu <lia@wu.example>', headers: UNPROVEN }, (world) =>
    world.bcc('max@wu.example', EARLIER, { headers: UNPROVEN }),
  ),
  'commands that nobody vouches for': notes('stop', { headers: UNPROVEN }),
  'a forged one': writes('Lia Wu <lia@wu.example>', { headers: REFUTED }),

  'one that joins': comes(bo),
  'one that joins and goes to somebody': comes({ ...bo, to: 'Lia Wu <lia@wu.example>' }),
  'the first to somebody': comes(
    { from: bo.from, to: 'Lia Wu <lia@wu.example>', rcpt: OPEN, text: 'Fifteen minutes?' },
    (world) => world.mail({ ...bo, at: EARLIER }),
  ),
  'the first after letters bounced': writesAfterBounce('Lia Wu <lia@wu.example>'),
  'a command after letters bounced': writesAfterBounce(),
}

/** Letters to Ann bounced; then she writes to somebody, or to us. */
function writesAfterBounce(to?: string): Kind {
  const bounces = async (world: World) => {
    const event = {
      RecordType: 'Bounce',
      MessageStream: 'outbound',
      Type: 'HardBounce',
      Email: 'ann@gmail.com',
      BouncedAt: '2026-11-17T12:31:00Z',
      Inactive: true,
    }
    await world.fetch('/events/postmark', {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa((env as Cloudflare.Env).INBOUND_AUTH)}`,
        'x-reachback-now': new Date(EARLIER).toISOString(),
      },
      body: JSON.stringify(event),
    })
  }
  return to ? comes({ to }, bounces) : notes('grace answered', {}, bounces)
}
