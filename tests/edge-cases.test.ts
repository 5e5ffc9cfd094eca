import { describe, expect, it } from 'vitest'
import { type Mail, numberOf, World } from './support/world.ts'

// A test for every row of practice 2.6. Days are of November 2026; Tue 3 is the first.

const at = (day: string, hour = '10:00'): string => `2026-11-${day}T${hour}-05:00`

async function ann(): Promise<World> {
  const world = new World()
  await world.join()
  return world
}

/** Ann, who wrote to Sofia on Tue 3. */
async function annWroteToSofia(): Promise<World> {
  const world = await ann()
  await world.bcc('Sofia Marsh <sofia@ode.com>', at('03'), { id: 'first@gmail.com' })
  return world
}

/** The numbered lines of a morning, each as one line without its number; none where no letter came. */
async function linesOn(world: World, on: string): Promise<string[]> {
  const letter = await world.morning(on.length > 2 ? on : `2026-11-${on}`)
  const lines = letter?.TextBody.match(/^ *\d+ {2}.*(?:\n {4}.*)*/gm) ?? []
  return lines.map((line) => line.replace(/\s+/g, ' ').replace(/^ ?\d+ /, ''))
}

const textOn = async (world: World, on: string): Promise<string> =>
  ((await world.morning(`2026-11-${on}`))?.TextBody ?? '').replace(/\s+/g, ' ')

const wrote = (who: string, text = 'Gladly.'): string =>
  `On Thu, Nov 5, 2026 at 4:00 PM ${who} wrote:\n> ${text}\n`

const forwarded = (from: string, to: string, text: string, subject = 'Re: Advice'): string =>
  `\n---------- Forwarded message ---------\nFrom: ${from}\nDate: Thu, Nov 5, 2026 at 3:10 PM\nSubject: ${subject}\nTo: ${to}\n\n\n${text}\n`

const forward = (world: World, text: string, when: string, more: Partial<Mail> = {}) =>
  world.note(text, when, { subject: 'Fwd: Re: Advice', ...more })

/** Commands to the private address, and the receipt. */
async function say(world: World, text: string, when: string): Promise<string> {
  world.postmark.take()
  await world.note(text, when)
  return world.postmark.take().at(-1)?.TextBody ?? ''
}

/** A mail in a thread with Sofia that answers hers, which nobody showed us. */
const inThread = (text: string, more: Partial<Mail> = {}): Partial<Mail> => ({
  subject: 'Re: Advice',
  text,
  headers: { 'In-Reply-To': '<hers@ode.com>', References: '<first@gmail.com> <hers@ode.com>' },
  ...more,
})

describe('several people in one mail', () => {
  it('2 to 4 people in To: one attempt each, one line; one answers, the others are covered', async () => {
    const world = await ann()
    await world.bcc('Sofia Marsh <sofia@ode.com>, Jo Beck <jo@ode.com>, Max Orr <max@ode.com>', at('03'))
    await say(world, 'sofia answered', at('05'))
    expect(await textOn(world, '06')).toContain('Sofia answered for Ode; Jo and Max are off your list.')
    expect((await linesOn(world, '12')).filter((line) => !line.startsWith('Sofia'))).toEqual([])
    await say(world, 'keep jo', at('12'))
    expect((await linesOn(world, '13')).join()).toContain('Jo Beck, Ode. No answer logged to Tue 3 Nov.')
  })

  it('one in To, others in Cc: an attempt, a touch, and somebody remembered without timers', async () => {
    const world = await annWroteToSofia()
    await world.bcc('Grace Kim <grace@acme.com>', at('04'), {
      cc: 'Sofia Marsh <sofia@ode.com>, Tom Lee <tom@x.example>',
    })
    const lines = (await linesOn(world, '13')).join('\n')
    expect(lines).toContain('Grace Kim')
    expect(lines).not.toContain('Tom Lee')
    expect(await say(world, 'list', at('13'))).toContain('Remembered from a Cc (1): Tom Lee')
  })

  it('5 or more recipients: an announcement, no timers, asked about once', async () => {
    const world = await ann()
    await world.bcc('ada@x.com, bea@x.com, cid@x.com, dan@x.com, eve@x.com', at('03'), { subject: 'Moved' })
    expect(await textOn(world, '04')).toContain('"Moved", went to 5 people')
    expect((await linesOn(world, '12')).join()).not.toContain('attempt 2')
  })

  it('blind copies to others are invisible: who is in no header is nobody that is logged', async () => {
    const world = await ann()
    await world.bcc('Ann Lee <ann@gmail.com>', at('03'), { subject: 'News of me' })
    expect(await textOn(world, '04')).toContain('"News of me", shows no recipient')
  })
})

