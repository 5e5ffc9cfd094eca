import { type Fields, values } from './fields.ts'
import { GOT_THE_JOB } from './got-the-job.ts'
import { IN_TOUCH } from './in-touch.ts'
import { INTRODUCTIONS } from './introductions.ts'
import { OUTREACH } from './outreach.ts'
import { fill, fillAll } from './sentence.ts'
import type { Template } from './template.ts'
import { THANKS } from './thanks.ts'

/** Mails that the service offers to write (practice 5). It sends none of them. */
export type DraftKind = keyof typeof TEMPLATES

export type Draft = {
  to: string
  /** The introducer, for an answer to an introduction. The private address is the caller's to add. */
  bcc: string[]
  subject: string
  /** Lines end with "\n", paragraphs with a blank line; [square brackets] are for the user to fill in. */
  body: string
}

/**
 * The mail of that kind. A field without a value removes its sentence, whole; a sentence that the mail would be
 * pointless without has a wording without the field. Never an empty field, and never "Hi ,".
 */
export const draft = (kind: DraftKind, fields: Fields): Draft => {
  const template: Template = TEMPLATES[kind]
  const filled = values(fields)
  return {
    to: filled.to ?? '',
    bcc: kind === 'answering an introduction' && filled.introEmail ? [filled.introEmail] : [],
    subject: capital(fill(template.subject, filled)),
    body: fillAll(template.body, filled),
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const TEMPLATES = { ...OUTREACH, ...THANKS, ...INTRODUCTIONS, ...IN_TOUCH, ...GOT_THE_JOB }
