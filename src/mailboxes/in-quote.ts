import type { Context, Reading, ReplyLine } from '../core/commands/order.ts'
import { isOnlyChatter, readCommands } from '../core/commands/read.ts'
import { brief } from '../letters/brief.ts'
import { list } from '../letters/list.ts'

/**
 * Says of answers inside of the quote that they were not read. A quote may hold what was carried out before, so nothing
 * of it is done; but somebody who typed "done" there waits for something to happen.
 */
export function notRead(inQuote: ReplyLine[], context: Context): Reading[] {
  const meant = inQuote.slice(0, MAX_LINES).filter((line) => isMeant(line, context))
  const [first] = meant
  if (!first) return []
  const shown = meant
    .slice(0, MAX_SHOWN)
    .map(({ text, item }) => `"${brief(text, MAX_LENGTH)}"${item === undefined ? '' : ` under ${item}`}`)
  const more = meant.length - shown.length
  const isOne = meant.length === 1
  const sentence =
    `${list([...shown, ...(more > 0 ? [`${more} more`] : [])])} ${isOne ? 'stands' : 'stand'} inside the quote, ` +
    `which is not read. Answer above it${exampleOf(first)}.`
  return [{ line: '', orders: [], problem: { kind: 'in the quote', sentence }, isChatter: false }]
}

/** A note below a line, or words that say what to do wherever they stand. */
function isMeant(line: ReplyLine, context: Context): boolean {
  const readings = readCommands([line], context)
  return line.item === undefined ? readings.some(({ orders }) => orders.length > 0) : !isOnlyChatter(readings)
}

const exampleOf = ({ text, item }: ReplyLine): string =>
  item === undefined
    ? ''
    : `, as in "${text.startsWith(String(item)) ? '' : `${item} `}${brief(text, MAX_LENGTH)}"`

const MAX_LINES = 30
const MAX_SHOWN = 4
const MAX_LENGTH = 40
