import { instantOf } from '../when/zone.ts'
import type { LocalDate } from './events.ts'
import type { Standing } from './standing.ts'

/** 18:00 in the user's zone (practice 3.1). */
export const eveningInstant = (on: LocalDate, zone: string): number =>
  instantOf(on, { hour: 18, minute: 0 }, zone)

/** A meeting whose length nobody said. */
const MINUTES = 30

/** Whether the evening note speaks of the contact: they met today, or the hour of today's meeting is over; not thanked yet. */
export function isMetToday({ state, booked, unthanked }: Standing, today: LocalDate, now: number): boolean {
  if ((state === 'MET' || state === 'BOOKED') && unthanked.includes(today)) return true
  return booked.some(
    ({ on, startsAt = 0, minutes = MINUTES }) => on === today && startsAt + minutes * 60_000 <= now,
  )
}
