import { describe, expect, it } from 'vitest'
import { isSilent, World } from './support/world.ts'

/** Ann, who wrote to Sofia on Tue 3 Nov. */
async function annWroteToSofia(): Promise<World> {
  const world = new World()
  await world.join()
  await world.bcc('Sofia Marsh <sofia@ode.com>', '2026-11-03T10:00-05:00', { id: 'first@gmail.com' })
  world.postmark.take()
  return world
}

/** A forward as Gmail writes it. */
const gmail = (from: string, date: string, to: string, text: string, note = ''): string =>
  `${note}\n\n---------- Forwarded message ---------\nFrom: ${from}\nDate: ${date}\nSubject: Re: Advice\nTo: ${to}\n\n\n${text}\n`

const forward = (world: World, text: string, at: string, subject = 'Fwd: Re: Advice') =>
  world.note(text, at, { subject })

describe('a forward', () => {
  it("of a contact's answer makes it the user's turn, and keeps the number in the signature", async () => {
    const world = await annWroteToSofia()
    const answer = 'Gladly. Thursday?\n\nSofia Marsh\nOde\n+1 617 555 0188'
    const text = gmail(
      'Sofia Marsh <sofia@ode.com>',
      'Thu, Nov 5, 2026 at 3:10 PM',
      'Ann Lee <ann@gmail.com>',
      answer,
    )
    await forward(world, text, '2026-11-05T16:00-05:00')
    expect(world.postmark.take()).toEqual([])
    const letter = await world.morning('2026-11-06')
    expect(letter!.TextBody).toContain('ANSWER\n 1  Sofia Marsh, Ode. Answered yesterday, waiting for you.\n')
    await world.answer(letter!, 'history sofia', '2026-11-06T08:00-05:00')
    expect(world.postmark.take()[0]!.TextBody).toContain('Thu 5 Nov: they answered')
  })

  it('is undone by "undo"', async () => {
    const world = await annWroteToSofia()
    const text = gmail(
      'Sofia Marsh <sofia@ode.com>',
      'Thu, Nov 5, 2026 at 3:10 PM',
      'ann@gmail.com',
      'No idea who you are.',
    )
    await forward(world, text, '2026-11-05T16:00-05:00')
    await world.note('undo', '2026-11-05T16:05-05:00')
    expect(isSilent(await world.morning('2026-11-06'))).toBe(true)
    expect((await world.morning('2026-11-12'))!.TextBody).toContain(
      'Sofia Marsh, Ode. No answer logged to Tue 3 Nov.',
    )
  })

  it('does what is typed above it, or keeps it as a note', async () => {
    const world = await annWroteToSofia()
    const note = 'meeting wed 2pm by phone\nknows people at Halden'
    const text = gmail(
      'Sofia Marsh <sofia@ode.com>',
      'Thu, Nov 5, 2026 at 3:10 PM',
      'ann@gmail.com',
      'Wednesday at 2?',
      note,
    )
    await forward(world, text, '2026-11-05T16:00-05:00')
    expect((await world.morning('2026-11-10'))!.TextBody).toContain(
      'Sofia Marsh, Ode. Tomorrow 2:00 pm by phone.',
    )
    expect((await world.morning('2026-11-11'))!.TextBody).toContain('You noted: knows people at Halden.')
  })

  it.each([
    ['answered! we meet thu 2pm', 'Sofia Marsh, Ode. Tomorrow 2:00 pm.'],
    ['great, thursday 2pm!', 'A meeting Thu 19 Nov 2:00 pm?'],
  ])('takes the day in "%s", typed a week later, by the day it is typed', async (note, line) => {
    const world = await annWroteToSofia()
    const answer = gmail(
      'Sofia Marsh <sofia@ode.com>',
      'Thu, Nov 5, 2026 at 3:10 PM',
      'ann@gmail.com',
      'Yes!',
      note,
    )
    await forward(world, answer, '2026-11-16T16:00-05:00')
    const letters = [await world.morning('2026-11-17'), await world.morning('2026-11-18')]
    expect(letters.map((letter) => letter?.TextBody.replace(/\s+/g, ' ')).join()).toContain(line)
  })

  it('of sent mail is the attempt that it was, at its own date', async () => {
    const world = new World()
    await world.join()
    const text = gmail(
      'Ann Lee <ann@gmail.com>',
      'Tue, Nov 3, 2026 at 10:00 AM',
      'Grace Kim <grace@acme.com>',
      'Fifteen minutes?',
    )
    await forward(world, text, '2026-11-10T16:00-05:00', 'Fwd: Advice')
    expect((await world.morning('2026-11-12'))!.TextBody).toContain(
      'Grace Kim, Acme. No answer logged to Tue 3 Nov.',
    )
  })

  it('is dated in the order of the user where a phone prints figures', async () => {
    const world = new World()
    await world.join()
    const text =
      '-------- Original message --------\nFrom: Ann Lee <ann@gmail.com>\nDate: 11/3/26 10:00 AM (GMT-05:00)\nTo: Grace Kim <grace@acme.com>\nSubject: Advice\n\nFifteen minutes?'
    await forward(world, text, '2026-11-10T16:00-05:00', 'Fwd: Advice')
    expect((await world.morning('2026-11-12'))!.TextBody).toContain(
      'Grace Kim, Acme. No answer logged to Tue 3 Nov.',
    )
  })

  it('of sent mail whose date can be two days counts from the day of the forward, and says so', async () => {
    const world = new World()
    await world.join()
    const text =
      '-------- Original message --------\nFrom: Ann Lee <ann@gmail.com>\nDate: 3/11/26 15:00\nTo: Grace Kim <grace@acme.com>\nSubject: Advice\n\nFifteen minutes?'
    await forward(world, text, '2026-11-10T16:00-05:00', 'Fwd: Advice')
    const letter = await world.morning('2026-11-20')
    expect(letter!.TextBody.replace(/\s+/g, ' ')).toContain(
      'No date could be read of your mail to Grace Kim: it counts from the day you passed it on. "undo grace" takes it back; "grace emailed nov 3" gives its day.',
    )
    await world.answer(letter!, 'undo grace\ngrace emailed nov 3', '2026-11-20T08:00-05:00')
    expect((await world.morning('2026-11-23'))!.TextBody).toContain(
      'Grace Kim, Acme. No answer logged to Tue 3 Nov.',
    )
  })

  it('of a failure report closes the attempt', async () => {
    const world = await annWroteToSofia()
    const report =
      "Address not found\n\nYour message wasn't delivered to sofia@ode.com because the address couldn't be found.\n550 5.1.1 The email account does not exist."
    const text = gmail(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Tue, Nov 3, 2026 at 10:01 AM',
      'ann@gmail.com',
      report,
    ).replace('Re: Advice', 'Delivery Status Notification (Failure)')
    await forward(world, text, '2026-11-03T16:00-05:00', 'Fwd: Delivery Status Notification (Failure)')
    expect((await world.morning('2026-11-04'))!.TextBody).toContain(
      'Sofia Marsh, Ode. The mail came back yesterday.',
    )
  })

  it('of an out-of-office note waits until they are back', async () => {
    const world = await annWroteToSofia()
    const note =
      'I am out of the office and will be back on Monday, November 23. For urgent matters write to tom@ode.com.'
    const text = gmail(
      'Sofia Marsh <sofia@ode.com>',
      'Tue, Nov 3, 2026 at 10:01 AM',
      'ann@gmail.com',
      note,
    ).replace('Re: Advice', 'Automatic reply: Advice')
    await forward(world, text, '2026-11-03T16:00-05:00', 'Fwd: Automatic reply: Advice')
    for (const day of ['12', '13', '16', '23', '24'])
      expect(isSilent(await world.morning(`2026-11-${day}`))).toBe(true)
    expect((await world.morning('2026-11-25'))!.TextBody).toContain(
      'Sofia Marsh, Ode. No answer logged to Tue 3 Nov.',
    )
  })

  it('of an introduction is to be answered, and its author thanked', async () => {
    const world = await annWroteToSofia()
    const text = gmail(
      'Sofia Marsh <sofia@ode.com>',
      'Thu, Nov 5, 2026 at 3:10 PM',
      'Ann Lee <ann@gmail.com>, Tom Lee <tom@brightline.com>',
      'Ann, meet Tom. Tom, Ann would like to hear how you got into climate work. Over to you.',
    )
    await forward(world, text, '2026-11-05T16:00-05:00', 'Fwd: Intro: Ann and Tom')
    const letter = await world.morning('2026-11-06')
    expect(letter!.TextBody).toMatch(/ANSWER\n 1 {2}Tom Lee, Brightline\. Introduced to you/)
    expect(letter!.TextBody).toContain('Sofia Marsh, Ode. Introduced you to Tom Lee. A line of thanks.')
  })

  it("of somebody who wrote first makes a contact who waits for the user's answer", async () => {
    const world = new World()
    await world.join()
    const text = gmail(
      'Kit Moss <kit@ode.com>',
      'Thu, Nov 5, 2026 at 3:10 PM',
      'ann@gmail.com',
      'I hear you are looking?',
    )
    await forward(world, text, '2026-11-05T16:00-05:00')
    expect((await world.morning('2026-11-06'))!.TextBody).toContain(
      'Kit Moss, Ode. Answered yesterday, waiting for you.',
    )
  })

  it('of our own letter does nothing', async () => {
    const world = await annWroteToSofia()
    const text = gmail(
      'Reachback <letters@in.example.com>',
      'Thu, Nov 5, 2026 at 7:30 AM',
      'ann@gmail.com',
      '1  Sofia Marsh',
    )
    await forward(world, text, '2026-11-05T16:00-05:00')
    expect(isSilent(await world.morning('2026-11-06'))).toBe(true)
  })
})

