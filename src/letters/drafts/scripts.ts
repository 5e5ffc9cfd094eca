import { type Fields, values } from './fields.ts'
import { fillAll, type Paragraph } from './sentence.ts'

/** Texts to read or to copy by hand; there is no mail to make of them. */
export type ScriptKind = keyof typeof SCRIPTS

export const script = (kind: ScriptKind, fields: Fields): string => fillAll(SCRIPTS[kind], values(fields))

const OPENING: Paragraph = [
  ['Hello {first}, this is {me}.', 'Hello, this is {me}.', 'Hello {first}.', 'Hello.'],
  ['I wrote on {sentDate}: {connection}.', 'I wrote on {sentDate}.'],
  'I am not asking about a job.',
  ['I would value 15 minutes of your advice on {target}.', 'I would value 15 minutes of your advice.'],
]

const SCRIPTS = {
  // 5.3, attempt 3: 20 seconds
  'call script': [
    [...OPENING, 'Is now a bad moment, or is there a better time this week?'],
    ['To an assistant: "Could you suggest a good time to try {first}?"'],
  ],
  // 5.3 for a talk that fell silent
  'call in a talk': [
    [
      ['Hello {first}, this is {me}.', 'Hello, this is {me}.', 'Hello {first}.', 'Hello.'],
      ['Thank you for your answer of {answerDate}.', 'Thank you for your answer.'],
      'I am calling to find a time for our 15 minutes.',
      ['Would {times} suit you, or is another time better?', 'Which day this week or next would suit you?'],
    ],
    ['To an assistant: "Could you suggest a good time to try {first}?"'],
  ],
  // 5.3; a machine is asked nothing. Not for attempt 4
  voicemail: [[...OPENING, 'My number is {mePhone}, again {mePhone}.', 'I will try once more next week.']],
  // 5.10, by hand
  card: [
    [['Dear {first},', 'Dear {full},', 'Hello,']],
    [
      ['Thank you for seeing me {metDay}.', 'Thank you for seeing me.'],
      'Your advice about [one thing] has stayed with me.',
    ],
    ['Warmly,\n{me}'],
  ],
} as const satisfies Record<string, readonly Paragraph[]>
