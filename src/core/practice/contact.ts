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
  /** `isAnswered`: the user wrote to them since; `isKept`: the introduction came. */
  | { status: 'promised'; on: LocalDate; name: string; isAnswered?: true; isKept?: true }
  | { status: 'received'; on: LocalDate; contact: number; name?: string; isThanked?: true }
  | { status: 'none known'; on: LocalDate }

/** A meeting that is set: since when, on which days it was before it moved, and what the user wants of it. */
export type Booking = Meeting & { madeOn: LocalDate; was?: LocalDate[]; goal?: string }

/** Everything that a history says of a contact, before the calendar is asked what is due. */
export type Contact = {
  state: State
  /** The day of the event that opened the state. */
  since: LocalDate
  /** Who has to act next while talking. */
  ball: 'me' | 'them'
  /** Somebody named them to the user, and wrote to nobody: the first word is the user's. */
  isSuggested?: true
  /** Was in Cc of a mail to somebody else before anything was known of them. */
  isCopied?: true
  /** Why it is the user's turn: they wrote, they cancelled, they or the user missed the meeting, they introduced somebody. */
  owed: 'answer' | 'new times' | 'apology' | 'thanks'
  /** The attempts of this round, void ones left out; in the order of their days. */
  attempts: Attempt[]
  /** Steps of the plan that the user skipped in this round, by day. */
  passes: LocalDate[]
  /** When "keep" allowed one more attempt, which was not made yet. */
  keptOn?: LocalDate
  /** Messages of the user since they were last heard of, while talking. */
  nudges: number
  /** How the last of them was made, where an attempt made it. */
  nudgedBy?: Channel
  /** The last day the user wrote, called or met them; the last day they were heard of. */
  reachedOn?: LocalDate
  heardOn?: LocalDate
  hasAnswered: boolean
  /** The user wrote, called or met them since the state was entered. */
  hasReachedSince: boolean
  /** An auto-reply of this day, and the day they are back; until the next attempt. */
  awayOn?: LocalDate
  awayUntil?: LocalDate
  /** "Not now", said on this day: attempts made by then leave room for two more. */
  deferredOn?: LocalDate
  /** When to try again; until the next attempt. */
  retryOn?: LocalDate
  retryReason?: string
  doNotContact: boolean
  /** Meetings that are set, in the order of their time; past ones too, of which nobody spoke yet. */
  booked: Booking[]
  /** The last one that was held, as it was set. */
  lastHeld?: Booking
  /** One fell through on this day while another is set: the user owes a word about it. */
  fellOn?: LocalDate
  /** The day of the last one that fell through, where it was set. */
  missedOn?: LocalDate
  /** The latest meeting that was held. */
  metOn?: LocalDate
  /** A meeting of which only a thank-you tells: held at the latest on this day. */
  assumedOn?: LocalDate
  meetings: number
  /** Meetings that were not thanked for yet, in order: each is thanked for by itself (practice 2.6). */
  unthanked: LocalDate[]
  /** The latest thank-you, and the meeting that it was for. */
  thankedOn?: LocalDate
  thankedFor?: LocalDate
  isInPerson: boolean
  isCardDone: boolean
  wantsNoCards: boolean
  touchDays?: number
  introductions: Introduction[]
  /** People whom this contact introduced and the user has met since: to be told of, once. */
  introducedMet: { on: LocalDate; contact: number; name: string; isTold?: true }[]
  promises: { text: string; dueOn?: LocalDate; madeOn: LocalDate; isDone?: true }[]
  isTold: boolean
  isStarred: boolean
  /** The contact that this one turned out to be. */
  joinedTo?: number
  plan?: string
  /** The Monday of the focus week for which they are wanted. */
  focusWeek?: LocalDate
  source?: Source
  via?: number
  viaName?: string
  name?: string
  company?: string
  role?: string
  /** The day on which the user told of their new job. */
  newJobOn?: LocalDate
  phone?: string
  /** An address that the user gave; the newest wins over the one first written to. */
  address?: string
  /** Wanted of the next meeting, where none is set yet. */
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
  passes: [],
  nudges: 0,
  hasAnswered: false,
  hasReachedSince: false,
  doNotContact: false,
  booked: [],
  meetings: 0,
  unthanked: [],
  isInPerson: false,
  isCardDone: false,
  wantsNoCards: false,
  introductions: [],
  introducedMet: [],
  promises: [],
  isTold: false,
  isStarred: false,
  notes: [],
  snoozes: new Map(),
  skips: new Map(),
})
