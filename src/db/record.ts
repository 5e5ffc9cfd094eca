import { sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { nameKeys } from '../core/names.ts'
import { lookAgainOn, practiceOf } from '../core/practice/due.ts'
import type { Event } from '../core/practice/events.ts'
import { eraseAt } from '../core/practice/lifetime.ts'
import { reachOf } from '../core/practice/reach.ts'
import { standingOf } from '../core/practice/standing.ts'
import type { Decision } from '../decision.ts'
import { besideContacts, takeBackRest } from './beside.ts'
import type { KnownContact } from './contacts.ts'
import { eraseContacts, eraseEverything } from './erase.ts'
import type { Known } from './gather.ts'
import { releaseLetters } from './letters-fail.ts'
import { DAY, HOUR } from './limits.ts'
import { hasNoNamesakes } from './namesakes.ts'
import { type Database, write } from './open.ts'
import { contactAddresses, contacts, events, mails, otherIds, outbox, questions, users } from './schema.ts'
import { dropIfTaken } from './senders.ts'
import { dropWaiting } from './stop.ts'
import type { Undo } from './stored.ts'

/** The mail that a decision is about. */
export type Handled = {
  /** Of the row to write; also the cause of its events. */
  id: number
  messageId: string
  otherIds: string[]
  recipient: string
  subject: string
  sentAt: number
  now: number
  /** The day that counts as today for the user. */
  today: string
  /** The rows of the letters. */
  letters: (typeof outbox.$inferInsert)[]
  /** Statements that belong into the transaction and go first. */
  also?: BatchItem<'sqlite'>[]
  /** The user wrote it: a sign of life. What others send to their address is none. */
  isUsers: boolean
  /** The mail shows that letters arrive again: a pause ends. */
  liftsPause?: boolean
  /** When the user is looked at next; undefined: as before. */
  nextDigestAt?: number | null | undefined
}

/**
 * Writes a decision in one batch, which D1 runs as one transaction. Where another delivery was first, the mail's own
 * row or an event's number breaks a unique key, or the mail's row finds no user as it was read, or a namesake: the
 * error is a conflict (`isConflict`), nothing is written, and the caller gathers and decides again.
 */
export async function record(
  db: Database,
  known: Known,
  decision: Decision,
  handled: Handled,
): Promise<void> {
  const { user } = known
  const touched = appendFacts(known.contacts, decision, handled)
  const asRead = sql`settings = ${user.settingsText} and search = ${user.search}
    and paused_for is ${user.pausedFor} and ${hasNoNamesakes(known, decision)}`
  // Mails may come in one millisecond, or be written in another order than they came: this always goes up, and what
  // is written after a digest is later than that digest.
  const handledAt = sql<number>`max(${handled.now}, seen_at + 1, digested_at + 1)`
  const hour = Math.floor(handled.now / HOUR)
  const search = decision.user?.search ?? user.search
  const erasedAt = eraseAt({ search, nextDigestAt: handled.nextDigestAt ?? null }, handled.now)
  const day = Math.floor(handled.now / DAY)
  const statements: BatchItem<'sqlite'>[] = [
    ...(handled.also ?? []),
    db.insert(mails).values({
      id: handled.id,
      userId: sql`(select id from ${users} where id = ${user.id} and ${asRead})`,
      messageId: handled.messageId,
      recipient: handled.recipient,
      kind: decision.kind,
      // Of a reply nothing is kept but what it did.
      subject: decision.orders.length + decision.erases.length > 0 ? '' : handled.subject,
      sentAt: handled.sentAt,
      handledAt: sql`(select ${handledAt} from ${users} where id = ${user.id})`,
      otherIds: handled.otherIds,
      contacts: touched.map(({ id }) => id),
      undo: decision.isUndoable ? undoOf(known, decision) : null,
    }),
    write(
      db,
      sql`update ${users} set
      seen_at = ${handled.isUsers ? handledAt : sql`seen_at + 1`},
      settings = json_patch(settings, ${JSON.stringify(decision.user?.settings ?? {})}),
      search = coalesce(${decision.user?.search ?? null}, search),
      mails_in_hour = case when mail_hour = ${hour} then mails_in_hour else 0 end + 1, mail_hour = ${hour}
      ${decision.notices.length > 0 ? sql`, noticed_on = json_patch(noticed_on, ${JSON.stringify(Object.fromEntries(decision.notices.map((reason) => [reason, handled.today])))})` : sql``}
      ${decision.email ? sql`, email = ${decision.email}` : sql``}
      ${handled.letters.length > 0 ? sql`, letters_in_day = case when letter_day = ${day} then letters_in_day else 0 end + ${handled.letters.length}, letter_day = ${day}` : sql``}
      ${handled.liftsPause ? sql`, paused_for = null, pause_changed_at = max(${handled.now}, pause_changed_at)` : sql``}
      ${handled.nextDigestAt === undefined ? sql`` : sql`, next_digest_at = ${handled.nextDigestAt}, erase_at = ${erasedAt}`}
      where id = ${user.id}`,
    ),
  ]
  if (handled.otherIds.length > 0)
    statements.push(
      write(
        db,
        sql`insert into ${otherIds} (user_id, message_id, mail_id)
        select ${user.id}, value, ${handled.id} from json_each(${JSON.stringify(handled.otherIds)}) where true
        on conflict do nothing`,
      ),
    )
  if (touched.length > 0) statements.push(...contactStatements(db, known, decision, handled, touched))
  if (decision.newAddresses.length > 0) statements.push(insertAddresses(db, user.id, decision.newAddresses))
  if (changesTheCalendar(decision))
    statements.push(
      write(
        db,
        sql`update ${contacts} set due_on = ${handled.today} where user_id = ${user.id} and ${decision.user?.search ? sql`due_on is not ${handled.today}` : sql`due_on > ${handled.today}`}`,
      ),
    )
  for (const question of [decision.question, ...decision.asked])
    if (question) statements.push(db.insert(questions).values({ ...question, userId: user.id }))
  if (decision.answeredQuestions.length > 0)
    statements.push(
      write(
        db,
        sql`update ${questions} set answered_at = ${handled.now}
        where id in (select value from json_each(${JSON.stringify(decision.answeredQuestions)}))`,
      ),
    )
  if (decision.undoes.length > 0)
    statements.push(
      write(
        db,
        sql`update ${mails} set undone_at = ${handled.now}
        where id in (select value from json_each(${JSON.stringify(decision.undoes)}))`,
      ),
      ...takeBackRest(db, user.id, decision.undoes, handled.now),
    )
  statements.push(...besideContacts(db, user.id, decision, handled))
  if (decision.erases.length > 0) statements.push(...eraseContacts(db, user.id, decision.erases))
  if (decision.erasesEverything) statements.push(...eraseEverything(db, sql`${user.id}`))
  if (decision.user?.search === 'stopped') statements.push(dropWaiting(db, user.id))
  const isErasedOnceSent = decision.erases.length > 0 || decision.erasesEverything === true
  if (handled.liftsPause) statements.push(releaseLetters(db, user.id, handled.now))
  for (const letter of handled.letters)
    statements.push(...insertLetter(db, { ...letter, isErasedOnceSent }, user))
  await db.batch(statements as [BatchItem<'sqlite'>])
}

/** A letter, once; one to an address that is not the user's (yet) only where nobody else has it. */
function insertLetter(
  db: Database,
  letter: typeof outbox.$inferInsert,
  { email }: Known['user'],
): BatchItem<'sqlite'>[] {
  const inserted = db.insert(outbox).values(letter).onConflictDoNothing()
  return letter.to === email ? [inserted] : [inserted, dropIfTaken(db, letter.id!, letter.to)]
}

type Touched = KnownContact & { added: Event[]; isNew: boolean }

/** The contacts that the decision changes, with their new events numbered after the ones they have. */
function appendFacts(known: KnownContact[], decision: Decision, handled: Handled): Touched[] {
  const touched = new Map<number, Touched>()
  const touch = (id: number): Touched => {
    let contact = touched.get(id)
    if (!contact) {
      const before = known.find((c) => c.id === id)
      const made = decision.newContacts.find((c) => c.id === id)
      if (!before && !made) throw new Error(`decided about contact ${id}, which was not read`)
      contact = before
        ? { ...before, added: [], isNew: false }
        : { ...made!, userId: 0, history: [], shown: {}, added: [], isNew: true }
      touched.set(id, contact)
    }
    return contact
  }
  for (const { id } of decision.newContacts) touch(id)
  for (const { contact: id, name, company } of decision.renamed) Object.assign(touch(id), { name, company })
  for (const { contact: id, fact } of decision.facts) {
    const contact = touch(id)
    const seq = (contact.history.at(-1)?.seq ?? 0) + contact.added.length + 1
    contact.added.push({ ...fact, seq, cause: String(handled.id) })
  }
  return [...touched.values()]
}

/** New contacts, their addresses, the events, and what the fold makes of each contact: at most four statements. */
function contactStatements(
  db: Database,
  { user, contacts: before }: Known,
  decision: Decision,
  handled: Handled,
  touched: Touched[],
): BatchItem<'sqlite'>[] {
  const settings = { ...user.settings, ...(decision.user?.settings as object) }
  const practice = practiceOf(settings, decision.user?.search ?? user.search)
  const rows = touched.map((contact) => {
    const history = [...contact.history, ...contact.added]
    const standing = standingOf(history, practice, handled.today)
    const name = standing?.name ?? contact.name
    return {
      id: contact.id,
      name,
      company: standing?.company ?? contact.company ?? null,
      ...nameKeys(name),
      seq: history.at(-1)?.seq ?? 0,
      dueOn: lookAgainOn(standing, contact.shown) ?? null,
      reach: reachOf(contact.id, history, practice) ?? null,
    }
  })
  const eventRows = touched.flatMap(({ id, added }) =>
    added.map(({ seq, type, on, at, cause, ...data }) => ({ contact: id, seq, type, on, at, cause, data })),
  )
  const newAddresses = decision.newContacts.flatMap(({ id, addresses }) =>
    addresses.map((address) => ({ contact: id, address })),
  )
  const isNamedAsBefore = ({ id, name, company }: (typeof rows)[0]): boolean =>
    before.some((c) => c.id === id && c.name === name && (c.company ?? null) === company)
  const [same, others] = [rows.filter(isNamedAsBefore), rows.filter((row) => !isNamedAsBefore(row))]
  const statements: BatchItem<'sqlite'>[] = []
  if (others.length > 0)
    statements.push(
      write(
        db,
        sql`insert into ${contacts} (id, user_id, name, company, first, last, seq, due_on, reach)
        select e.value ->> 'id', ${user.id}, e.value ->> 'name', e.value ->> 'company', e.value ->> 'first',
          e.value ->> 'last', e.value ->> 'seq', e.value ->> 'dueOn', e.value -> 'reach'
        from json_each(${JSON.stringify(others)}) e where true
        on conflict (id) do update set name = excluded.name, company = excluded.company, first = excluded.first,
          last = excluded.last, seq = excluded.seq, due_on = excluded.due_on, reach = excluded.reach`,
      ),
    )
  // By itself, since naming a column writes its index again, whether it changes or not.
  if (same.length > 0)
    statements.push(
      write(
        db,
        sql`update ${contacts} set seq = e.value ->> 'seq', due_on = e.value ->> 'dueOn', reach = e.value -> 'reach'
        from json_each(${JSON.stringify(same.map(({ id, seq, dueOn, reach }) => ({ id, seq, dueOn, reach })))}) e
        where ${contacts}.id = e.value ->> 'id'`,
      ),
    )
  if (newAddresses.length > 0) statements.push(insertAddresses(db, user.id, newAddresses))
  if (eventRows.length > 0)
    statements.push(
      write(
        db,
        sql`insert into ${events} (contact_id, seq, user_id, type, "on", at, cause, recorded_at, data)
        select e.value ->> 'contact', e.value ->> 'seq', ${user.id}, e.value ->> 'type', e.value ->> 'on',
          e.value ->> 'at', e.value ->> 'cause', (select handled_at from ${mails} where id = ${handled.id}), e.value -> 'data'
        from json_each(${JSON.stringify(eventRows)}) e`,
      ),
    )
  return statements
}

const insertAddresses = (db: Database, userId: number, rows: { contact: number; address: string }[]) =>
  write(
    db,
    sql`insert into ${contactAddresses} (user_id, address, contact_id)
    select ${userId}, e.value ->> 'address', e.value ->> 'contact' from json_each(${JSON.stringify(rows)}) e`,
  )

/** After these every due day may be another; the next digest looks at each contact and corrects it. */
function changesTheCalendar({ user }: Decision): boolean {
  const changed = Object.keys(user?.settings ?? {})
  return (
    user?.search !== undefined ||
    ['country', 'plan', 'daysOff', 'pauses', 'zone', 'focusWeek', 'cards'].some((key) =>
      changed.includes(key),
    )
  )
}

/** What "undo" puts back: absent settings as null, so that merging takes them away. */
function undoOf({ user, contacts: before }: Known, decision: Decision): Undo {
  const keys = Object.keys(decision.user?.settings ?? {}) as (keyof typeof user.settings)[]
  return {
    ...(keys.length > 0 && {
      settings: Object.fromEntries(keys.map((key) => [key, user.settings[key] ?? null])),
    }),
    ...(decision.user?.search && { search: user.search }),
    orders: decision.orders,
    ...(decision.newAddresses.length > 0 && {
      newAddresses: decision.newAddresses.map(({ address }) => address),
    }),
    ...(decision.movedAddresses.length > 0 && {
      addresses: before.flatMap(({ id: contact, addresses }) =>
        addresses
          .filter((address) => decision.movedAddresses.some((moved) => moved.address === address))
          .map((address) => ({ contact, address })),
      ),
    }),
  }
}
