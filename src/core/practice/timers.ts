import { addBusinessDays, businessDayBefore, businessDayFrom, type Calendar } from './business-days.ts'
import type { Contact, State } from './contact.ts'
import { addDays } from './days.ts'
import type { LocalDate } from './events.ts'
import type { Obligation, ObligationKind } from './obligation.ts'
import { COLD, EMAIL_ONLY, type Next, nextStep, readPlan, WARM } from './plan.ts'

/** What of the user decides when things are due. */
export type Practice = {
  calendar: Calendar
  /** The user's plan, as text; a contact's own plan goes before it. */
  plan: string
  /** `over`: the user has a job (practice 2.7). */
  search: 'searching' | 'over' | 'stopped'
  /** The day of "got the job". */
  hiredOn?: LocalDate
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
  const next = timers[contact.state](clock)
  introductions(clock)
  promises(clock)
  tell(clock)
  obligations.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return { obligations, next }
}

/** The plan in force for a contact: its own, else warm for people close to the user, else the user's (practice 2.3). */
export function planOf(contact: Contact, practice: Practice): { plan: string; withoutCalls: boolean } {
  const warm = WARM_SOURCES.includes(contact.source ?? 'cold')
  if (contact.plan === 'email only') return { plan: warm ? WARM : practice.plan, withoutCalls: true }
  if (contact.plan === 'warm') return { plan: WARM, withoutCalls: false }
  if (contact.plan === 'cold') return { plan: COLD, withoutCalls: false }
  if (contact.plan && readPlan(contact.plan)) return { plan: contact.plan, withoutCalls: false }
  return { plan: warm ? WARM : practice.plan, withoutCalls: practice.plan === EMAIL_ONLY }
}

const WARM_SOURCES = ['intro', 'friend', 'family', 'mentor']

type Clock = {
  contact: Contact
  practice: Practice
  today: LocalDate
  /** Notes an obligation, unless the user put it aside for good; a snooze moves its day. */
  owe: (kind: ObligationKind, key: string, dueOn: LocalDate) => void
}

const after = (clock: Clock, on: LocalDate, days: number): LocalDate =>
  addBusinessDays(on, days, clock.practice.calendar)

const become = (clock: Clock, state: State): undefined => {
  clock.contact.state = state
  return undefined
}

