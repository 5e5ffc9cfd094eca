import { deedsOf } from '../core/practice/deeds.ts'
import type { Event, LocalDate } from '../core/practice/events.ts'
import type { Practice } from '../core/practice/timers.ts'

/** The counts of the whole search, a line each (practice 4.2, 101). `since`: the end of an earlier search. */
export function statsLines(
  people: { id: number; history: Event[] }[],
  applied: { on: LocalDate; count: number; isInterview: boolean }[],
  practice: Practice,
  since: LocalDate = '',
): string[] {
  const deeds = people.flatMap(({ id, history }) => deedsOf(id, history, practice)?.deeds ?? [])
  const isIn = ({ on }: { on: LocalDate }): boolean => on > since
  const attempts = deeds.flatMap((one) => one.attempts).filter(isIn)
  const by = (channel: string): number => attempts.filter((made) => made.channel === channel).length
  const applications = applied.filter(isIn)
  const counts: [string, number][] = [
    ['People written to', deeds.filter((one) => !one.wroteFirst && one.attempts.some(isIn)).length],
    ['Emails', by('email')],
    ['Calls', by('call')],
    ['Messages and letters', by('message') + by('letter')],
    ['People who answered', deeds.filter(({ answer }) => answer && isIn(answer)).length],
    ['Meetings held', deeds.flatMap(({ meetings }) => meetings).filter(isIn).length],
    ['Thank-yous', deeds.flatMap(({ thanks }) => thanks).filter((on) => on > since).length],
    ['Introductions', introductions(deeds.flatMap((one) => one.introductions).filter(isIn))],
    ['Applications', applications.reduce((sum, { count }) => sum + count, 0)],
    ['Job interviews', applications.filter(({ isInterview }) => isInterview).length],
  ]
  const shown = counts.filter(([name, count], i) => count > 0 || (i < 6 && name !== 'Messages and letters'))
  return shown.map(([name, count]) => `${name}: ${count}.`)
}

/** Both sides tell of one introduction. */
const introductions = (made: { person: number }[]): number => new Set(made.map(({ person }) => person)).size
