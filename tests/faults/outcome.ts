import type { Sent } from '../support/post.ts'
import type { Snapshot } from '../support/snapshot.ts'

/** What a run left behind: the letters that reached Postmark and every row, without what differs from run to run. */
export type Outcome = { letters: string[]; counted: number; tables: Record<string, string[]> }

export function outcomeOf(letters: Sent[], held: Snapshot): Outcome {
  // Refusals are counted by delivery, and one that is not counted keeps nobody waiting; letters are counted once.
  const { letter_counts, refusals, ...rows } = held
  const plain = withNames(rows)
  return {
    letters: letters
      .map(({ MessageID, takenAt, ...letter }) => plain(JSON.stringify(letter, readable)))
      .sort(),
    counted: letter_counts!.reduce((sum, { sent }) => sum + Number(sent), 0),
    tables: Object.fromEntries(
      Object.entries(rows).map(([table, all]) => [
        table,
        all
          .map((row) => plain(JSON.stringify(row, (key, value) => (key in WHEN ? WHEN[key]!(value) : value))))
          .sort(),
      ]),
    ),
  }
}

/** A card or a table says what it holds. */
const readable = (key: string, value: unknown) => (key === 'Content' ? atob(value as string) : value)

const isSet = (value: unknown) => value !== null
const left = () => undefined

/** Columns that say when or how often something was tried: of some it counts that they are set. */
const WHEN: Record<string, (value: unknown) => unknown> = {
  ...Object.fromEntries(
    ['answered_at', 'undone_at', 'replaced_at', 'sent_at', 'postmark_id', 'pause_changed_at', 'erase_at'].map(
      (column) => [column, isSet],
    ),
  ),
  ...Object.fromEntries(
    [
      'joined_at',
      'seen_at',
      'digested_at',
      'handled_at',
      'recorded_at',
      'asked_at',
      'held_at',
      'made_at',
    ].map((column) => [column, left]),
  ),
  ...Object.fromEntries(
    ['try_at', 'tries', 'failed_tries', 'mail_hour', 'mails_in_hour'].map((column) => [column, left]),
  ),
}

/** Puts what a row is in place of its id, and masks what is random or signed. */
function withNames(rows: Snapshot): (text: string) => string {
  const names = new Map<string, string>()
  for (const [table, name] of Object.entries(NAMES))
    for (const row of rows[table] ?? []) names.set(String(row.id), `(${name(row)})`)
  return (text) =>
    text
      .replace(/\/l\/l\.([\w-]+)\.[\w-]+/g, (_, link: string) => `/l/${Buffer.from(link, 'base64url')}`)
      .replace(/(\/l\/\[\d+,)"[^"]+"/g, '$1MARK')
      .replace(/(\/u\/u\.\d+)\.[\w-]+/g, '$1')
      .replace(/\b[0-9a-hjkmnp-tv-z]{25}\b/g, 'TOKEN')
      .replace(/\b\d{9,16}\b/g, (id) => names.get(id) ?? id)
}

const NAMES: Record<string, (row: Record<string, unknown>) => unknown> = {
  users: ({ email }) => email,
  contacts: ({ name }) => name,
  mails: ({ message_id }) => message_id,
  held_mails: ({ mail }) => JSON.parse(mail as string).messageId,
  digests: ({ on, kind }) => `${kind} ${on}`,
  outbox: ({ subject }) => subject,
  questions: ({ kind, data }) => `${kind} ${JSON.parse(data as string).subject}`,
  applications: ({ on }) => `application ${on}`,
}
