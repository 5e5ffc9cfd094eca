import { describe, expect, it } from 'vitest'
import { type Deeds, deedsOf } from '../../../src/core/practice/deeds.ts'
import type { Event, Fact, LocalDate } from '../../../src/core/practice/events.ts'
import { type Tally, weekFigures } from '../../../src/core/practice/week.ts'
import { call, email, history, PRACTICE } from './history.ts'

/** Friday; its week is Fri 13 to Thu 19 Nov. */
const TODAY = '2026-11-20'

const deeds = (events: Event[], id = 1): Deeds => deedsOf(id, events, PRACTICE)!.deeds

const answered = (on: LocalDate): [LocalDate, Fact] => [on, { type: 'answered' }]
const met = (on: LocalDate): [LocalDate, Fact] => [on, { type: 'met' }]
const thanked = (on: LocalDate): [LocalDate, Fact] => [on, { type: 'thanked' }]
const booked = (on: LocalDate, day: LocalDate): [LocalDate, Fact] => [
  on,
  { type: 'booked', meeting: { on: day } },
]

/** What is not nothing of this week, of contacts with these histories. */
function thisWeek(...histories: Event[][]): Partial<Tally> {
  const figures = weekFigures(
    histories.flatMap((events, i) => deedsOf(i + 1, events, PRACTICE)?.deeds ?? []),
    [],
    TODAY,
  )
  return Object.fromEntries(Object.entries(figures.thisWeek).filter(([, count]) => count > 0))
}

