import { describe, expect, it } from 'vitest'
import type { Order } from '../../../src/core/commands/order.ts'
import { at, context, effectOf, ITEMS, TODAY } from './digest.ts'

// The 114 replies of practice 4.2, each an answer to the digest of 3.4 (Tue 17 Nov 2026). The effects are written
// from the column "Effect" by hand. Facts are of that day unless they say `on`.

const NEXT_MONTHS_FIRST = '2027-03-01'
const snoozed = (key: string, until: string) => ({ type: 'snoozed', key, until })
const email = { type: 'attempted', channel: 'email' }
const call = { type: 'attempted', channel: 'call' }
const noted = (text: string) => ({ type: 'noted', text })
const facts = (of: Record<number, object[]>) => ({ facts: of })

const LATER: [number, string, object][] = [
  [1, '1 snooze 3d', facts({ 1: [snoozed('meeting 2026-11-17', '2026-11-20')] })],
  [2, 'snooze 1 for 3 days', facts({ 1: [snoozed('meeting 2026-11-17', '2026-11-20')] })],
  [
    3,
    '1 snoze 3days',
    { ...facts({ 1: [snoozed('meeting 2026-11-17', '2026-11-20')] }), remarks: ['Took "snoze" as snooze.'] },
  ],
  [4, 'push 5 to next week', facts({ 5: [snoozed('attempt 2', '2026-11-23')] })],
  [5, '5 monday', facts({ 5: [snoozed('attempt 2', '2026-11-23')] })],
  [6, '5 after thanksgiving', facts({ 5: [snoozed('attempt 2', '2026-11-30')] })],
  [7, '7 in march', facts({ 7: [snoozed('attempt 4', NEXT_MONTHS_FIRST)] })],
  [8, 'remind me about Grace tmrw', facts({ 5: [snoozed('attempt 2', '2026-11-18')] })],
  [9, '5 not today', facts({ 5: [snoozed('attempt 2', '2026-11-18')] })],
  [
    10,
    '4 5 6 later',
    facts({
      4: [snoozed('answer 2026-11-16', '2026-11-24')],
      5: [snoozed('attempt 2', '2026-11-24')],
      6: [snoozed('attempt 3', '2026-11-24')],
    }),
  ],
  [
    11,
    'snooze all till monday',
    facts(
      Object.fromEntries(ITEMS.slice(2).map((item) => [item.contact, [snoozed(item.key, '2026-11-23')]])),
    ),
  ],
  [12, 'snooze', { problems: ['needs a target'] }],
]

const OUTREACH: [number, string, object][] = [
  [13, '5 sent', facts({ 5: [email] })],
  [14, '5 done', facts({ 5: [email] })],
  [
    15,
    'sent 5 and 8 yesterday',
    facts({ 5: [{ ...email, on: '2026-11-16' }], 8: [{ ...email, on: '2026-11-16' }] }),
  ],
  [
    16,
    'already emailed grace on friday, forgot to bcc',
    facts({ 5: [{ ...email, on: '2026-11-13' }, noted('forgot to bcc')] }),
  ],
  [17, '6 called', facts({ 6: [call] })],
  [18, '6 called, no answer', facts({ 6: [{ ...call, outcome: 'no answer' }] })],
  [19, '6 left vm', facts({ 6: [{ ...call, outcome: 'voicemail' }] })],
  [20, '6 lvm again', facts({ 6: [{ ...call, outcome: 'voicemail' }] })],
  [
    21,
    'called marcus and lena, both voicemail',
    facts({ 6: [{ ...call, outcome: 'voicemail' }], 7: [{ ...call, outcome: 'voicemail' }] }),
  ],
  [
    22,
    '6 caled no anwser',
    { ...facts({ 6: [{ ...call, outcome: 'no answer' }] }), remarks: ['Took "caled" as called.'] },
  ],
  [
    23,
    '6 talked to his assistant, try thurs am',
    facts({ 6: [call, snoozed('*', '2026-11-19'), noted('talked to his assistant, try thurs am')] }),
  ],
  [24, '6 wrong number', facts({ 6: [{ type: 'phoned', number: null }] })],
  [25, '6 no phone', facts({ 6: [{ type: 'planned', plan: 'email only' }] })],
  [26, '6 number is 617-555-0142', facts({ 6: [{ type: 'phoned', number: '617-555-0142' }] })],
  [27, '5 texted her instead', facts({ 5: [{ type: 'attempted', channel: 'message' }] })],
  [28, 'messaged 5 on linkedin', facts({ 5: [{ type: 'attempted', channel: 'message' }] })],
]