describe('who it is', () => {
  it("an assistant's answer that is forwarded is the contact's, and mail to the assistant counts for the contact", async () => {
    const world = await annWroteToSofia()
    const text = forwarded('Pat Doe <pat@ode.com>', 'ann@gmail.com', 'Sofia Marsh asked me to find a time.')
    await forward(world, text, at('05'))
    expect(await linesOn(world, '06')).toEqual(['Sofia Marsh, Ode. Answered yesterday, waiting for you.'])
    await world.bcc('Pat Doe <pat@ode.com>', at('06'))
    expect((await linesOn(world, '11')).join()).toContain(
      'Sofia Marsh, Ode. You wrote Fri 6 Nov about a time',
    )
    expect(await say(world, 'history sofia', at('11'))).toContain('assistant: Pat Doe, pat@ode.com')
  })

  it("an assistant's answer that the user answers in the thread is the contact's", async () => {
    const world = await annWroteToSofia()
    await world.bcc('Pat Doe <pat@ode.com>', at('06'), inThread(`Yes.\n\n${wrote('Pat Doe <pat@ode.com>')}`))
    expect(await linesOn(world, '12')).toEqual([
      expect.stringMatching(/^Sofia Marsh, Ode\. You answered them Fri 6 Nov, no meeting logged\./),
    ])
  })

  it('a reply from another own address is held, and "Is x@y yours?" asked once', async () => {
    const world = await annWroteToSofia()
    const letter = await world.morning('2026-11-12')
    world.postmark.take()
    for (let i = 0; i < 2; i++)
      await world.answer(letter!, '1 drop', '2026-11-12T08:00-05:00', {
        from: 'Ann Lee <ann@work.com>',
        headers: { 'X-Spam-Tests': 'DKIM_VALID_AU' },
      })
    expect(world.postmark.take().map(({ Subject }) => Subject)).toEqual(['Is ann@work.com yours?'])
    expect((await linesOn(world, '13')).join()).toContain('Sofia Marsh')
  })

  it('a contact at a new address in the same thread is the same contact', async () => {
    const world = await annWroteToSofia()
    const headers = { 'In-Reply-To': '<first@gmail.com>' }
    await world.bcc('Sofia Marsh <sofia.marsh@gmail.com>', at('06'), { text: 'Once more.', headers })
    await world.bcc('Dev Patel <dev@halden.com>', at('03'))
    const letter = await textOn(world, '12')
    expect(letter).toContain('Dev Patel')
    expect(letter).toContain('also at sofia.marsh@gmail.com')
    expect(letter.match(/\d+ (?:Call )?Sofia Marsh/g)).toHaveLength(1)
  })

  it('the same display name at the same company is one contact, and the logged line says so', async () => {
    const world = await annWroteToSofia()
    await world.bcc('Sofia Marsh <s.marsh@ode.com>', at('04'))
    await world.bcc('Dev Patel <dev@halden.com>', '2026-10-28T10:00-04:00')
    const text = await textOn(world, '06')
    expect(text).toContain('also at s.marsh@ode.com')
    // Two emails, on Tue 3 and Wed 4: next is a call, three business days on.
    expect((await linesOn(world, '09')).join()).toContain('Call Sofia Marsh, Ode. Emails 3 and 4 Nov.')
  })

  describe('who were joined by name and company', () => {
    /** Sofia at two addresses of one company: emails on Tue 3 and Wed 4 Nov, and Dev's from before. */
    async function joined(): Promise<World> {
      const world = await annWroteToSofia()
      await world.bcc('Sofia Marsh <s.marsh@ode.com>', at('04'))
      await world.bcc('Dev Patel <dev@halden.com>', '2026-10-28T10:00-04:00')
      return world
    }

    it.each(['undo', 'undo sofia', 'split sofia', 'Split Sofia Marsh'])(
      '"%s" in answer to the letter that says so makes them two again, each with what was written to them',
      async (text) => {
        const world = await joined()
        const letter = await world.morning('2026-11-06')
        expect(letter!.TextBody.replace(/\s+/g, ' ')).toContain(
          's.marsh@ode.com is taken for Sofia Marsh\'s, by the name. Two people? Say "split sofia".',
        )
        await world.answer(letter!, text, at('06'))
        expect(world.postmark.take()[0]!.TextBody.replace(/\s+/g, ' ')).toContain(
          'Sofia Marsh is two people now, each with what was written to them: sofia@ode.com and s.marsh@ode.com.',
        )
        const mornings = [await world.morning('2026-11-12'), await world.morning('2026-11-13')]
        const drafts = mornings.map((one) => /mailto:([a-z.]+@ode\.com)\?/g.exec(one!.HtmlBody)?.[1])
        expect(drafts).toEqual(['sofia@ode.com', 'sofia@ode.com'])
        expect(mornings[0]!.TextBody).toContain(
          'Sofia Marsh, Ode. No answer logged to Tue 3 Nov. Email 2 of 3',
        )
        expect(mornings[1]!.TextBody).toContain(
          'Sofia Marsh, Ode. No answer logged to Wed 4 Nov. Email 2 of 3',
        )
        expect(mornings[1]!.HtmlBody).toContain('mailto:s.marsh@ode.com?')
      },
    )

    it('"undo" in answer to a receipt is about that reply, and the next about the joining', async () => {
      const world = await annWroteToSofia()
      await world.note('note sofia: likes tea', at('04', '09:00'))
      const [receipt] = world.postmark.take().slice(-1)
      await world.bcc('Sofia Marsh <s.marsh@ode.com>', at('04'))
      await world.answer(receipt!, 'undo', at('05'))
      expect(world.postmark.take()[0]!.TextBody).toContain('what it said of Sofia Marsh')
      expect(await say(world, 'undo', at('05', '11:00'))).toContain('Sofia Marsh is two people now')
    })

    it('a later mail to either stays with its own', async () => {
      const world = await joined()
      await world.bcc('Sofia Marsh <s.marsh@ode.com>', at('05'))
      await world.bcc('Sofia Marsh <sofia@ode.com>', at('06'))
      await say(world, 'split sofia', at('06', '11:00'))
      const text = await textOn(world, '11')
      expect(text).toContain('Call Sofia Marsh, Ode. Emails 3 and 6 Nov.')
      expect(await textOn(world, '12')).toContain('Emails 4 and 5 Nov.')
    })

    it('nothing is taken apart where there is one address', async () => {
      const world = await annWroteToSofia()
      expect(await say(world, 'split sofia', at('04'))).toContain('There was nothing to take back.')
    })
  })

  it('the same display name at another domain is asked about, and two until answered', async () => {
    const world = await annWroteToSofia()
    await world.bcc('Sofia Marsh <sofia@halden.com>', at('04'))
    const letter = await world.morning('2026-11-05')
    expect(letter!.TextBody.replace(/\s+/g, ' ')).toContain('One person with two addresses?')
    await world.answer(letter!, `${numberOf(letter, 'Sofia Marsh')} same`, at('05', '08:00'))
    // Two emails, on Tue 3 and Wed 4: next is a call, three business days on.
    expect((await linesOn(world, '09')).join()).toContain('Call Sofia Marsh')
  })

  it('a contact who changed job keeps the history', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia moved to Halden, new email sofia@halden.com', at('05'))
    expect((await linesOn(world, '12')).join()).toMatch(
      /^Sofia Marsh, Halden\. No answer logged to Tue 3 Nov\./,
    )
  })

  it('a contact to keep in touch with, who changed job, is congratulated once', async () => {
    const world = await annWroteToSofia()
    await say(world, 'met sofia today', at('04'))
    await say(world, 'thanked sofia', at('05'))
    await say(world, 'sofia moved to Halden, new email p@halden.com', '2026-11-30T10:00-05:00')
    const letter = await world.morning('2026-12-01')
    expect(letter!.TextBody.replace(/\s+/g, ' ')).toContain(
      'KEEP IN TOUCH 1 Sofia Marsh, Halden. A new job, by your note of Mon 30 Nov. A line of congratulation? Logged',
    )
    expect(letter!.HtmlBody).toContain(
      `mailto:p@halden.com?bcc=${world.address.replace('+', '%2B')}&amp;subject=Congratulations%20on%20Halden`,
    )
    await world.answer(letter!, '1 wrote', '2026-12-01T10:00-05:00')
    expect(await world.morning('2026-12-02')).toBeUndefined()
  })

  it('a wrong person is erased by "forget", once confirmed', async () => {
    const world = await annWroteToSofia()
    world.postmark.take()
    await world.note('forget sofia', at('04'))
    const [asked] = world.postmark.take()
    await world.answer(asked!, 'yes', at('04', '10:05'))
    expect(world.postmark.take()[0]!.TextBody).toContain('erased')
    expect(await linesOn(world, '12')).toEqual([])
  })

  it('two users who write to one person share nothing', async () => {
    const world = await annWroteToSofia()
    world.postmark.take()
    await world.join('2026-11-03T09:00-05:00', 'Bo <bo@university.edu>')
    await world.bcc('Sofia Marsh <sofia@ode.com>', at('05'), { from: 'Bo <bo@university.edu>' })
    const letters = await world.tick('2026-11-12T07:30-05:00')
    expect(letters.map(({ To }) => To)).toEqual(['ann@gmail.com'])
  })
})

