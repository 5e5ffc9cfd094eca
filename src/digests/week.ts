import { isChased } from '../core/practice/companies.ts'
import { addDays, mondayOf } from '../core/practice/days.ts'
import { practiceOf } from '../core/practice/due.ts'
import type { LocalDate } from '../core/practice/events.ts'
import type { FocusWeek } from '../core/practice/focus-week.ts'
import { isFirstReview, isReviewDay } from '../core/practice/review-day.ts'
import { signOfLife } from '../core/practice/sign-of-life.ts'
import { standingOf } from '../core/practice/standing.ts'
import type { Practice } from '../core/practice/timers.ts'
import { figuresFrom } from '../core/practice/week.ts'
import { instantOf, localDate } from '../core/when/zone.ts'
import type { KnownContact } from '../db/contacts.ts'
import type { Morning } from '../db/morning.ts'
import type { User } from '../db/users.ts'
import type { Week, WeekAsked } from '../db/week.ts'
import type { ReviewFacts } from '../letters/review-input.ts'
import { FOLDED, LOUDEST } from '../letters/selection.ts'

/** The weeks to read where today is the day of a review (practice 3.1). */
export function weekAsked({ user, today }: { user: User; today: LocalDate }): WeekAsked[] {
  const { settings, search } = user
  if (search !== 'searching' || !isReviewDay(today, practiceOf(settings, search).calendar)) return []
  const since = instantOf(figuresFrom(today), { hour: 0, minute: 0 }, settings.zone)
  const ahead = addDays(today, WEEK_AHEAD)
  const focusEnd = settings.focusWeek && addDays(mondayOf(settings.focusWeek.from), 4)
  return [{ userId: user.id, since, until: focusEnd && focusEnd > ahead ? focusEnd : ahead }]
}

/** From any review day to the Sunday after the Monday that follows it. */
const WEEK_AHEAD = 13

/** What the review of a week is made of. */
export function weekFacts({ user, today, contacts }: Morning, week: Week, practice: Practice): ReviewFacts {
  const standingsOf = (people: KnownContact[]) =>
    people.flatMap(({ name, shown, history }) => {
      const standing = standingOf(history, practice, today)
      return standing ? [{ name, shown, standing }] : []
    })
  const { zone, focusWeek } = user.settings
  /** Of the people who are wanted for the week: those who are chased. Whoever is due is folded, days end no other's chase. */
  const notAnswered = ({ from, hasMembers }: FocusWeek): number => {
    const due = new Map(contacts.map(({ id, history }) => [id, standingOf(history, practice, today)?.state]))
    const states = week.everyone.flatMap(({ id, reach, dueOn }) => {
      const isWanted = !hasMembers || reach.focusWeek === mondayOf(from)
      const state = due.has(id) ? due.get(id) : dueOn ? reach.state : undefined
      return isWanted && state ? [state] : []
    })
    return states.filter((state) => isChased({ state })).length
  }
  return {
    today,
    zone,
    practice,
    active: week.active,
    everyone: week.everyone,
    ahead: standingsOf(week.ahead),
    applications: week.applications,
    interviews: week.interviews,
    waiting: standingsOf(contacts).flatMap(({ name, shown, standing }) =>
      standing.obligations.some(({ kind, key }) => FOLDED.has(kind) && (shown[key] ?? 0) >= LOUDEST)
        ? [name]
        : [],
    ),
    ...(focusWeek && { focus: { ...focusWeek, notAnswered: notAnswered(focusWeek) } }),
    isFirstOfMonth: isFirstReview(today, practice.calendar),
    isQuiet: signOfLife(localDate(user.seenAt, zone), today, practice.calendar) !== 'there',
  }
}
