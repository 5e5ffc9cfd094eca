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
  ]
  it.each(rare)('$name', (sample) => {
    const found = readBounce(mailOf(sample))
    expect(found?.recipients).toEqual(['grace@acme.com'])
    expect(found?.isPermanent).toBe(!sample.isTemporary)
  })

  it('a report in a report', () => {
    const outer = { name: '', from: 'postmaster@acme.com', subject: 'Delivery Status Notification (Failure)' }
    const inner = { ...outer, text: 'Delivery to the following recipients failed.\n\n  grace@acme.com' }
    expect(readBounce({ ...mailOf(outer), attached: [mailOf(inner)] })?.recipients).toEqual([
      'grace@acme.com',
    ])
  })
})

describe('no bounce', () => {
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
