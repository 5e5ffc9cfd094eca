import { sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { InboundEmail } from '../inbound-email.ts'
import { type Database, readRows, write } from './open.ts'
import { heldMails, mails, senderAddresses } from './schema.ts'

/** A held mail: without its bodies, which are not kept. */
export type Held = InboundEmail & { messageId: string }

/** A held mail of this user; undefined where it was let in. */
export async function heldMail(db: Database, userId: number, id: number): Promise<Held | undefined> {
  const [row] = await readRows<{ mail: string }>(
    db,
    sql`select mail from ${heldMails} where id = ${id} and user_id = ${userId}`,
  )
  return row && JSON.parse(row.mail)
}

/** Keeps what is needed to take a mail as if it came now: addresses, subject, ids, dates. */
export const hold = (
  db: Database,
  held: { id: number; userId: number; mail: Held; now: number },
): BatchItem<'sqlite'>[] => {
  const { id, userId, now } = held
  const { headers, text, html, calendar, deliveryStatus, attached, ...rest } = held.mail
  const mail = { ...rest, headers: [], text: '', html: '', attached: [] }
  return [
    write(
      db,
      sql`insert into ${heldMails} (id, user_id, mail, held_at)
      values (${id}, ${userId}, ${JSON.stringify(mail)}, ${now})`,
    ),
  ]
}

/** Lets a held mail go, so that it can be handled; with `sender`, that address of the user is trusted from then on. */
export const release = (
  db: Database,
  { id, userId, sender }: { id: number; userId: number; sender: string | undefined },
): BatchItem<'sqlite'>[] => [
  write(db, sql`delete from ${heldMails} where id = ${id}`),
  write(db, sql`delete from ${mails} where id = ${id} and kind = 'held'`),
  ...(sender
    ? [
        write(
          db,
          sql`update ${senderAddresses} set trusted = 1 where address = ${sender} and user_id = ${userId}`,
        ),
      ]
    : []),
]

/** Takes the Message-ID from a mail of somebody else, for the user's own; what was held of it is dropped. */
export const freeId = (db: Database, id: number): BatchItem<'sqlite'>[] => [
  write(db, sql`delete from ${heldMails} where id = ${id}`),
  write(db, sql`update ${mails} set message_id = ${`${id}@freed`} where id = ${id}`),
]
