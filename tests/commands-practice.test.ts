import { describe, expect, it } from 'vitest'
import type { Sent } from './support/post.ts'
import { tuesday } from './support/tuesday.ts'
import { numberOf, type World } from './support/world.ts'

/**
 * The 114 replies of practice 4.2, each typed under the digest of Tue 17 Nov 2026, and what they do to the receipt and to
 * later mornings. Expectations are written from the column "Effect" by hand. Numbers are those of the practice; {Noor}
 * and {Jo} stand for the numbers of those lines here.
 */
type Row = {
  /** What the receipt says; '' where none comes. */
  says: string | string[]
  /** What a later morning's letter has: on "18", "02 Dec" ... One that does not come is ''. */
  on?: { [day: string]: Check }
  /** The lines that must be there, and those that must not, in words. */
  tells?: string
  has?: 'Noor'
  before?: string
  /** A note after the reply, and what its receipt says. */
  next?: [note: string, says: string | RegExp]
}
type Check = { has?: (string | RegExp)[]; not?: (string | RegExp)[] }

const has = (...lines: (string | RegExp)[]): Check => ({ has: lines })
const not = (...lines: (string | RegExp)[]): Check => ({ not: lines })

const GRACE = 'Grace Kim, Acme'
const MARCUS = 'Marcus Hale, Northwind'
const LENA = 'Lena Fox, Ode'
const ELLEN = 'Ellen Ward, Tidal'
const SOFIA = 'Sofia Marsh, Ode'
const DEV = 'Dev Patel, Halden'
const TOM = 'Tom Lee, Brightline'
const ANA = 'Ana Ruiz, Corvid'
const NOOR = 'Noor Aziz, Lumen'

