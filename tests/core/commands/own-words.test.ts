import { describe, expect, it } from 'vitest'
import { readCommands } from '../../../src/core/commands/read.ts'
import { at, context, effectOf, ITEMS } from './digest.ts'

// Replies of people who are tired, hurried, dictating, polite or foreign: one row for each rule that reads them.

const one = (contact: number, ...facts: object[]) => ({ facts: { [contact]: facts } })
const noted = (text: string) => ({ type: 'noted', text })
const email = { type: 'attempted', channel: 'email' }
const noAnswer = { type: 'attempted', channel: 'call', outcome: 'no answer' }
const snoozed = (key: string, until: string) => ({ type: 'snoozed', key, until })
const booked = (on: string, time: string) => ({ type: 'booked', meeting: { on, startsAt: at(on, time) } })
const byPhone = { type: 'answered', channel: 'call' }
const introduced = (via: number, name: string, address: string) => ({
  newPeople: [
    {
      person: { name, address, source: 'intro', via },
      facts: [{ type: 'added', source: 'intro', via }],
      introducedBy: via,
    },
  ],
})

const called = { type: 'attempted', channel: 'call' }
const introducedBoth = (via: number) => ({
  newPeople: [
    ...introduced(via, 'Al Fox', 'al@fox.com').newPeople,
    ...introduced(via, 'Bo Chen', 'bo@chen.com').newPeople,
  ],
})

