import { formatDay } from '../core/practice/days.ts'
import type { LocalDate } from '../core/practice/events.ts'
import type { Standing } from '../core/practice/standing.ts'

/**
 * Who is waiting when the user finds a job, and what follows (practice 2.7). The standings are those of before: people
 * who are talked to, met soon, or introduced and not yet written to.
 */
export function hiredLines(
  people: { name: string; standing: Standing | undefined }[],
  today: LocalDate,
): string[] {
  const waiting = people.flatMap(({ name, standing }) => {
    const why = standing && reasonOf(standing, today)
    return why ? [{ name, why, place: PLACES.indexOf(standing.state) }] : []
  })
  waiting.sort((a, b) => a.place - b.place || (a.name < b.name ? -1 : 1))
  const names = waiting.map(({ name, why }) => `${name} (${why})`)
  const chased = people.filter(({ standing }) => standing && CHASED.has(standing.state)).length
  return [
    ...(waiting.length > 0
      ? [
          `${waiting.length} ${waiting.length === 1 ? 'person expects' : 'people expect'} to hear from you: ${names.join(', ')}. Meet anyway, or tell them?`,
        ]
      : []),
    ...(chased > 0
      ? [`Follow-ups end: ${chased} ${chased === 1 ? 'person is' : 'people are'} left in peace.`]
      : []),
    'Everyone who answered, met you or introduced somebody comes in the next letters, five a day, each with a draft.',
    'Start over at any time with "searching again".',
  ]
}

/** Those who answered, those met soon, those introduced. */
const PLACES = ['TALKING', 'BOOKED', 'LEAD']

const CHASED = new Set(['TRYING', 'CLOSING', 'AWAY', 'BOUNCED', 'LEAD'])

function reasonOf(standing: Standing, today: LocalDate): string | undefined {
  const { state, ball, owed, booked, via, attempts } = standing
  const meeting = booked.find(({ on }) => on >= today)
  if (meeting) return `meets you ${formatDay(meeting.on, today)}`
  if (state === 'TALKING') return owed === 'new times' && ball === 'me' ? 'waits for a new time' : 'answered'
  return via !== undefined && attempts.length === 0 && state === 'LEAD' ? 'introduced' : undefined
}
