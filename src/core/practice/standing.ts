import { type Contact, newContact } from './contact.ts'
import type { Event, LocalDate } from './events.ts'
import { happenTo } from './happen.ts'
import { standing } from './history.ts'
import type { Obligation } from './obligation.ts'
import type { Next } from './plan.ts'
import { type Practice, runTimers } from './timers.ts'

/** A contact on a day: its state by the calendar, and what the user owes it. */
export type Standing = Contact & {
  /** Open obligations, also those that are not due yet; earliest first. */
  obligations: Obligation[]
  /** How the next attempt is made; undefined where none is. */
  next: Next | undefined
}

/**
 * What a history means on `today`: the one fold from events to everything else. Undone events are as if they had
 * never been. Between events the days pass, so that what happens to a contact meets the state it had by then.
 * Undefined where no event stands.
 */
export function standingOf(history: Event[], practice: Practice, today: LocalDate): Standing | undefined {
  const events = standing(history)
  if (!events[0]) return undefined
  const contact = newContact(events[0])
  for (const [i, event] of events.entries()) {
    if (i > 0) runTimers(contact, practice, event.on)
    happenTo(contact, event)
  }
  const due = runTimers(contact, practice, today)
  return { ...contact, ...due }
}
