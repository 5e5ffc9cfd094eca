import type { ReplyLine } from '../../../src/core/mail/visible-text.ts'
import type { Client } from './reply-clients.ts'
import { closing, letterText, opening, sections } from './sample-letter.ts'

/** Where in a reply people write: above the quote, below it, or under the items, by number. */
export type Layout = {
  name: string
  top?: string[]
  signature?: string[]
  below?: string[]
  under?: Record<number, string[]>
}

export const layouts: Layout[] = [
  { name: 'top, one line', top: ['3 thanked'] },
  {
    name: 'top, three lines and a signature',
    top: ['3 thanked', '5 snooze 3d', 'drop 8'],
    signature: ['-- ', 'Ann Example', '+1 555 0100'],
  },
  { name: 'top with thanks', top: ['6 called no answer', '', 'Thanks,', 'Ann'] },
  { name: 'below', below: ['3 thanked', '5 snooze until monday'] },
  {
    name: 'inline',
    under: { 3: ['thanked'], 5: ['answered'], 6: ['called, no answer'], 9: ['snooze 2w'], 10: ['10 yes'] },
  },
  {
    name: 'top and inline',
    top: ['drop 8'],
    under: { 2: ['done'], 5: ['snooze 3d'], 7: ['called', 'she starts a new job in May'] },
  },
]

/** The reply that this program would send, and what its user wrote in it. */
export function replyIn(client: Client, layout: Layout): { text: string; expected: ReplyLine[] } {
  const mark = (line: string) => (client.mark === '>' ? `> ${line}`.trimEnd() : line)
  const lines: string[] = []
  const expected: ReplyLine[] = []
  const write = (written: string[], item?: number) => {
    lines.push('', ...written, '')
    for (const text of written) if (text) expected.push(item === undefined ? { text } : { text, item })
  }
  if (layout.top) write(layout.top)
  if (layout.signature) lines.push(...layout.signature, '')
  if (client.device && !layout.below) lines.push(client.device, '')
  if (client.intro) {
    lines.push(client.intro, '')
    for (const { item, text } of blocksIn(client.rendition)) {
      lines.push(...text.map(mark))
      const answer = item === undefined ? undefined : layout.under?.[item]
      if (answer) write(answer, item)
    }
  } else if (layout.under) {
    for (const [item, answer] of Object.entries(layout.under)) write(answer.map((line) => `${item} ${line}`))
  }
  if (layout.below) write(layout.below)
  return { text: lines.join('\n'), expected }
}

type Block = { item?: number; text: string[] }

/** The letter as a program quotes it, an item at a time. */
function blocksIn(rendition: Client['rendition']): Block[] {
  if (rendition === 'text' || rendition === 'wrapped') {
    const blocks = blocksOfText()
    return rendition === 'text'
      ? blocks
      : blocks.map((block) => ({ ...block, text: wrap(block.text.join(' ').replace(/ +/g, ' ').trim(), 60) }))
  }
  const isCells = rendition === 'cells'
  return [
    ...opening.map((line) => ({ text: [line, ''] })),
    ...sections.flatMap(({ heading, rows }): Block[] => [
      { text: ['', isCells ? `*${heading}*` : heading, ''] },
      ...rows.map(({ number, who, where, why, links }) => {
        const url = `https://reachback.example.com/l/abc${number}`
        return {
          item: number,
          text: isCells
            ? [
                String(number),
                `*${who}*${where}`,
                ...wrap(why, 70),
                ...(links.length > 0 ? links.flatMap((word) => [`${word} <${url}> ·`]) : []),
              ]
            : [
                `${number}\t${who}${where}`,
                why,
                ...(links.length > 0 ? [links.map((word) => `${word}<${url}>`).join(' · ')] : []),
              ],
        }
      }),
    ]),
    ...closing.map((line) => ({ text: ['', ...wrap(line, 70)] })),
  ]
}

function blocksOfText(): Block[] {
  const blocks: Block[] = []
  for (const line of letterText.trimEnd().split('\n')) {
    const item = /^ ?(\d+) {2}/.exec(line)?.[1]
    if (item) blocks.push({ item: Number(item), text: [line] })
    else if (line.startsWith('    ')) blocks.at(-1)!.text.push(line)
    else blocks.push({ text: [line] })
  }
  return blocks
}

function wrap(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    if (lines.at(-1) && lines.at(-1)!.length + word.length >= width) lines.push('')
    lines.push((lines.pop()! + ' ' + word).trim())
  }
  return lines
}
