import type { LocalDate } from '../practice/events.ts'
import type { Frame, Kind, TimeOfDay, When } from '../when/frame.ts'
import { type Taken, takeWhen } from '../when/take.ts'
import { readFuture } from '../when/when.ts'
import { localDate } from '../when/zone.ts'

// The same words are looked at for a day many times while a reply is parted and read. What they say is kept for as
// long as the frame is, which is for one reply.

/** A phrase of time in a text (`takeWhen`). */
export function whenIn(text: string, frame: Frame, kind: Kind, usual?: TimeOfDay): Taken | undefined {
  const key = `${kind} ${usual ? `${usual.hour}:${usual.minute}` : ''} ${text}`
  return kept(takenBy, frame, key, () => takeWhen(text, frame, kind, usual))
}

/** The time ahead that a whole text says (`readFuture`). */
export const futureIn = (text: string, frame: Frame): When | undefined =>
  kept(futureBy, frame, text, () => readFuture(text, frame))

/** The day that it is for the user. */
export const todayIn = (frame: Frame): LocalDate =>
  kept(todayBy, frame, '', () => localDate(frame.now, frame.zone))!

type Kept<T> = WeakMap<Frame, Map<string, T | undefined>>
const takenBy: Kept<Taken> = new WeakMap()
const futureBy: Kept<When> = new WeakMap()
const todayBy: Kept<LocalDate> = new WeakMap()

function kept<T>(by: Kept<T>, frame: Frame, key: string, read: () => T | undefined): T | undefined {
  const known = by.get(frame) ?? new Map<string, T | undefined>()
  if (!known.has(key)) known.set(key, read())
  by.set(frame, known)
  return known.get(key)
}
