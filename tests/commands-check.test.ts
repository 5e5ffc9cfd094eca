import { describe, expect, it } from 'vitest'
import type { Sent } from './support/post.ts'
import { numberOf, World } from './support/world.ts'

// What is asked in the Check section, and what the answers do.

const at = (day: string, hour = '09:00') => `2026-11-${day}T${hour}-05:00`

async function said(world: World, write: () => Promise<unknown>): Promise<string> {
  world.postmark.take()
  await write()
  return flat(world.postmark.take()[0])
}

/** Its text without the line breaks. */
const flat = (letter: Sent | undefined): string => (letter?.TextBody ?? '').replace(/\s+/g, ' ')

const names = (letter: Sent | undefined) =>
  [...(letter?.TextBody ?? '').matchAll(/^ *\d+ {2}(?:Call )?([A-Z]\w+ [A-Z]\w+)/gm)].map(([, name]) => name)

describe('"too busy right now"', () => {
  async function doubt() {
    const world = new World()
    await world.join()
    await world.bcc('Grace Kim <grace@acme.com>', at('03'))
    await world.bcc('Max Orr <max@tidal.com>', at('03'))
    const letter = (await world.morning('2026-11-12'))!
    const text = await said(world, () =>
      world.answer(letter, `${numberOf(letter, 'Grace')} too busy right now`, at('12')),
    )
    expect(text).toContain('Grace Kim: later, from Mon 14 Dec')
    const friday = (await world.morning('2026-11-13'))!
    return { world, friday, n: numberOf(friday, 'A no, or later?') }
  }

  it('is taken for later, and a no by "no"', async () => {
    const { world, friday, n } = await doubt()
    expect(await said(world, () => world.answer(friday, `${n} no`, at('13')))).toContain(
      'Grace Kim: declined.',
    )
    expect(await said(world, () => world.note('list', at('13', '10:00')))).toContain('Said no (1): Grace Kim')
    expect((await world.morning('2026-11-16'))!.TextBody).not.toContain('or later?')
  })

  it('stays later by "yes"', async () => {
    const { world, friday, n } = await doubt()
    expect(await said(world, () => world.answer(friday, `${n} yes`, at('13')))).toContain('later, as logged')
    expect(await said(world, () => world.note('list', at('13', '10:00')))).toContain('Later (1): Grace Kim')
    expect((await world.morning('2026-11-16'))!.TextBody).not.toContain('or later?')
  })

  it('is not asked once the reply is undone', async () => {
    const { world } = await doubt()
    await world.note('undo', at('13', '10:00'))
    const monday = await world.morning('2026-11-16')
    expect(monday!.TextBody).not.toContain('or later?')
    expect(names(monday)).toContain('Grace Kim')
  })
})

describe('somebody of the same name at another domain', () => {
  async function two() {
    const world = new World()
    await world.join()
    await world.bcc('Priya Shah <priya@acme.com>', at('03'))
    await world.bcc('Priya Shah <priya@gmail.com>', at('12', '08:00'))
    const letter = (await world.morning('2026-11-13'))!
    expect(flat(letter)).toContain(
      'Priya Shah (priya@acme.com) and Priya Shah (priya@gmail.com). One person with two addresses?',
    )
    return { world, letter }
  }

  it('is one person by "same", with both histories and both addresses, until undone', async () => {
    const { world, letter } = await two()
    expect(await said(world, () => world.answer(letter, 'same', at('13')))).toContain(
      'one person from now on',
    )
    expect(await said(world, () => world.note('history priya', at('13', '10:00')))).toMatch(
      /Tue 3 Nov: email[\s\S]*Thu 12 Nov: email/,
    )
    // A mail to either address is to her: the third email is due after the calls, and nobody is asked again.
    await world.bcc('Priya Shah <priya@gmail.com>', at('13', '11:00'))
    expect(await said(world, () => world.note('list', at('13', '12:00')))).toContain('Trying (1): Priya Shah')
    await world.note('undo', at('13', '13:00'))
    expect(await said(world, () => world.note('list', at('13', '14:00')))).toContain('Trying (2): Priya Shah')
    expect(await said(world, () => world.note('drop priya@gmail.com', at('13', '15:00')))).toContain(
      'dropped',
    )
  })

  it('stays two by the number and "different", and is not asked of again', async () => {
    const { world, letter } = await two()
    const n = numberOf(letter, 'Priya Shah (priya')
    expect(await said(world, () => world.answer(letter, `${n} different`, at('13')))).toContain('two people')
    const text = await said(world, () => world.note('drop priya', at('13', '10:00')))
    expect(text).toContain('could be Priya Shah (Acme) or Priya Shah (priya@gmail.com)')
    expect((await world.morning('2026-11-16'))?.TextBody ?? '').not.toContain('One person')
  })
})

