import type { Clock } from './clock.ts'
import { after, become, close, from } from './clock.ts'
import type { Contact } from './contact.ts'
import { mondayOf } from './days.ts'
import type { Channel, LocalDate } from './events.ts'
import { inTimeFor } from './focus-pace.ts'
import { COLD, EMAIL_ONLY, type Next, nextStep, type Plan, readPlan, WARM } from './plan.ts'
import type { Practice } from './timers.ts'

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

/** Where a contact stands in the plan: what was made of it, what is next, and how many steps are left. */
export type Place = { made: Channel[]; next: Next; left: Channel[] }

export function placeIn(contact: Contact, practice: Practice): Place {
  const { plan: text, withoutCalls } = planOf(contact, practice)
  const own = readPlan(text) ?? readPlan(COLD)!
  const made = counted(contact, own, withoutCalls)
  const last = contact.attempts.at(-1)?.on ?? contact.since
  const plan = isInFocus(contact, practice) ? inTimeFor(practice, own, made, withoutCalls, last) : own
  const { taken, skippedGap } = withPasses(contact, plan, made, withoutCalls)
  const next = nextStep(plan, taken, withoutCalls)
  return { made, next: { ...next, gap: next.gap + skippedGap }, left: stepsLeft(plan, taken, withoutCalls) }
}

/** Whether the focus week's pace is theirs: those who were named for it, else everybody's. */
const isInFocus = ({ focusWeek }: Contact, { focusOn, hasFocusMembers }: Practice): boolean =>
  focusOn !== undefined && (!hasFocusMembers || focusWeek === mondayOf(focusOn))

/**
 * The attempts that count: all of them. Of those made before somebody said "not now", no more than leave two to make
 * (practice 2.2, DEFERRED).
 */
function counted({ attempts, deferredOn }: Contact, plan: Plan, withoutCalls: boolean): Channel[] {
  const isBefore = (on: LocalDate): boolean => deferredOn !== undefined && on <= deferredOn
  const before = attempts.filter(({ on }) => isBefore(on)).map(({ channel }) => channel)
  const since = attempts.filter(({ on }) => !isBefore(on)).map(({ channel }) => channel)
  while (before.length > 0 && stepsLeft(plan, before, withoutCalls).length < 2) before.pop()
  return [...before, ...since]
}

/** A step that the user skipped is taken without an attempt; its gap goes to the next one (practice 2.3, rule 2). */
function withPasses(
  { attempts, passes }: Contact,
  plan: Plan,
  made: Channel[],
  withoutCalls: boolean,
): { taken: Channel[]; skippedGap: number } {
  const last = attempts.at(-1)?.on ?? ''
  const taken = [...made]
  let skippedGap = 0
  for (const on of passes) {
    const { channel, gap } = nextStep(plan, taken, withoutCalls)
    if (!channel) break
    taken.push(channel)
    if (on >= last) skippedGap += gap
  }
  return { taken, skippedGap }
}

function stepsLeft(plan: Plan, taken: Channel[], withoutCalls: boolean): Channel[] {
  const left: Channel[] = []
  for (;;) {
    const { channel } = nextStep(plan, [...taken, ...left], withoutCalls)
    if (!channel) return left
    left.push(channel)
  }
}

/** The next attempt by the plan; after the last one the closing line, unless the user keeps the contact. */
export function pursue(clock: Clock): Next | undefined {
  const { contact, practice } = clock
  const { next } = placeIn(contact, practice)
  const last = contact.attempts.at(-1)?.on ?? contact.since
  const planned = from(clock, after(clock, last, next.gap))
  const back = backOn(clock)
  if (!next.channel) {
    if (!contact.keptOn) return close(clock, back && back > planned ? back : planned)
    if (contact.state === 'CLOSING') become(clock, 'TRYING')
    clock.owe('attempt', attemptKey(contact), after(clock, contact.keptOn, 1))
    return { gap: 1 }
  }
  if (contact.state === 'CLOSING') become(clock, 'TRYING')
  if (contact.attempts.length === 1 && contact.state === 'TRYING')
    clock.owe('second person', 'second person', after(clock, last, 3))
  clock.owe('attempt', attemptKey(contact), back ?? planned)
  return next
}

/** Out of office: two business days after they are back, or five after the note that does not say (practice 2.2). */
export function backOn(clock: Clock): LocalDate | undefined {
  const { awayOn, awayUntil } = clock.contact
  if (awayUntil) return after(clock, awayUntil, 2)
  return awayOn && after(clock, awayOn, 5)
}

/** "Not now, try in March": on that day, and the attempts go on from where they were. */
export function retry(clock: Clock): Next | undefined {
  const { contact, practice, today } = clock
  const dueOn = from(clock, contact.retryOn ?? contact.since)
  if (today >= dueOn && contact.state === 'DEFERRED') become(clock, 'TRYING')
  clock.owe('retry', `retry ${contact.retryOn}`, dueOn)
  return placeIn(contact, practice).next
}

const attemptKey = ({ attempts, passes }: Contact): string => `attempt ${attempts.length + passes.length + 1}`
