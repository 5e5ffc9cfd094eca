import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { isSilent, numberOf, World } from './support/world.ts'

const TUESDAY = '2026-11-03T10:00-05:00'

/** Ann, who has joined. */
async function ann(): Promise<World> {
  const world = new World()
  await world.join()
  return world
}

/** The numbered lines of the morning's letter, without numbers and joined. */
async function linesOn(world: World, on: string): Promise<string[]> {
  const letter = await world.morning(on)
  return (
    letter?.TextBody.match(/^ *\d+ {2}.*(?:\n {4}.*)*/gm)?.map((line) =>
      line.replace(/\s+/g, ' ').replace(/^ ?\d+ /, ''),
    ) ?? []
  )
}

describe('a BCCd mail', () => {
  it('is quiet until the next attempt is due: Tue 3 Nov to Thu 12 Nov at 7:30', async () => {
    const world = await ann()
    await world.bcc('Grace Kim <grace@acme.com>', TUESDAY)
    for (const day of ['04', '05', '06', '09', '10', '11'])
      expect(isSilent(await world.morning(`2026-11-${day}`))).toBe(true)
    expect(await world.tick('2026-11-12T07:15-05:00')).toEqual([])
    const [letter] = await world.tick('2026-11-12T07:30-05:00')
    expect(letter!.TextBody).toContain(
      ' 1  Grace Kim, Acme. No answer logged to Tue 3 Nov. Email 2 of 3,\n    attempt 2 of 5.\n',
    )
  })

  it('gets a receipt the first time, and silence from then on', async () => {
    const world = await ann()
    await world.bcc('Grace Kim <grace@acme.com>', TUESDAY)
    const [receipt, ...others] = world.postmark.take()
    expect(others).toEqual([])
    expect(receipt!.TextBody).toContain('Logged Grace Kim, email 1.')
    expect(receipt!.TextBody).toContain('Thu 12 Nov')
    await world.bcc('Max Orr <max@tidal.example>', '2026-11-03T11:00-05:00')
    expect(world.postmark.take()).toEqual([])
  })

  it('counts attempts for each person across threads and subjects', async () => {
    const world = await ann()
    await world.bcc('Grace Kim <grace@acme.com>', TUESDAY, { subject: 'Hello' })
    await world.bcc('GRACE@acme.com', '2026-11-10T10:00-05:00', { subject: 'Something else' })
    expect(await linesOn(world, '2026-11-12')).toEqual([])
    expect((await linesOn(world, '2026-11-13'))[0]).toMatch(
      /^Call Grace Kim, Acme\. Emails 3 and 10 Nov\. Attempt 3 of 5/,
    )
  })

  it('is one attempt with another on the same day', async () => {
    const world = await ann()
    await world.bcc('Grace Kim <grace@acme.com>', TUESDAY)
    await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:05-05:00', { subject: 'The attachment' })
    expect((await linesOn(world, '2026-11-12'))[0]).toContain('attempt 2 of 5')
  })

  it('is one attempt however often it is delivered, on other days too', async () => {
    const world = await ann()
    const mail = world.webhook({ to: 'Grace Kim <grace@acme.com>', at: TUESDAY, id: 'once@gmail.com' })
    await world.post(mail, TUESDAY)
    const again = await world.post(mail, '2026-11-05T10:00-05:00')
    expect(await again.json()).toEqual({ is: 'seen before' })
    expect((await linesOn(world, '2026-11-12'))[0]).toContain('attempt 2 of 5')
  })

  it('without a Message-ID is known again by sender, date and subject', async () => {
    const world = await ann()
    const mail = { ...world.webhook({ to: 'grace@acme.com', at: TUESDAY }), Headers: [] }
    await world.post(mail, TUESDAY)
    expect(await (await world.post(mail, TUESDAY)).json()).toEqual({ is: 'seen before' })
  })

  it('is dated by its Date where that is believable, else by its arrival', async () => {
    const world = await ann()
    const late = world.webhook({ to: 'Grace Kim <grace@acme.com>', at: '2026-11-02T10:00-05:00' })
    await world.post(late, TUESDAY)
    const forged = world.webhook({ to: 'Max Orr <max@tidal.example>', at: '2019-11-02T10:00-05:00' })
    await world.post(forged, TUESDAY)
    expect(await linesOn(world, '2026-11-11')).toEqual([
      'Grace Kim, Acme. No answer logged to Mon 2 Nov. Email 2 of 3, attempt 2 of 5.',
    ])
    expect((await linesOn(world, '2026-11-12')).join()).toContain(
      'Max Orr, Tidal. No answer logged to Tue 3 Nov.',
    )
  })
})

