import { describe, expect, it } from 'vitest'
import { answeredAuthor } from '../../../src/core/mail/answered-author.ts'
import { visibleText } from '../../../src/core/mail/visible-text.ts'

const user = { addresses: ['ann.lee@gmail.com', 'ann@university.edu'], name: 'Ann Lee' }
const grace = { address: 'grace@acme.com', name: 'Grace Kim' }
const tom = { address: 'tom@halden.com', name: 'Tomás Lee' }
const people = [grace, tom]

const answered = async (quote: string) =>
  answeredAuthor(await visibleText({ text: `Thanks!\n\n${quote}`, html: '' }, undefined, names), user, people)
const names = [user.name, ...user.addresses, ...people.flatMap(({ name, address }) => [name, address])]
const block = (...lines: string[]) => `${lines.join('\n')}\n\nHi`

describe('answeredAuthor', () => {
  it.each([
    ['On Tue, Nov 3, 2026 at 10:00 AM Grace Kim <grace@acme.com> wrote:\n> Hi', grace],
    ['On Tue, Nov 3, 2026 at 10:00 AM Grace Kim <Grace@Acme.com>\nwrote:\n> Hi', grace],
    ['On Nov 3, 2026, at 10:00 AM, Grace Kim <grace@acme.com> wrote:\n> Hi', grace],
    ['On 3 Nov 2026, at 10:00, Grace Kim wrote:\n> Hi', grace],
    ['On 3 Nov 2026, at 10:00, Kim, Grace wrote:\n> Hi', grace],
    ['Am Di., 3. Nov. 2026 um 10:00 Uhr schrieb Grace Kim <grace@acme.com>:\n> Hi', grace],
    ['Le mar. 3 nov. 2026 à 10:00, Grace Kim <grace@acme.com> a écrit :\n> Hi', grace],
    ['El mar, 3 nov 2026 a las 10:00, Tomas Lee (<tom@halden.com>) escribió:\n> Hi', tom],
    ['Il giorno mar 3 nov 2026 alle ore 10:00 Grace Kim <grace@acme.com> ha scritto:\n> Hi', grace],
    ['Op di 3 nov 2026 om 10:00 schreef Grace Kim <grace@acme.com>:\n> Hi', grace],
    ['Den tis 3 nov. 2026 kl 10:00 skrev Grace Kim <grace@acme.com>:\n> Hi', grace],
    ['W dniu 3.11.2026 o 10:00, Grace Kim pisze:\n> Hi', grace],
    ['2026年11月3日(火) 10:00 Grace Kim <grace@acme.com>:\n> Hi', grace],
    ['On Tue, Nov 3, 2026 at 10:00 AM TOMAS LEE wrote:\n> Hi', tom],
    ['Kuva Grace Kim <grace@acme.com>:\n\nHi', grace],
    ['--- Kuva Grace Kim <grace@acme.com> ---\n\nHi', grace],
    ['Grace Kimը kuvuli 3.11.2026 10:00-in.\n> Hi', grace],
    ['Dear Grace Kim:\n\nHi', 'unknown'],
    [
      block(
        'From: Grace Kim <grace@acme.com>',
        'Sent: Tuesday, November 3, 2026 10:00 AM',
        'To: Ann Lee <ann.lee@gmail.com>',
        'Subject: Re: Coffee',
      ),
      grace,
    ],
    [
      block(
        'From: Kim, Grace',
        'Sent: Tuesday, November 3, 2026 10:00 AM',
        'To: Ann Lee',
        'Subject: Re: Coffee',
      ),
      grace,
    ],
    [
      block(
        'Von: Grace Kim <grace@acme.com>',
        'Gesendet: Dienstag, 3. November 2026 10:00',
        'An: Ann Lee <ann.lee@gmail.com>',
        'Betreff: AW: Kaffee',
      ),
      grace,
    ],
    [
      block(
        'De : Grace Kim <grace@acme.com>',
        'Envoyé : mardi 3 novembre 2026 10:00',
        'À : Ann Lee',
        'Objet : RE: Café',
      ),
      grace,
    ],
    [
      block(
        '-----Original Message-----',
        'From: Tomás Lee [mailto:tom@halden.com]',
        'Sent: Tuesday, November 3, 2026 10:00 AM',
        'To: Grace Kim; Ann Lee',
        'Subject: Re: Coffee',
      ),
      tom,
    ],
    [
      block(
        '*From:* Grace Kim <grace@acme.com>',
        '*Sent:* Tuesday, November 3, 2026 10:00 AM',
        '*To:* Ann Lee <ann.lee@gmail.com>',
        '*Subject:* Re: Coffee',
      ),
      grace,
    ],
  ] as const)('a contact: %j', async (quote, expected) => expect(await answered(quote)).toEqual(expected))

  it.each([
    'On Tue, Nov 3, 2026 at 10:00 AM Ann Lee <ann.lee@gmail.com> wrote:\n> Hi Grace',
    'On Tue, Nov 3, 2026 at 10:00 AM Ann Lee <annlee+x@googlemail.com> wrote:\n> Hi Grace',
    'On Tue, Nov 3, 2026 at 10:00 AM, Ann Lee wrote:\n> Hi Grace',
    'Am 03.11.2026 um 10:00 schrieb Ann Lee <ann@university.edu>:\n> Hi Grace',
    block(
      'From: Ann Lee <ann.lee@gmail.com>',
      'Sent: Tuesday, November 3, 2026 10:00 AM',
      'To: Grace Kim <grace@acme.com>',
      'Subject: Coffee',
    ),
    block('From: Ann Lee', 'Sent: Tuesday, November 3, 2026 10:00 AM', 'To: Grace Kim', 'Subject: Coffee'),
    block(
      'From: ann@university.edu',
      'Date: Tuesday, November 3, 2026 at 10:00 AM',
      'To: Grace Kim <grace@acme.com>',
      'Cc: Tomás Lee <tom@halden.com>',
      'Subject: Coffee',
    ),
  ])('the user: %j', async (quote) => expect(await answered(quote)).toBe('user'))

  it.each([
    'On Tue, Nov 3, 2026 at 10:00 AM Priya Shah <priya@acme.com> wrote:\n> Meet Grace Kim',
    'On Tue, Nov 3, 2026 at 10:00 AM Grace Kim <grace@gmail.com> wrote:\n> Hi',
    'On Tue, Nov 3, 2026 at 10:00 AM, Priya Shah wrote:\n> Hi',
    block(
      'From: Priya Shah <priya@acme.com>',
      'Sent: Tuesday, November 3, 2026 10:00 AM',
      'To: Grace Kim <grace@acme.com>; Ann Lee <ann.lee@gmail.com>',
      'Subject: Intro',
    ),
    block(
      'From: Priya Shah',
      'Sent: Tuesday, November 3, 2026 10:00 AM',
      'To: Grace Kim; Ann Lee',
      'Subject: Intro',
    ),
  ])('somebody else: %j', async (quote) => expect(await answered(quote)).toBe('somebody else'))

  it.each([
    '',
    'Just a mail',
    'On Tue, Nov 3, 2026 at 10:00 AM Grace wrote:\n> Hi',
    '> a quote without more',
  ])('unknown: %j', async (quote) => expect(await answered(quote)).toBe('unknown'))

  it('is unknown between two of one name', () => {
    const attribution = 'On 3 Nov 2026, at 10:00, Grace Kim wrote:'
    const other = { address: 'grace.kim@gmail.com', name: 'Grace Kim' }
    expect(answeredAuthor({ attribution }, user, [grace, other])).toBe('unknown')
    expect(answeredAuthor({ attribution }, { ...user, name: 'Grace Kim' }, [grace])).toBe('unknown')
  })

  it.each([
    'From: '.repeat(10_000),
    'A '.repeat(30_000),
    'a'.repeat(60_000),
    ':'.repeat(60_000),
    '@'.repeat(60_000),
  ])('hostile %# takes no time', (attribution) => {
    const before = performance.now()
    answeredAuthor({ attribution }, user, people)
    expect(performance.now() - before).toBeLessThan(200)
  })
})
