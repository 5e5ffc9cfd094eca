import { sql } from 'drizzle-orm'
import type { Item } from '../core/commands/item.ts'
import type { Colleagues } from '../core/practice/companies.ts'
import type { LocalDate } from '../core/practice/events.ts'
import { eraseAt } from '../core/practice/lifetime.ts'
import type { Reach } from '../core/practice/reach.ts'
import type { Ask } from '../letters/asks.ts'
import type { Met } from '../letters/case.ts'
import type { LoggedEvent } from '../letters/logged.ts'
import { colleaguesOf, selectColleagues } from './colleagues.ts'
import { type ContactRow, contactsOf, type EventRow, type KnownContact, selectContacts } from './contacts.ts'
import { selectIntroducers } from './introducers.ts'
import { selectLately } from './lately.ts'
import { type Database, readRows, write } from './open.ts'
import { contacts, digests, events, outbox, questions, users } from './schema.ts'
import { dropOldOf } from './tidy.ts'
import { selectUsers, type User, userOf } from './users.ts'

/** What one user's morning is made of. */
export type Morning = {
  user: User
  today: LocalDate
  /** Contacts for whom something may be due. */
  contacts: KnownContact[]
  /** Events recorded since the last digest. */
  logged: LoggedEvent[]
  /** Of companies at which somebody is due or was logged of: the people who are not due. */
  colleagues: Map<string, Colleagues>
  /** Where somebody to keep in touch with may be due: whom the user met of late, in the order of the days. */
  lately: Met[]
  /** Of new contacts for whom something may be due: the address of whoever introduced them. */
  introducers: Map<number, string>
  /** When the latest of them was recorded. */
  loggedUntil: number
  questions: Ask[]
}

/** Users whose next look is due, the longest overdue first. One statement. */
export const usersDue = async (db: Database, now: number, limit: number): Promise<User[]> =>
  (await selectUsers(db, sql`next_digest_at <= ${now} order by next_digest_at limit ${limit}`)).map(userOf)

/** A question is asked for a week, and in one letter at least; whoever does not answer it wants to be asked no more. */
const askedSince = ({ digestedAt, nextDigestAt }: User): number =>
  Math.min(digestedAt, (nextDigestAt ?? digestedAt) - WEEK)

const WEEK = 7 * 86_400_000

/** The mornings of these users: one batch, the same number of statements for any number of users. */
export async function mornings(db: Database, due: { user: User; today: LocalDate }[]): Promise<Morning[]> {
  const asked = JSON.stringify(
    due.map(({ user, today }) => ({
      id: user.id,
      today,
      since: user.digestedAt,
      askedSince: askedSince(user),
    })),
  )
  const ids = sql`select c.id from json_each(${asked}) u cross join ${contacts} c
    on c.user_id = u.value ->> 'id' and c.due_on <= u.value ->> 'today'`
  const [contactRows, eventRows, loggedRows, questionRows, colleagueRows, latelyRows, introducerRows] =
    await db.batch([
      ...selectContacts(db, ids),
      readRows<LoggedRow>(
        db,
        sql`
      select e.user_id, e.contact_id, e.type, e."on", e.data, e.cause, e.recorded_at,
        case when e.type = 'attempted' then (select count(distinct p."on") from ${events} p
          where p.contact_id = e.contact_id and p.type = 'attempted' and p.seq <= e.seq
            and p.data ->> 'channel' = e.data ->> 'channel') end as nth,
        c.name, c.company, c.reach
      from json_each(${asked}) u cross join ${events} e
        on e.user_id = u.value ->> 'id' and e.recorded_at > u.value ->> 'since'
      join ${contacts} c on c.id = e.contact_id
      order by e.recorded_at, c.name, e.contact_id, e.seq`,
      ),
      readRows<QuestionRow>(
        db,
        sql`
      select q.user_id, q.id, q.kind, q.data from json_each(${asked}) u cross join ${questions} q
        on q.user_id = u.value ->> 'id' and q.answered_at is null and q.kind <> 'erase'
        and q.asked_at > iif(q.kind = 'announcement', u.value ->> 'since', u.value ->> 'askedSince') order by q.asked_at desc`,
      ),
      selectColleagues(db, asked),
      selectLately(db, asked),
      selectIntroducers(db, asked),
    ])
  const all = contactsOf(contactRows as ContactRow[], eventRows as EventRow[])
  const contactsByUser = Map.groupBy(all, ({ userId }) => userId)
  const loggedByUser = Map.groupBy(loggedRows, (row) => row.user_id)
  const questionsByUser = Map.groupBy(questionRows, (row) => row.user_id)
  const colleaguesByUser = Map.groupBy(colleagueRows, (row) => row.user_id)
  const latelyByUser = Map.groupBy(latelyRows, (row) => row.user_id)
  const introducers = new Map(
    introducerRows.flatMap(({ contact_id, address }) => (address ? [[contact_id, address] as const] : [])),
  )
  return due.map(({ user, today }) => ({
    user,
    today,
    contacts: contactsByUser.get(user.id) ?? [],
    logged: (loggedByUser.get(user.id) ?? []).map(loggedEvent),
    colleagues: colleaguesOf(colleaguesByUser.get(user.id) ?? []),
    lately: (latelyByUser.get(user.id) ?? []).map((row) => ({
      contact: row.contact_id,
      name: row.name,
      on: row.met_on,
    })),
    introducers,
    loggedUntil: loggedByUser.get(user.id)?.at(-1)?.recorded_at ?? 0,
    questions: (questionsByUser.get(user.id) ?? []).map(({ id, kind, data }) => ({
      id,
      kind,
      ...JSON.parse(data),
    })),
  }))
}

