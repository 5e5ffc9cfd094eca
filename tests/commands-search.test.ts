import { describe, expect, it } from 'vitest'
import type { Sent } from './support/post.ts'
import { numberOf, World } from './support/world.ts'

// Commands beyond a contact's history: applications, addresses, figures, the end of the search. In by a mail; what came
// out is a receipt, or the letter of a later morning.

const NINE = '2026-11-12T09:00-05:00'

/** Ann on Thu 12 Nov, with Grace and Marcus due for their second email. */
async function thursday(): Promise<{ world: World; letter: Sent }> {
  const world = new World()
  await world.join()
  await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00')
  await world.bcc('Marcus Hale <marcus@northwind.com>', '2026-11-03T11:00-05:00')
  return { world, letter: (await world.morning('2026-11-12'))! }
}

/** What a note is answered by. */
async function ask(world: World, text: string, at = NINE): Promise<Sent> {
  world.postmark.take()
  await world.note(text, at)
  const [receipt, ...others] = world.postmark.take()
  if (!receipt || others.length > 0) throw new Error(`${others.length + (receipt ? 1 : 0)} receipts`)
  return receipt
}

const said = async (...args: Parameters<typeof ask>): Promise<string> => (await ask(...args)).TextBody

const flat = (text: string): string => text.replace(/\s+/g, ' ')

const files = (letter: Sent): Record<string, string> =>
  Object.fromEntries(
    letter.Attachments.map(({ Name, Content }) => [
      Name,
      new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(
        Uint8Array.from(atob(Content), (byte) => byte.charCodeAt(0)),
      ),
    ]),
  )

describe('applications', () => {
  it('are counted, with interviews, until the reply is undone', async () => {
    const { world } = await thursday()
    expect(await said(world, 'applied acme designer\napplied 3 today')).toContain('Applied: acme designer.')
    expect(await said(world, 'interview at acme tues!')).toContain('Interview at acme, Tue 17 Nov.')
    const stats = await said(world, 'stats')
    expect(stats).toContain('Applications: 4.')
    expect(stats).toContain('Job interviews: 1.')
    expect(await said(world, 'undo', '2026-11-12T09:10-05:00')).toContain('taken back')
    expect(await said(world, 'undo', '2026-11-12T09:11-05:00')).toContain('taken back')
    expect(await said(world, 'stats')).not.toContain('Applications')
  })
})

describe('"stats"', () => {
  it('counts the search', async () => {
    const { world, letter } = await thursday()
    await world.answer(letter, '1 answered\n2 called, no answer', NINE)
    const text = await said(world, 'how many calls have I made')
    for (const line of ['People written to: 2.', 'Emails: 2.', 'Calls: 1.', 'People who answered: 1.'])
      expect(text).toContain(line)
  })
})

describe('"new address"', () => {
  it('gives a new one with its card, said in answer to a letter, and the old one answers nobody', async () => {
    const { world } = await thursday()
    const old = world.address
    const refused = await ask(world, 'new address')
    await world.answer(refused, 'new address', NINE)
    const [receipt] = world.postmark.take()
    const fresh = /reach\+[a-z0-9]{25}@in\.example\.com/.exec(receipt!.TextBody)![0]
    expect(fresh).not.toBe(old)
    expect(receipt!.ReplyTo).toBe(fresh)
    expect(files(receipt!)['reachback-log.vcf']).toContain(`EMAIL;TYPE=INTERNET:${fresh}`)
    await world.note('drop grace', '2026-11-12T10:00-05:00')
    expect(world.postmark.take()).toEqual([])
    world.address = fresh
    expect(await said(world, 'drop grace', '2026-11-12T10:05-05:00')).toContain('Grace Kim: dropped.')
  })
})

describe('"export"', () => {
  it('attaches everything as tables and as JSON, with nothing that a spreadsheet runs', async () => {
    const { world } = await thursday()
    await world.bcc('"=cmd|calc" <eve@ode.com>', '2026-11-12T08:00-05:00', {
      subject: 'She said "hi", twice',
    })
    await said(world, 'note grace: =SUM(A1) he said')
    await said(world, 'applied =HYPERLINK(x)')
    const made = files(await ask(world, 'export'))
    expect(Object.keys(made)).toEqual(['contacts.csv', 'events.csv', 'applications.csv', 'everything.json'])
    expect(made['contacts.csv']).toMatch(/^\ufeffname,company,/)
    expect(made['contacts.csv']).toContain('\r\nGrace Kim,Acme,,grace@acme.com,,trying,2026-11-03,')
    expect(made['contacts.csv']).toContain(",'=SUM(A1) he said\r\n")
    expect(made['contacts.csv']).not.toMatch(/(^|,|\n)=/)
    expect(made['applications.csv']).toContain("2026-11-12,1,'=HYPERLINK(x),\r\n")
    expect(made['events.csv']).toContain('Marcus Hale,2026-11-03,attempted,"email ""Advice"""\r\n')
    const stored = JSON.parse(made['everything.json']!)
    expect(stored.users[0].email).toBe('ann@gmail.com')
    expect(stored.contact_addresses.map(({ address }: { address: string }) => address).sort()).toEqual([
      'eve@ode.com',
      'grace@acme.com',
      'marcus@northwind.com',
    ])
    for (const table of ['sender_addresses', 'private_addresses', 'events', 'mails', 'digests', 'outbox'])
      expect(stored[table].length, table).toBeGreaterThan(0)
  })
})

