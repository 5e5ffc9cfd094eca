import { after, type Clock, from } from './clock.ts'

// What the user owes a contact beside its state: thanks for meetings, words about introductions and promises.

/** Business days after which a thank-you becomes an update with thanks in it (practice 2.5, thank_late). */
export const TOO_LATE = 15

/** One for each meeting, every day until it is done. */
export function thanks(clock: Clock): void {
  for (const metOn of clock.contact.unthanked)
    if (clock.today < after(clock, metOn, TOO_LATE)) clock.owe('thank', `thank ${metOn}`, from(clock, metOn))
}

const PROMISED_FIRST = 7
const PROMISED_AGAIN = 10
const LAPSES = 5

/** What the user owes those who introduce (practice 2.5: intro_promised, intro_received, intro_met). */
export function introductions(clock: Clock): void {
  const { contact, today, owe } = clock
  for (const made of contact.introductions) {
    if (made.status === 'received' && !made.isThanked)
      owe('thank introducer', `thank introducer ${made.contact}`, from(clock, made.on))
    if (made.status !== 'promised' || made.isKept) continue
    // Asked about twice, then it lapses.
    const first = after(clock, made.on, PROMISED_FIRST)
    const again = after(clock, first, PROMISED_AGAIN)
    if (today < again && !made.isAnswered) owe('intro promised', `intro promised ${made.name} 1`, first)
    else if (today < after(clock, again, LAPSES))
      owe('intro promised', `intro promised ${made.name} 2`, again)
  }
  for (const met of contact.introducedMet)
    if (!met.isTold) owe('close loop', `close loop ${met.contact}`, after(clock, met.on, 2))
}

/** What they promised: asked about once, on its day or after ten business days. */
export function promises(clock: Clock): void {
  for (const [i, promise] of clock.contact.promises.entries())
    if (!promise.isDone)
      clock.owe(
        'promise',
        `promise ${i + 1}`,
        promise.dueOn ? from(clock, promise.dueOn) : after(clock, promise.madeOn, 10),
      )
}

/** The user has a job: whoever met, introduced, answered or spoke is told, once (practice 2.7). */
export function tell(clock: Clock): void {
  const { contact, practice } = clock
  // Introduced and not yet written to: they expect to hear from the user, too.
  const waits = contact.via !== undefined && contact.attempts.length === 0
  const helped = waits || contact.hasAnswered || contact.meetings > 0 || contact.introductions.length > 0
  const isOut = contact.state === 'DECLINED' || contact.state === 'IGNORED'
  if (practice.search === 'over' && helped && !contact.isTold && !isOut)
    clock.owe('tell', 'tell', from(clock, practice.hiredOn ?? contact.since))
}
