import { describe, expect, it } from 'vitest'
import { decodeBytes } from '../../src/ingress/charset.ts'
import { readMime } from '../../src/ingress/mime.ts'

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

describe('bodies and headers through mailparser, in every charset family', () => {
  it.each([
    ['ISO-2022-JP', '1b2442467c4b5c1b2842', '日本'],
    ['iso-2022-jp-ms', '1b2442467c4b5c1b2842', '日本'],
    ['JIS', '1b2442467c4b5c1b2842', '日本'],
    ['Shift_JIS', '93fa967b', '日本'],
    ['CP932', '93fa967b', '日本'],
    ['EUC-JP', 'c6fccbdc', '日本'],
    ['GB18030', 'c4e3bac3', '你好'],
    ['GB2312', 'c4e3bac3', '你好'],
    ['big5', 'a741a66e', '你好'],
    ['ks_c_5601-1987', 'b0a1', '가'],
    ['KOI8-R', 'f0d2c9', 'При'],
    ['windows-1251', 'cff0e8', 'При'],
    ['cp1252', '9393e494', '““ä”'],
    ['iso-8859-15', 'a4', '€'],
    ['latin1', 'e4', 'ä'],
    ['UTF-7', '2b414f512d', 'ä'],
    ['x-unknown', 'e4', 'ä'],
    ['x-unknown', 'c3a4', 'ä'],
  ])('%s', async (charset, hex, text) => {
    expect(decodeBytes(bytes(hex), charset)).toBe(text)
    const word = `=?${charset}?B?${Buffer.from(bytes(hex)).toString('base64')}?=`
    const head = `From: ${word} <ann@gmail.com>\r\nSubject: ${word}\r\nContent-Type: text/plain; charset="${charset}"\r\n\r\n`
    const mail = await readMime(Buffer.concat([Buffer.from(head), bytes(hex)]), 'a@b.example')
    expect(mail).toMatchObject({ subject: text, text, from: { address: 'ann@gmail.com', name: text } })
  })
})

it('joins a character that is split between two encoded words', async () => {
  const raw = 'From: ann@gmail.com\r\nSubject: =?utf-8?Q?caf=C3?=\r\n =?utf-8?Q?=A9?=\r\n\r\n'
  expect(await readMime(Buffer.from(raw), 'a@b.example')).toMatchObject({ subject: 'café' })
})

it('reads a body that comes a byte at a time', async () => {
  const raw = Buffer.concat([
    Buffer.from('From: ann@gmail.com\r\nContent-Type: text/plain; charset=iso-2022-jp\r\n\r\n'),
    bytes('1b2442467c4b5c1b2842'),
  ])
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of raw) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  expect(await readMime(stream, 'a@b.example')).toMatchObject({ text: '日本' })
})
