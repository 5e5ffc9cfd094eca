import type { Line } from './page.ts'

/** What stands before the name, with its space: "Call ". */
export const beforeName = (line: Line): string => (line.verb ? `${line.verb} ` : '')

/** What stands between the name and the phone number: ", Northwind". */
export const afterName = (line: Line): string => (line.company ? `, ${line.company}` : '')

/** What ends the sentence. "Acme Inc." already has its full stop. */
export const ending = (line: Line): string =>
  line.end ?? (/[.?!]$/.test(line.phone || line.company || line.name) ? '' : '.')
