import { describe, expect, it } from 'vitest'
import { readBounce } from '../../../src/core/mail/bounces.ts'
import { developedBounces, heldBackBounces, notBounces, type Sample } from './bounce-samples.ts'
import { someMail } from './some-mail.ts'

const html =
  '<p>Your message to grace@acme.com</p><p>couldn&#39;t be delivered.</p><p>Recipient address not found</p>'

const mailOf = ({ from, subject, text = '', status, headers = [] }: Sample) =>
  someMail({
    from: { address: from, name: '' },
    to: [{ address: 'ann@gmail.com', name: 'Ann' }],
    subject,
    text,
    html: headers.some(([name]) => name === 'x-html') ? html : '',
    deliveryStatus: status,
    headers,
  })

for (const [set, samples] of [
  ['developed', developedBounces],
  ['held back', heldBackBounces],
] as const)
  it.each(samples)(`${set}: $name`, (sample) => {
    const found = readBounce(mailOf(sample))
    expect(found).toBeDefined()
    expect(found!.recipients).toEqual(sample.isAnonymous ? [] : ['grace@acme.com'])
    expect(found!.isPermanent).toBe(!sample.isTemporary)
  })

describe('reports of less usual systems', () => {
  const rare: Sample[] = [
    {
      name: 'the answered mail is not the one that failed',
      from: 'postmaster@acme.com',
      subject: 'Undeliverable: Coffee',
      text: 'Your message\n\n  To: team@acme.com\n  Subject: Coffee\n\ndid not reach the following recipient(s):\n\n  SMTP=grace@acme.com on Tue, 3 Nov 2026\n    The name is not recognized',
    },
    {
      name: 'a scanner under a name of its own',
      from: 'acme_antivirus_smtp@acme.com',
      subject: 'Delivery failure notification',
      text: 'Your message could not be delivered to the following recipients:\n\ngrace@acme.com\n\nDelivery attempts will continue for 5 days.',
      isTemporary: true,
    },
    {
      name: 'a program that says what it is',
      from: 'reports@acme.com',
      subject: 'Mail delivery failed: returning message to sender',
      text: 'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to grace@acme.com.',
    },
    {
      name: 'a rule of the recipient, in the form of a receipt',
      from: 'postmaster@acme.com',
      subject: 'Automatically rejected mail',
      text: 'Your message to <grace@acme.com> was automatically rejected:\nNot known here',
      headers: [
        ['content-type', 'multipart/report; report-type=disposition-notification'],
        ['auto-submitted', 'auto-replied (rejected)'],
      ],
    },
    {
      name: 'Re: and an error code',
      from: 'post_master@acme.com',
      subject: 'Re:Coffee',
      text: 'Error: invalid user\n\n550 - Requested action not taken: no such user\n\n  RCPT TO: grace@acme.com',
    },
    {
      name: 'headers of the mail, without a word before them',
      from: 'postmaster@acme.com',
      subject: 'Mail System Error - Returned Mail',
      text: '<grace@acme.com>\n\nThis recipient was rejected by a remote mail server.\n---------\nReceived: from mx.example.net (host)\nMessage-ID: <first@mail.gmail.com>\nTo: other@example.org',
    },
    {
      name: 'a mail daemon that names an address, in words of no table',
      from: 'mailer-daemon@acme.com',
      subject: 'Tilkynning',
      text: 'Pósturinn komst ekki til skila:\n\n<grace@acme.com>',
    },
    {
      name: 'a mailbox that is full, whatever class its server gives it',
      from: 'mailer-daemon@acme.com',
      subject: 'failure notice',
      text: '<grace@acme.com>:\n550 The mail folder of this user is over the allowed quota (#5.2.2)',
      isTemporary: true,
    },
    {
      name: 'the same in its own format',
      from: 'postmaster@acme.com',
      subject: 'Delivery Status Notification (Failure)',
      status:
        'Reporting-MTA: dns; acme.com\n\nFinal-Recipient: rfc822; grace@acme.com\nAction: failed\nStatus: 5.2.2',
      isTemporary: true,
    },
    {
      name: 'its own format, printed into the text: the extended code counts',
      from: 'mailer-daemon@mail.example',
      subject: 'Delivery Status Notification (Failure)',
      text: 'Sending failed.\n\nReporting-MTA: dns; mail.example\n\nFinal-Recipient: rfc822; grace@acme.com\nAction: failed\nStatus: 4.4.7\nDiagnostic-Code: smtp; 554 4.4.7 expired',
      isTemporary: true,
    },
  ]
  it.each(rare)('$name', (sample) => {
    const found = readBounce(mailOf(sample))
    expect(found?.recipients).toEqual(['grace@acme.com'])
    expect(found?.isPermanent).toBe(!sample.isTemporary)
  })

  it('no author, and a copy of the mail', () => {
    const text =
      'Too many hops: grace@acme.com\n\n------- Returned Message --------\nReceived: from mx.example.net'
    const mail = mailOf({ name: '', from: '', subject: 'Undeliverable message', text })
    expect(readBounce({ ...mail, from: undefined })?.recipients).toEqual(['grace@acme.com'])
  })

  it('a report in a report', () => {
    const outer = { name: '', from: 'postmaster@acme.com', subject: 'Delivery Status Notification (Failure)' }
    const inner = { ...outer, text: 'Delivery to the following recipients failed.\n\n  grace@acme.com' }
    expect(readBounce({ ...mailOf(outer), attached: [mailOf(inner)] })?.recipients).toEqual([
      'grace@acme.com',
    ])
  })
})

