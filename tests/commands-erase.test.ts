import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { header, numberOf, OPEN, World } from './support/world.ts'

const NINE = '2026-11-12T09:00-05:00'
const TEN = '2026-11-12T10:00-05:00'

/** Every row of every table, as one text. */
async function dump(): Promise<string> {
  const { results } = await env.DB.prepare(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'd1_%'
     and name not like '_cf_%'`,
  ).all<{ name: string }>()
  const tables = await env.DB.batch(results.map(({ name }) => env.DB.prepare(`select * from "${name}"`)))
  return results.map(({ name }, i) => `${name}: ${JSON.stringify(tables[i]!.results)}`).join('\n')
}

/** What of it fits, and what stands around. */
const found = async (what: RegExp): Promise<string | undefined> =>
  new RegExp(`.{0,40}(${what.source}).{0,40}`, what.flags).exec(await dump())?.[0]

/** Ann on Thu 12 Nov: Ellen introduced Tom, and answered; Grace is chased; a mail went out without a recipient. */
async function thursday() {
  const world = new World()
  await world.join()
  await world.bcc('Ellen Ward <ellen@tidal.com>', '2026-11-03T10:00-05:00', { subject: 'For Ellen Ward' })
  await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T11:00-05:00')
  await world.note('tom lee tom@brightline.com via ellen', '2026-11-10T09:00-05:00')
  await world.note('note grace: knows the Tidal people', '2026-11-10T09:05-05:00')
  await world.note('applied acme designer\nmy name is Ann Lee', '2026-11-10T09:06-05:00')
  await world.mail({ subject: 'hidden', to: '', text: 'To you.', at: '2026-11-10T09:10-05:00' })
  const letter = (await world.morning('2026-11-12'))!
  return { world, letter }
}

async function asks(world: World, text: string, at = NINE) {
  world.postmark.take()
  await world.note(text, at)
  return world.postmark.take()[0]!
}

async function answers(
  world: World,
  to: Awaited<ReturnType<typeof asks>>,
  text: string,
  at = TEN,
  more = {},
) {
  world.postmark.take()
  await world.answer(to, text, at, more)
  return world.postmark.take()[0]
}

describe('"forget ellen"', () => {
  it('asks back, and erases nothing until then', async () => {
    const { world } = await thursday()
    const receipt = await asks(world, 'forget ellen')
    expect(receipt.TextBody.replace(/\s+/g, ' ')).toContain(
      'To erase all that is stored of Ellen Ward, answer this letter with "yes, forget ellen".',
    )
    expect(await found(/ellen@tidal.com/)).toBeDefined()
    expect(await answers(world, receipt, 'no, wait')).toMatchObject({
      TextBody: expect.stringContaining('Ellen Ward: nothing is erased.'),
    })
    expect(await found(/ellen@tidal.com/)).toBeDefined()
  })

  it.each(['yes', 'Yes, forget Ellen', 'yes please'])('erases her by "%s", and nobody else', async (yes) => {
    const { world } = await thursday()
    const receipt = await asks(world, 'forget ellen')
    const said = await answers(world, receipt, `${yes}\nnote grace: likes tea`)
    expect(said!.TextBody).toContain('Ellen Ward: erased')
    expect(said!.TextBody).toContain('Noted for Grace Kim: "likes tea".')
    const left = await dump()
    expect(/.{0,30}(ellen|\bWard\b).{0,30}/i.exec(left)?.[0]).toBeUndefined()
    for (const kept of ['grace@acme.com', 'tom@brightline.com', 'knows the Tidal people', 'ann@gmail.com'])
      expect(left.includes(kept), kept).toBe(true)
    expect((await world.morning('2026-11-13'))!.TextBody).not.toMatch(/Ellen/)
  })

  it('is not confirmed by a yes to somebody else, to another letter, or by somebody else', async () => {
    const { world, letter } = await thursday()
    const receipt = await asks(world, 'forget ellen')
    await answers(world, receipt, 'yes, forget grace')
    await answers(world, letter, 'yes')
    await answers(world, receipt, 'yes', TEN, { from: 'Eve <eve@gmail.com>' })
    await answers(world, receipt, 'yes', '2026-12-01T10:00-05:00')
    for (const kept of [/grace@acme.com/, /ellen@tidal.com/]) expect(await found(kept)).toBeDefined()
  })

  it('finds a name in letters that break it, cut it, or say the first one alone', async () => {
    const { world } = await thursday()
    await world.bcc('Maximiliane Throckmorton Featherstonehaugh <mtf@tidal.com>', NINE)
    for (const text of ['list', 'note grace: ask maximiliane'])
      await world.note(text, '2026-11-12T09:30-05:00')
    await world.morning('2026-11-13')
    await answers(world, await asks(world, 'forget maximiliane', TEN), 'yes', '2026-11-13T10:00-05:00')
    const outbox = /outbox: .*/.exec(await dump())![0]
    expect(/.{0,30}(maximil|throck|feather|mtf@).{0,30}/i.exec(outbox)?.[0]).toBeUndefined()
  })

  it('lets the other lines of the digest keep their numbers', async () => {
    const { world, letter } = await thursday()
    const [ellen, grace] = ['Ellen Ward', 'Grace Kim'].map((name) => numberOf(letter, name))
    const receipt = await asks(world, 'forget ellen')
    await answers(world, receipt, 'yes')
    const said = await answers(world, letter, `${ellen} done\n${grace} answered`, '2026-11-12T11:00-05:00')
    expect(said!.TextBody).toContain(`There is no ${ellen} in Thursday's digest.`)
    expect(said!.TextBody).toContain('Grace Kim: answered')
  })

  it('lets her be met again as somebody new', async () => {
    const { world } = await thursday()
    await answers(world, await asks(world, 'forget ellen'), 'yes')
    await world.bcc('Ellen Ward <ellen@tidal.com>', '2026-11-12T12:00-05:00')
    expect((await asks(world, 'history ellen', '2026-11-12T13:00-05:00')).TextBody).toMatch(
      /Ellen Ward:\nThu 12 Nov: email/,
    )
  })
})

