import { sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { Decision } from '../decision.ts'
import { type Database, newId, write } from './open.ts'
import { applications, contactAddresses, mails, privateAddresses, questions } from './schema.ts'
import { senderStatements } from './senders.ts'

/** What a decision changes that is no contact's: applications, whose an address is, the private address. */
export function besideContacts(
  db: Database,
  userId: number,
  decision: Decision,
  { id, now }: { id: number; now: number },
): BatchItem<'sqlite'>[] {
  const statements: BatchItem<'sqlite'>[] = decision.applications.map((made) =>
    db.insert(applications).values({ id: newId(), userId, ...made, cause: id }),
  )
  if (decision.movedAddresses.length > 0)
    statements.push(
      write(
        db,
        sql`update ${contactAddresses} set contact_id = e.value ->> 'contact'
        from json_each(${JSON.stringify(decision.movedAddresses)}) e
        where user_id = ${userId} and ${contactAddresses}.address = e.value ->> 'address'`,
      ),
    )
  if (decision.droppedAddresses.length > 0)
    statements.push(
      write(
        db,
        sql`delete from ${contactAddresses} where user_id = ${userId}
        and address in (select value from json_each(${JSON.stringify(decision.droppedAddresses)}))`,
      ),
    )
  if (decision.newToken)
    statements.push(
      write(
        db,
        sql`update ${privateAddresses} set replaced_at = ${now} where user_id = ${userId} and replaced_at is null`,
      ),
      db.insert(privateAddresses).values({ token: decision.newToken, userId }),
    )
  if (decision.senders) statements.push(...senderStatements(db, userId, decision.senders))
  return statements
}

/** What mails that are taken back left beside the histories: applications, and questions that nobody answered. */
export const takeBackRest = (
  db: Database,
  userId: number,
  undone: number[],
  now: number,
): BatchItem<'sqlite'>[] => {
  const ids = sql`(select value from json_each(${JSON.stringify(undone)}))`
  return [
    write(db, sql`delete from ${applications} where user_id = ${userId} and cause in ${ids}`),
    write(
      db,
      sql`update ${questions} set answered_at = ${now} where user_id = ${userId} and answered_at is null
      and kind in ('doubt', 'erase', 'guess') and data ->> 'messageId' in (select message_id from ${mails} where id in ${ids})`,
    ),
  ]
}