describe('whom a mail was to', () => {
  it('makes contacts of To, less the user, our addresses and machines', async () => {
    const world = await ann()
    await world.bcc(
      `Grace Kim <grace@acme.com>, Ann Lee <ann+lists@gmail.com>, no-reply@acme.com, ${world.address}, x@bcc.hubspot.com`,
      TUESDAY,
    )
    expect(await linesOn(world, '2026-11-12')).toHaveLength(1)
  })

  it('gives each of two to four people in To an attempt, and makes one line of them', async () => {
    const world = await ann()
    await world.bcc('Sofia Marsh <sofia@ode.com>, Jo Beck <jo@ode.com>, Max Orr <max@ode.com>', TUESDAY)
    const letter = await world.morning('2026-11-12')
    expect(letter!.TextBody).toContain(
      ' 1  Ode (Jo, Max, Sofia). No answer logged to Tue 3 Nov. Email 2 of 3,',
    )
    expect(letter!.HtmlBody).toContain('mailto:jo@ode.com,max@ode.com,sofia@ode.com?bcc=')
    await world.answer(letter!, '1 sent', '2026-11-12T08:00-05:00')
    const calls = await linesOn(world, '2026-11-17')
    expect(calls.map((line) => line.split(',')[0])).toEqual(['Call Jo Beck', 'Call Max Orr'])
  })

  it('covers the others of a group when one answers, says so once, and undoes it', async () => {
    const world = await ann()
    await world.bcc('Sofia Marsh <sofia@ode.com>, Jo Beck <jo@ode.com>, Max Orr <max@ode.com>', TUESDAY)
    await world.note('sofia answered', '2026-11-05T10:00-05:00')
    const letter = await world.morning('2026-11-06')
    expect(letter!.TextBody.replace(/\s+/g, ' ')).toContain(
      'Sofia answered for Ode; Jo and Max are off your list. "keep jo" brings one back.',
    )
    expect((await world.morning('2026-11-12'))!.TextBody).not.toContain('Jo')
    await world.note('undo', '2026-11-12T10:00-05:00')
    expect((await world.morning('2026-11-13'))!.TextBody).toContain('Ode (Jo, Max, Sofia)')
  })

  it('remembers an unknown Cc without timers, and touches a known one', async () => {
    const world = await ann()
    await world.bcc('Priya Shah <priya@acme.com>', '2026-10-20T10:00-04:00')
    await world.mail({
      to: 'Grace Kim <grace@halden.com>',
      cc: 'Priya Shah <priya@acme.com>, Tom Lee <tom@x.example>',
      at: TUESDAY,
    })
    const { results } = await env.DB.prepare(
      `select c.name, group_concat(e.type) types from contacts c join events e on e.contact_id = c.id group by c.id order by c.name`,
    ).all()
    expect(results).toEqual([
      { name: 'Grace Kim', types: 'attempted' },
      { name: 'Priya Shah', types: 'attempted,touched' },
      { name: 'Tom Lee', types: 'copied' },
    ])
    expect((await linesOn(world, '2026-11-12')).map((line) => line.split(',')[0])).not.toContain('Tom Lee')
  })

  it('takes five or more as an announcement, without timers, and asks once', async () => {
    const world = await ann()
    const many = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@acme.com`).join(', ')
    await world.bcc(many, TUESDAY, { subject: 'I have moved' })
    const letter = await world.morning('2026-11-04')
    expect(letter!.TextBody).toMatch(/^CHECK$/m)
    expect(letter!.TextBody).toMatch(/"I have moved"/)
    expect(await linesOn(world, '2026-11-12')).not.toContain(expect.stringContaining('attempt 2'))
  })

  it('makes an announcement an attempt for each, when the user says yes', async () => {
    const world = await ann()
    const many = ['ada', 'bea', 'cid', 'dan', 'eve'].map((name) => `${name}@acme.com`).join(', ')
    await world.bcc(many, TUESDAY)
    const letter = await world.morning('2026-11-04')
    await world.answer(letter!, '1 yes', '2026-11-04T08:00-05:00')
    expect(world.postmark.take()[0]!.TextBody).toContain('logged for Ada, Bea, Cid, Dan and Eve')
    expect(await linesOn(world, '2026-11-12')).toHaveLength(5)
  })

  it.each([
    ['no To at all', ''],
    ['an undisclosed group', 'undisclosed-recipients:;'],
    ['only the user', 'Ann Lee <ann@gmail.com>'],
  ])('asks about a mail with %s, and never guesses', async (_, to) => {
    const world = await ann()
    await world.bcc(to, TUESDAY, {
      subject: 'Quick question',
      text: 'Hi Grace, would grace@acme.com have time?',
    })
    const letter = await world.morning('2026-11-04')
    expect(letter!.TextBody).toMatch(
      /^CHECK\n +1 {2}Who was it to\? Your mail of Tue 3 Nov, "Quick question"/m,
    )
    await world.answer(letter!, '1 grace@acme.com', '2026-11-04T08:00-05:00')
    expect(await linesOn(world, '2026-11-12')).toEqual([
      'Grace, Acme. No answer logged to Tue 3 Nov. Email 2 of 3, attempt 2 of 5.',
    ])
  })

  it('treats two users who write to one person as strangers to each other', async () => {
    const world = await ann()
    await world.bcc('Grace Kim <grace@acme.com>', TUESDAY)
    world.postmark.take()
    await world.join('2026-11-03T09:00-05:00', 'Bo <bo@university.edu>')
    await world.bcc('Grace Kim <grace@acme.com>', '2026-11-05T10:00-05:00', {
      from: 'Bo <bo@university.edu>',
    })
    const letters = await world.tick('2026-11-12T07:30-05:00')
    expect(letters.map(({ To }) => To)).toEqual(['ann@gmail.com'])
  })
})

describe('what a mail is', () => {
  it('is a thank-you after a meeting', async () => {
    const world = await ann()
    await world.bcc('Dev Patel <dev@halden.com>', TUESDAY)
    await world.note('met dev today', '2026-11-05T15:00-05:00')
    expect(await linesOn(world, '2026-11-06')).toEqual(['Dev Patel, Halden. You met yesterday.'])
    await world.bcc('Dev Patel <dev@halden.com>', '2026-11-06T09:00-05:00', {
      text: 'Thank you for your time yesterday.',
    })
    expect(await linesOn(world, '2026-11-09')).toEqual([])
  })

  it('with a blank left in it is told of the next morning', async () => {
    const world = await ann()
    await world.bcc('Dev Patel <dev@halden.com>', TUESDAY)
    await world.note('met dev today', '2026-11-05T15:00-05:00')
    await world.bcc('Dev Patel <dev@halden.com>', '2026-11-05T17:00-05:00', {
      text: 'Thank you for your time. I am going to [what you will do about it].',
    })
    expect((await world.morning('2026-11-06'))!.TextBody.replace(/\s+/g, ' ')).toContain(
      'Your note to Dev still has "[what you will do about it]" in it.',
    )
  })

  it('is the next step of a talk, once they answered', async () => {
    const world = await ann()
    await world.bcc('Sofia Marsh <sofia@ode.com>', TUESDAY)
    await world.note('sofia answered', '2026-11-04T09:00-05:00')
    const letter = await world.morning('2026-11-05')
    expect(letter!.TextBody).toMatch(
      /^ANSWER\n +1 {2}Sofia Marsh, Ode\. Answered yesterday, waiting for you\./m,
    )
    await world.bcc('Sofia Marsh <sofia@ode.com>', '2026-11-05T09:00-05:00')
    expect(await linesOn(world, '2026-11-06')).toEqual([])
    expect((await linesOn(world, '2026-11-10'))[0]).toMatch(
      /^Sofia Marsh, Ode\. You wrote Thu 5 Nov about a time/,
    )
  })

  it('is an answer to their mail when it quotes them, though we never saw it', async () => {
    const world = await ann()
    await world.bcc('Grace Kim <grace@acme.com>', TUESDAY, { id: 'first@gmail.com' })
    await world.bcc('Grace Kim <grace@acme.com>', '2026-11-06T10:00-05:00', {
      subject: 'Re: Advice',
      text: 'Thursday would be great.\n\nOn Thu, Nov 5, 2026 at 4:00 PM Grace Kim <grace@acme.com> wrote:\n> Gladly. Thursday?\n',
      headers: { 'In-Reply-To': '<hers@acme.com>', References: '<first@gmail.com> <hers@acme.com>' },
    })
    expect(await linesOn(world, '2026-11-12')).not.toContain(expect.stringContaining('No answer logged'))
  })

  it('is the next attempt when it quotes the user', async () => {
    const world = await ann()
    await world.bcc('Grace Kim <grace@acme.com>', TUESDAY, { id: 'first@gmail.com' })
    await world.bcc('Grace Kim <grace@acme.com>', '2026-11-12T10:00-05:00', {
      subject: 'Re: Advice',
      text: 'Once more.\n\nOn Tue, Nov 3, 2026 at 10:00 AM Ann Lee <ann@gmail.com> wrote:\n> Hi Grace Kim\n',
      headers: { 'In-Reply-To': '<first@gmail.com>' },
    })
    const letter = await world.morning('2026-11-17')
    expect(numberOf(letter, 'Grace Kim')).toBe(1)
    expect(letter!.TextBody).toContain('Call Grace Kim, Acme. Emails 3 and 12 Nov. Attempt 3 of 5')
  })
})