describe('introductions', () => {
  const INTRO = 'Ann, meet Tom. Tom, Ann would like to hear how you got into climate work.'

  async function introduced(): Promise<World> {
    const world = await annWroteToSofia()
    const text = forwarded(
      'Sofia Marsh <sofia@ode.com>',
      'Ann Lee <ann@gmail.com>, Tom Lee <tom@brightline.com>',
      INTRO,
      'Intro: Ann and Tom',
    )
    await forward(world, text, at('05'), { subject: 'Fwd: Intro: Ann and Tom' })
    return world
  }

  it('forwarded, not yet answered: a lead, to be answered today, and its author thanked and chased no more', async () => {
    const world = await introduced()
    expect(await linesOn(world, '06')).toEqual([
      expect.stringMatching(/^Tom Lee, Brightline\. Introduced to you\./),
      'Sofia Marsh, Ode. Introduced you to Tom Lee. A line of thanks.',
    ])
    expect((await linesOn(world, '12')).join()).not.toContain('No answer logged')
  })

  it('answered by reply-all with the introducer in bcc: accepted, by the warm plan', async () => {
    const world = await annWroteToSofia()
    const text = `Hi Tom, good to meet you.\n\n${wrote('Sofia Marsh <sofia@ode.com>', INTRO)}`
    await world.bcc('Tom Lee <tom@brightline.com>', at('06'), inThread(text))
    // Three business days after Fri 6.
    expect((await linesOn(world, '11')).join('\n')).toContain(
      'Tom Lee, Brightline. No answer logged to Fri 6 Nov. Email 2 of 3, attempt 2 of 5.',
    )
  })

  it('answered, the new person silent: the warm plan to its end, and the introducer may be told', async () => {
    const world = await introduced()
    for (const [on, what] of [
      ['06', 'emailed'],
      ['11', 'emailed'],
      ['16', 'called'],
      ['19', 'called'],
      ['24', 'emailed'],
    ])
      await say(world, `${what} tom@brightline.com`, at(on!))
    expect((await linesOn(world, '2026-12-03')).join()).toContain(
      'Tom Lee, Brightline. Five attempts, no answer logged. Moving on tomorrow unless you say "keep". Let Sofia know?',
    )
  })

  it('of two people: two leads, and one thanks for each', async () => {
    const world = await annWroteToSofia()
    const text = forwarded(
      'Sofia Marsh <sofia@ode.com>',
      'Ann Lee <ann@gmail.com>, Tom Lee <tom@brightline.com>, Kit Moss <kit@halden.com>',
      'Ann, meet Tom and Kit.',
      'Intro: Ann, Tom and Kit',
    )
    await forward(world, text, at('05'), { subject: 'Fwd: Intro: Ann, Tom and Kit' })
    const lines = await linesOn(world, '06')
    expect(lines.map((line) => line.split('.')[0])).toEqual([
      'Kit Moss, Halden',
      'Tom Lee, Brightline',
      'Sofia Marsh, Ode',
      'Sofia Marsh, Ode',
    ])
  })
})

