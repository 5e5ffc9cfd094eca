import { after, type Clock, from } from './clock.ts'
import { addDays } from './days.ts'
import type { LocalDate } from './events.ts'

/** Business days between two words to somebody: no stalking (practice 1, row 37). */
const MIN_GAP = 15
const FIRST_TOUCH = 60
const LATER_TOUCH = 90
/** Six months, by weeks: the same weekday. */
const COFFEE = 182

/**
 * Keeping in touch (practice 2.2, NETWORK): the update, a touch now and then, coffee after half a year. One suggestion
 * at a time, and none within MIN_GAP of the last word, whatever else is due.
 */
export function keepInTouch(clock: Clock): void {
  card(clock)
  const { contact, practice, today } = clock
  const soonest = contact.reachedOn ? after(clock, contact.reachedOn, MIN_GAP) : contact.since
  const notBefore = (on: LocalDate): LocalDate => from(clock, on > soonest ? on : soonest)
  if (congratulate(clock, notBefore)) return
  const coffeeOn = contact.metOn && coffeeAfter(clock, contact.metOn)
  if (coffeeOn) clock.owe('coffee', `coffee ${coffeeOn}`, notBefore(coffeeOn))
  const isCoffeeDue = coffeeOn !== undefined && notBefore(coffeeOn) <= today
  if (practice.search === 'searching' && !isCoffeeDue) write(clock, notBefore)
}

/** A new job is a reason to write, for ten business days (practice 2.6). Says whether it is due: nothing else is then. */
function congratulate(clock: Clock, notBefore: (on: LocalDate) => LocalDate): boolean {
  const { newJobOn, reachedOn, skips } = clock.contact
  if (!newJobOn || (reachedOn && reachedOn >= newJobOn)) return false
  const dueOn = notBefore(newJobOn)
  const key = `congratulate ${newJobOn}`
  if (skips.has(key) || clock.today >= after(clock, dueOn, 10)) return false
  clock.owe('congratulate', key, dueOn)
  return dueOn <= clock.today
}

/** Two business days after the thank-you, for ten: to those met in person, and starred ones (practice 1, row 33). */
function card(clock: Clock): void {
  const { contact, practice, today } = clock
  const { isStarred, isInPerson, isCardDone, wantsNoCards, metOn, thankedOn } = contact
  if ((!isStarred && !isInPerson) || isCardDone || wantsNoCards || practice.isWithoutCards || !thankedOn)
    return
  const dueOn = after(clock, thankedOn, 2)
  if (today < after(clock, dueOn, 10)) clock.owe('card', `card ${metOn}`, dueOn)
}

/** Half a year after the last meeting; after that, half a year after whatever cleared the line. */
function coffeeAfter({ contact }: Clock, metOn: LocalDate): LocalDate {
  const first = addDays(metOn, COFFEE)
  const cleared = [contact.reachedOn, latestSkip(contact.skips, 'coffee ')].filter(
    (on) => on !== undefined && on >= first,
  )
  return cleared.length > 0 ? addDays(cleared.sort().at(-1)!, COFFEE) : first
}

/** The update 15 business days after the thank-you, then a touch after 60 days and every 90 (practice 8.4). */
function write(clock: Clock, notBefore: (on: LocalDate) => LocalDate): void {
  const { contact, today } = clock
  const { metOn, touchDays, heardOn, reachedOn } = contact
  const thankedOn = contact.thankedOn ?? metOn ?? contact.since
  const updateOn = metOn && after(clock, thankedOn, 15)
  const lapsesOn = updateOn ? after(clock, updateOn, 10) : thankedOn
  const updateKey = `update ${metOn}`
  const wroteOn = reachedOn && reachedOn > thankedOn ? reachedOn : undefined
  const skippedOn = contact.skips.get(updateKey)
  if (updateOn && !wroteOn && !skippedOn && today < lapsesOn) {
    clock.owe('update', updateKey, notBefore(updateOn))
    return
  }
  const updatedOn = wroteOn ?? skippedOn ?? lapsesOn
  const touches = [updatedOn, latestSkip(contact.skips, 'touch '), heardOn && heardOn > updatedOn && heardOn]
  const latest = touches
    .filter((on) => typeof on === 'string')
    .sort()
    .at(-1)!
  const isFirst = latest === updatedOn && updatedOn <= lapsesOn
  const touchOn = addDays(latest, touchDays ?? (isFirst ? FIRST_TOUCH : LATER_TOUCH))
  clock.owe('touch', `touch ${touchOn}`, notBefore(touchOn))
}

/** The last day on which the user put aside a suggestion of this kind. */
const latestSkip = (skips: Map<string, LocalDate>, kind: string): LocalDate | undefined =>
  [...skips]
    .filter(([key]) => key.startsWith(kind))
    .map(([, on]) => on)
    .sort()
    .at(-1)
