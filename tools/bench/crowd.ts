/** Users who are there already, each with contacts: so many are due, the others next year. */
export type Crowd = {
  users: number
  due: number
  idle: number
  /** The number of the first user; others follow. */
  first?: number
}

/** The instant at which the crowd's digests go out, on the Thursday on which its second attempts are due. */
export const MORNING = Date.parse('2026-11-12T07:30:00-05:00')

/** What a user of the crowd is called. */
export const addressOf = (user: number): string => `user${user}@university.edu`
export const privateAddressOf = (user: number): string => `reach+user${user}@in.example.com`
export const personOf = (user: number, contact: number): string =>
  `Anna${contact} Berg${contact} <c${contact}.u${user}@acme${contact}.example>`

/** The statements that put a crowd into the database. */
export const crowdSql = ({ users, due, idle, first = 1 }: Crowd): string[] => {
  const people = `with recursive
    u(u) as (select ${first} union all select u + 1 from u where u < ${first + users - 1}),
    c(c) as (select 1 where ${due + idle} > 0 union all select c + 1 from c where c < ${due + idle})`
  const id = `(u * 1000000 + c)`
  const sentAt = Date.parse('2026-11-03T10:00:00-05:00')
  const yesterday = MORNING - 86_400_000
  const event = `'{"channel":"email","subject":"Fifteen minutes about your work?","messageId":"' || ${id} || '@university.edu"}'`
  return [
    `${people} insert into users (id, email, settings, joined_at, seen_at, digested_at, next_digest_at)
      select u, 'user' || u || '@university.edu', '${SETTINGS}', ${sentAt}, ${sentAt}, ${yesterday}, ${MORNING} from u`,
    `${people} insert into sender_addresses (address, user_id) select 'user' || u || '@university.edu', u from u`,
    `${people} insert into private_addresses (token, user_id) select 'user' || u, u from u`,
    `${people} insert into contacts (id, user_id, name, company, first, last, seq, due_on, reach)
      select ${id}, u, 'Anna' || c || ' Berg' || c, 'Acme ' || c, 'anna' || c, 'berg' || c, 1,
        case when c <= ${due} then '2026-11-06' else '2027-06-01' end, '{"state":"TRYING","firstOn":"2026-11-03"}' from u cross join c`,
    `${people} insert into contact_addresses (user_id, address, contact_id)
      select u, 'c' || c || '.u' || u || '@acme' || c || '.example', ${id} from u cross join c`,
    `${people} insert into events (contact_id, seq, user_id, type, "on", at, cause, recorded_at, data)
      select ${id}, 1, u, 'attempted', '2026-11-03', ${sentAt}, '1', ${sentAt}, ${event} from u cross join c`,
  ]
}

const SETTINGS = JSON.stringify({
  zone: 'America/New_York',
  country: 'US',
  digestAt: 450,
  name: 'Ann Lee',
  isGreeted: true,
})
