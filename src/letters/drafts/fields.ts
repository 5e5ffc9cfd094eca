import { subjectAnswered } from '../../core/mail/answer-prefix.ts'
import { plain } from '../../core/plain.ts'

/** What a draft is filled with (practice 5). All optional: a field without a value removes its sentence. */
export type Fields = {
  /** Whom to write to: an addr-spec. */
  to?: string
  /** As the user calls them: "Grace", or "Dr Kim". */
  first?: string
  full?: string
  company?: string
  me?: string
  mePhone?: string
  /** After "I am": "a second-year student at Duke". */
  meLine?: string
  /** What the user wants to understand: "hospital finance". */
  target?: string
  /** A sentence: "Priya Shah suggested I write". */
  connection?: string
  /** Of the mail that is answered or followed up. */
  subject?: string
  /** "Fri 6 Nov" */
  sentDate?: string
  /** When they answered: "Fri 6 Nov". */
  answerDate?: string
  /** Without "on": "Monday", "Mon 16 Nov". */
  metDay?: string
  /** Of a meeting to come: "tomorrow", "Monday", "Mon 16 Nov"; "10:00 am"; "40 Main St", "by phone". */
  meetDay?: string
  meetTime?: string
  meetPlace?: string
  /** When to try again: "in March", "later this month". */
  retryIn?: string
  introFirst?: string
  /** The introducer's address: gets a blind copy of the answer to the introduction. */
  introEmail?: string
  newFirst?: string
  newFull?: string
  /** Two free slots: "Tuesday 10 am or Thursday 2 pm". */
  times?: string
  /** The user's last note. */
  note?: string
  /** Whom the user met since the last touch: "Dev Patel and Ana Ruiz". */
  update?: string
  jobCompany?: string
  jobTitle?: string
  start?: string
}

/** Values as they stand in a sentence, and `hello`, which is always there: "Hi Grace", "Hello". */
export type Values = { [field in keyof Fields | 'hello']?: string }

/**
 * One line each, without control characters and hidden ones. A sentence given as a value loses its full stop: the draft sets its
 * own. A subject loses the "Re:" of earlier answers. What is blank after that counts as absent.
 */
export const values = (fields: Fields): Values => {
  const clean: Values = {}
  for (const field of Object.keys(fields) as (keyof Fields)[]) {
    let value = fields[field]
    if (value && UNTIDY.test(value)) value = plain(value).replace(UNPRINTABLE, ' ').trim()
    if (value && field === 'subject') value = subjectAnswered(value) ?? value
    if (value && SENTENCES.has(field)) value = value.replace(/[\s.,;:]+$/, '')
    if (value) clean[field] = value
  }
  clean.hello = clean.first ? `Hi ${clean.first}` : 'Hello'
  return clean
}

/** What is not plain ASCII, or untidy in it: controls and line ends, runs of space, and space around the value. */
const UNTIDY = /[^ -~]| {2}|^ | $/
const UNPRINTABLE = /[\s\u0000-\u001f\u007f-\u009f]+/g

const SENTENCES: ReadonlySet<keyof Fields> = new Set([
  'connection',
  'meLine',
  'target',
  'times',
  'note',
  'update',
])
