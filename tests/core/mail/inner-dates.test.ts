import { describe, expect, it } from 'vitest'
import { readInnerDate } from '../../../src/core/mail/inner-dates.ts'

const at = (text: string, zone = 'America/New_York', before?: number, dayFirst?: boolean) => {
  const found = readInnerDate(text, { zone, dayFirst }, before)
  return found === undefined ? undefined : new Date(found).toISOString().slice(0, 16)
}

describe('readInnerDate', () => {
  it.each([
    ['Tue, Nov 3, 2026 at 10:00 AM', '2026-11-03T15:00'],
    ['Tue, Nov 3, 2026 at 10:00 PM', '2026-11-04T03:00'],
    ['Tue, Nov 3, 2026 at 12:05 AM', '2026-11-03T05:05'],
    ['Tue, Nov 3, 2026 at 12:05 PM', '2026-11-03T17:05'],
    ['Tue, Jul 14, 2026 at 10:00\u202fAM', '2026-07-14T14:00'],
    ['Tue, Mar 3, 2026 at 10:00 AM', '2026-03-03T15:00'],
    ['mar. 3 mars 2026 à 10:00', '2026-03-03T15:00'],
    ['mar, 3 mar 2026 a las 10:00', '2026-03-03T15:00'],
    ['Dienstag, 3. März 2026 10:00', '2026-03-03T15:00'],
    ['3. 11. 2026 10:00', '2026-11-03T15:00'],
    ['3-11-2026 10:00', '2026-11-03T15:00'],
    ['2026-11-03 10:00', '2026-11-03T15:00'],
    ['2026/11/03 10:00', '2026-11-03T15:00'],
    ['03.11.26 10:00', '2026-11-03T15:00'],
    ['13/11/2026 10:00', '2026-11-13T15:00'],
    ['11/13/2026 10:00 AM', '2026-11-13T15:00'],
    ['3/3/2026 10:00 AM', '2026-03-03T15:00'],
    ['November 3, 2026 at 10:00:00 AM PST', '2026-11-03T18:00'],
    ['November 3, 2026 at 10:00:00 AM GMT+5:30', '2026-11-03T04:30'],
    ['3 novembre 2026 à 10 h 30', '2026-11-03T15:30'],
    ['2026年11月3日(火) 10:00', '2026-11-03T15:00'],
    ['2026년 11월 3일 (화) 오후 3:00', '2026-11-03T20:00'],
    ['2026年11月3日 下午3:00', '2026-11-03T20:00'],
    ['Tue, 03 Nov 2026 10:00:00 +0100', '2026-11-03T09:00'],
    ['November 3, 2026', '2026-11-03T17:00'],
    ['den 3 juni 2026 10:00', '2026-06-03T14:00'],
    ['sri, 28. lis 2026. u 10:00', '2026-10-28T14:00'],
    ['3. listopada 2026. u 10:00:05 EEST', '2026-10-03T07:00'],
    ['12. srpnja 2026. 10:00', '2026-07-12T14:00'],
    // The hour that comes twice is the first.
    ['Sun, Nov 1, 2026 at 1:30 AM', '2026-11-01T05:30'],
  ])('%s', (text, expected) => expect(at(text)).toBe(expected))

  it('is the user’s own time', () =>
    expect(at('Tue, Nov 3, 2026 at 10:00 AM', 'Asia/Tokyo')).toBe('2026-11-03T01:00'))

  it.each([
    '3/11/2026 10:00',
    '11/3/26 10:00 AM',
    'Feb 30, 2026 at 10:00 AM',
    'Nov 3 at 10:00 AM',
    'Tuesday',
    'yesterday',
    'uto, 3. lis 2026 10:00',
    '3 Foo 2026 10:00',
    'Nov 3, 2026 at 25:00',
    'Nov 3, 2026 at 13:00 PM',
    '3/11/2569 10:00',
    '',
  ])('nothing of %j', (text) => expect(at(text)).toBeUndefined())

  it('takes the order of the user where the clock agrees with it', () => {
    const read = (text: string, dayFirst: boolean) =>
      at(text, 'America/New_York', Date.UTC(2026, 11, 20), dayFirst)
    expect(read('11/3/26 10:00 AM', false)).toBe('2026-11-03T15:00')
    expect(read('11/3/26 10:00 AM (GMT-05:00)', false)).toBe('2026-11-03T15:00')
    expect(read('3/11/2026 10:00', true)).toBe('2026-11-03T15:00')
    expect(read('03/11/2026, 10:00 am', true)).toBe('2026-11-03T15:00')
    // A phone set to another country's habits.
    expect(read('11/3/26 10:00 AM', true)).toBeUndefined()
    expect(read('3/11/2026 10:00', false)).toBeUndefined()
  })

  it('takes the order that lies behind', () => {
    const before = Date.UTC(2026, 10, 4)
    expect(at('3/12/2026 10:00 AM', 'America/New_York', before)).toBe('2026-03-12T14:00')
    expect(at('3/11/2026 10:00', 'America/New_York', before)).toBeUndefined()
    expect(at('Nov 13, 2026 at 10:00 AM', 'America/New_York', before)).toBeUndefined()
  })
})
