import type { ObligationKind } from '../core/practice/obligation.ts'
import type { Entry } from './digest-line.ts'
import { typed } from './first-name.ts'
import { SNOOZE } from './gestures.ts'
import type { Chosen } from './selection.ts'

export const STOP = 'Pause: "pause 2w".  Stop: "stop".'

/**
 * How to answer, by numbers of this letter (practice 3.4): what its own lines can be answered by. Commands stand
 * within a sentence, never alone.
 */
export function footer(entries: Entry[], { folded }: Pick<Chosen, 'folded'>): string[] {
  const lines = entries
    .map((entry, i) => ({ n: i + 1, kind: entry.case.obligation.kind, gestures: entry.wording.gestures }))
    .filter(({ kind }) => kind !== 'meeting')
  const deeds = new Map<string, number>()
  for (const { n, gestures } of lines) {
    const command = gestures[0]?.[1]
    if (command && command !== SNOOZE[1] && !deeds.has(command)) deeds.set(command, n)
  }
  const later = lines.findLast(({ gestures }) => gestures.includes(SNOOZE)) ?? lines.at(-1)
  const chased = lines.findLast(({ kind }) => CHASED.has(kind))
  const examples = [
    ...[...deeds].slice(0, MAX_DEEDS).map(([command, n]) => `${n} ${command}`),
    ...(later ? [`${later.n} snooze 3d`] : []),
    ...(chased ? [`drop ${chased.n}`] : []),
    ...(lines.length === 0 && folded[0] ? [`${typed(folded[0].contact.name)} answered`] : []),
  ].map((example) => `"${example}"`)
  return [
    examples.length > 0 ? `Reply like: ${examples.join(', ')}. Or "help".` : 'Reply "help" for the words.',
    STOP,
  ]
}

const MAX_DEEDS = 2

/** Lines of people who are given up on by "drop". */
const CHASED = new Set<ObligationKind>(['attempt', 'closing', 'stalled', 'retry', 'new address'])
