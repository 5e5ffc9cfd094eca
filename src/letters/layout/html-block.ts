import { html, raw } from 'hono/html'
import { headingHtml } from './html-heading.ts'
import type { Block } from './page.ts'

/** An agenda. Its lines stay lines, in the reader's font; a numbered one hangs from its number. */
export const blockHtml = ([heading = '', ...lines]: Block) =>
  html`${headingHtml(heading)}<div style="margin:0 0 14px">
${lines.map((line) => html`<div style="margin:0 0 4px${/^\s*\d+[.)]?\s/.test(line) && HANGING}">${line}</div>\n`)}</div>
`

const HANGING = raw(';padding-left:1.2em;text-indent:-1.2em')
