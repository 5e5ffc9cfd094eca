import type { Booking } from '../core/practice/contact.ts'
import type { LocalDate } from '../core/practice/events.ts'
import type { Obligation } from '../core/practice/obligation.ts'
import type { Settings } from '../core/practice/settings.ts'
import type { Standing } from '../core/practice/standing.ts'
import type { Practice } from '../core/practice/timers.ts'
import type { KnownContact } from '../db/contacts.ts'

/** One obligation that is due, with all that its line in a letter may speak of. */
export type Case = {
  obligation: Obligation
  contact: Pick<KnownContact, 'id' | 'name' | 'company' | 'addresses' | 'shown'>
  standing: Standing
  practice: Practice
  settings: Settings
  today: LocalDate
  /** How many people of their company are chased, they too. */
  chasedThere?: number
  /** Whom the user met in the last months, where it was asked for; each on the latest day. */
  lately?: Met[]
  /** Where whoever introduced a new contact reads mail. */
  introducerAddress?: string | undefined
}

/** Somebody whom the user met. */
export type Met = { contact: number; name: string; on: LocalDate }

/** The address to write to: what the user gave last, else the first that was written to. */
export const addressOf = ({ standing, contact }: Pick<Case, 'standing' | 'contact'>): string | undefined =>
  standing.address ?? contact.addresses[0]

/** The day in the obligation's key: of which meeting it speaks. */
export const dayIn = ({ obligation }: Case): string | undefined =>
  /\d{4}-\d\d-\d\d$/.exec(obligation.key)?.[0]

/** The meeting of which the obligation speaks, while it is set. */
export const meetingOf = (c: Case): Booking | undefined => c.standing.booked.find(({ on }) => on === dayIn(c))
