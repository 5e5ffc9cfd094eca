import { sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { ownAddressKey } from '../core/mail/addresses.ts'
import { type Database, readRows, write } from './open.ts'
import { outbox, senderAddresses } from './schema.ts'

/** Whether another user writes from this address. */
export async function isOthers(db: Database, userId: number, sender: string): Promise<boolean> {
  const rows = await readRows(
    db,
    sql`select 1 from ${senderAddresses} where address = ${ownAddressKey(sender)} and user_id <> ${userId}`,
  )
  return rows.length > 0
}

/**
 * Adds an address that a user may write from, and takes others away. A conflict (`isConflict`) where another user was
 * first.
 */
export const senderStatements = (
  db: Database,
  userId: number,
  { added, removed }: { added?: string; removed: string[] },
): BatchItem<'sqlite'>[] => [
  ...(added
    ? [
        write(
          db,
          sql`insert into ${senderAddresses} (address, user_id) select ${added}, ${userId}
          where not exists (select 1 from ${senderAddresses} where address = ${added} and user_id = ${userId})`,
        ),
      ]
    : []),
  ...removed.map((address) =>
    write(db, sql`delete from ${senderAddresses} where address = ${address} and user_id = ${userId}`),
  ),
]

/** Takes back a letter that would ask somebody for an address by which they are known here already. */
export const dropIfTaken = (db: Database, letter: number, to: string) =>
  write(
    db,
    sql`delete from ${outbox} where id = ${letter}
    and exists (select 1 from ${senderAddresses} where address = ${ownAddressKey(to)})`,
  )
