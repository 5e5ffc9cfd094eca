import type { Event } from './events.ts'

/**
 * The events that stand: without those that an `undone` takes back, and without the `undone` events themselves.
 * An `undone` that is itself undone takes nothing back. `history` is in order of `seq`.
 */
export function standing(history: Event[]): Event[] {
  const undone = new Set<string>()
  for (const event of history.toReversed())
    if (event.type === 'undone' && !undone.has(event.cause)) undone.add(event.what)
  return history.filter((event) => event.type !== 'undone' && !undone.has(event.cause))
}
