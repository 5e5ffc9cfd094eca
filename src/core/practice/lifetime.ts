import type { LocalDate } from './events.ts'

const DAY = 86_400_000

/**
 * How long everything of a user is kept who gets no more letters, in days (practice 2.7). `silent`: they did not say
 * so; they were not heard of, or their address does not take letters.
 */
const KEPT = { stopped: 90, silent: 365 }

/** When everything of a user is erased by itself, in ms; null for whoever gets letters. Each mail of theirs moves it. */
export function eraseAt(
  { search, nextDigestAt }: { search: 'searching' | 'over' | 'stopped'; nextDigestAt: number | null },
  now: number,
): number | null {
  if (nextDigestAt !== null) return null
  return now + KEPT[search === 'stopped' ? 'stopped' : 'silent'] * DAY
}

/** Days after which things of a user go although the user stays. */
export const KEPT_DAYS = {
  /** What "undo" needs of a mail (practice 4.1, rule 11). */
  undo: 14,
  /** A mail that waits for the user's word, as long as the link that lets it in. */
  heldMail: 30,
  /** The text of a letter, what the numbers in it mean, and a question that nobody answered. */
  letter: 90,
  /** Counts of refusals and letters, which are no user's. */
  counts: 365,
}

/** The instant before which things of a kind go. */
export const keptSince = (kind: keyof typeof KEPT_DAYS, now: number): number => now - KEPT_DAYS[kind] * DAY

/** An instant as the day in UTC. */
export const utcDay = (instant: number): LocalDate => new Date(instant).toISOString().slice(0, 10)
