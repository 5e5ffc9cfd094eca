import { expect, test } from 'vitest'
import { type ReplyLine, visibleText } from '../../../src/core/mail/visible-text.ts'
import { closing, letterHtml, letterText, opening, sections } from './sample-letter.ts'

/**
 * Answers typed under items at random, where a program re-wrapped the letter and its user cut pieces out.
 * What cannot be known may be left out, but nothing may be returned that was not typed, or for another item.
 */
const ROUNDS = 300

const ANSWERS = [
  'answered',
  'snooze 3d',
  'done',
  'called',
  'called, left a message',
  'drop',
  'thanked',
  'draft',
  'snooze',
  'no answer',
  'she said she would reply next week',
  'met her on 12 Nov, send notes',
]
const HEADERS =
  'From: Reachback <reach+d.k3x9@in.example.com>\nSent: Tuesday, November 17, 2026 7:30 AM\nTo: Ann\nSubject: Tue 17 Nov\n'
const ATTRIBUTION = 'On Tue, Nov 17, 2026 at 7:30 AM Reachback <reach+d.k3x9@in.example.com> wrote:\n'

test('nothing is misplaced, however the letter is quoted', async () => {
  const draw = numbersFrom(7)
  let exact = 0
  for (let round = 0; round < ROUNDS; round++) {
    const { text, expected } = randomReply(draw)
    const letter = draw(2) ? { text: letterText, html: letterHtml } : { text: letterText }
    const { lines, inQuote } = await visibleText({ text, html: '' }, letter)
    expect(inQuote, text).toEqual([])
    const misplaced = lines.filter(
      (line) => !expected.some((typed) => typed.text === line.text && typed.item === line.item),
    )
    expect(misplaced, text).toEqual([])
    if (lines.length === expected.length) exact++
  }
  expect(exact / ROUNDS).toBeGreaterThan(0.98)
})

function randomReply(draw: (below: number) => number): { text: string; expected: ReplyLine[] } {
  const [isMarked, isCut, isOneLine, width] = [draw(2) === 0, draw(2) === 0, draw(2) === 0, 30 + draw(80)]
  const expected: ReplyLine[] = [{ text: 'drop 8' }]
  const lines = ['drop 8', '', isMarked ? ATTRIBUTION : HEADERS]
  const quote = (...quoted: string[]) => lines.push(...quoted.map((line) => (isMarked ? `> ${line}` : line)))
  if (!isCut) quote(...opening)
  for (const { heading, rows } of sections) {
    if (!isCut || draw(3) > 0) quote('', heading)
    for (const { number, who, where, why, links } of rows) {
      const answer = draw(4) === 0 ? ANSWERS[draw(ANSWERS.length)]! : undefined
      if (isCut && !answer && draw(2)) continue
      if (isOneLine)
        quote(
          ...wrap(`${number}  ${who}${where} ${why} ${links.map((link) => `[${link}]`).join(' ')}`, width),
        )
      else
        quote(
          `${number}`,
          `*${who}*${where}`,
          ...wrap(why, width),
          ...(links.length > 0 ? [links.join(' · ')] : []),
        )
      if (!answer) continue
      lines.push(...(draw(2) ? ['', answer, ''] : [answer]))
      expected.push({ text: answer, item: number })
    }
  }
  if (!isCut) quote('', ...closing.flatMap((line) => wrap(line, width)))
  return { text: lines.join('\n'), expected }
}

function wrap(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.trim().split(' ')) {
    if (lines.at(-1) && lines.at(-1)!.length + word.length >= width) lines.push('')
    lines.push(`${lines.pop()} ${word}`.trim())
  }
  return lines
}

/** Marsaglia's xorshift32: the same replies in every run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}
