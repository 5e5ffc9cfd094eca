import { describe, expect, it } from 'vitest'
import { eveningInstant } from '../../src/core/practice/evening.ts'
import type { Event, Fact, LocalDate } from '../../src/core/practice/events.ts'
import { type EveningInput, evening } from '../../src/letters/evening.ts'
import { asText } from '../../src/letters/layout/text.ts'
import { email, history, PRACTICE, standingOn } from '../core/practice/history.ts'

const TODAY = '2026-11-17'
const ZONE = 'America/New_York'

const booked = (time: string, minutes?: number, on = TODAY): [LocalDate, Fact] => [
  '2026-11-10',
  {
    type: 'booked',
    meeting: { on, startsAt: Date.parse(`${on}T${time}-05:00`), ...(minutes && { minutes }) },
  },
]

const of = (id: number, name: string, company: string, events: Event[]): EveningInput['cases'][0] => ({
  contact: { id, name, company, addresses: [`${id}@x.example`], shown: {} },
  standing: standingOn(TODAY, events),
  practice: PRACTICE,
  settings: { zone: ZONE, country: 'US', digestAt: 450, name: 'Ann Lee' },
  today: TODAY,
})

const note = (...cases: EveningInput['cases']) =>
  evening({
    today: TODAY,
    now: eveningInstant(TODAY, ZONE),
    cases,
    privateAddress: 'reach+k7f3@in.example.com',
    replyTo: 'reach+d.x9@in.example.com',
    unsubscribe: 'https://in.example.com/u/x',
  })

const DEV = of(1, 'Dev Patel', 'Halden', history(email('2026-11-03'), booked('14:00')))
const ANA = of(
  2,
  'Ana Ruiz',
  'Corvid',
  history(email('2026-11-03'), booked('16:00'), [TODAY, { type: 'met' }]),
)

describe('the evening note (practice 3.1)', () => {
  it('asks for what is worth keeping and brings drafts', () => {
    const made = note(ANA, DEV)!
    expect(made.subject).toBe('Tue 17 Nov: you met Dev and Ana')
    expect(asText(made.page)).toBe(`\
You met Dev and Ana today. Reply with anything worth keeping; thank-you drafts
here.

 1  Dev Patel, Halden.
 2  Ana Ruiz, Corvid.

Reply like: "1 met, will introduce me to Kit Moss". Did not
happen: "1 cancelled".
`)
    expect(made.page.sections[0]!.lines.map(({ links }) => links.map(({ word }) => word))).toEqual([
      ['Draft', 'Met', 'Cancelled'],
      ['Draft', 'Thanked'],
    ])
    const draft = decodeURIComponent(made.page.sections[0]!.lines[0]!.links[0]!.href)
    expect(draft).toContain('bcc=reach+k7f3@in.example.com')
    expect(draft).toContain('Thank you for your time today.')
  })

  it('names obligations that stand until somebody says how it went', () => {
    const { items } = note(DEV, ANA)!
    expect(items).toEqual([
      { n: 1, contact: 1, kind: 'meeting', key: 'meeting 2026-11-17' },
      { n: 2, contact: 2, kind: 'thank', key: 'thank 2026-11-17' },
    ])
    for (const [i, { standing }] of [DEV, ANA].entries())
      expect(standing.obligations.map(({ key }) => key)).toContain(items[i]!.key)
  })

  it.each<[string, Event[]]>([
    ['one that is still to come', history(email('2026-11-03'), booked('19:00'))],
    ['one that still lasts', history(email('2026-11-03'), booked('17:30', 60))],
    ['one of tomorrow', history(email('2026-11-03'), booked('10:00', 30, '2026-11-18'))],
    [
      'one that was thanked for',
      history(email('2026-11-03'), [TODAY, { type: 'met' }], [TODAY, { type: 'thanked' }]),
    ],
    ['one that was cancelled', history(email('2026-11-03'), booked('14:00'), [TODAY, { type: 'cancelled' }])],
    ['one of yesterday', history(email('2026-11-03'), ['2026-11-16', { type: 'met' }])],
  ])('says nothing of %s', (_, events) => {
    expect(note(of(1, 'Dev Patel', 'Halden', events))).toBeUndefined()
  })

  it('counts whom a subject has no room for', () => {
    const many = ['Bartholomew', 'Maximiliana', 'Christopher', 'Wilhelmina'].map((name, i) =>
      of(i, `${name} Long`, 'Acme', history(email('2026-11-03'), booked('14:00'))),
    )
    expect(note(...many)!.subject).toBe('Tue 17 Nov: you met 4 people')
  })

  it('goes out at six by the clock of the user', () => {
    expect(new Date(eveningInstant(TODAY, ZONE)).toISOString()).toBe('2026-11-17T23:00:00.000Z')
  })
})
