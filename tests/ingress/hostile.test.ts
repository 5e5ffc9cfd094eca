import { describe, expect, it } from 'vitest'
import { MAX_ADDRESS_CHARS, MAX_LINES, MAX_PART_HEAD, MAX_TEXT_BYTES } from '../../src/ingress/caps.ts'
import { readMime } from '../../src/ingress/mime.ts'

/** Inputs that kept parsers busy for seconds or minutes, or made them lose the mail. */
const HEAD =
  'From: Ann <ann@gmail.com>\r\nTo: grace@acme.com\r\nMessage-ID: <1@gmail.com>\r\nMIME-Version: 1.0\r\n'
const html = (body: string) => `${HEAD}Content-Type: text/html\r\n\r\n${body}`
const mixed = (body: string) => `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${body}`

const nested = (depth: number, body: string): string => {
  let text = HEAD
  for (let i = 0; i < depth; i++) text += `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`
  return `${text}\r\n${body}`
}

const readable: [what: string, raw: () => string][] = [
  ['200k nested divs', () => html('<div>'.repeat(200_000))],
  ['1.5M b tags', () => html('<b>'.repeat(1_500_000))],
  ['20k nested tables', () => html('<table><tr><td>'.repeat(20_000))],
  ['a million unclosed tags', () => html('<'.repeat(1_000_000))],
  ['2 MB of CRLF', () => `${HEAD}\r\n${'\r\n'.repeat(1_000_000)}`],
  ['2 MB of delimiters that are none', () => mixed('--\r\n'.repeat(500_000))],
  [
    'format=flowed, a million lines',
    () => `${HEAD}Content-Type: text/plain; format=flowed\r\n\r\n${'a \n'.repeat(1e6)}`,
  ],
  ['one line of 8 MB', () => `${HEAD}\r\n${'a'.repeat(8e6)}`],
  ['150 nested multiparts', () => nested(150, 'x'.repeat(1e6))],
  ['links without end', () => `${HEAD}\r\n${'http://a.b.'.repeat(200_000)}`],
  ['a group of 120 KB', () => `${HEAD}Cc: ${'g:'.repeat(50_000)}\r\n\r\nHi`],
  ['a punycode domain of 120 KB', () => `${HEAD}Cc: a@xn--${'a'.repeat(120_000)}\r\n\r\nHi`],
  ['encoded words without end', () => `${HEAD}Subject: ${'=?utf-8?Q?=C3?= '.repeat(7000)}\r\n\r\nHi`],
  ['10k References', () => `${HEAD}References: ${'<a@b> '.repeat(10_000)}\r\n\r\nHi`],
  ['a comment without end', () => `${HEAD}Cc: ${'('.repeat(100_000)}\r\n\r\nHi`],
  ['900 nested mails', () => `${HEAD}Content-Type: message/rfc822\r\n\r\n`.repeat(900)],
]

/** Over a limit: what has been read until then stays. */
const tooComplex: [what: string, raw: () => string][] = [
  ['5000 nested multiparts', () => nested(5000, 'x')],
  ['20k parts', () => mixed('--b\r\n\r\nx\r\n'.repeat(20_000))],
  ['a 1 MB header', () => `${HEAD}X: ${'a'.repeat(1e6)}\r\n\r\nHi`],
  ['7 MB of headers', () => `${HEAD}${'X-A: b\r\n'.repeat(900_000)}\r\nHi`],
  ['110 To headers of 4k groups', () => `${HEAD}${`Cc: ${'g:'.repeat(4000)}\r\n`.repeat(110)}\r\nHi`],
  ['a punycode domain of 900 KB', () => `${HEAD}Cc: a@xn--${'a'.repeat(900_000)}\r\n\r\nHi`],
]

const read = async (raw: string) => {
  const mail = await readMime(Buffer.from(raw), 'reach+k3@in.example.com')
  if ('refused' in mail) throw new Error(mail.refused)
  return mail
}

describe('is read', () => {
  it.each(readable)('%s', async (_, raw) => {
    expect(await read(raw())).toMatchObject({ from: { address: 'ann@gmail.com' }, messageId: '1@gmail.com' })
  })
})