const ANSWERS: [number, string, object][] = [
  [29, '5 answered', facts({ 5: [{ type: 'answered' }] })],
  [30, '5 she replied!', facts({ 5: [{ type: 'answered' }] })],
  [
    31,
    'grace wrote back, wants to talk in dec',
    facts({ 5: [{ type: 'answered' }, noted('wants to talk in dec')] }),
  ],
  [32, 'heard back from 5 and 8', facts({ 5: [{ type: 'answered' }], 8: [{ type: 'answered' }] })],
  [33, '4 replied', facts({ 4: [{ type: 'replied' }] })],
  [34, 'answered sofia this morning', facts({ 4: [{ type: 'replied' }] })],
  [35, '5 ooo until nov 30', facts({ 5: [{ type: 'away', until: '2026-11-30' }] })],
  [36, 'marcus is out till after new years', facts({ 6: [{ type: 'away', until: '2027-01-04' }] })],
  [37, '5 bounced', facts({ 5: [{ type: 'bounced' }] })],
  [
    38,
    '5 new email grace.kim@halden.com',
    facts({ 5: [{ type: 'readdressed', address: 'grace.kim@halden.com' }] }),
  ],
  [39, '5 said no', facts({ 5: [{ type: 'declined' }] })],
  [40, 'not interested (5)', facts({ 5: [{ type: 'declined' }] })],
  [41, '5 said try again in feb', facts({ 5: [{ type: 'deferred', until: '2027-02-01' }] })],
  [
    42,
    '5 too busy right now',
    {
      ...facts({ 5: [{ type: 'deferred', until: '2026-12-17', reason: 'too busy right now' }] }),
      doubts: [5],
    },
  ],
  [43, 'drop 8', facts({ 8: [{ type: 'dropped' }] })],
  [44, 'give up on ellen', facts({ 8: [{ type: 'dropped' }] })],
  [45, '8 move on', facts({ 8: [{ type: 'dropped' }] })],
  [46, 'stop chasing 7', facts({ 7: [{ type: 'dropped' }] })],
  [47, 'keep 8', facts({ 8: [{ type: 'kept' }] })],
]

const MEETINGS: [number, string, object][] = [
  [48, '4 meeting thu 2pm', facts({ 4: [booked('2026-11-19', '14:00')] })],
  [49, '4 mtg 12/3 10am zoom', facts({ 4: [booked('2026-12-03', '10:00', 'Zoom')] })],
  [
    50,
    'booked w/ sofia friday 3 at blue bottle',
    facts({ 4: [booked('2026-11-20', '15:00', 'blue bottle')] }),
  ],
  [51, 'coffee with 9 on dec 8th', facts({ 9: [booked('2026-12-08')] })],
  [
    52,
    '2 moved to fri 11',
    facts({ 2: [{ ...booked('2026-11-20', '11:00'), type: 'moved', of: '2026-11-18' }] }),
  ],
  [
    53,
    'ana resceduled, next tues same time',
    {
      ...facts({ 2: [{ ...booked('2026-11-24', '10:00'), type: 'moved', of: '2026-11-18' }] }),
      remarks: ['Took "resceduled" as rescheduled.'],
    },
  ],
  [54, '2 cancelled', facts({ 2: [{ type: 'cancelled', of: '2026-11-18' }] })],
  [55, "2 didn't show", facts({ 2: [{ type: 'missed', by: 'them', of: '2026-11-18' }] })],
  [56, 'i missed the call w tom!!', facts({ 1: [{ type: 'missed', by: 'me', of: '2026-11-17' }] })],
  [57, '3 met today', facts({ 3: [{ type: 'met' }] })],
  [
    58,
    "met dev yesterday, great chat, he'll intro me to Kit Moss at Ode",
    facts({
      3: [
        { type: 'met', on: '2026-11-16' },
        noted('great chat'),
        { type: 'intro promised', name: 'Kit Moss at Ode' },
      ],
    }),
  ],
  [59, '1 met', facts({ 1: [{ type: 'met' }] })],
  [60, '1 happened', facts({ 1: [{ type: 'met' }] })],
  [61, '6 we talked for 20 min on the phone', facts({ 6: [{ type: 'met', minutes: 20, channel: 'call' }] })],
  [62, '3 thanked', facts({ 3: [{ type: 'thanked', of: '2026-11-16' }] })],
  [63, '3 ty sent', facts({ 3: [{ type: 'thanked', of: '2026-11-16' }] })],
  [64, 'thx note to dev done', facts({ 3: [{ type: 'thanked', of: '2026-11-16' }] })],
  [65, '3 card mailed', facts({ 3: [{ type: 'carded' }] })],
  [66, 'no cards please', { settings: { cards: false } }],
]

