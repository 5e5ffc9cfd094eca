import { expect, test } from 'vitest'
import { draft } from '../../../src/letters/drafts/draft.ts'
import { gmailThread, MAX_LINK, mailto } from '../../../src/letters/drafts/mailto.ts'
import { ALL } from './fields.ts'

const LOG = 'reach+7f3kq9zt@in.example.com'

/** As a mail program reads the link (RFC 6068): "+" is a plus, addresses are parted by bare commas. */
const opened = (link: string) => {
  const [, to = '', query = ''] = link.match(/^mailto:([^?]*)\?(.*)$/s) ?? []
  const headers = query.split('&').map((header) => header.split('=') as [string, string])
  const addresses = (text = '') => (text ? text.split(',').map(decodeURIComponent) : [])
  const found = Object.fromEntries(headers)
  return {
    names: headers.map(([name]) => name),
    to: addresses(to),
    bcc: addresses(found.bcc),
    subject: decodeURIComponent(found.subject ?? ''),
    body: decodeURIComponent(found.body ?? '').replaceAll('\r\n', '\n'),
  }
}

test('what the link opens is the draft, with the private address in BCC', () => {
  const { to, bcc, subject, body } = draft('answering an introduction', ALL)
  const link = mailto({ to, bcc: [LOG, ...bcc], subject, body })
  expect(opened(link)).toEqual({
    names: ['bcc', 'subject', 'body'],
    to: ['grace@acme.com'],
    bcc: [LOG, 'priya@halden.com'],
    subject,
    body,
  })
})

test('spaces are %20, line ends %0D%0A, and nothing is a bare plus', () => {
  const link = mailto({ to: 'a@b.c', bcc: LOG, subject: 'a + b', body: 'one\ntwo\r\nthree\rfour' })
  expect(link).toBe(
    'mailto:a@b.c?bcc=reach%2B7f3kq9zt@in.example.com&subject=a%20%2B%20b&body=one%0D%0Atwo%0D%0Athree%0D%0Afour',
  )
})

test.each([
  ['an ampersand', 'R&D? a=b&bcc=eve@evil.com #1 100%'],
  ['quotes', `"It's" <here>`],
  ['accents', 'Zoë Ångström'],
  ['right to left', 'נועם כהן'],
  ['beyond the basic plane', '𠮷野 👩‍🔬'],
])('%s comes back as it was and adds no header', (_, text) => {
  const link = mailto({ to: 'a@b.c', bcc: LOG, subject: text, body: text })
  expect(link).toMatch(/^[\w.~!*():/?=&%@,-]+$/)
  expect(opened(link)).toEqual({
    names: ['bcc', 'subject', 'body'],
    to: ['a@b.c'],
    bcc: [LOG],
    subject: text,
    body: text,
  })
})

test.each(['eve@evil.com?bcc=x@y.z', 'eve@evil.com&cc=x@y.z', 'eve@evil.com,x@y.z', '"a@b, c"@d.e'])(
  'the address %j stays one address',
  (address) => {
    const link = mailto({ to: address, bcc: address, subject: '', body: '' })
    expect(opened(link).names).toEqual(['bcc', 'subject', 'body'])
    expect(opened(link).to).toEqual([address])
    expect(opened(link).bcc).toEqual([address])
  },
)

test('subject and address are one line, and half a character is no failure', () => {
  const link = mailto({
    to: 'a@b.c\r\nBcc: x@y.z',
    bcc: '',
    subject: 'Hi\r\nBcc: x@y.z',
    body: 'half \ud83d',
  })
  expect(opened(link)).toMatchObject({
    names: ['subject', 'body'],
    to: ['a@b.cBcc: x@y.z'],
    subject: 'Hi Bcc: x@y.z',
    body: 'half \ufffd',
  })
})

test('a link that is too long loses sentences from the end of its middle', () => {
  const sentences = Array.from(
    { length: 30 },
    (_, i) => `This is sentence number ${i + 1}, and it goes on & on.`,
  )
  const body = [
    'Hi Grace,',
    sentences.slice(0, 10).join(' '),
    sentences.slice(10).join(' '),
    'Best,\nDr. Ann Bell',
  ].join('\n\n')
  const link = mailto({ to: 'a@b.c', bcc: LOG, subject: 'Re: this', body })
  expect(link.length).toBeLessThanOrEqual(MAX_LINK)
  const { body: kept } = opened(link)
  expect(kept).toMatch(/^Hi Grace,\n\nThis is sentence number 1,.*on & on\.\n\nBest,\nDr\. Ann Bell$/s)
  expect(kept).not.toContain('number 30')
  const count = kept.match(/sentence number/g)!.length
  expect(kept).toContain(`number ${count},`)
  expect(link.length + sentences[count]!.length * 2).toBeGreaterThan(MAX_LINK)
})

test.each([
  ['a body of one long word', 'short', 'x'.repeat(4000)],
  ['a body of many words', 'short', 'word 漢字 '.repeat(500)],
  ['a subject without end', '👩‍🔬'.repeat(300), 'Hi Grace,\n\nOne. Two.\n\nAnn'],
  ['both', '漢'.repeat(900), '👩‍🔬 '.repeat(900)],
])('%s fits, and no character is cut', (_, subject, body) => {
  const link = mailto({ to: 'grace@acme.com', bcc: LOG, subject, body })
  expect(link.length).toBeLessThanOrEqual(MAX_LINK)
  const mail = opened(link)
  expect(subject.startsWith(mail.subject)).toBe(true)
  expect(body.startsWith(mail.body) || mail.body.startsWith('Hi Grace,')).toBe(true)
})

test('the original in Gmail', () => {
  expect(gmailThread('CAF+x/1@mail.gmail.com')).toBe(
    'https://mail.google.com/mail/u/0/#search/rfc822msgid:CAF%2Bx%2F1%40mail.gmail.com',
  )
})
