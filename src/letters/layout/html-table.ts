import { html } from 'hono/html'
import type { Table } from './page.ts'

/** Numbers in columns: a real table, with headers that a screen reader can name. */
export const tableHtml = ({ heading, columns, rows }: Table) =>
  html`<table cellpadding="4" cellspacing="0" border="0" style="width:100%;margin:20px 0 0">
<tr><th scope="col" align="left" style="padding:0;font-size:13px;font-weight:600;letter-spacing:.04em">${heading}</th>${columns.map(columnHtml)}</tr>
${rows.map(rowHtml)}</table>
`

const columnHtml = (name: string) =>
  html`<th class="q" scope="col" align="right" style="padding:0 0 0 12px;color:#5a5e63;font-size:13px;font-weight:400">${name}</th>`

const rowHtml = ([label = '', ...values]: string[]) =>
  html`<tr><th scope="row" align="left" style="padding:3px 0;font-weight:400">${label}</th>${values.map(valueHtml)}</tr>\n`

const valueHtml = (value: string) =>
  html`<td align="right" style="padding:3px 0 3px 12px;white-space:nowrap">${value}</td>`