describe('thank-yous', () => {
  const THANKS = { text: 'Thank you for your time, it was great talking.' }

  it('to someone never logged: met the business day before, thanked, in touch; the day is asked for', async () => {
    const world = await ann()
    await world.bcc('Ana Ruiz <ana@corvid.com>', at('16'), THANKS)
    await world.bcc('Dev Patel <dev@halden.com>', '2026-11-05T10:00-05:00')
    const text = await textOn(world, '20')
    expect(text).toContain('Logged a meeting with Ana Ruiz, Fri 13 Nov or before. When? Say "ana met fri".')
    expect(await say(world, 'ana met nov 11', at('20'))).toContain('Wed 11 Nov')
    expect((await linesOn(world, '23')).join()).not.toContain('Ana Ruiz')
    expect(await say(world, 'history ana', at('23'))).not.toContain('met twice')
  })

  it('before the meeting ("thanks for agreeing"): no thank-you for it', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia booked fri nov 13 2pm', at('05'))
    await world.bcc('Sofia Marsh <sofia@ode.com>', at('06'), { text: 'Thanks for agreeing to talk.' })
    expect((await linesOn(world, '12')).join()).toContain('Sofia Marsh, Ode. Tomorrow 2:00 pm.')
  })

  it('for a meeting held early or on the spot: met and thanked, shown in Logged', async () => {
    const world = await annWroteToSofia()
    await world.bcc('Sofia Marsh <sofia@ode.com>', at('05'), THANKS)
    await world.bcc('Dev Patel <dev@halden.com>', at('05'))
    expect((await linesOn(world, '16')).join()).not.toContain('Sofia')
    expect(await say(world, 'list', at('16'))).toMatch(/In touch|Network|network|in touch/)
  })
})