const PEOPLE: [number, string, object][] = [
  [67, '3 asked for intros', facts({ 3: [{ type: 'intro asked' }] })],
  [68, '3 no names', facts({ 3: [{ type: 'intro none' }] })],
  [
    69,
    '3 introduced me to tom@brightline.com',
    {
      newPeople: [
        {
          person: { name: 'Tom', address: 'tom@brightline.com', source: 'intro', via: 3 },
          facts: [{ type: 'added', source: 'intro', via: 3 }],
          introducedBy: 3,
        },
      ],
    },
  ],
  [
    70,
    'tom lee tom@brightline.com via priya',
    {
      newPeople: [
        {
          person: { name: 'Tom Lee', address: 'tom@brightline.com', source: 'intro', via: 11 },
          facts: [{ type: 'added', source: 'intro', via: 11 }],
          introducedBy: 11,
        },
      ],
    },
  ],
  [
    71,
    'add jane doe jane@x.org alum',
    {
      newPeople: [
        {
          person: { name: 'Jane Doe', address: 'jane@x.org', source: 'alumni' },
          facts: [{ type: 'added', source: 'alumni' }],
        },
      ],
    },
  ],
  [
    72,
    'emailed jane@x.org today',
    { newPeople: [{ person: { name: 'Jane', address: 'jane@x.org' }, facts: [{ type: 'added' }, email] }] },
  ],
  [73, '9 wrote', facts({ 9: [{ type: 'touched', channel: 'email' }] })],
  [74, '9 not needed', facts({ 9: [{ type: 'skipped', key: 'coffee 2026-11-17' }] })],
  [75, '9 once a year is fine', facts({ 9: [{ type: 'touch every', days: 365 }] })],
  [76, 'star 4', facts({ 4: [{ type: 'starred' }] })],
  [
    77,
    'note 4: likes sailing, started at Ode 2019',
    facts({ 4: [noted('likes sailing, started at Ode 2019')] }),
  ],
  [78, '4 - knows my old boss', facts({ 4: [noted('knows my old boss')] })],
  [
    79,
    '3 promised to send list by friday',
    facts({ 3: [{ type: 'promised', text: 'send list', dueOn: '2026-11-20' }] }),
  ],
  [
    80,
    '1 goal: learn how they hire juniors',
    facts({ 1: [{ type: 'goal set', text: 'learn how they hire juniors', of: '2026-11-17' }] }),
  ],
]

const all = {
  3: [{ type: 'thanked', of: '2026-11-16' }],
  4: [{ type: 'replied' }],
  5: [email],
  6: [call],
  7: [call],
  8: [email],
}
const lastReply: Order[] = [
  { verb: 'called', targets: [{ contact: 6, item: ITEMS[5]! }], on: TODAY, outcome: 'no answer' },
]

const SEVERAL: [number, string, object, object?][] = [
  [81, 'agenda 2', { questions: [{ question: 'agenda', about: 2 }] }],
  [82, '10 yes', { guesses: [{ n: 10, contact: 10, key: 'meeting guess', isRight: true }] }],
  [
    83,
    '10 no thats a different jo',
    { guesses: [{ n: 10, contact: 10, key: 'meeting guess', isRight: false, note: 'thats a different jo' }] },
  ],
  [
    84,
    'same',
    { identities: [{ contact: 11, other: 12, isSame: true }] },
    { openIdentities: [{ contact: 11, other: 12 }] },
  ],
  [84, 'same', { problems: ['needs a target'] }],
  [
    85,
    'all done',
    {
      ...facts({ ...all, 9: [{ type: 'touched' }] }),
      guesses: [{ n: 10, contact: 10, key: 'meeting guess', isRight: true }],
    },
  ],
  [
    86,
    '3-5 done, 6 tomorrow, drop the rest',
    facts({
      3: [{ type: 'thanked', of: '2026-11-16' }],
      4: [{ type: 'replied' }],
      5: [email],
      6: [snoozed('attempt 3', '2026-11-18')],
      7: [{ type: 'dropped' }],
      8: [{ type: 'dropped' }],
      9: [{ type: 'skipped', key: 'coffee 2026-11-17' }],
      10: [{ type: 'skipped', key: 'meeting guess' }],
    }),
  ],
  [
    86,
    '1-3 done, 4 tomorrow, drop the rest',
    facts({
      1: [{ type: 'met' }],
      2: [{ type: 'touched' }],
      3: [{ type: 'thanked', of: '2026-11-16' }],
      4: [snoozed('answer 2026-11-16', '2026-11-18')],
      5: [{ type: 'dropped' }],
      6: [{ type: 'dropped' }],
      7: [{ type: 'dropped' }],
      8: [{ type: 'dropped' }],
      9: [{ type: 'skipped', key: 'coffee 2026-11-17' }],
      10: [{ type: 'skipped', key: 'meeting guess' }],
    }),
  ],
  [
    87,
    '5, 6 & 8 done. 7 snooze 2d. 9 skip',
    facts({
      5: [email],
      6: [call],
      8: [email],
      7: [snoozed('attempt 4', '2026-11-19')],
      9: [{ type: 'skipped', key: 'coffee 2026-11-17' }],
    }),
  ],
  [
    88,
    'two called, three snooze one week',
    facts({ 2: [call], 3: [snoozed('thank 2026-11-16', '2026-11-24')] }),
  ],
  [89, 'undo', { undo: 'all' }, { lastReply }],
  [90, 'oops 5 not 6', { undo: [6], ...facts({ 5: [{ ...call, outcome: 'no answer' }] }) }, { lastReply }],
  [91, 'forget ellen', { toErase: [8] }],
  [
    92,
    'ignore mom@gmail.com',
    {
      newPeople: [{ person: { address: 'mom@gmail.com' }, facts: [{ type: 'added' }, { type: 'ignored' }] }],
    },
  ],
]

