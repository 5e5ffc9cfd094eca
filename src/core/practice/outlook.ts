import { type Calendar, isBusinessDay } from './business-days.ts'
import { addDays, weekday } from './days.ts'
import type { LocalDate, Meeting } from './events.ts'
import type { ObligationKind } from './obligation.ts'
import type { Standing } from './standing.ts'

/** What the week after the review brings, as far as is known (practice 3.7). */
export type Outlook = {
  monday: LocalDate
  /** Obligations of the Follow up section that come due. */
  followUps: number
  /** In the order of their time. */
  meetings: { name: string; meeting: Meeting }[]
  /** Days from Monday to Friday on which no digest goes out. */
  daysOff: LocalDate[]
  /** When first emails that are written now are best sent: Tuesday, or the next business day of that week. */
  sendOn?: LocalDate
}

/** The outlook on `today` to the week that begins on the Monday after it. */
export function outlook(
  everyone: { name: string; standing: Standing }[],
  today: LocalDate,
  calendar: Calendar,
): Outlook {
  const monday = addDays(today, (8 - weekday(today)) % 7 || 7)
  const days = [0, 1, 2, 3, 4].map((count) => addDays(monday, count))
  const end = addDays(monday, 7)
  const isAhead = (on: LocalDate): boolean => today < on && on < end
  const sendOn = days.slice(1).find((day) => isBusinessDay(day, calendar))
  return {
    monday,
    followUps: everyone
      .flatMap(({ standing }) => standing.obligations)
      .filter(({ kind, dueOn }) => FOLLOW_UPS.has(kind) && isAhead(dueOn)).length,
    meetings: everyone
      .flatMap(({ name, standing }) =>
        standing.booked.flatMap((meeting) => (isAhead(meeting.on) ? [{ name, meeting }] : [])),
      )
      .sort((a, b) => (keyOf(a.meeting) < keyOf(b.meeting) ? -1 : 1)),
    daysOff: days.filter((day) => !isBusinessDay(day, calendar)),
    ...(sendOn && { sendOn }),
  }
}

const FOLLOW_UPS: ReadonlySet<ObligationKind> = new Set<ObligationKind>([
  'first email',
  'attempt',
  'stalled',
  'closing',
  'retry',
  'new address',
  'promise',
])

const keyOf = ({ on, startsAt = 0 }: Meeting): string => `${on} ${String(startsAt).padStart(15, '0')}`