describe('meetings', () => {
  it('two meetings with one person: two thank-yous', async () => {
    const world = await annWroteToSofia()
    await say(world, 'met sofia today', at('09'))
    await say(world, 'met sofia today', at('11'))
    expect(await linesOn(world, '12')).toEqual([
      'Sofia Marsh, Ode. Thank-you open since you met Mon 9 Nov.',
      'Sofia Marsh, Ode. You met yesterday.',
    ])
    await say(world, 'thanked sofia', at('12'))
    expect(await linesOn(world, '13')).toEqual(['Sofia Marsh, Ode. Thank-you open since you met Wed 11 Nov.'])
  })

  it('two meetings with one person, "thanked for both": no thank-you is open', async () => {
    const world = await annWroteToSofia()
    await say(world, 'met sofia today', at('09'))
    await say(world, 'met sofia today', at('11'))
    expect(await say(world, 'sofia: thanked for both', at('12'))).toContain('Sofia Marsh: thanked for both.')
    expect(await linesOn(world, '13')).toEqual([])
  })

  it('two meetings set at once: each has its line, its outcome and its thank-you', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia booked thu nov 12 2pm', at('09'))
    expect(await say(world, 'sofia booked fri nov 13 9am', at('09', '10:05'))).toContain(
      'Sofia Marsh: meeting Fri 13 Nov 9:00 am. Also set: Thu 12 Nov 2:00 pm.',
    )
    const thursday = await world.morning('2026-11-12')
    expect(thursday!.TextBody).toContain(
      'MEETINGS\n 1  Sofia Marsh, Ode. Today 2:00 pm.\n 2  Sofia Marsh, Ode. Tomorrow 9:00 am.\n',
    )
    expect(thursday!.TextBody.match(/AGENDA: Sofia Marsh/g)).toHaveLength(2)
    world.postmark.take()
    await world.answer(thursday!, '2 moved to mon nov 16 11am\n1 met', at('12', '15:00'))
    expect(world.postmark.take()[0]!.TextBody).toContain('moved to Mon 16 Nov 11:00 am')
    expect(await linesOn(world, '13')).toEqual([
      'Sofia Marsh, Ode. Mon 16 Nov 11:00 am.',
      'Sofia Marsh, Ode. You met yesterday.',
    ])
    // Thanked by mail for the first, while the second is still to come.
    await world.bcc('Sofia Marsh <sofia@ode.com>', at('13'), { text: 'Thank you for your time yesterday.' })
    expect(await linesOn(world, '16')).toEqual(['Sofia Marsh, Ode. Today 11:00 am.'])
    expect(await linesOn(world, '17')).toEqual([
      expect.stringMatching(/^Sofia Marsh, Ode\. Did you meet yesterday/),
    ])
    await say(world, 'met sofia', at('17'))
    expect(await linesOn(world, '18')).toEqual(['Sofia Marsh, Ode. Thank-you open since you met Mon 16 Nov.'])
  })

  it('one of two cancelled, and undone', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia booked thu nov 12 2pm', at('09'))
    await say(world, 'sofia booked fri nov 13 9am', at('09', '10:05'))
    expect(await say(world, 'sofia cancelled', at('10'))).toContain('Also set: Fri 13 Nov 9:00 am.')
    expect(await linesOn(world, '11')).toEqual([
      'Sofia Marsh, Ode. The meeting fell through. Offer two new times.',
    ])
    await say(world, 'undo', at('11'))
    expect(await linesOn(world, '12')).toHaveLength(2)
  })

  it('a meeting that is told of without a word is asked about once, in the receipt', async () => {
    const world = await annWroteToSofia()
    expect(await say(world, 'met sofia today', at('09'))).toMatch(
      /Anything worth keeping:\s+names, promises, a next step\?/,
    )
    expect(await say(world, 'met sofia today, she likes sailing', at('10'))).not.toContain('Anything worth')
  })

  it('a panel: a thank-you for each', async () => {
    const world = await annWroteToSofia()
    await world.bcc('Tom Lee <tom@ode.com>', at('03'))
    await world.bcc('Jo Beck <jo@ode.com>', at('03'))
    await say(world, 'met sofia, tom and jo', at('09'))
    expect((await linesOn(world, '10')).map((line) => line.split(',')[0])).toEqual([
      'Jo Beck',
      'Sofia Marsh',
      'Tom Lee',
    ])
  })

  it('moved, cancelled and missed count neither as an attempt nor as a refusal', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia booked fri nov 6 2pm', at('04'))
    await say(world, 'sofia moved to tue nov 10 3pm', at('05'))
    expect((await linesOn(world, '09')).join()).toContain('Sofia Marsh, Ode. Tomorrow 3:00 pm.')
    await say(world, "sofia didn't show", at('10', '16:00'))
    expect((await linesOn(world, '11')).join()).toContain('Offer two new times.')
  })

  it.each([
    ['at the weekend', 'sat nov 14 11am', '13', 'Tomorrow 11:00 am. After Sat 14 Nov: the thank-you draft.'],
    ['on a Friday', 'fri nov 13 11am', '13', 'Today 11:00 am. After it: the thank-you draft.'],
    ['before a holiday', 'wed nov 25 11am', '25', 'Today 11:00 am. After it: the thank-you draft.'],
  ])('%s: prep and the thank-you draft in one digest', async (_, when, on, expected) => {
    const world = await annWroteToSofia()
    await say(world, `sofia booked ${when}`, at('11'))
    const letter = await world.morning(`2026-11-${on}`)
    expect(letter!.TextBody.replace(/\s+/g, ' ')).toContain(expected)
    expect(letter!.HtmlBody).toContain('>Thank-you</a>')
  })

  it('on a Thursday: the thank-you comes the next morning, and no draft before', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia booked thu nov 12 11am', at('11'))
    expect((await linesOn(world, '12')).join()).not.toContain('thank-you')
    await say(world, 'met sofia', at('12', '12:00'))
    expect(await linesOn(world, '13')).toEqual(['Sofia Marsh, Ode. You met yesterday.'])
  })

  it('booked over five business days ahead is to be confirmed the day before', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia booked fri nov 13 2pm', at('04'))
    expect((await linesOn(world, '12')).join()).toContain('Confirm today?')
  })

  it('the call itself was the interview: met, the thank-you due', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia spoke 20 min, great', at('05'))
    expect(await linesOn(world, '06')).toEqual(['Sofia Marsh, Ode. You met yesterday.'])
  })
})

