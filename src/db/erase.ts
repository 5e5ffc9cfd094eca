import { getTableColumns, is, type SQL, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type Database, write } from './open.ts'
import * as schema from './schema.ts'

const { contactAddresses, contacts, digests, events, heldMails, mails, outbox, questions } = schema

/**
 * Erases contacts (practice 4.1, rule 11): their rows and histories, their names in the histories of others, the
 * letters that name them, what a reply would need to take back of them. A fixed number of statements. What the user
 * wrote of somebody else stays: it is theirs. The ids of mails stay, so that one that comes again is known.
 */
export function eraseContacts(db: Database, userId: number, ids: number[]): BatchItem<'sqlite'>[] {
  const erased = sql`(select value from json_each(${JSON.stringify(ids)}))`
  const named = sql`select lower(name) as called from ${contacts} where id in ${erased} and user_id = ${userId}
    and length(name) > 2
    union all select lower(address) from ${contactAddresses} where user_id = ${userId} and contact_id in ${erased}`
  const isNamedIn = (text: SQL): SQL =>
    sql`exists (select 1 from (${named}) n where instr(lower(${text}), n.called) > 0)`
  // Letters use first names alone, break names at the ends of lines, and cut long ones. A letter without its text is
  // still known when it is answered, so one too many is a small loss.
  const called = sql`select called from (${named}) union all
    select lower(substr(name, 1, instr(name || ' ', ' ') - 1)) from ${contacts} where id in ${erased} and user_id = ${userId}
      and instr(name || ' ', ' ') > 3`
  const isCalledIn = (text: SQL): SQL =>
    sql`exists (select 1 from (${called}) n where instr(lower(${text}), n.called) > 0)`
  const isTheirs = (column: SQL): SQL =>
    sql`exists (select 1 from json_each(${column}) c where c.value in ${erased})`
  return [
    // Keys of letters begin with their user's id: a range of the index.
    sql`update ${outbox} set text = '', html = null, subject = '' where key > ${`${userId} `} and key < ${`${userId}!`}
      and state <> 'waiting' and (${isCalledIn(sql`text`)} or ${isCalledIn(sql`subject`)})`,
    sql`update ${outbox} set erased_once_sent = 1 where key > ${`${userId} `} and key < ${`${userId}!`}
      and state = 'waiting' and (${isCalledIn(sql`text`)} or ${isCalledIn(sql`subject`)})`,
    sql`update ${digests} set items = (select json_group_array(json(i.value)) from json_each(items) i
        where i.value ->> 'contact' not in ${erased})
      where user_id = ${userId} and exists (select 1 from json_each(items) i where i.value ->> 'contact' in ${erased})`,
    sql`delete from ${questions} where user_id = ${userId}
      and (${isTheirs(sql`json_extract(data, '$.contacts')`)} or ${isNamedIn(sql`data`)})`,
    sql`update ${mails} set subject = '', undo = null,
        contacts = (select json_group_array(c.value) from json_each(contacts) c where c.value not in ${erased})
      where user_id = ${userId} and ${isTheirs(sql`contacts`)}`,
    sql`delete from ${heldMails} where user_id = ${userId} and ${isNamedIn(sql`mail`)}`,
    sql`update ${mails} set subject = '' where user_id = ${userId} and ${isNamedIn(sql`subject`)}`,
    sql`update ${events} set data = json_remove(data, '$.name', '$.viaName') where user_id = ${userId}
      and type in ('intro received', 'intro met', 'added')
      and (data ->> 'contact' in ${erased} or data ->> 'via' in ${erased})`,
    sql`delete from ${events} where contact_id in ${erased} and user_id = ${userId}`,
    sql`delete from ${contactAddresses} where user_id = ${userId} and contact_id in ${erased}`,
    sql`delete from ${contacts} where id in ${erased} and user_id = ${userId}`,
  ].map((statement) => write(db, statement))
}

/**
 * Erases users: every row of every table that is theirs. `whose` is a subquery, or an id, and is asked again by each
 * statement: of the users' own rows, which go last.
 */
export const eraseEverything = (db: Database, whose: SQL): BatchItem<'sqlite'>[] => [
  ...ownedTables().map((table) => write(db, sql`delete from ${table} where user_id in (${whose})`)),
  write(db, sql`delete from ${schema.users} where id in (${whose})`),
]

/** The tables whose rows are a user's: a new one is erased, and exported, as the others are. */
export const ownedTables = (): SQLiteTable[] =>
  Object.values<SQLiteTable | unknown>(schema)
    .filter((value): value is SQLiteTable => is(value, SQLiteTable))
    .filter((table) => 'userId' in getTableColumns(table))