describe('a question about a mail', () => {
  it('is answered by names with their addresses', async () => {
    const world = new World()
    await world.join()
    await world.mail({ subject: 'Hello there', to: '', text: 'To you.', at: at('11') })
    const letter = (await world.morning('2026-11-12'))!
    const n = numberOf(letter, 'Who was it to')
    expect(
      await said(world, () =>
        world.answer(letter, `${n} Kit Moss <kit@ode2.com> and jo beck, jo@x.org`, at('12')),
      ),
    ).toContain('"Hello there": logged for Kit Moss and Jo Beck.')
  })

  it('is put aside by "skip", and asked no more', async () => {
    const world = new World()
    await world.join()
    await world.bcc('Grace Kim <grace@acme.com>', at('03'))
    await world.mail({ subject: 'Hello there', to: '', text: 'To you.', at: at('11') })
    const letter = (await world.morning('2026-11-12'))!
    expect(
      await said(world, () => world.answer(letter, `${numberOf(letter, 'Who was it to')} skip`, at('12'))),
    ).toContain('left as it is')
    expect((await world.morning('2026-11-13'))!.TextBody).not.toContain('Who was it to')
  })

  it('is no part of "all": "snooze all" and "drop the rest" leave it', async () => {
    const world = new World()
    await world.join()
    await world.bcc('Grace Kim <grace@acme.com>', at('03'))
    await world.mail({ subject: 'Hello there', to: '', text: 'To you.', at: at('11') })
    const letter = (await world.morning('2026-11-12'))!
    expect(await said(world, () => world.answer(letter, 'snooze all 1 week', at('12')))).toContain(
      'Grace Kim: snoozed',
    )
    expect(await said(world, () => world.answer(letter, 'all done', at('12', '10:00')))).not.toContain(
      'Somebody',
    )
  })
})

describe('a new address at another company', () => {
  async function moved() {
    const world = new World()
    await world.join()
    await world.bcc('Grace Kim <grace@acme.com>', at('03'))
    world.postmark.take()
    await world.note('grace new email grace.kim@halden.com', at('12'))
    const [receipt] = world.postmark.take()
    return { world, receipt: receipt! }
  }

  it('is taken, and its company asked about', async () => {
    const { world, receipt } = await moved()
    expect(flat(receipt)).toContain('Grace Kim: address now grace.kim@halden.com.')
    expect(flat(receipt)).toContain('Grace Kim: now at Halden? Answer "yes" or "no".')
    const friday = (await world.morning('2026-11-13'))!
    expect(friday.TextBody).toContain(' 1  Grace Kim, Acme.')
    expect(flat(friday)).toContain(
      'Now at Halden? By the address you gave Thu 12 Nov. Say "2 yes" or "2 no".',
    )
    expect(await said(world, () => world.answer(friday, '2 yes', at('13')))).toContain(
      'Grace Kim: now at Halden.',
    )
    expect((await world.morning('2026-11-16'))!.TextBody).toContain(' 1  Grace Kim, Halden.')
  })

  it.each([
    ['yes', 'Grace Kim: now at Halden.', 'Grace Kim, Halden.'],
    ['No.', 'Grace Kim: left as it is.', 'Grace Kim, Acme.'],
  ])('"%s" in answer to the receipt settles it', async (text, says, line) => {
    const { world, receipt } = await moved()
    expect(await said(world, () => world.answer(receipt, text, at('12', '10:00')))).toContain(says)
    const friday = (await world.morning('2026-11-13'))!
    expect(friday.TextBody).toContain(line)
    expect(friday.TextBody).not.toContain('Now at Halden?')
  })

  it('is not asked about where the company was said with it, or is the same', async () => {
    const { world } = await moved()
    const same = await said(world, () => world.note('grace new email gk@acme.com', at('12', '11:00')))
    expect(same).not.toContain('now at')
    const both = 'grace moved to Corvid, new email grace@corvid.com'
    expect(await said(world, () => world.note(both, at('12', '12:00')))).not.toContain('now at Corvid?')
  })

  it('is asked about for a week', async () => {
    const { world } = await moved()
    const asked = []
    for (const day of ['13', '16', '17', '18', '19', '20', '23'])
      if (flat(await world.morning(`2026-11-${day}`)).includes('Now at Halden?')) asked.push(day)
    expect(asked).toEqual(['13', '16', '17', '18', '19'])
  })
})
