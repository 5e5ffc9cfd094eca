import type { BatchItem } from 'drizzle-orm/batch'
import type { Settings } from '../core/practice/settings.ts'
import type { Database } from './open.ts'
import { mails, outbox, privateAddresses, senderAddresses, users } from './schema.ts'

/** A user who joins. */
export type Joining = {
  user: {
    id: number
    email: string
    sender: string
    token: string
    settings: Settings
    joinedAt: number
    nextDigestAt: number
  }
  letter: typeof outbox.$inferInsert
}

/** Writes a new user in one transaction; a conflict (`isConflict`) where the address is a user's already. */
export async function recordJoining(
  db: Database,
  { user, letter }: Joining,
  mail: typeof mails.$inferInsert | undefined,
): Promise<void> {
  const { id, email, settings, joinedAt, nextDigestAt } = user
  const statements: [BatchItem<'sqlite'>, ...BatchItem<'sqlite'>[]] = [
    db
      .insert(users)
      .values({ id, email, settings, joinedAt, seenAt: joinedAt, digestedAt: joinedAt, nextDigestAt }),
    db.insert(senderAddresses).values({ address: user.sender, userId: id }),
    db.insert(privateAddresses).values({ token: user.token, userId: id }),
    db.insert(outbox).values(letter),
  ]
  if (mail) statements.push(db.insert(mails).values(mail))
  await db.batch(statements)
}
