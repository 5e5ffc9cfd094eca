import { formatDay } from '../core/practice/days.ts'
import type { Event, FactType, LocalDate } from '../core/practice/events.ts'
import { standing } from '../core/practice/history.ts'

/** What happened to one contact, a line each: "Tue 3 Nov: email". Of a long history its latest part. */
export function historyLines(name: string, history: Event[], today: LocalDate): string[] {
  const events = standing(history)
  if (events.length === 0) return [`${name}: nothing logged.`]
  let left = MAX_CHARACTERS
  const lines: string[] = []
  for (const event of events.toReversed()) {
    const line = `${formatDay(event.on, today)}: ${describe(event)}.`
    left -= line.length
    if (left < 0) break
    lines.unshift(line)
  }
  const before = events.length - lines.length
  return [
    `${name}:`,
    ...(before > 0 ? [`${before} lines before these are left out; "export" sends all of it.`] : []),
    ...lines,
  ]
}

/** A note has 2,000 of them at the most. */
const MAX_CHARACTERS = 20_000

/** An event in a few words, for a line after its day. */
export const describe = <T extends FactType>(event: Extract<Event, { type: T }>): string =>
  (WORDS[event.type] as (event: Event) => string)(event)

const WORDS: { [T in FactType]: (event: Extract<Event, { type: T }>) => string } = {
  added: ({ source, viaName }) =>
    ['added', source, viaName && `introduced by ${viaName}`].filter(Boolean).join(', '),
  attempted: ({ channel, outcome, subject }) =>
    `${channel}${outcome ? `, ${outcome}` : ''}${subject ? ` "${subject}"` : ''}`,
  touched: ({ channel }) => (channel ? `in touch, ${channel}` : 'in touch'),
  copied: () => 'in Cc of a mail',
  bounced: () => 'the mail came back',
  away: ({ until }) => (until ? `away until ${formatDay(until)}` : 'away'),
  answered: ({ channel }) => (channel ? `they answered, ${channel}` : 'they answered'),
  replied: () => 'you answered them',
  declined: ({ forGood }) => (forGood ? 'asked not to be written to' : 'said no'),
  deferred: ({ until, reason }) => `later, from ${formatDay(until)}${reason ? ` (${reason})` : ''}`,
  covered: () => 'somebody else answered for them',
  booked: ({ meeting }) => `meeting on ${formatDay(meeting.on)}`,
  moved: ({ meeting }) => `meeting moved to ${formatDay(meeting.on)}`,
  cancelled: () => 'meeting cancelled',
  missed: ({ by }) => (by === 'me' ? 'you missed the meeting' : 'they did not come'),
  met: ({ minutes }) => (minutes ? `met, ${minutes} minutes` : 'met'),
  thanked: () => 'thanked',
  carded: () => 'card sent',
  'goal set': ({ text }) => `goal "${text}"`,
  'intro asked': () => 'asked for introductions',
  'intro promised': ({ name }) => `offered to introduce ${name}`,
  'intro received': ({ name }) => `introduced ${name ?? 'somebody'}`,
  'intro met': ({ name }) => `you met ${name}`,
  'intro none': () => 'no names for now',
  'intro replied': () => 'introduction answered',
  promised: ({ text, dueOn }) => `promise "${text}"${dueOn ? `, for ${formatDay(dueOn)}` : ''}`,
  told: () => 'told of the job',
  snoozed: ({ until }) => `snoozed to ${formatDay(until)}`,
  skipped: () => 'skipped',
  dropped: () => 'dropped',
  focused: ({ week }) => `for the week of ${formatDay(week)}`,
  kept: () => 'kept, one more attempt',
  reopened: () => 'reopened',
  ignored: () => 'not logged from here on',
  unignored: () => 'logged again',
  starred: () => 'starred',
  'cards off': () => 'no card',
  planned: ({ plan }) => `plan ${plan}`,
  'touch every': ({ days }) => `in touch every ${days} days`,
  described: ({ name, role, company, source }) =>
    [name, role, company, source].filter(Boolean).join(', ') || 'described',
  phoned: ({ number }) => (number ? `phone ${number}` : 'phone number removed'),
  readdressed: ({ address }) => `address ${address}`,
  'address found': ({ address }) => `also at ${address}`,
  noted: ({ text }) => `note "${text}"`,
  joined: () => 'turned out to be somebody known',
  undone: () => 'taken back',
}
