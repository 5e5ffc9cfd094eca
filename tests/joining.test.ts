import { describe, expect, it } from 'vitest'
import { header, OPEN, World } from './support/world.ts'

describe('joining', () => {
  it('sends a welcome with the private address, as a card too, and asks two questions', async () => {
    const world = new World()
    const letter = await world.join()
    expect(letter.To).toBe('ann@gmail.com')
    expect(letter.TextBody).toContain(world.address)
    expect(letter.HtmlBody).toContain(world.address)
    expect(letter.TextBody).toMatch(/time zone: I took New York time/)
    expect(letter.TextBody).toMatch(/What are you looking for\?/)
    const card = letter.Attachments[0]!
    expect(card.ContentType).toMatch(/^text\/vcard/)
    expect(atob(card.Content)).toContain(`:${world.address}\r\n`)
    expect(header(letter, 'Auto-Submitted')).toBe('auto-replied')
  })

  it('happens once, however often the mail comes', async () => {
    const world = new World()
    const mail = world.webhook({ to: OPEN, rcpt: OPEN, at: '2026-11-03T09:00-05:00' })
    await Promise.all(Array.from({ length: 5 }, () => world.post(mail, '2026-11-03T09:00-05:00')))
    expect(world.postmark.take()).toHaveLength(1)
  })

  it('takes anybody of a domain that is allowed', async () => {
    const world = new World()
    expect((await world.join('2026-11-03T09:00-05:00', 'Bo <bo@university.edu>')).To).toBe(
      'bo@university.edu',
    )
  })

  it('guesses the zone from the Date', async () => {
    const world = new World()
    expect((await world.join('2026-11-03T09:00+01:00')).TextBody).toContain('Berlin time')
  })

  it('says that the zone is a guess where the Date is in UTC, unless the address is of the UK', async () => {
    const letter = await new World().join('2026-07-07T09:00+00:00')
    expect(letter.TextBody.replace(/\s+/g, ' ')).toContain(
      'Your time zone: your mail program writes its times in UTC, so this is a guess. I took London time',
    )
  })

  it('takes the zone and the target by an answer to the welcome', async () => {
    const world = new World()
    const welcome = await world.join()
    await world.answer(welcome, 'tz chicago\ntarget: product roles in climate tech', '2026-11-03T09:05-05:00')
    const [receipt] = world.postmark.take()
    expect(receipt!.TextBody).toMatch(/^Done\./)
    await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-06:00')
    world.postmark.take()
    expect(await world.tick('2026-11-12T07:30-05:00')).toEqual([])
    const [letter] = await world.tick('2026-11-12T07:30-06:00')
    expect(letter!.TextBody).toContain('Grace Kim')
  })

  it('logs the outreach too, when the open address is in BCC of the very first mail', async () => {
    const world = new World()
    await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00', { rcpt: OPEN })
    expect(
      world.postmark
        .take()
        .map(({ Subject }) => Subject)
        .sort(),
    ).toEqual(['Logged: Grace Kim', 'Your private address'])
    expect((await world.morning('2026-11-12'))!.TextBody).toContain('Grace Kim')
  })

  it('takes mail BCCd to the open address from a user', async () => {
    const world = new World()
    await world.join()
    await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00', { rcpt: OPEN })
    expect((await world.morning('2026-11-12'))!.TextBody).toContain('Grace Kim')
  })
})
