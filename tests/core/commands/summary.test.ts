import { describe, expect, it } from 'vitest'
import { carryOut, summary } from '../../../src/core/commands/carry-out.ts'
import { readCommands } from '../../../src/core/commands/read.ts'
import { at, context, PEOPLE } from './digest.ts'

const said = (text: string, names: string) =>
  summary(readCommands([{ text }], context())[0]!.orders[0]!, names, 'America/New_York')

describe('what a receipt says of an order (practice 8 no. 6)', () => {
  const rows: [string, string, string][] = [
    ['5 snooze 3d', 'Grace Kim', 'Grace Kim: snoozed to Fri 20 Nov.'],
    ['6 left vm', 'Marcus Hale', 'Marcus Hale: called, left a voicemail.'],
    ['4 meeting thu 2pm zoom', 'Sofia Marsh', 'Sofia Marsh: meeting Thu 19 Nov 2:00 pm, Zoom.'],
    ['5 answered, knows my boss', 'Grace Kim', 'Grace Kim: answered, your turn; noted "knows my boss".'],
    ['pause 2w', '', 'No letters until Tue 1 Dec.'],
    ['tz chicago', '', 'Time zone America/Chicago.'],
    ['stop', '', 'No more letters; "resume" starts them again.'],
  ]
  for (const [text, names, sentence] of rows) it(text, () => expect(said(text, names)).toBe(sentence))
})

describe('the instant of a fact', () => {
  it('is now for today, and noon of another day, by the clock of the user', () => {
    const { frame } = context()
    const from = { now: frame.now, zone: frame.zone, people: PEOPLE }
    const orders = readCommands([{ text: '5 sent' }, { text: '8 sent on friday' }], context()).flatMap(
      (r) => r.orders,
    )
    const [today, friday] = carryOut(orders, from).histories
    expect(today!.facts[0]!.at).toBe(frame.now)
    expect(friday!.facts[0]!.at).toBe(at('2026-11-13', '12:00'))
  })
})
