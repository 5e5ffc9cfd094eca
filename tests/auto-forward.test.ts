import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { isSilent, type Mail, World } from './support/world.ts'

/** What Postmark says of a mail whose author's domain signed it; a program that passes it on changes nothing. */
const SIGNED = { 'X-Spam-Tests': 'DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU,SPF_PASS' }

const rows = async (table: string): Promise<number> =>
  (await env.DB.prepare(`select count(*) n from ${table}`).first<{ n: number }>())!.n

/** Ann, who wrote to Sofia on Tue 3 Nov, and whose mail program passes everything on to her private address. */
async function annForwardsAll(): Promise<World> {
  const world = new World()
  await world.join()
  await world.bcc('Sofia Marsh <sofia@ode.com>', '2026-11-03T10:00-05:00', { id: 'first@gmail.com' })
  world.postmark.take()
  return world
}

const arrives = (world: World, mail: Partial<Mail> = {}) =>
  world.mail({
    from: 'Sofia Marsh <sofia@ode.com>',
    to: 'ann@gmail.com',
    subject: 'Re: Advice',
    text: 'Gladly. Thursday?',
    at: '2026-11-05T15:10-05:00',
    ...mail,
    headers: { ...SIGNED, 'In-Reply-To': '<first@gmail.com>', ...mail.headers },
  })

const REFUSED = { is: 'refused', why: 'stranger' }

describe('mail that a program passes on', () => {
  it("is an answer when it is a contact's, is logged, and can be undone", async () => {
    const world = await annForwardsAll()
    expect(await (await arrives(world)).json()).toEqual({ is: 'handled', kind: 'answer', hasLetters: false })
    const letter = await world.morning('2026-11-06')
    expect(letter!.TextBody).toContain('Sofia Marsh, Ode. Answered yesterday, waiting for you.')
    expect(letter!.TextBody).toMatch(
      /Logged since .*Sofia Marsh \(email 1, answered; if not,\s+say "undo sofia"\)/s,
    )
    await world.answer(letter!, 'undo sofia', '2026-11-06T08:00-05:00')
    expect((await world.morning('2026-11-12'))!.TextBody).toContain(
      'Sofia Marsh, Ode. No answer logged to Tue 3 Nov.',
    )
  })

  it('is never read for commands', async () => {
    const world = await annForwardsAll()
    await arrives(world, { text: 'drop sofia\nstop' })
    expect((await world.morning('2026-11-06'))!.TextBody).toContain('Answered yesterday, waiting for you.')
  })

  it.each([
    ["anybody else's", { from: 'Eve <eve@shop.example>', headers: { 'In-Reply-To': '' } }],
    ["anybody else's in the thread", { from: 'Tom Lee <tom@ode.com>' }],
    [
      "a stranger's who takes the contact's name",
      { from: 'Sofia Marsh <s@x.example>', headers: { 'In-Reply-To': '' } },
    ],
    ['forged', { headers: { 'X-Spam-Tests': 'SPF_FAIL' } }],
    ['not vouched for', { headers: { 'X-Spam-Tests': 'DKIM_SIGNED' } }],
  ])('is dropped, and nothing of it stored, when it is %s', async (_, mail) => {
    const world = await annForwardsAll()
    const before = [await rows('mails'), await rows('events'), await rows('contacts')]
    expect(await (await arrives(world, mail as Partial<Mail>)).json()).toEqual(REFUSED)
    expect([await rows('mails'), await rows('events'), await rows('contacts')]).toEqual(before)
    expect(isSilent(await world.morning('2026-11-06'))).toBe(true)
  })

  it.each([
    { 'List-Unsubscribe': '<https://ode.com/u>' },
    { 'List-ID': '<news.ode.com>' },
    { Precedence: 'bulk' },
  ])("is no answer when it is a contact's newsletter: %o", async (headers) => {
    const world = await annForwardsAll()
    const response = await arrives(world, { headers: headers as unknown as Record<string, string> })
    expect(await response.json()).toEqual({ is: 'refused', why: 'automatic' })
  })

  it("is no answer when its subject is that of the contact's vacation, even without a header that says so", async () => {
    const world = await annForwardsAll()
    expect(await (await arrives(world, { subject: 'Automatic reply: Advice' })).json()).toEqual({
      is: 'refused',
      why: 'automatic',
    })
  })

  it("is an answer, and books nothing, when it is a contact's invitation", async () => {
    const world = await annForwardsAll()
    const at = '2026-11-05T15:10-05:00'
    const mail = world.webhook({
      from: 'Sofia Marsh <sofia@ode.com>',
      to: 'ann@gmail.com',
      subject: 'Invitation: Ann and Sofia',
      headers: SIGNED,
      at,
    })
    const calendar =
      'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@ode.com\r\nDTSTART:20261111T190000Z\r\nDTEND:20261111T200000Z\r\nORGANIZER:mailto:sofia@ode.com\r\nATTENDEE:mailto:ann@gmail.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
    mail.Attachments = [
      { Name: 'invite.ics', ContentType: 'text/calendar', Content: btoa(calendar), ContentLength: 1 },
    ]
    await world.post(mail, at)
    expect((await world.morning('2026-11-06'))!.TextBody).toContain('Answered yesterday, waiting for you.')
    expect((await world.morning('2026-11-10'))!.TextBody).not.toContain('Tomorrow 2:00 pm')
  })

  it("is an answer from the contact's other address, in the same thread and under the same name", async () => {
    const world = await annForwardsAll()
    await arrives(world, { from: 'Sofia MARSH (home) <sofia.marsh@gmail.com>' })
    const letter = await world.morning('2026-11-06')
    expect(letter!.TextBody).toContain('Sofia Marsh, Ode. Answered yesterday, waiting for you.')
    expect(letter!.TextBody).not.toContain('CHECK')
    // From then on it is hers, also without the thread.
    await world.bcc('sofia.marsh@gmail.com', '2026-11-06T10:00-05:00', { subject: 'Thursday' })
    expect(await rows('contacts')).toBe(1)
  })
})

