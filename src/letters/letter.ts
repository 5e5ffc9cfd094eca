/** A file that goes with a letter. */
export type Attachment = { name: string; type: string /** base64 */; content: string }

/** A letter that is ready to go, as it is put in the outbox. */
export type Letter = {
  /** What it is, once per user: "digest 2026-11-17", "receipt 9382". A second one with the same key is not written. */
  key: string
  subject: string
  /** Another address than the user's: for the letter that asks its reader (`second-address.ts`) and for nothing else. */
  to?: string
  text: string
  html: string
  replyTo: string
  /** The mail it answers, without angle brackets. */
  answers?: { id: string; references: string[] }
  attachments?: Attachment[]
}
