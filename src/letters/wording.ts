import { addBusinessDays, isBusinessDay } from '../core/practice/business-days.ts'
import { MAX_CHASED } from '../core/practice/companies.ts'
import { addDays, formatDay, relativeDay } from '../core/practice/days.ts'
import type { LocalDate, Meeting } from '../core/practice/events.ts'
import type { ObligationKind } from '../core/practice/obligation.ts'
import { isRemote } from '../core/practice/place.ts'
import { attemptWording } from './attempt-wording.ts'
import { brief } from './brief.ts'
import { type Case, dayIn, meetingOf } from './case.ts'
import { clockTime } from './clock-time.ts'
import { anyoneElse } from './companies.ts'
import type { DraftKind } from './drafts/draft.ts'
import { firstName } from './first-name.ts'
import { ANSWER, ANSWERED, CALL, DONE, EMAIL, type Gesture, SNOOZE, THANK_YOU, TOUCH } from './gestures.ts'
import { IN_TOUCH } from './in-touch-wording.ts'
import { numberWord } from './number-word.ts'
import { thankYouDraft } from './thank-you-draft.ts'

/** The sections of a digest, in their order (practice 3.3); TELL is for whoever has found a job (practice 2.7). */
export const SECTIONS = [
  'MEETINGS',
  'THANK',
  'ANSWER',
  'TELL',
  'FOLLOW UP',
  'KEEP IN TOUCH',
  'CHECK',
] as const
export type SectionName = (typeof SECTIONS)[number]

/** How an obligation's line reads and what can be done with it by a tap. */
export type Wording = {
  section: SectionName
  verb?: string
  phone?: string
  end?: string
  reason: string
  /** What the first line that has it says in a letter, and the others need not repeat. */
  aside?: string
  draft?: DraftKind
  /** The draft of the thank-you, where no letter comes within a day of the meeting. */
  thanksAhead?: DraftKind
  /** Words to tap, each with the command that it sends. */
  gestures: Gesture[]
  /** What doing it takes, in minutes (practice 3.2). */
  minutes: number
}

/** The line of a due obligation (practice 3.4, 3.5). Undefined for one that has no line of its own. */
export const wordingOf = (c: Case): Wording | undefined => WORDINGS[c.obligation.kind](c)

