import type { LocalDate } from './events.ts'
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
})

/**
 * The earliest day on which the contact has to be looked at again; undefined: not before something happens. A
 * hint that was shown once asks for no further look.
 */
export function lookAgainOn(
  standing: Standing | undefined,
  shown: Record<string, number>,
): LocalDate | undefined {
  return standing?.obligations.find(({ kind, key }) => !(kind === 'second person' && shown[key]))?.dueOn
}
