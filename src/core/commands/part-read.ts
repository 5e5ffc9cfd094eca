import type { Item } from './item.ts'
import type { Context, Order, Problem, Target, Verb, Wish } from './order.ts'

/** What surrounds a part: what it may leave unsaid. */
export type Around = {
  context: Context
  /** The item above an inline answer. */
  item?: Item
  /** Whom the part before it, on the same line, was about. */
  before: Target[]
  /** Items that other parts are about; "the rest" is without them. */
  taken: Set<number>
}

/** What a part came to. */
export type PartRead = {
  orders: Order[]
  problem?: Problem
  remark?: string
  wants?: Wish
  /** Names nobody and nothing: perhaps no command at all (rule 12). */
  isUnaddressed?: boolean
  usesRest?: boolean
  /** Nothing but the person is missing for an order of this verb. */
  lacks?: Verb
}

/** A line of the digest as what a command is about. */
export const known = (item: Item): Target => ({ contact: item.contact, item })

/** A part as a sentence quotes it. */
export const clip = (text: string): string => {
  const one = text.trim().replace(/\s+/g, ' ')
  return one.length > 80 ? `${one.slice(0, 77)}...` : one
}
