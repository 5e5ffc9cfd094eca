/**
 * A table as RFC 4180 has it: CRLF, quotes where they are needed, doubled inside. A cell that a spreadsheet would run
 * as a formula begins with an apostrophe. A byte order mark leads, by which Excel knows UTF-8.
 */
export const csv = (rows: (string | number | null | undefined)[][]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`

function cell(value: string | number | null | undefined): string {
  const text = String(value ?? '')
  const safe = typeof value === 'string' && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