const timers: Record<State, (clock: Clock) => Next | undefined> = {
  LEAD: (clock) => {
    const { since, source, via } = clock.contact
    if (source === 'intro' || via !== undefined) clock.owe('intro reply', 'intro reply', since)
    else clock.owe('first email', 'first email', after(clock, since, 5))
    return undefined
  },

  TRYING: (clock) => {
    const { contact, practice } = clock
    const last = contact.attempts.at(-1)?.on ?? contact.since
    if (contact.kept > 0 && contact.keptOn && contact.keptOn >= last) {
      clock.owe('attempt', attemptKey(contact), after(clock, contact.keptOn, 1))
      return { gap: 1 }
    }
    const { plan, withoutCalls } = planOf(contact, practice)
    const channels = contact.attempts.map((attempt) => attempt.channel)
    const next = nextStep(readPlan(plan) ?? readPlan(COLD)!, channels, withoutCalls)
    const dueOn = after(clock, last, next.gap)
    if (!next.channel) return close(clock, dueOn)
    if (contact.attempts.length === 1) clock.owe('second person', 'second person', after(clock, last, 3))
    clock.owe('attempt', attemptKey(contact), dueOn)
    return next
  },

  AWAY: (clock) => {
    const { contact } = clock
    const back = contact.awayUntil
    const dueOn = back ? after(clock, back, 2) : after(clock, contact.since, 5)
    clock.owe('attempt', attemptKey(contact), dueOn)
    if (dueOn <= clock.today) become(clock, 'TRYING')
    const { plan, withoutCalls } = planOf(contact, clock.practice)
    return nextStep(
      readPlan(plan) ?? readPlan(COLD)!,
      contact.attempts.map((a) => a.channel),
      withoutCalls,
    )
  },

  BOUNCED: (clock) => {
    const { since } = clock.contact
    const again = after(clock, since, 5)
    if (clock.today > again) return become(clock, 'QUIET')
    clock.owe('new address', 'new address', clock.today <= after(clock, since, 1) ? since : again)
    return undefined
  },

  CLOSING: () => undefined,

  TALKING: (clock) => {
    const { contact } = clock
    if (contact.ball === 'me') {
      if (contact.owed === 'answer') clock.owe('answer', `answer ${contact.since}`, contact.since)
      else clock.owe('rebook', `rebook ${contact.since}`, contact.since)
      return undefined
    }
    const gap = STALLED_GAPS[contact.nudges]
    if (gap === undefined) return close(clock, after(clock, contact.since, 5))
    clock.owe('stalled', `stalled ${contact.nudges + 1}`, after(clock, contact.since, gap))
    return undefined
  },

  BOOKED: (clock) => {
    const { contact, today, practice } = clock
    const { meeting } = contact
    if (!meeting) return undefined
    const assumed = after(clock, meeting.on, 3)
    if (today > assumed) {
      // Asked in three digests: a needless thank-you line costs less than a thank-you never sent.
      Object.assign(contact, {
        state: 'MET',
        metOn: meeting.on,
        meetings: contact.meetings + 1,
        thankedOn: undefined,
      })
      return timers.MET(clock)
    }
    if (today <= meeting.on)
      clock.owe('meeting', `meeting ${meeting.on}`, businessDayBefore(meeting.on, practice.calendar))
    else clock.owe('outcome', `outcome ${meeting.on}`, addDays(meeting.on, 1))
    return undefined
  },

  MET: (clock) => {
    const { contact } = clock
    const metOn = contact.metOn ?? contact.since
    const late = after(clock, metOn, 15)
    if (clock.today >= late) clock.owe('update', `update ${metOn}`, late)
    else clock.owe('thank', `thank ${metOn}`, metOn)
    return undefined
  },

  NETWORK: (clock) => {
    const { contact, practice } = clock
    const metOn = contact.metOn ?? contact.since
    const thankedOn = contact.thankedOn ?? contact.since
    if (contact.isStarred && !contact.isCardDone)
      clock.owe('card', `card ${metOn}`, after(clock, thankedOn, 2))
    if (practice.search === 'searching') keepInTouch(clock, metOn, thankedOn)
    const coffee = addDays(metOn, 182)
    const wrote = contact.reachedOn && contact.reachedOn >= coffee ? addDays(contact.reachedOn, 182) : coffee
    clock.owe('coffee', `coffee ${wrote}`, businessDayFrom(wrote, practice.calendar))
    return undefined
  },

  DEFERRED: (clock) => {
    const { contact, practice } = clock
    clock.owe(
      'retry',
      `retry ${contact.retryOn}`,
      businessDayFrom(contact.retryOn ?? contact.since, practice.calendar),
    )
    return undefined
  },

  DECLINED: (clock) => {
    const { since, doNotContact } = clock.contact
    if (!doNotContact && clock.today <= after(clock, since, 1))
      clock.owe('gracious reply', 'gracious reply', since)
    return undefined
  },

  QUIET: () => undefined,
  IGNORED: () => undefined,
}

const STALLED_GAPS = [3, 7, 5]
const INTRO_GAPS = [7, 10]

const attemptKey = (contact: Contact): string => `attempt ${contact.attempts.length + 1}`

/** The last wait: one line, and the next business day it is over. */
function close(clock: Clock, dueOn: LocalDate): undefined {
  const { contact, today } = clock
  const key = `closing ${contact.attempts.length + contact.nudges}`
  if (today >= after(clock, snoozedTo(clock, key, dueOn), 1)) return become(clock, 'QUIET')
  clock.owe('closing', key, dueOn)
  if (today >= dueOn && contact.state === 'TRYING') become(clock, 'CLOSING')
  return undefined
}

