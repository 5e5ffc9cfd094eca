import { html, raw } from 'hono/html'
import { plain } from '../../core/plain.ts'
import { blockHtml } from './html-block.ts'
import { sectionHtml } from './html-section.ts'
import { tableHtml } from './html-table.ts'
import type { Page } from './page.ts'

/**
 * The HTML part of a letter: the same strings as `asText` in the same order, and the link words. What carries the
 * layout is inline, so that Gmail keeps it, in tables, so that Outlook draws it; without any style it is still a
 * readable list. A link word never stands on a line alone: quoted without marks, "Done" could be taken for the
 * user's own word.
 */
export const asHtml = (page: Page): string => {
  let body = ''
  for (const paragraph of page.opening) body += html`<p style="margin:0 0 14px">${paragraph}</p>\n`
  for (const section of page.sections) body += sectionHtml(section)
  for (const block of page.blocks) body += blockHtml(block)
  for (const table of page.tables ?? []) body += tableHtml(table)
  if (page.closing.length) body += closingHtml(page.closing)
  if (page.footer.length || page.unsubscribe) body += footerHtml(page)
  return plain(html`${HEAD}${raw(body)}${FOOT}`.toString())
}

/** A letter in HTML that begins with one sentence more. */
export const withOpening = (letter: string, sentence: string): string =>
  letter.replace(DIV, () => `${DIV}${html`<p style="margin:0 0 14px">${sentence}</p>\n`}`)

const DIV = '<div style="max-width:36em">\n'

/** The dark twin, and what may go missing without harm: the colour of links and the room for a thumb around them. */
const SHEET =
  ':root{color-scheme:light dark}a{color:#0b57d0;text-decoration:none;padding:11px 6px;margin:0 -6px}' +
  '@media (prefers-color-scheme:dark){body{background:#131314!important;color:#e8e8e8!important}' +
  '.q{color:#a9adb3!important}a{color:#9dc0ff}}'

/** Outlook knows no max-width: it gets a table of that width, in a comment that only it reads. */
const HEAD = raw(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<style>${SHEET}</style></head>
<body style="margin:0;padding:12px;background:#fff;color:#1a1a1a;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<!--[if mso]><table role="presentation" width="576"><tr><td><![endif]--><div style="max-width:36em">
`)

const FOOT = raw('</div><!--[if mso]></td></tr></table><![endif]-->\n</body></html>\n')

const closingHtml = (closing: string[]) =>
  html`<div style="padding-top:18px">
${closing.map((line) => (line ? html`<p style="margin:0 0 6px">${line}</p>\n` : CLOSING_GAP))}</div>
`

const CLOSING_GAP = raw('<div style="height:12px"></div>\n')

const footerHtml = ({ footer, unsubscribe }: Page) => {
  const lines = footer.map((line) => html`${line}`)
  const link = html`Or <a href="${unsubscribe}">unsubscribe here</a>.`
  if (unsubscribe) lines.push(lines.length ? html`${lines.pop()} ${link}` : link)
  return html`<div class="q" style="padding-top:18px;color:#5a5e63;font-size:14px">
${lines.map((line) => html`<p style="margin:0">${line}</p>\n`)}</div>
`
}