describe('is read as far as it goes', () => {
  it.each(tooComplex)('%s', async (_, raw) => {
    expect(await read(raw())).toMatchObject({
      from: { address: 'ann@gmail.com' },
      to: [{ address: 'grace@acme.com', name: '' }],
      messageId: '1@gmail.com',
      isCut: true,
    })
  })
})

it('refuses what is no mail', async () => {
  for (const raw of ['', '\r\n\r\nbody', 'no colon here\r\n\r\n', 'From a@b Mon Nov 1\r\n\r\n', '\0\0\0']) {
    expect(await readMime(Buffer.from(raw), 'a@b.example')).toEqual({ refused: 'not a mail' })
  }
})

it('knows no author in a mail whose lines end in CR alone', async () => {
  const mail = await readMime(Buffer.from('Subject: x\rFrom: ann@gmail.com\r\rHi'), 'a@b.example')
  expect('refused' in mail || mail.from === undefined).toBe(true)
})

it('reports a stream that fails as our own trouble, not as a bad mail', async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(Buffer.from(HEAD))
      controller.error(new Error('connection lost'))
    },
  })
  await expect(readMime(broken, 'a@b.example')).rejects.toThrow('connection lost')
})

describe('is cut, and keeps its headers and the beginning of its text', () => {
  const line = 'An ordinary line that somebody wrote.\r\n'
  const many = Array.from({ length: 5000 }, (_, i) => `a${i}@b.example`).join(', ')
  it.each([
    ['more lines than a mail has', `${HEAD}\r\n${line}${'\r\n'.repeat(MAX_LINES)}`],
    [
      'lines without end in an attachment',
      mixed(`--b\r\n\r\n${line}--b\r\nContent-Type: a/b\r\n\r\n${'\n'.repeat(MAX_LINES)}`),
    ],
    ['more text than anybody reads', `${HEAD}\r\n${line.repeat(MAX_TEXT_BYTES / 30)}`],
    ['many texts', mixed(`--b\r\n\r\n${line.repeat(1000)}`.repeat(100))],
    ['more addresses than a mail has', `${HEAD}Cc: ${many}\r\n\r\n${line}`],
    [
      'text in UTF-7',
      `${HEAD}Content-Type: text/plain; charset=utf-7\r\n\r\n${line}${'+AGE-'.repeat(500_000)}`,
    ],
  ])('%s', async (_, raw) => {
    const mail = await read(raw)
    expect(mail).toMatchObject({ messageId: '1@gmail.com', isCut: true })
    expect(mail.to[0]).toMatchObject({ address: 'grace@acme.com' })
    expect(mail.text).toContain(line.trim())
  })

  it('the header of a part that is longer than one is', async () => {
    const mail = await read(mixed(`--b\r\nX: ${'a'.repeat(2 * MAX_PART_HEAD)}\r\n\r\n${line}`))
    expect(mail).toMatchObject({ from: { address: 'ann@gmail.com' }, messageId: '1@gmail.com', isCut: true })
  })

  it('addresses at a comma, so that none is half', async () => {
    const { cc } = await read(
      `${HEAD}Cc: ${'Somebody <a@b.example>, '.repeat(40)}${'x'.repeat(MAX_ADDRESS_CHARS)}@b.example\r\n\r\n`,
    )
    expect(cc.map(({ address }) => address)).toEqual(['a@b.example'])
  })
})

it('reads a mail that ends in the header of a part', async () => {
  for (const end of [
    'Content-Type: ',
    'Content-Type:',
    'Content-Type',
    'Content-Type: text/plain',
    'X: y',
    '',
  ])
    expect(await read(mixed(`--b\r\n\r\nHi\r\n--b\r\n${end}`)), end).toMatchObject({ text: 'Hi' })
})

it('lets 5 MB of attachment run through', async () => {
  const part = `--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n`
  const raw = mixed(`--b\r\n\r\nHi\r\n${part}${`${'A'.repeat(76)}\r\n`.repeat(65_000)}--b--\r\n`)
  const mail = await readMime(new Response(raw).body!, 'a@b.example')
  expect(mail).toMatchObject({ text: 'Hi', isCut: false, attached: [] })
})
