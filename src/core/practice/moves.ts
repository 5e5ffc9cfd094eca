import type { Booking, Contact, State } from './contact.ts'
import type { Channel, Event, LocalDate } from './events.ts'

// What several events do to a contact, in place.

/** A snooze of everything about the contact ends where the state does: it was said of another matter. */
export function enter(contact: Contact, state: State, on: LocalDate): void {
  if (contact.state !== state) contact.snoozes.delete('*')
  if (state !== 'BOOKED') Object.assign(contact, { booked: [], fellOn: undefined })
  contact.state = state
  contact.since = on
  contact.hasReachedSince = false
}

/** The user wrote to them or called, of whatever: what was promised is asked about by that. A thank-you is no asking. */
export function wrote(contact: Contact, on: LocalDate): void {
  for (const promise of contact.promises) if (promise.madeOn <= on) promise.isDone = true
  for (const made of contact.introductions)
    if (made.status === 'promised' && made.on <= on) made.isAnswered = true
  reached(contact, on)
}

/** The user wrote, called or met them: what waited for a word of the user is done with it. */
export function reached(contact: Contact, on: LocalDate): void {
  if (!contact.reachedOn || contact.reachedOn < on) contact.reachedOn = on
  if (on >= contact.since) contact.hasReachedSince = true
  if (contact.fellOn && on >= contact.fellOn) contact.fellOn = undefined
  for (const met of contact.introducedMet) if (met.on <= on) met.isTold = true
  for (const made of contact.introductions)
    if (made.status === 'received' && made.on <= on) made.isThanked = true
  // They answered with an introduction: thanked for it, they are somebody to keep in touch with.
  if (
    contact.state === 'TALKING' &&
    contact.ball === 'me' &&
    contact.owed === 'thanks' &&
    on >= contact.since
  )
    enter(contact, 'NETWORK', on)
}

export function heard(contact: Contact, on: LocalDate): void {
  if (!contact.heardOn || contact.heardOn < on) contact.heardOn = on
  contact.hasAnswered = true
}

/** Whether it is the user's turn once they are heard of: whoever is met, or wants no mail, stays where they are. */
export const isMovedByAnswer = ({ state, doNotContact }: Contact): boolean =>
  !['BOOKED', 'MET', 'NETWORK', 'IGNORED'].includes(state) && !(state === 'DECLINED' && doNotContact)

/**
 * Whether an answer of this day says anything that is not known: the user owes them one, or has heard of them that day.
 * A contact may write as often as they like.
 */
export const isNews = (contact: Contact, on: LocalDate): boolean =>
  isMovedByAnswer(contact)
    ? contact.state !== 'TALKING' || contact.ball !== 'me' || contact.owed !== 'answer'
    : contact.heardOn !== on

/** Their turn to answer the user, or the user's to answer them (practice 2.2, TALKING). */
export function talk(
  contact: Contact,
  ball: 'me' | 'them',
  on: LocalDate,
  owed: Contact['owed'] = 'answer',
): void {
  enter(contact, 'TALKING', on)
  contact.ball = ball
  contact.owed = owed
  contact.nudges = 0
  contact.nudgedBy = undefined
  contact.keptOn = undefined
  forget(contact, 'stalled', 'closing')
}

/** A message of the user while talking, by that channel, or one that was skipped: theirs to answer again. */
export function nudge(contact: Contact, on: LocalDate, channel?: Channel): void {
  if (channel) contact.nudgedBy = channel
  if (contact.ball === 'me') talk(contact, 'them', on)
  else if (contact.since !== on) {
    contact.nudges++
    contact.since = on
    contact.keptOn = undefined
  }
}

/** Somebody who is talked to is away: the nudge waits until they are back. */
export function putOff(contact: Contact, until: LocalDate | undefined): void {
  if (contact.state === 'TALKING' && until) contact.snoozes.set(`stalled ${contact.nudges + 1}`, until)
}

/** What was given up is taken up anew, at attempt 1 (practice 8.8). */
export function beginRound(contact: Contact): void {
  contact.attempts = []
  contact.passes = []
  for (const field of ['keptOn', 'awayOn', 'awayUntil', 'deferredOn', 'retryOn', 'retryReason'] as const)
    contact[field] = undefined
  forget(contact, 'attempt', 'closing', 'first email', 'second person', 'new address')
}

/**
 * Two on one day by one channel are one attempt, and so is the same mail twice (practice 2.1). Says whether it is
 * one more.
 */
export function addAttempt(contact: Contact, event: Extract<Event, { type: 'attempted' }>): boolean {
  const { channel, on, outcome, subject, messageId } = event
  const group = (event.group ?? 1) > 1 ? event.cause : undefined
  const same = contact.attempts.find(
    (made) =>
      (made.channel === channel && made.on === on) ||
      (messageId !== undefined && made.messageId === messageId),
  )
  if (same) {
    same.outcome = outcome ?? same.outcome
    return false
  }
  contact.attempts.push({ channel, on, outcome, subject, messageId, group })
  contact.attempts.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  if (contact.keptOn && on >= contact.keptOn) contact.keptOn = undefined
  if (contact.awayOn && on >= contact.awayOn) contact.awayOn = contact.awayUntil = undefined
  if (contact.deferredOn && on >= contact.deferredOn) contact.retryOn = undefined
  return true
}

/** A meeting was held, the one that was set where there is one, and is to be thanked for. What else is set stays so. */
export function hold(contact: Contact, on: LocalDate, isInPerson: boolean, booking?: Booking): void {
  contact.meetings++
  if (!contact.metOn || contact.metOn < on) contact.metOn = on
  contact.unthanked = [...contact.unthanked, on].sort()
  contact.isInPerson = isInPerson
  if (booking) {
    contact.booked = contact.booked.filter((other) => other !== booking)
    contact.lastHeld = booking
  }
  if (contact.booked.length > 0) return
  contact.thankedOn = undefined
  contact.isCardDone = false
  enter(contact, 'MET', on)
}

/** An introduction keeps the promise of that name, else the oldest one. */
export function keepPromise(contact: Contact, name: string | undefined): void {
  const open = contact.introductions.filter((made) => made.status === 'promised' && !made.isKept)
  const kept = open.find((made) => made.status === 'promised' && made.name === name) ?? open[0]
  if (kept?.status === 'promised') kept.isKept = true
}

/** Obligations of these kinds begin again: what was snoozed or skipped of them was another one. */
function forget(contact: Contact, ...kinds: string[]): void {
  for (const map of [contact.snoozes, contact.skips])
    for (const key of [...map.keys()])
      if (kinds.some((kind) => key === kind || key.startsWith(`${kind} `))) map.delete(key)
}
