/// <reference types="vite/types/importMeta.d.ts" />
import { expect, it } from 'vitest'
import type { Sent } from './support/post.ts'
import { numberOf, World } from './support/world.ts'

/** Letters of chosen mornings, kept as their reader sees them. */
const kept = import.meta.glob<string>('./story/*.txt', { query: '?raw', import: 'default', eager: true })

const asKept = (letter: Sent | undefined): string => `Subject: ${letter?.Subject}\n\n${letter?.TextBody}`

/** A forward as Gmail writes it. */
const forwarded = (from: string, date: string, to: string, text: string): string =>
  `\n\n---------- Forwarded message ---------\nFrom: ${from}\nDate: ${date}\nSubject: Re: Advice\nTo: ${to}\n\n\n${text}\n`

/**
 * Ann's search, told once: the tour of the product. Mails go in by the door, letters come out; the days are those of
 * New York from November 2026 on. The first two weeks are told step by step, the rest by what mattered.
 */
it('tells one search: eight weeks, a job, and a coffee half a year later', async () => {
  const world = new World()

  // Tue 3 Nov. Ann writes to the open address and gets her private one.
  const welcome = await world.join('2026-11-03T09:00-05:00')
  expect(world.address).toMatch(/^reach\+[a-z0-9]{25}@in\.example\.com$/)
  expect(welcome.TextBody).toContain(`This is your private address:\n\n${world.address}\n`)

  // She answers the two questions that the welcome asks.
  await world.answer(welcome, 'tz new york\ntarget: product design in Boston', '2026-11-03T09:10-05:00')
  expect(world.postmark.take()[0]!.TextBody).toContain('You look for: product design in Boston')

  // She writes to three people, with the private address in BCC. The first time she is told that it worked.
  await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00', {
    subject: 'A question about Acme',
  })
  expect(world.postmark.take()[0]!.TextBody).toMatch(
    /^Logged Grace Kim, email 1\.\n\nI stay quiet from now on/,
  )
  await world.bcc('Marcus Hale <marcus@northwind.com>', '2026-11-03T10:30-05:00')
  await world.bcc('Sofia Marsh <sofia@ode.com>', '2026-11-04T11:00-05:00')
  expect(world.postmark.take()).toEqual([])

  // Thu 5 Nov. Sofia answered by mail; Ann says so. Otherwise the mornings are silent.
  for (const day of ['04', '05']) expect(await world.morning(`2026-11-${day}`)).toBeUndefined()
  await world.note('sofia answered', '2026-11-05T16:00-05:00')
  const friday = await world.morning('2026-11-06')
  expect(friday!.Subject).toBe('Fri 6 Nov: answer Sofia and your week')
  expect(friday!.TextBody).toContain('ANSWER\n 1  Sofia Marsh, Ode. Answered yesterday, waiting for you.\n')

  // She proposes a time, by BCC, and Sofia accepts: a meeting.
  await world.bcc('Sofia Marsh <sofia@ode.com>', '2026-11-06T08:00-05:00', { subject: 'Re: Advice' })
  await world.note('sofia booked tue 2pm at Blue Bottle', '2026-11-06T15:00-05:00')
  expect(world.postmark.take()[0]!.TextBody).toContain('Sofia Marsh: meeting Tue 10 Nov 2:00 pm')
  const monday = await world.morning('2026-11-09')
  expect(monday!.Subject).toBe('Mon 9 Nov: Sofia Marsh tomorrow 2 pm')
  expect(monday!.TextBody).toContain('MEETINGS\n 1  Sofia Marsh, Ode. Tomorrow 2:00 pm, Blue Bottle.\n')
  const tuesday = await world.morning('2026-11-10')
  expect(tuesday!.TextBody).toContain(' 1  Sofia Marsh, Ode. Today 2:00 pm, Blue Bottle.\n')

  // Wed 11 Nov. The morning after asks how it was, and then for the thank-you, until one is sent.
  const wednesday = await world.morning('2026-11-11')
  expect(wednesday!.TextBody).toContain('MEETINGS\n 1  Sofia Marsh, Ode. Did you meet yesterday?')
  await world.answer(wednesday!, '1 met, she knows people at Halden', '2026-11-11T08:00-05:00')
  expect(world.postmark.take()[0]!.TextBody).toContain('Sofia Marsh: met Tue 10 Nov')

  // Thu 12 Nov, seven business days after the first emails: Grace and Marcus are due for the second.
  const thursday = await world.morning('2026-11-12')
  expect(thursday!.Subject).toBe('Thu 12 Nov: thank Sofia, 2 follow-ups')
  expect(thursday!.TextBody).toContain(
    'THANK\n 1  Sofia Marsh, Ode. Thank-you open since you met Tue 10 Nov.\n',
  )
  expect(thursday!.TextBody).toContain(
    ' 2  Grace Kim, Acme. No answer logged to Tue 3 Nov. Email 2 of 3,\n    attempt 2 of 5.\n',
  )

  // The thank-you and the second email to Marcus go out, with BCC; Grace can wait.
  await world.bcc('Sofia Marsh <sofia@ode.com>', '2026-11-12T08:00-05:00', {
    text: 'Thank you for your time on Tuesday.',
  })
  await world.bcc('Marcus Hale <marcus@northwind.com>', '2026-11-12T08:10-05:00')
  await world.answer(thursday!, `${numberOf(thursday, 'Grace Kim')} snooze 4d`, '2026-11-12T08:20-05:00')
  expect(world.postmark.take()[0]!.TextBody).toContain('Grace Kim: snoozed to Mon 16 Nov.')
  // Fri 13 Nov. Nothing is due; the week in numbers comes all the same, so that silence never means broken.
  const week = await world.morning('2026-11-13')
  expect(week!.Subject).toBe('Fri 13 Nov: your week')
  expect(week!.TextBody).toMatch(/^ +Meetings held +1 +1$/m)

  // Mon 16 Nov. Grace is back, by herself. Ann writes, and then finds that she meant Marcus: undo.
  const back = await world.morning('2026-11-16')
  expect(back!.Subject).toBe('Mon 16 Nov: 1 follow-up, a card')
  expect(back!.TextBody).toContain('THANK\n 1  A card for Sofia Marsh, Ode? Optional.\n')
  await world.answer(back!, `${numberOf(back, 'Grace Kim')} answered`, '2026-11-16T08:00-05:00')
  await world.note('undo', '2026-11-16T08:05-05:00')
  expect(world.postmark.take().at(-1)!.TextBody).toContain(
    'Your mail of Mon 16 Nov is taken back: what it said of Grace Kim.',
  )
  await world.bcc('Grace Kim <grace@acme.com>', '2026-11-16T09:00-05:00')

  // Tue 17 Nov. Two emails went to Marcus: now a call, with how to find his number.
  const call = await world.morning('2026-11-17')
  expect(call!.TextBody).toContain('Call Marcus Hale, Northwind. Emails 3 and 12 Nov. Attempt 3 of 5;')
  await world.answer(call!, `${numberOf(call, 'Marcus Hale')} called, left vm`, '2026-11-17T09:00-05:00')
  expect(world.postmark.take()[0]!.TextBody).toContain('Next: a call on Mon 23 Nov.')

  // Wed 18 Nov. More people: a friend, a schoolmate, two at one company, and some she does not know.
  const wednesday18 = '2026-11-18T09:00-05:00'
  await world.bcc('Priya Shah <priya@acme.com>', wednesday18, { text: 'Shall we talk for 15 minutes?' })
  await world.note('priya is a friend', '2026-11-18T09:05-05:00')
  await world.bcc('Ana Ruiz <ana@corvid.com>', wednesday18, {
    text: 'We were both class of 2019. Would you have 15 minutes?',
  })
  await world.bcc('Lena Fox <lena@tidal.com>, Max Orr <max@tidal.com>', wednesday18)
  for (const person of [
    'Dev Patel <dev@halden.com>',
    'Ellen Ward <ellen@northgate.com>',
    'Jo Beck <jo@lumen.com>',
    'Noor Aziz <noor@quill.com>',
  ])
    await world.bcc(person, '2026-11-18T10:00-05:00')
  await world.note('3 more days for grace', '2026-11-18T10:10-05:00')

  // Thu 19 Nov. Dev answers by mail; Ann forwards it, with what came of it above.
  const fromDev = forwarded(
    'Dev Patel <dev@halden.com>',
    'Thu, Nov 19, 2026 at 9:00 AM',
    'ann@gmail.com',
    'Sure. Monday at 10 on Zoom?',
  )
  await world.note(`meeting mon 10am zoom${fromDev}`, '2026-11-19T12:00-05:00', {
    subject: 'Fwd: Re: Advice',
  })

  // Mon 23 Nov. The day of the meeting with Dev, with an agenda; calls to Grace and Marcus are due as well.
  const monday23 = await world.morning('2026-11-23')
  expect(asKept(monday23)).toBe(kept['./story/2026-11-23.txt'])
  await world.answer(
    monday23!,
    `${numberOf(monday23, 'Grace Kim')} called, no answer\n${numberOf(monday23, 'Marcus Hale')} left vm`,
    '2026-11-23T09:00-05:00',
  )
  await world.note("met dev today, he'll intro me to Kit Moss", '2026-11-23T11:00-05:00')
  const tuesday24 = await world.morning('2026-11-24')
  expect(asKept(tuesday24)).toBe(kept['./story/2026-11-24.txt'])
  await world.bcc('Dev Patel <dev@halden.com>', '2026-11-24T09:00-05:00', {
    text: 'Thank you for your time yesterday.',
  })

  // Wed 25 Nov. Thanksgiving is near: the week's review comes today, and no letter until Monday.
  const review = await world.morning('2026-11-25')
  expect(asKept(review)).toBe(kept['./story/2026-11-25.txt'])
  for (const day of ['26', '27']) expect(await world.morning(`2026-11-${day}`)).toBeUndefined()

  // Mon 30 Nov. Sofia introduces Tom; Jo is away; the mail to Noor came back; one of the two at Tidal answered.
  const introduction = forwarded(
    'Sofia Marsh <sofia@ode.com>',
    'Mon, Nov 30, 2026 at 8:00 AM',
    'Ann Lee <ann@gmail.com>, Tom Lee <tom@brightline.com>',
    'Ann, meet Tom. Tom knows climate work well.',
  )
  await world.note(introduction, '2026-11-30T08:30-05:00', { subject: 'Fwd: Intro: Ann and Tom' })
  await world.note(
    'jo ooo until dec 9\nnoor bounced\nlena answered\nana said try again in feb',
    '2026-11-30T08:40-05:00',
  )
  const tuesday1 = await world.morning('2026-12-01')
  expect(tuesday1!.TextBody).toContain('Tom Lee, Brightline. Introduced to you')
  expect(tuesday1!.TextBody).toContain('Introduced you to Tom Lee')
  expect(tuesday1!.TextBody.replace(/\s+/g, ' ')).toContain('Lena answered for Tidal; Max is off your list.')
  await world.bcc('Tom Lee <tom@brightline.com>', '2026-12-01T09:00-05:00', {
    text: 'Good to meet you. Would you have 15 minutes?',
  })
  await world.bcc('Sofia Marsh <sofia@ode.com>', '2026-12-01T09:05-05:00', {
    text: 'Thank you for the introduction to Tom.',
  })

  // Tom meets her on Thu 10 Dec; Sofia hears how it went.
  await world.note('tom booked dec 10 2pm at Blue Bottle', '2026-12-03T09:00-05:00')
  await world.note('met tom today', '2026-12-10T16:00-05:00')
  await world.bcc('Tom Lee <tom@brightline.com>', '2026-12-11T09:00-05:00', {
    text: 'Thank you for your time yesterday.',
  })
  const loop = await world.morning('2026-12-15')
  expect(loop!.TextBody).toContain('Tell Sofia how it went with Tom Lee.')

  // Dev keeps his word about Kit, who becomes the third whom she meets.
  await world.note('dev introduced me to kit@ode.com', '2026-12-14T09:00-05:00')
  await world.note('kit booked dec 16 9am, phone', '2026-12-15T09:00-05:00')
  await world.note('met kit today', '2026-12-16T10:00-05:00')
  await world.bcc('kit@ode.com', '2026-12-16T15:00-05:00', { text: 'Thank you for the call this morning.' })

  // Fri 18 Dec. Ann has a job. Whoever helped is told, and nobody is chased any more.
  await world.note('got the job at Halden!!!', '2026-12-18T12:00-05:00')
  const hired = world.postmark.take().at(-1)!
  expect(hired.TextBody).toContain('Halden')
  const told = await world.morning('2026-12-21')
  expect(asKept(told)).toBe(kept['./story/2026-12-21.txt'])
  await world.answer(told!, '2-6 told', '2026-12-21T09:00-05:00')
  const rest = await world.morning('2026-12-22')
  expect(rest!.TextBody).toContain('Lena Fox, Tidal. Answered you. Tell them about the job.')
  await world.bcc('Lena Fox <lena@tidal.com>', '2026-12-22T09:00-05:00', {
    text: 'I have accepted a role at Halden.',
  })
  await world.note('lena told', '2026-12-22T09:05-05:00')

  // From then on a letter a month at most; in the summer, half a year after they met, a coffee with Sofia.
  for (const on of ['2027-01-12', '2027-02-09', '2027-03-09']) expect(await world.morning(on)).toBeUndefined()
  const coffee = await world.morning('2027-06-01')
  expect(asKept(coffee)).toBe(kept['./story/2027-06-01.txt'])
})
