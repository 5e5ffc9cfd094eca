import type { Sentence } from './sentence.ts'
import type { Template } from './template.ts'

const AGAIN: Sentence = [
  'Thank you again for your answer of {answerDate}.',
  'Thank you again for your answer.',
]

const TIMES: Sentence = [
  'Would {times} suit you?',
  'Is there a time in the next two weeks that would suit you?',
]

/** Up to the meeting: the attempts and the answers to them (practice 5.1 to 5.8, 5.17, 5.18). */
export const OUTREACH = {
  // 5.1, attempt 1
  'first email': {
    subject: ['{connection}: a question about {target}', 'A question about {target}', 'A question'],
    body: [
      ['{hello},'],
      [
        '{connection}.',
        'I am {meLine}, and I am trying to understand {target}.',
        'Your path [one detail you noticed] is close to what I hope to learn about.',
      ],
      [
        'Would you have 15 minutes in the next two weeks for a few questions, by phone or wherever suits you?',
        'I am after your advice, and I will keep it short.',
      ],
      ['Thank you,\n{me}'],
    ],
  },
  // 5.2, attempt 2
  'follow-up': {
    subject: ['Re: {subject}', 'My note of {sentDate}', 'My earlier note'],
    body: [
      ['{hello},'],
      [
        'I know your days are full, so here is my note of {sentDate} again.',
        [
          'Fifteen minutes on how you came to {company} would help me a great deal.',
          'Fifteen minutes of your advice would help me a great deal.',
        ],
        [
          '{times} would work for me, and so would a line or two by email if that is easier.',
          'A line or two by email would help as much, if that is easier.',
        ],
      ],
      ['Best,\n{me}'],
    ],
  },
  // 5.4, attempt 5
  'closing note': {
    subject: ['One last note about {target}', 'One last note'],
    body: [
      ['{hello},'],
      [
        'I have tried you a few times and will leave it here; no reply needed.',
        [
          'If there is someone at {company} or elsewhere who would be better to ask about {target}, a name would be very welcome.',
          'If there is someone who would be better to ask about {target}, a name would be very welcome.',
        ],
        'And if things ease later in the year, I would still be glad to talk.',
      ],
      ['All the best,\n{me}'],
    ],
  },
  // 5.2 for a talk: they answered, and fell silent
  nudge: {
    subject: ['Re: {subject}', 'A time to talk'],
    body: [
      ['{hello},'],
      [AGAIN, TIMES, 'I can call you, or come to you, and will keep to 15 minutes.'],
      ['Best,\n{me}'],
    ],
  },
  'second nudge': {
    subject: ['Re: {subject}', 'A time to talk'],
    body: [
      ['{hello},'],
      [
        'I know your days are full, so only a line.',
        'I would still be glad to talk.',
        TIMES,
        'If this is a bad time, a later month is just as good, and so is a line or two by email.',
      ],
      ['Best,\n{me}'],
    ],
  },
  // 5.2 for somebody who asked to be tried again
  'trying again': {
    subject: ['Re: {subject}', 'Is this a better time?'],
    body: [
      ['{hello},'],
      [
        AGAIN,
        'You let me try again later.',
        [
          'Fifteen minutes of your advice on {target} would still help me a great deal.',
          'Fifteen minutes of your advice would still help me a great deal.',
        ],
        TIMES,
      ],
      ['Best,\n{me}'],
    ],
  },
  // 5.5
  'answering yes': {
    subject: ['Re: {subject}', 'A time to talk'],
    body: [
      ['{hello},'],
      [
        'Thank you, that is kind.',
        [
          '{times} both work for me; if neither suits, name any time.',
          'Any time in the next two weeks that suits you works for me.',
        ],
        'I can call you, or come to you.',
        'I will bring a few questions and keep to 15 minutes.',
      ],
      ['{me}'],
    ],
  },
  // 5.6
  confirm: {
    subject: ['{meetDay} at {meetTime}', '{meetDay} at [time]', 'Our meeting'],
    body: [
      [
        [
          '{hello}, looking forward to speaking {meetDay} at {meetTime}, {meetPlace}.',
          '{hello}, looking forward to speaking {meetDay} at {meetTime}.',
          '{hello}, looking forward to speaking {meetDay} at [time].',
          '{hello}, looking forward to speaking soon.',
        ],
        'My number in case anything changes: {mePhone}.',
      ],
      ['{me}'],
    ],
  },
  // 5.7: they cancelled or missed it
  rebook: {
    subject: ['Re: {subject}', 'A new time'],
    body: [
      [
        '{hello}, no trouble at all, these things happen.',
        ['Would {times} be better?', 'Is there another time that would suit you?'],
        'I am glad to work around you.',
      ],
      ['{me}'],
    ],
  },
  // 5.8: the user missed it
  apology: {
    subject: ['Re: {subject}', 'Our {metDay} meeting', 'Our meeting'],
    body: [
      [
        [
          '{hello}, I missed our {metDay} meeting and I am sorry; that was my mistake.',
          '{hello}, I missed our meeting and I am sorry; that was my mistake.',
        ],
        'If you would still be willing, I can do any time that suits you.',
        'I understand if not.',
      ],
      ['{me}'],
    ],
  },
  // 5.17
  'answer to a no': {
    subject: ['Re: {subject}', 'Thank you for letting me know'],
    body: [
      [
        '{hello}, thank you for letting me know, I appreciate the reply.',
        'If someone else comes to mind who talks to people starting out in {target}, I would be glad of a name.',
      ],
      ['All the best,\n{me}'],
    ],
  },
  // 5.18
  'answer to not now': {
    subject: ['Re: {subject}', 'Thank you for letting me know'],
    body: [
      ['{hello}, of course.', 'I will write again {retryIn} and hope the rush passes.'],
      ['Thank you,\n{me}'],
    ],
  },
} as const satisfies Record<string, Template>
