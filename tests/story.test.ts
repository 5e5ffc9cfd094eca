import { expect, it } from 'vitest'
import { numberOf, World } from './support/world.ts'

/**
 * Two weeks of Ann's search, told once: the tour of the product. Mails go in by the door, letters come out; the days
 * are those of November 2026 in New York.
 */
it('tells two weeks', async () => {
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
  expect(thursday!.TextBody).toContain('THANK\n 1  Sofia Marsh, Ode. You met Tue 10 Nov.\n')
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
  expect(back!.Subject).toBe('Mon 16 Nov: 1 follow-up')
  await world.answer(back!, '1 answered', '2026-11-16T08:00-05:00')
  await world.note('undo', '2026-11-16T08:05-05:00')
  expect(world.postmark.take().at(-1)!.TextBody).toContain('Your last reply is taken back.')
  await world.bcc('Grace Kim <grace@acme.com>', '2026-11-16T09:00-05:00')

  // Tue 17 Nov. Two emails went to Marcus: now a call, with how to find his number.
  const call = await world.morning('2026-11-17')
  expect(call!.TextBody).toContain('Call Marcus Hale, Northwind. Emails 3 and 12 Nov. Attempt 3 of 5;')
  await world.answer(call!, '1 called, left vm', '2026-11-17T09:00-05:00')
  expect(world.postmark.take()[0]!.TextBody).toContain('Next: a call on Mon 23 Nov.')
})
