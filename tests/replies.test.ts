import { describe, expect, it } from 'vitest'
import { rendered } from './letters/layout/example.ts'
import type { Sent } from './support/post.ts'
import { header, numberOf, World } from './support/world.ts'

/** Ann on Thu 12 Nov, with Grace and Marcus due for their second email. */
async function thursday(): Promise<{ world: World; letter: Sent }> {
  const world = new World()
  await world.join()
  await world.bcc('Grace Kim <grace@acme.com>', '2026-11-03T10:00-05:00')
  await world.bcc('Marcus Hale <marcus@northwind.com>', '2026-11-03T11:00-05:00')
  return { world, letter: (await world.morning('2026-11-12'))! }
}

const EIGHT = '2026-11-12T08:00-05:00'

/** Answers the letter and gives the receipt's text. */
async function reply(world: World, letter: Sent, text: string, at = EIGHT): Promise<string> {
  world.postmark.take()
  await world.answer(letter, text, at)
  const letters = world.postmark.take()
  if (letters.length > 1) throw new Error('more than one receipt')
  return letters[0]?.TextBody ?? ''
}

const namesOn = async (world: World, on: string): Promise<string[]> =>
  [...((await world.morning(on))?.TextBody ?? '').matchAll(/^ *\d+ {2}(?:Call )?([A-Z]\w+ [A-Z]\w+)/gm)].map(
    ([, name]) => name!,
  )

