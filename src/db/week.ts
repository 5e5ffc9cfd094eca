import { sql } from 'drizzle-orm'
import type { LocalDate } from '../core/practice/events.ts'
import type { Reach } from '../core/practice/reach.ts'
import { type ContactRow, contactsOf, type EventRow, type KnownContact, selectContacts } from './contacts.ts'
import { type Database, readRows } from './open.ts'
import { applications, contacts, events } from './schema.ts'

/** What the review of one user is made of. */
export type Week = {
  /** Contacts to whom anything was recorded in the weeks that it shows. */
  active: KnownContact[]
  /** Contacts that may be due in the week ahead. */
  ahead: KnownContact[]
  /** Every contact that was reached out to. */
  everyone: { id: number; reach: Reach; company?: string; dueOn: LocalDate | null }[]
  /** Of the whole search, as logged. */
  applications: { on: LocalDate; count: number }[]
  interviews: number
}

/** Whose review is made: what was recorded from `since` (ms) on counts, what is due until `until` is ahead. */
export type WeekAsked = { userId: number; since: number; until: LocalDate }

/** The weeks of these users: one batch, the same number of statements for any number of users. */
export async function weeks(db: Database, asked: WeekAsked[]): Promise<Map<number, Week>> {
  if (asked.length === 0) return new Map()
  const list = JSON.stringify(asked)
  const activeIds = sql`select distinct e.contact_id from json_each(${list}) u cross join ${events} e
    on e.user_id = u.value ->> 'userId' and e.recorded_at >= u.value ->> 'since'`
  const aheadIds = sql`select c.id from json_each(${list}) u cross join ${contacts} c
    on c.user_id = u.value ->> 'userId' and c.due_on <= u.value ->> 'until'`
  const [activeRows, activeEvents, aheadRows, aheadEvents, reachRows, applied] = await db.batch([
    ...selectContacts(db, activeIds),
    ...selectContacts(db, aheadIds),
    readRows<{
      id: number
      user_id: number
      company: string | null
      reach: string
      due_on: LocalDate | null
    }>(
      db,
      sql`select c.id, c.user_id, c.company, c.reach, c.due_on from json_each(${list}) u cross join ${contacts} c
        on c.user_id = u.value ->> 'userId' and json_type(c.reach) = 'object'`,
    ),
    readRows<{ user_id: number; on: LocalDate; count: number; interview: number }>(
      db,
      sql`select a.user_id, a."on", a.count, a.interview from json_each(${list}) u cross join ${applications} a
        on a.user_id = u.value ->> 'userId'`,
    ),
  ])
  const active = Map.groupBy(contactsOf(activeRows as ContactRow[], activeEvents as EventRow[]), ownerOf)
  const ahead = Map.groupBy(contactsOf(aheadRows as ContactRow[], aheadEvents as EventRow[]), ownerOf)
  const reaches = Map.groupBy(reachRows, (row) => row.user_id)
  const logged = Map.groupBy(applied, (row) => row.user_id)
  return new Map(
    asked.map(({ userId }) => [
      userId,
      {
        active: active.get(userId) ?? [],
        ahead: ahead.get(userId) ?? [],
        everyone: (reaches.get(userId) ?? []).map(({ id, company, reach, due_on: dueOn }) => ({
          id,
          reach: JSON.parse(reach),
          dueOn,
          ...(company && { company }),
        })),
        applications: (logged.get(userId) ?? []).filter(({ interview }) => !interview),
        interviews: (logged.get(userId) ?? []).filter(({ interview }) => interview).length,
      },
    ]),
  )
}

const ownerOf = ({ userId }: KnownContact): number => userId