describe('"delete everything"', () => {
  it('leaves no row with an address of the user or of a contact, once its last letter has gone', async () => {
    const { world } = await thursday()
    const receipt = await asks(world, 'delete everything')
    expect(receipt.TextBody).toContain('To erase everything that is stored of you')
    const webhook = world.webhook({
      to: receipt.ReplyTo,
      rcpt: receipt.ReplyTo,
      text: 'yes, delete everything',
      headers: { 'In-Reply-To': header(receipt, 'Message-ID') },
      at: TEN,
    })
    await world.post(webhook, TEN)
    const [last, ...others] = world.postmark.take()
    expect(others).toEqual([])
    expect(last!.To).toBe('ann@gmail.com')
    expect(last!.TextBody).toContain('Everything is erased')
    expect(await found(/@|ann\b|ellen|grace|tom lee/i)).toBeUndefined()
    // Delivered again, and answered: nobody is there.
    await world.post(webhook, TEN)
    await world.answer(last!, 'thanks', TEN)
    expect(world.postmark.take()).toEqual([])
    expect(await world.morning('2026-11-13')).toBeUndefined()
  })

  it('sends the last letter once, although Postmark fails at first', async () => {
    const { world } = await thursday()
    const receipt = await asks(world, 'delete everything')
    world.postmark.failures = ['lost']
    await world.answer(receipt, 'yes', TEN)
    expect(world.postmark.take()).toHaveLength(1)
    expect(await found(/ann@gmail.com/)).toBeDefined()
    expect(await world.tick('2026-11-12T10:30-05:00')).toEqual([])
    expect(await found(/@/)).toBeUndefined()
  })

  it('deletes nobody else', async () => {
    const { world } = await thursday()
    const from = 'Bob <bob@university.edu>'
    await world.mail({ from, to: OPEN, rcpt: OPEN, subject: 'Hello', text: 'Hello', at: NINE })
    await world.mail({
      from,
      to: 'Grace Kim <grace@acme.com>',
      rcpt: OPEN,
      subject: 'Advice',
      text: 'Hello',
      at: NINE,
    })
    await world.answer(await asks(world, 'delete everything'), 'yes', TEN)
    for (const kept of [/bob@university.edu/, /grace@acme.com/]) expect(await found(kept)).toBeDefined()
    expect(await found(/ann@gmail|ellen@/)).toBeUndefined()
  })
})
