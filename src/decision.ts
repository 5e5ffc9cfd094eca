import type { Order } from './core/commands/order.ts'
import type { Fact, LocalDate, OfMail } from './core/practice/events.ts'
import type { Settings } from './core/practice/settings.ts'
import type { Question } from './db/gather.ts'
import type { Letter } from './letters/letter.ts'

/**
 * A fact with its time: the day in the user's zone, and the instant in ms. `isCut`: of a mail that was not read whole.
 * `isUndated`: of one that was passed on without a date that could be read, so that the time is that of passing it on.
 */
export type DatedFact = Fact & OfMail & { on: LocalDate; at: number; isCut?: true; isUndated?: true }

/** A contact that is about to be made. */
export type NewContact = { id: number; name: string; company?: string; addresses: string[] }

/** What a mailbox decided. All of it is written in one transaction, or none. */
export type Decision = {
  /** The kind of mail, as stored with it. */
  kind: string
  newContacts: NewContact[]
  /** Addresses that became known for contacts. */
  newAddresses: { contact: number; address: string }[]
  /** Names that became known or better. */
  renamed: { contact: number; name: string; company?: string }[]
  facts: { contact: number; fact: DatedFact }[]
  /** What changes of the user; settings are merged, null takes one away. */
  user?: {
    settings?: { [K in keyof Settings]?: Settings[K] | null }
    search?: 'searching' | 'over' | 'stopped'
  }
  letters: Letter[]
  question?: Omit<Question, 'userId'>
  /** What is asked about contacts: a no, one person or two, whether to erase. */
  asked: Omit<Question, 'userId'>[]
  answeredQuestions: number[]
  /** The mail can be taken back by "undo"; its orders are kept for "oops 5 not 6". */
  isUndoable: boolean
  orders: Order[]
  /** Mails that this one takes back. */
  undoes: number[]
  applications: { on: LocalDate; count: number; to?: string; isInterview?: true }[]
  /** Addresses that go from one contact to another. */
  movedAddresses: { contact: number; address: string }[]
  /** Addresses that are nobody's any more. */
  droppedAddresses: string[]
  /** Addresses that the user may write from, from now on or no longer, as `ownAddressKey` folds them. */
  senders?: { added?: string; removed: string[] }
  /** Where letters go from now on. */
  email?: string
  /** Reasons of notices among the letters: one of each goes out on a day. */
  notices: string[]
  /** Of a new private address; the old one answers nobody from then on. */
  newToken?: string
  /** Contacts to erase; without any left of them but what the user wrote of others. */
  erases: number[]
  /** The user is erased; nothing else of the decision counts but its letters. */
  erasesEverything?: true
}

export const nothing = (kind: string): Decision => ({
  kind,
  newContacts: [],
  newAddresses: [],
  renamed: [],
  facts: [],
  letters: [],
  asked: [],
  answeredQuestions: [],
  isUndoable: false,
  orders: [],
  undoes: [],
  applications: [],
  movedAddresses: [],
  droppedAddresses: [],
  notices: [],
  erases: [],
})

/** Kinds of mail that hold commands. */
export const CHANGES = new Set(['reply', 'note'])
