import { Temporal } from 'temporal-polyfill'
import type { Frame, When } from '../../../src/core/when/frame.ts'

/** The business days of practice 2.1 for the winter of 2026. */
export function isBusinessDay(on: string): boolean {
  const day = Temporal.PlainDate.from(on)
  const isHoliday = on >= '2026-12-24' && on <= '2027-01-01'
  return day.dayOfWeek < 6 && !isHoliday && !['2026-11-26', '2026-11-27', '2027-01-18'].includes(on)
}

/** A frame at a wall clock time, "2026-11-18 09:32". */
export function frameAt(local: string, zone = 'America/New_York', dayFirst = false): Frame {
  const now = Temporal.PlainDateTime.from(local.replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds
  return { now, zone, dayFirst, isBusinessDay }
}

/** "2026-11-20 15:00", "2026-11-20", or "refuse". */
export function shown(when: When | undefined): string {
  if (!when) return 'refuse'
  const { on, time } = when
  return time ? `${on} ${two(time.hour)}:${two(time.minute)}` : on
}

/** The rows of a table: a phrase, two spaces or more, what is expected. "#" begins a comment. */
export function rows(table: string): [phrase: string, expected: string][] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, phrase, expected] = /^(.*?) {1,}((?:\d{4}-\d\d-\d\d(?: \d\d:\d\d)?|refuse))$/.exec(
        line.trim(),
      )!
      return [phrase!.trim(), expected!]
    })
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