describe('a week in numbers (practice 3.7)', () => {
  it.each<[string, Event[], Partial<Tally>]>([
    ['a first email', history(email('2026-11-16')), { firstContacts: 1, emails: 1, networking: 1 }],
    ['one of today: it is in the next week', history(email('2026-11-20')), {}],
    [
      'one of the day of the last review',
      history(email('2026-11-13')),
      { firstContacts: 1, emails: 1, networking: 1 },
    ],
    ['a second email', history(email('2026-11-03'), email('2026-11-16')), { emails: 1, networking: 1 }],
    [
      'two on one day, one attempt',
      history(email('2026-11-03'), email('2026-11-16'), email('2026-11-16')),
      { emails: 1, networking: 1 },
    ],
    [
      'an email and a call on one day',
      history(email('2026-11-03'), email('2026-11-16'), call('2026-11-16')),
      { emails: 1, calls: 1, networking: 2 },
    ],
    [
      'a message, neither email nor call',
      history(email('2026-11-03'), ['2026-11-16', { type: 'attempted', channel: 'message' }]),
      { messages: 1, networking: 1 },
    ],
    ['an email that came back', history(email('2026-11-16'), ['2026-11-17', { type: 'bounced' }]), {}],
    [
      'an answer, told twice',
      history(email('2026-11-03'), answered('2026-11-17'), answered('2026-11-18')),
      { answers: 1 },
    ],
    [
      'a no, which is an answer',
      history(email('2026-11-03'), ['2026-11-17', { type: 'declined' }]),
      { answers: 1 },
    ],
    [
      'a "try in March", which is one, too',
      history(email('2026-11-03'), ['2026-11-17', { type: 'deferred', until: '2027-03-01' }]),
      { answers: 1 },
    ],
    ['somebody who wrote first', history(answered('2026-11-16'), ['2026-11-16', { type: 'replied' }]), {}],
    [
      'an attempt that was forwarded after the answer was logged',
      history(answered('2026-11-17'), email('2026-11-03')),
      { answers: 1 },
    ],
    [
      'a nudge while talking',
      history(email('2026-11-03'), ['2026-11-05', { type: 'replied' }], email('2026-11-16')),
      { emails: 1, networking: 1 },
    ],
    [
      'a meeting, thanked for on the day after',
      history(
        email('2026-11-03'),
        booked('2026-11-10', '2026-11-16'),
        met('2026-11-16'),
        thanked('2026-11-17'),
      ),
      { meetings: 1, thanksOwed: 1, thanksWithinDay: 1, networking: 2 },
    ],
    [
      'a meeting, thanked for two days after',
      history(met('2026-11-16'), thanked('2026-11-18')),
      { meetings: 1, thanksOwed: 1, networking: 2 },
    ],
    [
      'a meeting that nobody thanked for',
      history(met('2026-11-16')),
      { meetings: 1, thanksOwed: 1, networking: 1 },
    ],
    [
      'a meeting of yesterday: the thank-you has time',
      history(met('2026-11-19')),
      { meetings: 1, networking: 1 },
    ],
    [
      'a thank-you for a meeting that only its day says was held',
      history(email('2026-11-03'), booked('2026-11-04', '2026-11-16'), thanked('2026-11-17')),
      { meetings: 1, thanksOwed: 1, thanksWithinDay: 1, networking: 2 },
    ],
    [
      'a thank-you for a meeting of an earlier week',
      history(met('2026-11-12'), thanked('2026-11-13')),
      { networking: 1 },
    ],
    [
      'two meetings with one person',
      history(met('2026-11-16'), met('2026-11-18')),
      { meetings: 2, thanksOwed: 2, networking: 2 },
    ],
    [
      'a mail to somebody met before: in touch again, no attempt',
      history(met('2026-09-01'), thanked('2026-09-02'), email('2026-11-16')),
      { touches: 1, networking: 1 },
    ],
    [
      'an announcement to somebody met before, and to somebody not',
      history(met('2026-09-01'), thanked('2026-09-02'), ['2026-11-16', { type: 'touched' }]),
      { touches: 1, networking: 1 },
    ],
    [
      'a meeting moved and cancelled',
      history(email('2026-11-03'), booked('2026-11-05', '2026-11-18'), ['2026-11-16', { type: 'cancelled' }]),
      {},
    ],
    ['somebody who is ignored', history(email('2026-11-16'), ['2026-11-17', { type: 'ignored' }]), {}],
    ['what was undone', history(email('2026-11-16'), ['2026-11-17', { type: 'undone', what: '1' }]), {}],
    [
      'a job that was spoken of',
      history(met('2026-09-01'), ['2026-11-16', { type: 'noted', text: 'mentioned a job at Halden' }]),
      { jobs: 1 },
    ],
  ])('counts %s', (_, events, expected) => {
    expect(thisWeek(events)).toEqual(expected)
  })

  it('counts an introduction once, whichever of the two histories it is in', () => {
    const introducer = history(met('2026-10-01'), ['2026-11-16', { type: 'intro received', contact: 2 }])
    const introduced = history(['2026-11-16', { type: 'added', source: 'intro', via: 1 }])
    expect(thisWeek(introducer, introduced)).toEqual({ introductions: 1 })
    expect(thisWeek(history(), introduced)).toEqual({ introductions: 1 })
  })

  it('says which days it is about, and counts four weeks', () => {
    const figures = weekFigures(
      [
        deeds(history(email('2026-10-22'))),
        deeds(history(email('2026-10-23'))),
        deeds(history(email('2026-11-19'))),
      ],
      [],
      TODAY,
    )
    expect(figures.week).toEqual({ from: '2026-11-13', until: '2026-11-20' })
    expect(figures.fourWeeks).toMatchObject({ firstContacts: 2, emails: 2, networking: 2 })
  })

  it.each<[string, [LocalDate, number][], boolean]>([
    [
      '2 actions and 3 applications in both weeks',
      [
        ['2026-11-16', 3],
        ['2026-11-10', 3],
      ],
      true,
    ],
    ['only in this week', [['2026-11-16', 3]], false],
    [
      '3 actions of 5 are enough',
      [
        ['2026-11-16', 1],
        ['2026-11-10', 1],
      ],
      false,
    ],
  ])('mostly applications: %s', (_, applied, expected) => {
    const actions = deeds(
      history(
        email('2026-11-03'),
        email('2026-11-10'),
        email('2026-11-16'),
        call('2026-11-17'),
        call('2026-11-11'),
      ),
    )
    const applications = applied.map(([on, count]) => ({ on, count }))
    expect(weekFigures([actions], applications, TODAY).isMostlyApplications).toBe(expected)
  })

  it('says nothing of weeks without anything', () => {
    expect(weekFigures([], [], TODAY).isMostlyApplications).toBe(false)
  })
})
