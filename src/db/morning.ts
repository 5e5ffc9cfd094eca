import { sql } from 'drizzle-orm'
import type { Item } from '../core/commands/item.ts'
import type { LocalDate } from '../core/practice/events.ts'
import type { LoggedEvent } from '../letters/logged.ts'
import { type ContactRow, contactsOf, type EventRow, type KnownContact, selectContacts } from './contacts.ts'
import { type Database, readRows, write } from './open.ts'
import { contacts, digests, events, outbox, questions, users } from './schema.ts'
import { selectUsers, type User, userOf } from './users.ts'

/** What one user's morning is made of. */
export type Morning = {
  user: User
  today: LocalDate
  /** Contacts for whom something may be due. */
  contacts: KnownContact[]
  /** Events recorded since the last digest. */
  logged: LoggedEvent[]
  questions: { id: number; subject: string; on: LocalDate }[]
}

/** Users whose next look is due, the longest overdue first. One statement. */
export const usersDue = async (db: Database, now: number, limit: number): Promise<User[]> =>
  (await selectUsers(db, sql`next_digest_at <= ${now} order by next_digest_at limit ${limit}`)).map(userOf)

/** The mornings of these users: one batch, the same number of statements for any number of users. */
export async function mornings(db: Database, due: { user: User; today: LocalDate }[]): Promise<Morning[]> {
  const asked = JSON.stringify(due.map(({ user, today }) => ({ id: user.id, today, since: user.digestedAt })))
  const ids = sql`select c.id from json_each(${asked}) u cross join ${contacts} c
    on c.user_id = u.value ->> 'id' and c.due_on <= u.value ->> 'today'`
  const [contactRows, eventRows, loggedRows, questionRows] = await db.batch([
    ...selectContacts(db, ids),
    readRows<LoggedRow>(
      db,
      sql`
      select e.user_id, e.contact_id, e.type, e.data, e.cause,
        case when e.type = 'attempted' then (select count(distinct p."on") from ${events} p
          where p.contact_id = e.contact_id and p.type = 'attempted' and p.seq <= e.seq
            and p.data ->> 'channel' = e.data ->> 'channel') end as nth,
        (select name from ${contacts} where id = e.contact_id) as name
      from json_each(${asked}) u cross join ${events} e
        on e.user_id = u.value ->> 'id' and e.recorded_at > u.value ->> 'since'
      order by e.recorded_at, e.contact_id, e.seq`,
    ),
    readRows<QuestionRow>(
      db,
      sql`
      select q.user_id, q.id, q.data from json_each(${asked}) u cross join ${questions} q
        on q.user_id = u.value ->> 'id' and q.answered_at is null order by q.asked_at desc`,
    ),
  ])
  const all = contactsOf(contactRows as ContactRow[], eventRows as EventRow[])
  const contactsByUser = Map.groupBy(all, ({ userId }) => userId)
  const loggedByUser = Map.groupBy(loggedRows, (row) => row.user_id)
  const questionsByUser = Map.groupBy(questionRows, (row) => row.user_id)
  return due.map(({ user, today }) => ({
    user,
    today,
    contacts: contactsByUser.get(user.id) ?? [],
    logged: (loggedByUser.get(user.id) ?? []).map((row) => ({
      contactId: row.contact_id,
      name: row.name,
      type: row.type,
      data: JSON.parse(row.data),
      ...(row.nth && { nth: row.nth }),
      cause: row.cause,
    })),
    questions: (questionsByUser.get(user.id) ?? []).map(({ id, data }) => ({ id, ...JSON.parse(data) })),
  }))
}

type LoggedRow = {
  user_id: number
  contact_id: number
  type: string
  data: string
  cause: string
  nth: number | null
  name: string
}
type QuestionRow = { user_id: number; id: number; data: string }

