import { describe, expect, it } from 'vitest'
import { readFuture, readMeeting, readPast } from '../../../src/core/when/when.ts'
import { FOREIGN_FUTURE, FOREIGN_PAST } from './foreign.ts'
import { frameAt, rows, shown } from './frames.ts'

const frame = frameAt('2026-11-18 09:32', 'Europe/Berlin', true)

describe('other languages', () => {
  it.each(rows(FOREIGN_FUTURE))('%s', (phrase, expected) => {
    expect(shown(readFuture(phrase, frame))).toBe(expected)
  })
  it.each(rows(FOREIGN_PAST))('gone by: %s', (phrase, expected) => {
    expect(shown(readPast(phrase, frame))).toBe(expected)
  })
  it('read meetings', () => {
    expect(shown(readMeeting('nächsten Dienstag um 15:30 Uhr', frame))).toBe('2026-11-24 15:30')
    expect(shown(readMeeting('jeudi à 14h', frame))).toBe('2026-11-19 14:00')
  })
  it.each([
    'halb drei',
    'jeden montag',
    'freitag oder samstag',
    'acht tage',
    'quinze jours',
    'vielleicht morgen',
  ])('refuse %s', (phrase) => {
    expect(readFuture(phrase, frame)).toBeUndefined()
  })
})