const WORDINGS: Record<ObligationKind, (c: Case) => Wording | undefined> = {
  meeting: (c) => {
    const meeting = meetingOf(c)
    if (!meeting) return undefined
    const { goal } = meeting
    const time = meeting.startsAt === undefined ? '' : ` ${clockTime(meeting.startsAt, c.settings.zone)}`
    const when = `${capital(relativeDay(meeting.on, c.today))}${time}`
    const place = placeOf(meeting)
    const isToday = meeting.on === c.today
    const isOld = addBusinessDays(meeting.madeOn, 5, c.practice.calendar) < meeting.on
    const confirm = !isToday && isOld ? ' Confirm today?' : ''
    const isAhead = isThanksAhead(c, meeting)
    const after = isAhead
      ? ` After ${isToday ? 'it' : formatDay(meeting.on, c.today)}: the thank-you draft.`
      : ''
    return {
      section: 'MEETINGS',
      reason: `${when}${place}.${confirm}${after}${goal ? ` Goal: ${stopped(brief(goal, MAX_QUOTE))}` : ''}`,
      ...(confirm && { draft: 'confirm' as const }),
      ...(isAhead && { thanksAhead: thankYouDraft(c.standing, false) }),
      gestures: isToday ? [['Met', 'met today']] : [['Cancelled', 'cancelled']],
      minutes: confirm ? EMAIL : 0,
    }
  },

  outcome: (c) => ({
    section: 'MEETINGS',
    reason: `Did you meet ${relativeDay(dayIn(c)!, c.today)}?`,
    aside: 'Say "met" and anything worth keeping: names, promises, next step.',
    // Promised by the letter of before the weekend, it stands in the one after it as well.
    ...(!isInTime(dayIn(c)!, c) && { thanksAhead: thankYouDraft(c.standing, false) }),
    gestures: [
      ['Met', 'met'],
      ['Cancelled', 'cancelled'],
      ['They did not come', "didn't show"],
    ],
    minutes: 0,
  }),

  thank: (c) => {
    const metOn = dayIn(c) ?? c.standing.since
    const late = addBusinessDays(metOn, 5, c.practice.calendar)
    const met =
      c.today > addBusinessDays(metOn, 1, c.practice.calendar)
        ? `Thank-you open since you met ${formatDay(metOn, c.today)}.`
        : `You met ${relativeDay(metOn, c.today)}.`
    const reason = c.today > late ? `${met} Late is fine: one line to ${firstName(c.contact.name)}.` : met
    return {
      section: 'THANK',
      reason,
      draft: thankYouDraft(c.standing, c.today > late),
      gestures: [['Done', 'thanked'], SNOOZE],
      minutes: THANK_YOU,
    }
  },

  card: () => ({
    section: 'THANK',
    verb: 'A card for',
    end: '?',
    reason: 'Optional.',
    gestures: [DONE],
    minutes: 0,
  }),

  answer: (c) => ({
    section: 'ANSWER',
    reason: `Answered ${relativeDay(c.standing.heardOn ?? c.standing.since, c.today)}, waiting for you.`,
    draft: 'answering yes',
    gestures: [['Done', 'replied'], SNOOZE],
    minutes: ANSWER,
  }),

  rebook: (c) => {
    const isMine = c.standing.owed === 'apology'
    return {
      section: 'ANSWER',
      reason: isMine
        ? `Today: you missed the meeting ${relativeDay(c.standing.missedOn ?? c.standing.since, c.today)}. One line of apology.`
        : 'The meeting fell through. Offer two new times.',
      draft: isMine ? 'apology' : 'rebook',
      gestures: [['Done', 'replied'], SNOOZE],
      minutes: ANSWER,
    }
  },

  'intro reply': () => ({
    section: 'ANSWER',
    reason: 'Introduced to you. Answer today, the introducer moved to bcc.',
    draft: 'answering an introduction',
    gestures: [['Done', 'sent'], SNOOZE],
    minutes: ANSWER,
  }),

  'first email': (c) => ({
    section: 'FOLLOW UP',
    reason: `${c.standing.isSuggested && c.standing.viaName ? `${c.standing.viaName} suggested them` : `Added ${formatDay(c.standing.since, c.today)}`}. First email, under 100 words.`,
    draft: 'first email',
    gestures: [['Sent', 'sent'], SNOOZE],
    minutes: EMAIL,
  }),

  attempt: attemptWording,

  stalled: (c) => {
    const { heardOn, reachedOn, since, nudgedBy, phone } = c.standing
    const day = relativeDay(reachedOn ?? since, c.today)
    // Where their answer was not logged itself, it is known only that the user answered it.
    const facts =
      nudgedBy === 'call'
        ? `You called ${day}`
        : heardOn || nudgedBy
          ? `You wrote ${day} about a time`
          : `You answered them ${day}`
    const isCall = c.obligation.key === 'stalled 3'
    return {
      section: 'FOLLOW UP',
      reason: `${facts}, no meeting logged.`,
      ...(isCall
        ? { verb: 'Call', ...(phone && { phone }), gestures: [['Called', 'called no answer'], ANSWERED] }
        : {
            draft: c.obligation.key === 'stalled 1' ? 'nudge' : 'second nudge',
            gestures: [ANSWERED, SNOOZE],
          }),
      minutes: isCall ? CALL : EMAIL,
    }
  },

  closing: (c) => {
    const made = c.standing.attempts.length
    const goneOn = addBusinessDays(c.today, 1, c.practice.calendar)
    const facts =
      c.standing.nudges > 0
        ? 'No word since they answered.'
        : `${numberWord(made)} ${made === 1 ? 'attempt' : 'attempts'}, no answer logged.`
    return {
      section: 'FOLLOW UP',
      reason: `${facts} Moving on ${relativeDay(goneOn, c.today)} unless you say "keep".${
        c.standing.viaName && !c.standing.hasAnswered
          ? ` Let ${firstName(c.standing.viaName)} know? Optional.`
          : ''
      }${hasRoom(c) ? ` ${anyoneElse(c.contact.company!)}` : ''}`,
      gestures: [['Keep', 'keep'], ANSWERED],
      minutes: 0,
    }
  },

  retry: (c) => ({
    section: 'FOLLOW UP',
    reason: `They said to try again${c.standing.retryReason ? `: ${stopped(brief(c.standing.retryReason, MAX_QUOTE))}` : '.'} Asking again works better than one expects.`,
    draft: 'trying again',
    gestures: [['Sent', 'sent'], ANSWERED, SNOOZE],
    minutes: EMAIL,
  }),

  'new address': (c) => ({
    section: 'FOLLOW UP',
    reason: `The mail came back ${relativeDay(c.standing.since, c.today)}. Another address?`,
    aside: 'Say "new email ..." after the number.',
    gestures: [SNOOZE],
    minutes: EMAIL,
  }),

  'gracious reply': () => ({
    section: 'ANSWER',
    reason: 'Said no. A line of thanks leaves the door open; optional.',
    draft: 'answer to a no',
    gestures: [DONE, ['Skip', 'skip']],
    minutes: ANSWER,
  }),

  promise: (c) => {
    const promise = c.standing.promises.find((_, i) => c.obligation.key === `promise ${i + 1}`)
    return {
      section: 'FOLLOW UP',
      reason: `A promise of ${formatDay(promise?.madeOn ?? c.standing.since, c.today)}: "${brief(promise?.text ?? '', MAX_QUOTE)}". Ask?`,
      gestures: [DONE, SNOOZE],
      minutes: EMAIL,
    }
  },

  ...IN_TOUCH,
  'second person': () => undefined,
  'thank introducer': (c) => {
    const made = c.standing.introductions.find(
      (intro) => intro.status === 'received' && c.obligation.key === `thank introducer ${intro.contact}`,
    )
    const name = made?.status === 'received' && made.name ? made.name : 'somebody'
    return {
      section: 'ANSWER',
      reason: `Introduced you to ${name}. A line of thanks.`,
      gestures: [DONE, SNOOZE],
      minutes: ANSWER,
    }
  },

  tell: (c) => {
    const { metOn, introductions } = c.standing
    const isIntroducer = introductions.some(({ status }) => status === 'received')
    const how = isIntroducer
      ? 'Introduced you.'
      : metOn
        ? `You met ${formatDay(metOn, c.today)}.`
        : 'Answered you.'
    return {
      section: 'TELL',
      reason: `${how} Tell them about the job.`,
      draft: isIntroducer ? 'got the job introducer' : metOn ? 'got the job met' : 'got the job not met',
      gestures: [['Told', 'told'], SNOOZE],
      minutes: TOUCH,
    }
  },

  check: () => undefined,
}

/** Whether, this one given up, somebody else of their company may be written to. */
const hasRoom = ({ contact, standing, chasedThere = 1 }: Case): boolean =>
  contact.company !== undefined && !standing.hasAnswered && chasedThere - 1 < MAX_CHASED

/**
 * Whether this is the last letter before a meeting of which none comes within a day: one on a weekend or a holiday, or
 * on the day before them (practice 2.6).
 */
const isThanksAhead = (c: Case, { on }: Meeting): boolean =>
  !isInTime(on, c) && addBusinessDays(c.today, 1, c.practice.calendar) > on

/** Whether a letter comes on the day of the meeting and on the day after it. */
const isInTime = (on: LocalDate, { practice: { calendar } }: Case): boolean =>
  isBusinessDay(on, calendar) && isBusinessDay(addDays(on, 1), calendar)

/** " by phone", ", 40 Main St", or nothing. */
const placeOf = ({ place }: Meeting): string =>
  !place ? '' : isRemote(place) ? ` by ${place.replace(/^by /i, '')}` : `, ${place}`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Characters of what the user wrote once that a line shows. */
const MAX_QUOTE = 100

const stopped = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
