import { describe, expect, it } from 'vitest'
import type { Fact, LocalDate } from '../../../src/core/practice/events.ts'
import { focusFigures } from '../../../src/core/practice/focus-week.ts'
import { outlook } from '../../../src/core/practice/outlook.ts'
import { isReviewDay } from '../../../src/core/practice/review-day.ts'
import { signOfLife } from '../../../src/core/practice/sign-of-life.ts'
import { call, email, history, PRACTICE, standingOn } from './history.ts'

const { calendar } = PRACTICE

describe('the day of the review', () => {
  it.each<[LocalDate, boolean, string]>([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-19', false, 'its Thursday'],
    ['2026-11-21', false, 'its Saturday'],
    ['2026-11-25', true, 'the Wednesday before Thanksgiving and its Friday'],
    ['2026-11-24', false, 'the Tuesday before that'],
    ['2026-11-27', false, 'the Friday after Thanksgiving'],
    ['2026-12-23', true, 'the last business day of the year'],
    ['2026-12-30', false, 'a week without business days'],
  ])('%s: %s (%s)', (today, expected) => {
    expect(isReviewDay(today, calendar)).toBe(expected)
  })

  it('moves before the days off of the user', () => {
    expect(isReviewDay('2026-11-19', { ...calendar, daysOff: ['2026-11-20'] })).toBe(true)
  })
})

describe('signs of life', () => {
  it.each<[LocalDate, LocalDate, string]>([
    ['2026-11-06', '2026-11-19', 'there'],
    ['2026-11-06', '2026-11-20', 'quiet'],
    ['2026-11-06', '2026-12-21', 'quiet'],
    ['2026-11-06', '2026-12-22', 'gone'],
  ])('last seen %s, on %s: %s', (seenOn, today, expected) => {
    expect(signOfLife(seenOn, today, calendar)).toBe(expected)
  })

  it('does not count paused days', () => {
    const pauses = [{ from: '2026-11-09', until: '2026-11-16' }]
    expect(signOfLife('2026-11-06', '2026-11-20', { ...calendar, pauses })).toBe('there')
  })
})

describe('the week ahead', () => {
  const booked = (on: LocalDate, startsAt?: number): [LocalDate, Fact] => [
    '2026-11-16',
    { type: 'booked', meeting: { on, ...(startsAt && { startsAt }) } },
  ]
  const people = (today: LocalDate, ...all: [LocalDate, Fact][][]) =>
    all.map((facts, i) => ({ name: `Person ${i}`, standing: standingOn(today, history(...facts)) }))

  it('counts what comes due, names the meetings and the days off', () => {
    const today = '2026-11-20'
    const found = outlook(
      people(
        today,
        [email('2026-11-03'), email('2026-11-12'), call('2026-11-17')], // a call on Mon 23 Nov
        [email('2026-11-03')], // due since 12 Nov: not of next week
        [email('2026-11-20')], // due on 3 Dec
        [booked('2026-11-24')],
        [booked('2026-11-23', Date.parse('2026-11-23T14:30Z'))],
        [booked('2026-12-01')],
      ),
      today,
      calendar,
    )
    expect(found).toMatchObject({
      followUps: 1,
      meetings: [
        { name: 'Person 4', meeting: { on: '2026-11-23', startsAt: Date.parse('2026-11-23T14:30Z') } },
        { name: 'Person 3', meeting: { on: '2026-11-24' } },
      ],
      daysOff: ['2026-11-26', '2026-11-27'],
      sendOn: '2026-11-24',
    })
  })

  it('knows no day to send on in a week of holidays', () => {
    expect(outlook([], '2026-12-23', calendar)).toEqual({
      monday: '2026-12-28',
      followUps: 0,
      meetings: [],
      daysOff: ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01'],
    })
  })

  it('waits for Wednesday where Tuesday is off', () => {
    expect(outlook([], '2026-11-06', { ...calendar, daysOff: ['2026-11-10'] }).sendOn).toBe('2026-11-11')
  })
})

describe('a focus week', () => {
  const at = (on: LocalDate, hour: number, minutes?: number) => ({
    on,
    startsAt: Date.parse(`${on}T${String(hour).padStart(2, '0')}:00Z`),
    ...(minutes && { minutes }),
  })

  it('counts what is booked, by the days', () => {
    const meetings = [
      ...[9, 14].map((hour) => at('2027-01-11', hour)),
      ...[9, 11, 14].map((hour) => at('2027-01-12', hour)),
      at('2027-01-14', 9),
      at('2027-01-18', 9),
    ]
    expect(focusFigures({ from: '2027-01-13', place: 'D.C.' }, meetings)).toEqual({
      monday: '2027-01-11',
      friday: '2027-01-15',
      place: 'D.C.',
      booked: 6,
      aim: 15,
      perDay: [2, 3, 0, 1, 0],
      crowded: [],
      tight: [],
    })
  })

  it('says which days are too full, and where an hour between is missing', () => {
    const full = [9, 11, 13, 15, 17].map((hour) => at('2027-01-11', hour))
    const tight = [at('2027-01-12', 9, 30), at('2027-01-12', 10, 30)]
    expect(focusFigures({ from: '2027-01-11' }, [...full, ...tight])).toMatchObject({
      crowded: ['2027-01-11'],
      tight: ['2027-01-12'],
    })
  })
})
