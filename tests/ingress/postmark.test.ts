import { describe, expect, it } from 'vitest'
import type { InboundEmail } from '../../src/inbound-email.ts'
import { readPostmark } from '../../src/ingress/postmark.ts'

/** Both readers: the runtime's for small bodies and the scanner (a stream has no Content-Length). */
const read = async (json: unknown): Promise<Awaited<ReturnType<typeof readPostmark>>> => {
  const body = typeof json === 'string' ? json : JSON.stringify(json)
  const small = await readPostmark(posted(body, String(body.length)))
  const streamed = await readPostmark(posted(body, undefined))
  expect(streamed).toEqual(small)
  return small
}

const posted = (body: string, length: string | undefined): Request =>
  new Request('https://reachback/inbound/postmark', {
    method: 'POST',
    body: new Response(body).body,
    headers: length === undefined ? {} : { 'content-length': length },
  })

const inbound = {
  From: 'ann@gmail.com',
  FromFull: { Email: 'ann@gmail.com', Name: 'Ann Lee', MailboxHash: '' },
  ToFull: [{ Email: 'Grace@Acme.com', Name: 'Grace Kim', MailboxHash: '' }],
  CcFull: [],
  OriginalRecipient: 'Reach+K3@in.example.com',
  Subject: 'Attachments',
  Date: 'Tue, 17 Nov 2026 09:12:22 -0500',
  TextBody: 'Hello',
  Headers: [{ Name: 'Message-ID', Value: '<1@gmail.com>' }],
  Attachments: [],
}

const mailOf = async (json: unknown): Promise<InboundEmail> => {
  const mail = await read(json)
  if ('refused' in mail) throw new Error(mail.refused)
  return mail
}

describe('what is no inbound mail', () => {
  it.each([
    ['', 'not json'],
    ['{"From":', 'not json'],
    ['null', 'not an inbound mail'],
    ['[]', 'not an inbound mail'],
    ['"text"', 'not an inbound mail'],
    [JSON.stringify({ ...inbound, RecordType: 'Bounce' }), 'not an inbound mail'],
    [JSON.stringify({ ...inbound, RecordType: null }), 'not an inbound mail'],
    [JSON.stringify({ ...inbound, OriginalRecipient: 7 }), 'not an inbound mail'],
    [JSON.stringify({ ...inbound, OriginalRecipient: undefined }), 'not an inbound mail'],
    ['{"__proto__":{"OriginalRecipient":"a@b.example"}}', 'not an inbound mail'],
  ])('%s', async (body, refused) => expect(await read(body)).toEqual({ refused }))

  it('an empty request, and one that says it is over 100 MB', async () => {
    const empty = new Request('https://reachback/', { method: 'POST' })
    expect(await readPostmark(empty)).toEqual({ refused: 'not json' })
    expect(await readPostmark(posted('{}', '200000000'))).toEqual({ refused: 'too large' })
  })
})

it('takes wrong types for missing', async () => {
  const junk = [1, null, true, 'x', [], {}, [[[]]], { Email: 7 }, { Email: ['a@b.com'] }, { Name: {} }]
  for (const value of junk) {
    const fields = Object.keys(inbound).filter((name) => name !== 'OriginalRecipient')
    const mail = await mailOf({ ...inbound, ...Object.fromEntries(fields.map((name) => [name, value])) })
    expect(mail).toMatchObject({ from: undefined, to: [], messageId: undefined, attached: [], isCut: false })
  }
  const lists = { ToFull: junk, CcFull: junk, Headers: junk, Attachments: junk }
  expect(await mailOf({ ...inbound, ...lists })).toMatchObject({ to: [], cc: [], headers: [] })
})

it('reads fields in any order, with others of the same names elsewhere', async () => {
  const expected = await mailOf(inbound)
  expect(expected.recipient).toBe('reach+k3@in.example.com')
  expect(expected.subject).toBe('Attachments')
  const backwards = Object.fromEntries(Object.entries(inbound).reverse())
  const decoys = { Extra: { Attachments: [{ Subject: 'no' }], OriginalRecipient: 'evil@example.com' } }
  expect(await mailOf({ ...decoys, ...backwards, ...decoys })).toEqual(expected)
})

it('believes an author only if all that Postmark says agrees', async () => {
  const from = async (fields: object) => (await mailOf({ ...inbound, ...fields })).from?.address
  expect(await from({ From: '"Ann Lee" <ann@gmail.com>' })).toBe('ann@gmail.com')
  expect(await from({ From: 'Lee, Ann <Ann@Gmail.com>' })).toBe('ann@gmail.com')
  expect(await from({ From: undefined })).toBe('ann@gmail.com')
  expect(await from({ From: 'bob@gmail.com' })).toBeUndefined()
  expect(await from({ From: 'ann@gmail.com, bob@gmail.com' })).toBeUndefined()
  expect(await from({ From: 'bob@gmail.com <ann@gmail.com>' })).toBeUndefined()
  const listed = (...values: string[]) => from({ Headers: values.map((Value) => ({ Name: 'from', Value })) })
  expect(await listed('Ann <ann@gmail.com>')).toBe('ann@gmail.com')
  expect(await listed('Bob <bob@gmail.com>')).toBeUndefined()
  expect(await listed('ann@gmail.com', 'ann@gmail.com')).toBeUndefined()
  expect(await from({ FromFull: { Email: '=?utf-8?q?ann?=@gmail.com' } })).toBeUndefined()
})

it('cuts what is too long and says so', async () => {
  const isCut = async (fields: object) => (await mailOf({ ...inbound, ...fields })).isCut
  expect(await isCut({})).toBe(false)
  expect(await isCut({ TextBody: 'a'.repeat(65_536) })).toBe(false)
  expect(await isCut({ TextBody: 'a'.repeat(65_537) })).toBe(true)
  expect(await isCut({ HtmlBody: '\u00e9'.repeat(60_000) })).toBe(false)
  expect(await isCut({ HtmlBody: 'a'.repeat(65_537) })).toBe(false)
  expect(await isCut({ TextBody: '', HtmlBody: 'a'.repeat(65_537) })).toBe(true)
  const people = (n: number) => Array.from({ length: n }, (_, i) => ({ Email: `p${i}@acme.com`, Name: '' }))
  expect(await isCut({ ToFull: people(60), CcFull: people(100) })).toBe(false)
  expect(await isCut({ ToFull: people(101) })).toBe(true)
})

it('keeps the attachments it can read, whatever comes first in them, and no others', async () => {
  const Content = Buffer.from('BEGIN:VCALENDAR').toString('base64')
  const big = { Name: 'a.pdf', Content: 'A'.repeat(3_000_000), ContentType: 'application/pdf' }
  const calendar = async (part: object) => (await mailOf({ ...inbound, Attachments: [big, part] })).calendar
  expect(await calendar({ Content, Name: 'a', ContentType: 'text/calendar; charset=utf-8' })).toBe(
    'BEGIN:VCALENDAR',
  )
  expect(await calendar({ ContentType: 'TEXT/CALENDAR', Content })).toBe('BEGIN:VCALENDAR')
  expect(
    await calendar({ Name: 'invite.ICS', ContentType: 'application/octet-stream', Content }),
  ).toBeDefined()
  expect(await calendar({ Name: 'invite.txt', ContentType: 'text/plain', Content })).toBeUndefined()
  expect(await calendar({ ContentType: 'text/calendar', Content: '%%%not base64' })).toBeDefined()
})
