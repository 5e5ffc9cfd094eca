import type { LocalDate } from './events.ts'

/** Everything that one person can owe one contact. Each kind has one wording and one meaning of "done". */
export type ObligationKind =
  | 'meeting' // a meeting today or on the next business day
  | 'outcome' // a meeting is past: did it happen?
  | 'thank'
  | 'card'
  | 'answer' // they answered and wait
  | 'rebook' // cancelled or missed: offer new times
  | 'intro reply' // answer an introduction
  | 'first email' // a lead that nobody wrote to yet
  | 'attempt' // the next of the five
  | 'second person' // hint: somebody else at the company
  | 'stalled' // talking, and they fell silent
  | 'closing' // five made: moving on unless kept
  | 'retry' // "try again in March"
  | 'new address' // the address bounced
  | 'gracious reply' // answer to a no
  | 'promise'
  | 'intro promised'
  | 'thank introducer'
  | 'close loop'
  | 'update'
  | 'congratulate' // they have a new job
  | 'touch'
  | 'coffee'
  | 'tell' // got the job: tell them
  | 'check' // a guess to confirm

/** One thing the user owes one contact, and the day it is due. */
export type Obligation = {
  kind: ObligationKind
  /** Names this obligation among those of its contact for as long as it is the same one: "attempt 2". */
  key: string
  dueOn: LocalDate
}
