import { describe, expect, it } from 'vitest'
import { tuesday } from './support/tuesday.ts'
import { World } from './support/world.ts'

const LONG = 'This goes on for a while.\n'.repeat(4000)

describe('a mail that is too large to be read whole is logged by its beginning, and the user is told', () => {
  it('of outreach, in the next digest, once', async () => {
    const world = new World()
    await world.join()
    await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00')
    await world.bcc('Max Orr <max@orr.com>', '2026-11-12T08:00-05:00', { text: LONG })
    const letter = await world.morning('2026-11-12')
    expect(letter?.TextBody.replace(/\s+/g, ' ')).toContain(
      'Too large to be read whole, and logged by its beginning: a mail with Max Orr.',
    )
    expect((await world.morning('2026-11-13'))?.TextBody).not.toContain('Too large')
  })

  it('of commands, in the receipt', async () => {
    const { world, letter } = await tuesday()
    world.postmark.take()
    await world.answer(letter, `5 sent\n\n${LONG}`, '2026-11-17T09:00-05:00')
    const [receipt] = world.postmark.take()
    expect(receipt?.TextBody).toMatch(/^Your mail was too large to be read whole/)
    expect(receipt?.TextBody).toContain('Grace Kim: email sent.')
  })

  it('but not of HTML beside a text that fits', async () => {
    const world = new World()
    await world.join()
    await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00', {
      html: `<p>Would you have fifteen minutes?</p>${'<br>'.repeat(20_000)}`,
    })
    expect((await world.morning('2026-11-12'))?.TextBody).not.toContain('Too large')
  })
})
