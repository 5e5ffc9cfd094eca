import { describe, expect, it } from 'vitest'
import { numberOf, World } from './support/world.ts'

// One week for many meetings (practice 1, row 14; 2.3, rule 5): who is wanted for it, how full it is. Days are of
// November 2026; Tue 3 is the first.

const at = (day: string, hour = '10:00'): string => `2026-11-${day}T${hour}-05:00`

async function say(world: World, text: string, when: string): Promise<string> {
  world.postmark.take()
  await world.note(text, when)
  return (world.postmark.take().at(-1)?.TextBody ?? '').replace(/\s+/g, ' ')
}

const textOn = async (world: World, on: string): Promise<string> =>
  ((await world.morning(`2026-11-${on}`))?.TextBody ?? '').replace(/\s+/g, ' ')

/** Ann, who wrote to three people on Tue 3, and chose the week of Mon 30 for D.C. */
async function annChoseAWeek(): Promise<World> {
  const world = new World()
  await world.join()
  for (const who of ['Grace Kim <grace@acme.com>', 'Tom Lee <tom@corvid.com>', 'Jo Beck <jo@lumen.com>'])
    await world.bcc(who, at('03'))
  expect(await say(world, 'focus week nov 30 in dc, 4 a day', at('03', '11:00'))).toContain(
    'Focus week from Mon 30 Nov in DC, 4 a day.',
  )
  return world
}

describe('a focus week', () => {
  it('is told of when it is set, with what is booked in it already', async () => {
    const world = new World()
    await world.join()
    await world.bcc('Grace Kim <grace@acme.com>', at('03'))
    await say(world, 'kit@ode.com booked tue dec 1 10am', at('03'))
    expect(await say(world, 'focus week nov 30 in dc', at('03', '11:00'))).toContain(
      'DC week 30 Nov to 4 Dec: 1 of 15 booked. Mon 0, Tue 1, Wed 0, Thu 0, Fri 0. 1 person not yet answered.',
    )
  })

  it('counts everybody who is chased and hastens everybody, where nobody is named', async () => {
    const world = await annChoseAWeek()
    const friday = await textOn(world, '06')
    expect(friday).toContain('DC week 30 Nov to 4 Dec: 0 of 20 booked.')
    expect(friday).toContain('3 people not yet answered.')
    // The plan of Tue 3 would end on 9 December: the warm gap of three days instead.
    for (const name of ['Grace Kim', 'Tom Lee', 'Jo Beck']) expect(friday).toContain(`${name}, `)
  })

  it('counts and hastens those who are named for it, and nobody else', async () => {
    const world = await annChoseAWeek()
    expect(await say(world, 'grace for dc', at('03', '12:00'))).toContain(
      'Grace Kim: for the week of Mon 30 Nov.',
    )
    await say(world, 'tom is for D.C.', at('03', '12:10'))
    await say(world, 'tom booked tue dec 1 10am', at('05'))
    const friday = await textOn(world, '06')
    expect(friday).toContain('Grace Kim, Acme. No answer logged to Tue 3 Nov. Email 2 of 3')
    expect(friday).not.toContain('Jo Beck, Lumen')
    expect(friday).toContain(
      'DC week 30 Nov to 4 Dec: 1 of 20 booked. Mon 0, Tue 1, Wed 0, Thu 0, Fri 0. 1 person not yet answered.',
    )
  })

  it('takes the number of a line, and "undo"', async () => {
    const world = await annChoseAWeek()
    await say(world, 'jo for dc', at('03', '12:00'))
    const friday = await world.morning('2026-11-06')
    expect(friday!.TextBody.replace(/\s+/g, ' ')).toContain('1 person not yet answered.')
    await say(world, 'undo', at('06'))
    expect(await textOn(world, '13')).toContain('3 people not yet answered.')
    const monday = await world.morning('2026-11-16')
    await world.answer(monday!, `${numberOf(monday, 'Grace Kim')} for dc`, at('16'))
    expect(await textOn(world, '20')).toContain('1 person not yet answered.')
  })

  it('is named in the lines below the one that sets it', async () => {
    const world = new World()
    await world.join()
    await world.bcc('Grace Kim <grace@acme.com>', at('03'))
    await world.bcc('Tom Lee <tom@corvid.com>', at('03'))
    const done = await say(world, 'focus week nov 30 in dc\ngrace for dc', at('03', '11:00'))
    expect(done).toContain('Grace Kim: for the week of Mon 30 Nov.')
    expect(await textOn(world, '06')).toContain('1 person not yet answered.')
  })

  it('leaves "for" alone elsewhere', async () => {
    const world = await annChoseAWeek()
    expect(await say(world, 'snooze grace for 9 days', at('04'))).toContain(
      'Grace Kim: snoozed to Fri 13 Nov.',
    )
    expect(await say(world, 'grace for lunch', at('04', '11:00'))).not.toContain('for the week')
  })
})
