import { expect, test } from 'vitest'
import { WIDTH, wrap } from '../../../src/letters/layout/wrap.ts'

const LONG_WORD =
  'https://mail.google.com/mail/u/0/#search/rfc822msgid:CAF1234567890-abcdefghijklmnopqrstuvwxyz'

test.each([
  ['what fits stays', 'Short.', 'Short.'],
  ['exactly 78 columns stay', 'x '.repeat(38) + 'xx', 'x '.repeat(38) + 'xx'],
  ['79 columns do not', 'x '.repeat(39) + 'x', 'x '.repeat(38) + 'x\nx'],
  ['line breaks are spaces', 'one\n  two', 'one two'],
  ['a long word is not broken', `See ${LONG_WORD} for it.`, `See\n${LONG_WORD}\nfor it.`],
  ['a long word alone', LONG_WORD, LONG_WORD],
  [
    'rather after a comma',
    'No second message, says the plan; try the other half of the day, and then leave it be.',
    'No second message, says the plan; try the other half of the day,\nand then leave it be.',
  ],
  [
    'but not at the price of a short line',
    'No second message, says the plan. Try the other half of the day or write a note to them.',
    'No second message, says the plan. Try the other half of the day or write a\nnote to them.',
  ],
])('%s', (_, text, expected) => {
  expect(wrap(text)).toBe(expected)
})

test('a quoted command never starts a line', () => {
  for (let width = 0; width < 90; width++) {
    const text = `${'x'.repeat(width % 7)} ${'ab '.repeat(width / 3)}reply "10 yes" or "drop 8". Stop: "stop".`
    for (const line of wrap(text).split('\n').slice(1)) expect(line).not.toMatch(/^"/)
  }
})

test('no word is lost and no line too wide, wherever the words end', () => {
  for (let size = 1; size < 40; size++) {
    const text = Array.from(
      { length: 60 },
      (_, i) => 'w'.repeat(1 + ((i * size) % 17)) + (i % 5 ? '' : ','),
    ).join(' ')
    const wrapped = wrap(text, ' 1  ', '    ')
    expect(wrapped.replace(/\s+/g, ' ')).toBe(` 1 ${text}`)
    for (const line of wrapped.split('\n')) expect(line.length).toBeLessThanOrEqual(WIDTH)
  }
})