const ROWS: [number, string, Row][] = [
  // 1 to 12: later
  [
    1,
    '5 snooze 3d',
    { says: 'Grace Kim: snoozed to Fri 20 Nov.', on: { '19': not(GRACE), '20': has(GRACE) } },
  ],
  [
    2,
    'snooze 5 for 3 days',
    { says: 'Grace Kim: snoozed to Fri 20 Nov.', on: { '19': not(GRACE), '20': has(GRACE) } },
  ],
  [
    3,
    '5 snoze 3days',
    { says: ['Grace Kim: snoozed to Fri 20 Nov.', 'Took "snoze" as snooze.'], on: { '19': not(GRACE) } },
  ],
  [
    4,
    'push 5 to next week',
    { says: 'Grace Kim: snoozed to Mon 23 Nov.', on: { '20': not(GRACE), '23': has(GRACE) } },
  ],
  [5, '5 monday', { says: 'Grace Kim: snoozed to Mon 23 Nov.', on: { '20': not(GRACE), '23': has(GRACE) } }],
  [
    6,
    '5 after thanksgiving',
    { says: 'Grace Kim: snoozed to Mon 30 Nov.', on: { '25': not(GRACE), '30': has(GRACE) } },
  ],
  [
    7,
    '7 in march',
    { says: 'Lena Fox: snoozed to Mon 1 Mar', on: { '18': not(LENA), '2027-03-01': has(LENA) } },
  ],
  [8, 'remind me about Grace tmrw', { says: 'Grace Kim: snoozed to Wed 18 Nov.', on: { '18': has(GRACE) } }],
  [9, '5 not today', { says: 'Grace Kim: snoozed to Wed 18 Nov.', on: { '18': has(GRACE) } }],
  [
    10,
    '4 5 6 later',
    {
      says: 'Sofia Marsh, Grace Kim and Marcus Hale: snoozed to Tue 24 Nov.',
      on: { '18': not(SOFIA, GRACE, MARCUS), '24': has(SOFIA, GRACE, MARCUS) },
    },
  ],
  [
    11,
    'snooze all till monday',
    {
      says: 'snoozed to Mon 23 Nov.',
      on: {
        '18': { has: [TOM], not: [GRACE, MARCUS, LENA, SOFIA, DEV, ELLEN] },
        '23': has(GRACE, MARCUS, LENA, SOFIA, DEV),
      },
    },
  ],
  [12, 'snooze', { says: 'Nothing was changed.', on: { '18': has(GRACE) } }],
  // 13 to 28: attempts
  [
    13,
    '5 sent',
    {
      before: 'drop lena',
      says: 'Grace Kim: email sent. Next: a call on Fri 20 Nov.',
      on: { '18': not(GRACE), '20': has('Call Grace Kim') },
    },
  ],
  [
    14,
    '5 done',
    {
      before: 'drop lena',
      says: 'Grace Kim: done. Next: a call on Fri 20 Nov.',
      on: { '18': not(GRACE), '20': has('Call Grace Kim') },
    },
  ],
  [
    15,
    'sent 5 and 8 yesterday',
    {
      before: 'drop lena',
      says: [
        'Grace Kim: email sent. Next: a call on Thu 19 Nov.',
        'Ellen Ward: email sent. Next: the last line on Mon 23 Nov.',
      ],
      on: { '19': has('Call Grace Kim') },
    },
  ],
  [
    16,
    'already emailed grace on friday, forgot to bcc',
    {
      before: 'drop lena',
      says: 'Next: a call on Wed 18 Nov.',
      on: { '18': has('Call Grace Kim', '6 and 13 Nov') },
    },
  ],
  [
    17,
    '6 called',
    {
      says: 'Marcus Hale: called. Next: a call on Mon 23 Nov.',
      on: { '18': not(MARCUS), '23': has('Call Marcus Hale') },
    },
  ],
  [
    18,
    '6 called, no answer',
    { says: 'Marcus Hale: called, no answer. Next: a call on Mon 23 Nov.', on: { '18': not(MARCUS) } },
  ],
  [
    19,
    '6 left vm',
    { says: 'Marcus Hale: called, left a voicemail.', on: { '23': has('no second message') } },
  ],
  [
    20,
    '6 lvm again',
    { says: 'Marcus Hale: called, left a voicemail.', on: { '23': has('no second message') } },
  ],
  [
    21,
    'called marcus and lena, both voicemail',
    {
      says: ['Marcus Hale: called, left a voicemail.', 'Lena Fox: called, left a voicemail.'],
      on: { '18': not(MARCUS, LENA) },
    },
  ],
  [
    22,
    '6 caled no anwser',
    { says: ['Marcus Hale: called, no answer.', 'Took "caled" as called.'], on: { '18': not(MARCUS) } },
  ],
  [
    23,
    '6 talked to his assistant, try thurs am',
    { says: 'Marcus Hale: called', on: { '18': not(MARCUS) }, next: ['history marcus', 'assistant'] },
  ],
  [
    24,
    '6 wrong number',
    {
      says: ['Marcus Hale: number removed', 'number 617 555 0142'],
      on: { '18': { has: ['Call Marcus Hale'], not: ['555 0142'] } },
    },
  ],
  [25, '6 no phone', { says: 'Marcus Hale: plan: email only.', on: { '18': not('Call Marcus') } }],
  [
    26,
    '6 number is 617-555-0142',
    { says: 'Marcus Hale: phone 617-555-0142.', on: { '18': has('Northwind, 617-555-0142') } },
  ],
  [27, '5 texted her instead', { says: 'Grace Kim: message sent.', on: { '18': not(GRACE) } }],
  [28, 'messaged 5 on linkedin', { says: 'Grace Kim: message sent.', on: { '18': not(GRACE) } }],
  // 29 to 47: answers
  [
    29,
    '5 answered',
    { says: 'Grace Kim: answered, your turn.', on: { '18': has(/ANSWER[\s\S]*Grace Kim[\s\S]*FOLLOW UP/) } },
  ],
  [
    30,
    '5 she replied!',
    { says: 'Grace Kim: answered, your turn.', on: { '18': has(/ANSWER[\s\S]*Grace Kim[\s\S]*FOLLOW UP/) } },
  ],
  [
    31,
    'grace wrote back, wants to talk in dec',
    {
      says: 'Grace Kim: answered, your turn; noted "wants to talk in dec".',
      on: { '18': has(/ANSWER[\s\S]*Grace Kim[\s\S]*FOLLOW UP/) },
    },
  ],
  [
    32,
    'heard back from 5 and 8',
    {
      says: 'Grace Kim and Ellen Ward: answered, your turn.',
      on: { '18': has(/ANSWER[\s\S]*Ellen Ward[\s\S]*FOLLOW UP/) },
    },
  ],
  [
    33,
    '4 replied',
    { says: 'Sofia Marsh: you replied, their turn.', on: { '18': not(SOFIA), '20': has(SOFIA) } },
  ],
  [
    34,
    'answered sofia this morning',
    { says: 'Sofia Marsh: you replied, their turn.', on: { '18': not(SOFIA), '20': has(SOFIA) } },
  ],
  [
    35,
    '5 ooo until nov 30',
    { says: 'Grace Kim: away until Mon 30 Nov', on: { '2026-12-01': not(GRACE), '2026-12-02': has(GRACE) } },
  ],
  [
    36,
    'marcus is out till after new years',
    {
      says: ['Marcus Hale: away until Mon 4 Jan', 'Next: a call on Wed 6 Jan'],
    },
  ],
  [
    37,
    '5 bounced',
    {
      says: 'Grace Kim: bounced, that email does not count; send the right address.',
      on: { '18': has('Grace Kim') },
    },
  ],
  [
    38,
    '5 new email grace.kim@halden.com',
    { says: 'Grace Kim: address now grace.kim@halden.com', on: { '18': has('Grace Kim') } },
  ],
  [
    39,
    '5 said no',
    {
      says: 'Grace Kim: declined.',
      on: { '18': not('Email 2 of 3') },
      next: ['list', /Said no \(1\): Grace Kim/],
    },
  ],
  [40, 'not interested (5)', { says: 'Grace Kim: declined.', next: ['list', /Said no \(1\): Grace Kim/] }],
  [
    41,
    '5 said try again in feb',
    {
      says: 'Grace Kim: later, from Mon 1 Feb',
      on: { '18': not(GRACE), '2027-02-01': has('Grace Kim') },
    },
  ],
  [
    42,
    '5 too busy right now',
    { says: 'Grace Kim: later, from Thu 17 Dec', on: { '18': has('Grace Kim. A no, or later?') } },
  ],
  [
    43,
    'drop 8',
    { says: 'Ellen Ward: dropped.', on: { '18': not(ELLEN) }, next: ['list', /Quiet \(1\): Ellen Ward/] },
  ],
  [44, 'give up on ellen', { says: 'Ellen Ward: dropped.', on: { '18': not(ELLEN) } }],
  [45, '8 move on', { says: 'Ellen Ward: dropped.', on: { '18': not(ELLEN) } }],
  [46, 'stop chasing 7', { says: 'Lena Fox: dropped.', on: { '18': { has: [GRACE], not: [LENA] } } }],
  [47, 'keep 8', { says: 'Ellen Ward: kept, one more attempt.', on: { '18': has(ELLEN) } }],
  // 48 to 66: meetings
  [
    48,
    '4 meeting thu 2pm',
    {
      says: 'Sofia Marsh: meeting Thu 19 Nov 2:00 pm.',
      on: { '18': has('Sofia Marsh, Ode. Tomorrow 2:00 pm') },
    },
  ],
  [
    49,
    '4 mtg 12/3 10am zoom',
    {
      says: 'Sofia Marsh: meeting Thu 3 Dec 10:00 am, Zoom.',
      on: { '18': not(SOFIA), '2026-12-02': has('Sofia Marsh, Ode. Tomorrow 10:00 am') },
    },
  ],
  [
    50,
    'booked w/ sofia friday 3 at blue bottle',
    {
      says: 'Sofia Marsh: meeting Fri 20 Nov 3:00 pm, blue bottle.',
      on: { '19': has('Sofia Marsh, Ode. Tomorrow 3:00 pm, blue bottle') },
    },
  ],
  [
    51,
    'coffee with {Noor} on dec 8th',
    {
      has: 'Noor',
      says: 'Noor Aziz: meeting Tue 8 Dec',
      on: { '18': not(NOOR) },
      next: ['agenda noor', 'No hour yet'],
    },
  ],
  [
    52,
    '2 moved to fri 11',
    {
      says: 'Ana Ruiz: moved to Fri 20 Nov 11:00 am',
      on: { '18': not('Ana Ruiz, Corvid. Today'), '19': has('Ana Ruiz, Corvid. Tomorrow 11:00 am') },
    },
  ],
  [
    53,
    'ana resceduled, next tues same time',
    {
      says: ['Ana Ruiz: moved to Tue 24 Nov 10:00 am', 'Took "resceduled" as rescheduled.'],
      on: { '23': has('Ana Ruiz, Corvid. Tomorrow 10:00 am') },
    },
  ],
  [
    54,
    '2 cancelled',
    {
      says: 'Ana Ruiz: cancelled; offer two new times.',
      on: { '18': has(/ANSWER[\s\S]*Ana Ruiz[\s\S]*FOLLOW UP/) },
    },
  ],
  [
    55,
    "2 didn't show",
    {
      says: 'Ana Ruiz: did not come; offer two new times.',
      on: { '18': has(/ANSWER[\s\S]*Ana Ruiz[\s\S]*FOLLOW UP/) },
    },
  ],
  [
    56,
    'i missed the call w tom!!',
    {
      says: 'Tom Lee: missed by you; write today.',
      on: { '18': has(/ANSWER[\s\S]*Tom Lee[\s\S]*FOLLOW UP/) },
    },
  ],
  [
    57,
    '3 met today',
    { says: 'Dev Patel: met Tue 17 Nov', on: { '18': has('Dev Patel, Halden. You met yesterday.') } },
  ],
  [
    58,
    "met dev yesterday, great chat, he'll intro me to Kit Moss at Ode",
    {
      before: 'drop grace\ndrop lena\ndrop ellen\ndrop marcus',
      says: ['Dev Patel: met Mon 16 Nov', 'noted "great chat"', 'will introduce you to Kit Moss'],
      on: { '18': has(/THANK[\s\S]*Dev Patel/), '2026-12-01': has(/Dev Patel[\s\S]*Kit Moss/) },
    },
  ],
  [59, '1 met', { says: 'Tom Lee: met Tue 17 Nov', on: { '18': has(/THANK[\s\S]*Tom Lee/) } }],
  [60, '1 happened', { says: 'Tom Lee: met Tue 17 Nov', on: { '18': has(/THANK[\s\S]*Tom Lee/) } }],
  [
    61,
    '6 we talked for 20 min on the phone',
    { says: 'Marcus Hale: met Tue 17 Nov', on: { '18': has(/THANK[\s\S]*Marcus Hale[\s\S]*FOLLOW UP/) } },
  ],
  [62, '3 thanked', { says: 'Dev Patel: thanked. Next: an update on Thu 10 Dec.', on: { '18': not(DEV) } }],
  [63, '3 ty sent', { says: 'Dev Patel: thanked.', on: { '18': not(DEV) } }],
  [64, 'thx note to dev done', { says: 'Dev Patel: thanked.', on: { '18': not(DEV) } }],
  [65, '3 card mailed', { says: 'Dev Patel: card sent.' }],
  [
    66,
    'no cards please',
    { says: 'No more cards.', before: 'star dev\ndev thanked', on: { '19': not(/card/i) } },
  ],
  // 67 to 80: introductions, notes
  [
    67,
    '3 asked for intros',
    { says: 'Dev Patel: asked for introductions.', next: ['history dev', 'asked for introductions'] },
  ],
  [68, '3 no names', { says: 'Dev Patel: no names for now.', next: ['history dev', 'no names for now'] }],
  [
    69,
    '3 introduced me to kit@ode.com',
    { says: 'Dev Patel: introduced Kit.', on: { '18': has(/ANSWER[\s\S]*Kit, Ode/) } },
  ],
  [
    70,
    'tom hall tom@hall.com via priya',
    { says: 'Tom Hall: added.', on: { '18': has(/ANSWER[\s\S]*Tom Hall, Hall/) } },
  ],
  [
    71,
    'add jane doe jane@x.org alum',
    { says: 'Jane Doe: added.', next: ['list', /To write to \(1\): Jane Doe/] },
  ],
  [
    72,
    'emailed jane@x.org today',
    { says: 'Jane: email sent.', on: { '18': not(/\d Jane/) }, next: ['list', /Trying.*Jane/] },
  ],
  [73, '{Noor} wrote', { has: 'Noor', says: 'Noor Aziz:', on: { '18': not(NOOR) } }],
  [74, '{Noor} not needed', { has: 'Noor', says: 'Noor Aziz: skipped.', on: { '18': not(NOOR) } }],
  [75, '{Noor} once a year is fine', { has: 'Noor', says: 'Noor Aziz: in touch every 365 days.' }],
  [76, 'star 4', { says: 'Sofia Marsh: starred.' }],
  [
    77,
    'note 4: likes sailing, started at Ode 2019',
    {
      says: 'Noted for Sofia Marsh: "likes sailing, started at Ode 2019".',
      next: ['history sofia', 'likes sailing'],
    },
  ],
  [78, '4 - knows my old boss', { says: 'Noted for Sofia Marsh: "knows my old boss".' }],
  [
    79,
    '3 promised to send list by friday',
    {
      says: 'Dev Patel: a promise, "send list", for Fri 20 Nov.',
      on: { '20': has(/Dev Patel[\s\S]*send list/) },
    },
  ],
  [
    80,
    '2 goal: learn how they hire juniors',
    { says: 'Ana Ruiz: goal: learn how they hire juniors', on: { '18': has('learn how they hire juniors') } },
  ],
  // 81 to 92: several, undo, identities
  [81, 'agenda 2', { says: ['AGENDA: Ana Ruiz, Corvid. Wed 18 Nov 10:00 am', 'Last 5 minutes'] }],
  [82, '{Jo} yes', { says: 'one person from now on', on: { '18': not('One person') } }],
  [83, '{Jo} no thats a different jo', { says: 'two people', on: { '18': not('One person') } }],
  [84, 'same', { says: 'one person from now on', next: ['list', /Jo Beck, Beckworks/] }],
  [
    85,
    'all done',
    {
      says: ['Dev Patel', 'Sofia Marsh', 'Grace Kim', 'Marcus Hale', 'Lena Fox', 'Ellen Ward'],
      on: { '18': { has: [TOM, ANA], not: [DEV, SOFIA, GRACE, MARCUS, LENA, ELLEN] } },
    },
  ],
  [
    86,
    '3-5 done, 6 tomorrow, drop the rest',
    {
      says: ['Dev Patel', 'Marcus Hale: snoozed to Wed 18 Nov.', 'Lena Fox and Ellen Ward: dropped.'],
      on: { '18': { has: [MARCUS, TOM], not: [DEV, SOFIA, GRACE, LENA, ELLEN] } },
    },
  ],
  [
    87,
    '5, 6 & 8 done. 7 snooze 2d. 3 skip',
    {
      says: ['Grace Kim', 'Lena Fox: snoozed to Thu 19 Nov.', 'Dev Patel: skipped.'],
      on: { '18': not(GRACE, MARCUS, ELLEN, LENA, DEV), '19': has(LENA) },
    },
  ],
  [
    88,
    'six called, three snooze one week',
    { says: ['Marcus Hale: called.', 'Dev Patel: snoozed to Tue 24 Nov.'], on: { '18': not(MARCUS, DEV) } },
  ],
  [
    89,
    'undo',
    { before: 'drop grace', says: 'is taken back: what it said of Grace Kim.', on: { '18': has(GRACE) } },
  ],
  [
    90,
    'oops 5 not 6',
    {
      before: 'marcus called, no answer',
      says: ['Marcus Hale: taken back.', 'Grace Kim: called, no answer.'],
      on: { '18': { has: ['Call Marcus Hale'], not: [GRACE] } },
    },
  ],
  [91, 'forget ellen', { says: 'To erase all that is stored of Ellen Ward', on: { '18': has(ELLEN) } }],
  [92, 'ignore mom@gmail.com', { says: 'mom@gmail.com: never logged again.', next: ['list', /^(?!.*mom)/i] }],
  // 93 to 114: the search
  [93, 'applied acme designer', { says: 'Applied: acme designer.', next: ['stats', 'Applications: 1.'] }],
  [
    94,
    'interview at acme tues!',
    { says: 'Interview at acme, Tue 24 Nov.', next: ['stats', 'Job interviews: 1.'] },
  ],
  [
    95,
    'focus week jan 11 in dc',
    { says: 'Focus week from Mon 11 Jan in DC.', on: { '20': has(/11 (to 15 )?Jan/) } },
  ],
  [96, 'pause 2w', { says: 'No letters until Tue 1 Dec.', on: { '18': has(), '2026-12-01': has(GRACE) } }],
  [
    96,
    'on vacation til dec 1',
    { says: 'No letters until Tue 1 Dec.', on: { '30': {}, '2026-12-01': has(GRACE) } },
  ],
  [97, 'resume', { before: 'pause 2w', says: 'Letters come again.', on: { '18': has(GRACE) } }],
  [97, 'im back', { before: 'pause 2w', says: 'Letters come again.', on: { '18': has(GRACE) } }],
  [98, 'digest at 7', { says: 'Digest at 07:00.', on: { '18 07:00': has(GRACE) } }],
  [98, 'digest at 6:45am please', { says: 'Digest at 06:45.', on: { '18 06:45': has(GRACE) } }],
  [99, 'tz chicago', { says: 'Time zone America/Chicago.', on: { '18 07:30': {}, '18 08:30': has(GRACE) } }],
  [100, 'skip tomorrow', { says: 'No letter on Wed 18 Nov.', on: { '18': {}, '19': has(GRACE) } }],
  [101, 'how many calls have I made', { says: ['Calls: 3.', 'Meetings held: 3.'] }],
  [
    102,
    'list',
    { says: ['Meeting (2): Ana Ruiz, Corvid; Tom Lee, Brightline.', 'Talking (1): Sofia Marsh, Ode.'] },
  ],
  [102, "who's left", { says: 'Talking (1): Sofia Marsh, Ode.' }],
  [103, 'history 5', { says: ['Grace Kim:', 'Fri 6 Nov: email "Advice".'] }],
  [
    104,
    'got the job!!!',
    {
      says: [
        'Search over',
        'Sofia Marsh (answered), Ana Ruiz (meets you Wed 18 Nov), Tom Lee (meets you Tue 17 Nov)',
      ],
      on: { '18': { has: [/TELL[\s\S]*Dev Patel/], not: [GRACE, MARCUS, LENA, ELLEN] } },
    },
  ],
  [
    105,
    'i accepted an offer at halden',
    { says: 'Search over, with a job at Halden', on: { '18': not(GRACE, MARCUS, LENA, ELLEN) } },
  ],
  [
    106,
    '3 told',
    { before: 'got the job', says: 'Dev Patel: told.', on: { '18': not('Tell them about the job. Dev') } },
  ],
  [107, 'stop', { says: ['No more letters', '"resume"'], on: { '18': {} } }],
  [108, 'unsubscribe', { says: 'No more letters', on: { '18': {} } }],
  [109, 'export', { says: 'Attached: your contacts' }],
  [110, '?', { says: 'Begin with a number of the digest' }],
  [110, 'help', { says: 'Begin with a number of the digest' }],
  [111, 'thanks!', { says: '', on: { '18': has(GRACE) } }],
  [
    112,
    '15 done\n5 sent',
    { says: ["There is no 15 in Tuesday's digest.", 'Grace Kim: email sent.'], on: { '18': not(GRACE) } },
  ],
  [113, '5 dne', { says: ['Grace Kim: done.', 'Took "dne" as done.'], on: { '18': not(GRACE) } }],
  [114, '5 blorp', { says: ['not understood', '5 blorp'], on: { '18': has(GRACE) } }],
]

