import type { Paragraph } from './sentence.ts'

/** A mail to be filled in. The last wording of a subject has no field, so that there always is one. */
export type Template = { subject: readonly string[]; body: readonly Paragraph[] }
