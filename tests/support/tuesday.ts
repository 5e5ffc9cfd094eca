import type { Sent } from './post.ts'
import { restore, type Snapshot, snapshot } from './snapshot.ts'
import { World } from './world.ts'

/** Told once for a file; then the database is put back as it was. */
const told = new Map<string, { rows: Snapshot; letter: Sent; address: string }>()

/**
 * Ann on the morning of Tue 17 Nov 2026, with the lines of practice 3.4 but two: the check asks whether two Jo Becks
 * are one, and Noor's coffee is in the letter only where Ana is not, since eight other lines leave no room for it (3.3).
 */
export async function tuesday(has: 'Ana' | 'Noor' = 'Ana'): Promise<{ world: World; letter: Sent }> {
  const world = new World()
  const before = told.get(has)
  if (before) {
    await restore(before.rows)
    world.address = before.address
    return { world, letter: before.letter }
  }
  await tell(world, has)
  const letter = (await world.morning('2026-11-17'))!
  told.set(has, { rows: await snapshot(), letter, address: world.address })
  return { world, letter }
}

const day = (on: string, hour: string): string => `2026-${on}T${hour}-0${on < '11-01' ? 4 : 5}:00`

async function tell(world: World, has: 'Ana' | 'Noor'): Promise<void> {
  await world.join(day('05-18', '10:00'))
  for (const [on, to, note] of WHAT_HAPPENED) {
    if (to) await world.bcc(to, day(on, '10:00'))
    if (note) await world.note(note, day(on, '12:00'))
  }
  if (has === 'Noor') await world.note('drop ana', day('11-16', '13:00'))
}

/** A day, whom Ann wrote to, what she noted. */
const WHAT_HAPPENED: [on: string, to: string, note?: string][] = [
  ['05-19', 'Noor Aziz <noor@lumen.com>'],
  ['05-20', '', 'noor met may 19\nnoor thanked'],
  ['09-20', '', 'wrote noor'],
  ['10-20', 'Ellen Ward <ellen@tidal.com>'],
  ['10-26', 'Lena Fox <lena@ode.com>'],
  ['10-28', 'Ana Ruiz <ana@corvid.com>'],
  ['10-28', 'Marcus Hale <marcus@northwind.com>'],
  ['10-29', 'Ellen Ward <ellen@tidal.com>', 'ana meeting nov 18 10am at Blue Bottle'],
  ['11-03', '', 'called ellen, no answer'],
  ['11-04', 'Lena Fox <lena@ode.com>'],
  ['11-06', 'Grace Kim <grace@acme.com>'],
  ['11-06', 'Marcus Hale <marcus@northwind.com>'],
  ['11-09', 'Dev Patel <dev@halden.com>', 'called lena, left a voicemail'],
  ['11-10', 'Sofia Marsh <sofia@ode.com>', 'called ellen, no answer'],
  [
    '11-12',
    'Priya Shah <priya@acme.com>',
    'marcus number is 555 0142\npriya answered\npriya met today\npriya thanked',
  ],
  ['11-12', 'Tom Lee <tom@brightline.com>'],
  ['11-13', '', 'tom meeting nov 17 2pm by phone'],
  ['11-16', 'Jo Beck <jo@beckworks.com>', 'dev met today\nsofia answered'],
  ['11-16', 'Jo Beck <jobeck@gmail.com>'],
  ['11-16', 'Max Orr <max@tidal.com>'],
]
