import { type SQL, sql } from 'drizzle-orm'
import type { LocalDate } from '../core/practice/events.ts'
import type { Settings } from '../core/practice/settings.ts'
import { type Database, readRows } from './open.ts'
import { digests, privateAddresses, senderAddresses, users } from './schema.ts'

/** A user, with the addresses that are theirs. */
export type User = {
  id: number
  email: string
  settings: Settings
  /** The settings as they are stored, to see later whether they still are. */
  settingsText: string
  search: 'searching' | 'over' | 'stopped'
  joinedAt: number
  seenAt: number
  digestedAt: number
  nextDigestAt: number | null
  /** Why letters are paused, and since when; or when the latest pause ended. */
  pausedFor: 'bounce' | 'complaint' | 'suppressed' | null
  pauseChangedAt: number | null
  /** Mails handled in an hour (`limits.ts`), and the days of the latest notices by reason. */
  mailHour: number
  mailsInHour: number
  noticedOn: Record<string, LocalDate>
  /** Letters written on a day (`limits.ts`). */
  letterDay: number
  lettersInDay: number
  /** Of the private address in force. */
  token: string
  /** Addresses that the user may write from, as `ownAddressKey` folds them. */
  senders: string[]
  /** Those of them whose mail the user takes unchecked. */
  trusted: string[]
}

/** What in a mail says whose it is. Only the envelope recipient does, but for mail to the open address. */
export type Owner =
  | { by: 'private address'; token: string }
  /** Of a digest; one that is no longer known is asked for by its sender. */
  | { by: 'digest'; token: string; sender: string }
  | { by: 'sender'; address: string }
  /** Of a link, which is signed. */
  | { by: 'id'; id: number }

/** The user's id as a subquery, so that one batch can ask everything before it knows whose the mail is. */
export function userIdOf(owner: Owner): SQL {
  switch (owner.by) {
    case 'private address':
      return sql`(select user_id from ${privateAddresses} where token = ${owner.token} and replaced_at is null)`
    case 'digest':
      return sql`coalesce((select user_id from ${digests} where token = ${owner.token}),
        (select user_id from ${senderAddresses} where address = ${owner.sender}))`
    case 'sender':
      return sql`(select user_id from ${senderAddresses} where address = ${owner.address})`
    case 'id':
      return sql`(select ${owner.id})`
  }
}

/** Users by a condition on `users`; a row reads as `userOf`. */
export const selectUsers = (db: Database, condition: SQL) =>
  readRows<UserRow>(
    db,
    sql`
    select users.*,
      (select token from ${privateAddresses} where user_id = users.id and replaced_at is null) as token,
      (select json_group_array(address) from ${senderAddresses} where user_id = users.id) as senders,
      (select json_group_array(address) from ${senderAddresses} where user_id = users.id and trusted) as trusted
    from ${users} where ${condition}`,
  )

export type UserRow = {
  id: number
  email: string
  settings: string
  search: User['search']
  joined_at: number
  seen_at: number
  digested_at: number
  next_digest_at: number | null
  paused_for: User['pausedFor']
  pause_changed_at: number | null
  mail_hour: number
  mails_in_hour: number
  noticed_on: string
  letter_day: number
  letters_in_day: number
  token: string | null
  senders: string
  trusted: string
}

export const userOf = (row: UserRow): User => ({
  id: row.id,
  email: row.email,
  settings: JSON.parse(row.settings),
  settingsText: row.settings,
  search: row.search,
  joinedAt: row.joined_at,
  seenAt: row.seen_at,
  digestedAt: row.digested_at,
  nextDigestAt: row.next_digest_at,
  pausedFor: row.paused_for,
  pauseChangedAt: row.pause_changed_at,
  mailHour: row.mail_hour,
  mailsInHour: row.mails_in_hour,
  noticedOn: JSON.parse(row.noticed_on),
  letterDay: row.letter_day,
  lettersInDay: row.letters_in_day,
  token: row.token ?? '',
  senders: JSON.parse(row.senders),
  trusted: JSON.parse(row.trusted),
})
