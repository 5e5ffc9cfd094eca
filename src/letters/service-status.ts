import { addDays, formatDay } from '../core/practice/days.ts'
import { utcDay } from '../core/practice/lifetime.ts'
import type { ServiceFigures } from '../db/service.ts'
import { list } from './list.ts'

/**
 * How the service does, for its owner: the week by day, what waits, and whether the clock runs.
 *
 * @param said the words for each refusal, by its name
 */
export function serviceLines(
  figures: ServiceFigures,
  said: Record<string, string>,
  { now, perHour }: { now: number; perHour: number },
): string[] {
  const { users, waiting, room, held, latestDigestAt, overdue } = figures
  const today = utcDay(now)
  const days = Array.from({ length: 7 }, (_, i) => addDays(today, i - 6))
  return [
    `Users: ${users.count}, ${users.stopped} of them stopped, ${users.paused} with letters paused.`,
    ...days.map((day) => dayLine(day, figures, said)),
    `Letters that wait: ${waiting.count}${waiting.oldestAt === null ? '' : `, the oldest since ${instant(waiting.oldestAt)}`}; ${waiting.paused} more until a pause ends.`,
    room > 0
      ? `Limit: ${number(perHour)} letters an hour, ${number(3 * perHour)} a day; ${number(room)} may go out now.`
      : `Letters are held back by the limit of ${number(perHour)} an hour and ${number(3 * perHour)} a day.`,
    `Mails held for a user's word: ${held}.`,
    `Latest digest: ${latestDigestAt === null ? 'none yet' : instant(latestDigestAt)}. ${
      overdue.since === null
        ? 'Nobody waits for one.'
        : `${overdue.count} should have been looked at since ${instant(overdue.since)}: the clock does not run, or digests fail.`
    }`,
  ]
}

/** "Thu 12 Nov: 31 mails and taps logged something, 29 letters sent, 0 failed; refused 3 of strangers, 1 forged." */
function dayLine(
  day: string,
  { logged, letters, refused }: ServiceFigures,
  said: Record<string, string>,
): string {
  const { sent = 0, refused: failed = 0 } = letters.find((one) => one.day === day) ?? {}
  const count = logged.find((one) => one.day === day)?.count ?? 0
  const why = refused
    .filter((one) => one.day === day)
    .map((one) => `${one.count} ${said[one.why] ?? one.why}`)
  return `${formatDay(day)}: ${count} mails and taps logged something, ${sent} letters sent, ${failed} failed; refused ${list(why) || 'none'}.`
}

/** "Thu 12 Nov 14:30 UTC" */
const instant = (at: number): string =>
  `${formatDay(utcDay(at))} ${new Date(at).toISOString().slice(11, 16)} UTC`

const number = (n: number): string => n.toLocaleString('en-US')
