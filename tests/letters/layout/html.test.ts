import { expect, test } from 'vitest'
import { asHtml } from '../../../src/letters/layout/html.ts'
import { page } from '../../../src/letters/layout/page.ts'
import { asText } from '../../../src/letters/layout/text.ts'
import { EXAMPLE, line, rendered } from './example.ts'

const words = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The line without the words to tap. */
const untapped = (line: string) => line.replace(/^\w+(?: · \w+)+$| ·\u00a0\w+$| Or unsubscribe here\.$/, '')

test('both parts say the same, but for the words to tap', () => {
  const said = rendered(asHtml(EXAMPLE)).split('\n').map(untapped).join('\n')
  expect(words(said)).toBe(words(asText(EXAMPLE)))
})

test('a word to tap is never alone on a line', () => {
  const lines = rendered(asHtml(EXAMPLE)).split('\n')
  for (const word of ['Draft', 'Done', 'Answered', 'Snooze', 'Yes', 'No', 'unsubscribe'])
    expect(lines).not.toContain(word)
  expect(lines).toContain('Called · Answered · Snooze')
  expect(lines).toContain('Answered yesterday, waiting for you. ·\u00a0Done')
})

test('the first words are the first paragraph: what an inbox shows as a preview', () => {
  expect(rendered(asHtml(EXAMPLE)).split('\n')[0]).toBe(EXAMPLE.opening[0])
})

const EVIL = `<script>alert("1")</script> & 'x'`
const ESCAPED = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;'

test('every string of a page is escaped', () => {
  const html = asHtml({
    opening: [EVIL],
    sections: [
      {
        heading: EVIL,
        lines: [
          line({ verb: EVIL, name: EVIL, company: EVIL, phone: EVIL, end: EVIL, reason: EVIL }),
          line({ links: [{ word: EVIL, href: EVIL }] }),
          line({ links: [EVIL, EVIL, EVIL].map((text) => ({ word: text, href: text })) }),
        ],
        after: [EVIL],
      },
    ],
    blocks: [[EVIL, EVIL]],
    tables: [{ heading: EVIL, columns: [EVIL], rows: [[EVIL, EVIL]] }],
    closing: [EVIL],
    footer: [EVIL],
    unsubscribe: EVIL,
  })
  expect(html).not.toContain('<script')
  expect(html.split(ESCAPED).length - 1).toBe(26)
})

test('a name keeps its own direction', () => {
  const html = asHtml(page({ sections: [{ heading: '', lines: [line({ name: 'נועם כהן' })], after: [] }] }))
  expect(html).toContain('<b dir="auto">נועם כהן</b>, Acme.')
})

test('a full digest with long drafts is half of the 60 KB it may have', () => {
  const draft = `mailto:grace@acme.com?bcc=reach%2Btoken@in.example.com&subject=Hi&body=${'Dear%20'.repeat(205)}`
  const token = `https://in.example.com/l/${'k'.repeat(90)}`
  const full = (hrefs: string[]) =>
    page({
      opening: EXAMPLE.opening,
      sections: Array.from({ length: 6 }, (_, s) => ({
        heading: 'FOLLOW UP',
        lines: [1, 2].map((n) =>
          line({
            n: 2 * s + n,
            reason: 'No answer logged to Fri 6 Nov. Email 2 of 3, attempt 2 of 5; best 8 to 9 or after 4.',
            links: hrefs.map((href, i) => ({ word: ['Draft', 'Answered', 'Snooze'][i]!, href })),
          }),
        ),
        after: [],
      })),
      closing: EXAMPLE.closing,
      footer: EXAMPLE.footer,
    })
  expect(draft.length).toBeGreaterThan(1500)
  expect(asHtml(full([draft, token, token])).length).toBeLessThan(32 * 1024)
})

test('what is not there leaves no trace', () => {
  expect(rendered(asHtml(page({})))).toBe('')
  expect(
    rendered(asHtml(page({ sections: [{ heading: '', lines: [line({ reason: '' })], after: [] }] }))),
  ).toBe('1\nGrace Kim, Acme.')
})