const flat = (letter: Sent | undefined): string => (letter?.TextBody ?? '').replace(/\s+/g, ' ')

async function receiptOf(world: World, write: () => Promise<unknown>): Promise<string> {
  world.postmark.take()
  await write()
  const letters = world.postmark.take()
  expect(letters.length).toBeLessThanOrEqual(1)
  return flat(letters[0])
}

/** The letter of "18", "18 06:45" or "2027-01-06"; '' where none came. */
async function letterOn(world: World, day: string): Promise<string> {
  const [on, time = '07:30'] = day.split(' ')
  const date = on!.length === 2 ? `2026-11-${on}` : on!
  const [letter] = await world.tick(`${date}T${time}-05:00`)
  return letter?.TextBody ?? ''
}

describe('the replies of practice 4.2', () => {
  it.each(ROWS)('%i: %s', async (_, typed, row) => {
    const { world, letter } = await tuesday(row.has ?? 'Ana')
    const at = '2026-11-17T09:00-05:00'
    if (row.before) await world.note(row.before, '2026-11-17T08:30-05:00', { id: 'before@gmail.com' })
    const text = typed.replace(/\{(Noor|Jo)\}/g, (__, name) => String(numberOf(letter, name)))
    const receipt = await receiptOf(world, () => world.answer(letter, text, at, { id: 'reply@gmail.com' }))
    if (row.says === '') expect(receipt).toBe('')
    for (const part of [row.says].flat()) expect(receipt).toContain(part)
    for (const [day, check] of Object.entries(row.on ?? {})) {
      const later = await letterOn(world, day)
      if (!check.has && !check.not) expect(later, day).toBe('')
      for (const part of check.has ?? [])
        expect(typeof part === 'string' ? later.replace(/\s+/g, ' ') : later, day).toMatch(part)
      for (const part of check.not ?? []) expect(later.replace(/\s+/g, ' '), day).not.toMatch(part)
    }
    if (row.next) {
      const [note, says] = row.next
      expect(
        await receiptOf(world, () => world.note(note, '2026-11-17T09:30-05:00', { id: 'next@gmail.com' })),
      ).toMatch(says)
    }
  })

  it('are all there', () => {
    expect([...new Set(ROWS.map(([number]) => number))]).toEqual(Array.from({ length: 114 }, (_, i) => i + 1))
  })
})
