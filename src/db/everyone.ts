import { sql } from 'drizzle-orm'
import { type ContactRow, contactsOf, type EventRow, type KnownContact, selectContacts } from './contacts.ts'
import type { Database } from './open.ts'
import { contacts } from './schema.ts'

/** All contacts of a user with their histories: one batch, as many rows as there are. */
export async function everyone(db: Database, userId: number): Promise<KnownContact[]> {
  const [rows, eventRows] = await db.batch([
    ...selectContacts(db, sql`select c.id from ${contacts} c where c.user_id = ${userId}`),
  ])
  return contactsOf(rows as ContactRow[], eventRows as EventRow[])
}