describe('what a mail program passes on by itself', () => {
  const bounce = (world: World, recipient: string) =>
    world.mail({
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      to: 'ann@gmail.com',
      subject: 'Delivery Status Notification (Failure)',
      text: `Your message wasn't delivered to ${recipient} because the address couldn't be found.\n\n550 5.1.1 The email account that you tried to reach does not exist.`,
      headers: {
        'X-Failed-Recipients': recipient,
        'Auto-Submitted': 'auto-replied',
        'In-Reply-To': '<first@gmail.com>',
      },
      at: '2026-11-03T10:01-05:00',
    })

  it('closes the attempt of a known contact, when it is a failure report', async () => {
    const world = await annWroteToSofia()
    expect(await (await bounce(world, 'sofia@ode.com')).json()).toMatchObject({
      is: 'handled',
      kind: 'report',
    })
    expect((await world.morning('2026-11-04'))!.TextBody).toContain(
      'Sofia Marsh, Ode. The mail came back yesterday.',
    )
  })

  it('does nothing about anybody else', async () => {
    const world = await annWroteToSofia()
    expect(await (await bounce(world, 'stranger@x.example')).json()).toEqual({
      is: 'refused',
      why: 'automatic',
    })
  })
})

describe('an invitation', () => {
  const ics = (method: string, start: string, sequence = 0, more = ''): string =>
    [
      'BEGIN:VCALENDAR',
      'PRODID:-//Example//EN',
      'VERSION:2.0',
      `METHOD:${method}`,
      'BEGIN:VEVENT',
      'UID:meet-1@ode.com',
      `SEQUENCE:${sequence}`,
      `DTSTART:${start}`,
      `DTEND:${start.replace('T19', 'T20')}`,
      'SUMMARY:Ann and Sofia',
      'LOCATION:40 Main St',
      'ORGANIZER;CN=Sofia Marsh:mailto:sofia@ode.com',
      'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ann@gmail.com',
      more,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]
      .filter((line, i, all) => line || i === all.length - 1)
      .join('\r\n')

  const send = (world: World, calendar: string, at: string) => {
    const mail = world.webhook({ to: world.address, subject: 'Fwd: Invitation', text: '', at })
    mail.Attachments = [
      {
        Name: 'invite.ics',
        ContentType: 'text/calendar; method=REQUEST',
        Content: btoa(calendar),
        ContentLength: calendar.length,
      },
    ]
    return world.post(mail, at)
  }

  it('of another UID is a second meeting; an update and a cancellation mean the one of their UID', async () => {
    const world = await annWroteToSofia()
    const other = (calendar: string) => calendar.replace('meet-1', 'meet-2')
    await send(world, ics('REQUEST', '20261111T190000Z'), '2026-11-05T10:00-05:00')
    await send(world, other(ics('REQUEST', '20261118T190000Z')), '2026-11-05T11:00-05:00')
    await send(world, other(ics('REQUEST', '20261119T190000Z', 1)), '2026-11-06T10:00-05:00')
    const mornings = []
    for (const day of ['10', '12', '17', '18'])
      mornings.push(
        /Sofia Marsh, Ode\. (.*?)[.?]/.exec((await world.morning(`2026-11-${day}`))?.TextBody ?? '')?.[1],
      )
    expect(mornings).toEqual([
      'Tomorrow 2:00 pm, 40 Main St',
      'Did you meet yesterday',
      'Thank-you open since you met Wed 11 Nov',
      'Tomorrow 2:00 pm, 40 Main St',
    ])
    await send(world, other(ics('CANCEL', '20261119T190000Z', 2)), '2026-11-18T10:00-05:00')
    const text = (await world.morning('2026-11-19'))!.TextBody
    expect(text).toContain('Sofia Marsh, Ode. Thank-you open since you met Wed 11 Nov.')
    expect(text).not.toContain('Today 2:00 pm')
  })

  it('books the meeting, moves it, and cancels it, by its UID', async () => {
    const world = await annWroteToSofia()
    await send(world, ics('REQUEST', '20261111T190000Z'), '2026-11-05T10:00-05:00')
    expect((await world.morning('2026-11-10'))!.TextBody).toContain(
      'Sofia Marsh, Ode. Tomorrow 2:00 pm, 40 Main St.',
    )
    await send(world, ics('REQUEST', '20261112T190000Z', 1), '2026-11-10T10:00-05:00')
    expect((await world.morning('2026-11-11'))!.TextBody).toContain(
      'Sofia Marsh, Ode. Tomorrow 2:00 pm, 40 Main St.',
    )
    await send(world, ics('CANCEL', '20261112T190000Z', 2, 'STATUS:CANCELLED'), '2026-11-11T10:00-05:00')
    expect((await world.morning('2026-11-12'))!.TextBody).toContain(
      'Sofia Marsh, Ode. The meeting fell through.',
    )
  })

  it('is asked about where its time cannot be read for certain', async () => {
    const world = await annWroteToSofia()
    const unclear = ics('REQUEST', '20261111T190000Z').replace(
      'DTSTART:20261111T190000Z',
      'DTSTART;TZID=Nowhere:20261111T140000',
    )
    await send(world, unclear, '2026-11-05T10:00-05:00')
    const letter = await world.morning('2026-11-06')
    expect(letter!.TextBody).toMatch(/CHECK\n +1 {2}When is it\?/)
    expect(letter!.TextBody).not.toContain('2:00 pm')
  })
})

