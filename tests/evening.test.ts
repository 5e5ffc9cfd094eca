import { expect, it } from 'vitest'
import { World } from './support/world.ts'

async function annMeetsSofia(): Promise<World> {
  const world = new World()
  await world.join()
  await world.bcc('Sofia Marsh <sofia@ode.com>', '2026-11-03T10:00-05:00')
  await world.note('sofia booked tue 2pm', '2026-11-05T10:00-05:00')
  return world
}

it('asks on the evening of a meeting day for what is worth keeping, where the user wants that', async () => {
  const world = await annMeetsSofia()
  await world.note('evening notes on', '2026-11-05T10:05-05:00')
  expect(await world.morning('2026-11-10')).toBeDefined()
  expect(await world.tick('2026-11-10T17:45-05:00')).toEqual([])
  const [note, ...others] = await world.tick('2026-11-10T18:00-05:00')
  expect(others).toEqual([])
  expect(note!.TextBody).toMatch(/^You met Sofia today\. Reply with anything worth keeping/)
  expect(note!.HtmlBody).toContain('mailto:sofia@ode.com')
  expect(await world.tick('2026-11-10T18:15-05:00')).toEqual([])
  await world.answer(note!, '1 met, knows people at Halden', '2026-11-10T18:30-05:00')
  expect((await world.morning('2026-11-11'))!.TextBody).toContain(
    'THANK\n 1  Sofia Marsh, Ode. You met yesterday.\n',
  )
})

it('comes also for a meeting that was set on the day itself', async () => {
  const world = await annMeetsSofia()
  await world.note('evening notes on', '2026-11-05T10:05-05:00')
  await world.morning('2026-11-09')
  await world.note('sofia moved to today 4pm', '2026-11-09T10:00-05:00')
  const [note] = await world.tick('2026-11-09T18:00-05:00')
  expect(note!.Subject).toBe('Mon 9 Nov: you met Sofia')
})

it('does not come unasked, nor on a day without a meeting', async () => {
  const world = await annMeetsSofia()
  await world.morning('2026-11-10')
  expect(await world.tick('2026-11-10T18:00-05:00')).toEqual([])
  await world.morning('2026-11-11')
  await world.note('evening notes on', '2026-11-11T10:05-05:00')
  expect(await world.tick('2026-11-11T18:00-05:00')).toEqual([])
})
