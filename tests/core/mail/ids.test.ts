import { expect, it } from 'vitest'
import { messageIds, ownMessageId } from '../../../src/core/mail/ids.ts'

it.each([
  ['<a@b>', ['a@b']],
  ['<a@b><c@d>,<e@f>\n <a@b>', ['a@b', 'c@d', 'e@f']],
  ['Your message of "Mon, 16 Nov" <A.b$c@D>; from Grace', ['A.b$c@D']],
  ['<<a@b>>', ['a@b']],
  ['<a@[1.2.3.4]>', ['a@[1.2.3.4]']],
  ['< a@b >', ['a@b']],
  ['Grace <no id> <x', []],
  ['a@b', []],
  ['', []],
])('%j holds %j', (value, ids) => expect(messageIds(value)).toEqual(ids))

it('keeps the root and the nearest parents of a long thread', () => {
  const ids = Array.from({ length: 80 }, (_, i) => `${i}@acme.com`)
  const kept = messageIds(ids.map((id) => `<${id}>`).join(' '))
  expect(kept).toHaveLength(50)
  expect([kept[0], kept[1], kept.at(-1)]).toEqual(['0@acme.com', '31@acme.com', '79@acme.com'])
})

it('leaves out ids that are too long, and is quick about nonsense', () => {
  expect(messageIds(`<${'a'.repeat(200)}@${'b'.repeat(200)}>`)).toEqual([])
  for (const piece of ['<', '<a', '<a@', '<a@b', '@', '> <']) {
    expect(messageIds(piece.repeat(50_000)).length).toBeLessThan(2)
  }
})

it('reads a Message-ID without angle brackets, if it is one', () => {
  expect(ownMessageId('<a@b>')).toBe('a@b')
  expect(ownMessageId(' a@b ')).toBe('a@b')
  expect(ownMessageId('a b@c')).toBeUndefined()
  expect(ownMessageId('abc')).toBeUndefined()
})
