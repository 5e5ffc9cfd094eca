import { instantOf, localDate } from '../when/zone.ts'
import { businessDayFrom } from './business-days.ts'
import { addDays } from './days.ts'
import { practiceOf } from './due.ts'
import type { LocalDate } from './events.ts'
import type { Settings } from './settings.ts'

/** The instant at which the digest of a day goes out: the user's clock decides, across daylight saving (practice 3.1). */
export const digestInstant = (on: LocalDate, { digestAt, zone }: Settings): number =>
  instantOf(on, { hour: Math.floor(digestAt / 60), minute: digestAt % 60 }, zone)

/** The first instant after `now` at which a digest may go out: the user's hour on a business day. */
export function nextDigestAt(settings: Settings, now: number): number {
  const { calendar } = practiceOf(settings, 'searching')
  const today = localDate(now, settings.zone)
  const first = digestInstant(today, settings) > now ? today : addDays(today, 1)
  return digestInstant(businessDayFrom(first, calendar), settings)
}
