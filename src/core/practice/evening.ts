import { instantOf } from '../when/zone.ts'
import type { LocalDate } from './events.ts'
import type { Standing } from './standing.ts'

/** 18:00 in the user's zone (practice 3.1). */
export const eveningInstant = (on: LocalDate, zone: string): number =>
  instantOf(on, { hour: 18, minute: 0 }, zone)

/** A meeting whose length nobody said. */
const MINUTES = 30

/** Whether the evening note speaks of the contact: they met today, or the hour of today's meeting is over; not thanked yet. */
export function isMetToday(
  { state, meeting, metOn, thankedOn }: Standing,
  today: LocalDate,
  now: number,
): boolean {
  if (state === 'MET') return metOn === today && thankedOn === undefined
  if (state !== 'BOOKED' || meeting?.on !== today) return false
  return meeting.startsAt === undefined || meeting.startsAt + (meeting.minutes ?? MINUTES) * 60_000 <= now
}
