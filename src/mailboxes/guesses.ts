import { takeMeeting } from '../core/commands/dates.ts'
import { subjectAnswered } from '../core/mail/answer-prefix.ts'
import type { answeredAuthor } from '../core/mail/answered-author.ts'
import { saysThanks } from '../core/mail/thank-you.ts'
import { addBusinessDays, isBusinessDay } from '../core/practice/business-days.ts'
import { isDayFirst } from '../core/practice/countries.ts'
import { formatDay } from '../core/practice/days.ts'
import { practiceOf } from '../core/practice/due.ts'
import type { Fact } from '../core/practice/events.ts'
import type { Standing } from '../core/practice/standing.ts'
import type { Frame } from '../core/when/frame.ts'
import type { Known } from '../db/gather.ts'
import { newId } from '../db/open.ts'
import type { Decision } from '../decision.ts'
import type { InboundEmail } from '../inbound-email.ts'
import { clockTime } from '../letters/clock-time.ts'
import { typed } from '../letters/first-name.ts'
import type { Moment } from '../moment.ts'

/** What a mail to somebody may be guessed from. */
export type Guessed = {
  mail: InboundEmail
  /** The user's own words in it, and whose mail it answers by its quote. */
  text: string
  author: ReturnType<typeof answeredAuthor>
  contact: { id: number; name: string }
  /** As it met the mail; undefined for somebody new. */
  standing: Standing | undefined
  /** What the mail is recorded as. */
  facts: Fact[]
  known: Known
  moment: Moment
}

/** A question for the Check section, and the facts that each answer records. */
type Guess = { asks: string; answers: Record<string, Fact[]> }

/**
 * What a mail may mean beside what it is recorded as (practice 2.4, rules 7 and 8): asked about, never assumed. The
 * first that fits.
 */
export function guessOf(guessed: Guessed): Decision['question'] {
  const { contact, mail, moment, facts } = guessed
  const { on, at } = moment
  const isPlain = facts.some(({ type }) => type === 'attempted' || type === 'touched' || type === 'replied')
  if (!isPlain) return undefined
  const about = { subject: mail.subject, on, at, messageId: mail.messageId ?? '', contacts: [contact.id] }
  const row = { id: newId(), askedAt: moment.now, answeredAt: null }
  if (mayBeAnswer(guessed)) return { ...row, kind: 'answer', data: { ...about, names: [contact.name] } }
  for (const guess of GUESSES) {
    const found = guess(guessed)
    if (!found) continue
    const answers = Object.fromEntries(
      Object.entries(found.answers).map(([word, made]) => [
        word,
        made.map((fact) => ({ contact: contact.id, fact: { ...fact, on, at } })),
      ]),
    )
    return { ...row, kind: 'guess', data: { ...about, names: [contact.name], asks: found.asks, answers } }
  }
  return undefined
}

/**
 * A mail to somebody who is chased that answers one which we never saw, and quotes nobody whom we know: theirs, or a
 * nudge to one without a BCC. Where the parent is known it is the user's own. Without any parent the subject is a weak
 * sign, and enough to ask.
 */
function mayBeAnswer({ mail, author, standing, facts, known }: Guessed): boolean {
  const isAttempt = facts.some(({ type }) => type === 'attempted')
  const isTold = author === 'user' || typeof author === 'object'
  if (!standing || !CHASED.includes(standing.state) || !isAttempt || isTold) return false
  const parents = mail.inReplyTo.length > 0 ? mail.inReplyTo : mail.references.slice(-1)
  if (parents.length > 0) return !isLogged(parents, mail.references, known)
  const subject = subjectAnswered(mail.subject)
  return subject !== undefined && standing.attempts.some((attempt) => attempt.subject === subject)
}

const CHASED: Standing['state'][] = ['TRYING', 'AWAY', 'CLOSING', 'QUIET']