function loggedEvent({ contact_id: contactId, company, reach, nth, data, ...row }: LoggedRow): LoggedEvent {
  // Somebody who turned out to be somebody else has none: stored as null, in JSON too.
  const { firstOn, after, hasMet }: Reach = JSON.parse(reach ?? 'null') ?? {}
  return {
    contactId,
    name: row.name,
    ...(company && { company }),
    type: row.type,
    on: row.on,
    data: JSON.parse(data),
    ...(nth && { nth }),
    ...(row.type === 'attempted' && row.on === firstOn && { isFirst: true }),
    ...(firstOn && after === undefined && !hasMet && { isUnanswered: true }),
    cause: row.cause,
  }
}

type LoggedRow = {
  user_id: number
  contact_id: number
  type: string
  on: LocalDate
  data: string
  cause: string
  recorded_at: number
  nth: number | null
  name: string
  company: string | null
  reach: string | null
}
type QuestionRow = { user_id: number; id: number; kind: Ask['kind']; data: string }

/** What becomes of one user's morning. */
export type MorningEnd = {
  /** As it was read. */
  user: Pick<User, 'id' | 'seenAt' | 'nextDigestAt' | 'search'>
  now: number
  loggedUntil: number
  /** When to look again; where never, everything is erased some day. */
  nextDigestAt: number | null
  /** What the contacts that were looked at are to say from now on. */
  contacts: { id: number; dueOn: LocalDate | null; shown: Record<string, number> }[]
  /** Absent where nothing was due: no letter. */
  digest?: {
    id: number
    on: LocalDate
    kind: 'morning' | 'evening'
    token: string
    items: Item[]
    letter: typeof outbox.$inferInsert
  }
}

/** Characters of one parameter: D1 takes up to 2 MB, and a character has up to three bytes. */
const MAX_SLICE = 600_000

/**
 * Stores the mornings of a chunk of users in one transaction. A user whom another tick or a mail came to since the
 * read is left as they are, and still due; nobody gets a second digest on one day. Returns how many digests were made
 * and how many users are no longer due.
 */
