import { sql } from 'drizzle-orm'
import type { Colleagues } from '../core/practice/companies.ts'
import { type Database, readRows } from './open.ts'
import { contacts, events } from './schema.ts'

/**
 * The statement that counts the people of each company at which somebody is due or was logged of: those who are
 * chased and not due, since whoever is due is folded anyway, and those known at all. Days end a chase no sooner than
 * `due_on`, so the state that the latest event left says it of the others. Reads only the people of those companies.
 *
 * @param asked JSON list of { id: of the user, today, since: of the last digest }
 */
export const selectColleagues = (db: Database, asked: string) =>
  readRows<ColleagueRow>(
    db,
    sql`
    with asked(user_id, today, company) as (
      select c.user_id, u.value ->> 'today', c.company from json_each(${asked}) u cross join ${contacts} c
        on c.user_id = u.value ->> 'id' and c.due_on <= u.value ->> 'today'
        where c.company is not null and ${stateOf('c')} in ('LEAD', 'TRYING', 'AWAY', 'CLOSING', 'BEFORE')
      union
      select c.user_id, u.value ->> 'today', c.company from json_each(${asked}) u cross join ${events} e
        on e.user_id = u.value ->> 'id' and e.recorded_at > u.value ->> 'since'
        join ${contacts} c on c.id = e.contact_id
        where c.company is not null and e.type in ('attempted', 'dropped')
    )
    select a.user_id, a.company,
      sum(o.due_on > a.today and ${stateOf('o')} in ('TRYING', 'AWAY', 'CLOSING')) as chased,
      sum(o.reach ->> 'firstOn' is not null or ${stateOf('o')} not in ('LEAD', 'QUIET')) as known
    from asked a cross join ${contacts} o on o.user_id = a.user_id and o.company = a.company
    group by a.user_id, a.company`,
  )

/**
 * The state as the latest event left it. Rows of before states were kept have none until something happens: whoever
 * was written to, did not answer and is looked at again some day is chased; of the others no more is known than that
 * they are there ("BEFORE"), which keeps wrong hints back.
 */
const stateOf = (contact: 'c' | 'o') =>
  sql.raw(`coalesce(${contact}.reach ->> 'state', case when json_type(${contact}.reach) = 'object' then
      iif(${contact}.reach ->> 'firstOn' is not null and ${contact}.reach ->> 'after' is null
        and ${contact}.due_on is not null, 'TRYING', 'BEFORE') end)`)

export type ColleagueRow = { user_id: number; company: string; chased: number | null; known: number | null }

/** The rows of one user, by company. */
export const colleaguesOf = (rows: ColleagueRow[]): Map<string, Colleagues> =>
  new Map(rows.map(({ company, chased, known }) => [company, { chased: chased ?? 0, known: known ?? 0 }]))
