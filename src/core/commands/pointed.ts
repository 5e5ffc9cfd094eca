import type { Person } from './item.ts'
import type { Context, Known, Problem } from './order.ts'

/** Who can be pointed at: the lines of a digest, and known people. */
export type Who = Pick<Context, 'items' | 'people' | 'digestName'>

/** Whom some words point at. */
export type Pointed = {
  known: Known[]
  /** "all" and "the rest" are filled in by the command: what is in them depends on it. */
  group?: 'all' | 'rest'
  by: 'number' | 'name' | 'group'
  problem?: Problem
  /** Where a name could be several people's: theirs. */
  among?: number[]
  /** The index of the first word after them. */
  next: number
}

/** The person's line in the digest, if it had one: a name then means that line. */
export const knownAs = (person: Person, context: Who): Known => {
  const item = context.items.find((i) => i.contact === person.id)
  return item ? { contact: person.id, item } : { contact: person.id }
}

export const personOf = (contact: number, context: Who): Person | undefined =>
  context.people.find((person) => person.id === contact)

export const nameOf = (contact: number, context: Who): string =>
  personOf(contact, context)?.name || personOf(contact, context)?.addresses[0] || `contact ${contact}`

export const MONTH =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/
