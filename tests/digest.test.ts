import { describe, expect, it } from 'vitest'
import type { Sent } from './support/post.ts'
import { header, isSilent, World } from './support/world.ts'

async function withGrace(at = '2026-11-03T10:00-05:00', joined = '2026-11-03T09:00-05:00'): Promise<World> {
  const world = new World()
  await world.join(joined)
  await world.bcc('Grace Kim <grace@acme.com>', at)
  return world
}

describe('the hour of the digest', () => {
  it.each([
    ['before daylight saving begins', '2026-02-24T10:00-05:00', '2026-03-05T07:30-05:00'],
    ['after it began', '2026-03-02T10:00-05:00', '2026-03-11T07:30-04:00'],
    ['before it ends', '2026-10-20T10:00-04:00', '2026-10-29T07:30-04:00'],
    ['after it ended', '2026-10-27T10:00-04:00', '2026-11-05T07:30-05:00'],
  ])('is 7:30 in New York %s', async (_, sent, due) => {
    const world = await withGrace(sent, sent)
    const before = new Date(Date.parse(due) - 15 * 60_000).toISOString()
    expect(await world.tick(before)).toEqual([])
    expect(await world.tick(due)).toHaveLength(1)
  })

  it('is kept by a tick that comes late', async () => {
    const world = await withGrace()
    expect(await world.tick('2026-11-12T11:00-05:00')).toHaveLength(1)
    expect(await world.tick('2026-11-12T11:15-05:00')).toEqual([])
  })

  it('waits for the morning where a whole day was missed', async () => {
    const world = await withGrace()
    expect(await world.tick('2026-11-13T00:15-05:00')).toEqual([])
    const [letter] = await world.tick('2026-11-13T07:30-05:00')
    expect(letter!.Subject).toMatch(/^Fri 13 Nov: /)
  })

  it('comes once a day, whatever ticks', async () => {
    const world = await withGrace()
    await world.morning('2026-11-12')
    for (const time of ['07:30', '07:45', '12:00', '23:45'])
      expect(await world.tick(`2026-11-12T${time}-05:00`)).toEqual([])
  })

  it('is no hour of a weekend or a holiday', async () => {
    const world = await withGrace('2026-11-17T10:00-05:00')
    // The attempt is due on Mon 30 Nov: Thanksgiving and the day after are no business days.
    expect(isSilent(await world.morning('2026-11-25'))).toBe(true)
    for (const day of ['26', '27', '28', '29']) expect(await world.morning(`2026-11-${day}`)).toBeUndefined()
    expect(await world.morning('2026-11-30')).toBeDefined()
  })
})