describe('"agenda"', () => {
  it('sends that agenda now', async () => {
    const { world } = await thursday()
    await said(world, 'grace meeting dec 3 10am zoom')
    const text = await said(world, 'agenda grace')
    expect(text).toContain('AGENDA: Grace Kim, Acme. Thu 3 Dec 10:00 am, Zoom')
    expect(text).toContain('Last 5 minutes: who else should I speak with')
  })
})

describe('"script"', () => {
  const WORDS =
    'SCRIPT: Marcus Hale, Northwind Hello Marcus, this is Ann Lee. I wrote on Tue 3 Nov. I am not asking about a job. I would value 15 minutes of your advice on climate work. Is now a bad moment, or is there a better time this week? To an assistant: "Could you suggest a good time to try Marcus?" To a machine: '

  it.each(['script marcus', 'marcus script', 'what do I say to marcus?'])('%s', async (text) => {
    const { world } = await thursday()
    await said(world, 'target: climate work\nmy number is 555 0100')
    expect(flat(await said(world, text))).toContain(
      `${WORDS}"Hello Marcus, this is Ann Lee. I wrote on Tue 3 Nov. I am not asking about a job. I would value 15 minutes of your advice on climate work. My number is 555 0100, again 555 0100. I will try once more next week."`,
    )
    await said(world, 'called marcus, left a voicemail', '2026-11-12T11:00-05:00')
    expect(flat(await said(world, text, '2026-11-12T12:00-05:00'))).toContain(`${WORDS}no second message.`)
  })

  it('of a talk is about a time, and of a card its text', async () => {
    const { world } = await thursday()
    await said(world, 'marcus answered')
    expect(flat(await said(world, 'script marcus'))).toContain(
      'Thank you for your answer of Thu 12 Nov. I am calling to find a time for our 15 minutes.',
    )
    await said(world, 'met marcus today at his office\nstar marcus', '2026-11-12T12:00-05:00')
    await said(world, 'thanked marcus', '2026-11-12T13:00-05:00')
    expect(flat(await said(world, 'script marcus', '2026-11-16T10:00-05:00'))).toContain(
      'CARD: Marcus Hale, Northwind Dear Marcus, Thank you for seeing me Thursday. Your advice about [one thing] has stayed with me. Warmly, Ann Lee',
    )
  })
})

