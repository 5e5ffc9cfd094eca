import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** A time to start at, and the minutes from UTC that days and hours are told in. */
export type Start = { at: number; offset: number }

/** The post office's time. It runs like the real one, ahead of it or behind. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number
  /** Sets the time. */
  moveTo(at: number): void
  /** Minutes east of UTC in which this time is told here. */
  offsetAt(at: number): number
  /** How far it is from the real time, in ms. */
  shift(): number
}

/**
 * Starts at `start`, or else where the clock of this file was, or else at the real time. The zone is the start's,
 * or else this machine's.
 */
export const openClock = (file: string, start?: Start): Clock => {
  const kept: Kept = start
    ? { shift: start.at - Date.now(), offset: start.offset }
    : existsSync(file)
      ? JSON.parse(readFileSync(file, 'utf8'))
      : { shift: 0 }
  const keep = () => writeFileSync(file, JSON.stringify(kept))
  keep()
  return {
    now: () => Date.now() + kept.shift,
    moveTo: (at) => {
      kept.shift = at - Date.now()
      keep()
    },
    offsetAt: (at) => kept.offset ?? -new Date(at).getTimezoneOffset(),
    shift: () => kept.shift,
  }
}

type Kept = { shift: number; offset?: number }

/** "Tue 3 Nov 2026 9:00" as the clock tells it. */
export const told = (clock: Clock, at: number): string => `${toldDay(clock, at)} ${toldHour(clock, at)}`

/** "Tue 3 Nov 2026" */
export const toldDay = (clock: Clock, at: number): string => {
  const day = local(clock, at)
  return `${WEEKDAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`
}

/** "9:00" */
export const toldHour = (clock: Clock, at: number): string => {
  const day = local(clock, at)
  return `${day.getUTCHours()}:${String(day.getUTCMinutes()).padStart(2, '0')}`
}

/** "2026-11-03": the day as the clock tells it. Compares as text. */
export const dayOf = (clock: Clock, at: number): string => local(clock, at).toISOString().slice(0, 10)

/** "Tue, 03 Nov 2026 09:00:00 -0500" (RFC 5322 3.3), told in an offset of so many minutes. */
export const mailDate = (at: number, offset: number): string => {
  const utc = new Date(at + offset * 60_000).toUTCString().replace('GMT', '')
  const size = Math.abs(offset)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${utc}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A Date whose UTC fields are the clock's local ones. */
const local = (clock: Clock, at: number): Date => new Date(at + clock.offsetAt(at) * 60_000)
