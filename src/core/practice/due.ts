import type { LocalDate } from './events.ts'
import type { Obligation, ObligationKind } from './obligation.ts'
import { COLD } from './plan.ts'
import type { Settings } from './settings.ts'
import type { Standing } from './standing.ts'
import type { Practice } from './timers.ts'

/** The practice by which a user's contacts are looked at. */
export const practiceOf = (settings: Settings, search: Practice['search']): Practice => ({
  calendar: { country: settings.country, daysOff: settings.daysOff ?? [], pauses: settings.pauses ?? [] },
  plan: settings.plan ?? COLD,
  search,
  ...(settings.hiredOn && { hiredOn: settings.hiredOn }),
  ...(settings.searchesEnded && { searchesEnded: settings.searchesEnded }),
  ...(settings.focusWeek && {
    focusOn: settings.focusWeek.from,
    hasFocusMembers: settings.focusWeek.hasMembers === true,
  }),
  ...(settings.cards === false && { isWithoutCards: true as const }),
})

/**
 * How many digests show an obligation at most, for those that are not repeated until they are done (practice 2.2, 2.5).
 */
const SHOWINGS: Partial<Record<ObligationKind, number>> = {
  'second person': 1,
  'new address': 1,
  'gracious reply': 1,
  promise: 1,
  'intro promised': 1,
  card: 2,
}

/** Whether an obligation has been shown as often as it is. `shown` counts by key. */
export const isSpent = ({ kind, key }: Obligation, shown: Record<string, number>): boolean =>
  (shown[key] ?? 0) >= (SHOWINGS[kind] ?? Infinity)

/**
 * The earliest day on which the contact has to be looked at again; undefined: not before something happens. What was
 * shown as often as it is asks for no further look.
 */
export const lookAgainOn = (
  standing: Standing | undefined,
  shown: Record<string, number>,
): LocalDate | undefined => standing?.obligations.find((obligation) => !isSpent(obligation, shown))?.dueOn
