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
        where c.company is not null and c.reach ->> 'state' in ('LEAD', 'TRYING', 'AWAY', 'CLOSING')
      union
      select c.user_id, u.value ->> 'today', c.company from json_each(${asked}) u cross join ${events} e
        on e.user_id = u.value ->> 'id' and e.recorded_at > u.value ->> 'since'
        join ${contacts} c on c.id = e.contact_id
        where c.company is not null and e.type in ('attempted', 'dropped')
    )
    select a.user_id, a.company,
      sum(o.due_on > a.today and o.reach ->> 'state' in ('TRYING', 'AWAY', 'CLOSING')) as chased,
      sum(o.reach ->> 'firstOn' is not null or o.reach ->> 'state' not in ('LEAD', 'QUIET')) as known
    from asked a cross join ${contacts} o on o.user_id = a.user_id and o.company = a.company
    group by a.user_id, a.company`,
  )

export type ColleagueRow = { user_id: number; company: string; chased: number | null; known: number | null }

/** The rows of one user, by company. */
export const colleaguesOf = (rows: ColleagueRow[]): Map<string, Colleagues> =>
  new Map(rows.map(({ company, chased, known }) => [company, { chased: chased ?? 0, known: known ?? 0 }]))
