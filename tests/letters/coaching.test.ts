import { describe, expect, it } from 'vitest'
import { type Flaw, flawOf } from '../../src/core/mail/flaws.ts'
import type { Lints } from '../../src/core/mail/lints.ts'
import { coaching } from '../../src/letters/coaching.ts'

const GOOD: Lints = { words: 75, hasQuestion: true, isConnected: true, hasResume: false, blanks: [] }

const sentence = (found: Partial<Lints>, name = 'Max Orr'): string | undefined => {
  const flaw = flawOf({ ...GOOD, ...found })
  return flaw && coaching([{ name, flaw }])
}

describe('a sentence about a first email (practice 1, 3.3)', () => {
  it.each<[Partial<Lints>, string | undefined]>([
    [{}, undefined],
    [{ words: 100 }, undefined],
    [{ words: 148 }, 'Your note to Max was 148 words; under 100 is easier to answer.'],
    [{ blanks: ['[time]', '[link]'] }, 'Your note to Max still has "[time]" in it.'],
    [
      { desperate: 'desperate' },
      'Your note to Max says "desperate". Asking for advice reads better than asking for rescue.',
    ],
    [{ job: 'openings' }, 'Your note to Max says "openings". Advice is easier to give than a job.'],
    [{ hasResume: true }, 'Your note to Max has a resume attached; it does more when they ask for it.'],
    [
      { hasQuestion: false },
      'Your note to Max has no question in it; one question is easier to answer than none.',
    ],
    [
      { isConnected: false },
      'Your note to Max does not say at the start how you came to write to them; that is what gets read.',
    ],
    [{ words: 8, hasQuestion: false, isConnected: false }, undefined],
  ])('%j: %s', (found, expected) => {
    expect(sentence(found)).toBe(expected)
  })

  it('is about the gravest flaw', () => {
    const all = {
      blanks: ['[time]'],
      desperate: 'desperate',
      job: 'job',
      hasResume: true,
      words: 200,
      hasQuestion: false,
    }
    expect(flawOf({ ...GOOD, ...all })).toEqual({ is: 'blank', text: '[time]' })
    expect(flawOf({ ...GOOD, ...all, blanks: [] })).toEqual({ is: 'desperate', text: 'desperate' })
    expect(flawOf({ ...GOOD, words: 200, hasQuestion: false })).toEqual({ is: 'long', words: 200 })
  })

  it('is one sentence for a digest: the gravest of all emails, and of equal ones the latest', () => {
    const long = (words: number): Flaw => ({ is: 'long', words })
    const emails = [
      { name: 'Max Orr', flaw: long(148) },
      { name: 'Jo Beck', flaw: long(130) },
      { name: 'Ana Ruiz', flaw: { is: 'no question' } as Flaw },
    ]
    expect(coaching(emails)).toBe('Your note to Jo was 130 words; under 100 is easier to answer.')
    expect(coaching([])).toBeUndefined()
  })
})
