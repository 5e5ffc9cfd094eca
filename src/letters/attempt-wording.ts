import { formatDay, shortDay } from '../core/practice/days.ts'
import type { LocalDate } from '../core/practice/events.ts'
import { placeIn } from '../core/practice/pursuit.ts'
import type { Case } from './case.ts'
import { ANSWERED, CALL, EMAIL, SNOOZE } from './gestures.ts'
import type { Wording } from './wording.ts'

/** The next of the five attempts: the move and its place in the plan (practice 2.3, 3.5). */
export function attemptWording(c: Case): Wording {
  if (c.standing.next?.channel === 'call') return callWording(c)
  const { count, email, emails, total, isLast } = place(c)
  const opening = isLast ? 'Last one: email' : `${noAnswer(c)} Email`
  const ordinal = c.standing.next?.channel
    ? `${opening} ${email} of ${emails}, attempt ${count} of ${total}.`
    : `${noAnswer(c)} One more, as you asked, by email or phone.`
  return {
    section: 'FOLLOW UP',
    reason: ordinal,
    draft: isLast && count > 2 ? 'closing note' : 'follow-up',
    gestures: [ANSWERED, SNOOZE],
    minutes: EMAIL,
  }
}

/** "Call Marcus Hale, Northwind, 555 0142. Emails 3 and 12 Nov. Attempt 3 of 5; best 8 to 9 or after 4." */
function callWording(c: Case): Wording {
  const { standing, today } = c
  const { count, total } = place(c)
  const lastCall = standing.attempts.findLast(({ channel }) => channel === 'call')
  const written = standing.attempts.filter(({ channel }) => channel !== 'call').map(({ on }) => on)
  const sentences = []
  if (lastCall)
    sentences.push(
      `Attempt ${count} of ${total}.`,
      lastCall.outcome === 'voicemail'
        ? `You left a voicemail ${formatDay(lastCall.on, today)}: try the other half of the day, no second message.`
        : `You called ${formatDay(lastCall.on, today)}: try the other half of the day.`,
    )
  else
    sentences.push(
      `${written.length === 1 ? 'Email' : 'Emails'} ${dates(written)}.`,
      `Attempt ${count} of ${total}; best 8 to 9 or after 4.`,
    )
  // Asked for once (practice 2.3).
  const isAsked = !standing.phone && !lastCall && !c.contact.shown[c.obligation.key]
  return {
    section: 'FOLLOW UP',
    verb: 'Call',
    ...(standing.phone && { phone: standing.phone }),
    reason: sentences.join(' '),
    ...(isAsked && { aside: NO_NUMBER }),
    gestures: [['Called', 'called no answer'], ANSWERED],
    minutes: CALL,
  }
}

const NO_NUMBER = 'No number yet: the switchboard or a signature may have it, or answer "email only".'

/** Where the next attempt stands in the plan: "email 2 of 3, attempt 2 of 5". */
function place(c: Case) {
  const { made, left } = placeIn(c.standing, c.practice)
  const emailsMade = made.filter((channel) => channel === 'email' || channel === 'letter').length
  const emails = emailsMade + left.filter((channel) => channel === 'email').length
  const count = made.length + 1
  const total = made.length + left.length
  return { count, email: emailsMade + 1, emails, total, isLast: count === total && count > 1 }
}

const noAnswer = (c: Case): string => {
  const last = c.standing.attempts.at(-1)
  return last ? `No answer logged to ${formatDay(last.on, c.today)}.` : 'Nothing has reached them yet.'
}

/** "3 and 12 Nov", "28 Oct and 12 Nov". */
function dates(days: LocalDate[]): string {
  const short = days.map(shortDay)
  const isOneMonth = new Set(days.map((on) => on.slice(0, 7))).size === 1
  const parts = isOneMonth ? short.map((day, i) => (i < short.length - 1 ? day.split(' ')[0]! : day)) : short
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
