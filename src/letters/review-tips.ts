import { daysBetween, weekday } from '../core/practice/days.ts'
import type { LocalDate, Source } from '../core/practice/events.ts'
import type { Outlook } from '../core/practice/outlook.ts'

/** For a week in which nobody was first written to: a source that was not tried yet, another one each week. */
export function sourceTip(used: Set<Source>, today: LocalDate): string | undefined {
  const unused = SOURCES.filter(([source]) => !used.has(source))
  const week = Math.floor(daysBetween('2026-01-05', today) / 7)
  const name = unused[week % unused.length]?.[1]
  return name && `No ${name} yet.`
}

/** Mail of a Friday waits until Monday, and Monday is full (practice 2.3). */
export const sendTip = ({ sendOn }: Outlook): string | undefined =>
  sendOn && `Write new first emails today, send them ${NAMES[weekday(sendOn)]}.`

const SOURCES: [Source, string][] = [
  ['professor', 'professors'],
  ['alumni', 'alumni'],
  ['mentor', 'former mentors'],
  ['friend', 'friends of the family'],
  ['lecturer', 'guest lecturers'],
  ['news', 'people in the news'],
  ['company site', 'people from company sites'],
]

const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
