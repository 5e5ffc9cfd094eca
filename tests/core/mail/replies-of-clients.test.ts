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
    expect((await visibleText(mail, { text: letterText, html: letterHtml })).lines).toEqual(expected)
    expect((await visibleText(mail, { text: letterText })).lines).toEqual(expected)
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
    expect((await visibleText({ text: '', html }, { text: letterText, html: letterHtml })).lines).toEqual(
      expected,
    )
  })
})