describe('other ways than mail', () => {
  it('answered by phone with a time: booked', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia called me, friday 3pm', at('04'))
    expect((await linesOn(world, '05')).join()).toContain('Sofia Marsh, Ode. Tomorrow 3:00 pm')
  })

  it('called back, not now: later', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia called back, not now', at('04'))
    expect(await linesOn(world, '12')).toEqual([])
    expect((await linesOn(world, '2026-12-04')).join()).toContain('They said to try again')
  })

  it('answered on LinkedIn; a message of the user counts in the five, in neither quota', async () => {
    const world = await annWroteToSofia()
    await say(world, 'messaged sofia on linkedin', at('05'))
    // The email of the plan, seven business days after the message; two of the five are made, E, C and C are left.
    expect((await linesOn(world, '16')).join()).toContain('Email 2 of 2, attempt 3 of 5')
    await say(world, 'sofia answered on linkedin', at('16'))
    expect(await linesOn(world, '17')).toEqual(['Sofia Marsh, Ode. Answered yesterday, waiting for you.'])
  })

  it('a letter by post counts as an email, and takes three business days more', async () => {
    const world = await annWroteToSofia()
    await say(world, 'posted letter to sofia', at('04'))
    // After two of the emails a call, three and three business days on.
    expect(await linesOn(world, '11')).toEqual([])
    expect((await linesOn(world, '12')).join()).toContain('Call Sofia Marsh')
  })
})

describe('what was forgotten', () => {
  it('the BCC: a forward from Sent counts at its real date', async () => {
    const world = await ann()
    await forward(
      world,
      forwarded('Ann Lee <ann@gmail.com>', 'Grace Kim <grace@acme.com>', 'Time?'),
      at('10'),
    )
    expect((await linesOn(world, '16')).join()).toContain('Grace Kim, Acme. No answer logged to Thu 5 Nov.')
  })

  it('for weeks, and ten at once: five a day, none called late', async () => {
    const world = await ann()
    for (let n = 0; n < 10; n++) {
      const to = `Person ${'ABCDEFGHIJ'[n]}xe <p${n}@company${n}.com>`
      await forward(world, forwarded('Ann Lee <ann@gmail.com>', to, 'Time?'), at('18', `10:${10 + n}`))
    }
    const letter = await world.morning('2026-11-19')
    expect(letter!.TextBody.match(/^ *\d+ {2}Person/gm)).toHaveLength(5)
    expect(letter!.TextBody).toContain('5 more follow-ups are waiting; they come as these clear.')
    expect(letter!.TextBody).not.toMatch(/overdue|late\b/i)
  })

  it('the weekly review reminds once a month of forwarding from Sent', async () => {
    const world = await ann()
    await world.bcc('Priya Shah <priya@acme.com>', at('03'))
    const reminded = []
    // Fri 1 Jan is a holiday, and so is the week before it.
    for (const on of [
      ...'06 13 20 25'.split(' ').map((day) => `2026-11-${day}`),
      '2026-12-04',
      '2026-12-11',
      '2027-01-08',
    ]) {
      await world.note('note priya: x', `${on}T06:00-05:00`)
      const letter = await world.morning(on)
      if (letter!.TextBody.includes('Forward the mail from your Sent folder')) reminded.push(on)
    }
    expect(reminded).toEqual(['2026-11-06', '2026-12-04', '2027-01-08'])
  })
})

