import type { Paragraph } from './sentence.ts'
import type { Template } from './template.ts'

/** What an introducer can pass on (practice 5.13). */
export const FORWARDABLE: Paragraph = [
  [
    `"{me} is {meLine}, learning about {target}, and would value 15 minutes of {newFirst}'s advice on [topic]. Not a job request. {mePhone}"`,
    `"{me} is {meLine}, learning about {target}, and would value 15 minutes of {newFirst}'s advice on [topic]. Not a job request."`,
    `"{me} would value 15 minutes of {newFirst}'s advice on [topic]. Not a job request."`,
  ],
]

/** Being introduced, and telling the one who did it (practice 5.13 to 5.15). */
export const INTRODUCTIONS = {
  // 5.13
  'lines to forward': {
    subject: ['Re: {subject}', 'A few lines for {newFirst}', 'A few lines to forward'],
    body: [
      [
        [
          '{hello}, thank you for offering to introduce me to {newFirst}.',
          '{hello}, thank you for offering to introduce me.',
        ],
        'Here is something you can forward, and please check first that it is welcome:{?me}{?newFirst}',
      ],
      FORWARDABLE,
      ['{me}'],
    ],
  },
  // 5.14, the same day; the introducer gets a blind copy and is out of the thread
  'answering an introduction': {
    subject: ['Re: {subject}', 'Our introduction'],
    body: [
      [
        'Thank you, {introFirst} (moving you to bcc).',
        ['Hi {newFirst}, good to meet you.', 'Hello, good to meet you.'],
        '{connection}.',
        'Would you have 15 minutes in the next two weeks?',
        ['{times} work for me and I can fit around you.', 'I can fit around you.'],
      ],
      ['{me}'],
    ],
  },
  // 5.15
  'telling the introducer': {
    subject: ['{newFirst} and I spoke', 'We spoke'],
    body: [
      [
        [
          '{hello}, {newFirst} and I spoke {metDay}, and [one useful thing].',
          '{hello}, {newFirst} and I spoke, and [one useful thing].',
          '{hello}, we spoke, and [one useful thing].',
        ],
        'Thank you for making that happen.',
      ],
      ['{me}'],
    ],
  },
} as const satisfies Record<string, Template>