const SEARCH: [number, string, object][] = [
  [93, 'applied acme designer', { applications: [{ count: 1, to: 'acme designer', on: TODAY }] }],
  [94, 'interview at acme tues!', { interviews: [{ company: 'acme', on: '2026-11-24' }] }],
  [95, 'focus week jan 11 in dc', { settings: { focusWeek: { from: '2027-01-11', place: 'DC' } } }],
  [96, 'pause 2w', { settings: { status: 'paused', pausedUntil: '2026-12-01' } }],
  [96, 'on vacation til dec 1', { settings: { status: 'paused', pausedUntil: '2026-12-01' } }],
  [97, 'resume', { settings: { status: 'searching' } }],
  [97, 'im back', { settings: { status: 'searching' } }],
  [98, 'digest at 7', { settings: { digestAt: '07:00' } }],
  [98, 'digest at 6:45am please', { settings: { digestAt: '06:45' } }],
  [98, '6:45am please', { settings: { digestAt: '06:45' } }],
  [99, 'tz chicago', { settings: { tz: 'America/Chicago' } }],
  [100, 'skip tomorrow', { settings: { skipOn: '2026-11-18' } }],
  [101, 'how many calls have I made', { questions: [{ question: 'stats' }] }],
  [102, 'list', { questions: [{ question: 'list' }] }],
  [102, "who's left", { questions: [{ question: 'list' }] }],
  [103, 'history 5', { questions: [{ question: 'history', about: 5 }] }],
  [104, 'got the job!!!', { settings: { status: 'over' } }],
  [105, 'i accepted an offer at halden', { settings: { status: 'over', hiredAt: 'Halden' } }],
  [106, '1 told', facts({ 1: [{ type: 'told' }] })],
  [107, 'stop', { settings: { status: 'stopped' } }],
  [108, 'unsubscribe', { settings: { status: 'stopped' } }],
  [109, 'export', { questions: [{ question: 'export' }] }],
  [110, '?', { questions: [{ question: 'help' }] }],
  [110, 'help', { questions: [{ question: 'help' }] }],
  [111, 'thanks!', {}],
  [112, '15 done\n5 sent', { ...facts({ 5: [email] }), problems: ['no such number'] }],
  [113, '5 dne', { ...facts({ 5: [email] }), remarks: ['Took "dne" as done.'] }],
  [114, '5 blorp', { problems: ['not understood'] }],
]

describe('every reply of practice 4.2', () => {
  const rows: [number, string, object, object?][] = [
    ...LATER,
    ...OUTREACH,
    ...ANSWERS,
    ...MEETINGS,
    ...PEOPLE,
    ...SEVERAL,
    ...SEARCH,
  ]
  for (const [number, typed, effect, changes] of rows)
    it(`${number}: ${typed.replace('\n', ' / ')}`, () => expect(effectOf(typed, changes)).toEqual(effect))

  it('12: a bare snooze in a digest of one item is about that one', () => {
    const items = [ITEMS[4]!]
    expect(effectOf('snooze', { items })).toEqual(facts({ 5: [snoozed('attempt 2', '2026-11-20')] }))
  })

  it('knows all 114', () => {
    expect([...new Set(rows.map(([number]) => number))]).toEqual(Array.from({ length: 114 }, (_, i) => i + 1))
    expect(context().items).toHaveLength(10)
  })
})

function booked(on: string, time?: string, place?: string) {
  return { type: 'booked', meeting: { on, ...(time && { startsAt: at(on, time) }), ...(place && { place }) } }
}
