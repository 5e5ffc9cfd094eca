import { type SQL, sql } from 'drizzle-orm'
import { nameKeys } from '../core/names.ts'
import type { Decision } from '../decision.ts'
import type { Known } from './gather.ts'
import { contacts } from './schema.ts'

/**
 * A condition for the write: that nobody was made since the read who is called as one of the new contacts. Two mails
 * that name somebody new at the same moment would make two of them; an address, which is unique, tells by itself. Only
 * names that were looked for count: whoever reads again finds the other one.
 */
export function hasNoNamesakes({ user, contacts: known, sought }: Known, { newContacts }: Decision): SQL {
  const names = newContacts
    .map(({ name }) => nameKeys(name))
    .filter(
      ({ first, last }) =>
        sought.words.includes(first) ||
        sought.words.includes(last) ||
        sought.names.some((name) => name.first === first && name.last === last),
    )
  if (names.length === 0) return sql`1`
  return sql`not exists (select 1 from json_each(${JSON.stringify(names)}) n cross join ${contacts} c
    on c.user_id = ${user.id} and c.last = n.value ->> 'last' and c.first = n.value ->> 'first'
    where c.id not in (select value from json_each(${JSON.stringify(known.map(({ id }) => id))})))`
}
