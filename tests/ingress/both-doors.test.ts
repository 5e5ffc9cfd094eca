import { describe, expect, it } from 'vitest'
import type { InboundEmail } from '../../src/inbound-email.ts'
import { readMime } from '../../src/ingress/mime.ts'
import { readPostmark } from '../../src/ingress/postmark.ts'
import { asPostmark } from '../../tools/post-office/as-postmark.ts'
import { mails } from './mails.ts'

const RECIPIENT = 'reach+k3@in.example.com'

const byMime = async (raw: Uint8Array): Promise<InboundEmail> => {
  const mail = await readMime(raw, RECIPIENT)
  if ('refused' in mail) throw new Error(mail.refused)
  return mail
}

const byPostmark = async (raw: Buffer, headers: Record<string, string> = {}): Promise<InboundEmail> => {
  const body = JSON.stringify(await asPostmark(raw, { from: 'ann@gmail.com', to: RECIPIENT }))
  const request = new Request('https://reachback/inbound/postmark', { method: 'POST', body, headers })
  const mail = await readPostmark(request)
  if ('refused' in mail) throw new Error(mail.refused)
  return mail
}

/** Postmark's own verdicts are the one thing that the raw message does not have. */
const ADDED = /^(?:x-spam-(?:status|score|tests)|received-spf)$/

const withoutVerdicts = (mail: InboundEmail): InboundEmail => ({
  ...mail,
  headers: mail.headers.filter(([name]) => !ADDED.test(name)),
})

describe('the same mail is the same value, whichever door it comes by', () => {
  for (const [name, raw] of Object.entries(mails)) {
    it(name, async () => {
      const expected = await byMime(raw)
      expect(withoutVerdicts(await byPostmark(raw))).toEqual(expected)
      expect(withoutVerdicts(await byPostmark(raw, { 'content-length': '200000' }))).toEqual(expected)
    })
  }
})

describe('what is read', () => {
  it('plain Gmail', async () => {
    const mail = await byMime(mails['plain Gmail']!)
    expect(mail).toMatchObject({
      recipient: RECIPIENT,
      from: { address: 'ann.lee@gmail.com', name: 'Ann Lee' },
      to: [{ address: 'grace.kim@acme.com', name: 'Grace Kim' }],
      cc: [],
      subject: 'Your path to design at Acme',
      messageId: 'CAFq+x1=abc123@mail.gmail.com',
      sentAt: Date.parse('2026-11-17T14:12:22Z'),
      utcOffset: -300,
      html: '',
      isCut: false,
    })
    expect(mail.text).toBe('Hi Grace,\n\nmay I ask you about your path to design?\n\nAnn')
    expect(mail.headers.map(([header]) => header)).toEqual([
      'received',
      'dkim-signature',
      'mime-version',
      'content-type',
    ])
    expect(mail.headers[0]![1]).toContain('<reach+k3@in.example.com>; Tue, 17 Nov')
  })

  it('Outlook', async () => {
    const mail = await byMime(mails['Outlook, HTML only in a multipart']!)
    expect(mail.from).toEqual({ address: 'ann@university.edu', name: 'Lee, Ann' })
    expect(mail.to.map(({ address }) => address)).toEqual(['grace@acme.com', 'tom@acme.com'])
    expect(mail.cc.map(({ address }) => address)).toEqual(['priya@halden.com'])
    expect(mail.text).toBe('')
    expect(mail.html).toContain('<p>Thank you, Grace.</p>')
    expect(mail.otherIds).toEqual(['000001d9$abc$def@university.edu'])
    expect(mail.inReplyTo).toEqual(['one@acme.com'])
  })

  it('recipients', async () => {
    const to = async (name: string) => (await byMime(mails[name]!)).to.map(({ address }) => address)
    expect(await to('groups')).toEqual(['grace@acme.com', 'tom@acme.com', 'priya@halden.com'])
    expect(await to('undisclosed recipients')).toEqual([])
    expect(await to('undisclosed recipients made into an address')).toEqual([])
    expect(await to('punycode domain')).toEqual(['jo@xn--mller-kva.de', 'ed@xn--mller-kva.de'])
    expect((await byMime(mails['encoded words']!)).to).toEqual([
      { address: 'grace@acme.com', name: 'Gråce Ås' },
      { address: 'tom@acme.com', name: 'vic@user.com' },
    ])
  })

  it('ids and dates', async () => {
    const reply = await byMime(mails['several references']!)
    expect(reply.inReplyTo).toEqual(['second@acme.com'])
    expect(reply.references).toEqual(['first@gmail.com', 'second@acme.com', 'other@acme.com'])
    expect([reply.sentAt, reply.utcOffset]).toEqual([Date.parse('2026-11-17T14:12Z'), -300])
    const noId = await byMime(mails['no Message-ID']!)
    expect([noId.messageId, noId.utcOffset]).toEqual([undefined, undefined])
    expect((await byMime(mails['no Date, no Subject']!)).sentAt).toBeUndefined()
  })

  it('what is attached', async () => {
    const invitation = await byMime(mails['calendar invitation']!)
    expect(invitation.calendar).toContain('SUMMARY:Kaffee für Ann')
    const { text, attached } = await byMime(mails['forwarded as attachment']!)
    expect(text).toBe('See below.')
    expect(attached).toHaveLength(1)
    expect(attached[0]).toMatchObject({
      recipient: '',
      from: { address: 'grace@acme.com', name: 'Grace Kim' },
      messageId: 'inner@acme.com',
      text: 'Tuesday works.',
      calendar: undefined,
    })
    const bounce = await byMime(mails['delivery status notification']!)
    expect(bounce.deliveryStatus).toContain('Status: 5.1.1')
    expect(bounce.attached[0]?.messageId).toBe('original@gmail.com')
  })
})
