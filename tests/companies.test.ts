import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { isSilent, World } from './support/world.ts'

// At most two people of one company are chased at once (practice 2.3), and the hint of a second one (practice 2.2, 8.1).
// Days are of November 2026; Tue 3 is the first.

const at = (day: string, hour = '10:00'): string => `2026-11-${day}T${hour}-05:00`

async function ann(): Promise<World> {
  const world = new World()
  await world.join()
  return world
}

const textOn = async (world: World, on: string): Promise<string> =>
  ((await world.morning(on.length > 2 ? on : `2026-11-${on}`))?.TextBody ?? '').replace(/\s+/g, ' ')

/** Somebody at no company, so that a letter comes on that day; nothing else is due. */
const anybody = (world: World, day: string) => world.note(`kit${day}@gmail.com answered`, at(day, '06:00'))

const HINT = /(\w+): no answer logged to \w+ \d+ Nov\. A second person there\?/

describe('the hint of a second person', () => {
  it('is given for one company a day, once for each, and not where a second one is written to', async () => {
    const world = await ann()
    for (const who of ['Grace Kim <grace@acme.com>', 'Ana Ruiz <ana@corvid.com>', 'Jo Beck <jo@lumen.com>'])
      await world.bcc(who, at('03'))
    await world.bcc('Tom Lee <tom@lumen.com>', at('03'))
    const hints = []
    for (const day of ['06', '09', '10', '11']) {
      await anybody(world, day)
      hints.push(HINT.exec(await textOn(world, day))?.[1])
    }
    expect(hints).toEqual(['Corvid', 'Acme', undefined, undefined])
  })

  it('alone is no reason to write', async () => {
    const world = await ann()
    await world.bcc('Grace Kim <grace@acme.com>', at('03'))
    expect(isSilent(await world.morning('2026-11-09'))).toBe(true)
    expect(await world.morning('2026-11-10')).toBeUndefined()
  })

  it('is not given for a company of which somebody was heard, nor for one where another was given up', async () => {
    const world = await ann()
    await world.bcc('Sofia Marsh <sofia@ode.com>', at('02'))
    await world.note('sofia answered', at('03'))
    await world.bcc('Ellen Ward <ellen@tidal.com>', at('02'))
    await world.note('drop ellen', at('03', '11:00'))
    await world.bcc('Jo Beck <jo@ode.com>', at('03'))
    await world.bcc('Max Orr <max@tidal.com>', at('03'))
    await world.bcc('Lee Chan <lee@halden.com>', at('03'))
    // Halden's is the only one, on whichever day.
    const texts = [await textOn(world, '06'), await textOn(world, '09'), await textOn(world, '10')]
    expect(texts.flatMap((text) => HINT.exec(text)?.[1] ?? [])).toEqual(['Halden'])
  })

  it('is not given where the other was stored before states were kept', async () => {
    const world = await ann()
    await world.bcc('Grace Kim <grace@acme.com>', at('03'))
    await world.bcc('Tom Lee <tom@acme.com>', at('04'))
    await world.bcc('Max Orr <max@tidal.com>', at('03'))
    await anybody(world, '05')
    await textOn(world, '05')
    await env.DB.exec("update contacts set reach = json_remove(reach, '$.state')")
    await anybody(world, '06')
    expect(HINT.exec(await textOn(world, '06'))?.[1]).toBe('Tidal')
    await anybody(world, '09')
    expect(await textOn(world, '09')).not.toMatch(HINT)
  })

  it('is not given again in a later round', async () => {
    const world = await ann()
    await world.bcc('Grace Kim <grace@acme.com>', at('03'))
    await anybody(world, '06')
    expect(await textOn(world, '06')).toMatch(HINT)
    await world.note('drop grace', at('06', '12:00'))
    await anybody(world, '09')
    await textOn(world, '09')
    await world.bcc('Grace Kim <grace@acme.com>', at('10'))
    await anybody(world, '13')
    expect(await textOn(world, '13')).not.toMatch(HINT)
  })
})

