import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** A mail that the post office keeps to show: a letter that the Worker sent, or a mail that a person sent. */
export type Mail = {
  /** A uuid; of a letter, the MessageID that the Worker was told. */
  id: string
  kind: 'letter' | 'mail'
  /** When it came, by the post office's clock. */
  at: number
  /** Whose mailboxes show it: the envelope recipients other than the Worker's, lower-case. */
  recipients: string[]
  /** The envelope recipients that were the Worker's. */
  inbound: string[]
  /** Header texts, decoded; '' where there is none. */
  from: string
  to: string
  cc: string
  replyTo: string
  subject: string
  messageId: string
  inReplyTo: string
  references: string
  text: string
  html: string
  metadata: Record<string, string>
  attachments: Attachment[]
}

/** `content` is base64; undefined for one that is too large to keep. */
export type Attachment = { name: string; type: string; size: number; content: string | undefined }

/** The mails kept so far, oldest first. */
export type Mails = {
  all(): Mail[]
  letters(): Mail[]
  find(id: string): Mail | undefined
  add(...mails: Mail[]): void
}

/** Opens the mails of this file, which need not exist. Every change is written before `add` returns. */
export const openMails = (file: string): Mails => {
  const mails: Mail[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  return {
    all: () => mails,
    letters: () => mails.filter((mail) => mail.kind === 'letter'),
    find: (id) => mails.find((mail) => mail.id === id),
    add: (...added) => {
      mails.push(...added)
      // Written aside and renamed: a file that was cut short would keep the office from starting.
      writeFileSync(`${file}.new`, JSON.stringify(mails, null, 1))
      renameSync(`${file}.new`, file)
    },
  }
}

const KEEP_BYTES = 256 * 1024

/** An attachment to keep, from its base64 text. */
export const attachmentOf = (name: string, type: string, content: string): Attachment => {
  const size = Math.floor((content.length * 3) / 4)
  return { name, type, size, content: size <= KEEP_BYTES ? content : undefined }
}
