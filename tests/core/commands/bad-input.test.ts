import { describe, expect, it } from 'vitest'
import { readCommands } from '../../../src/core/commands/read.ts'
import { context, effectOf, ITEMS, PEOPLE } from './digest.ts'

const problemOf = (text: string, changes = {}) => readCommands([{ text }], context(changes))[0]?.problem

describe('what cannot be carried out', () => {
  it('names the number that the digest does not have, and does the others', () => {
    expect(problemOf('15 done')).toEqual({
      kind: 'no such number',
      sentence: "There is no 15 in Tuesday's digest.",
    })
    expect(effectOf('5 and 15 done')).toEqual({
      facts: { 5: [{ type: 'attempted', channel: 'email' }] },
      problems: ['no such number'],
    })
  })

  it('asks which of two people of one name is meant', () => {
    const people = [...PEOPLE, { id: 20, name: 'Priya Nair', company: 'Ode', addresses: ['priya@ode.com'] }]
    expect(problemOf('priya answered', { people })).toEqual({
      kind: 'two people',
      sentence: '"priya" could be Priya Shah (Acme) or Priya Nair (Ode): use the full name or the address.',
    })
    expect(effectOf('called priya', { people })).toEqual({ problems: ['two people'] })
    expect(effectOf('priya nair answered', { people })).toEqual({ facts: { 20: [{ type: 'answered' }] } })
    expect(effectOf('priya@ode.com answered', { people })).toEqual({ facts: { 20: [{ type: 'answered' }] } })
  })

  it('refuses a day that is past where one to come is needed', () => {
    for (const text of [
      '5 snooze yesterday',
      'snooze 5 until 3 nov 2026',
      '5 yesterday',
      '4 meeting yesterday',
      '4 meeting last friday 2pm',
      '2 moved to 11/3/2026',
      'pause until yesterday',
    ])
      expect(effectOf(text), text).toEqual({ problems: ['past date'] })
  })

  it('refuses a day to come for what has happened', () => {
    for (const text of ['5 sent tomorrow', '3 met tomorrow', '3 thanked next week'])
      expect(effectOf(text), text).toEqual({ problems: ['future date'] })
  })

  it('asks for the date that is missing', () => {
    for (const text of ['4 meeting', '2 moved', '5 snooze until she is back', 'pause next month'])
      expect(effectOf(text), text).toEqual({ problems: ['needs a date'] })
  })

  it('says so where a line was taken care of before', () => {
    const items = ITEMS.map((item) => (item.n === 5 ? { ...item, isDone: true } : item))
    expect(problemOf('5 done', { items })).toEqual({
      kind: 'closed',
      sentence: '5 (Grace Kim) was already taken care of; nothing changed.',
    })
    expect(effectOf('5 answered', { items })).toEqual({ facts: { 5: [{ type: 'answered' }] } })
    expect(effectOf('5 and 8 done', { items })).toEqual({
      facts: { 8: [{ type: 'attempted', channel: 'email' }] },
      problems: ['closed'],
    })
    expect(effectOf('all done', { items })).not.toHaveProperty('problems')
  })

  it('says so of a person who is off the list', () => {
    const people = PEOPLE.map((person) => (person.id === 8 ? { ...person, isClosed: true } : person))
    expect(problemOf('drop ellen', { people })?.kind).toBe('closed')
    expect(problemOf('8 snooze 3d', { people })?.kind).toBe('closed')
    expect(effectOf('ellen answered', { people })).toEqual({ facts: { 8: [{ type: 'answered' }] } })
  })

  it('cuts a note of 10,000 characters at 2,000', () => {
    const [reading] = readCommands([{ text: `note 4: ${'word '.repeat(2000)}` }], context())
    const order = reading!.orders[0]!
    expect(order.verb === 'note' && order.text.length).toBe(2000)
    expect(reading!.remark).toContain('2,000 characters')
    const [called] = readCommands([{ text: `6 called, ${'x'.repeat(10_000)}` }], context())
    expect(called!.orders[0]!.note!.length).toBeLessThanOrEqual(2000)
  })

  it('reads a reply of 200 lines, and no more', () => {
    const lines = Array.from({ length: 200 }, (_, i) => ({ text: i % 2 ? '5 answered' : '6 called' }))
    expect(readCommands(lines, context()).flatMap((reading) => reading.orders)).toHaveLength(200)
    const more = readCommands([...lines, { text: 'drop 8' }], context())
    expect(more.flatMap((reading) => reading.orders)).toHaveLength(200)
    expect(more.at(-1)!.problem!.sentence).toBe('Only the first 200 lines were read.')
  })

  it('stops reading after ten lines that it does not understand, and quotes three', () => {
    const lines = Array.from({ length: 60 }, (_, i) => ({ text: `5 blorp${i}` }))
    const readings = readCommands(lines, context())
    expect(readings.map(({ problem }) => problem!.sentence).slice(3)).toEqual([
      'After so many unclear lines the other 50 were not read.',
      '7 more lines were not understood.',
    ])
  })

  it('is quick with what is meant to be slow', () => {
    const hostile = [
      '5 '.repeat(5000),
      '1,'.repeat(5000),
      '5 done, '.repeat(2000),
      'a'.repeat(100_000),
      `${'sent '.repeat(1000)}@`,
      'snooze until '.repeat(800),
      '- '.repeat(5000),
      '5 meeting at '.repeat(800),
    ]
    for (const text of hostile) {
      const from = Date.now()
      readCommands([{ text }], context())
      expect(Date.now() - from, text.slice(0, 20)).toBeLessThan(1000)
    }
  })

  // On one machine 200 of the first took 1,700 ms before names were looked up, and 170 since.
  it('reads no more of 200 slow lines than it can do in a fraction of a second', () => {
    const last = (line: string) =>
      readCommands(
        Array.from({ length: 200 }, () => ({ text: line })),
        context(),
      ).at(-1)!.problem!.kind
    expect(last('sent '.repeat(20))).toBe('not understood')
    expect(last('5 meeting at 3 at 4 at 5 tomorrow monday next week')).toBe('too many lines')
  })

  it('keeps quoted text short', () => {
    expect(problemOf(`5 ${'blorp '.repeat(200)}`)!.sentence.length).toBeLessThan(140)
  })
})
