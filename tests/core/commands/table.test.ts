import { describe, expect, it } from 'vitest'
import { helpLines } from '../../../src/core/commands/help.ts'
import type { Order } from '../../../src/core/commands/order.ts'
import { readCommands } from '../../../src/core/commands/read.ts'
import { phrasesOf, TABLE } from '../../../src/core/commands/table.ts'
import { context, ITEMS, TODAY } from './digest.ts'

describe('the table', () => {
  const lastReply: Order[] = [
    { verb: 'sent', channel: 'email', on: TODAY, targets: [{ contact: 5, item: ITEMS[4]! }] },
  ]
  const from = context({
    lastReply,
    openIdentities: [{ contact: 11, other: 12 }],
    focusWeek: { from: '2027-01-11', place: 'dc' },
  })
  const mom = { id: 20, name: '', addresses: ['mom@gmail.com'] }
  from.people = [...from.people, mom]
  from.items = [
    ...ITEMS,
    { n: 11, contact: 11, kind: 'closing', key: 'closing' },
    { n: 12, contact: 12, kind: 'intro promised', key: 'intro promised' },
  ]

  for (const { verb, syntax } of TABLE)
    it(`reads its own example: ${syntax}`, () => {
      const [reading, ...others] = readCommands([{ text: syntax }], from)
      expect(others).toEqual([])
      expect(reading!.problem).toBeUndefined()
      // "spoke 20 min" was the meeting; without a number it is an answer. The row stands for both.
      expect(reading!.orders.map((order) => order.verb)).toContain(verb)
    })

  it('does not load when two commands claim one word', () => {
    const twice = [TABLE[0]!, { ...TABLE[1]!, words: 'done' }]
    expect(() => phrasesOf(twice)).toThrow('"done" is claimed twice')
  })

  it('never takes a near word for drop, stop, forget or a new job', () => {
    for (const text of ['drp 8', 'drpo 8', 'stpo', 'forgte ellen', 'gto the job'])
      expect(readCommands([{ text }], context()).flatMap((reading) => reading.orders)).toEqual([])
  })
})

describe('the help letter', () => {
  it('has at most 12 lines of 78 columns, none of which is a command', () => {
    const lines = helpLines()
    expect(lines.length).toBeLessThanOrEqual(12)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(78)
    const readings = readCommands(
      lines.map((text) => ({ text: text.trim().startsWith('"') ? 'x' : text.split('"')[0]! })),
      context(),
    )
    expect(readings.flatMap((reading) => reading.orders)).toEqual([])
  })
})
