import { type Contact, newContact, type State } from './contact.ts'
import type { Event } from './events.ts'
import { happenTo } from './happen.ts'
import { standing } from './history.ts'
import { type Practice, runTimers } from './timers.ts'

/** What of a contact an event met: the state by then, days that passed counted. */
export type Met = { state: State; hasAnswered: boolean }

/**
 * Goes through a history as `standingOf` does, and shows each event that stands with what it met and the contact
 * that it left. The contact is the same one each time, and changes. Returns it; undefined where no event stands.
 */
export function replay(
  history: Event[],
  practice: Practice,
  see: (event: Event, met: Met, contact: Contact) => void,
): Contact | undefined {
  const events = standing(history)
  if (!events[0]) return undefined
  const contact = newContact(events[0])
  for (const [i, event] of events.entries()) {
    if (i > 0) runTimers(contact, practice, event.on)
    const met = { state: contact.state, hasAnswered: contact.hasAnswered }
    happenTo(contact, event)
    see(event, met, contact)
  }
  return contact
}
