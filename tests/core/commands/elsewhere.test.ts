import { describe, expect, it } from 'vitest'
import { at, effectOf, TODAY } from './digest.ts'

// What people type elsewhere in the practice (sections 1 and 2.6), and near it.

const one = (contact: number, ...facts: object[]) => ({ facts: { [contact]: facts } })
const noted = (text: string) => ({ type: 'noted', text })

const rows: [string, object][] = [
  ['3 is a recruiter', one(3, { type: 'described', role: 'recruiter' })],
  [
    'Priya is head of design at Acme',
    one(11, { type: 'described', company: 'Acme', role: 'head of design' }),
  ],
  ['3 alum', one(3, { type: 'described', source: 'alumni' })],
  ['source of 4 is prof lee', one(4, { type: 'described', source: 'professor' })],
  ['6 spoke 20 min, great', one(6, { type: 'met', minutes: 20, channel: 'call' })],
  [
    '6 spoke, meeting fri 10',
    one(
      6,
      { type: 'answered', channel: 'call' },
      { type: 'booked', meeting: { on: '2026-11-20', startsAt: at('2026-11-20', '10:00') } },
    ),
  ],
  [
    '4 called me, friday 3pm',
    one(
      4,
      { type: 'answered', channel: 'call' },
      { type: 'booked', meeting: { on: '2026-11-20', startsAt: at('2026-11-20', '15:00') } },
    ),
  ],
  ['4 called back, not now', one(4, { type: 'deferred', until: '2026-12-17' })],
  ['4 answered on linkedin', one(4, { type: 'answered', channel: 'message' })],
  ['5 answered on linkedin', one(5, { type: 'answered', channel: 'message' })],
  ['1 met, only 15 min', one(1, { type: 'met', minutes: 15 })],
  ['3 met, i interrupted a lot', one(3, { type: 'met', on: '2026-11-16' }, noted('i interrupted a lot'))],
  [
    'met priya, tom and jo',
    { facts: { 11: [{ type: 'met' }], 1: [{ type: 'met' }], 10: [{ type: 'met' }] } },
  ],
  ['dev mentioned a job at halden', one(3, noted('mentioned a job at halden'))],
  ['1 ask about the rotation program', one(1, noted('ask about the rotation program'))],
  [
    '4 booked 12/3 at 10, phone',
    one(4, {
      type: 'booked',
      meeting: { on: '2026-12-03', startsAt: at('2026-12-03', '10:00'), place: 'phone' },
    }),
  ],
  ['9 coffee dec 3', one(9, { type: 'booked', meeting: { on: '2026-12-03' } })],
  ['9 asked', one(9, { type: 'touched' })],
  ['2 confirmed', one(2, { type: 'touched' })],
  ['2 do not contact', one(2, { type: 'declined', forGood: true })],
  ['reopen ellen', one(8, { type: 'reopened' })],
  ['keep jo', one(10, { type: 'kept' })],
  ['warm 3', one(3, { type: 'planned', plan: 'warm' })],
  [
    '2 moved to Halden, new email p@halden.com',
    one(
      2,
      { type: 'described', company: 'Halden', isNewJob: true },
      { type: 'readdressed', address: 'p@halden.com' },
    ),
  ],
  ['posted letter to Ellen', one(8, { type: 'attempted', channel: 'letter' })],
  ['stop 7', one(7, { type: 'dropped' })],
  ['move 5 to monday', one(5, { type: 'snoozed', key: 'attempt 2', until: '2026-11-23' })],
  ['call marcus thursday', one(6, { type: 'snoozed', key: 'attempt 3', until: '2026-11-19' })],
  ['4 thursday 2pm', { problems: ['needs more'] }],
  ['5 no reply yet', { problems: ['needs more'] }],
  ['5 sent Thanks', one(5, { type: 'attempted', channel: 'email' })],
  [
    "3 met, he'll send names by friday",
    one(3, { type: 'met', on: '2026-11-16' }, { type: 'promised', text: 'names', dueOn: '2026-11-20' }),
  ],
  ['applied 3 today', { applications: [{ count: 3, on: TODAY }] }],
  ['target: product roles in climate tech', { settings: { target: 'product roles in climate tech' } }],
  ['my number is 617 555 0100', { settings: { phone: '617 555 0100' } }],
  ['country uk', { settings: { country: 'uk' } }],
  ['new address', { newPrivateAddress: true }],
  ['delete everything', { toErase: ['everything'] }],
  ['stop now please', { settings: { status: 'stopped' } }],
  ['why 5?', { questions: [{ question: 'history', about: 5 }] }],
  [
    'emailed priya@x.com on 3 nov',
    {
      newPeople: [
        {
          person: { name: 'Priya', address: 'priya@x.com' },
          facts: [
            { type: 'added', on: '2026-11-03' },
            { type: 'attempted', channel: 'email', on: '2026-11-03' },
          ],
        },
      ],
    },
  ],
  [
    'try tom@acme.com instead',
    { newPeople: [{ person: { name: 'Tom', address: 'tom@acme.com' }, facts: [{ type: 'added' }] }] },
  ],
]

describe('what people type elsewhere in the practice', () => {
  for (const [typed, effect] of rows) it(typed, () => expect(effectOf(typed)).toEqual(effect))

  it('is the news that a person without a line answered', () => {
    expect(effectOf('answered priya')).toEqual(one(11, { type: 'replied' }))
    expect(effectOf('priya answered')).toEqual(one(11, { type: 'answered' }))
  })
})
