import type { Booking, Contact } from './contact.ts'
import type { Event, LocalDate, Meeting } from './events.ts'
import { enter, heard, hold, reached, talk } from './moves.ts'
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

/**
 * A meeting was held on that day, as it was set or by chance. One of which only a thank-you told is the same one, on
 * the day that the user gives it now.
 */
export function meet(contact: Contact, { on, channel, isAssumed }: Said<'met'>): void {
  reached(contact, on)
  heard(contact, on)
  if (contact.meetings > 0 && contact.metOn === on) return
  if (contact.assumedOn && contact.assumedOn === contact.thankedFor && on <= contact.thankedOn!) {
    Object.assign(contact, { metOn: on, thankedFor: on, assumedOn: undefined })
    return
  }
  if (isAssumed) contact.assumedOn = on
  const booking = contact.booked.find((other) => other.on === on) ?? heldOnAnotherDay(contact, on)
  hold(contact, on, channel === 'in person' || (booking?.on === on && isInPerson(booking)), booking)
}

/** Thanks for the meeting of that day, else for the first that was not thanked for. */
export function thank(contact: Contact, { on, of }: Said<'thanked'>): void {
  reached(contact, on)
  const isOpen = of !== undefined && contact.unthanked.includes(of)
  const held = isOpen ? of : (contact.unthanked.find((day) => day <= on) ?? heldUnheard(contact, on))
  if (!held) {
    if (contact.state === 'TALKING' && contact.ball === 'me') talk(contact, 'them', on)
    return
  }
  contact.unthanked = contact.unthanked.filter((day) => day !== held)
  contact.thankedOn = on
  contact.thankedFor = held
  if (contact.state === 'MET' && contact.unthanked.length === 0) enter(contact, 'NETWORK', on)
}

/** What is wanted of the meeting that is meant, or of the next, where none is set yet. */
export function setGoal(contact: Contact, { text, of, on }: Said<'goal set'>): void {
  const booking = meant(contact, of, on)
  if (booking) booking.goal = text
  else contact.goal = text
}

/** One that was set was held on its day. */
export const holdBooked = (contact: Contact, booking: Booking): void =>
  hold(contact, booking.on, isInPerson(booking), booking)

/** The one that is set for this day, or was before it moved; without a day the next to come, else the last. */
function meant({ booked }: Contact, of: LocalDate | undefined, today: LocalDate): Booking | undefined {
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

/**
 * Thanks tell of a meeting that nobody spoke of: one that was set, or of a stranger one at the latest on that day
 * (practice 2.6). Others may be thanked for anything. Returns its day.
 */
function heldUnheard(contact: Contact, on: LocalDate): LocalDate | undefined {
  const past = contact.booked.find((booking) => booking.on <= on)
  if (past) holdBooked(contact, past)
  else if (!contact.hasAnswered && contact.attempts.length === 0) hold(contact, on, false)
  else return undefined
  contact.hasAnswered = true
  return past?.on ?? on
}
