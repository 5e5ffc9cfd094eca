import { sql } from 'drizzle-orm'
import { type Database, readRows } from './open.ts'
import { contactAddresses, contacts, events } from './schema.ts'

/**
 * The statement that finds where the introducers of new contacts read mail: at the address that the user gave last, else
 * at the first that is known.
 *
 * @param asked JSON list of { id: of the user, today }
 */
export const selectIntroducers = (db: Database, asked: string) =>
  readRows<IntroducerRow>(
    db,
    sql`
    select e.contact_id, coalesce(
      (select r.data ->> 'address' from ${events} r where r.contact_id = e.data ->> 'via' and r.type = 'readdressed'
        order by r.seq desc limit 1),
      (select a.address from ${contactAddresses} a where a.contact_id = e.data ->> 'via' limit 1)) as address
    from json_each(${asked}) u cross join ${contacts} c
      on c.user_id = u.value ->> 'id' and c.due_on <= u.value ->> 'today'
    join ${events} e on e.contact_id = c.id and e.type = 'added' and e.data ->> 'via' is not null
    where c.reach ->> 'state' = 'LEAD'`,
  )

export type IntroducerRow = { contact_id: number; address: string | null }
