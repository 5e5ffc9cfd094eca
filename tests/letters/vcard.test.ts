import { expect, test } from 'vitest'
import { vcard } from '../../src/letters/vcard.ts'

const unfolded = (card: string) => card.replace(/\r\n /g, '').split('\r\n')

test('typing "log" completes the private address', () => {
  const lines = unfolded(vcard('reach+7f3kq9zt@in.example.com'))
  expect(lines.slice(0, 2)).toEqual(['BEGIN:VCARD', 'VERSION:3.0'])
  expect(lines).toContain('FN:Reachback log')
  expect(lines).toContain('N:log;Reachback;;;')
  expect(lines).toContain('EMAIL;TYPE=INTERNET:reach+7f3kq9zt@in.example.com')
  expect(lines.slice(-2)).toEqual(['END:VCARD', ''])
})

test('every line ends with CRLF and has at most 75 octets', () => {
  const card = vcard(`reach+${'é'.repeat(100)}@in.example.com`)
  expect(card.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of card.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(unfolded(card).join('\n')).toContain('é'.repeat(100))
})

test.each([
  ['a;b,c\\d@e.f', 'a\\;b\\,c\\\\d@e.f'],
  ['a@b.c\r\nEND:VCARD', 'a@b.c\\nEND:VCARD'],
])('%j is escaped', (address, escaped) => {
  expect(unfolded(vcard(address))).toContain(`EMAIL;TYPE=INTERNET:${escaped}`)
})