describe('"got the job"', () => {
  async function search(): Promise<World> {
    const { world } = await thursday()
    await world.bcc('Sofia Marsh <sofia@ode.com>', '2026-11-09T10:00-05:00')
    await world.bcc('Ana Ruiz <ana@corvid.com>', '2026-11-09T10:05-05:00')
    await world.note('sofia answered\nana meeting nov 18 10am', '2026-11-11T10:00-05:00')
    return world
  }

  it('shows everyone to be told: after three letters it is the turn of the others', async () => {
    const world = new World()
    await world.join()
    const names = ['Abe', 'Ben', 'Cal', 'Dov', 'Eli', 'Fay', 'Gus']
    for (const name of names) await world.bcc(`${name} Orr <${name}@orr.com>`, '2026-11-04T10:00-05:00')
    await world.note(
      `${names.join(', ')} met\n${names.join(', ')} thanked\ngot the job`,
      '2026-11-05T10:00-05:00',
    )
    const told = async (day: string) =>
      [...(await world.morning(`2026-11-${day}`))!.TextBody.matchAll(/^ \d {2}(\w+) Orr/gm)].map(
        ([, name]) => name,
      )
    for (const day of ['06', '09', '10']) expect(await told(day)).toEqual(['Abe', 'Ben', 'Cal', 'Dov', 'Eli'])
    expect(await told('11')).toEqual(['Fay', 'Gus', 'Abe', 'Ben', 'Cal'])
  })

  it('ends the chase, says who waits, and has a list of whom to tell', async () => {
    const world = await search()
    const text = await said(world, 'got the job at Halden!!')
    expect(text).toContain('Search over, with a job at Halden')
    expect(text.replace(/\s+/g, ' ')).toContain(
      '2 people expect to hear from you: Sofia Marsh (answered), Ana Ruiz (meets you Wed 18 Nov).',
    )
    expect(text).toContain('2 people are left in peace')
    const friday = await world.morning('2026-11-13')
    expect(friday!.TextBody).toContain('Sofia Marsh')
    expect(friday!.TextBody).not.toMatch(/Grace|Marcus|FOLLOW UP/)
    await world.answer(friday!, `${numberOf(friday, 'Sofia Marsh')} told`, '2026-11-13T08:00-05:00')
    expect(await said(world, 'list')).toContain('Quiet (2): Grace Kim, Acme; Marcus Hale, Northwind.')
  })

  it('tells whoever is written to with BCC, but not by a thank-you that says nothing of it', async () => {
    const world = await search()
    await said(world, 'ana met today\ngot the job at Halden')
    await world.bcc('Sofia Marsh <sofia@ode.com>', '2026-11-12T10:00-05:00', { text: 'I have news.' })
    await world.bcc('Ana Ruiz <ana@corvid.com>', '2026-11-12T10:05-05:00', {
      text: 'Thank you for your time today.',
    })
    const friday = await world.morning('2026-11-13')
    expect(friday!.TextBody).toContain('TELL\n 1  Ana Ruiz, Corvid.')
    expect(friday!.TextBody).not.toContain('Sofia Marsh, Ode')
    await world.bcc('Ana Ruiz <ana@corvid.com>', '2026-11-13T10:00-05:00', {
      text: 'I have accepted a role at Halden.',
    })
    expect((await world.morning('2026-11-16'))?.TextBody ?? '').not.toContain('Tell them about the job')
  })

  it('is not repeated every morning to somebody who gives no sign of life', async () => {
    const world = await search()
    await said(world, 'got the job at Halden!!')
    expect((await world.morning('2026-11-25'))!.TextBody).toContain('Tell them about the job')
    expect(await world.morning('2026-11-30')).toBeUndefined()
    expect((await world.morning('2026-12-01'))!.TextBody).toContain('Tell them about the job')
    expect(await world.morning('2026-12-02')).toBeUndefined()
    expect((await world.morning('2027-02-02'))!.TextBody).toContain('Tell them about the job')
  })

  it('is undone within two weeks, with every chase as it was', async () => {
    const world = await search()
    await said(world, 'i accepted an offer at halden')
    expect(await said(world, 'undo', '2026-11-12T10:00-05:00')).toContain('taken back')
    expect((await world.morning('2026-11-13'))!.TextBody).toMatch(/Grace Kim[\s\S]*Marcus Hale/)
  })

  it('is followed by a new search with the people and without the old chases', async () => {
    const world = await search()
    await said(world, 'got the job')
    await said(world, 'searching again', '2026-11-17T09:00-05:00')
    await world.bcc('Max Orr <max@tidal.com>', '2026-11-17T10:00-05:00')
    const list = await said(world, 'list', '2026-11-17T11:00-05:00')
    expect(list).toContain('Trying (1): Max Orr, Tidal.')
    expect(list).toContain('Quiet (2): Grace Kim, Acme; Marcus Hale, Northwind.')
    expect(await said(world, 'stats', '2026-11-17T11:00-05:00')).toContain('People written to: 1.')
  })
})

describe('what the user sets', () => {
  it('a focus week quickens the chase, as the receipt of it says', async () => {
    const world = new World()
    await world.join()
    await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00')
    expect(await said(world, 'focus week dec 7 in dc', '2026-11-03T11:00-05:00')).toContain(
      'Focus week from Mon 7 Dec in DC.',
    )
    expect((await world.morning('2026-11-06'))!.TextBody).toContain('Grace Kim, Acme.')
  })

  it('"skip tomorrow" keeps one morning free', async () => {
    const { world } = await thursday()
    expect(await said(world, 'skip tomorrow')).toContain('No letter on Fri 13 Nov.')
    expect(await world.morning('2026-11-13')).toBeUndefined()
    expect(await world.morning('2026-11-16')).toBeDefined()
  })

  it('"pause" alone is quiet until "resume"', async () => {
    const { world } = await thursday()
    expect(await said(world, 'pause')).toContain('No letters until')
    for (const day of ['2026-11-13', '2026-11-20', '2027-01-19'])
      expect(await world.morning(day)).toBeUndefined()
    await said(world, 'resume', '2027-01-19T10:00-05:00')
    expect(await world.morning('2027-01-20')).toBeDefined()
  })

  it('"no cards please" ends the card lines', async () => {
    const { world } = await thursday()
    await said(world, 'star grace\ngrace met nov 6')
    await said(world, 'grace thanked')
    expect((await world.morning('2026-11-16'))!.TextBody).toMatch(/card/i)
    await said(world, 'no cards please', '2026-11-16T09:00-05:00')
    expect((await world.morning('2026-11-17'))?.TextBody ?? '').not.toMatch(/card/i)
  })

  it('"plan ECECE" makes the second attempt a call', async () => {
    const { world } = await thursday()
    expect(await said(world, 'plan ECECE')).toContain('Plan ECECE.')
    expect((await world.morning('2026-11-13'))!.TextBody).toContain('Call Grace Kim')
  })
})
