import { describe, expect, it } from 'vitest'
import { context, effectOf, PEOPLE } from './digest.ts'

const dropped = [{ type: 'dropped' }]

describe('whom a command is about (practice 4.1, rule 2)', () => {
  const rows: [string, number[]][] = [
    ['drop 5,6', [5, 6]],
    ['drop 5, 6 and 8', [5, 6, 8]],
    ['drop 5 and 6', [5, 6]],
    ['drop 5 & 6', [5, 6]],
    ['drop 5-7', [5, 6, 7]],
    ['drop 5 to 7', [5, 6, 7]],
    ['5–7 drop', [5, 6, 7]],
    ['#5 drop', [5]],
    ['5. drop', [5]],
    ['5) drop', [5]],
    ['5: drop', [5]],
    ['5 - drop', [5]],
    ['(5) drop', [5]],
    ['item 5 drop', [5]],
    ['items 5 and 6 drop', [5, 6]],
    ['five drop', [5]],
    ['drop grace', [5]],
    ['drop Grace Kim', [5]],
    ['drop kim', [5]],
    ['Grace: drop', [5]],
    ['drop grace.kim@acme.com', [5]],
    ['drop <grace.kim@acme.com>', [5]],
    ['drop grace and marcus', [5, 6]],
    ['drop grace, marcus & lena', [5, 6, 7]],
    ['5 grace drop', [5]],
    ['drop 5 (grace)', [5]],
    ['drop priya', [11]],
    ['drop 5 5 5', [5]],
    ['4 5 6 drop', [4, 5, 6]],
    ['drop 5; drop 6', [5, 6]],
    ['5 drop 6 drop', [5, 6]],
  ]
  for (const [typed, contacts] of rows)
    it(typed, () =>
      expect(effectOf(typed)).toEqual({ facts: Object.fromEntries(contacts.map((id) => [id, dropped])) }),
    )

  it('is the line above an inline answer', () => {
    expect(effectOf([{ text: 'drop', item: 5 }])).toEqual({ facts: { 5: dropped } })
    expect(effectOf([{ text: 'tomorrow', item: 5 }])).toEqual({
      facts: { 5: [{ type: 'snoozed', key: 'attempt 2', until: '2026-11-18' }] },
    })
    expect(effectOf([{ text: '3 days', item: 5 }])).toEqual({
      facts: { 5: [{ type: 'snoozed', key: 'attempt 2', until: '2026-11-20' }] },
    })
    expect(effectOf([{ text: 'yes', item: 10 }])).toEqual({
      guesses: [{ n: 10, contact: 10, key: 'meeting guess', isRight: true }],
    })
    expect(effectOf([{ text: '6 drop', item: 5 }])).toEqual({ facts: { 6: dropped } })
  })

  it('is both where the digest had two', () => {
    const items = context().items.slice(4, 6)
    expect(effectOf('both later', { items })).toEqual({
      facts: {
        5: [{ type: 'snoozed', key: 'attempt 2', until: '2026-11-24' }],
        6: [{ type: 'snoozed', key: 'attempt 3', until: '2026-11-24' }],
      },
    })
  })

  it('asks where a number and a name differ', () => {
    expect(effectOf('5 marcus called')).toEqual({ problems: ['number and name differ'] })
    expect(effectOf('5 called marcus')).toEqual({ problems: ['number and name differ'] })
  })

  it('snoozes everything of a person who had no line', () => {
    expect(effectOf('snooze priya 3d')).toEqual({
      facts: { 11: [{ type: 'snoozed', key: '*', until: '2026-11-20' }] },
    })
  })

  it('never takes a near name', () => {
    expect(effectOf('drop grase')).toEqual({ problems: ['needs a target'] })
  })

  it('takes a name that is a word only with a capital', () => {
    const people = [...PEOPLE, { id: 20, name: 'May Poe', addresses: [] }]
    expect(effectOf('drop May', { people })).toEqual({ facts: { 20: dropped } })
    expect(effectOf('5 in may', { people })).toEqual({
      facts: { 5: [{ type: 'snoozed', key: 'attempt 2', until: '2027-05-03' }] },
    })
  })
})