describe('a reply', () => {
  it('snoozes: "snooze 4d" on Thu 12 Nov brings the line back on Mon 16 Nov', async () => {
    const { world, letter } = await thursday()
    const receipt = await reply(world, letter, `${numberOf(letter, 'Grace Kim')} snooze 4d`)
    expect(receipt).toContain('Grace Kim: snoozed to Mon 16 Nov.')
    expect(await namesOn(world, '2026-11-13')).toEqual(['Marcus Hale'])
    expect(await namesOn(world, '2026-11-16')).toEqual(['Grace Kim', 'Marcus Hale'])
  })

  it('counts a second email, so that the next is a call three business days on', async () => {
    const { world, letter } = await thursday()
    await reply(
      world,
      letter,
      `${numberOf(letter, 'Grace Kim')} snooze 4d, drop ${numberOf(letter, 'Marcus Hale')}`,
    )
    await world.bcc('Grace Kim <grace@acme.com>', '2026-11-16T10:00-05:00')
    for (const day of ['17', '18']) expect(await world.morning(`2026-11-${day}`)).toBeUndefined()
    const call = await world.morning('2026-11-19')
    expect(call!.TextBody).toContain(
      'Call Grace Kim, Acme. Emails 3 and 16 Nov. Attempt 3 of 5; best 8 to 9 or',
    )
  })

  it.each([
    ['1 sent', /email sent/, []],
    ['grace answered', /Grace Kim: answered/, ['Grace Kim']],
    ['1 called, left voicemail', /Grace Kim: called, left a voicemail/, []],
    ['1 spoke, meeting fri 3pm', /Fri 13 Nov/, ['Grace Kim']],
    ['1 met yesterday', /Grace Kim: met Wed 11 Nov/, ['Grace Kim']],
    ['1 drop', /Grace Kim: dropped/, []],
    ['note 1: likes sailing', /Noted for Grace Kim: "likes sailing"\./, ['Grace Kim']],
    ['1 snooze next week', /snoozed to Mon 16 Nov/, []],
    ['1 said no', /Grace Kim: declined/, ['Grace Kim']],
    ['1 said try again in feb', /Mon 1 Feb/, []],
    ['1 bounced', /Grace Kim: bounced/, ['Grace Kim']],
  ])('does "%s"', async (text, said, tomorrow) => {
    const { world, letter } = await thursday()
    expect(await reply(world, letter, `${text}\n2 drop`)).toMatch(said)
    expect(await namesOn(world, '2026-11-13')).toEqual(tomorrow)
  })

  it('does what was typed, where Outlook quotes the words to tap without any mark', async () => {
    const { world, letter } = await thursday()
    const block =
      'From: Reachback <letters@in.example.com>\nSent: Thursday, November 12, 2026 7:30 AM\nTo: Ann\n'
    const quote = rendered(letter.HtmlBody!).replace(
      'Draft · ',
      'Draft\n<mailto:grace@acme.com?bcc=reach> ·\n',
    )
    const typed = quote.replace(/^(.*attempt 2 of 5\..*)$/m, '$1\nsnooze 5d')
    world.postmark.take()
    await world.answer(letter, '', EIGHT, { text: `2 snooze 4d\n\n${block}Subject: Thu 12 Nov\n\n${typed}` })
    const receipt = world.postmark.take()[0]!.TextBody
    expect(receipt).toMatch(/^Done\.\n/)
    expect(receipt).toContain('Grace Kim: snoozed to Tue 17 Nov.')
    expect(receipt).toContain('Marcus Hale: snoozed to Mon 16 Nov.')
  })

  it('does what it understands, and quotes the rest back', async () => {
    const { world, letter } = await thursday()
    const receipt = await reply(world, letter, '1 snooze 3d\n7 called\n2 blorp')
    expect(receipt).toMatch(/^Done, but for two lines\./)
    expect(receipt).toContain('Grace Kim: snoozed to Mon 16 Nov.')
    expect(receipt).toMatch(/no 7 in Thursday's digest/)
    expect(receipt).toContain('blorp')
    expect(await namesOn(world, '2026-11-13')).toEqual(['Marcus Hale'])
  })

  it('answers in the thread, automatic and threaded', async () => {
    const { world, letter } = await thursday()
    world.postmark.take()
    await world.answer(letter, '1 sent', EIGHT, { id: 'reply@gmail.com' })
    const [receipt] = world.postmark.take()
    expect(receipt!.Subject).toBe(`Re: ${letter.Subject}`)
    expect(header(receipt!, 'In-Reply-To')).toBe('<reply@gmail.com>')
    expect(header(receipt!, 'Auto-Submitted')).toBe('auto-replied')
    expect(receipt!.ReplyTo).toBe(letter.ReplyTo)
  })

  it('never takes quoted text for a command', async () => {
    const { world, letter } = await thursday()
    expect(await reply(world, letter, 'Thanks!')).toBe('')
    const quoted = '\n> 1 drop\n> 2 drop\n'
    await world.mail({ to: letter.ReplyTo, rcpt: letter.ReplyTo, text: `ok will do\n${quoted}`, at: EIGHT })
    expect(world.postmark.take()).toEqual([])
    expect(await namesOn(world, '2026-11-13')).toEqual(['Grace Kim', 'Marcus Hale'])
  })

  it('takes an answer between the quoted lines as one to the line above it', async () => {
    const { world, letter } = await thursday()
    const quote = letter.TextBody.split('\n').map((line) => `> ${line}`)
    const below = quote.findIndex((line) => line.includes('Marcus Hale')) + 2
    quote.splice(below, 0, 'answered')
    await world.mail({
      to: letter.ReplyTo,
      rcpt: letter.ReplyTo,
      subject: `Re: ${letter.Subject}`,
      text: `On Thu, Nov 12, 2026 Reachback wrote:\n${quote.join('\n')}\n`,
      at: EIGHT,
    })
    expect(world.postmark.take()[0]!.TextBody).toContain('Marcus Hale: answered')
  })

  it('is undone by "undo", and the one before it by another', async () => {
    const { world, letter } = await thursday()
    await reply(world, letter, '1 drop')
    await reply(world, letter, '2 drop', '2026-11-12T08:05-05:00')
    expect(await reply(world, letter, 'undo', '2026-11-12T08:10-05:00')).toContain('taken back')
    expect(await namesOn(world, '2026-11-13')).toEqual(['Marcus Hale'])
    expect(await reply(world, letter, 'undo', '2026-11-13T08:10-05:00')).toContain('taken back')
    expect(await namesOn(world, '2026-11-16')).toEqual(['Grace Kim', 'Marcus Hale'])
    expect(await reply(world, letter, 'undo', '2026-11-16T08:10-05:00')).toContain(
      'nothing of the last two weeks to undo',
    )
  })

  it('is put right by "oops 2 not 1"', async () => {
    const { world, letter } = await thursday()
    await reply(world, letter, '1 drop')
    await reply(world, letter, 'oops 2 not 1', '2026-11-12T08:05-05:00')
    expect(await namesOn(world, '2026-11-13')).toEqual(['Grace Kim'])
  })

  it("uses the numbers of the digest that it answers, not today's", async () => {
    const { world, letter } = await thursday()
    await reply(world, letter, '1 drop')
    const friday = await world.morning('2026-11-13')
    expect(numberOf(friday, 'Marcus Hale')).toBe(1)
    expect(await reply(world, letter, '2 sent', '2026-11-13T08:00-05:00')).toContain(
      'Marcus Hale: email sent',
    )
  })

  it('says so when a line is done already', async () => {
    const { world, letter } = await thursday()
    await reply(world, letter, '1 sent')
    expect(await reply(world, letter, '1 sent', '2026-11-13T09:00-05:00')).toMatch(/already/)
  })

  it('from somebody else runs nothing', async () => {
    const { world, letter } = await thursday()
    await world.answer(letter, 'drop all', EIGHT, { from: 'Grace Kim <grace@acme.com>' })
    expect(world.postmark.take()).toEqual([])
    expect(await namesOn(world, '2026-11-13')).toEqual(['Grace Kim', 'Marcus Hale'])
  })
})

describe('an answer inside of the quote', () => {
  const ATTRIBUTION = 'On Thu, Nov 12, 2026 at 7:30 AM Reachback <letters@in.example.com> wrote:'
  const marked = (text: string): string => text.replace(/^/gm, '> ')
  /** The letter with something typed behind its line about somebody. */
  const typedUnder = (letter: Sent, name: string, text: string): string => {
    const lines = letter.TextBody.split('\n')
    lines.splice(lines.findIndex((line) => line.includes(name)) + 2, 0, text)
    return lines.join('\n')
  }
  const says = async (world: World, letter: Sent, text: string, html = ''): Promise<string> => {
    world.postmark.take()
    await world.answer(letter, '', EIGHT, { text, html })
    return (world.postmark.take()[0]?.TextBody ?? '').replace(/\s+/g, ' ')
  }
  const TOLD =
    '"answered" under 2 stands inside the quote, which is not read. Answer above it, as in "2 answered".'

  it('is not done, and its writer is told', async () => {
    const { world, letter } = await thursday()
    const quote = marked(typedUnder(letter, 'Marcus Hale', 'answered'))
    expect(await says(world, letter, `${ATTRIBUTION}\n\n${quote}`)).toContain(
      `Nothing was changed. NOT DONE ${TOLD}`,
    )
    expect(await says(world, letter, `1 drop\n\n${ATTRIBUTION}\n\n${quote}`)).toContain(TOLD)
    expect(await namesOn(world, '2026-11-13')).toEqual(['Marcus Hale'])
  })

  it.each([
    [
      'in its table',
      `<div dir="ltr" class="gmail_attr">${ATTRIBUTION}</div><blockquote class="gmail_quote">`,
    ],
    ['below the attribution, which stands in it too', `<blockquote type="cite"><div>${ATTRIBUTION}</div>`],
  ])('is seen in HTML alone: %s', async (_, start) => {
    const { world, letter } = await thursday()
    const body = letter.HtmlBody!.replace(
      /(Marcus Hale.*?)<\/td>/s,
      '$1<div style="color:#5a5e63">answered</div></td>',
    )
    expect(await says(world, letter, '', `<div><br></div>${start}${body}</blockquote>`)).toContain(TOLD)
  })

  it.each([
    ['as it was', (text: string) => marked(text)],
    ['wrapped again', (text: string) => marked(text.replace(/(.{30,50}) /g, '$1\n'))],
    ['translated', (text: string) => marked(text.replace(/No answer logged to.*/g, 'Keine Antwort bis'))],
    [
      "the user's first answer",
      (text: string) => `> 1 drop\n>\n> ${ATTRIBUTION}\n>\n${marked(marked(text))}`,
    ],
    [
      'the same, on one level',
      (text: string) => `> 1 drop\n> ${ATTRIBUTION}\n>\n${marked(`${text}\n2 drop`)}`,
    ],
    ['with thanks inside', (text: string) => marked(text.replace(/\n 2 {2}/, '\nok, thanks!$&'))],
  ])('is none where the quote is %s', async (_, quote) => {
    const { world, letter } = await thursday()
    expect(await says(world, letter, `Thanks!\n\n${ATTRIBUTION}\n\n${quote(letter.TextBody)}`)).toBe('')
  })
})

describe('a mail to the private address alone', () => {
  it('names people by name or address', async () => {
    const { world } = await thursday()
    await world.note('drop marcus', EIGHT)
    await world.note('snooze grace@acme.com 1 week', '2026-11-12T08:05-05:00')
    expect(await namesOn(world, '2026-11-13')).toEqual([])
    expect(await namesOn(world, '2026-11-19')).toEqual(['Grace Kim'])
  })

  it('adds somebody who was written to elsewhere', async () => {
    const world = new World()
    await world.join()
    await world.note('emailed priya@acme.com on 3 nov', '2026-11-05T08:00-05:00')
    expect(world.postmark.take().at(-1)!.TextBody).toContain('Priya')
    expect((await world.morning('2026-11-12'))!.TextBody).toContain(
      'Priya, Acme. No answer logged to Tue 3 Nov.',
    )
  })

  it('pauses and resumes', async () => {
    const { world } = await thursday()
    await world.note('pause until nov 18', EIGHT)
    for (const day of ['13', '16', '17']) expect(await world.morning(`2026-11-${day}`)).toBeUndefined()
    expect(await namesOn(world, '2026-11-18')).toEqual(['Grace Kim', 'Marcus Hale'])
    await world.note('pause 2w', '2026-11-18T08:00-05:00')
    expect(await world.morning('2026-11-19')).toBeUndefined()
    await world.note('resume', '2026-11-19T08:00-05:00')
    expect(await namesOn(world, '2026-11-20')).toEqual(['Grace Kim', 'Marcus Hale'])
  })

  it('moves the digest by "digest at 6:45" and "tz london"', async () => {
    const { world } = await thursday()
    await world.note('digest at 6:45', EIGHT)
    expect(await world.tick('2026-11-13T06:30-05:00')).toEqual([])
    expect(await world.tick('2026-11-13T06:45-05:00')).toHaveLength(1)
    await world.note('tz london', '2026-11-13T08:00-05:00')
    expect(await world.tick('2026-11-16T06:30Z')).toEqual([])
    expect(await world.tick('2026-11-16T06:45Z')).toHaveLength(1)
  })

  it('stops everything by "stop", and goes on by "resume"', async () => {
    const { world } = await thursday()
    await world.note('stop', EIGHT)
    expect(await world.morning('2026-11-13')).toBeUndefined()
    await world.note('resume', '2026-11-13T08:00-05:00')
    expect(await namesOn(world, '2026-11-16')).toEqual(['Grace Kim', 'Marcus Hale'])
  })

  it('answers "help", "list" and "history"', async () => {
    const { world } = await thursday()
    await world.note('help', EIGHT)
    expect(world.postmark.take()[0]!.TextBody).toMatch(/snooze 3d/)
    await world.note('list', EIGHT)
    expect(world.postmark.take()[0]!.TextBody).toContain(
      'Trying (2): Grace Kim, Acme; Marcus Hale, Northwind.',
    )
    await world.note('history grace', EIGHT)
    expect(world.postmark.take()[0]!.TextBody).toContain('Tue 3 Nov: email "Advice".')
  })
})
