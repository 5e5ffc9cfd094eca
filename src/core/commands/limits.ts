import type { Problem, Reading, ReplyLine } from './order.ts'

// How much of a reply is read, and how much of what is unclear is quoted back: no more than a person writes by hand.

const MAX_LINES = 200
const MAX_CHARACTERS = 20_000
/** Unclear lines, after which the others are not read. */
export const MAX_UNKNOWN = 10
const MAX_QUOTED = 3
export const MAX_TEXT = 2400

/** The lines that are read. A long one counts as far as it is read. */
export function withinSize(lines: ReplyLine[]): ReplyLine[] {
  let characters = 0
  const isOver = ({ text }: ReplyLine): boolean =>
    (characters += Math.min(text.length, MAX_TEXT)) > MAX_CHARACTERS
  const end = lines.slice(0, MAX_LINES).findIndex(isOver)
  return lines.slice(0, end < 0 ? MAX_LINES : end)
}

/** The readings to be told: three of what is unclear, and how many more there were. */
export function withinLimits(readings: Reading[], linesRead?: number): Reading[] {
  let unknown = 0
  const kept = readings.filter(
    (reading) =>
      reading.problem?.kind !== 'not understood' || reading.orders.length > 0 || ++unknown <= MAX_QUOTED,
  )
  const more = unknown - MAX_QUOTED
  if (more > 0)
    kept.push(
      tooMany(more > 1 ? `${more} more lines were not understood.` : 'One more line was not understood.'),
    )
  if (linesRead !== undefined) kept.push(tooMany(`Only the first ${linesRead} lines were read.`))
  return kept
}

export const tooMany = (sentence: string): Reading => {
  const problem: Problem = { kind: 'too many lines', sentence }
  return { line: '', orders: [], problem, isChatter: false, isUnaddressed: true }
}
