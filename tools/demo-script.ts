/** Somebody in the demo, as a header names them. */
export type Person = { name: string; address: string }

/**
 * One thing that happens at a time of the demo (New York, -05:00). `letter: true` says that a letter must come of it.
 * In a line of an answer {Grace Kim} stands for her number in the letter that is answered, or for her name where that
 * letter has no line about her.
 */
export type Step = { at: string; what: string; letter?: true } & (
  | { do: 'write'; from?: Person; to?: Person[]; bcc?: 'reach' | 'private'; subject: string; text: string }
  | { do: 'follow up'; on: Person; text: string }
  | { do: 'reply as'; who: Person; text: string }
  | { do: 'forward from'; who: Person; text: string }
  | { do: 'answer'; lines: string[] }
  | { do: 'wait' }
)

export const ANN: Person = { name: 'Ann Lee', address: 'ann@example.com' }
const GRACE: Person = { name: 'Grace Kim', address: 'grace@acme.com' }
const MARCUS: Person = { name: 'Marcus Hale', address: 'marcus@northwind.com' }
const SOFIA: Person = { name: 'Sofia Marsh', address: 'sofia@ode.com' }

export const ZONE = '-05:00'
export const START = '2026-11-03T09:00'

/** Two weeks of Ann's search. */
export const STEPS: Step[] = [
  {
    at: '2026-11-03T09:00',
    what: 'Ann asks to join.',
    letter: true,
    do: 'write',
    bcc: 'reach',
    subject: 'Join',
    text: 'Hello, I would like to join.',
  },
  {
    at: '2026-11-03T09:05',
    what: 'Ann answers the welcome letter.',
    letter: true,
    do: 'answer',
    lines: ['name: Ann Lee', 'target: product design in Boston'],
  },
  {
    at: '2026-11-03T09:20',
    what: 'Ann writes to Grace and BCCs her private address. The first of these is acknowledged, later ones are not.',
    letter: true,
    do: 'write',
    to: [GRACE],
    bcc: 'private',
    subject: 'A question about design at Acme',
    text: `Dear Grace,

Your talk at the Boston design week made me look at onboarding in a new way.
I am moving from architecture to product design. Could I ask you for fifteen
minutes about how you made that move? Any day this or next week is fine.

Ann`,
  },
  {
    at: '2026-11-03T09:40',
    what: 'Ann writes to Marcus.',
    do: 'write',
    to: [MARCUS],
    bcc: 'private',
    subject: 'Fellow Tufts designer, one question',
    text: `Dear Marcus,

We were both at Tufts, five years apart. What would you look at first at
Northwind if you came from architecture? Fifteen minutes would help me a lot.

Ann`,
  },
  {
    at: '2026-11-03T10:00',
    what: 'Ann writes to Sofia.',
    do: 'write',
    to: [SOFIA],
    bcc: 'private',
    subject: 'How Ode designs for clinics',
    text: `Dear Sofia,

Ode's work for small clinics is the kind that I want to learn. May I ask you
three questions about it, by phone, for fifteen minutes?

Ann`,
  },
  { at: '2026-11-06T12:00', what: 'Three days pass. Friday has a review.', do: 'wait' },
  {
    at: '2026-11-06T15:10',
    what: 'Sofia answers Ann. Reachback does not see that.',
    do: 'reply as',
    who: SOFIA,
    text: 'Dear Ann,\n\nGladly. Does Wednesday at 2 pm suit you? Call me on 617-555-0188.\n\nSofia',
  },
  {
    at: '2026-11-06T15:30',
    what: "Ann forwards Sofia's answer to her private address.",
    do: 'forward from',
    who: SOFIA,
    text: '',
  },
  { at: '2026-11-09T07:45', what: 'The weekend passes.', letter: true, do: 'wait' },
  {
    at: '2026-11-09T08:00',
    what: 'Ann says what she did about Sofia.',
    letter: true,
    do: 'answer',
    lines: ['{Sofia Marsh} replied', 'Sofia meeting wed 2pm by phone'],
  },
  { at: '2026-11-11T07:45', what: 'Wednesday, the day of the meeting.', do: 'wait' },
  { at: '2026-11-12T07:45', what: 'Thursday. Second emails are due.', letter: true, do: 'wait' },
  {
    at: '2026-11-12T08:00',
    what: 'Ann answers the morning letter.',
    letter: true,
    do: 'answer',
    lines: [
      '{Sofia Marsh} met, great talk, she will introduce me to Kit Moss',
      '{Grace Kim} snooze 4d',
      '{Marcus Hale} sent',
    ],
  },
  {
    at: '2026-11-12T08:20',
    what: 'Ann thanks Sofia, with the private address in BCC.',
    do: 'write',
    to: [SOFIA],
    bcc: 'private',
    subject: 'Thank you',
    text: 'Dear Sofia,\n\nThank you for yesterday. I will try the clinic map that you spoke of.\n\nAnn',
  },
  { at: '2026-11-13T07:45', what: 'Friday again.', letter: true, do: 'wait' },
  { at: '2026-11-16T07:45', what: 'Monday: the snooze is over.', letter: true, do: 'wait' },
  {
    at: '2026-11-16T08:10',
    what: 'Ann writes to Grace again, in the same thread.',
    do: 'follow up',
    on: GRACE,
    text: 'Dear Grace,\n\nWould Thursday or Friday morning suit you? A line by email is just as welcome.\n\nAnn',
  },
  { at: '2026-11-17T07:45', what: "Tuesday. Marcus's call comes next.", do: 'wait' },
]
