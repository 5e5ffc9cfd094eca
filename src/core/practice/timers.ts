import { introductions, promises, TOO_LATE, tell, thanks } from './beside.ts'
import { businessDayBefore, type Calendar } from './business-days.ts'
import { isChaseOver } from './chase-over.ts'
import { after, become, type Clock, close, from, snoozedTo } from './clock.ts'
import type { Contact, State } from './contact.ts'
import { addDays } from './days.ts'
import type { LocalDate } from './events.ts'
import { keepInTouch } from './keeping.ts'
import { holdBooked } from './meetings.ts'
import type { Obligation } from './obligation.ts'
import type { Next } from './plan.ts'
import { backOn, pursue, retry } from './pursuit.ts'

/** What of the user decides when things are due. */
export type Practice = {
  calendar: Calendar
  /** The user's plan, as text; a contact's own plan goes before it. */
  plan: string
  /** `over`: the user has a job (practice 2.7). */
  search: 'searching' | 'over' | 'stopped'
  /** The day of "got the job". */
  hiredOn?: LocalDate
  /** The days of earlier jobs: whoever was chased then is not any more. */
  searchesEnded?: LocalDate[]
  /** A day of the focus week. */
  focusOn?: LocalDate
  /** Only the people who were named for it are meant. */
  hasFocusMembers?: boolean
  /** "No cards please." */
  isWithoutCards?: true
}

/**
 * Moves the contact to where it stands on `today` and says what the user owes it (practice 2.2 to 2.5). Days that
 * pass without an event move some states by themselves: CLOSING to QUIET, AWAY to TRYING, a meeting that nobody
 * spoke of to MET. `next` is the step of the attempt that is due next, where there is one.
 */
export function runTimers(
  contact: Contact,
  practice: Practice,
  today: LocalDate,
): { obligations: Obligation[]; next: Next | undefined } {
  const obligations: Obligation[] = []
  const owe: Clock['owe'] = (kind, key, dueOn) => {
    if (!contact.skips.has(key)) obligations.push({ kind, key, dueOn: snoozedTo(clock, key, dueOn) })
  }
  const clock = { contact, practice, today, owe }
  const next = isChaseOver(contact, practice, today) ? become(clock, 'QUIET') : timers[contact.state](clock)
  if (!(contact.state in CLOSED)) {
    thanks(clock)
    introductions(clock)
    promises(clock)
  }
  tell(clock)
  obligations.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return { obligations, next }
}

/** Nobody is written to about these, whatever else there was. */
const CLOSED: Partial<Record<State, true>> = { DECLINED: true, QUIET: true, IGNORED: true }

/** What each state owes, and how days end it. */
const timers: Record<State, (clock: Clock) => Next | undefined> = {
  LEAD: (clock) => {
    const { since, source, via, isSuggested } = clock.contact
    if (isSuggested)
      clock.owe('first email', 'first email', weekly(clock, 'first email', after(clock, since, 1)))
    else if (source === 'intro' || via !== undefined)
      clock.owe('intro reply', 'intro reply', from(clock, since))
    else clock.owe('first email', 'first email', weekly(clock, 'first email', after(clock, since, 5)))
    return undefined
  },

  TRYING: (clock) => (clock.contact.retryOn ? retry(clock) : pursue(clock)),

  AWAY: (clock) => {
    if (clock.today >= (backOn(clock) ?? clock.today)) become(clock, 'TRYING')
    return pursue(clock)
  },

  BOUNCED: (clock) => {
    const { since } = clock.contact
    const again = after(clock, since, 5)
    if (clock.today >= after(clock, again, 1)) return become(clock, 'QUIET')
    if (clock.today < again) clock.owe('new address', 'new address 1', from(clock, since))
    else clock.owe('new address', 'new address 2', again)
    return undefined
  },

  CLOSING: pursue,

  TALKING: (clock) => {
    const { contact } = clock
    if (contact.ball === 'me') {
      const { owed, since } = contact
      // Who answered with an introduction is thanked for it, which is the answer.
      if (owed === 'answer') clock.owe('answer', `answer ${since}`, from(clock, since))
      else if (owed !== 'thanks') clock.owe('rebook', `rebook ${since}`, from(clock, since))
      return undefined
    }
    const key = `stalled ${contact.nudges + 1}`
    const gap = STALLED_GAPS[contact.nudges]
    if (gap !== undefined) clock.owe('stalled', key, after(clock, contact.since, gap))
    else if (contact.keptOn) clock.owe('stalled', key, after(clock, contact.keptOn, 1))
    else close(clock, after(clock, contact.since, 5))
    return undefined
  },

  BOOKED: (clock) => {
    const { contact, today, practice } = clock
    for (const booking of contact.booked) {
      const { on } = booking
      // Asked in three digests: a needless thank-you line costs less than a thank-you never sent.
      if (today > after(clock, on, 3)) holdBooked(contact, booking)
      else if (today <= on) clock.owe('meeting', `meeting ${on}`, businessDayBefore(on, practice.calendar))
      else clock.owe('outcome', `outcome ${on}`, from(clock, addDays(on, 1)))
    }
    if (contact.booked.length === 0) return timers.MET(clock)
    if (contact.fellOn) clock.owe('rebook', `rebook ${contact.fellOn}`, from(clock, contact.fellOn))
    return undefined
  },

  /** The thank-you is owed beside the state; too late for it, an update with the thanks in it is. */
  MET: (clock) => {
    const { contact, today } = clock
    const metOn = contact.unthanked.at(-1) ?? contact.metOn ?? contact.since
    const updateOn = after(clock, metOn, TOO_LATE)
    if (today < updateOn) return undefined
    if ((contact.reachedOn ?? '') >= updateOn || today >= after(clock, updateOn, 10)) {
      contact.unthanked = []
      become(clock, 'NETWORK')
      return timers.NETWORK(clock)
    }
    clock.owe('update', `update ${metOn}`, updateOn)
    return undefined
  },

  NETWORK: (clock) => {
    keepInTouch(clock)
    return undefined
  },

  DEFERRED: retry,

  DECLINED: (clock) => {
    const { since, doNotContact, hasReachedSince } = clock.contact
    if (!doNotContact && !hasReachedSince && clock.today <= after(clock, since, 1))
      clock.owe('gracious reply', 'gracious reply', from(clock, since))
    return undefined
  },

  QUIET: () => undefined,
  IGNORED: () => undefined,
}

/** From the user's message to the nudge, from that to the next, and from that to the call (practice 8.9). */
const STALLED_GAPS = [3, 7, 5]

/** Every fifth business day from `first`, or from the day to which it was snoozed. */
function weekly(clock: Clock, key: string, first: LocalDate): LocalDate {
  let on = snoozedTo(clock, key, first)
  while (on < clock.today) on = after(clock, on, 5)
  return on
}
