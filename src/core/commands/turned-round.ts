import { isFutureDay } from './dates.ts'
import type { Context } from './order.ts'
import { readTargets } from './targets.ts'
import { wordsOf } from './words.ts'

/** "5 tomorrow", of "tomorrow for 5"; undefined where it is not a day and whose line waits for it, and nothing else. */
export function turnedRound(clause: string, context: Context): string | undefined {
  const [, day, who] = /^(.+?)\s+for\s+(.+?)[.!]*$/i.exec(clause.trim()) ?? []
  if (!day || !who || !isFutureDay(day, context.frame)) return undefined
  const words = wordsOf(who)
  return readTargets(words, 0, context)?.next === words.length ? `${who} ${day}` : undefined
}
