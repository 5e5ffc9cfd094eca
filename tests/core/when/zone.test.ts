import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { readFuture } from '../../../src/core/when/when.ts'
import { guessZone, instantOf, localDate, localTime, readZone } from '../../../src/core/when/zone.ts'
import { frameAt } from './frames.ts'

/** Clocks go forward on 14 Mar 2027 (New York) and 28 Mar 2027 (Berlin); back on 1 Nov 2026 and 25 Oct 2026. */
describe('phrases across changes of the clock', () => {
  it.each([
    ['America/New_York', '2027-03-13 09:00', '1 day', '2027-03-14', undefined],
    ['America/New_York', '2027-03-13 09:00', '24 hours', '2027-03-14', '2027-03-14T14:00Z'],
    ['America/New_York', '2027-03-13 09:00', 'tomorrow 2:30am', '2027-03-14', '2027-03-14T07:30Z'],
    ['America/New_York', '2027-03-13 09:00', 'tomorrow 3:30am', '2027-03-14', '2027-03-14T07:30Z'],
    ['America/New_York', '2027-03-13 09:00', 'sunday 9am', '2027-03-14', '2027-03-14T13:00Z'],
    ['America/New_York', '2027-03-13 09:00', 'monday 9am', '2027-03-15', '2027-03-15T13:00Z'],
    ['America/New_York', '2027-03-14 01:30', '1 hour', '2027-03-14', '2027-03-14T07:30Z'],
    ['America/New_York', '2026-10-31 09:00', 'tomorrow 1:30am', '2026-11-01', '2026-11-01T05:30Z'],
    ['America/New_York', '2026-10-31 09:00', 'tomorrow 9am', '2026-11-01', '2026-11-01T14:00Z'],
    ['America/New_York', '2026-10-31 23:30', '3 hours', '2026-11-01', '2026-11-01T06:30Z'],
    ['America/New_York', '2026-10-31 23:30', '1 day', '2026-11-01', undefined],
    ['America/New_York', '2026-12-31 23:59', 'tomorrow 9am', '2027-01-01', '2027-01-01T14:00Z'],
    ['America/New_York', '2026-12-31 23:30', '1 hour', '2027-01-01', '2027-01-01T05:30Z'],
    ['Europe/Berlin', '2027-03-27 09:00', 'tomorrow 2:30am', '2027-03-28', '2027-03-28T01:30Z'],
    ['Europe/Berlin', '2027-03-27 09:00', 'tomorrow 9am', '2027-03-28', '2027-03-28T07:00Z'],
    ['Europe/Berlin', '2027-03-27 09:00', '48 hours', '2027-03-29', '2027-03-29T08:00Z'],
    ['Europe/Berlin', '2026-10-24 09:00', 'tomorrow 2:30am', '2026-10-25', '2026-10-25T00:30Z'],
    ['Europe/Berlin', '2026-10-24 23:30', '4 hours', '2026-10-25', '2026-10-25T01:30Z'],
    ['Europe/Berlin', '2026-12-31 23:30', 'friday', '2027-01-01', undefined],
    ['Europe/Berlin', '2026-12-31 23:30', 'next year', '2027-01-01', undefined],
    ['Asia/Kolkata', '2027-03-13 09:00', 'tomorrow 2:30am', '2027-03-14', '2027-03-13T21:00Z'],
    ['Asia/Kolkata', '2026-12-31 23:30', '90 min', '2027-01-01', '2026-12-31T19:30Z'],
    ['Asia/Kolkata', '2026-11-18 00:10', 'friday 10:15', '2026-11-20', '2026-11-20T04:45Z'],
    ['Asia/Kolkata', '2026-11-18 00:10', 'tomorrow', '2026-11-19', undefined],
  ])('%s, %s: %s', (zone, now, phrase, on, at) => {
    const when = readFuture(phrase, frameAt(now, zone))
    expect(when?.on).toBe(on)
    expect(when?.at).toBe(at && Date.parse(at.replace('Z', ':00Z')))
  })
})

it('goes from a wall clock to an instant and back', () => {
  for (const zone of ['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Apia']) {
    for (let hour = 0; hour < 24 * 400; hour += 7) {
      const instant = Date.UTC(2026, 9, 1) + hour * 3600e3
      const back = instantOf(localDate(instant, zone), localTime(instant, zone), zone)
      expect([instant, instant - 3600e3]).toContain(back)
    }
  }
})

describe('readZone', () => {
  it.each([
    ['chicago', 'America/Chicago'],
    ['Chicago please', 'America/Chicago'],
    ['new york', 'America/New_York'],
    ['New York time', 'America/New_York'],
    ['NYC', 'America/New_York'],
    ['EST', 'America/New_York'],
    ['eastern standard time', 'America/New_York'],
    ['pacific', 'America/Los_Angeles'],
    ['Pacific Time', 'America/Los_Angeles'],
    ['san francisco', 'America/Los_Angeles'],
    ['america/chicago', 'America/Chicago'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['us/central', 'America/Chicago'],
    ['london', 'Europe/London'],
    ['berlin', 'Europe/Berlin'],
    ['Zürich', 'Europe/Zurich'],
    ['são paulo', 'America/Sao_Paulo'],
    ['mumbai', 'Asia/Kolkata'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['IST', 'Asia/Kolkata'],
    ['st. louis', 'America/Chicago'],
    ['washington, dc', 'America/New_York'],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
    ['utc+2', 'Etc/GMT-2'],
    ['GMT-3:30', '-03:30'],
    ['+05:30', '+05:30'],
  ])('%s', (text, zone) => {
    expect(readZone(text)).toBe(zone)
    expect(() => localDate(0, zone)).not.toThrow()
  })
  it.each(['', 'mars', 'constructor', '__proto__', 'utc+99', 'tomorrow', 'x'.repeat(10_000)])(
    'refuses %s',
    (text) => {
      expect(readZone(text)).toBeUndefined()
    },
  )
})

describe('guessZone', () => {
  const winter = Date.UTC(2026, 11, 1)
  const summer = Date.UTC(2027, 6, 1)
  it.each([
    [-300, winter, 'America/New_York'],
    [-240, summer, 'America/New_York'],
    [-360, winter, 'America/Chicago'],
    [-300, summer, 'America/Chicago'],
    [-420, winter, 'America/Denver'],
    [-480, winter, 'America/Los_Angeles'],
    [-420, summer, 'America/Los_Angeles'],
    [-540, winter, 'America/Anchorage'],
    [-600, winter, 'Pacific/Honolulu'],
    [0, winter, 'Europe/London'],
    [60, summer, 'Europe/London'],
    [60, winter, 'Europe/Berlin'],
    [120, summer, 'Europe/Berlin'],
    [330, winter, 'Asia/Kolkata'],
    [345, winter, 'Asia/Kathmandu'],
    [540, summer, 'Asia/Tokyo'],
    [495, winter, '+08:15'],
    [9999, winter, 'UTC'],
  ])('%d minutes', (offset, at, zone) => {
    expect(guessZone(offset, at)).toBe(zone)
  })
  it('gives a zone that has the offset', () => {
    for (let offset = -12 * 60; offset <= 14 * 60; offset += 15) {
      const zone = guessZone(offset, winter)
      const local = Temporal.Instant.fromEpochMilliseconds(winter).toZonedDateTimeISO(zone)
      expect(local.offsetNanoseconds / 60e9).toBe(offset)
    }
  })
})