describe('what the digest says', () => {
  /** A morning with something in most sections: Tue 17 Nov 2026. */
  async function tuesday(): Promise<{ world: World; letter: Sent }> {
    const world = new World()
    await world.join()
    await world.note('name: Ann Lee\ntarget: product design in Boston', '2026-11-03T09:10-05:00')
    await world.bcc('Marcus Hale <marcus@northwind.com>', '2026-11-03T10:00-05:00')
    await world.note('number for marcus 617 555 0142', '2026-11-03T10:05-05:00')
    await world.bcc('Grace Kim <grace@acme.com>', '2026-11-06T10:00-05:00')
    await world.bcc('Dev Patel <dev@halden.com>', '2026-11-06T11:00-05:00')
    await world.bcc('Sofia Marsh <sofia@ode.com>', '2026-11-06T12:00-05:00')
    await world.bcc('Tom Lee <tom@brightline.com>', '2026-11-06T13:00-05:00')
    await world.bcc('Marcus Hale <marcus@northwind.com>', '2026-11-12T10:00-05:00')
    await world.note('tom booked tue 2pm, by phone', '2026-11-12T10:05-05:00')
    await world.note('met dev today', '2026-11-16T16:00-05:00')
    await world.note('sofia answered', '2026-11-16T16:05-05:00')
    return { world, letter: (await world.morning('2026-11-17'))! }
  }

  it('has the sections of the practice in their order, one number through all', async () => {
    const { letter } = await tuesday()
    expect(letter.Subject).toBe('Tue 17 Nov: Tom Lee 2 pm, thank Dev, answer Sofia')
    expect(letter.Subject.length).toBeLessThanOrEqual(60)
    expect(letter.TextBody).toBe(
      [
        'Tom Lee at 2 pm, one thank-you, one answer, two follow-ups. About 15 minutes.',
        '',
        'MEETINGS',
        ' 1  Tom Lee, Brightline. Today 2:00 pm by phone.',
        '',
        'THANK',
        ' 2  Dev Patel, Halden. You met yesterday.',
        '',
        'ANSWER',
        ' 3  Sofia Marsh, Ode. Answered yesterday, waiting for you.',
        '',
        'FOLLOW UP',
        ' 4  Grace Kim, Acme. No answer logged to Fri 6 Nov. Email 2 of 3,',
        '    attempt 2 of 5.',
        ' 5  Call Marcus Hale, Northwind, 617 555 0142. Emails 3 and 12 Nov.',
        '    Attempt 3 of 5; best 8 to 9 or after 4.',
        '',
        'AGENDA: Tom Lee, Brightline. Today 2:00 pm, phone',
        '  You wrote 6 Nov; goal not set: reply "1 goal ...".',
        "  Read first: Brightline news, Tom's page, your email of 6 Nov.",
        '  1 What has changed most in this work in the last year or two?   (trend)',
        '  2 What surprised you about doing it at Brightline?              (insight)',
        '  3 In my place, what would you do now to be hired for it?        (advice)',
        '  4 What should I read, join or learn first?                      (resources)',
        '  5 Which projects or skills will matter most next year?         (assignments)',
        '  Last 5 minutes: who else should I speak with, and may I use your name?',
        '  Advice, not a job. Let Tom finish. If cut to 15 minutes: 3, then the last.',
        '',
        'Logged since Tue 3 Nov: Marcus Hale (email 1, email 2), Grace Kim (email 1),',
        'Dev Patel (email 1, met), Sofia Marsh (email 1, answered), Tom Lee (email 1,',
        'meeting).',
        '',
        'Reply like: "2 thanked", "3 replied", "4 snooze 3d", "drop 5". Or "help".',
        'Pause: "pause 2w".  Stop: "stop".',
        '',
      ].join('\n'),
    )
  })

  it('offers drafts that log themselves and gestures that answer it, three a line at most', async () => {
    const { world, letter } = await tuesday()
    const hrefs = [...letter.HtmlBody.matchAll(/<a href="([^"]+)"/g)].map(([, href]) =>
      href!.replaceAll('&amp;', '&'),
    )
    const draft = hrefs.find((href) => href.startsWith('mailto:grace@acme.com'))!
    const parts = new URL(draft).searchParams
    expect(parts.get('bcc')).toBe(world.address)
    expect(parts.get('subject')).toBe('Re: Advice')
    expect(parts.get('body')).toContain('Hi Grace,')
    expect(parts.get('body')).toContain('Ann Lee')
    expect(letter.HtmlBody).toMatch(/<a href="https:\/\/reachback\.example\.com\/l\/[\w.-]+">Snooze<\/a>/)
    // A page cannot ask for more words: such a gesture is a mail that can be added to.
    const called = hrefs.find((href) => /^mailto:reach.*called%20no%20answer/.test(href))!
    expect(decodeURIComponent(new URL(called).pathname)).toBe(letter.ReplyTo)
    for (const row of letter.HtmlBody.split('<tr>').slice(1))
      expect(row.split('</table>')[0]!.split('<a ').length - 1).toBeLessThanOrEqual(3)
  })

  it('is automatic, can be stopped by one click, and is answered at its own address', async () => {
    const { world, letter } = await tuesday()
    expect(header(letter, 'Auto-Submitted')).toBe('auto-generated')
    expect(header(letter, 'List-Unsubscribe')).toMatch(/^<https:\/\/.*\/u\/.*>, <mailto:/)
    expect(header(letter, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(letter.ReplyTo).toMatch(/^reach\+d\.[a-z0-9]{25}@in\.example\.com$/)
    expect(letter.ReplyTo).not.toBe(world.address)
  })

  it('is readable light and dark, on a phone, and small', async () => {
    const { letter } = await tuesday()
    expect(letter.HtmlBody).toContain('name="color-scheme" content="light dark"')
    expect(letter.HtmlBody).toContain('max-width:36em')
    expect(letter.HtmlBody.length).toBeLessThan(60_000)
    expect(letter.HtmlBody).not.toMatch(/<img|<script/)
    for (const line of letter.TextBody.split('\n')) expect(line.length).toBeLessThanOrEqual(78)
  })

  it('escapes what a name or a company holds', async () => {
    const world = new World()
    await world.join()
    await world.bcc('"<img src=x onerror=alert(1)>" <evil@acme.com>', '2026-11-03T10:00-05:00')
    const letter = await world.morning('2026-11-12')
    expect(letter!.HtmlBody).not.toContain('<img')
  })

  it('folds a line that was shown three times, and does not get louder', async () => {
    const world = await withGrace()
    for (const day of ['12', '13', '16'])
      expect((await world.morning(`2026-11-${day}`))!.TextBody).toContain(' 1  Grace Kim')
    await world.note('list', '2026-11-16T10:00-05:00')
    const fourth = await world.morning('2026-11-17')
    expect(fourth!.TextBody).not.toContain(' 1  Grace Kim')
    expect(fourth!.TextBody).toContain('Also waiting (1): Grace Kim.')
    await world.answer(fourth!, 'grace answered', '2026-11-17T08:00-05:00')
    expect((await world.morning('2026-11-18'))!.TextBody).toContain(' 1  Grace Kim, Acme. Answered yesterday')
  })

  it('folds a talk that fell silent, too', async () => {
    const world = await withGrace()
    await world.note('grace answered\nanswered grace', '2026-11-04T10:00-05:00')
    for (const day of ['09', '10', '11'])
      expect((await world.morning(`2026-11-${day}`))!.TextBody).toContain(' 1  Grace')
    expect((await world.morning('2026-11-12'))!.TextBody).toContain(
      'Also waiting (1): Grace Kim. Answer by name.',
    )
  })

  it('comes to its end: the closing line, then silence', async () => {
    const world = await withGrace()
    for (const on of ['2026-11-12', '2026-12-02'])
      await world.bcc('Grace Kim <grace@acme.com>', `${on}T09:00-05:00`)
    await world.note('called grace no answer', '2026-12-02T10:00-05:00')
    await world.note('called grace on dec 3, voicemail', '2026-12-03T10:00-05:00')
    expect(await world.morning('2026-12-09')).toBeUndefined()
    const last = await world.morning('2026-12-10')
    expect(last!.TextBody).toContain('Grace Kim, Acme. Five attempts, no answer logged. Moving on tomorrow')
    for (const day of ['11', '14', '15', '16'])
      expect(isSilent(await world.morning(`2026-12-${day}`))).toBe(true)
  })

  it('gives one more attempt to whom the user keeps', async () => {
    const world = await withGrace()
    for (const on of ['2026-11-12', '2026-12-02'])
      await world.bcc('Grace Kim <grace@acme.com>', `${on}T09:00-05:00`)
    await world.note('called grace no answer', '2026-12-02T10:00-05:00')
    await world.note('called grace on dec 3, voicemail', '2026-12-03T10:00-05:00')
    const last = await world.morning('2026-12-10')
    await world.answer(last!, 'keep 1', '2026-12-10T08:00-05:00')
    expect((await world.morning('2026-12-11'))!.TextBody).toMatch(
      /Grace Kim, Acme\.[\s\S]*One more, as you asked/,
    )
  })
})
