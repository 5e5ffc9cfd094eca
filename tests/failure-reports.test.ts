import { describe, expect, it } from 'vitest'
import { isSilent, type Mail, World } from './support/world.ts'

const CAME_BACK = 'Sofia Marsh, Ode. The mail came back yesterday.'

/** Ann, who wrote to Sofia on Tue 3 Nov. */
async function annWroteToSofia(): Promise<World> {
  const world = new World()
  await world.join()
  await world.bcc('Sofia Marsh <sofia@ode.com>', '2026-11-03T10:00-05:00', { id: 'first@gmail.com' })
  world.postmark.take()
  return world
}

const report = (failed: string, said = '550 5.1.1 no such account'): string =>
  `This is the mail system at host mx.relay.example.\n\nYour mail could not be handed on.\n\n<${failed}>: ${said}\n`

/** A report that Ann's mail program passes on by itself. */
const arrives = (world: World, text: string, more: Partial<Mail> = {}) =>
  world.mail({
    from: 'Mail Delivery System <mailer-daemon@relay.example>',
    to: 'ann@gmail.com',
    subject: 'Undelivered Mail Returned to Sender',
    text: `${text}\n--- Below this line is a copy of the message.\n\nMessage-ID: <first@gmail.com>\nFrom: Ann Lee <ann@gmail.com>\nTo: sofia@ode.com\n\nAdvice?\n`,
    at: '2026-11-03T10:05-05:00',
    ...more,
  })

const REFUSED = { is: 'refused', why: 'automatic' }

describe('a failure report that a program passes on', () => {
  it('makes the attempt void, has the next digest ask for an address, and can be undone', async () => {
    const world = await annWroteToSofia()
    await arrives(world, report('sofia@ode.com'))
    const letter = await world.morning('2026-11-04')
    expect(letter!.TextBody).toContain(CAME_BACK)
    expect(letter!.TextBody).toMatch(/Logged since .*Sofia Marsh \(email 1, came back\)/s)
    await world.answer(letter!, 'undo sofia', '2026-11-04T08:00-05:00')
    expect((await world.morning('2026-11-12'))!.TextBody).toContain(
      'Sofia Marsh, Ode. No answer logged to Tue 3 Nov.',
    )
  })

  it('is about her by the id of the mail, where a mailbox of her company failed to which hers passes on', async () => {
    const world = await annWroteToSofia()
    await arrives(world, report('s.marsh.old@ode.com'))
    expect((await world.morning('2026-11-04'))!.TextBody).toContain(CAME_BACK)
  })

  it.each([
    ['about somebody else to whom the mail went as well', report('friend@home.example')],
    ['of a delay', report('sofia@ode.com', '451 4.4.1 delayed, will be retried')],
    ['of a full mailbox', report('sofia@ode.com', '552 5.2.2 mailbox full')],
  ])('changes nothing %s', async (_, text) => {
    const world = await annWroteToSofia()
    expect(await (await arrives(world, text)).json()).toEqual(REFUSED)
    expect(isSilent(await world.morning('2026-11-04'))).toBe(true)
    expect((await world.morning('2026-11-12'))!.TextBody).toContain('No answer logged to Tue 3 Nov.')
  })

  it('needs no language, where a mail daemon names her address', async () => {
    const world = await annWroteToSofia()
    await arrives(world, 'Ekki tókst að afhenda póstinn.\n\n<sofia@ode.com>\n', { subject: 'Tilkynning' })
    expect((await world.morning('2026-11-04'))!.TextBody).toContain(CAME_BACK)
  })
})

describe('a failure report that the user passes on', () => {
  const AT = '2026-11-03T16:00-05:00'
  const DAEMON = 'Mail Delivery System <mailer-daemon@relay.example>'
  const SUBJECT = 'Undelivered Mail Returned to Sender'
  const printed: Record<string, (text: string) => string> = {
    Gmail: (text) =>
      `---------- Forwarded message ---------\nFrom: ${DAEMON}\nDate: Tue, Nov 3, 2026 at 10:05 AM\nSubject: ${SUBJECT}\nTo: <ann@gmail.com>\n\n\n${text}`,
    Outlook: (text) =>
      `________________________________\nFrom: ${DAEMON}\nSent: Tuesday, November 3, 2026 10:05 AM\nTo: ann@gmail.com <ann@gmail.com>\nSubject: ${SUBJECT}\n\n${text}`,
    'Apple Mail': (text) =>
      `Begin forwarded message:\n\nFrom: ${DAEMON}\nSubject: ${SUBJECT}\nDate: November 3, 2026 at 10:05:00 AM EST\nTo: ann@gmail.com\n\n${text}`,
  }
  const passesOn = (world: World, text: string) => world.note(text, AT, { subject: `Fwd: ${SUBJECT}` })

  it.each(Object.keys(printed))('closes the attempt, printed by %s, and can be undone', async (program) => {
    const world = await annWroteToSofia()
    await passesOn(world, printed[program]!(report('sofia@ode.com')))
    expect(world.postmark.take()).toEqual([])
    expect((await world.morning('2026-11-04'))!.TextBody).toContain(CAME_BACK)
    await world.note('undo', '2026-11-04T08:05-05:00')
    expect((await world.morning('2026-11-12'))!.TextBody).toContain('No answer logged to Tue 3 Nov.')
  })

  it('closes the attempt as an attachment', async () => {
    const world = await annWroteToSofia()
    const raw = `From: ${DAEMON}\r\nTo: ann@gmail.com\r\nSubject: ${SUBJECT}\r\nDate: Tue, 3 Nov 2026 10:05:00 -0500\r\n\r\n${report('sofia@ode.com')}`
    const mail = world.webhook({ to: world.address, subject: `Fwd: ${SUBJECT}`, text: '', at: AT })
    mail.Attachments = [{ Name: 'report.eml', ContentType: 'message/rfc822', Content: btoa(raw) }]
    await world.post(mail, AT)
    expect((await world.morning('2026-11-04'))!.TextBody).toContain(CAME_BACK)
  })

  it.each([
    [
      'a stranger',
      report('stranger@x.example'),
      'The report is about stranger@x.example, and none of your contacts; nothing was changed.',
    ],
    [
      'a delay',
      report('sofia@ode.com', '451 4.4.1 delayed, will be retried'),
      'The mail to sofia@ode.com may still arrive, by that report; nothing was changed.',
    ],
    ['nobody', report('the addressee'), 'The report does not say whose address failed; nothing was changed.'],
  ])('is answered where it is about %s, and changes nothing', async (_, text, sentence) => {
    const world = await annWroteToSofia()
    await passesOn(world, printed.Gmail!(text))
    const [letter] = world.postmark.take()
    expect(letter!.TextBody.replace(/\s+/g, ' ')).toContain(sentence)
    expect((await world.morning('2026-11-12'))!.TextBody).toContain('No answer logged to Tue 3 Nov.')
  })
})
