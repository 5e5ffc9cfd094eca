// What the columns hold that are stored as JSON and are no other file's type.

import type { Order } from '../core/commands/order.ts'
import type { Fact, LocalDate } from '../core/practice/events.ts'
import type { Settings } from '../core/practice/settings.ts'
import type { Address } from '../inbound-email.ts'

/** What "undo" needs of the mail that it takes back. */
export type Undo = {
  settings?: { [K in keyof Settings]?: Settings[K] | null }
  search?: 'searching' | 'over' | 'stopped'
  orders?: Order[]
  /** Addresses that went to another contact, with the one they were of. */
  addresses?: { contact: number; address: string }[]
  /** Addresses that became known. */
  newAddresses?: string[]
}

/** The mail that is asked about; `people` are those whom it went to. */
export type QuestionData = {
  subject: string
  on: LocalDate
  at: number
  messageId: string
  people?: Address[]
  /** Who it is about: whom to erase (none: everything), who may be one person (the one known longer first). */
  contacts?: number[]
  names?: string[]
  /** Of a guess: what is asked, "#" for its number; and by the word of each answer what it records. */
  asks?: string
  answers?: Record<string, { contact: number; fact: Fact & { on: LocalDate; at: number } }[]>
}
