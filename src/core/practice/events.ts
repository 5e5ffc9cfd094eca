import type { Flaw } from '../mail/flaws.ts'

/** A day in the user's zone, as "2026-11-17". Compares as text. */
export type LocalDate = string

/** How an attempt was made. A message (text, LinkedIn) counts in the five, in neither the three emails nor the two calls. */
export type Channel = 'email' | 'call' | 'message' | 'letter'

/** Where the user knows the contact from (practice 1, row 6). */
export type Source =
  | 'friend'
  | 'family'
  | 'alumni'
  | 'mentor'
  | 'professor'
  | 'lecturer'
  | 'intro'
  | 'event'
  | 'news'
  | 'company site'
  | 'cold'

/** When and where two people meet. */
export type Meeting = {
  on: LocalDate
  /** The instant it starts, in ms; undefined where only the day is known. */
  startsAt?: number
  minutes?: number
  place?: string
  /** The calendar UID and SEQUENCE, where an invitation made it (RFC 5545 3.8.4.7). */
  uid?: string
  sequence?: number
}

/** What happened to a contact, in the words of practice 2.5. */
export type Fact =
  // Outreach
  /** `via`: the contact who introduced them; `viaName`: what that one is called. */
  /** `isSuggested`: `via` only named them, so no introduction is there to answer. */
  | { type: 'added'; source?: Source; via?: number; viaName?: string; isSuggested?: true }
  | {
      type: 'attempted'
      channel: Channel
      outcome?: 'no answer' | 'voicemail'
      messageId?: string
      subject?: string
      /** What is most worth saying of a first email (practice 1, the lints). */
      flaw?: Flaw
      /** Named first to this many people in one To: a group of that message. */
      group?: number
      /** They had asked not to be written to. */
      isUnwanted?: true
    }
  | { type: 'touched'; channel?: Channel }
  /** In Cc of a mail to somebody else: remembered, without timers. */
  | { type: 'copied' }
  | { type: 'bounced'; address?: string }
  | { type: 'away'; until?: LocalDate }
  // Answers
  /** `isInferred`: from a mail of theirs that came in by itself. */
  | { type: 'answered'; channel?: Channel | 'in person'; isInferred?: true }
  | { type: 'replied' }
  | { type: 'declined'; forGood?: boolean }
  | { type: 'deferred'; until: LocalDate; reason?: string }
  | { type: 'covered'; by: number }
  // Meetings
  | { type: 'booked'; meeting: Meeting }
  // Where several are set, `of` is the day of the one that is meant; without it the next to come.
  | { type: 'moved'; meeting: Meeting; of?: LocalDate }
  | { type: 'cancelled'; of?: LocalDate }
  | { type: 'missed'; by: 'me' | 'them'; of?: LocalDate }
  /** `isAssumed`: on a day that only a thank-you tells of; the user's own word replaces it. */
  | { type: 'met'; minutes?: number; channel?: Channel | 'in person'; isAssumed?: true }
  /** `of`: the day of the meeting, else the first that was not thanked for. `flaw`: a blank that was left in the mail. */
  | { type: 'thanked'; of?: LocalDate; flaw?: Flaw }
  | { type: 'carded' }
  | { type: 'goal set'; text: string; of?: LocalDate }
  // Introductions: a record beside the state
  | { type: 'intro asked' }
  | { type: 'intro promised'; name: string }
  | { type: 'intro received'; contact: number; name?: string }
  /** The user met somebody whom this contact introduced. */
  | { type: 'intro met'; contact: number; name: string }
  | { type: 'intro none' }
  | { type: 'intro replied' }
  | { type: 'promised'; text: string; dueOn?: LocalDate }
  | { type: 'told' }
  // What the user decides
  | { type: 'snoozed'; key: string; until: LocalDate }
  | { type: 'skipped'; key: string }
  | { type: 'dropped' }
  | { type: 'kept' }
  | { type: 'reopened' }
  | { type: 'ignored' }
  | { type: 'unignored' }
  | { type: 'starred' }
  | { type: 'cards off' }
  /** Wanted for the meetings of the focus week that begins on this Monday. */
  | { type: 'focused'; week: LocalDate }
  | { type: 'planned'; plan: 'cold' | 'warm' | 'email only' | (string & {}) }
  | { type: 'touch every'; days: number }
  /** `isNewJob`: the company is new to them, and not only to the user. */
  | {
      type: 'described'
      name?: string
      company?: string
      role?: string
      source?: Source
      isNewJob?: true
    }
  | { type: 'phoned'; number: string | null }
  | { type: 'readdressed'; address: string }
  /** Known to be theirs, by a thread or by their name and company. */
  | { type: 'address found'; address: string }
  | { type: 'noted'; text: string }
  /** Turned out to be somebody known already, whose history has these events from now on. */
  | { type: 'joined'; contact: number }
  // The history itself
  | { type: 'undone'; what: string }

export type FactType = Fact['type']

/** What is kept of the mail by which a fact became known. */
export type OfMail = {
  /** To which address of somebody with several: by it they are taken apart, if they are two people after all. */
  to?: string
  /** The private address stood in To or Cc, for all to read. */
  isShown?: true
}

/** A fact in a contact's history. Append-only: undo is an event (`undone`), never a deletion. */
export type Event = Fact &
  OfMail & {
    /** 1, 2, 3 ... within the contact, in the order recorded. */
    seq: number
    /** The day it happened, in the user's zone. */
    on: LocalDate
    /** The instant it happened, in ms since the epoch. */
    at: number
    /** What recorded it: the id of a delivery, tick or link. One undo takes back everything of one cause. */
    cause: string
  }