describe('at most two of one company', () => {
  it('a third is logged all the same, and one sentence says once that two are enough', async () => {
    const world = await ann()
    for (const who of ['Grace Kim <grace@acme.com>', 'Tom Lee <tom@acme.com>', 'Jo Beck <jo@acme.com>'])
      await world.bcc(who, at('03'))
    await anybody(world, '04')
    const letter = await textOn(world, '04')
    expect(letter).toContain('Jo Beck (email 1)')
    expect(letter).toContain('Three people at Acme are written to now; two at a time are enough.')
    // Each has the next step by the plan; nothing more is said of their number.
    const next = await textOn(world, '12')
    for (const name of ['Grace Kim', 'Tom Lee', 'Jo Beck'])
      expect(next).toContain(`${name}, Acme. No answer logged to Tue 3 Nov. Email 2 of 3`)
    expect(next).not.toContain('two at a time')
  })

  it('nothing is said of two, nor of a third who has answered', async () => {
    const world = await ann()
    await world.bcc('Grace Kim <grace@acme.com>', at('03'))
    await world.bcc('Tom Lee <tom@acme.com>', at('03'))
    await world.note('tom answered', at('03', '12:00'))
    await world.bcc('Jo Beck <jo@acme.com>', at('03', '13:00'))
    expect(await textOn(world, '04')).not.toContain('two at a time')
  })

  it('a first email waits while two are chased there; the longest known lead goes first', async () => {
    const world = await ann()
    await world.note('add Max Orr max@acme.com', at('02'))
    await world.note('add Lena Fox lena@acme.com', at('02', '10:05'))
    await world.note('add Kit Moss kit@halden.com', at('02', '10:10'))
    await world.bcc('Grace Kim <grace@acme.com>', at('03'))
    await world.bcc('Tom Lee <tom@acme.com>', at('03'))
    const full = await textOn(world, '09')
    expect(full).toContain('Kit Moss, Halden. Added Mon 2 Nov.')
    expect(full).not.toMatch(/(Max Orr|Lena Fox), Acme|waiting/)
    await world.note('tom answered', at('10'))
    // Leads come weekly: Mon 16.
    const free = await textOn(world, '16')
    expect(free.match(/(Max Orr|Lena Fox), Acme\. Added/g)).toHaveLength(1)
  })

  it('an introduction waits for nobody', async () => {
    const world = await ann()
    await world.bcc('Grace Kim <grace@acme.com>', at('03'))
    await world.bcc('Tom Lee <tom@acme.com>', at('03'))
    await world.note('max orr max@acme.com via grace', at('04'))
    expect(await textOn(world, '05')).toContain('Max Orr, Acme. Introduced to you')
  })

  it('giving somebody up suggests another, where fewer than two others are chased', async () => {
    const world = await ann()
    await world.bcc('Grace Kim <grace@acme.com>', at('03'))
    await world.bcc('Ellen Ward <ellen@tidal.com>', at('03'))
    await world.bcc('Max Orr <max@tidal.com>', at('03'))
    await world.bcc('Lena Fox <lena@tidal.com>', at('03'))
    for (const day of ['12', '2026-12-02'])
      for (const who of ['grace', 'ellen'])
        await world.note(`emailed ${who}`, day.length > 2 ? `${day}T10:00-05:00` : at(day))
    for (const day of ['17', '23']) await world.note('called grace and ellen', at(day))
    const closing = await textOn(world, '2026-12-09')
    expect(closing).toContain(
      'Grace Kim, Acme. Five attempts, no answer logged. Moving on tomorrow unless you say "keep". Anyone nearer the work at Acme?',
    )
    expect(closing).toContain('Ellen Ward, Tidal. Five attempts')
    expect(closing).not.toContain('nearer the work at Tidal')
  })

  it('so does dropping somebody, in the next letter that comes', async () => {
    const world = await ann()
    await world.bcc('Grace Kim <grace@acme.com>', at('03'))
    await world.note('drop grace', at('04'))
    await anybody(world, '05')
    expect(await textOn(world, '05')).toContain('Grace Kim is off your list. Anyone nearer the work at Acme?')
  })
})
