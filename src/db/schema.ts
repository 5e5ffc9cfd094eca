import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Item } from '../core/commands/item.ts'
import type { LocalDate } from '../core/practice/events.ts'
import type { Reach } from '../core/practice/reach.ts'
import type { Settings } from '../core/practice/settings.ts'
import type { InboundEmail } from '../inbound-email.ts'
import type { Attachment } from '../letters/letter.ts'
import type { QuestionData, Undo } from './stored.ts'

// A written row costs a thousand read ones, and each index entry is a written row: an index stands here only
// where a question needs it. Ids are random integers made before the write (`newId`), so that one batch can
// refer to rows that it makes. Instants are milliseconds; days are text.

export const users = sqliteTable(
  'users',
  {
    id: integer().primaryKey(),
    /** Where letters go. */
    email: text().notNull().unique(),
    settings: text({ mode: 'json' }).$type<Settings>().notNull(),
    search: text().$type<'searching' | 'over' | 'stopped'>().notNull().default('searching'),
    joinedAt: integer('joined_at').notNull(),
    /**
     * The user's last mail, reply or tap. What others send moves it by a millisecond: it also tells whether anything
     * came since a read.
     */
    seenAt: integer('seen_at').notNull(),
    /** When the latest digest was made, and not before anything it was made of; "Logged since" counts from here. */
    digestedAt: integer('digested_at').notNull(),
    /** When to look next whether a digest is due; null: never. */
    nextDigestAt: integer('next_digest_at'),
    /** When everything of the user is erased by itself; null for whoever gets letters. */
    eraseAt: integer('erase_at'),
    /** Why letters to `email` are paused, by Postmark's word; null: they are not. */
    pausedFor: text('paused_for').$type<'bounce' | 'complaint' | 'suppressed'>(),
    /** When the latest pause began or ended; what Postmark says of an earlier instant is old. */
    pauseChangedAt: integer('pause_changed_at'),
    /** How many mails were handled in the latest hour that had any (whole hours since the epoch). */
    mailHour: integer('mail_hour').notNull().default(0),
    mailsInHour: integer('mails_in_hour').notNull().default(0),
    /** How many letters were written to the user on the latest day that had any (whole days since the epoch). */
    letterDay: integer('letter_day').notNull().default(0),
    lettersInDay: integer('letters_in_day').notNull().default(0),
    /** By reason, the day of the latest notice: each is sent once a day at most. */
    noticedOn: text('noticed_on', { mode: 'json' }).$type<Record<string, LocalDate>>().notNull().default({}),
  },
  (t) => [
    index('users_due').on(t.nextDigestAt).where(sql`next_digest_at is not null`),
    index('users_to_erase').on(t.eraseAt).where(sql`erase_at is not null`),
  ],
)

