import { expect, test } from 'vitest'
import { type ScriptKind, script } from '../../../src/letters/drafts/scripts.ts'
import { ALL } from './fields.ts'

const SCRIPTS: [kind: ScriptKind, text: string, bare: string][] = [
  [
    'call script',
    'Hello Grace, this is Ann Bell. I wrote on Fri 6 Nov: Priya Shah suggested I write. I am not asking about a job. I would value 15 minutes of your advice on hospital finance. Is now a bad moment, or is there a better time this week?\n\nTo an assistant: "Could you suggest a good time to try Grace?"',
    'Hello. I am not asking about a job. I would value 15 minutes of your advice. Is now a bad moment, or is there a better time this week?',
  ],
  [
    'call in a talk',
    'Hello Grace, this is Ann Bell. Thank you for your answer of Thu 12 Nov. I am calling to find a time for our 15 minutes. Would Tuesday 10 am or Thursday 2 pm suit you, or is another time better?\n\nTo an assistant: "Could you suggest a good time to try Grace?"',
    'Hello. Thank you for your answer. I am calling to find a time for our 15 minutes. Which day this week or next would suit you?',
  ],
  [
    'voicemail',
    'Hello Grace, this is Ann Bell. I wrote on Fri 6 Nov: Priya Shah suggested I write. I am not asking about a job. I would value 15 minutes of your advice on hospital finance. My number is 555 0100, again 555 0100. I will try once more next week.',
    'Hello. I am not asking about a job. I would value 15 minutes of your advice. I will try once more next week.',
  ],
  [
    'card',
    'Dear Grace,\n\nThank you for seeing me Monday. Your advice about [one thing] has stayed with me.\n\nWarmly,\nAnn Bell',
    'Hello,\n\nThank you for seeing me. Your advice about [one thing] has stayed with me.',
  ],
]

test.each(SCRIPTS)('%s', (kind, text, bare) => {
  expect(script(kind, ALL)).toBe(text)
  expect(script(kind, {})).toBe(bare)
})
