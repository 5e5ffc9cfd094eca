import { formatDay } from '../practice/days.ts'
import type { Fact, LocalDate, Meeting } from '../practice/events.ts'
import { localTime } from '../when/zone.ts'
import { calledFacts, doneFacts, ofThanks, sentFacts } from './by-line.ts'
import { type Item, meetingDay } from './item.ts'
import type { OrderOf, Verb } from './order.ts'
import { saysSettings } from './says-settings.ts'

/** What the meaning of an order may depend on besides its words. */
export type View = { item?: Item; today: LocalDate; meetingOn?: LocalDate }

/** What an order makes happen to each of its contacts, and how a receipt says it after their names. */
export type Meaning<V extends Verb> = {
  facts?: (order: OrderOf<V>, view: View) => Fact[]
  /** With the hours of meetings where the user's zone is given. */
  says: (order: OrderOf<V>, zone?: string) => string
}

/** The meaning of every verb (practice 4.2, the column Effect). Verbs without facts change something else. */
export const MEANING: { [V in Verb]: Meaning<V> } = {
  done: {
    facts: (_, { item, today, meetingOn }) =>
      item ? (doneFacts(item, meetingOn !== undefined && meetingOn <= today) ?? []) : [],
    says: () => 'done',
  },
  sent: {
    facts: ({ channel }, { item }) => sentFacts(item, channel),
    says: ({ channel }) => `${channel === 'email' ? 'email' : channel} sent`,
  },
  called: {
    facts: ({ outcome, until }, { item }) => [
      ...calledFacts(item, outcome),
      ...(until ? [{ type: 'snoozed' as const, key: '*', until }] : []),
    ],
    says: ({ outcome, until }) =>
      `called${outcome === 'voicemail' ? ', left a voicemail' : outcome ? ', no answer' : ''}${until ? `; again ${formatDay(until)}` : ''}`,
  },
  'wrong number': {
    facts: () => [{ type: 'phoned', number: null }],
    says: () => 'number removed; send another with "number 617 555 0142", or "email only"',
  },
  phone: { facts: ({ number }) => [{ type: 'phoned', number }], says: ({ number }) => `phone ${number}` },
  'new address': {
    facts: ({ address }) => [{ type: 'readdressed', address }],
    says: ({ address }) => `address now ${address}`,
  },
  bounced: {
    facts: () => [{ type: 'bounced' }],
    says: () => 'bounced, that email does not count; send the right address',
  },
  away: {
    facts: ({ until }) => [{ type: 'away', ...(until && { until }) }],
    says: ({ until }) => (until ? `away until ${formatDay(until)}` : 'away'),
  },
  focus: {
    facts: ({ week }) => [{ type: 'focused', week }],
    says: ({ week }) => `for the week of ${formatDay(week)}`,
  },
  plan: { facts: ({ plan }) => [{ type: 'planned', plan }], says: ({ plan }) => `plan: ${plan}` },

  answered: {
    facts: ({ channel }) => [{ type: 'answered', ...(channel && { channel }) }],
    says: () => 'answered, your turn',
  },
  replied: { facts: () => [{ type: 'replied' }], says: () => 'you replied, their turn' },
  declined: {
    facts: ({ forGood }) => [{ type: 'declined', ...(forGood && { forGood }) }],
    says: ({ forGood }) => (forGood ? 'not to be contacted again' : 'declined'),
  },
  deferred: {
    facts: ({ until, reason }) => [{ type: 'deferred', until, ...(reason && { reason }) }],
    says: ({ until }) => `later, from ${formatDay(until)}`,
  },
  drop: { facts: () => [{ type: 'dropped' }], says: () => 'dropped' },
  keep: { facts: () => [{ type: 'kept' }], says: () => 'kept, one more attempt' },
  reopen: { facts: () => [{ type: 'reopened' }], says: () => 'reopened' },
  guess: { says: ({ isRight }) => (isRight ? 'right' : 'wrong, noted') },

  booked: {
    facts: ({ meeting }) => [{ type: 'booked', meeting }],
    says: ({ meeting }, zone) => `meeting ${whenOf(meeting, zone)}`,
  },
  moved: {
    facts: ({ meeting }, { item }) => [{ type: 'moved', meeting, ...ofMeeting(item) }],
    says: ({ meeting }, zone) => `moved to ${whenOf(meeting, zone)}`,
  },
  cancelled: {
    facts: (_, { item }) => [{ type: 'cancelled', ...ofMeeting(item) }],
    says: () => 'cancelled; offer two new times',
  },
  missed: {
    facts: ({ by }, { item }) => [{ type: 'missed', by, ...ofMeeting(item) }],
    says: ({ by }) => (by === 'me' ? 'missed by you; write today' : 'did not come; offer two new times'),
  },
  met: {
    facts: ({ minutes, channel }) => [
      { type: 'met', ...(minutes && { minutes }), ...(channel && { channel }) },
    ],
    says: ({ on }) => `met ${formatDay(on)}`,
  },
  thanked: {
    facts: ({ isForBoth }, { item }) => {
      if (item?.kind === 'thank introducer') return doneFacts(item, false) ?? []
      return isForBoth ? [{ type: 'thanked' }, { type: 'thanked' }] : [{ type: 'thanked', ...ofThanks(item) }]
    },
    says: ({ isForBoth }) => (isForBoth ? 'thanked for both' : 'thanked'),
  },
  carded: { facts: () => [{ type: 'carded' }], says: () => 'card sent' },
  'cards off': { facts: () => [{ type: 'cards off' }], says: () => 'no card' },
  goal: {
    facts: ({ text }, { item }) => [{ type: 'goal set', text, ...ofMeeting(item) }],
    says: ({ text }) => `goal: ${text}`,
  },

  'intro asked': { facts: () => [{ type: 'intro asked' }], says: () => 'asked for introductions' },
  'intro promised': {
    facts: ({ name }) => [{ type: 'intro promised', name }],
    says: ({ name }) => `will introduce you to ${name}`,
  },
  'intro received': {
    facts: ({ person }) => ('contact' in person ? [{ type: 'intro received', contact: person.contact }] : []),
    says: ({ person }) =>
      `introduced ${'newPerson' in person ? (person.newPerson.name ?? person.newPerson.address) : 'you'}`,
  },
  'intro none': { facts: () => [{ type: 'intro none' }], says: () => 'no names for now' },
  promised: {
    facts: ({ text, dueOn }) => [{ type: 'promised', text, ...(dueOn && { dueOn }) }],
    says: ({ text, dueOn }) => `a promise, "${text}"${dueOn ? `, for ${formatDay(dueOn)}` : ''}`,
  },
  told: { facts: () => [{ type: 'told' }], says: () => 'told' },
  add: { says: () => 'added' },

  snooze: {
    facts: ({ until }, { item }) => [{ type: 'snoozed', key: item?.key ?? '*', until }],
    says: ({ until }) => `snoozed to ${formatDay(until)}`,
  },
  skip: {
    facts: (_, { item }) => [{ type: 'skipped', key: item?.key ?? '*' }],
    says: () => 'skipped',
  },
  star: { facts: () => [{ type: 'starred' }], says: () => 'starred' },
  'touch every': {
    facts: ({ days }) => [{ type: 'touch every', days }],
    says: ({ days }) => `in touch every ${days} days`,
  },
  note: { facts: ({ text }) => [{ type: 'noted', text }], says: ({ text }) => `noted "${text}"` },
  described: {
    facts: ({ company, role, source, isNewJob }) => [
      {
        type: 'described',
        ...(company && { company }),
        ...(role && { role }),
        ...(source && { source }),
        ...(isNewJob && { isNewJob }),
      },
    ],
    says: ({ company, role, source }) =>
      [role, company, source === 'intro' ? 'by introduction' : source].filter(Boolean).join(', '),
  },
  ignore: { facts: () => [{ type: 'ignored' }], says: () => 'never logged again' },
  unignore: { facts: () => [{ type: 'unignored' }], says: () => 'logged again' },
  forget: { says: () => 'to be erased once you confirm' },
  'forget all': { says: () => 'everything to be erased once you confirm' },

  settings: { says: ({ settings }) => saysSettings(settings) },
  ask: { says: ({ question }) => question },
  undo: { says: () => 'undone' },
  same: { says: ({ isSame }) => (isSame ? 'one person' : 'two people') },
  applied: { says: ({ count, to }) => (to ? `applied: ${to}` : `${count} applications`) },
  interview: { says: ({ company, on }) => `interview at ${company}${on ? `, ${formatDay(on)}` : ''}` },
  sender: { says: ({ address }) => address },
  'new private address': { says: () => 'a new private address' },
}

/** Which of several meetings is meant: that of the line. */
function ofMeeting(item: Item | undefined): { of?: LocalDate } {
  const of = meetingDay(item)
  return of ? { of } : {}
}

/** "Thu 19 Nov 2:00 pm, Zoom". */
function whenOf({ on, startsAt, place }: Meeting, zone?: string): string {
  const time = startsAt !== undefined && zone ? localTime(startsAt, zone) : undefined
  const minute = String(time?.minute).padStart(2, '0')
  const hour = time ? ` ${time.hour % 12 || 12}:${minute} ${time.hour < 12 ? 'am' : 'pm'}` : ''
  return formatDay(on) + hour + (place ? `, ${place}` : '')
}