/** Addresses that a user may write from. */
export const senderAddresses = sqliteTable(
  'sender_addresses',
  {
    /** As `ownAddressKey` folds it. */
    address: text().primaryKey(),
    userId: integer('user_id').notNull(),
    /** The user takes mail of this address unchecked; never commands. */
    isTrusted: integer('trusted', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [index('sender_addresses_user').on(t.userId)],
)

/** The addresses that users BCC. A replaced one answers nobody. */
export const privateAddresses = sqliteTable(
  'private_addresses',
  {
    token: text().primaryKey(),
    userId: integer('user_id').notNull(),
    replacedAt: integer('replaced_at'),
  },
  (t) => [index('private_addresses_user').on(t.userId)],
)

export const contacts = sqliteTable(
  'contacts',
  {
    id: integer().primaryKey(),
    userId: integer('user_id').notNull(),
    name: text().notNull(),
    company: text(),
    /** First and last word of the name, folded (`nameKey`): how a reply names a contact. */
    first: text().notNull(),
    last: text().notNull(),
    /** The seq of the latest event. */
    seq: integer().notNull(),
    /** The earliest day on which anything may be due; null: nothing will be. The fold decides what. */
    dueOn: text('due_on').$type<LocalDate>(),
    /** What became of reaching out to them, for the rates of the review; right until the next event. */
    reach: text({ mode: 'json' }).$type<Reach>(),
    /** How often each open obligation has been in a digest, by key. */
    shown: text({ mode: 'json' }).$type<Record<string, number>>().notNull().default({}),
  },
  (t) => [
    index('contacts_due').on(t.userId, t.dueOn),
    index('contacts_first').on(t.userId, t.first),
    index('contacts_last').on(t.userId, t.last, t.first),
    index('contacts_company').on(t.userId, t.company).where(sql`company is not null`),
  ],
)

export const contactAddresses = sqliteTable(
  'contact_addresses',
  {
    userId: integer('user_id').notNull(),
    address: text().notNull(),
    contactId: integer('contact_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.address] }), index('contact_addresses_contact').on(t.contactId)],
)

/** Append-only. The fact without its type is in `data`. */
export const events = sqliteTable(
  'events',
  {
    contactId: integer('contact_id').notNull(),
    seq: integer().notNull(),
    userId: integer('user_id').notNull(),
    type: text().notNull(),
    on: text().$type<LocalDate>().notNull(),
    at: integer().notNull(),
    /** What recorded it: the id of a mail or link. */
    cause: text().notNull(),
    /** The `handled_at` of its mail. */
    recordedAt: integer('recorded_at').notNull(),
    data: text({ mode: 'json' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.contactId, t.seq] }), index('events_recorded').on(t.userId, t.recordedAt)],
)

/** One row for each mail handled: the mark that makes a second delivery change nothing, and what threads are known by. */
export const mails = sqliteTable(
  'mails',
  {
    id: integer().primaryKey(),
    userId: integer('user_id').notNull(),
    messageId: text('message_id').notNull(),
    recipient: text().notNull(),
    kind: text().notNull(),
    subject: text().notNull(),
    sentAt: integer('sent_at').notNull(),
    handledAt: integer('handled_at').notNull(),
    /** Other ids of the same mail. */
    otherIds: text('other_ids', { mode: 'json' }).$type<string[]>().notNull().default([]),
    /** Contacts whose history it added to. */
    contacts: text({ mode: 'json' }).$type<number[]>().notNull().default([]),
    /** For a mail that "undo" can take back: what it changed of the user, as it was before; and its orders, for "oops". */
    undo: text({ mode: 'json' }).$type<Undo>(),
    undoneAt: integer('undone_at'),
  },
  (t) => [
    uniqueIndex('mails_once').on(t.userId, t.messageId),
    index('mails_undo').on(t.userId, t.handledAt).where(sql`undo is not null`),
  ],
)

/** The other ids of mails that have some: an answer may name any of them. */
export const otherIds = sqliteTable(
  'other_ids',
  {
    userId: integer('user_id').notNull(),
    messageId: text('message_id').notNull(),
    mailId: integer('mail_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.messageId] })],
)

/** Mails that wait for the user's word, since nobody vouched for them; 30 days. */
export const heldMails = sqliteTable(
  'held_mails',
  {
    /** That of its row in `mails`, which marks it as seen. */
    id: integer().primaryKey(),
    userId: integer('user_id').notNull(),
    /** Without bodies and headers. */
    mail: text({ mode: 'json' }).$type<InboundEmail>().notNull(),
    heldAt: integer('held_at').notNull(),
  },
  (t) => [index('held_mails_user').on(t.userId), index('held_mails_old').on(t.heldAt)],
)

/** How many letters went out in an hour (whole hours since the epoch), and how many Postmark refused for good. */
export const letterCounts = sqliteTable('letter_counts', {
  hour: integer().primaryKey(),
  sent: integer().notNull(),
  refused: integer().notNull(),
})

/** How often something was refused on a day (UTC), for the owner. */
export const refusals = sqliteTable(
  'refusals',
  {
    on: text().$type<LocalDate>().notNull(),
    why: text().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.on, t.why] })],
)

/**
 * What could not be told from a mail and is asked in the Check section: whom it was to, whether a no was meant, whether
 * two people are one. `erase` is asked by a receipt instead.
 */
export const questions = sqliteTable(
  'questions',
  {
    id: integer().primaryKey(),
    userId: integer('user_id').notNull(),
    kind: text()
      .$type<
        'no recipient' | 'announcement' | 'invitation' | 'answer' | 'doubt' | 'identity' | 'guess' | 'erase'
      >()
      .notNull(),
    data: text({ mode: 'json' }).$type<QuestionData>().notNull(),
    askedAt: integer('asked_at').notNull(),
    answeredAt: integer('answered_at'),
  },
  (t) => [
    index('questions_open').on(t.userId).where(sql`answered_at is null`),
    index('questions_old').on(t.askedAt),
  ],
)

/** Applications and the interviews they led to, as the user logged them. */
export const applications = sqliteTable(
  'applications',
  {
    id: integer().primaryKey(),
    userId: integer('user_id').notNull(),
    on: text().$type<LocalDate>().notNull(),
    /** How many; none for an interview. */
    count: integer().notNull(),
    to: text(),
    /** For an interview: its day, or the day it was logged. */
    isInterview: integer('interview', { mode: 'boolean' }).notNull().default(false),
    /** The mail that logged it. */
    cause: integer().notNull(),
  },
  (t) => [index('applications_on').on(t.userId, t.on)],
)

/** A digest that was made: what its numbers mean, for as long as they count (`KEPT_DAYS`). */
export const digests = sqliteTable(
  'digests',
  {
    id: integer().primaryKey(),
    userId: integer('user_id').notNull(),
    on: text().$type<LocalDate>().notNull(),
    kind: text().$type<'morning' | 'evening'>().notNull().default('morning'),
    /** The subaddress of its Reply-To. */
    token: text().notNull().unique(),
    items: text({ mode: 'json' }).$type<Item[]>().notNull(),
    letterId: integer('letter_id').notNull(),
  },
  (t) => [uniqueIndex('digests_once').on(t.userId, t.on, t.kind)],
)

/**
 * Letters to send and letters sent. The HTML is dropped once sent; the text stays for as long as it may be quoted in an
 * answer (`KEPT_DAYS`).
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey(),
    userId: integer('user_id').notNull(),
    /** What it is, once: "digest 17 2026-11-17", "receipt 9382". */
    key: text().notNull().unique(),
    to: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text(),
    replyTo: text('reply_to'),
    headers: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    attachments: text({ mode: 'json' }).$type<Attachment[]>().notNull().default([]),
    state: text().$type<'waiting' | 'sent' | 'refused'>().notNull().default('waiting'),
    /** While waiting: not before this instant. A lease moves it ahead. */
    tryAt: integer('try_at').notNull(),
    tries: integer().notNull().default(0),
    /** The first so many tries are known not to have sent it; of any later one Postmark is asked before the next. */
    failedTries: integer('failed_tries').notNull().default(0),
    postmarkId: text('postmark_id'),
    reason: text(),
    madeAt: integer('made_at').notNull(),
    sentAt: integer('sent_at'),
    /** Its user wrote after a bounce: Postmark is asked to write to the address again before the letter goes. */
    isReadmission: integer('readmission', { mode: 'boolean' }).notNull().default(false),
    /** Its user, or whom it speaks of, was erased: the row goes when the letter has gone. */
    isErasedOnceSent: integer('erased_once_sent', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    index('outbox_waiting').on(t.tryAt).where(sql`state = 'waiting'`),
    index('outbox_old').on(t.madeAt),
  ],
)
