import type { FactType } from '../core/practice/events.ts'

/** An event as the Logged line sees it. */
export type LoggedEvent = {
  contactId: number
  name: string
  type: string
  data: Record<string, unknown>
  /** For an attempt: which one by its channel. */
  nth?: number
  cause: string
}

/**
 * What came in since the last digest, a few words for each contact: "Max Orr (email 1)", "Sofia Marsh (answered)".
 * Only what the user could not see in a receipt is told in words; an event that was undone is left out.
 */
export function loggedEntries(events: LoggedEvent[]): string[] {
  const undone = new Set(events.filter(({ type }) => type === 'undone').map(({ data }) => data.what))
  const entries = new Map<number, { name: string; words: string[] }>()
  for (const event of events) {
    const words = undone.has(event.cause) ? undefined : WORDS[event.type as FactType]?.(event)
    if (!words) continue
    const entry = entries.get(event.contactId) ?? { name: event.name, words: [] }
    if (!entry.words.includes(words)) entry.words.push(words)
    entries.set(event.contactId, entry)
  }
  return [...entries.values()].map(({ name, words }) => `${name} (${words.join(', ')})`)
}

const WORDS: Partial<Record<FactType, (event: LoggedEvent) => string>> = {
  added: () => 'added',
  attempted: ({ data, nth }) => `${data.channel} ${nth ?? ''}`.trim(),
  touched: () => 'wrote',
  bounced: () => 'came back',
  away: () => 'away',
  answered: () => 'answered',
  replied: () => 'you replied',
  declined: () => 'said no',
  deferred: () => 'later',
  booked: () => 'meeting',
  moved: () => 'moved',
  cancelled: () => 'cancelled',
  missed: () => 'missed',
  met: () => 'met',
  thanked: () => 'thanked',
}
