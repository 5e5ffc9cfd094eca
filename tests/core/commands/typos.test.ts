import { describe, expect, it } from 'vitest'
import { isSlip } from '../../../src/core/commands/words.ts'
import { effectOf } from './digest.ts'

describe('slips of the hand (practice 4.1, rule 4)', () => {
  const slips: [string, string][] = [
    ['dne', 'done'],
    ['doen', 'done'],
    ['snoze', 'snooze'],
    ['snozee', 'snooze'],
    ['caled', 'called'],
    ['anwser', 'answer'],
    ['resceduled', 'rescheduled'],
    ['thnaked', 'thanked'],
    ['booekd', 'booked'],
  ]
  for (const [typed, word] of slips) it(`${typed} is ${word}`, () => expect(isSlip(typed, word)).toBe(true))

  const others: [string, string][] = [
    ['all', 'call'],
    ['hold', 'told'],
    ['went', 'sent'],
    ['thanks', 'thanked'],
    ['vn', 'vm'],
    ['tx', 'ty'],
    ['5one', 'done'],
    ['snze', 'snooze1'],
    ['blorp', 'drop'],
  ]
  for (const [typed, word] of others)
    it(`${typed} is not ${word}`, () => expect(isSlip(typed, word)).toBe(false))

  it('takes an exact word before a near one', () => {
    expect(effectOf('snooze all 3d')).not.toHaveProperty('remarks')
    expect(effectOf('5 sent a tent')).toEqual({
      facts: {
        5: [
          { type: 'attempted', channel: 'email' },
          { type: 'noted', text: 'a tent' },
        ],
      },
    })
  })

  it('never changes numbers or dates', () => {
    expect(effectOf('5 snooze 3x')).toEqual({ problems: ['needs a date'] })
  })
})
