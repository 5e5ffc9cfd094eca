import { type SQL, sql } from 'drizzle-orm'
import type { Item } from '../core/commands/item.ts'
import { type ContactRow, contactsOf, type EventRow, type KnownContact, selectContacts } from './contacts.ts'
import type { Database } from './open.ts'
import { contactAddresses, contacts, digests, events, mails, otherIds, outbox, questions } from './schema.ts'
import { type Owner, selectUsers, type User, type UserRow, userIdOf, userOf } from './users.ts'

/** What a mail asks of the database. */
export type Asked = {
  owner: Owner
  /** The mail's own ids first, then those of its thread. */
  ids: string[]
  /** Addresses of people whom the mail names. */
  addresses: string[]
  /** Words of the text by which contacts may be called; empty where the text is not looked at. */
  words: string[]
  /** Names of people whom the mail is addressed to: one of them may be known by another address. */
  names: { first: string; last: string }[]
  /** Of the digest that is answered. Only the user's own is read. */
  digestToken?: string
  /** Or the day of it, where a link stands in it. */
  digestOn?: string
  /** Our letter that the mail answers, where its thread says so. */
  letterId?: number
  /** The mail may hold commands: what they refer to is read as well. */
  isCommand: boolean
  /** "undo" reaches back to here. */
  undoSince: number
}

/** What the database knows that has to do with a mail. */
export type Known = {
  user: User
  /** Mails handled before with one of the ids. */
  mails: HandledMail[]
  contacts: KnownContact[]
  /** By which names contacts were looked for. */
  sought: Pick<Asked, 'words' | 'names'>
  digest?: { id: number; on: string; token: string; items: Item[] }
  /** The letter that is answered. */
  letter?: { key: string; text: string; html: string | null }
  /** Mails that "undo" would take back, the latest first. */
  undoable: HandledMail[]
  questions: Question[]
}

export type HandledMail = Omit<typeof mails.$inferSelect, 'userId'>
export type Question = typeof questions.$inferSelect

/**
 * Everything that handling a mail needs, in one batch of reads, however many people the mail went to and however
 * many contacts are stored. Undefined where no user owns the mail.
 */
export async function gather(db: Database, asked: Asked): Promise<Known | undefined> {
  const user = userIdOf(asked.owner)
  const ids = contactIds(asked, user)
  const isDigest = whichDigest(asked)
  const [userRows, mailRows, contactRows, eventRows, digestRows, letterRows, undoRows, questionRows] =
    await db.batch([
      selectUsers(db, sql`users.id = ${user}`),
      db
        .select()
        .from(mails)
        .where(sql`id in (${mailIds(asked, user)})`),
      ...selectContacts(db, ids),
      db.select().from(digests).where(sql`${isDigest} and user_id = ${user}`),
      db
        .select({ key: outbox.key, text: outbox.text, html: outbox.html })
        .from(outbox)
        .where(
          sql`id in (${asked.letterId ?? 0}, (select letter_id from ${digests} where ${isDigest} and user_id = ${user})) and user_id = ${user}
            and ${letterIsUsers}`,
        )
        // The answer to a receipt comes to its digest's address: the receipt is what it quotes.
        .orderBy(sql`id = ${asked.letterId ?? 0} desc`),
      db
        .select()
        .from(mails)
        .where(
          sql`user_id = ${user} and undo is not null and handled_at > ${asked.undoSince} and undone_at is null and ${asked.isCommand ? 1 : 0}`,
        )
        .orderBy(sql`handled_at desc`)
        .limit(2),
      db
        .select()
        .from(questions)
        .where(sql`user_id = ${user} and answered_at is null`)
        .orderBy(sql`asked_at desc`)
        .limit(MAX_QUESTIONS),
    ])
  const [row] = userRows as UserRow[]
  if (!row) return undefined
  return {
    user: userOf(row),
    mails: mailRows,
    contacts: contactsOf(contactRows as ContactRow[], eventRows as EventRow[]),
    sought: { words: asked.isCommand ? asked.words : [], names: asked.isCommand ? [] : asked.names },
    ...(digestRows[0] && { digest: digestRows[0] }),
    ...(letterRows[0] && { letter: letterRows[0] }),
    undoable: undoRows,
    questions: questionRows,
  }
}

/** The letter that asks another address takes no answer: its reader need not be the user, and its id can be guessed. */
const letterIsUsers = sql`reply_to is not null`

const whichDigest = ({ digestToken, digestOn }: Asked): SQL =>
  digestOn === undefined ? sql`token = ${digestToken ?? ''}` : sql`"on" = ${digestOn} and kind = 'morning'`

/** Of the open questions the latest count. */
const MAX_QUESTIONS = 20

/** The mails that have one of the ids, as a subquery. Two questions, each by its own index. */
const mailIds = ({ ids }: Asked, user: SQL): SQL => sql`
  select id from ${mails} where user_id = ${user} and message_id in ${listed(ids)} union all
  select mail_id from ${otherIds} where user_id = ${user} and message_id in ${listed(ids)}`

/** The contacts that the mail may be about, as a subquery. D1 takes a union of at most five. */
function contactIds(asked: Asked, user: SQL): SQL {
  const parts = [
    sql`select contact_id from ${contactAddresses} where user_id = ${user} and address in ${listed(asked.addresses)}`,
    sql`select m.value from ${mails}, json_each(${mails}.contacts) m where ${mails}.id in (${mailIds(asked, user)})`,
  ]
  if (asked.isCommand)
    parts.push(
      // Two questions, each by its own index: asked with "or", it reads all contacts of the user.
      sql`select id from (
          select id from ${contacts} where user_id = ${user} and first in ${listed(asked.words)} union all
          select id from ${contacts} where user_id = ${user} and last in ${listed(asked.words)})`,
      sql`select id from (
          select m.value as id from (select contacts from ${mails} where user_id = ${user} and undo is not null
            and handled_at > ${asked.undoSince} and undone_at is null order by handled_at desc limit 2) u, json_each(u.contacts) m
          union all
          select c.value from (select data from ${questions} where user_id = ${user} and answered_at is null
            order by asked_at desc limit ${sql.raw(String(MAX_QUESTIONS))}) q, json_each(q.data, '$.contacts') c)`,
    )
  else
    parts.push(
      sql`select c.id from json_each(${JSON.stringify(asked.names)}) n cross join ${contacts} c
        on c.user_id = ${user} and c.first = n.value ->> 'first' and c.last = n.value ->> 'last'`,
    )
  if (asked.digestToken || asked.digestOn)
    parts.push(sql`select i.value ->> 'contact' from ${digests}, json_each(${digests}.items) i
        where ${whichDigest(asked)} and user_id = ${user}`)
  return withOthers(sql.join(parts, sql` union `))
}

/** These contacts, whoever introduced them, and those whom one mail went to together with them (practice 2.6). */
const withOthers = (ids: SQL): SQL => sql`
  with named(id) as (${ids})
  select id from named union
  select m.value from named
    join ${events} e on e.contact_id = named.id and e.type = 'attempted' and e.data ->> 'group' > 1
    join ${mails} on ${mails}.id = cast(e.cause as integer)
    join json_each(${mails}.contacts) m
  union
  select e.data ->> 'via' from named
    join ${events} e on e.contact_id = named.id and e.type = 'added' and e.data ->> 'via' is not null`

/** A list as one parameter: D1 takes at most 100 of them. */
const listed = (values: string[]): SQL => sql`(select value from json_each(${JSON.stringify(values)}))`
