import type { Sentence } from './sentence.ts'
import type { Template } from './template.ts'

const touch = (...last: Sentence[]): Template => ({
  subject: ['[Article title]'],
  body: [
    ['{hello},'],
    [
      ['This made me think of our talk about {note}: [link].', 'This made me think of our talk: [link].'],
      'On my side: I have met {update}.',
      'I hope things are well at {company}.',
      ...last,
    ],
    ['{me}'],
  ],
})

/** After the thank-you, for months (practice 5.11, 5.12, 5.16). */
export const IN_TOUCH = {
  // 5.11, 15 business days after
  update: {
    subject: ['Your advice on [topic]'],
    body: [
      ['{hello},'],
      ['You suggested [advice].', 'I did, and [what came of it].', 'Since we spoke I have met {update}.'],
      [
        'Thank you again.',
        'If someone else occurs to you whom I should meet, I would welcome it; otherwise no need to reply.',
      ],
      ['{me}'],
    ],
  },
  // To somebody who has a new job (practice 2.6)
  congratulation: {
    subject: ['Congratulations on {company}', 'Congratulations'],
    body: [
      ['{hello},'],
      [
        [
          'I heard that you are at {company} now: congratulations.',
          'I heard of your new job: congratulations.',
        ],
        'I hope that the first weeks are good ones.',
        'I still think of what you said about {note}.',
        'No need to reply.',
      ],
      ['{me}'],
    ],
  },
  // 5.12
  touch: touch(),
  'touch slow search': touch(
    'It is going slower than I hoped. Is there anyone you think I should talk to next?',
  ),
  // 5.16, six months after
  coffee: {
    subject: ['Coffee in the next few weeks?'],
    body: [
      [
        ['{hello}, it has been a while since {metDay}.', '{hello}, it has been a while.'],
        [
          'I would enjoy hearing how things are at {company}, my treat.',
          'I would enjoy hearing how things are, my treat.',
        ],
        [
          '{times} are open for me, and if it is a busy stretch a later month is just as good.',
          'If it is a busy stretch a later month is just as good.',
        ],
      ],
      ['{me}'],
    ],
  },
} as const satisfies Record<string, Template>
