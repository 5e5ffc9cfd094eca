import { describe, expect, it } from 'vitest'
import { World } from './support/world.ts'

// Drafts as the letters offer them (practice 5): each says what is true of its own line. Days are of November 2026;
// Tue 3 is the first.

const at = (day: string, hour = '10:00'): string => `2026-11-${day}T${hour}-05:00`

async function annWroteToSofia(): Promise<World> {
  const world = new World()
  await world.join()
  await world.bcc('Sofia Marsh <sofia@ode.com>', at('03'))
  return world
}

/** The drafts to Sofia in the letter of that morning, in words. */
async function draftsOn(world: World, on: string): Promise<string[]> {
  const letter = await world.morning(on.length > 2 ? on : `2026-11-${on}`)
  return [...(letter?.HtmlBody ?? '').matchAll(/href="mailto:sofia@ode\.com\?([^"]*)"/g)].map(([, href]) =>
    decodeURIComponent(href!.replaceAll('&amp;', '&')),
  )
}

const ASK = 'If anyone comes to mind whom I should speak with'

describe('a thank-you', () => {
  it('names the day of its own meeting, where two are to be thanked for', async () => {
    const world = await annWroteToSofia()
    await world.note('met sofia today', at('09'))
    await world.note('met sofia today', at('11'))
    const [first, second] = await draftsOn(world, '12')
    expect(first).toContain('Thank you for your time Monday.')
    expect(second).toContain('Thank you for your time yesterday.')
    expect(first).toContain(ASK)
  })

  it('asks for no introduction where one was promised or came', async () => {
    const world = await annWroteToSofia()
    await world.note("met sofia today, she'll intro me to Kit Moss", at('09'))
    const [promised] = await draftsOn(world, '10')
    expect(promised).toContain('Thank you too for offering to introduce me to Kit')
    expect(promised).not.toContain(ASK)
    await world.note('sofia introduced me to kit@halden.com', at('10'))
    const [received] = await draftsOn(world, '11')
    expect(received).toContain('Thank you for your time Monday.')
    expect(received).not.toMatch(/introduce me|comes to mind/)
  })

  it('that was sent with the question asks for an introduction', async () => {
    const world = await annWroteToSofia()
    await world.note('met sofia today', at('09'))
    await world.bcc('Sofia Marsh <sofia@ode.com>', at('10'), {
      text: 'Thank you for your time yesterday. If anyone comes to mind whom I should speak with, I would be grateful.',
    })
    world.postmark.take()
    await world.note('history sofia', at('10', '11:00'))
    expect(world.postmark.take()[0]!.TextBody).toContain('Tue 10 Nov: asked for introductions.')
  })

  it('is offered before a weekend and again after it, while nobody said whether they met', async () => {
    const world = await annWroteToSofia()
    await world.note('sofia booked sat nov 14 11am', at('11'))
    expect((await draftsOn(world, '13')).join()).toContain('Thank you for your time Saturday.')
    expect((await draftsOn(world, '16')).join()).toContain('Thank you for your time Saturday.')
  })
})

describe('an apology', () => {
  it('is for the meeting that was missed, not for one that was held', async () => {
    const world = await annWroteToSofia()
    await world.note('met sofia today', at('04'))
    await world.note('sofia thanked', at('04', '12:00'))
    await world.note('sofia booked wed nov 11 2pm', at('09'))
    await world.note('i missed the call with sofia', at('12'))
    const letter = await world.morning('2026-11-13')
    expect(letter!.TextBody.replace(/\s+/g, ' ')).toContain('Today: you missed the meeting Wed 11 Nov.')
    const href = /href="mailto:sofia@ode\.com\?([^"]*)"/.exec(letter!.HtmlBody ?? '')![1]!
    expect(decodeURIComponent(href)).toContain('I missed our Wednesday meeting and I am sorry')
  })
})

describe('a word to the introducer', () => {
  it('names the one whom the user has met', async () => {
    const world = await annWroteToSofia()
    await world.note('met sofia today', at('04'))
    await world.note('sofia thanked', at('04', '12:00'))
    await world.note('sofia introduced me to Tom Lee tom@brightline.com', at('05'))
    await world.bcc('Sofia Marsh <sofia@ode.com>', at('05', '11:00'), {
      text: 'Thank you for the introduction.',
    })
    await world.note('met tom today', at('10'))
    await world.note('tom thanked', at('10', '12:00'))
    expect((await draftsOn(world, '12')).join()).toContain('Tom and I spoke')
  })
})
