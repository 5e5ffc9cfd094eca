import { countIds } from '../support/faults.ts'
import { snapshot } from '../support/snapshot.ts'
import { numberOf, OPEN, World } from '../support/world.ts'

/** Of a mail that nobody vouches for. */
const PROVEN = { 'X-Spam-Tests': 'DKIM_VALID_AU' }
const UNPROVEN = { 'X-Spam-Tests': 'DKIM_SIGNED,DKIM_INVALID,SPF_NONE' }

const LINK = /\/l\/[\w.-]+/

/**
 * Tells ten days of Ann's, in which there is something of everything that is stored, and of Bob's, who stopped; and
 * returns what the database then holds as SQL. The first lines name links that stand in her letters.
 */
export async function told(): Promise<string> {
  countIds()
  const world = new World()
  await world.join()
  await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00')
  await world.bcc('Marcus Hale <marcus@northwind.com>', '2026-11-03T11:00-05:00')
  await world.bcc('Dev Patel <dev@halden.com>', '2026-11-03T12:00-05:00')
  const note =
    'dev meeting nov 11 2pm\ntom lee tom@brightline.com via dev\napplied acme designer\nnote grace: rotation program'
  await world.note(note, '2026-11-06T09:00-05:00')
  await world.mail({ subject: 'Hello there', to: '', text: 'To you.', at: '2026-11-09T09:00-05:00' })
  world.postmark.take()
  await world.bcc('Lia Wu <lia@wu.example>', '2026-11-09T10:00-05:00', { headers: UNPROVEN })
  const letIn = LINK.exec(world.postmark.take()[0]!.TextBody)![0]
  const letter = (await world.morning('2026-11-12'))!
  await world.answer(letter, `${numberOf(letter, 'Marcus Hale')} snooze 3d`, '2026-11-12T08:00-05:00')
  const from = 'Bob <bob@university.edu>'
  await world.mail({ from, to: OPEN, rcpt: OPEN, text: 'Hello', at: '2026-11-12T08:40-05:00' })
  await world.mail({
    from,
    to: OPEN,
    rcpt: OPEN,
    text: 'stop',
    at: '2026-11-12T08:41-05:00',
    headers: PROVEN,
  })
  world.postmark.failures = [429]
  await world.note('help', '2026-11-12T08:45-05:00')
  const grace = letter.HtmlBody.split('<tr>').find((row) => row.includes('>Grace Kim</b>'))!
  const inserts = Object.entries(await snapshot()).flatMap(([table, rows]) =>
    rows.map((row) => {
      const columns = Object.keys(row).map((column) => `"${column}"`)
      return `insert into "${table}" (${columns.join(', ')}) values (${Object.values(row).map(literal).join(', ')});`
    }),
  )
  return `${[`-- gesture ${LINK.exec(grace)![0]}`, `-- let in ${letIn}`, ...inserts].join('\n')}\n`
}

/** A value on one line. */
function literal(value: unknown): string {
  if (typeof value !== 'string') return String(value ?? 'null')
  const text = `'${value.replaceAll("'", "''").replaceAll('\n', '⏎')}'`
  return value.includes('\n') ? `replace(${text}, '⏎', char(10))` : text
}
