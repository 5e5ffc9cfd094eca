import type { Booking, Contact } from './contact.ts'
import type { Event, LocalDate, Meeting } from './events.ts'
import { enter, hold, talk } from './moves.ts'
import { isInPerson } from './place.ts'

// Meetings that are set, one or several with one person (practice 2.6): each is prepared, told of and thanked for.

type Said<T extends Event['type']> = Extract<Event, { type: T }>

/** One more, unless it is for a day, or of a calendar entry, that is set already. */
export function book(contact: Contact, { meeting, on }: Said<'booked'>): void {
  // The ones before this, of which nobody spoke.
  for (const past of contact.booked.filter((booking) => booking.on < on)) holdBooked(contact, past)
  const same = contact.booked.find(
    (booking) => booking.on === meeting.on || (meeting.uid !== undefined && booking.uid === meeting.uid),
  )
  put(contact, { ...meeting, madeOn: on, goal: same?.goal ?? contact.goal }, same)
  contact.goal = undefined
  contact.hasAnswered = true
}

/** Another day for the one that is meant; what is said of it otherwise stays. */
export function move(contact: Contact, { meeting, of, on }: Said<'moved'>): void {
  const before = meant(contact, of, on)
  const unheld = before ?? notHeld(contact, of)
  const was = unheld ? [...(unheld.was ?? []), unheld.on] : []
  put(contact, { ...unheld, ...meeting, madeOn: on, was }, before)
}

/** The one that is meant is not held; where no other one is set, it is the user's turn to write. */
export function fallThrough(
  contact: Contact,
  { of, on }: Said<'cancelled'> | Said<'missed'>,
  owed: 'apology' | 'new times',
): void {
  const booking = meant(contact, of, on)
  const unheld = booking ? undefined : notHeld(contact, of)
  if (!booking && !unheld && contact.booked.length > 0) return
  contact.booked = contact.booked.filter((other) => other !== booking)
  contact.missedOn = (booking ?? unheld)?.on
  if (contact.booked.length === 0) talk(contact, 'me', on, owed)
  else Object.assign(contact, { owed, fellOn: on })
}

/** A meeting was held on that day, as it was set or by chance. */
export function meet(contact: Contact, { on, channel }: Said<'met'>): void {
  const booking = contact.booked.find((other) => other.on === on) ?? heldOnAnotherDay(contact, on)
  hold(contact, on, channel === 'in person' || (booking?.on === on && isInPerson(booking)), booking)
}

/** One that was set was held on its day. */
export const holdBooked = (contact: Contact, booking: Booking): void =>
  hold(contact, booking.on, isInPerson(booking), booking)

/** The one that is set for this day, or was before it moved; without a day the next to come, else the last. */
export function meant({ booked }: Contact, of: LocalDate | undefined, today: LocalDate): Booking | undefined {
  if (of) return booked.find(({ on }) => on === of) ?? booked.find(({ was }) => was?.includes(of))
  return booked.find(({ on }) => on >= today) ?? booked.at(-1)
}

/** One whose day is past; or, met before its day, one that was set by then. What was set later is another one. */
const heldOnAnotherDay = ({ booked }: Contact, day: LocalDate): Booking | undefined =>
  booked.findLast(({ on }) => on <= day) ?? booked.find(({ madeOn }) => madeOn <= day)

function put(contact: Contact, booking: Booking, before: Booking | undefined): void {
  const others = contact.booked.filter((other) => other !== before && other.on !== booking.on)
  enter(contact, 'BOOKED', booking.madeOn)
  contact.booked = [...others, booking].sort(byTime)
}

const byTime = (a: Meeting, b: Meeting): number =>
  a.on === b.on ? (a.startsAt ?? 0) - (b.startsAt ?? 0) : a.on < b.on ? -1 : 1

/** The last one was taken for held, by its day or by a word too early, and was not. Returns it. */
function notHeld(contact: Contact, of: LocalDate | undefined): Booking | undefined {
  const { lastHeld } = contact
  if (!lastHeld || (of && of !== lastHeld.on) || !contact.unthanked.includes(lastHeld.on)) return undefined
  contact.unthanked = contact.unthanked.filter((on) => on !== lastHeld.on)
  contact.meetings--
  contact.metOn = contact.unthanked.at(-1) ?? contact.thankedFor
  contact.lastHeld = undefined
  return lastHeld
}