/** What becomes of one user's morning. */
export type MorningEnd = {
  userId: number
  now: number
  /** When to look again. */
  nextDigestAt: number | null
  /** What the contacts that were looked at are to say from now on. */
  contacts: { id: number; seq: number; dueOn: LocalDate | null; shown: Record<string, number> }[]
  /** Absent where nothing was due: no letter. */
  digest?: {
    id: number
    on: LocalDate
    token: string
    items: Item[]
    letter: typeof outbox.$inferInsert
  }
}

/** D1 takes a parameter of up to 2 MB; letters go in slices that stay below it. */
const MAX_SLICE = 1_000_000

/**
 * Stores the mornings of a chunk of users in one transaction. A user's day is claimed by its digest row: where another
 * tick was first, this one's letter is not written and nothing is marked as shown. A contact to whom something happened
 * since it was read (`seq`) keeps what that wrote.
 */
export async function recordMornings(db: Database, ends: MorningEnd[]): Promise<void> {
  const made = ends.flatMap(({ userId, digest }) =>
    digest
      ? [
          {
            userId,
            id: digest.id,
            on: digest.on,
            token: digest.token,
            items: digest.items,
            letterId: digest.letter.id,
          },
        ]
      : [],
  )
  const looked = ends.flatMap(({ userId, contacts, digest }) =>
    contacts.map((contact) => ({ ...contact, userId, digestId: digest?.id ?? null })),
  )
  const waits = ends.map(({ userId, now, nextDigestAt, digest }) => ({
    userId,
    nextDigestAt,
    digestedAt: digest ? now : null,
    digestId: digest?.id ?? null,
  }))
  const isOurs = sql`(e.value ->> 'digestId' is null or exists (select 1 from ${digests} d where d.id = e.value ->> 'digestId'))`
  await db.batch([
    write(
      db,
      sql`insert into ${digests} (id, user_id, "on", token, items, letter_id)
      select e.value ->> 'id', e.value ->> 'userId', e.value ->> 'on', e.value ->> 'token', e.value -> 'items',
        e.value ->> 'letterId'
      from json_each(${JSON.stringify(made)}) e where true on conflict do nothing`,
    ),
    write(
      db,
      sql`update ${users} set
        next_digest_at = e.value ->> 'nextDigestAt', digested_at = coalesce(e.value ->> 'digestedAt', digested_at)
      from json_each(${JSON.stringify(waits)}) e where ${users}.id = e.value ->> 'userId' and ${isOurs}`,
    ),
    write(
      db,
      sql`update ${contacts} set due_on = e.value ->> 'dueOn', shown = e.value -> 'shown'
      from json_each(${JSON.stringify(looked)}) e
      where ${contacts}.id = e.value ->> 'id' and ${contacts}.seq = e.value ->> 'seq' and ${isOurs}`,
    ),
    ...slices(ends).map((slice) =>
      write(
        db,
        sql`insert into ${outbox} (id, user_id, key, "to", subject, text, html, reply_to, headers, attachments,
          try_at, made_at)
        select e.value ->> 'id', e.value ->> 'userId', e.value ->> 'key', e.value ->> 'to', e.value ->> 'subject',
          e.value ->> 'text', e.value ->> 'html', e.value ->> 'replyTo', e.value -> 'headers', '[]',
          e.value ->> 'tryAt', e.value ->> 'madeAt'
        from json_each(${slice}) e
        where exists (select 1 from ${digests} d where d.letter_id = e.value ->> 'id' and d.user_id = e.value ->> 'userId'
          and d."on" = e.value ->> 'on') on conflict do nothing`,
      ),
    ),
  ])
}

/** The letters as JSON lists of at most MAX_SLICE characters: as many as the bytes need, whatever the number of users. */
function slices(ends: MorningEnd[]): string[] {
  const lists: string[][] = []
  let size = 0
  for (const { digest } of ends) {
    if (!digest) continue
    const letter = JSON.stringify({ ...digest.letter, on: digest.on })
    if (lists.length === 0 || size + letter.length > MAX_SLICE) {
      lists.push([])
      size = 0
    }
    lists.at(-1)!.push(letter)
    size += letter.length
  }
  return lists.map((list) => `[${list.join(',')}]`)
}