describe('a mail that comes back', () => {
  const back = someMail({
    to: [{ address: 'grace@acme.com', name: '' }],
    cc: [],
    messageId: 'first@mail.gmail.com',
  })
  it.each([
    [
      'from a machine that nobody can answer',
      'no-reply@acme.com',
      'Mail error',
      'It could not be delivered.',
    ],
    ['from a mail daemon that says no more', 'mailer-daemon@acme.com', 'Returned mail', 'Your mail bounced.'],
  ])('says to whom it did not go, %s', (_, from, subject, text) =>
    expect(readBounce({ ...mailOf({ name: '', from, subject, text }), attached: [back] })).toEqual({
      recipients: ['grace@acme.com'],
      isPermanent: true,
      originalMessageId: 'first@mail.gmail.com',
    }),
  )
  it('is only a copy where nothing failed', () =>
    expect(
      readBounce({
        ...mailOf({ name: '', from: 'no-reply@acme.com', subject: 'Your copy', text: 'As you asked.' }),
        attached: [back],
      }),
    ).toBeUndefined())
})

describe('no bounce', () => {
  it.each([
    [
      'a list of what is kept in quarantine',
      'mailer-daemon@gate.example',
      'Quarantine summary',
      'Held: grace@acme.com, Coffee',
    ],
    [
      'a receipt of a mail daemon',
      'mailer-daemon@acme.com',
      'Notice',
      'Your mail to grace@acme.com was delivered.',
    ],
    [
      'a mail that went on without its file',
      'postmaster@acme.com',
      'Virus found',
      'In a message you sent to grace@acme.com parts of the message have been removed.',
    ],
    [
      'the answer of a person called postmaster',
      'postmaster@acme.com',
      'Re: Coffee',
      'Yes, grace@acme.com is right; the 550 5.1.1 comes from our old server.',
    ],
  ])('%s', (_, from, subject, text) =>
    expect(readBounce(mailOf({ name: '', from, subject, text }))).toBeUndefined(),
  )

  it('its own format says that the mail arrived, whatever the words are', () =>
    expect(
      readBounce(
        mailOf({
          name: '',
          from: 'mailer-daemon@acme.com',
          subject: 'Delivery Status Notification',
          text: 'Delivery report. Mail that was not delivered is reported as failed.',
          status:
            'Reporting-MTA: dns; acme.com\n\nFinal-Recipient: rfc822; grace@acme.com\nAction: relayed\nStatus: 2.0.0',
        }),
      ),
    ).toBeUndefined())
  it('a report in the hands of a person', () =>
    expect(
      readBounce(
        mailOf({
          name: '',
          from: 'grace@acme.com',
          subject: 'Returned mail',
          text: 'Hi Ann, I got this back:\n\nThis message was created automatically by mail delivery software. A message that you sent could not be delivered to lee@acme.com.',
        }),
      ),
    ).toBeUndefined())
  it.each(notBounces)('$name', (sample) => expect(readBounce(mailOf(sample))).toBeUndefined())
})

describe('the original Message-ID', () => {
  const failed = developedBounces[0]!
  it('of the attached mail', () =>
    expect(
      readBounce({ ...mailOf(failed), attached: [someMail({ messageId: 'a@gmail.com' })] }),
    ).toMatchObject({
      originalMessageId: 'a@gmail.com',
    }))
  it('of the copy in the text', () => {
    const qmail = developedBounces.find(({ name }) => name === 'qmail')!
    expect(readBounce(mailOf(qmail))).toMatchObject({ originalMessageId: 'first@mail.gmail.com' })
  })
  it('of the mail that the report answers', () =>
    expect(readBounce({ ...mailOf(failed), inReplyTo: ['b@gmail.com'] })).toMatchObject({
      originalMessageId: 'b@gmail.com',
    }))
})

describe('hostile reports take no second', () => {
  it.each([
    'a@'.repeat(30_000),
    '-'.repeat(60_000),
    'message-id: <'.repeat(5000),
    ' '.repeat(60_000),
    '\n'.repeat(60_000),
    'adresse '.repeat(8000),
    'mailbox '.repeat(8000),
    'quota exceed '.repeat(5000),
    'status: 4.2.2\n\n'.repeat(4000),
    'a'.repeat(60_000),
    '4.4.'.repeat(15_000),
    '>'.repeat(60_000),
  ])('%#', (text) => {
    const before = performance.now()
    const sample = { name: '', from: 'postmaster@acme.com', subject: 'Undeliverable', text }
    readBounce({ ...mailOf(sample), deliveryStatus: text, html: text })
    readBounce({ ...mailOf(sample), text: '', html: text })
    readBounce(mailOf(sample))
    expect(performance.now() - before).toBeLessThan(1000)
  })
})
