import { describe, expect, it } from 'vitest'
import { type Lints, lints } from '../../../src/core/mail/lints.ts'
import { sourceIn } from '../../../src/core/mail/source-in.ts'
import type { Source } from '../../../src/core/practice/events.ts'

/** The first email of practice 5.1, filled in. */
const GOOD = `Hi Grace,

We met at the climate fair in May. I am a second-year student at Duke, and I am trying to understand
hospital finance. Your path from nursing is close to what I hope to learn about.

Would you have 15 minutes in the next two weeks for a few questions, by phone or wherever suits you? I am
after your advice, and I will keep it short.

Thank you,
Ann Lee
617 555 0142`

const read = (text: string, subject = 'A question'): Lints => lints({ subject, text })

describe('reading a first email (practice 1, rows 2, 8 and 26)', () => {
  it('finds nothing to say of a good one', () => {
    expect(read(GOOD)).toEqual({
      words: 67,
      hasQuestion: true,
      isConnected: true,
      hasResume: false,
      blanks: [],
    })
  })

  it.each<[string, number]>([
    ['Hello there', 0],
    ['Hi Grace,\nOne two three.\n\nBest,\nAnn', 3],
    ['One two three.', 3],
    ["Don't count a second-year student twice.", 6],
    ['Hi Grace, I wrote to you because of your work.\nBest', 10],
    ['', 0],
    [`${'word '.repeat(120)}`, 120],
    ['Здравствуйте, можно вопрос?', 3],
  ])('counts the words of %j: %i', (text, words) => {
    expect(read(text).words).toBe(words)
  })

  it.each<[string, string | undefined]>([
    ['Do you know of any openings?', 'openings'],
    ['I am looking for a job in finance.', 'job'],
    ['Is your team hiring?', 'hiring'],
    ['I saw the vacancy on your site.', 'vacancy'],
    ['I am interested in a position at Acme.', 'position'],
    ['I am not asking about a job.', undefined],
    ['I am after advice rather than a job.', undefined],
    ["I don't expect you to have a position for me.", undefined],
    ['How did you come to your job?', undefined],
    ['In my last position I ran a lab.', undefined],
    ['What is your current position like?', undefined],
    ['I would value your advice.', undefined],
  ])('%j asks for a job by %s', (text, job) => {
    expect(read(text).job).toBe(job)
  })

  it('reads the subject, too', () => {
    expect(read(GOOD, 'Any openings at Acme?').job).toBe('openings')
    expect(read(GOOD, 'A question about [target]').blanks).toEqual(['[target]'])
  })

  it.each<[string, string | undefined]>([
    ['I am desperate for advice.', 'desperate'],
    ["I'd take anything at this point.", 'take anything'],
    ['I will do any job.', 'any job'],
    ["I am at my wits' end.", "wits' end"],
    ['I would be glad of your advice.', undefined],
  ])('%j sounds desperate by %s', (text, desperate) => {
    expect(read(text).desperate).toBe(desperate)
  })

  it.each<[string, string[]]>([
    ['Your path [one detail you noticed] is close to mine.', ['[one detail you noticed]']],
    ['See [link] and [time].', ['[link]', '[time]']],
    ['As in [1], [EXTERNAL], [image: logo] and [cid:x@y].', []],
    ['Here is [my page](https://x.example).', []],
  ])('%j has left to fill in: %j', (text, blanks) => {
    expect(read(text).blanks).toEqual(blanks)
  })

  it.each<[string, boolean]>([
    ['My resume is attached.', true],
    ['I have attached my CV.', true],
    ['Please find attached my résumé.', true],
    ['I attached the article.', false],
    ['I can send a resume if that helps.', false],
  ])('%j sends a resume: %s', (text, hasResume) => {
    expect(read(text).hasResume).toBe(hasResume)
  })

  it.each<[string, boolean]>([
    ['Hi Grace,\nPriya Shah suggested I write to you. I study finance.', true],
    ['Dear Dr Kim,\n\nI read your article on wards. Would you have time?', true],
    ['I am Ann. I am also class of 2019.', true],
    ['I am Ann. I study finance. I live in Boston. My mother is your neighbor.', false],
    ['I am Ann. I study finance.', false],
  ])('%j says in its first two sentences why this person: %s', (text, isConnected) => {
    expect(read(text).isConnected).toBe(isConnected)
  })

  it('judges what is longer than any first email by its beginning', () => {
    expect(read('word '.repeat(50_000)).words).toBe(4000)
    expect(read('your job '.repeat(10_000)).job).toBeUndefined()
    expect(read('['.repeat(50_000)).blanks).toEqual([])
  })
})

describe('a source by the words of a first email (practice 1, row 6)', () => {
  it.each<[string, Source | undefined]>([
    ['Priya Shah introduced me to your work and to you.', 'intro'],
    ['Dev Patel suggested I write to you.', 'intro'],
    ['Ana put us in touch last week.', 'intro'],
    ['I would like to introduce myself.', undefined],
    ['Could you introduce me to somebody?', undefined],
    ['I am a fellow alum of Duke.', 'alumni'],
    ['I found you in the alumni directory.', 'alumni'],
    ["I am class of '19.", 'alumni'],
    ['I am class of 2019.', 'alumni'],
    ['Your guest lecture in Marketing 301 stayed with me.', 'lecturer'],
    ['You spoke to our class in May.', 'lecturer'],
    ['I took your organic chemistry class.', 'professor'],
    ['We met at the fair in May.', 'event'],
    ['It was good meeting you at the fair.', 'event'],
    ['You are a friend of my mother.', 'friend'],
    ['I found your name on the Acme website.', 'company site'],
    ['I read your piece on wards.', 'news'],
    ['I\u2019ve read about your lab.', 'news'],
    ['I am trying to understand hospital finance.', undefined],
    ['I have read a lot about finance.', undefined],
    ['', undefined],
  ])('%j: %s', (text, source) => {
    expect(sourceIn(text)).toBe(source)
  })

  it('takes who brought the two together before where they went to school', () => {
    expect(sourceIn('As a fellow alum I read your article, and Dev suggested I write.')).toBe('intro')
  })
})