const DONE: [string, object][] = [
  // Spaces, signs and numbers
  ['5snooze3d', one(5, snoozed('attempt 2', '2026-11-20'))],
  ['re: 5 sent', one(5, email)],
  ['5 ✅', one(5, email)],
  ['5/8 done', { facts: { 5: [email], 8: [email] } }],
  ['done 5/8', { facts: { 5: [email], 8: [email] } }],
  ['numbers five and eight are done', { facts: { 5: [email], 8: [email] } }],
  ['6 Call Marcus Hale, Northwind, 555 0142: no answer', one(6, noAnswer)],
  [
    'five done six called no answer eight drop',
    { facts: { 5: [email], 6: [noAnswer], 8: [{ type: 'dropped' }] } },
  ],
  [
    'sent grace called marcus dropped ellen',
    { facts: { 5: [email], 6: [called], 8: [{ type: 'dropped' }] } },
  ],
  ['called 6 & 7 no one answered', { facts: { 6: [noAnswer], 7: [noAnswer] } }],
  // Reached, and when they meet
  ['I called Marcus and he picked up, we talk next wed at 3', one(6, byPhone, booked('2026-11-25', '15:00'))],
  ['lena picked up, call me back next wed at 3', one(7, byPhone, booked('2026-11-25', '15:00'))],
  ['got hold of marcus finally', one(6, byPhone)],
  [
    'grace answered and we are meeting thursday 10am',
    one(5, { type: 'answered' }, booked('2026-11-19', '10:00')),
  ],
  ['sofia said yes to a chat tuesday at 11', one(4, { type: 'answered' }, booked('2026-11-24', '11:00'))],
  ['sofia, thursday 2pm confirmed', one(4, booked('2026-11-19', '14:00'))],
  ['1: yes we met, 20 minutes', one(1, { type: 'met' }, noted('we met, 20 minutes'))],
  ['sofia: yes to thursday at 2', one(4, booked('2026-11-19', '14:00'))],
  ['sofia confirmed for thursday at 2', one(4, booked('2026-11-19', '14:00'))],
  // Meetings that were not
  ["tom couldn't make it", one(1, { type: 'cancelled' })],
  ['had to cancel on tom', one(1, { type: 'cancelled' })],
  ['meeting with tom fell through', one(1, { type: 'cancelled' })],
  ['did not meet tom', one(1, { type: 'cancelled' })],
  ["I couldn't make it to the call with tom", one(1, { type: 'missed', by: 'me' })],
  // Who says what
  ["ellen says she's swamped till january", one(8, { type: 'deferred', until: '2027-01-04' })],
  ['marcus said call me in december', one(6, { type: 'deferred', until: '2026-12-01' })],
  ['grace asked me not to contact her again', one(5, { type: 'declined', forGood: true })],
  ['dev says talk to Jane Doe, jane@x.org', introduced(3, 'Jane Doe', 'jane@x.org')],
  ['talk to Jane Doe, jane@x.org, says Dev', introduced(3, 'Jane Doe', 'jane@x.org')],
  ['dev put me in touch with kit@ode.com', introduced(3, 'Kit', 'kit@ode.com')],
  [
    "met Dev, lovely guy, he said he'll introduce me to Rita Long at Stem",
    one(3, { type: 'met', on: '2026-11-16' }, noted('lovely guy'), {
      type: 'intro promised',
      name: 'Rita Long at Stem',
    }),
  ],
  [
    'Max was introduced by Priya',
    {
      facts: {
        11: [{ type: 'intro received', contact: 12 }],
        12: [{ type: 'described', source: 'intro' }],
      },
    },
  ],
  ['Priya will connect me with Tom Lee', one(11, { type: 'intro promised', name: 'Tom Lee' })],
  ['tom says talk to Al Fox al@fox.com and Bo Chen bo@chen.com', introducedBoth(1)],
  ['Al Fox al@fox.com, Bo Chen bo@chen.com from dev', introducedBoth(3)],
  ['1 will intro me to Marcus Ray', one(1, { type: 'intro promised', name: 'Marcus Ray' })],
  ['lena just rang', one(7, byPhone)],
  ['lena said she is on parental leave till june', one(7, { type: 'away', until: '2027-06-01' })],
  ['sofia has answered', one(4, { type: 'answered' })],
  ['told sofia thursday works', one(4, { type: 'replied' }, noted('thursday works'))],
  ['spoke to marcus he said not now try after new year', one(6, { type: 'deferred', until: '2027-01-04' })],
  ['5 too busy right now', one(5, { type: 'deferred', until: '2026-12-17' })],
  // One thing said twice, or in two places
  ['yes we met, dev was great', one(3, { type: 'met', on: '2026-11-16' })],
  ['not now, 5 next month', one(5, snoozed('attempt 2', '2026-12-01'))],
  ['called marcus and lena. marcus no answer', { facts: { 6: [noAnswer], 7: [called] } }],
  [
    'tmrw for 5, fri for 6',
    { facts: { 5: [snoozed('attempt 2', '2026-11-18')], 6: [snoozed('attempt 3', '2026-11-20')] } },
  ],
  [
    'call marcus thursday and lena friday',
    { facts: { 6: [snoozed('attempt 3', '2026-11-19')], 7: [snoozed('attempt 4', '2026-11-20')] } },
  ],
  ['met tom. note: likes chess. goal for ana: hiring', { facts: { 2: [{ type: 'goal set' }] } }],
  [
    'yesterday: emailed grace, called lena. today: thanked dev',
    {
      facts: {
        5: [{ ...email, on: '2026-11-16' }],
        7: [{ ...called, on: '2026-11-16' }],
        3: [{ type: 'thanked' }],
      },
    },
  ],
  // Politeness, mail words and numbers that count
  ['kindly note that 5 is done', one(5, email)],
  ['please note: 5 sent', one(5, email)],
  ['ok 5 and 8 sent', { facts: { 5: [email], 8: [email] } }],
  ['8: last mail sent', one(8, email)],
  ['called mr hale', one(6, called)],
  ['grace answered, meeting thu at 2. thanks', one(5, { type: 'answered' }, booked('2026-11-19', '14:00'))],
  // Where they are
  ['5 is out sick', one(5, { type: 'away' }, noted('sick'))],
  ['stop emailing grace', one(5, { type: 'dropped' })],
  ["5's new address: gkim@acme.io", one(5, { type: 'readdressed', address: 'gkim@acme.io' })],
  ['use grace@gmail.com for 5', one(5, { type: 'readdressed', address: 'grace@gmail.com' })],
]

describe('in their own words', () => {
  for (const [typed, effect] of DONE) it(typed, () => expect(effectOf(typed)).toMatchObject(effect))

  it('takes "told her" on a call for no news of a job', () => {
    expect(effectOf("left lena a voicemail, told her i'd call back thursday")).toMatchObject(
      one(7, { type: 'attempted', outcome: 'voicemail' }, { type: 'noted' }),
    )
  })

  it('leaves out whom "all" leaves out', () => {
    expect(Object.keys(effectOf('all done but 8').facts as object)).toEqual(['3', '4', '5', '6', '7', '9'])
  })

  it('takes "she" for whom the sentence before was about', () => {
    expect(effectOf('met tom. She suggested I talk to Omar Haddad (omar@haddad.com)')).toMatchObject({
      ...one(1, { type: 'met' }),
      ...introduced(1, 'Omar Haddad', 'omar@haddad.com'),
    })
  })
})