describe('what else there is', () => {
  it('somebody who wrote first is talked to, with no attempts', async () => {
    const world = await ann()
    await forward(
      world,
      forwarded('Kit Moss <kit@ode.com>', 'ann@gmail.com', 'I hear you are looking?'),
      at('05'),
    )
    expect(await linesOn(world, '06')).toEqual(['Kit Moss, Ode. Answered yesterday, waiting for you.'])
  })

  it('somebody whose own mail is quoted by the first one we see wrote first, too', async () => {
    const world = await ann()
    await world.bcc('Noor Aziz <noor@lumen.com>', at('03'), {
      text: 'Gladly, Thursday at 2 works for me.\n\nOn Mon, Nov 2, 2026 at 4:12 PM Noor Aziz <noor@lumen.com> wrote:\n> Thursday at 2?\n',
    })
    expect(await linesOn(world, '04')).toEqual([
      'Noor Aziz. A meeting Thu 5 Nov 2:00 pm? From your email of Tue 3 Nov. Say "1 yes" or "1 no".',
    ])
    expect(await say(world, 'list', at('04'))).toContain('Talking (1): Noor Aziz')
  })

  it('"done" of somebody without a line is what is due of them; where nothing is, it is asked', async () => {
    const world = await annWroteToSofia()
    expect(await say(world, 'sofia done', at('04'))).toContain('What is done for Sofia Marsh?')
    expect(await say(world, 'sofia done', at('12'))).toContain(
      'Sofia Marsh: done. Next: a call on Tue 17 Nov',
    )
    expect(await say(world, 'history sofia', at('12', '10:00'))).toContain('Thu 12 Nov: email')
  })

  it('a dead address is asked for among the first, however many follow-ups wait', async () => {
    const world = await ann()
    for (const n of ['Amy', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn'])
      await world.bcc(`${n} Berg <${n}@${n}.com>`, at('02'))
    await world.bcc('Max Orr <max@tidal.com>', at('03'))
    await say(world, 'max bounced', at('11'))
    expect((await linesOn(world, '12'))[0]).toContain('Max Orr, Tidal.')
  })

  it('"thanked" on the line of thanks for an introduction makes no meeting of it', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia introduced me to Kit Moss kit@tidal.com', at('04'))
    const letter = await world.morning('2026-11-05')
    expect(letter!.TextBody).toContain('Introduced you to Kit Moss. A line of thanks.')
    world.postmark.take()
    await world.answer(letter!, 'thanked sofia', at('05', '08:00'))
    expect(world.postmark.take()[0]!.TextBody).toContain('Sofia Marsh: thanked.')
    expect(await textOn(world, '06')).not.toMatch(/Sofia Marsh, Ode|Meetings held 1/)
  })

  it('"suggested I talk to" makes a lead to write to first, since there is no introduction to answer', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia suggested I talk to Omar Haddad (omar@haddad.com)', at('04'))
    const letter = (await world.morning('2026-11-05'))!
    expect(letter.TextBody).toContain('Omar Haddad, Haddad. Sofia Marsh suggested them. First email')
    expect(letter.TextBody).not.toContain('Answer today')
    expect(decodeURIComponent(letter.HtmlBody)).toContain('Sofia Marsh suggested I write to you')
  })

  it('"thanked" makes no meeting where none was held: it answers, or changes nothing', async () => {
    const world = await annWroteToSofia()
    await world.bcc('Max Orr <max@tidal.com>', at('03'))
    await say(world, 'sofia answered', at('04'))
    await say(world, 'thanked sofia\nthanked max', at('04', '12:00'))
    const list = await say(world, 'list', at('05'))
    expect(list).toMatch(/Talking \(1\): Sofia Marsh.*\nTrying \(1\): Max Orr/)
    expect(list).not.toContain('In touch')
  })

  it('a sentence that names somebody is never dropped in silence', async () => {
    const world = await annWroteToSofia()
    await world.bcc('Grace Kim <grace@acme.com>', at('03'))
    const letter = await world.morning('2026-11-12')
    world.postmark.take()
    await world.answer(letter!, 'sofia thursday 2pm at the blue bottle is confirmed', at('12', '08:00'))
    expect(world.postmark.take()[0]?.TextBody).toContain('was not understood')
  })

  it('a number says which of two people of one name is meant', async () => {
    const world = await annWroteToSofia()
    await world.bcc('Sofia Berg <sofia@berg.se>', at('03'))
    const letter = await world.morning('2026-11-12')
    world.postmark.take()
    const n = numberOf(letter, 'Sofia Berg')
    await world.answer(letter!, `${n} sofia meeting tue 17 nov 3pm`, at('12', '08:00'))
    const text = world.postmark.take()[0]!.TextBody
    expect(text).toContain('Sofia Berg: meeting Tue 17 Nov 3:00 pm.')
    expect(text).not.toContain('NOT DONE')
  })

  it('"met" of a meeting that was thanked for already asks for no other thank-you', async () => {
    const world = await ann()
    await world.bcc('Ana Ruiz <ana@corvid.com>', at('03'), {
      text: 'Thank you so much for your time yesterday, it was great talking with you.',
    })
    expect(await say(world, 'ana met mon', at('04'))).not.toContain('thank-you is next')
  })

  it('the address in Cc works as in BCC, and the next digest warns once', async () => {
    const world = await ann()
    await world.bcc('Priya Shah <priya@acme.com>', at('03'), { cc: world.address })
    await world.bcc('Dev Patel <dev@halden.com>', at('02'))
    const text = await textOn(world, '11')
    expect(text).toContain('Your address was visible to Priya. Use BCC; "new address" gives you a fresh one.')
    const next = await textOn(world, '12')
    expect(next).toContain('Priya Shah, Acme. No answer logged to Tue 3 Nov.')
    expect(next).not.toContain('visible')
  })

  it('a reply to an old digest means its numbers', async () => {
    const world = await annWroteToSofia()
    await world.bcc('Grace Kim <grace@acme.com>', at('03'))
    const thursday = await world.morning('2026-11-12')
    await world.answer(thursday!, `${numberOf(thursday, 'Grace')} drop`, at('12', '08:00'))
    const friday = await world.morning('2026-11-13')
    expect(numberOf(friday, 'Sofia')).toBe(1)
    world.postmark.take()
    await world.answer(thursday!, '2 sent', at('13', '08:00'))
    expect(world.postmark.take()[0]!.TextBody).toContain('Sofia Marsh: email sent')
  })

  it('a command that arrives twice is done once; on a line that is done, it was taken care of', async () => {
    const world = await annWroteToSofia()
    const letter = await world.morning('2026-11-12')
    world.postmark.take()
    await world.answer(letter!, '1 sent', at('12', '08:00'), { id: 'same@gmail.com' })
    await world.answer(letter!, '1 sent', at('12', '08:01'), { id: 'same@gmail.com' })
    expect(world.postmark.take()).toHaveLength(1)
    await world.answer(letter!, '1 sent', at('12', '08:02'))
    expect(world.postmark.take()[0]!.TextBody).toContain('already taken care of')
  })

  it('who asks not to be written to is declined for good; a mail to them is logged, with a reminder of that', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia do not contact', at('04'))
    expect(await linesOn(world, '05')).toEqual([])
    await world.bcc('Sofia Marsh <sofia@ode.com>', at('05'))
    await world.bcc('Grace Kim <grace@acme.com>', '2026-10-28T10:00-04:00')
    const text = await textOn(world, '16')
    expect(text).toContain(
      'Sofia Marsh asked not to be written to; your email is logged, and nothing follows.',
    )
    expect(text).not.toMatch(/\d Sofia Marsh, Ode/)
  })

  it('a mail to somebody who declined is a touch, without timers', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia said no', at('04'))
    await world.bcc('Sofia Marsh <sofia@ode.com>', at('04', '12:00'))
    for (const day of ['05', '06', '12', '16']) expect(await linesOn(world, day)).toEqual([])
  })

  it('"tz london" moves the hour of the digest; a meeting keeps its instant', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia booked fri nov 13 2pm', at('11'))
    await say(world, 'tz london', at('11', '11:00'))
    const [letter] = await world.tick('2026-11-12T07:30Z')
    expect(letter!.TextBody).toContain('Tomorrow 7:00 pm')
  })
})

