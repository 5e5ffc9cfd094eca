import { describe, expect, it } from 'vitest'
import { isOnlyChatter, readCommands } from '../../../src/core/commands/read.ts'
import { context, effectOf } from './digest.ts'

const read = (text: string) =>
  readCommands(
    text.split('\n').map((line) => ({ text: line })),
    context(),
  )

describe('a reply without a command (practice 4.1, rule 12)', () => {
  const nothing = [
    'thanks!',
    'Thanks for the list',
    'ok will do',
    'Sounds good, thank you so much!',
    '👍',
    'Hi,\n\nThanks!\n\nBest,\nAnn',
    'Got it.\n\nAnn Smith',
    'yes',
    'no',
    'ok',
    '',
    '...',
    'Have a great weekend!',
    'Hi there,\nI will get to the others this weekend.\nCheers\nAnn',
    'How are you doing these days',
  ]
  for (const text of nothing)
    it(JSON.stringify(text), () => {
      const readings = read(text)
      expect(readings.flatMap((reading) => reading.orders)).toEqual([])
      expect(isOnlyChatter(readings)).toBe(true)
    })

  it('leaves greetings, closings and the name out of a reply with commands', () => {
    const sent = { facts: { 5: [{ type: 'attempted', channel: 'email' }] } }
    expect(effectOf('Hi,\n5 sent\nThanks,\nAnn')).toEqual(sent)
    expect(
      effectOf(
        'Good morning!\n\n5 sent, thanks\n\nKind regards\nAnn Smith\nProduct Designer\n+1 617 555 0142',
      ),
    ).toEqual(sent)
    expect(effectOf('ok, 5 sent')).toEqual(sent)
    expect(effectOf('Thanks! 5 sent.')).toEqual(sent)
    expect(effectOf('hi 5 sent please')).toEqual(sent)
  })

  it('still answers a word that it knows and a number that it does not understand', () => {
    for (const text of ['5 blorp', 'snooze', 'done', '15 done', 'called bob'])
      expect(isOnlyChatter(read(text))).toBe(false)
  })
})
