import type { Channel, Event, LocalDate, Meeting, Source } from './events.ts'

/** Where a contact stands (practice 2.2). Some states end by themselves: `timers.ts`. */
export type State =
  | 'LEAD'
  | 'TRYING'
  | 'AWAY'
  | 'BOUNCED'
  | 'CLOSING'
  | 'TALKING'
  | 'BOOKED'
  | 'MET'
  | 'NETWORK'
  | 'DEFERRED'
  | 'DECLINED'
  | 'QUIET'
  | 'IGNORED'

export type Attempt = {
  channel: Channel
  on: LocalDate
  outcome?: 'no answer' | 'voicemail'
  subject?: string
  messageId?: string
  /** The mail that went to several people at once, who are a group of it (practice 2.6). */
  group?: string
}

export type Introduction =
  | { status: 'asked'; on: LocalDate }
  | { status: 'promised'; on: LocalDate; name: string }
  | { status: 'received'; on: LocalDate; contact: number; name?: string }
  | { status: 'none known'; on: LocalDate }

/** Everything that a history says of a contact, before the calendar is asked what is due. */
export type Contact = {
  state: State
  /** The day of the event that opened the state. */
  since: LocalDate
  /** Who has to act next while talking. */
  ball: 'me' | 'them'
  /** Why the user owes them an answer: they wrote, they cancelled, they or the user missed the meeting. */
  owed: 'answer' | 'new times' | 'apology'
  /** The attempts of this round, void ones left out; in the order of their days. */
  attempts: Attempt[]
  /** How many extra attempts "keep" allowed in this round, and when the latest was. */
  kept: number
  keptOn?: LocalDate
  /** Messages of the user since they were last heard of, while talking. */
  nudges: number
  /** The last day the user wrote, called or met them; the last day they were heard of. */
  reachedOn?: LocalDate
  heardOn?: LocalDate
  hasAnswered: boolean
  awayUntil?: LocalDate
  retryOn?: LocalDate
  retryReason?: string
  doNotContact: boolean
  meeting?: Meeting
  metOn?: LocalDate
  meetings: number
  thankedOn?: LocalDate
  isCardDone: boolean
  touchDays?: number
  introductions: Introduction[]
  /** People whom this contact introduced and the user has met since: to be told of, once. */
  introducedMet: { on: LocalDate; contact: number; name: string }[]
  promises: { text: string; dueOn?: LocalDate; madeOn: LocalDate }[]
  isTold: boolean
  isStarred: boolean
  plan?: string
  source?: Source
  via?: number
  viaName?: string
  name?: string
  company?: string
  role?: string
  phone?: string
  /** An address that the user gave; the newest wins over the one first written to. */
  address?: string
  goal?: string
  notes: { on: LocalDate; text: string }[]
  snoozes: Map<string, LocalDate>
  /** Obligations that the user put aside for good, and when. */
  skips: Map<string, LocalDate>
}

/** A contact of whom nothing but this first event is known yet. */
export const newContact = (first: Event): Contact => ({
  state: 'LEAD',
  since: first.on,
  ball: 'me',
  owed: 'answer',
  attempts: [],
  kept: 0,
  nudges: 0,
  hasAnswered: false,
  doNotContact: false,
  meetings: 0,
  isCardDone: false,
  introductions: [],
  introducedMet: [],
  promises: [],
  isTold: false,
  isStarred: false,
  notes: [],
  snoozes: new Map(),
  skips: new Map(),
})
