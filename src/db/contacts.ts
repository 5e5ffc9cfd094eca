import { type SQL, sql } from 'drizzle-orm'
import type { Event } from '../core/practice/events.ts'
import { type Database, readRows } from './open.ts'
import { contactAddresses, contacts, events } from './schema.ts'

/** A contact with everything that happened to it. */
export type KnownContact = {
  id: number
  userId: number
  name: string
  company?: string
  addresses: string[]
  history: Event[]
  /** How often each open obligation has been in a digest. */
  shown: Record<string, number>
}

/** The two statements that read contacts and their histories, for a batch; `ids` is a subquery. Read as `contactsOf`. */
export const selectContacts = (db: Database, ids: SQL) =>
  [
    readRows<ContactRow>(
      db,
      sql`
      select id, user_id, name, company, shown,
        (select json_group_array(address) from ${contactAddresses} where contact_id = ${contacts.id}) as addresses
      from ${contacts} where id in (${ids})`,
    ),
    readRows<EventRow>(
      db,
      sql`
      select contact_id, seq, type, "on", at, cause, data from ${events} where contact_id in (${ids})
      order by contact_id, seq`,
    ),
  ] as const

export type ContactRow = {
  id: number
  user_id: number
  name: string
  company: string | null
  shown: string
  addresses: string
}

export type EventRow = {
  contact_id: number
  seq: number
  type: string
  on: string
  at: number
  cause: string
  data: string
}

/** Puts the rows of `selectContacts` together. */
export function contactsOf(rows: ContactRow[], eventRows: EventRow[]): KnownContact[] {
  const histories = new Map<number, Event[]>()
  for (const { contact_id, data, ...row } of eventRows) {
    const event = { ...JSON.parse(data), ...row } as Event
    const history = histories.get(contact_id)
    if (history) history.push(event)
    else histories.set(contact_id, [event])
  }
  return rows.map((row) => ({
    id: row.id,
    userId: row.user_id,
    name: row.name,
    ...(row.company && { company: row.company }),
    addresses: JSON.parse(row.addresses),
    history: histories.get(row.id) ?? [],
    shown: JSON.parse(row.shown),
  }))
}
