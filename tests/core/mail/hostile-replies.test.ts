import { describe, expect, test } from 'vitest'
import { visibleText } from '../../../src/core/mail/visible-text.ts'
import { letterHtml, letterText } from './sample-letter.ts'

/** Bodies made to cost time, each under a second here, where a second would end the Worker. */
const letter = { text: letterText, html: letterHtml }
const MOST_MS = 1000

const texts: Record<string, string> = {
  'a quote of 767 KB': '> some words of a long thread that was never cut\n'.repeat(16_000),
  'On On On ...': 'On '.repeat(20_000),
  '50,000 spaces': ' '.repeat(50_000),
  'spaces before a colon': 'From' + ' '.repeat(50_000) + ':',
  '20,000 lines': 'an ordinary line of some forty letters\n'.repeat(20_000),
  'short lines': 'Op x\n'.repeat(20_000),
  'every line ends an attribution': ('On '.repeat(90) + 'wrote:\n').repeat(1000),
  'every line opens an attribution': 'On Tue, Nov 17, 2026 at 7:30 AM Ann <ann@gmail.com\n'.repeat(1500),
  'dates without end': '2026 '.repeat(13_000),
  'dates without end, by line': ('2026 '.repeat(80) + 'wrote:\n').repeat(1000),
  'dates in figures': ('1.1.1.1.1.'.repeat(40) + ':\n').repeat(1000),
  'at signs': ('@a'.repeat(200) + ':\n').repeat(1000),
  'long words and no at': ('a'.repeat(390) + ':\n').repeat(1000),
  'header labels': 'From: a\n'.repeat(8000),
  'label-like lines': 'a: b <a@b.c>\n'.repeat(5000),
  'wrapped header values': 'From: a\nb\nc\nd\n'.repeat(4000),
  separators: '-----Original Message-----\n'.repeat(2400),
  'separators of nothing': ('-'.repeat(50) + ' a ' + '-'.repeat(50) + '\n').repeat(640),
  'angle brackets': '>'.repeat(64_000),
  'spaced angle brackets': '> '.repeat(32_000),
  'sent from my my my': ('Sent from my '.repeat(9) + '!\n').repeat(550),
  'open links': '<https:'.repeat(9000),
  'open links, by line': ('<https:'.repeat(70) + '\n').repeat(130),
  'the letter, many times': ('\n' + letterText).repeat(40),
  'the words of the letter, shuffled':
    'no answer 3 thanked email 2 of attempt called answered draft\n'.repeat(1000),
  'digits of many scripts': '٠१๓'.repeat(21_000),
  'blank lines': '\n'.repeat(60_000),
  'blank lines after an attribution': 'Ann <ann@gmail.com> wrote:\n'.repeat(20) + '\n'.repeat(60_000),
  'half blank': 'From: Ann <ann@gmail.com> wrote:\n\n\n\n'.repeat(1600),
  'short numbers': '5\n'.repeat(30_000),
  'combining marks': 'a' + '\u0301'.repeat(60_000),
}

const htmls: Record<string, string> = {
  'nested divs': '<div>'.repeat(12_000) + 'x',
  'nested quotes': '<blockquote>'.repeat(5000) + 'x',
  'unclosed elements': '<b>x'.repeat(16_000),
  'empty elements': '<i></i>'.repeat(9000),
  breaks: '<br>'.repeat(16_000),
  entities: '&amp;'.repeat(13_000),
  'open entities': '&'.repeat(64_000),
  'one attribute': `<div style="${'border-top:solid '.repeat(3800)}">x</div>`,
  attributes: `<div ${'a=b '.repeat(16_000)}>x</div>`,
  spaces: `<p>${' '.repeat(60_000)}x</p>`,
  'open comment': '<!--'.repeat(16_000),
  'open tag': '<a '.repeat(20_000),
  ambiguous: '<select><xmp><script>3 thanked</select>'.repeat(500),
  'lines of pre': `<pre>${'a\n'.repeat(30_000)}</pre>`,
}

describe('hostile bodies', () => {
  test.each(Object.keys(texts))('text: %s', async (name) => {
    const started = performance.now()
    await visibleText({ text: texts[name]!, html: '' }, letter)
    expect(performance.now() - started).toBeLessThan(MOST_MS)
  })

  test.each(Object.keys(htmls))('HTML: %s', async (name) => {
    const started = performance.now()
    await visibleText({ text: '', html: htmls[name]! }, letter)
    expect(performance.now() - started).toBeLessThan(MOST_MS)
  })
})
