import { standing } from '../core/practice/history.ts'
import type { Standing } from '../core/practice/standing.ts'
import type { KnownContact } from '../db/contacts.ts'
import { csv } from './csv.ts'
import { describe } from './history.ts'

/** A file of an export, as text. */
export type File = { name: string; type: string; text: string }

type Exported = { contact: KnownContact; standing: Standing | undefined }

/** Rows by table. */
type Stored = Record<string, Record<string, string | number | null>[]>

/** All contacts, all that happened to them, the applications, and every row as it is stored (practice 4.2, 109). */
export const exportFiles = (people: Exported[], stored: Stored): File[] => [
  { name: 'contacts.csv', type: 'text/csv', text: contactsTable(people) },
  { name: 'events.csv', type: 'text/csv', text: eventsTable(people) },
  { name: 'applications.csv', type: 'text/csv', text: applicationsTable(stored.applications ?? []) },
  { name: 'everything.json', type: 'application/json', text: `${JSON.stringify(stored, null, 1)}\n` },
]

const contactsTable = (people: Exported[]): string =>
  csv([
    ['name', 'company', 'role', 'addresses', 'phone', 'state', 'since', 'source', 'introduced by', 'notes'],
    ...people.map(({ contact: { name, company, addresses }, standing: now }) => [
      name,
      company,
      now?.role,
      addresses.join('; '),
      now?.phone,
      now?.state.toLowerCase(),
      now?.since,
      now?.source,
      now?.viaName,
      now?.notes.map(({ text }) => text).join('; '),
    ]),
  ])

const eventsTable = (people: Exported[]): string =>
  csv([
    ['name', 'day', 'event', 'details'],
    ...people.flatMap(({ contact: { name, history } }) =>
      standing(history).map((event) => [name, event.on, event.type, describe(event)]),
    ),
  ])

const applicationsTable = (rows: Stored[string]): string =>
  csv([
    ['day', 'applications', 'to', 'interview'],
    ...rows.map(({ on, count, to, interview }) => [on, count, to, interview ? 'yes' : '']),
  ])