describe('mails that are forwarded at once, attached', () => {
  const eml = (to: string, date: string, subject = 'Advice', from = 'Ann Lee <ann@gmail.com>'): string =>
    `From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\nDate: ${date}\r\nMessage-ID: <${crypto.randomUUID()}@gmail.com>\r\n\r\nWould you have fifteen minutes?\r\n`

  const send = (world: World, mails: string[], at: string) => {
    const mail = world.webhook({ to: world.address, subject: 'Fwd: older mails', text: '', at })
    mail.Attachments = mails.map((content, i) => ({
      Name: `mail-${i}.eml`,
      ContentType: 'message/rfc822',
      Content: btoa(content),
      ContentLength: content.length,
    }))
    return world.post(mail, at)
  }

  it('are ten attempts, each at its own date', async () => {
    const world = new World()
    await world.join()
    const days = ['2', '3', '4', '5', '6', '9', '10', '11', '12', '13']
    const mails = days.map((day) =>
      eml(`P${day} Kim <p${day}@acme${day}.com>`, `${day} Nov 2026 10:00:00 -0500`),
    )
    expect((await send(world, mails.reverse(), '2026-11-16T10:00-05:00')).status).toBe(200)
    await world.note('list', '2026-11-16T11:00-05:00')
    const list = world.postmark.take().at(-1)!.TextBody
    for (const day of days) expect(list).toMatch(new RegExp(`P${day} Kim.*`))
    await world.note('history p3 kim', '2026-11-16T11:05-05:00')
    expect(world.postmark.take().at(-1)!.TextBody).toContain('Tue 3 Nov')
  })

  it('are one contact where they went to one, first mail first', async () => {
    const world = new World()
    await world.join()
    const grace = 'Grace Kim <grace@acme.com>'
    const mails = [
      eml(grace, '10 Nov 2026 10:00:00 -0500', 'Re: Advice'),
      eml(grace, '3 Nov 2026 10:00:00 -0500'),
      eml('ann@gmail.com', '12 Nov 2026 10:00:00 -0500', 'Re: Advice', grace),
    ]
    expect((await send(world, mails, '2026-11-13T10:00-05:00')).status).toBe(200)
    await world.note('history grace', '2026-11-13T11:00-05:00')
    const { TextBody } = world.postmark.take().at(-1)!
    expect(TextBody).toMatch(/Tue 3 Nov[\s\S]*Tue 10 Nov[\s\S]*Thu 12 Nov: they answered/)
  })
})
