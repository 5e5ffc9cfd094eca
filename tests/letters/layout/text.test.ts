import { expect, test } from 'vitest'
import { page } from '../../../src/letters/layout/page.ts'
import { asText } from '../../../src/letters/layout/text.ts'
import { EXAMPLE, EXAMPLE_TEXT, line } from './example.ts'

test('the digest of practice 3.4', () => {
  expect(asText(EXAMPLE)).toBe(EXAMPLE_TEXT)
})

test('no line is wider than 78 columns, and none holds a link', () => {
  for (const text of asText(EXAMPLE).split('\n')) expect(text.length).toBeLessThanOrEqual(78)
  expect(asText(EXAMPLE)).not.toMatch(/http|mailto|\[draft\]/i)
})

test('a receipt: paragraphs, a few lines, a footer', () => {
  const receipt = page({
    opening: ['Done, with one question.'],
    sections: [{ heading: '', lines: [line({ n: 5, reason: 'Snoozed to Fri 20 Nov.' })], after: [] }],
    closing: ['Not understood: "7 perhaps".', '', 'Which Jo: Jo Beck or Jo Marsh?'],
    footer: ['To take this back reply "undo".'],
  })
  expect(asText(receipt)).toBe(
    'Done, with one question.\n\n' +
      ' 5  Grace Kim, Acme. Snoozed to Fri 20 Nov.\n\n' +
      'Not understood: "7 perhaps".\n\nWhich Jo: Jo Beck or Jo Marsh?\n\n' +
      'To take this back reply "undo".\n',
  )
})

test('the week in columns (practice 3.7)', () => {
  const week = {
    heading: 'YOUR WEEK (16 to 20 Nov)',
    columns: ['this week', '4 weeks'],
    rows: [
      ['People first contacted', '6', '22'],
      ['Attempts (emails / calls)', '9 / 3', '31 / 8'],
      ['Thank-yous within a day', '2 of 2', '4 of 4'],
    ],
  }
  expect(asText(page({ tables: [week] }))).toBe(
    'YOUR WEEK (16 to 20 Nov)      this week   4 weeks\n' +
      '  People first contacted              6        22\n' +
      '  Attempts (emails / calls)       9 / 3    31 / 8\n' +
      '  Thank-yous within a day        2 of 2    4 of 4\n',
  )
})

const sectionOf = (parts: Parameters<typeof line>[0]) =>
  asText(page({ sections: [{ heading: 'FOLLOW UP', lines: [line(parts)], after: [] }] }))

test.each([
  ['no company', { company: undefined }, ' 1  Grace Kim. You met yesterday.'],
  ['no reason', { reason: '' }, ' 1  Grace Kim, Acme.'],
  ['a company with a full stop', { company: 'Acme Inc.' }, ' 1  Grace Kim, Acme Inc. You met yesterday.'],
  [
    'a phone number',
    { verb: 'Call', phone: '555 0142' },
    ' 1  Call Grace Kim, Acme, 555 0142. You met yesterday.',
  ],
  ['right to left', { name: 'נועם כהן' }, ' 1  נועם כהן, Acme. You met yesterday.'],
  ['a line break in a name', { name: 'Grace\r\nKim' }, ' 1  Grace Kim, Acme. You met yesterday.'],
  ['a direction override in a name', { name: 'Grace \u202eKim' }, ' 1  Grace Kim, Acme. You met yesterday.'],
  ['two digits', { n: 12 }, '12  Grace Kim, Acme. You met yesterday.'],
])('a line with %s', (_, parts, expected) => {
  expect(sectionOf(parts)).toBe(`FOLLOW UP\n${expected}\n`)
})
