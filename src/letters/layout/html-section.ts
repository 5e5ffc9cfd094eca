import { html } from 'hono/html'
import { afterName, beforeName, ending } from './first-sentence.ts'
import { headingHtml } from './html-heading.ts'
import type { Line, Section } from './page.ts'

/** Numbers in a gutter; beside each the name in bold, the reason below it, and a line of links. */
export const sectionHtml = ({ heading, lines, after }: Section) =>
  html`${headingHtml(heading)}<table role="presentation" cellpadding="4" cellspacing="0" border="0">
${lines.map(lineHtml)}${after.map(afterHtml)}</table>
`

const lineHtml = (line: Line) =>
  html`<tr><td class="q" align="right" valign="top" style="width:22px;padding:0 12px 0 0;color:#5a5e63">${line.n ?? ''}</td>
<td valign="top" style="padding:0 0 12px">${beforeName(line)}<b dir="auto">${line.name}</b>${afterName(line)}${line.phone && phoneHtml(line.phone)}${ending(line)}
${line.reason || line.links.length ? reasonHtml(line) : ''}</td></tr>
`

const phoneHtml = (phone: string) =>
  html`, <a href="tel:${phone.replace(/[^\d+]/g, '')}" style="white-space:nowrap">${phone}</a>`

/**
 * Two or three links have a line together; a single one stays on the line of the reason. They are a group with the
 * person's name, by which a screen reader tells one "Draft" from the others.
 */
const reasonHtml = ({ name, reason, links: [one, two, three] }: Line) => {
  if (!one) return html`<div class="q" style="color:#5a5e63">${reason}</div>`
  if (!two)
    return html`<div role="group" aria-label="${name}" class="q" style="color:#5a5e63">${reason} ·&nbsp;<a href="${one.href}">${one.word}</a></div>`
  return html`<div class="q" style="color:#5a5e63">${reason}</div>
<div role="group" aria-label="${name}" style="margin-bottom:-6px;line-height:40px;word-spacing:5px"><a href="${one.href}">${one.word}</a> · <a href="${two.href}">${two.word}</a>${three && html` · <a href="${three.href}">${three.word}</a>`}</div>`
}

const afterHtml = (sentence: string) =>
  html`<tr><td></td><td class="q" style="padding:0 0 12px;color:#5a5e63">${sentence}</td></tr>\n`
