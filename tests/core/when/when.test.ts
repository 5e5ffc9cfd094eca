import { describe, expect, it } from 'vitest'
import { readFuture, readMeeting, readPast } from '../../../src/core/when/when.ts'
import { ANNEX } from './annex.ts'
import { frameAt, rows, shown } from './frames.ts'
import { FUTURE, MEETING, PAST } from './phrases.ts'

/** A row that expects a day is content with any hour. */
function expectShown(actual: string, expected: string) {
  expect(expected.length === 10 ? actual.slice(0, 10) : actual).toBe(expected)
}

describe.each([
  ['America/New_York', false],
  ['Europe/Berlin', true],
  ['Asia/Kolkata', true],
])('every expression of the annex in %s', (zone, dayFirst) => {
  it.each(rows(ANNEX))('%s', (phrase, expected) => {
    expectShown(shown(readFuture(phrase, frameAt('2026-11-18 09:32', zone, dayFirst))), expected)
  })
})

describe('phrases written apart from the grammar', () => {
  const frame = frameAt('2026-12-10 14:05')
  it.each(rows(FUTURE))('snooze %s', (phrase, expected) => {
    expectShown(shown(readFuture(phrase, frame)), expected)
  })
  it.each(rows(PAST))('met %s', (phrase, expected) => {
    expectShown(shown(readPast(phrase, frame)), expected)
  })
  it.each(rows(MEETING))('meeting %s', (phrase, expected) => {
    expect(shown(readMeeting(phrase, frame, { hour: 10, minute: 0 }))).toBe(expected)
  })
})

describe('the examples of the practice, on Tue 17 Nov 2026 at 7:40', () => {
  const frame = frameAt('2026-11-17 07:40')
  it.each([
    ['3d', '2026-11-20'],
    ['for 3 days', '2026-11-20'],
    ['3bd', '2026-11-20'],
    ['8 bd', '2026-12-01'],
    ['to next week', '2026-11-23'],
    ['monday', '2026-11-23'],
    ['after thanksgiving', '2026-11-30'],
    ['in march', '2027-03-01'],
    ['tmrw', '2026-11-18'],
    ['not today', '2026-11-18'],
    ['till monday', '2026-11-23'],
    ['until nov 30', '2026-11-30'],
    ['till after new years', '2027-01-04'],
    ['in feb', '2027-02-01'],
    ['by friday', '2026-11-20'],
    ['2w', '2026-12-01'],
    ['til dec 1', '2026-12-01'],
    ['jan 11', '2027-01-11'],
    ['one week', '2026-11-24'],
    ['later', 'refuse'],
  ])('until %s', (phrase, expected) => {
    expect(shown(readFuture(phrase, frame))).toBe(expected)
  })
  it.each([
    ['thu 2pm', '2026-11-19 14:00'],
    ['12/3 10am', '2026-12-03 10:00'],
    ['friday 3', '2026-11-20 15:00'],
    ['on dec 8th', '2026-12-08'],
    ['to fri 11', '2026-11-20 11:00'],
    ['next tues same time', '2026-11-24 10:00'],
  ])('meeting %s', (phrase, expected) => {
    expect(shown(readMeeting(phrase, frame, { hour: 10, minute: 0 }))).toBe(expected)
  })
  it.each([
    ['today', '2026-11-17'],
    ['yesterday', '2026-11-16'],
    ['on friday', '2026-11-13'],
    ['thursday', '2026-11-12'],
    ['this morning', '2026-11-17'],
  ])('met %s', (phrase, expected) => {
    expect(shown(readPast(phrase, frame))).toBe(expected)
  })
})

describe('a weekday', () => {
  const thursday = frameAt('2026-11-19 09:00')
  it('is behind for "met", ahead for "meeting", never today', () => {
    expect(shown(readPast('friday', thursday))).toBe('2026-11-13')
    expect(shown(readMeeting('friday', thursday))).toBe('2026-11-20')
    expect(shown(readPast('thursday', thursday))).toBe('2026-11-12')
    expect(shown(readFuture('thursday', thursday))).toBe('2026-11-26')
  })
  it('with "next" is the one of next week', () => {
    expect(shown(readFuture('next friday', thursday))).toBe('2026-11-27')
    expect(shown(readFuture('next friday', frameAt('2026-11-22 09:00')))).toBe('2026-11-27')
    expect(shown(readFuture('next monday', frameAt('2026-11-22 09:00')))).toBe('2026-11-23')
  })
  it('that contradicts its date is refused', () => {
    expect(shown(readMeeting('friday dec 4', thursday))).toBe('2026-12-04')
    expect(readMeeting('friday dec 3', thursday)).toBeUndefined()
  })
})