/** The day to which the user snoozed what is due on `dueOn`, if that is later; always a business day. */
function snoozedTo({ contact, practice }: Clock, key: string, dueOn: LocalDate): LocalDate {
  const until = contact.snoozes.get(key) ?? contact.snoozes.get('*')
  return until && until > dueOn ? businessDayFrom(until, practice.calendar) : dueOn
}

/** The update 15 business days after the thank-you, then a touch after 60 days and every 90 (practice 2.2, 8.4). */
function keepInTouch(clock: Clock, metOn: LocalDate, thankedOn: LocalDate): void {
  const { contact, practice, today } = clock
  const updateOn = after(clock, thankedOn, 15)
  const lapsesOn = after(clock, updateOn, 10)
  const wrote = contact.reachedOn && contact.reachedOn > thankedOn ? contact.reachedOn : undefined
  const skipped = contact.skips.get(`update ${metOn}`)
  if (!wrote && !skipped && today < lapsesOn) {
    clock.owe('update', `update ${metOn}`, updateOn)
    return
  }
  const later = contact.touchDays ?? 90
  const latestSkip = [...contact.skips]
    .filter(([key]) => key.startsWith('touch '))
    .map(([, on]) => on)
    .sort()
    .at(-1)
  const from = [wrote ?? skipped ?? lapsesOn, latestSkip ?? ''].sort().at(-1)!
  const isFirst = from === (skipped ?? lapsesOn) || (wrote !== undefined && wrote <= lapsesOn)
  const dueOn = addDays(from, isFirst && !contact.touchDays ? 60 : later)
  clock.owe('touch', `touch ${dueOn}`, businessDayFrom(dueOn, practice.calendar))
}

/** What the user owes those who introduce: practice 2.5, intro_promised, intro_received and intro_met. */
function introductions(clock: Clock): void {
  const { contact, today } = clock
  const promised = contact.introductions.at(-1)
  if (promised?.status === 'promised' && (contact.state === 'MET' || contact.state === 'NETWORK')) {
    // Asked about twice, then it lapses.
    const first = after(clock, promised.on, INTRO_GAPS[0]!)
    const last = after(clock, first, INTRO_GAPS[1]!)
    if (today < last) clock.owe('intro promised', `intro promised ${promised.name} 1`, first)
    else if (today === last) clock.owe('intro promised', `intro promised ${promised.name} 2`, last)
  }
  for (const made of contact.introductions)
    if (made.status === 'received' && !hasWrittenSince(contact, made.on))
      clock.owe('thank introducer', `thank introducer ${made.contact}`, made.on)
  for (const met of contact.introducedMet)
    if (!hasWrittenSince(contact, met.on))
      clock.owe('close loop', `close loop ${met.contact}`, after(clock, met.on, 2))
}

const hasWrittenSince = (contact: Contact, on: LocalDate): boolean =>
  contact.reachedOn !== undefined && contact.reachedOn > on

/** The user has a job: whoever met, introduced, answered or spoke is told, once (practice 2.7). */
function tell({ contact, practice, owe }: Clock): void {
  const helped = contact.hasAnswered || contact.meetings > 0 || contact.introductions.length > 0
  if (practice.search === 'over' && helped && !contact.isTold && !(contact.state in OVER))
    owe('tell', 'tell', practice.hiredOn ?? contact.since)
}

/** What they promised: asked about once, on its day or after ten business days. */
function promises(clock: Clock): void {
  for (const promise of clock.contact.promises) {
    const dueOn = promise.dueOn
      ? businessDayFrom(promise.dueOn, clock.practice.calendar)
      : after(clock, promise.madeOn, 10)
    const isDone = clock.contact.reachedOn !== undefined && clock.contact.reachedOn > promise.madeOn
    if (!isDone && clock.contact.state !== 'QUIET' && !(clock.contact.state in OVER))
      clock.owe('promise', `promise ${promise.madeOn}`, dueOn)
  }
}

const OVER = { DECLINED: 1, IGNORED: 1 }
