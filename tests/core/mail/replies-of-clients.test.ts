import { describe, expect, test } from 'vitest'
import { visibleText } from '../../../src/core/mail/visible-text.ts'
import { type Client, mostUsed, others } from './reply-clients.ts'
import { lessCommon } from './reply-clients-less-common.ts'
import { type HtmlClient, htmlClients, htmlReplyIn } from './reply-html-clients.ts'
import { layouts, replyIn } from './reply-layouts.ts'
import { letterHtml, letterText } from './sample-letter.ts'

const clients = [...mostUsed, ...others, ...lessCommon]

describe.each(clients)('$name', (client: Client) => {
  test.each(layouts)('$name', async (layout) => {
    const { text, expected } = replyIn(client, layout)
    const mail = { text, html: '' }
    for (const html of [letterHtml, undefined])
      expect(await visibleText(mail, { text: letterText, html })).toMatchObject({
        lines: expected,
        inQuote: [],
      })
  })

  // Without the letter nothing tells an answer from an unmarked quote.
  test.each(layouts.filter(({ under, below }) => client.mark === '>' || !(under || below)))(
    '$name, the letter not known',
    async (layout) => {
      const { text, expected } = replyIn(client, layout)
      expect((await visibleText({ text, html: '' })).lines).toEqual(expected)
    },
  )
})

describe.each(htmlClients)('$name, HTML only', (client: HtmlClient) => {
  test.each(layouts)('$name', async (layout) => {
    const { html, expected } = htmlReplyIn(client, layout)
    const read = await visibleText({ text: '', html }, { text: letterText, html: letterHtml })
    expect(read).toMatchObject({ lines: expected, inQuote: [] })
  })
})

const inline = layouts.filter(({ under, top }) => under && !top)

describe('answers inside of a marked quote are not read, but known', () => {
  test.each(
    clients.filter(
      ({ mark, intro }) => mark === '>' && intro.includes('Reachback') && !intro.startsWith('>'),
    ),
  )('$name', async (client) => {
    const [layout] = inline
    const inside = { ...layout!, under: mapped(layout!.under!, (text) => `> ${text}`) }
    const { text, expected } = replyIn(client, inside)
    const typed = expected.map((line) => ({ ...line, text: line.text.slice(2) }))
    const read = await visibleText({ text, html: '' }, { text: letterText }, AUTHORS)
    expect(read).toMatchObject({ lines: [], inQuote: typed })
  })

  test.each(htmlClients.filter(({ split }) => split))('$name, HTML only', async ({ split: _, ...client }) => {
    const { html, expected } = htmlReplyIn(client, inline[0]!)
    const read = await visibleText({ text: '', html }, { text: letterText }, AUTHORS)
    expect(read).toMatchObject({ lines: [], inQuote: expected })
  })
})

const AUTHORS = ['Reachback', 'letters@in.example.com']

const mapped = (under: Record<number, string[]>, change: (text: string) => string) =>
  Object.fromEntries(Object.entries(under).map(([item, texts]) => [item, texts.map(change)]))
