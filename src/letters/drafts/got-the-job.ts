import type { Paragraph, Sentence } from './sentence.ts'
import type { Template } from './template.ts'

const ACCEPTED: Sentence = [
  'I have accepted a role as {jobTitle} at {jobCompany}, starting {start}.',
  'I have accepted a role as {jobTitle} at {jobCompany}.',
  'I have accepted a role at {jobCompany}.',
  'I have accepted a new role.',
]

/** Whoever introduced without a talk has none. */
const HELPED: Sentence = 'Our talk {metDay}, and what you said about [one thing], helped me get there.'

const met = (...introduction: Paragraph): Template => ({
  subject: ['Good news, and thank you'],
  body: [
    ['{hello},'],
    [ACCEPTED, HELPED, ...introduction, 'Thank you.'],
    ['I would like to keep in touch, and to return the favour if I ever can.', 'Coffee once I am settled?'],
    ['{me}'],
  ],
})

/** One to each who helped, never twice (practice 5.19 to 5.21). */
export const GOT_THE_JOB = {
  // 5.19
  'got the job met': met(),
  // 5.20; in brackets, since only the user knows whether it is true
  'got the job introducer': met('[If so: the introduction to {newFull} is where it began.]'),
  // 5.21: answered or booked
  'got the job not met': {
    subject: ['Good news, and thank you'],
    body: [
      ['{hello},'],
      [
        [
          'I have just accepted a role, so I will not take your time {meetDay} after all, unless you would still like to meet.',
          'I have just accepted a role, so I will not take your time after all, unless you would still like to meet.',
        ],
        'I would.',
        'Thank you for being willing.',
      ],
      ['{me}'],
    ],
  },
} as const satisfies Record<string, Template>
