import type { Settings as Asked, Context } from '../core/commands/order.ts'
import { readCountry } from '../core/practice/countries.ts'
import { addDays, mondayOf } from '../core/practice/days.ts'
import type { LocalDate } from '../core/practice/events.ts'
import type { Settings } from '../core/practice/settings.ts'
import type { Decision } from '../decision.ts'

/** What the settings in a reply change of the user; undefined where nothing does. */
export function changesOf(asked: Asked, settings: Settings, today: LocalDate): Decision['user'] {
  const changed: Changed = {
    ...(asked.tz && { zone: asked.tz }),
    ...(asked.digestAt && { digestAt: minutesOf(asked.digestAt) }),
    ...(asked.country && readCountry(asked.country) && { country: readCountry(asked.country)! }),
    ...(asked.plan && { plan: asked.plan }),
    ...(asked.target && { target: asked.target }),
    ...(asked.name && { name: asked.name }),
    ...(asked.phone && { phone: asked.phone }),
    ...(asked.line && { line: asked.line }),
    ...(asked.skipOn && { daysOff: [...(settings.daysOff ?? []), asked.skipOn] }),
    ...(asked.evenings !== undefined && { hasEvenings: asked.evenings }),
    ...(asked.cards !== undefined && { cards: asked.cards }),
    ...focusOf(asked, settings),
    ...pausesOf(asked, settings, today),
    ...jobOf(asked, settings, today),
  }
  const search =
    asked.status === 'stopped' || asked.status === 'over' || asked.status === 'searching'
      ? asked.status
      : undefined
  if (Object.keys(changed).length === 0 && !search) return undefined
  return { ...(Object.keys(changed).length > 0 && { settings: changed }), ...(search && { search }) }
}

/** The focus week, while it is not over. */
export const weekAhead = ({ focusWeek }: Settings, today: LocalDate): Pick<Context, 'focusWeek'> =>
  focusWeek && addDays(mondayOf(focusWeek.from), 4) >= today ? { focusWeek } : {}

/** Merged into what is stored, where an absent place would let an old one stand. */
function focusOf(asked: Asked, { focusWeek }: Settings): Pick<Changed, 'focusWeek'> {
  const set = asked.focusWeek
  const hasMembers = asked.hasFocusMembers === true
  if (set)
    return { focusWeek: { from: set.from, place: set.place ?? null, perDay: set.perDay ?? null, hasMembers } }
  return hasMembers && focusWeek ? { focusWeek: { ...focusWeek, hasMembers } } : {}
}

/** A job found ends the search on this day; a new search keeps the people and not the chases (practice 2.7). */
function jobOf(asked: Asked, { hiredOn, searchesEnded = [] }: Settings, today: LocalDate): Changed {
  if (asked.status === 'over')
    return { hiredOn: hiredOn ?? today, ...(asked.hiredAt && { hiredAt: asked.hiredAt }) }
  if (asked.status !== 'searching' || !hiredOn) return {}
  return {
    hiredOn: null,
    hiredAt: null,
    // On the day itself it was a slip.
    ...(hiredOn < today && { searchesEnded: [...searchesEnded, hiredOn] }),
  }
}

type Changed = NonNullable<NonNullable<Decision['user']>['settings']>

/** A pause is a span of days off; "resume" ends the running one today (practice 2.1). */
function pausesOf(asked: Asked, { pauses = [] }: Settings, today: LocalDate): Pick<Settings, 'pauses'> {
  if (asked.status === 'paused' && !asked.pausedUntil)
    return { pauses: [...pauses, { from: today, until: addDays(today, OPEN_PAUSE) }] }
  if (asked.pausedUntil) return { pauses: [...pauses, { from: today, until: asked.pausedUntil }] }
  if (asked.status !== 'searching') return {}
  const running = pauses.filter(({ until }) => until > today)
  if (running.length === 0) return {}
  const ended = pauses.map((pause) => (pause.until > today ? { ...pause, until: today } : pause))
  return { pauses: ended.filter(({ from, until }) => from < until) }
}

/** A pause without an end, in days. */
const OPEN_PAUSE = 365

/** "06:45" in minutes after midnight. */
function minutesOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number)
  return hour! * 60 + minute!
}