describe("Gmail's question whether it may pass mail on", () => {
  const link = 'https://mail-settings.google.com/mail/vf-%5BANGjdJ8abcDEF_1-2%5D-xyZ'
  const asks = (world: World, mail: Partial<Mail> = {}) =>
    world.mail({
      from: 'Gmail Team <forwarding-noreply@google.com>',
      to: world.address,
      subject: '(#123456789) Gmail Forwarding Confirmation - Receive Mail from ann@gmail.com',
      text: `ann@gmail.com has requested to automatically forward mail to your email address ${world.address}.\nConfirmation code: 123456789\n\nTo allow ann@gmail.com to automatically forward mail to your address,\nplease click the link below to confirm the request:\n\n${link}\n\nTo cancel: https://mail-settings.google.com/mail/uf-%5BANGjdJ8abcDEF_1-2%5D-xyZ\n`,
      at: '2026-11-03T11:00-05:00',
      ...mail,
      headers: { ...SIGNED, ...mail.headers },
    })

  it('reaches the user as a letter, once', async () => {
    const world = new World()
    await world.join()
    await asks(world, { id: 'ask-1@google.com' })
    const letters = world.postmark.take()
    expect(letters.map(({ To }) => To)).toEqual(['ann@gmail.com'])
    expect(letters[0]!.TextBody).toContain('the code 123456789')
    expect(letters[0]!.TextBody).toContain(link)
    expect(letters[0]!.TextBody).not.toContain('uf-')
    await asks(world, { id: 'ask-1@google.com' })
    await asks(world, { id: 'ask-2@google.com' })
    expect(world.postmark.take()).toEqual([])
  })

  it.each([
    ['a link elsewhere', { text: 'https://evil.example/mail/vf-abcdefghijklmnop' }],
    ['a link beside', { text: 'https://mail.google.com.evil.example/mail/vf-abcdefghijklmnop' }],
  ])('passes on no %s', async (_, mail) => {
    const world = new World()
    await world.join()
    await asks(world, mail)
    expect(world.postmark.take()[0]!.TextBody).not.toContain('evil')
  })

  it.each([
    ['forged', { headers: { 'X-Spam-Tests': 'SPF_FAIL' } }],
    ['without a code', { subject: 'Hello' }],
    ['of somebody else', { from: 'Gmail Team <forwarding-noreply@google.com.example>' }],
  ])('is dropped when it is %s', async (_, mail) => {
    const world = new World()
    await world.join()
    expect(await (await asks(world, mail as Partial<Mail>)).json()).toMatchObject({ is: 'refused' })
    expect(world.postmark.take()).toEqual([])
  })
})
