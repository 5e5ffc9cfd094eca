import { env } from 'cloudflare:workers'
import type { Sent } from '../support/post.ts'

/** What a run left behind, without what differs from run to run: random ids and tokens, instants of tries. */
export type Outcome = { letters: string[]; tables: Record<string, string[]> }

/** The letters, and what the tables hold. */
export async function outcomeOf(letters: Sent[]): Promise<Outcome> {
  const names = await namesOfIds()
  const tables: Outcome['tables'] = {}
  for (const [table, sql] of Object.entries(TABLES)) {
    const { results } = await env.DB.prepare(sql).all()
    tables[table] = results.map((row) => plain(JSON.stringify(row), names)).sort()
  }
  return {
    letters: letters
      .map(({ To, Subject, TextBody }) => plain(`${To}\n${Subject}\n${TextBody}`, names))
      .sort(),
    tables,
  }
}

const TABLES = {
  users: 'select email, settings, search, next_digest_at from users',
  addresses: 'select address from sender_addresses',
  private: 'select replaced_at from private_addresses',
  contacts: 'select id, name, company, first, last, seq, due_on, shown from contacts',
  contactAddresses: 'select address, contact_id from contact_addresses',
  events: 'select contact_id, seq, type, "on", at, cause, data from events',
  mails:
    'select id, message_id, recipient, kind, subject, sent_at, contacts, undo, undone_at is not null as is_undone from mails',
  questions: 'select kind, data, answered_at is not null as is_answered from questions',
  digests: 'select "on", items, letter_id from digests',
  outbox: `select id, key, "to", subject, text, html, reply_to, attachments, state, reason,
    postmark_id is not null as has_id from outbox`,
}

/** What stands for each random id. */
async function namesOfIds(): Promise<Map<string, string>> {
  const { results } = await env.DB.prepare(
    `select id, name from contacts union all select id, message_id from mails union all select id, subject from outbox
    union all select id, email from users union all select id, data ->> 'subject' from questions`,
  ).all<{ id: number; name: string }>()
  return new Map(results.map(({ id, name }) => [String(id), `(${name})`]))
}

const plain = (text: string, names: Map<string, string>): string =>
  text
    .replace(/reach\+(d\.)?[a-z0-9]{20,}@/g, 'reach+$1TOKEN@')
    .replace(/\b\d{9,16}\b/g, (id) => names.get(id) ?? id)
