import type { LocalDate } from '../practice/events.ts'
import type { ObligationKind } from '../practice/obligation.ts'

/** The contact of a line that asks about a mail, or about two people. */
export const NOBODY = 0

/** A numbered line of a digest, as stored with it: what a number in the user's reply means. */
export type Item = {
  n: number
  /** NOBODY where a mail is asked about. */
  contact: number
  /** The obligation's kind and key (`Obligation`). */
  kind: ObligationKind
  key: string
  /** For an attempt: how the next one is made. */
  channel?: 'email' | 'call'
  /** The others of a group that one mail went to (practice 2.6): what is done for the line is done for all. */
  also?: number[]
  /** The obligation is no longer open when the reply is read: somebody or something was faster. */
  isDone?: boolean
}

/** A contact as the reader of commands knows it. */
export type Person = {
  id: number
  name: string
  company?: string
  addresses: string[]
  /** Those that are set and the last that was held, in the order of their days. */
  meetings?: { on: LocalDate; startsAt?: number }[]
  isClosed?: boolean
  /** What is due of them today: what "done" means of somebody who is named and has no line. */
  due?: Omit<Item, 'n'>
}

/** The day of the meeting that a line is about; undefined for other lines, and where there is none. */
export const meetingDay = (item: Item | undefined): LocalDate | undefined =>
  item?.kind === 'meeting' || item?.kind === 'outcome' ? item.key.split(' ')[1] : undefined