describe('numeric dates', () => {
  it('are read in the order of the country', () => {
    expect(shown(readFuture('12/3', frameAt('2026-11-18 09:00')))).toBe('2026-12-03')
    expect(shown(readFuture('12/3', frameAt('2026-11-18 09:00', 'Europe/London', true)))).toBe('2027-03-12')
    expect(shown(readPast('11/3', frameAt('2026-11-18 09:00')))).toBe('2026-11-03')
  })
  it('of which only one order is a date are that date', () => {
    expect(shown(readFuture('25/12', frameAt('2026-11-18 09:00')))).toBe('2026-12-25')
    expect(shown(readFuture('12/25', frameAt('2026-11-18 09:00', 'Europe/London', true)))).toBe('2026-12-25')
  })
  it.each(['2/30', '30.2.2027', '13/13', '0/5', '2027-02-29', '24/7 support'])('%s is refused', (phrase) => {
    expect(readFuture(phrase, frameAt('2026-11-18 09:00', 'Europe/London', true))).toBeUndefined()
  })
})

describe('ends of months and years', () => {
  it.each([
    ['2027-01-31 09:00', 'a month', '2027-02-28'],
    ['2027-10-31 09:00', '1 month', '2027-11-30'],
    ['2027-12-31 09:00', 'tomorrow', '2028-01-01'],
    ['2026-12-31 09:00', 'next week', '2027-01-04'],
    ['2026-12-31 09:00', 'next month', '2027-01-01'],
    ['2026-12-31 09:00', 'eom', '2026-12-31'],
    ['2027-12-15 09:00', 'q1', '2028-01-01'],
    ['2028-02-28 09:00', 'feb 29', '2028-02-29'],
    ['2026-02-28 09:00', 'feb 29', 'refuse'],
    ['2028-02-29 09:00', '1 year', '2029-02-28'],
    ['2026-11-18 09:00', 'the 31st', '2026-12-31'],
    ['2026-12-29 09:00', 'after new year', '2027-01-04'],
    ['2027-01-03 09:00', 'after the holidays', '2027-01-04'],
    ['2027-01-02 09:00', 'nov 30', '2027-11-30'],
    ['2026-11-27 09:00', 'after thanksgiving', '2026-11-30'],
    ['2027-02-01 09:00', 'easter', '2027-03-28'],
    ['2028-02-01 09:00', 'easter', '2028-04-16'],
    ['2038-02-01 09:00', 'easter', '2038-04-25'],
  ])('on %s "%s"', (now, phrase, expected) => {
    expect(shown(readFuture(phrase, frameAt(now)))).toBe(expected)
  })
  it.each([
    ['2027-01-02 09:00', 'dec 30', '2026-12-30'],
    ['2027-01-02 09:00', 'yesterday', '2027-01-01'],
    ['2027-01-02 09:00', 'the 30th', '2026-12-30'],
    ['2027-03-31 09:00', 'a month ago', '2027-02-28'],
  ])('on %s "met %s"', (now, phrase, expected) => {
    expect(shown(readPast(phrase, frameAt(now)))).toBe(expected)
  })
})

describe('names that may mean two times', () => {
  it.each([
    'november',
    'mid november',
    'this wednesday',
    'next december',
    '12-3',
    '2027',
    '3m',
    '5 m',
    'march a',
    'a friday',
    'second time',
    'marco',
    '2h30',
    '-3 days',
    'mondays',
    '3 monty',
    '3-4 days',
  ])('"%s" is refused on Wed 18 Nov 2026', (phrase) => {
    expect(readFuture(phrase, frameAt('2026-11-18 09:32'))).toBeUndefined()
  })
})

describe('a range and a zone', () => {
  const frame = frameAt('2026-11-18 09:32', 'Europe/Berlin', true)
  it('gives the length', () => {
    expect(readMeeting('fri 11-1pm', frame)).toMatchObject({ time: { hour: 11, minute: 0 }, minutes: 120 })
    expect(readMeeting('fri 9-10am', frame)).toMatchObject({ time: { hour: 9, minute: 0 }, minutes: 60 })
    expect(readMeeting('fri 14:00-14:30', frame)).toMatchObject({
      time: { hour: 14, minute: 0 },
      minutes: 30,
    })
  })
  it('gives the user their own clock', () => {
    expect(shown(readMeeting('fri 3:30 ET', frame))).toBe('2026-11-20 21:30')
    expect(shown(readMeeting('7pm pacific on friday', frame))).toBe('2026-11-21 04:00')
  })
})

it('tells how coarse the words were', () => {
  const frame = frameAt('2026-11-18 09:32')
  const precision = (phrase: string) => readFuture(phrase, frame)?.precision
  expect(['2h', 'friday 3pm', 'friday', 'next week', 'march', 'q1'].map(precision)).toEqual([
    'minute',
    'minute',
    'day',
    'week',
    'month',
    'month',
  ])
})

it('needs more than a bare number for the hour of a meeting', () => {
  const frame = frameAt('2026-11-18 09:32')
  for (const phrase of ['3', '617', '3 a', 'monday 2027']) expect(readMeeting(phrase, frame)).toBeUndefined()
  expect(shown(readMeeting('at 3', frame))).toBe('2026-11-18 15:00')
})
