import { describe, expect, it } from 'vitest'
import { isSilent, World } from './support/world.ts'

async function annWroteToKit(): Promise<World> {
  const world = new World()
  await world.join()
  await world.bcc('Kit Moss <kit@ode.com>', '2026-11-03T10:00-05:00')
  world.postmark.take()
  return world
}

describe('what did not happen changes nothing, and is quoted back', () => {
  it.each([
    'kit never answered',
    'kit never wrote back',
    "haven't heard back from kit",
    'nobody answered: kit',
    'did kit answer?',
    'i never called kit',
    'i almost called kit',
    'we never met, kit and i',
    "kit hasn't gotten back to me",
  ])('"%s"', async (text) => {
    const world = await annWroteToKit()
    await world.note(text, '2026-11-05T10:00-05:00')
    expect(world.postmark.take()[0]!.TextBody).toMatch(/^Nothing was changed\./)
    expect(isSilent(await world.morning('2026-11-06'))).toBe(true)
    expect((await world.morning('2026-11-12'))!.TextBody).toContain('No answer logged to Tue 3 Nov.')
  })
})

describe('what sounds like a command and is none', () => {
  it.each([
    'i got the job interview at acme!',
    'i got a job lead from kit',
    'never mind',
    'skip',
    "nina's out of office until nov 30",
    'asdf qwer zxcv',
  ])('"%s" stops nothing', async (text) => {
    const world = await annWroteToKit()
    await world.note(text, '2026-11-11T10:00-05:00')
    expect((await world.morning('2026-11-12'))!.TextBody).toContain(
      'Kit Moss, Ode. No answer logged to Tue 3 Nov.',
    )
  })

  it('is answered, when it is a note of its own, so that nobody waits for nothing', async () => {
    const world = await annWroteToKit()
    await world.note('asdf qwer zxcv', '2026-11-11T10:00-05:00')
    expect(world.postmark.take()[0]!.TextBody).toContain('asdf qwer zxcv')
  })
})

it('takes an address alone, in answer to the line that asks for a new one, as that', async () => {
  const world = await annWroteToKit()
  await world.note('kit bounced', '2026-11-03T12:00-05:00')
  const letter = await world.morning('2026-11-04')
  await world.answer(letter!, '1 kit.moss@ode.com', '2026-11-04T08:00-05:00')
  expect(world.postmark.take()[0]!.TextBody).toContain('Kit Moss: address now kit.moss@ode.com')
  await world.note('list', '2026-11-04T08:05-05:00')
  expect(world.postmark.take()[0]!.TextBody.match(/Kit Moss/g)).toHaveLength(1)
})

describe('an address that the user gives of somebody', () => {
  const readdressed = async () => {
    const world = await annWroteToKit()
    await world.note('kit bounced', '2026-11-03T12:00-05:00')
    const letter = (await world.morning('2026-11-04'))!
    await world.answer(letter, '1 new email kit@halden.example', '2026-11-04T08:00-05:00')
    return world
  }
  const everybody = async (world: World) => {
    world.postmark.take()
    await world.note('list', '2026-11-04T12:00-05:00')
    return world.postmark.take()[0]!.TextBody
  }

  it('is theirs: a mail to it is the next attempt, and no second person', async () => {
    const world = await readdressed()
    await world.bcc('kit@halden.example', '2026-11-04T09:00-05:00')
    expect((await everybody(world)).match(/Kit/g)).toHaveLength(1)
    const letter = (await world.morning('2026-11-16'))!
    expect(letter.TextBody).toContain('No answer logged to Wed 4 Nov.')
    expect(letter.TextBody).not.toContain('Is Kit')
  })

  it('is nobody\'s again after "undo"', async () => {
    const world = await readdressed()
    await world.note('undo', '2026-11-04T08:30-05:00')
    await world.bcc('Kit Mossman <kit@halden.example>', '2026-11-04T09:00-05:00')
    expect(await everybody(world)).toContain('Kit Mossman')
  })
})

it('keeps the Friday letter when two contacts turned out to be one', async () => {
  const world = await annWroteToKit()
  await world.bcc('Kit Moss <kit@gmail.com>', '2026-11-04T10:00-05:00')
  const letter = await world.morning('2026-11-05')
  await world.answer(letter!, 'same', '2026-11-05T08:00-05:00')
  expect((await world.morning('2026-11-06'))!.Subject).toContain('your week')
})

it('tells what an undo took back, and loudly when it ends the letters', async () => {
  const world = await annWroteToKit()
  await world.note('stop', '2026-11-05T10:00-05:00')
  await world.note('resume', '2026-11-06T10:00-05:00')
  world.postmark.take()
  await world.note('undo', '2026-11-06T10:05-05:00')
  expect(world.postmark.take()[0]!.TextBody).toContain('Letters are stopped again; "resume" starts them.')
})
