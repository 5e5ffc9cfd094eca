import { isBusinessDay } from '../core/practice/business-days.ts'
import { type Colleagues, isChased, withinCompanies } from '../core/practice/companies.ts'
import { digestInstant, nextDigestAt } from '../core/practice/digest-time.ts'
import { lookAgainOn, practiceOf } from '../core/practice/due.ts'
import { eveningInstant } from '../core/practice/evening.ts'
import type { LocalDate } from '../core/practice/events.ts'
import type { Obligation } from '../core/practice/obligation.ts'
import { isMonthlyDay } from '../core/practice/review-day.ts'
import { signOfLife } from '../core/practice/sign-of-life.ts'
import { type Standing, standingOf } from '../core/practice/standing.ts'
import type { Practice } from '../core/practice/timers.ts'
import { localDate } from '../core/when/zone.ts'
import type { Morning, MorningEnd } from '../db/morning.ts'
import { newToken } from '../db/open.ts'
import type { Week } from '../db/week.ts'
import type { Deps } from '../deps.ts'
import { faultOf } from '../fault.ts'
import type { Case } from '../letters/case.ts'
import { companySentences } from '../letters/companies.ts'
import { type Digest, digest } from '../letters/digest.ts'
import { coachingOf, loggedEntries, loggedSentences } from '../letters/logged.ts'
import { lastLetter, type Review, review } from '../letters/review.ts'
import { reviewInput } from '../letters/review-input.ts'
import { gestureLinks } from '../links.ts'
import { addressesOf, enclosed } from './enclose.ts'
import { weekFacts } from './week.ts'

/** One user's morning: the digest, if anything is due, and what follows for the contacts looked at. */
export async function morningEnd(morning: Morning, week: Week | undefined, deps: Deps): Promise<MorningEnd> {
  const { user, today } = morning
  const { settings } = user
  const end: MorningEnd = {
    user,
    now: deps.now,
    loggedUntil: morning.loggedUntil,
    nextDigestAt: user.search === 'stopped' ? null : nextDigestAt(settings, deps.now),
    contacts: [],
  }
  const practice = practiceOf(settings, user.search)
  // A tick after midnight that comes too early for this day: the look that was missed is caught up in the morning.
  const isEarly = deps.now < digestInstant(today, settings)
  if (user.search === 'stopped' || isEarly || !isBusinessDay(today, practice.calendar)) return end
  const looked = morning.contacts.map((contact) => ({
    contact,
    standing: standingOf(contact.history, practice, today),
  }))
  const isOver = user.search === 'over'
  const life =
    user.search === 'searching' || isOver
      ? signOfLife(localDate(user.seenAt, settings.zone), today, practice.calendar)
      : 'there'
  // With a job found letters never end by themselves: a coffee is due half a year later all the same.
  if (life === 'gone' && !isOver) end.nextDigestAt = null
  // Nobody there: letters on the day of the review only, and then one last (practice 8.2).
  const isSilent = life === 'quiet' && !week && !isOver
  if (isSilent) return end
  const colleaguesAt = colleaguesIn(morning, looked)
  const due: Case[] = looked.flatMap(({ contact, standing }) =>
    (standing?.obligations ?? [])
      .filter((obligation) => obligation.dueOn <= today && isTimely(obligation, practice, today, life))
      .map((obligation) => ({
        ...{ obligation, contact, standing: standing!, practice, settings, today },
        ...(contact.company && { chasedThere: colleaguesAt(contact.company).chased }),
        lately: morning.lately,
        introducerAddress: morning.introducers.get(contact.id),
      })),
  )
  const cases = withinCompanies(due, colleaguesAt)
  const token = newToken()
  const letter = digest({
    today,
    settings,
    practice,
    cases,
    logged: {
      sinceOn: localDate(user.digestedAt, settings.zone),
      entries: loggedEntries(morning.logged),
      sentences: [
        ...loggedSentences(morning.logged),
        ...(user.search === 'searching' ? companySentences(morning.logged, colleaguesAt) : []),
      ],
    },
    coaching: coachingOf(morning.logged),
    ...reviewOf(morning, week, practice),
    ...(life === 'gone' && !isOver && { last: lastLetter(deps.now, settings.zone) }),
    questions: morning.questions,
    ...(await addressesOf(user, token, deps)),
    gestureLink: gestureLinks(user, today, deps.config),
  })
  end.contacts = looked.map(({ contact, standing }) => {
    const shown = showings(contact, standing?.obligations.map(({ key }) => key) ?? [], letter)
    return { id: contact.id, dueOn: lookAgainOn(standing, shown) ?? null, shown }
  })
  if (letter) end.digest = await enclosed(letter, 'morning', token, morning, deps)
  const isMeetingDay = looked.some(({ standing }) => standing?.booked.some(({ on }) => on === today))
  const evening = eveningInstant(today, settings.zone)
  if (settings.hasEvenings && isMeetingDay && evening > deps.now) end.nextDigestAt = evening
  return end
}

/** The people of a company, those who are looked at and the others. */
function colleaguesIn(
  { colleagues }: Morning,
  looked: { contact: { company?: string }; standing: Standing | undefined }[],
): (company: string) => Colleagues {
  const chased = looked.filter(({ standing }) => standing && isChased(standing))
  return (company) => {
    const { chased: others = 0, known = 0 } = colleagues.get(company) ?? {}
    return { chased: others + chased.filter(({ contact }) => contact.company === company).length, known }
  }
}

/** The week's review; one that cannot be made must not keep the day's lines from the user. */
function reviewOf(morning: Morning, week: Week | undefined, practice: Practice): { review?: Review } {
  if (!week) return {}
  try {
    return { review: review(reviewInput(weekFacts(morning, week, practice))) }
  } catch (error) {
    console.error('review failed', morning.user.id, faultOf(error))
    return {}
  }
}

/**
 * With a job found, only what people wait for has its own day; the rest comes once a month (practice 2.7). Where the
 * user gives no sign of life nothing but a meeting has.
 */
const isTimely = (
  { kind }: Obligation,
  { search, calendar }: Practice,
  today: LocalDate,
  life: 'there' | 'quiet' | 'gone',
): boolean =>
  search === 'searching' ||
  (life === 'there' ? AWAITED.has(kind) : kind === 'meeting') ||
  isMonthlyDay(today, calendar)

const AWAITED = new Set<Obligation['kind']>([
  'meeting',
  'outcome',
  'thank',
  'answer',
  'rebook',
  'tell',
  'promise',
])

/**
 * How often each open obligation was shown, this digest counted; those that are no longer open are forgotten, but for
 * the hint, which is never given a second time.
 */
function showings(
  { id, shown }: Case['contact'],
  open: string[],
  letter: Digest | undefined,
): Record<string, number> {
  const now = new Set(letter?.shown.filter(({ contact }) => contact === id).map(({ key }) => key))
  return Object.fromEntries(
    [...new Set([...open, 'second person'])].flatMap((key) => {
      const count = (shown[key] ?? 0) + (now.has(key) ? 1 : 0)
      return count > 0 ? [[key, count]] : []
    }),
  )
}
