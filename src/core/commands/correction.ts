import type { Context } from './order.ts'
import type { PartRead } from './part-read.ts'
import { nameOf } from './pointed.ts'
import { readTargets } from './targets.ts'
import type { Word } from './words.ts'

/** "oops 5 not 6": what the last reply did to 6 is undone and done to 5 (4.2, 90). */
export function readCorrection(words: Word[], start: number, context: Context): PartRead | undefined {
  const from =
    words[start]?.low === 'i' && words[start + 1]?.low === 'meant'
      ? start + 2
      : words[start]?.low === 'meant'
        ? start + 1
        : start
  const right = readTargets(words, from, context)
  if (!right || words[right.next]?.low !== 'not') return undefined
  const wrong = readTargets(words, right.next + 1, context)
  if (!wrong || wrong.next < words.length) return undefined
  const [to, not] = [right.known[0], wrong.known[0]]
  if (!to || !not) return { orders: [], problem: right.problem ?? wrong.problem }
  const done = (context.lastReply ?? []).filter((o) =>
    o.targets.some((t) => 'contact' in t && t.contact === not.contact),
  )
  if (done.length === 0)
    return {
      orders: [],
      problem: {
        kind: 'nothing to undo',
        sentence: `Your last reply did nothing to ${nameOf(not.contact, context)}.`,
      },
    }
  return { orders: [{ verb: 'undo', targets: [not] }, ...done.map((order) => ({ ...order, targets: [to] }))] }
}