export async function recordMornings(
  db: Database,
  ends: MorningEnd[],
): Promise<{ made: number; passed: number }> {
  const claims = ends.map(({ user, digest }) => ({
    userId: user.id,
    seenAt: user.seenAt,
    dueAt: user.nextDigestAt,
    digestId: digest?.id ?? null,
  }))
  const digestRows = ends.flatMap(({ digest }, i) =>
    digest
      ? [
          {
            ...claims[i]!,
            on: digest.on,
            kind: digest.kind,
            token: digest.token,
            items: digest.items,
            letterId: digest.letter.id,
          },
        ]
      : [],
  )
  const contactRows = ends.flatMap(({ contacts }, i) =>
    contacts.map((contact) => ({ ...contact, ...claims[i]! })),
  )
  const letters = ends.flatMap(({ digest }) => (digest ? [{ ...digest.letter, digestId: digest.id }] : []))
  const userRows = ends.map(({ user: { search }, now, loggedUntil, nextDigestAt }, i) => ({
    ...claims[i]!,
    madeAt: Math.max(now, loggedUntil),
    nextDigestAt,
    eraseAt: eraseAt({ search, nextDigestAt }, now),
  }))
  const asRead = sql`exists (select 1 from ${users} u where u.id = e.value ->> 'userId'
    and u.seen_at = e.value ->> 'seenAt' and u.next_digest_at = e.value ->> 'dueAt')`
  const isMade = sql`exists (select 1 from ${digests} d where d.id = e.value ->> 'digestId')`
  const isEnd = sql`${asRead} and (e.value ->> 'digestId' is null or ${isMade})`
  const statements = {
    digests: slices(digestRows).map((slice) =>
      write(
        db,
        sql`insert into ${digests} (id, user_id, "on", kind, token, items, letter_id)
        select e.value ->> 'digestId', e.value ->> 'userId', e.value ->> 'on', e.value ->> 'kind', e.value ->> 'token',
          e.value -> 'items', e.value ->> 'letterId'
        from json_each(${slice}) e where ${asRead} on conflict do nothing`,
      ),
    ),
    // Each column by itself, where it changes: naming `due_on` writes its index again, and mostly only `shown` changes.
    contacts: slices(contactRows).flatMap((slice) => [
      write(
        db,
        sql`update ${contacts} set due_on = e.value ->> 'dueOn' from json_each(${slice}) e
        where ${contacts}.id = e.value ->> 'id' and due_on is not e.value ->> 'dueOn' and ${isEnd}`,
      ),
      write(
        db,
        sql`update ${contacts} set shown = e.value -> 'shown' from json_each(${slice}) e
        where ${contacts}.id = e.value ->> 'id' and shown is not e.value -> 'shown' and ${isEnd}`,
      ),
    ]),
    letters: slices(letters).map((slice) =>
      write(
        db,
        sql`insert into ${outbox} (id, user_id, key, "to", subject, text, html, reply_to, headers, attachments,
          try_at, made_at)
        select e.value ->> 'id', e.value ->> 'userId', e.value ->> 'key', e.value ->> 'to', e.value ->> 'subject',
          e.value ->> 'text', e.value ->> 'html', e.value ->> 'replyTo', e.value -> 'headers', '[]',
          e.value ->> 'tryAt', e.value ->> 'madeAt'
        from json_each(${slice}) e where ${isMade}`,
      ),
    ),
    old: slices(claims).flatMap((slice) => dropOldOf(db, slice, ends[0]!.now)),
    // The last one: the others ask whether the users are as they were read.
    users: slices(userRows).map((slice) =>
      write(
        db,
        sql`update ${users} set next_digest_at = e.value ->> 'nextDigestAt', erase_at = e.value ->> 'eraseAt',
          digested_at = case when ${isMade} then max(e.value ->> 'madeAt', seen_at) else digested_at end
        from json_each(${slice}) e where ${users}.id = e.value ->> 'userId' and ${asRead}`,
      ),
    ),
  }
  const all = Object.values(statements).flat()
  if (all.length === 0) return { made: 0, passed: 0 }
  const results = await db.batch(all as [(typeof all)[0], ...typeof all])
  const changes = results.map(({ meta }) => meta.changes)
  return {
    made: sum(changes.slice(0, statements.digests.length)),
    passed: sum(changes.slice(-statements.users.length)),
  }
}

/** Rows as JSON lists of at most MAX_SLICE characters: as many as the bytes need, whatever the number of rows. */
function slices(rows: unknown[]): string[] {
  const lists: string[][] = []
  let size = 0
  for (const row of rows) {
    const text = JSON.stringify(row)
    if (lists.length === 0 || size + text.length > MAX_SLICE) {
      lists.push([])
      size = 0
    }
    lists.at(-1)!.push(text)
    size += text.length
  }
  return lists.map((list) => `[${list.join(',')}]`)
}

const sum = (numbers: number[]): number => numbers.reduce((total, n) => total + n, 0)
