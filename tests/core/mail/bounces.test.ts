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

describe('no bounce', () => {
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
