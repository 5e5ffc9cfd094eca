import { FORWARDABLE } from './introductions.ts'
import type { Paragraph } from './sentence.ts'
import type { Template } from './template.ts'

/** Within a day of the meeting (practice 5.9), with its variants. */
const thankYou = (late: Paragraph, asking: Paragraph, enclosed: readonly Paragraph[] = []): Template => ({
  subject: ['Thank you for {metDay}', 'Thank you'],
  body: [
    ['{hello},'],
    [
      ...late,
      'What you said about [one thing you learned] was the most useful: I am going to [what you will do about it].',
    ],
    [...asking, 'I would like to stay in touch and will let you know how it goes.'],
    ['With thanks,\n{me}'],
    ...enclosed,
  ],
})

const ON_TIME: Paragraph = [['Thank you for your time {metDay}.', 'Thank you for your time.']]

const LATE: Paragraph = [
  [
    'I should have written sooner: thank you for your time {metDay}.',
    'I should have written sooner: thank you for your time.',
  ],
]

/** Too late for a thank-you alone: the first update, with the thanks in it (practice 2.5, thank_late; 5.11). */
const UPDATE: Template = {
  subject: ['Thank you, and what came of your advice'],
  body: [
    ['{hello},'],
    [
      ...LATE,
      'You suggested [advice].',
      'I did, and [what came of it].',
      'Since we spoke I have met {update}.',
    ],
    ['If someone else occurs to you whom I should meet, I would welcome it; otherwise no need to reply.'],
    ['With thanks,\n{me}'],
  ],
}

/** Practice 1, row 29: asked here unless they gave or promised one already. */
const ASK: Paragraph = [
  [
    'If anyone comes to mind whom I should speak with about {target}, I would be grateful for an introduction, and I am happy to send a few lines to forward.',
    'If anyone comes to mind whom I should speak with, I would be grateful for an introduction, and I am happy to send a few lines to forward.',
  ],
]

const PROMISED: Paragraph = [
  [
    'Thank you too for offering to introduce me to {newFirst}; a few lines you can forward are below.{?me}',
    'Thank you too for offering to introduce me to {newFirst}.',
    'Thank you too for offering to introduce me.',
  ],
]

export const THANKS = {
  'thank you': thankYou(ON_TIME, ASK),
  'thank you late': thankYou(LATE, ASK),
  'thank you promised': thankYou(ON_TIME, PROMISED, [FORWARDABLE]),
  'thank you late promised': thankYou(LATE, PROMISED, [FORWARDABLE]),
  'thank you introduced': thankYou(ON_TIME, []),
  'thank you late introduced': thankYou(LATE, []),
  'update with thanks': UPDATE,
} as const satisfies Record<string, Template>