describe('guesses, asked in Check (practice 2.4)', () => {
  it('a meeting that they agree on', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia answered', at('04'))
    await world.bcc('Sofia Marsh <sofia@ode.com>', at('05'), {
      text: 'Confirmed, Thursday Nov 12 at 2pm. See you then!',
    })
    const letter = await world.morning('2026-11-06')
    expect(letter!.TextBody.replace(/\s+/g, ' ')).toContain(
      'CHECK 1 Sofia Marsh. A meeting Thu 12 Nov 2:00 pm? From your email of Thu 5 Nov. Say "1 yes" or "1 no".',
    )
    world.postmark.take()
    await world.answer(letter!, '1 yes', at('06', '08:00'))
    expect(world.postmark.take()[0]!.TextBody).toContain('Sofia Marsh: meeting Thu 12 Nov 2:00 pm.')
    expect((await linesOn(world, '11')).join()).toContain('Sofia Marsh, Ode. Tomorrow 2:00 pm.')
  })

  it.each(['yes sofia is right, blue bottle cafe', 'all done'])('answered by %j', async (words) => {
    const world = await annWroteToSofia()
    await say(world, 'sofia answered', at('04'))
    await world.bcc('Sofia Marsh <sofia@ode.com>', at('05'), { text: 'Confirmed, Thursday Nov 12 at 2pm.' })
    const letter = await world.morning('2026-11-06')
    world.postmark.take()
    await world.answer(letter!, words, at('06', '08:00'))
    const text = world.postmark.take()[0]!.TextBody
    expect(text).toContain('Sofia Marsh: meeting Thu 12 Nov 2:00 pm.')
    expect(text).not.toContain('Sofia Marsh: done')
    expect((await linesOn(world, '11')).join()).toContain('Sofia Marsh, Ode. Tomorrow 2:00 pm.')
  })

  it('a mail about a booked meeting: moved, or cancelled?', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia booked fri nov 13 2pm', at('05'))
    await world.bcc('Sofia Marsh <sofia@ode.com>', at('09'), { text: 'I am sorry, I need to reschedule.' })
    const letter = await world.morning('2026-11-10')
    expect(letter!.TextBody.replace(/\s+/g, ' ')).toContain(
      'Sofia Marsh. Moved, or cancelled? Say "1 cancelled"',
    )
    await world.answer(letter!, '1 cancelled', at('10', '08:00'))
    expect((await linesOn(world, '11')).join()).toContain('Offer two new times.')
  })

  it('a mail after a meeting that does not thank', async () => {
    const world = await annWroteToSofia()
    await say(world, 'met sofia today', at('09'))
    await world.bcc('Sofia Marsh <sofia@ode.com>', at('10'), { text: 'Here is the article I spoke of.' })
    const letter = await world.morning('2026-11-11')
    expect(letter!.TextBody.replace(/\s+/g, ' ')).toContain('Was your email of Tue 10 Nov the thank-you?')
    await world.answer(letter!, `${numberOf(letter, 'Sofia Marsh. Was')} yes`, at('11', '08:00'))
    expect(await linesOn(world, '12')).toEqual([])
  })

  it('a mail in the thread whose parent nobody saw', async () => {
    const world = await annWroteToSofia()
    await world.bcc('Sofia Marsh <sofia@ode.com>', at('06'), inThread('Friday would be fine.'))
    const letter = await world.morning('2026-11-09')
    expect(letter!.TextBody.replace(/\s+/g, ' ')).toContain('looks like a reply. Did they answer?')
    await world.answer(letter!, '1 yes', at('09', '08:00'))
    expect((await linesOn(world, '10')).join()).toContain('Sofia Marsh, Ode. Answered')
  })

  it('news of a job', async () => {
    const world = await annWroteToSofia()
    await say(world, 'met sofia today', at('04'))
    await say(world, 'thanked sofia', at('04', '12:00'))
    await world.bcc('Sofia Marsh <sofia@ode.com>', at('05'), { text: 'I accepted an offer at Halden!' })
    expect(await textOn(world, '06')).toContain('Did you get a job? Say "got the job"')
  })

  it('are nothing that is done before the user says so', async () => {
    const world = await annWroteToSofia()
    await say(world, 'sofia booked fri nov 13 2pm', at('05'))
    await world.bcc('Sofia Marsh <sofia@ode.com>', at('09'), { text: 'I am sorry, I need to reschedule.' })
    expect((await linesOn(world, '12')).join()).toContain('Sofia Marsh, Ode. Tomorrow 2:00 pm.')
  })
})
