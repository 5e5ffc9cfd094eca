import { describe, expect, it } from 'vitest'
import { World } from './support/world.ts'

// A talk that falls silent (practice 2.2, TALKING; 2.5, went_quiet). Days are of November 2026; Tue 3 is the first.

const at = (day: string): string => `2026-11-${day}T10:00-05:00`

async function annWroteToLena(): Promise<World> {
  const world = new World()
  await world.join()
  await world.bcc('Lena Fox <lena@ode.com>', at('03'), { subject: 'Advice' })
  return world
}

/** The line of that morning, and the words of its draft; '' where there is none. */
async function lineOn(world: World, on: string): Promise<{ line: string; draft: string }> {
  const letter = await world.morning(on.length > 2 ? on : `2026-11-${on}`)
  const line = /^ *\d+ {2}((?:Call )?Lena.*(?:\n {4}.*)*)/m.exec(letter?.TextBody ?? '')?.[1] ?? ''
  const href = /href="(mailto:lena[^"]*)"/.exec(letter?.HtmlBody ?? '')?.[1] ?? ''
  return { line: line.replace(/\s+/g, ' '), draft: decodeURIComponent(href.replaceAll('&amp;', '&')) }
}

describe('a talk that falls silent', () => {
  it('is nudged twice and called once, with words for somebody who did answer', async () => {
    const world = await annWroteToLena()
    await world.note('lena answered', at('04'))
    await world.note('answered lena', at('05'))
    const first = await lineOn(world, '10')
    expect(first.line).toBe('Lena Fox, Ode. You wrote Thu 5 Nov about a time, no meeting logged.')
    expect(first.draft).toContain('Thank you again for your answer of Wed 4 Nov. Is there a time')
    await world.note('emailed lena', at('10'))
    const second = await lineOn(world, '19')
    expect(second.line).toBe('Lena Fox, Ode. You wrote Tue 10 Nov about a time, no meeting logged.')
    expect(second.draft).toContain('I would still be glad to talk.')
    expect(second.draft).not.toContain('my note of')
    await world.note('emailed lena', at('19'))
    expect(await lineOn(world, '30')).toEqual({
      line: 'Call Lena Fox, Ode. You wrote Thu 19 Nov about a time, no meeting logged.',
      draft: '',
    })
  })

  it('"answered lena", whose answer was never logged: she answered, the user replied, and the line says that', async () => {
    const world = await annWroteToLena()
    await world.note('answered lena', at('05'))
    expect(world.postmark.take().at(-1)!.TextBody).toContain('Lena Fox: you replied, their turn.')
    const { line, draft } = await lineOn(world, '10')
    expect(line).toBe('Lena Fox, Ode. You answered them Thu 5 Nov, no meeting logged.')
    expect(draft).toContain('Thank you again for your answer. Is there a time')
    // No line of the five: she is talked to.
    expect((await lineOn(world, '13')).line).not.toContain('attempt')
  })

  it('a nudge that is skipped is no message that was sent', async () => {
    const world = await annWroteToLena()
    await world.note('lena answered', at('04'))
    await world.note('answered lena', at('05'))
    const letter = await world.morning('2026-11-10')
    await world.answer(letter!, '1 skip', at('10'))
    expect((await lineOn(world, '19')).line).toContain('You wrote Thu 5 Nov about a time')
  })

  it('after the call: the last line, and quiet', async () => {
    const world = await annWroteToLena()
    await world.note('lena answered', at('04'))
    await world.note('answered lena', at('04'))
    await world.note('emailed lena', at('09'))
    await world.note('emailed lena', at('18'))
    await world.note('called lena, no answer', at('25'))
    expect((await lineOn(world, '2026-12-04')).line).toContain('No word since they answered. Moving on')
    expect((await lineOn(world, '2026-12-07')).line).toBe('')
  })
})
