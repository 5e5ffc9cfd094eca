import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { readComponents } from '../../../src/core/mail/calendar-lines.ts'
import { instantIn } from '../../../src/core/mail/calendar-zones.ts'
import {
  berlin,
  definition,
  kolkata,
  losAngeles,
  newYork,
  notesNewYork,
  outlookChicago,
  sydney,
} from './calendars.ts'

it.each([
  ['America/New_York', newYork],
  ['America/New_York', notesNewYork],
  ['America/Chicago', outlookChicago],
  ['America/Los_Angeles', losAngeles],
  ['Europe/Berlin', berlin],
  ['Australia/Sydney', sydney],
  ['Asia/Kolkata', kolkata],
] as const)('every half hour of the months in which clocks change is %s’s own', (zone, rules) => {
  const [written] = readComponents(definition('Home', rules).join('\n')).parts
  const wrong: string[] = []
  for (const month of [2, 3, 9, 10])
    for (let local = Date.UTC(2026, month, 1); local < Date.UTC(2026, month + 1, 1); local += 30 * 60_000) {
      const wall = new Date(local).toISOString().slice(0, 19)
      const own = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds
      if (instantIn(written!, local) !== own) wrong.push(wall)
    }
  expect(wrong).toEqual([])
})
