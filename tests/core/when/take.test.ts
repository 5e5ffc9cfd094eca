import { describe, expect, it } from 'vitest'
import { addBusinessDays, nextBusinessDay } from '../../../src/core/when/business-day.ts'
import { readTimeOfDay } from '../../../src/core/when/clock.ts'
import { takeWhen } from '../../../src/core/when/take.ts'
import { frameAt, isBusinessDay, shown } from './frames.ts'

const frame = frameAt('2026-11-17 07:40')

describe('takeWhen', () => {
  it.each([
    ['meeting', 'sofia friday 3 at blue bottle', '2026-11-20 15:00', 'sofia', 'at blue bottle'],
    ['meeting', 'friday 3pm', '2026-11-20 15:00', '', ''],
    ['meeting', 'ana resceduled, next tues same time', '2026-11-24 10:00', 'ana resceduled', ''],
    ['meeting', '12/3 10am zoom', '2026-12-03 10:00', '', 'zoom'],
    ['meeting', 'coffee with 9 on dec 8th', '2026-12-08', 'coffee with 9', ''],
    ['meeting', 'w/ Lee at 3pm ET on friday', '2026-11-20 15:00', 'w/ Lee', ''],
    ['meeting', 'with sofia (thu 2pm)', '2026-11-19 14:00', 'with sofia', ''],
    ['past', 'dev yesterday, great chat', '2026-11-16', 'dev', 'great chat'],
    ['past', 'grace on friday, forgot to bcc', '2026-11-13', 'grace', 'forgot to bcc'],
    ['past', '5 and 8 yesterday', '2026-11-16', '5 and 8', ''],
    ['past', 'jane 3 days ago. likes sailing', '2026-11-14', 'jane', 'likes sailing'],
    ['future', 'talked to his assistant, try thurs am', '2026-11-19', 'talked to his assistant, try', ''],
    ['future', 'marcus is out till after new years', '2027-01-04', 'marcus is out', ''],
    ['future', 'to send list by friday', '2026-11-20', 'to send list', ''],
    ['future', 'wants to talk in dec', '2026-12-01', 'wants to talk', ''],
    ['future', 'ellen until march', '2027-03-01', 'ellen', ''],
    ['future', 'not until monday', '2026-11-23', '', ''],
    ['meeting', 'one on one thu 2pm', '2026-11-19 14:00', 'one on one', ''],
    ['meeting', 'with april tomorrow at 10', '2026-11-18 10:00', 'with april', ''],
    ['past', 'called her a second time friday', '2026-11-13', 'called her a second time', ''],
    ['future', 'may', '2027-05-01', '', ''],
  ] as const)('%s: %s', (kind, text, when, before, after) => {
    const taken = takeWhen(text, frame, kind, { hour: 10, minute: 0 })
    expect(shown(taken?.when)).toBe(when)
    expect(taken).toMatchObject({ before, after, rest: `${before} ${after}`.trim() })
  })
  it.each([
    ['future', 'he may call'],
    ['future', 'she said no'],
    ['future', 'check in every monday'],
    ['future', 'monday or tuesday'],
    ['future', 'send it before friday'],
    ['past', 'april'],
    ['future', 'every other friday'],
    ['meeting', 'number is 617 555 0142'],
    ['past', 'the first of two calls'],
    ['past', 'via sam on 12/1 and 12/2'],
    ['past', 'we sat down'],
    ['past', 'met her last week'],
    ['future', ''],
    ['future', 'a'.repeat(10_000)],
  ] as const)('%s: nothing in "%s"', (kind, text) => {
    expect(takeWhen(text, frame, kind)).toBeUndefined()
  })
})

it.each([
  ['7', 7, 0],
  ['6:45am', 6, 45],
  ['6:45am please', 6, 45],
  ['07:30', 7, 30],
  ['05:15', 5, 15],
  ['6', 6, 0],
  ['at 8', 8, 0],
  ['18:00', 18, 0],
  ['noon', 12, 0],
  ["7 o'clock", 7, 0],
  ['7 a.m.', 7, 0],
  ['5pm', 17, 0],
])('readTimeOfDay %s', (text, hour, minute) => {
  expect(readTimeOfDay(text)).toEqual({ hour, minute })
})

it.each(['', 'morning', '25', '7:75', '3', 'tomorrow', '0', '700pm am', 'x'.repeat(9999)])(
  'readTimeOfDay refuses %s',
  (text) => {
    expect(readTimeOfDay(text)).toBeUndefined()
  },
)

describe('business days', () => {
  it('skip weekends and holidays', () => {
    expect(nextBusinessDay('2026-11-25', isBusinessDay)).toBe('2026-11-25')
    expect(nextBusinessDay('2026-11-26', isBusinessDay)).toBe('2026-11-30')
    expect(addBusinessDays('2026-11-25', 1, isBusinessDay)).toBe('2026-11-30')
    expect(addBusinessDays('2026-11-30', -1, isBusinessDay)).toBe('2026-11-25')
    expect(addBusinessDays('2026-11-28', 0, isBusinessDay)).toBe('2026-11-28')
  })
  it('never loop for ever', () => {
    expect(() => nextBusinessDay('2026-11-25', () => false)).toThrow(RangeError)
  })
})
