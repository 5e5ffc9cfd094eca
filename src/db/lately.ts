import { sql } from 'drizzle-orm'
import type { LocalDate } from '../core/practice/events.ts'
import { type Database, readRows } from './open.ts'
import { contacts, events } from './schema.ts'

/**
 * The statement that finds whom users met in the last months, each on the latest day: news for whoever is to hear from
 * them. It reads a user's events only on a morning when somebody to keep in touch with is due.
 *
 * @param asked JSON list of { id: of the user, today }
 */
export const selectLately = (db: Database, asked: string) =>
  readRows<LatelyRow>(
    db,
    sql`
    with asked(user_id, since) as (
      select distinct c.user_id, unixepoch(u.value ->> 'today', '-120 days') * 1000
      from json_each(${asked}) u cross join ${contacts} c
        on c.user_id = u.value ->> 'id' and c.due_on <= u.value ->> 'today'
        where c.reach ->> 'state' = 'NETWORK'
    )
    select a.user_id, e.contact_id, c.name, max(coalesce(e.data ->> 'of', e."on")) as met_on
    from asked a cross join ${events} e on e.user_id = a.user_id and e.recorded_at > a.since
    join ${contacts} c on c.id = e.contact_id and json_type(c.reach) = 'object'
    where e.type in ('met', 'thanked') and not exists (select 1 from ${events} t
      where t.contact_id = e.contact_id and t.type = 'undone' and t.data ->> 'what' = e.cause)
    group by e.contact_id order by met_on, c.name`,
  )

export type LatelyRow = { user_id: number; contact_id: number; name: string; met_on: LocalDate }