/** Whether one of these ids is a mail that was logged; by another id that it has, too, where no other can be meant. */
function isLogged(parents: string[], references: string[], { mails }: Known): boolean {
  const isKnown = (id: string): boolean => mails.some(({ messageId }) => messageId === id)
  if (parents.some(isKnown)) return true
  const isByOtherId = mails.some(({ messageId }) => !references.includes(messageId))
  return isByOtherId && references.every((id) => parents.includes(id) || isKnown(id))
}

const GUESSES: ((guessed: Guessed) => Guess | undefined)[] = [
  /** A mail about a meeting that is booked. */
  ({ text, standing, contact, moment }) => {
    const isAhead = standing?.booked.some(({ on }) => on >= moment.on)
    if (!isAhead || !MOVES.test(text)) return undefined
    const first = typed(contact.name)
    return {
      asks: `Moved, or cancelled? Say "# cancelled", or the new time, as in "${first} moved to fri 11".`,
      answers: { cancel: [{ type: 'cancelled' }] },
    }
  },

  /** A time that they agree on. */
  (guessed) => {
    const { text, standing, moment, known } = guessed
    const sentence = text.split(/(?<=[.!?])\s+|\n/).find((part) => CONFIRMS.test(part) && /\d/.test(part))
    const found = sentence && takeMeeting(sentence.replace(CONFIRMS, ' '), frameOf(guessed))
    if (!found || found === 'past') return undefined
    const { startsAt, on } = found.meeting
    if (
      startsAt === undefined ||
      startsAt <= moment.at ||
      standing?.booked.some((set) => set.startsAt === startsAt)
    )
      return undefined
    const { zone } = known.user.settings
    return {
      asks: `A meeting ${formatDay(on, moment.today)} ${clockTime(startsAt, zone)}? From your email of ${formatDay(moment.on)}. Say "# yes" or "# no".`,
      answers: { yes: [{ type: 'booked', meeting: found.meeting }] },
    }
  },

  /** The first mail after a meeting, without a thank. */
  ({ text, standing, moment, known }) => {
    const { calendar } = practiceOf(known.user.settings, known.user.search)
    const metOn = standing?.unthanked.at(-1)
    if (!metOn || saysThanks(text) || moment.on > addBusinessDays(metOn, 5, calendar)) return undefined
    return {
      asks: `Was your email of ${formatDay(moment.on)} the thank-you? Say "# yes" or "# no".`,
      answers: { yes: [{ type: 'thanked' }] },
    }
  },

  /** News of a job. */
  ({ text, standing, known }) =>
    standing?.state === 'NETWORK' && known.user.search === 'searching' && saysHired(text)
      ? { asks: 'Did you get a job? Say "got the job", or "# no".', answers: {} }
      : undefined,
]

/** Whether a mail says that its writer has a new job (practice 2.4, rule 8). */
export const saysHired = (text: string): boolean =>
  /\bI(?:'ve| have)? (?:just )?accepted (?:a|an|the) (?:\w+ )?(?:job|offer|role|position)\b|\bI(?:'m| am|'ll be| will be) (?:joining|starting (?:at|as))\b|\bmy new (?:role|job|position)\b/i.test(
    text.replaceAll('’', "'"),
  )

const MOVES =
  /\bre-?schedul|\bcan(?:'|’)?t make\b|\bcannot make\b|\bunable to make\b|\bneed to (?:move|push|postpone)\b|\bpostpone\b/i
const CONFIRMS =
  /\bconfirm(?:ed|ing)?\b|\bsee you\b|\bworks for me\b|\btalk to you\b|\bspeak (?:to you|then)\b/i

function frameOf({ known, moment }: Guessed): Frame {
  const { settings, search } = known.user
  const { calendar } = practiceOf(settings, search)
  return {
    now: moment.at,
    zone: settings.zone,
    dayFirst: isDayFirst(settings.country),
    isBusinessDay: (on) => isBusinessDay(on, calendar),
  }
}
