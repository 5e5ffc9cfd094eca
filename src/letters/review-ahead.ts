import { formatDay } from '../core/practice/days.ts'
import type { LocalDate } from '../core/practice/events.ts'
import type { FocusFigures } from '../core/practice/focus-week.ts'
import type { Outlook } from '../core/practice/outlook.ts'
import { localTime } from '../core/when/zone.ts'
import { brief } from './brief.ts'
import { clockTime } from './clock-time.ts'
import { list } from './list.ts'
import { dayName, dayRange } from './short-days.ts'

/** "Next week: 7 follow-ups, 1 meeting (Mon 9:30 Kit Moss), no digest Thu or Fri." */
export function outlookSentence({ monday, followUps, meetings, daysOff }: Outlook, zone: string): string {
  const named = meetings.slice(0, MAX_MEETINGS).map(({ name, meeting: { on, startsAt } }) => {
    const time = startsAt === undefined ? '' : ` ${shortTime(startsAt, zone)}`
    return `${on < monday ? formatDay(on) : dayName(on)}${time} ${brief(name, 40)}`
  })
  const more = meetings.length - named.length
  const parts = [
    followUps > 0 && `${followUps} ${followUps === 1 ? 'follow-up' : 'follow-ups'}`,
    meetings.length > 0 &&
      `${meetings.length} ${meetings.length === 1 ? 'meeting' : 'meetings'} (${named.join(', ')}${more > 0 ? ` and ${more} more` : ''})`,
    daysOff.length === 5 ? 'no digests' : daysOff.length > 0 && `no digest ${either(daysOff.map(dayName))}`,
  ].filter((part) => typeof part === 'string')
  return `Next week: ${parts.length > 0 ? parts.join(', ') : 'nothing new is due so far'}.`
}

const MAX_MEETINGS = 3

const either = (names: string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

/** "9:30": without am or pm where it reads as the hour that a reply would mean by it, from 7 to 6 (practice 4.1, 7). */
function shortTime(instant: number, zone: string): string {
  const { hour } = localTime(instant, zone)
  const time = clockTime(instant, zone)
  return hour >= 7 && hour < 19 ? time.replace(/ [ap]m$/, '') : time
}

/** "D.C. week 11 to 15 Jan: 6 of 15 booked. Mon 2, Tue 3 ..." and what is too full (practice 1, row 14). */
export function focusSentences(focus: FocusFigures, notAnswered = 0): string[] {
  const { monday, friday, place, booked, aim, perDay, crowded, tight } = focus
  const days = perDay.map((count, i) => `${NAMES[i]} ${count}`).join(', ')
  const waiting = notAnswered > 0 ? ` ${notAnswered} ${people(notAnswered)} not yet answered.` : ''
  const name = place ? `${place} week` : 'Focus week'
  return [
    `${name} ${dayRange(monday, friday)}: ${booked} of ${aim} booked. ${days}.${waiting}`,
    ...(crowded.length > 0
      ? [`Over four meetings on ${listDays(crowded)}: three to four a day is what works.`]
      : []),
    ...(tight.length > 0 ? [`Under an hour between two meetings on ${listDays(tight)}; they overrun.`] : []),
  ]
}

const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']

const people = (count: number): string => (count === 1 ? 'person' : 'people')

const listDays = (days: LocalDate[]): string => list(days.map((day) => formatDay(day)))
