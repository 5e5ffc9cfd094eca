import { addBusinessDays, businessDayFrom } from './business-days.ts'
import type { Contact, State } from './contact.ts'
import type { LocalDate } from './events.ts'
import type { ObligationKind } from './obligation.ts'
import type { Practice } from './timers.ts'

/** A contact on a day, while it is asked what the user owes it. */
export type Clock = {
  contact: Contact
  practice: Practice
  today: LocalDate
  /** Notes an obligation, unless the user put it aside for good; a snooze moves its day. */
  owe: (kind: ObligationKind, key: string, dueOn: LocalDate) => void
}

/** So many business days after a day. */
export const after = ({ practice }: Clock, on: LocalDate, days: number): LocalDate =>
  addBusinessDays(on, days, practice.calendar)

/** The day itself, if it is a business day, else the next one. */
export const from = ({ practice }: Clock, on: LocalDate): LocalDate => businessDayFrom(on, practice.calendar)

/** A state that begins because days passed. */
export function become({ contact }: Clock, state: State): undefined {
  contact.state = state
}

/** The day to which the user snoozed what is due on `dueOn`, if that is later; always a business day. */
export function snoozedTo(clock: Clock, key: string, dueOn: LocalDate): LocalDate {
  const { snoozes } = clock.contact
  const until = snoozes.get(key) ?? (key.startsWith('meeting ') ? undefined : snoozes.get('*'))
  return until && until > dueOn ? from(clock, until) : dueOn
}

/** The last wait: one line, and the next business day it is over. */
export function close(clock: Clock, dueOn: LocalDate): undefined {
  const { contact, today } = clock
  const key = `closing ${contact.attempts.length + contact.nudges}`
  if (today >= after(clock, snoozedTo(clock, key, dueOn), 1)) return become(clock, 'QUIET')
  clock.owe('closing', key, dueOn)
  if (today >= dueOn && contact.state !== 'TALKING') become(clock, 'CLOSING')
}
