import type { Flaw } from '../core/mail/flaws.ts'
import { formatDay } from '../core/practice/days.ts'
import type { FactType } from '../core/practice/events.ts'
import { brief } from './brief.ts'
import { coaching } from './coaching.ts'
import { firstName, typed } from './first-name.ts'
import { list } from './list.ts'

/** An event as the Logged line sees it. */
export type LoggedEvent = {
  contactId: number
  name: string
  company?: string
  type: string
  data: Record<string, unknown>
  /** The day it happened. */
  on?: string
  /** For an attempt: which one by its channel. */
  nth?: number
  /** Of an attempt: on the day on which they were first written to. */
  isFirst?: boolean
  /** They were written to, and not heard of to this day. */
  isUnanswered?: boolean
  cause: string
}

/**
 * What came in since the last digest, a few words for each contact: "Max Orr (email 1)", "Sofia Marsh (answered)".
 * Only what the user could not see in a receipt is told in words; an event that was undone is left out.
 */
export function loggedEntries(events: LoggedEvent[]): string[] {
  const undone = undoneCauses(events)
  const entries = new Map<number, { name: string; words: string[] }>()
  for (const event of events) {
    const words = undone.has(event.cause) ? undefined : WORDS[event.type as FactType]?.(event)
    if (!words) continue
    const entry = entries.get(event.contactId) ?? { name: event.name, words: [] }
    if (!entry.words.includes(words)) entry.words.push(words)
    entries.set(event.contactId, entry)
  }
  return [...entries.values()].map(({ name, words }) => `${brief(name, 40)} (${words.join(', ')})`)
}

/** "Sofia answered for Ode; Jo and Max are off your list." Said once (practice 2.6). */
function coveredSentences(events: LoggedEvent[]): string[] {
  const undone = undoneCauses(events)
  const covered = events.filter(({ type, cause }) => type === 'covered' && !undone.has(cause))
  return [...Map.groupBy(covered, ({ data }) => data.by)].map(([by, others]) => {
    const one = events.find(({ contactId }) => contactId === by)
    const who = one
      ? `${firstName(one.name)} answered${one.company ? ` for ${one.company}` : ''}`
      : 'One answered'
    const names = others.map(({ name }) => firstName(name)).sort()
    const verb = names.length === 1 ? 'is' : 'are'
    return `${who}; ${list(names)} ${verb} off your list. "keep ${typed(others[0]!.name)}" brings one back.`
  })
}

/** What the user should know of mails that came in, said once (practice 2.6). */
export function loggedSentences(events: LoggedEvent[]): string[] {
  const undone = undoneCauses(events)
  const stand = events.filter(({ cause }) => !undone.has(cause))
  const namesOf = (isMeant: (event: LoggedEvent) => boolean): string[] => [
    ...new Set(stand.filter(isMeant).map(({ name }) => name)),
  ]
  const shown = namesOf(({ data }) => data.isShown === true)
  const unwanted = namesOf(({ data }) => data.isUnwanted === true)
  const cut = namesOf(({ data }) => data.isCut === true)
  const undated = namesOf(({ data }) => data.isUndated === true)
  const assumed = stand.filter(({ type, data }) => type === 'met' && data.isAssumed === true)
  return [
    ...coveredSentences(events),
    ...stand.flatMap(({ type, name, data }) =>
      type === 'address found'
        ? [`${data.address} is taken for ${name}'s, by the name. Two people? Say "split ${typed(name)}".`]
        : [],
    ),
    ...(shown.length > 0
      ? [
          `Your address was visible to ${list(shown.map(firstName))}. Use BCC; "new address" gives you a fresh one.`,
        ]
      : []),
    ...(cut.length > 0
      ? [`Too large to be read whole, and logged by its beginning: a mail with ${list(cut)}.`]
      : []),
    ...(undated.length > 0
      ? [
          `No date could be read of your mail to ${list(undated)}: it counts from the day you passed it on. "undo ${typed(undated[0]!)}" takes it back; "${typed(undated[0]!)} emailed nov 3" gives its day.`,
        ]
      : []),
    ...unwanted.map(
      (name) => `${name} asked not to be written to; your email is logged, and nothing follows.`,
    ),
    ...assumed.map(
      ({ name, on }) =>
        `Logged a meeting with ${name}, ${on ? `${formatDay(on)} or before` : 'day unknown'}. When? Say "${typed(name)} met fri".`,
    ),
  ]
}

/** The one sentence about the first emails among them (practice 3.3). */
export function coachingOf(events: LoggedEvent[]): string | undefined {
  const undone = undoneCauses(events)
  return coaching(
    events.flatMap(({ name, cause, data }) =>
      data.flaw && !undone.has(cause) ? [{ name, flaw: data.flaw as Flaw }] : [],
    ),
  )
}

const undoneCauses = (events: LoggedEvent[]): Set<unknown> =>
  new Set(events.filter(({ type }) => type === 'undone').map(({ data }) => data.what))

const WORDS: Partial<Record<FactType, (event: LoggedEvent) => string>> = {
  added: () => 'added',
  attempted: ({ data, nth }) => `${data.channel} ${nth ?? ''}`.trim(),
  touched: () => 'wrote',
  bounced: () => 'came back',
  away: () => 'away',
  answered: ({ name, data }) =>
    data.isInferred ? `answered; if not, say "undo ${firstName(name).toLowerCase()}"` : 'answered',
  replied: () => 'you replied',
  declined: () => 'said no',
  deferred: () => 'later',
  booked: () => 'meeting',
  moved: () => 'moved',
  cancelled: () => 'cancelled',
  missed: () => 'missed',
  met: () => 'met',
  thanked: () => 'thanked',
  'address found': ({ data }) => `also at ${data.address}`,
}
