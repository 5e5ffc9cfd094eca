import { addDays } from '../practice/days.ts'
import type { LocalDate } from '../practice/events.ts'

/**
 * The day itself if it is a business day, else the next one (practice 4.1 rule 8).
 *
 * @throws RangeError where no business day comes within MAX_IDLE days.
 */
export function nextBusinessDay(on: LocalDate, isBusinessDay: (on: LocalDate) => boolean): LocalDate {
  return isBusinessDay(on) ? on : addBusinessDays(on, 1, isBusinessDay)
}

/**
 * The `count`-th business day after `on`, or before it where `count` is negative. The day itself is day 0
 * (practice 2.1).
 *
 * @throws RangeError where MAX_IDLE days pass without a business day.
 */
export function addBusinessDays(
  on: LocalDate,
  count: number,
  isBusinessDay: (on: LocalDate) => boolean,
): LocalDate {
  const step = Math.sign(count)
  let day = on
  let idle = 0
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step)
    if (isBusinessDay(day)) {
      left--
      idle = 0
    } else if (++idle > MAX_IDLE) throw new RangeError(`no business day within ${MAX_IDLE} days of ${on}`)
  }
  return day
}

/** Longer than any pause, which ends within twenty years. */
const MAX_IDLE = 8000