describe('what is asked, denied, or about somebody else', () => {
  it.each([
    "don't snooze 5",
    'do not thank dev yet',
    'should I drop grace?',
    'has grace answered?',
    'I should have called marcus',
    'neither grace nor marcus answered',
    'my wife priya called',
    "Priya's husband called",
    'my sister met dev',
    'omar haddad is a friend of sofia',
    'yeah right, like ellen will ever answer',
    'forget it, ellen is not going to answer',
    'i think i already thanked dev?',
    '5 done?',
    'wrote grace and dev, no luck',
    'did not meet sofia',
    'im done with ellen',
    'everything done except the calls',
    'tom asked if we can do 3pm instead',
    'met Marcus Ray',
  ])('"%s" changes nothing', (typed) => {
    const { problems, ...effect } = effectOf(typed)
    expect(effect).toEqual({})
    expect(problems).toHaveLength(1)
  })

  it.each([
    ['answered lena and snooze omar 3d', one(7, { type: 'replied' })],
    ['emailed grace and called omar', one(5, email)],
    ['drop ellen and omar', one(8, { type: 'dropped' })],
  ])('"%s" does what it can, and says that nobody is called so', (typed, effect) => {
    expect(effectOf(typed)).toEqual({ ...effect, problems: ['needs a target'] })
  })

  it('never takes "she" for each of several, nor "the other two" for a line', () => {
    expect(effectOf('emailed grace and ellen, she answered')).toEqual({
      facts: { 5: [email], 8: [email] },
      problems: ['needs a target'],
    })
    expect(effectOf("sent 5, the other two i'll call tomorrow").facts).not.toHaveProperty('2')
  })

  it('asks what somebody thinks whom nobody named', () => {
    expect(
      readCommands([{ text: 'She suggested I talk to Omar Haddad' }], context())[0]!.problem!.sentence,
    ).toMatch(/^Who is "she"\?/)
    expect(effectOf('She suggested I talk to Omar Haddad (omar@haddad.com)').remarks).toEqual([
      'Who named Omar Haddad? "omar@haddad.com via ..." says it.',
    ])
  })

  it('gives the history to "remind me of dev\'s notes", which names no day', () => {
    expect(effectOf("remind me of dev's notes")).toEqual({ questions: [{ question: 'history', about: 3 }] })
  })

  it('never takes the only line for a stranger', () => {
    expect(effectOf('Omar answered', { items: [ITEMS[4]!] })).toEqual({ problems: ['needs a target'] })
  })

  it('lets "don\'t drop her" keep a line that is about to close, and nothing else', () => {
    const items = [{ ...ITEMS[7]!, kind: 'closing' as const }]
    expect(effectOf("don't drop ellen", { items })).toEqual(one(8, { type: 'kept' }))
    expect(effectOf("don't drop grace")).toEqual({ remarks: ['Grace Kim: nothing changed.'] })
  })
})

describe('somebody who left', () => {
  it.each([
    ['5 left the company', 'left the company'],
    ['grace left acme', 'left acme'],
    ['grace is no longer at acme', 'is no longer at acme'],
    ['she retired (5)', 'retired'],
  ])('"%s" is noted, and where to write is asked', (typed, text) => {
    expect(effectOf(typed)).toEqual({
      ...one(5, noted(text)),
      remarks: [
        'Where does Grace Kim read mail now? "5 new email ..." sets it. Or write to somebody else at Acme, and "drop 5".',
      ],
    })
  })

  it('is not asked about where the reply says it', () => {
    expect(effectOf('ellen moved to halden, new email ellen@halden.com')).toEqual(
      one(
        8,
        { type: 'described', company: 'Halden', isNewJob: true },
        { type: 'readdressed', address: 'ellen@halden.com' },
      ),
    )
  })
})
