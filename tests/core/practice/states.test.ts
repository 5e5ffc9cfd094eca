import { describe, expect, it } from 'vitest'
import type { State } from '../../../src/core/practice/contact.ts'
import type { Fact, LocalDate } from '../../../src/core/practice/events.ts'
import type { Standing } from '../../../src/core/practice/standing.ts'
import { call, dueDays, email, history, PRACTICE, standingOn } from './history.ts'

// The tables of practice 2.2 and 2.5, a row for each cell. Days are of November 2026 where the month is left out; Thu 26
// and Fri 27 are holidays, and so are 24 December to 1 January.

type Dated = [LocalDate, Fact]
type Seen = { state: State; ball?: 'me' | 'them'; due: string[] }

const day = (text: string): LocalDate => (text.length > 2 ? text : `2026-11-${text}`)
const on = (text: string, fact: Fact): Dated => [day(text), fact]
const mail = (text: string): Dated => email(day(text))
const phone = (text: string): Dated => call(day(text))
const met = (text: string): Dated => on(text, { type: 'met' })
const thanked = (text: string): Dated => on(text, { type: 'thanked' })
const touched = (text: string): Dated => on(text, { type: 'touched' })
const answered = (text: string): Dated => on(text, { type: 'answered' })
const booked = (text: string, of: string, place?: string): Dated =>
  on(text, { type: 'booked', meeting: { on: day(of), ...(place && { place }) } })

/** Tue 3, Thu 12, calls Tue 17 and Mon 23, Wed 2 December: all five. */
const FIVE = [mail('03'), mail('12'), phone('17'), phone('23'), mail('2026-12-02')]
const MET = [met('16')]
const NETWORK = [...MET, thanked('17')]

const seen = (today: string, facts: Dated[], practice = PRACTICE): Seen => {
  const events = history(...facts)
  const { state, ball } = standingOn(day(today), events, practice)
  const due = dueDays(day(today), events, practice).map((text) => text.replace(/2026-11-(\d\d)$/, '$1'))
  return { state, ...(state === 'TALKING' && { ball }), due }
}

/** What of it is to be seen in the digest of that day. */
const shownOn = (today: string, facts: Dated[], practice = PRACTICE): string[] =>
  standingOn(day(today), history(...facts), practice)
    .obligations.filter(({ dueOn }) => dueOn <= day(today))
    .map(({ key }) => key)

type Row = [string, Dated[], string, Seen]

describe('practice 2.2: what opens a state, what it owes and how it is left', () => {
  const ADDED = on('02', { type: 'added' })
  const INTRODUCED = on('02', { type: 'added', source: 'intro', via: 7 })
  it.each<Row>([
    ['LEAD opened by "add", first email on BD5', [ADDED], '02', { state: 'LEAD', due: ['first email: 09'] }],
    [
      'LEAD opened by an introduction, owed at once',
      [INTRODUCED],
      '02',
      { state: 'LEAD', due: ['intro reply: 02'] },
    ],
    [
      'LEAD introduced on a Saturday, owed on Monday',
      [on('07', { type: 'added', source: 'intro' })],
      '07',
      { state: 'LEAD', due: ['intro reply: 09'] },
    ],
    [
      'LEAD after BD5: weekly, and no day between',
      [ADDED],
      '10',
      { state: 'LEAD', due: ['first email: 16'] },
    ],
    ['LEAD on the second week', [ADDED], '16', { state: 'LEAD', due: ['first email: 16'] }],
    [
      'LEAD snoozed: from that day on, weekly',
      [ADDED, on('09', { type: 'snoozed', key: 'first email', until: '2026-11-12' })],
      '13',
      { state: 'LEAD', due: ['first email: 19'] },
    ],
    [
      'LEAD left by the first mail',
      [ADDED, mail('04')],
      '04',
      { state: 'TRYING', due: ['second person: 09', 'attempt 2: 13'] },
    ],

    [
      'TRYING opened by the first mail: the hint on BD3, attempt 2 on BD7',
      [mail('03')],
      '03',
      { state: 'TRYING', due: ['second person: 06', 'attempt 2: 12'] },
    ],
    ['TRYING 2', [mail('03'), mail('12')], '12', { state: 'TRYING', due: ['attempt 3: 17'] }],
    ['TRYING 3', FIVE.slice(0, 3), '17', { state: 'TRYING', due: ['attempt 4: 23'] }],
    ['TRYING 4', FIVE.slice(0, 4), '23', { state: 'TRYING', due: ['attempt 5: 2026-12-02'] }],
    ['TRYING 5', FIVE, '2026-12-02', { state: 'TRYING', due: ['closing 5: 2026-12-09'] }],
    [
      'TRYING left by an answer',
      [mail('03'), answered('05')],
      '05',
      { state: 'TALKING', ball: 'me', due: ['answer 2026-11-05: 05'] },
    ],
    [
      'TRYING left by a meeting',
      [mail('03'), booked('05', '12')],
      '05',
      { state: 'BOOKED', due: ['meeting 2026-11-12: 11'] },
    ],
    [
      'TRYING left by a bounce',
      [mail('03'), on('03', { type: 'bounced' })],
      '03',
      { state: 'BOUNCED', due: ['new address 1: 03'] },
    ],
    [
      'TRYING left by out of office',
      [mail('03'), on('03', { type: 'away', until: '2026-11-23' })],
      '03',
      { state: 'AWAY', due: ['attempt 2: 25'] },
    ],
    [
      'TRYING left by a no',
      [mail('03'), on('05', { type: 'declined' })],
      '05',
      { state: 'DECLINED', due: ['gracious reply: 05'] },
    ],
    [
      'TRYING left by "later"',
      [mail('03'), on('05', { type: 'deferred', until: '2027-02-01' })],
      '05',
      { state: 'DEFERRED', due: ['retry 2027-02-01: 2027-02-01'] },
    ],
    [
      'TRYING left after the fifth and its wait',
      FIVE,
      '2026-12-09',
      { state: 'CLOSING', due: ['closing 5: 2026-12-09'] },
    ],

    [
      'AWAY with a date: two business days after it',
      [mail('10'), on('11', { type: 'away', until: '2026-11-23' })],
      '24',
      { state: 'AWAY', due: ['attempt 2: 25'] },
    ],
    [
      'AWAY without a date: five business days',
      [mail('10'), on('11', { type: 'away' })],
      '11',
      { state: 'AWAY', due: ['attempt 2: 18'] },
    ],
    [
      'AWAY left by the timer, the same attempt',
      [mail('10'), on('11', { type: 'away', until: '2026-11-23' })],
      '25',
      { state: 'TRYING', due: ['second person: 13', 'attempt 2: 25'] },
    ],
    [
      'AWAY left by the timer, whatever is noted on that day',
      [
        mail('10'),
        on('11', { type: 'away', until: '2026-11-23' }),
        on('25', { type: 'noted', text: 'tall' }),
      ],
      '25',
      { state: 'TRYING', due: ['second person: 13', 'attempt 2: 25'] },
    ],
    [
      'AWAY left by an answer',
      [mail('10'), on('11', { type: 'away' }), answered('13')],
      '13',
      { state: 'TALKING', ball: 'me', due: ['answer 2026-11-13: 13'] },
    ],
    [
      'AWAY after the fifth attempt: no sixth, the closing line when they are back',
      [...FIVE, on('2026-12-03', { type: 'away', until: '2026-12-14' })],
      '2026-12-03',
      { state: 'AWAY', due: ['closing 5: 2026-12-16'] },
    ],

    [
      'BOUNCED: asked again on BD5',
      [mail('03'), on('03', { type: 'bounced' })],
      '10',
      { state: 'BOUNCED', due: ['new address 2: 10'] },
    ],
    ['BOUNCED left by time', [mail('03'), on('03', { type: 'bounced' })], '11', { state: 'QUIET', due: [] }],
    [
      'BOUNCED left by a new address: TRYING, the failed attempt void',
      [mail('03'), on('03', { type: 'bounced' }), on('05', { type: 'readdressed', address: 'g@halden.com' })],
      '05',
      { state: 'TRYING', due: ['attempt 1: 05'] },
    ],
    [
      'BOUNCED at the second attempt, left by a new address: the second again, by its plan',
      [
        mail('03'),
        mail('12'),
        on('12', { type: 'bounced' }),
        on('13', { type: 'readdressed', address: 'g@halden.com' }),
      ],
      '13',
      { state: 'TRYING', due: ['second person: 06', 'attempt 2: 12'] },
    ],
    [
      'BOUNCED left by a mail to them',
      [mail('03'), on('03', { type: 'bounced' }), mail('04')],
      '04',
      { state: 'TRYING', due: ['second person: 09', 'attempt 2: 13'] },
    ],

    [
      'CLOSING: one line on its day',
      FIVE,
      '2026-12-09',
      { state: 'CLOSING', due: ['closing 5: 2026-12-09'] },
    ],
    [
      'CLOSING with something noted on that day: still its line',
      [...FIVE, on('2026-12-09', { type: 'noted', text: 'tall' })],
      '2026-12-09',
      { state: 'CLOSING', due: ['closing 5: 2026-12-09'] },
    ],
    ['CLOSING left on the next business day', FIVE, '2026-12-10', { state: 'QUIET', due: [] }],
    [
      'CLOSING with something noted, left on the next business day',
      [...FIVE, on('2026-12-09', { type: 'noted', text: 'tall' })],
      '2026-12-10',
      { state: 'QUIET', due: [] },
    ],
    [
      'CLOSING left by "keep": one more, the next business day',
      [...FIVE, on('2026-12-09', { type: 'kept' })],
      '2026-12-09',
      { state: 'TRYING', due: ['attempt 6: 2026-12-10'] },
    ],
    [
      'CLOSING kept, and the one more sent on the same day: the last wait again',
      [...FIVE, on('2026-12-09', { type: 'kept' }), mail('2026-12-09')],
      '2026-12-09',
      { state: 'TRYING', due: ['closing 6: 2026-12-16'] },
    ],

    [
      'TALKING, the ball with me: daily',
      [mail('03'), answered('05')],
      '12',
      { state: 'TALKING', ball: 'me', due: ['answer 2026-11-05: 05'] },
    ],
    [
      'TALKING, the ball with them: BD3',
      [mail('03'), answered('05'), on('05', { type: 'replied' })],
      '05',
      { state: 'TALKING', ball: 'them', due: ['stalled 1: 10'] },
    ],
    [
      'TALKING, and they are away: the nudge waits',
      [mail('03'), on('05', { type: 'replied' }), on('06', { type: 'away', until: '2026-11-23' })],
      '06',
      { state: 'TALKING', ball: 'them', due: ['stalled 1: 23'] },
    ],
    [
      'TALKING, after a nudge: BD7 more',
      [mail('03'), answered('05'), on('05', { type: 'replied' }), mail('10')],
      '10',
      { state: 'TALKING', ball: 'them', due: ['stalled 2: 19'] },
    ],
    [
      'TALKING, after two: a call BD5 more',
      [mail('03'), answered('05'), on('05', { type: 'replied' }), mail('10'), mail('19')],
      '19',
      { state: 'TALKING', ball: 'them', due: ['stalled 3: 30'] },
    ],
    [
      'TALKING, after the call: closing BD5 more',
      [mail('03'), answered('05'), on('05', { type: 'replied' }), mail('10'), mail('19'), phone('30')],
      '30',
      { state: 'TALKING', ball: 'them', due: ['closing 4: 2026-12-07'] },
    ],
    [
      'TALKING left because it went quiet',
      [mail('03'), answered('05'), on('05', { type: 'replied' }), mail('10'), mail('19'), phone('30')],
      '2026-12-08',
      { state: 'QUIET', due: [] },
    ],
    [
      'TALKING kept at its end: one more',
      [
        mail('03'),
        answered('05'),
        on('05', { type: 'replied' }),
        mail('10'),
        mail('19'),
        phone('30'),
        on('2026-12-07', { type: 'kept' }),
      ],
      '2026-12-07',
      { state: 'TALKING', ball: 'them', due: ['stalled 4: 2026-12-08'] },
    ],
    [
      'TALKING left by a meeting',
      [answered('05'), booked('06', '12')],
      '06',
      { state: 'BOOKED', due: ['meeting 2026-11-12: 11'] },
    ],
    [
      'TALKING left by "met"',
      [answered('05'), met('06')],
      '06',
      { state: 'MET', due: ['thank 2026-11-06: 06'] },
    ],
    [
      'TALKING left by a no',
      [answered('05'), on('06', { type: 'declined' })],
      '06',
      { state: 'DECLINED', due: ['gracious reply: 06'] },
    ],
    [
      'TALKING left by "later"',
      [answered('05'), on('06', { type: 'deferred', until: '2026-12-05' })],
      '06',
      { state: 'DEFERRED', due: ['retry 2026-12-05: 2026-12-07'] },
    ],

    [
      'BOOKED: from the business day before',
      [booked('05', '16')],
      '05',
      { state: 'BOOKED', due: ['meeting 2026-11-16: 13'] },
    ],
    [
      'BOOKED on a Saturday: on Friday',
      [booked('05', '14')],
      '05',
      { state: 'BOOKED', due: ['meeting 2026-11-14: 13'] },
    ],
    [
      'BOOKED on a holiday: on the day before it',
      [booked('05', '26')],
      '05',
      { state: 'BOOKED', due: ['meeting 2026-11-26: 25'] },
    ],
    [
      'BOOKED, past: did you meet?',
      [booked('05', '12')],
      '13',
      { state: 'BOOKED', due: ['outcome 2026-11-12: 13'] },
    ],
    [
      'BOOKED on a Friday, past: asked on Monday',
      [booked('05', '13')],
      '14',
      { state: 'BOOKED', due: ['outcome 2026-11-13: 16'] },
    ],
    [
      'BOOKED left by "met"',
      [booked('05', '12'), met('12')],
      '12',
      { state: 'MET', due: ['thank 2026-11-12: 12'] },
    ],
    [
      'BOOKED moved',
      [booked('05', '12'), on('10', { type: 'moved', meeting: { on: '2026-11-18' } })],
      '10',
      { state: 'BOOKED', due: ['meeting 2026-11-18: 17'] },
    ],
    [
      'BOOKED cancelled',
      [booked('05', '12'), on('10', { type: 'cancelled' })],
      '10',
      { state: 'TALKING', ball: 'me', due: ['rebook 2026-11-10: 10'] },
    ],
    [
      'BOOKED and missed',
      [booked('05', '12'), on('12', { type: 'missed', by: 'them' })],
      '12',
      { state: 'TALKING', ball: 'me', due: ['rebook 2026-11-12: 12'] },
    ],

    ['MET: the thank-you at once, daily', MET, '19', { state: 'MET', due: ['thank 2026-11-16: 16'] }],
    [
      'MET left by the thank-you',
      NETWORK,
      '17',
      { state: 'NETWORK', due: ['update 2026-11-16: 2026-12-10', 'coffee 2027-05-17: 2027-05-17'] },
    ],

    [
      'NETWORK: the update lapses, then a touch after 60 days',
      NETWORK,
      '2027-01-04',
      // Lapsed BD10 after Thu 10 Dec, Thu 31 Dec and New Year skipped: Thu 31 Dec is none, so Mon 4 Jan.
      { state: 'NETWORK', due: ['touch 2027-03-05: 2027-03-05', 'coffee 2027-05-17: 2027-05-17'] },
    ],
    [
      'NETWORK: 60 days after the update that was sent, a Sunday moved to Monday',
      [...NETWORK, touched('2026-12-16')],
      '2026-12-16',
      { state: 'NETWORK', due: ['touch 2027-02-14: 2027-02-15', 'coffee 2027-05-17: 2027-05-17'] },
    ],
    [
      'NETWORK: then every 90 days',
      [...NETWORK, touched('2026-12-16'), touched('2027-02-15')],
      '2027-02-15',
      { state: 'NETWORK', due: ['coffee 2027-05-17: 2027-05-17', 'touch 2027-05-16: 2027-05-17'] },
    ],
    [
      'NETWORK left by a meeting',
      [...NETWORK, booked('18', '24')],
      '18',
      { state: 'BOOKED', due: ['meeting 2026-11-24: 23'] },
    ],

    [
      'DEFERRED left by its date: TRYING, the count kept',
      [mail('03'), on('05', { type: 'deferred', until: '2026-11-18' })],
      '18',
      { state: 'TRYING', due: ['retry 2026-11-18: 18'] },
    ],
    [
      'DEFERRED, tried again: the third by the plan',
      [mail('03'), on('05', { type: 'deferred', until: '2026-11-18' }), mail('18')],
      '18',
      { state: 'TRYING', due: ['attempt 3: 23'] },
    ],
    [
      'DEFERRED after all five: two attempts are left',
      [...FIVE, on('2026-12-03', { type: 'deferred', until: '2027-02-01' }), mail('2027-02-01')],
      '2027-02-01',
      { state: 'TRYING', due: ['attempt 7: 2027-02-05'] },
    ],

    [
      'DECLINED: the gracious reply once, then nothing',
      [mail('03'), on('05', { type: 'declined' })],
      '09',
      { state: 'DECLINED', due: [] },
    ],
    [
      'DECLINED, and thanked: nothing',
      [mail('03'), on('05', { type: 'declined' }), mail('05')],
      '05',
      { state: 'DECLINED', due: [] },
    ],
    [
      'DECLINED for good: not even that',
      [mail('03'), on('05', { type: 'declined', forGood: true })],
      '05',
      { state: 'DECLINED', due: [] },
    ],
    [
      'DECLINED for good, and an answer: for good',
      [mail('03'), on('05', { type: 'declined', forGood: true }), answered('06')],
      '06',
      { state: 'DECLINED', due: [] },
    ],
    [
      'DECLINED left by an answer',
      [mail('03'), on('05', { type: 'declined' }), answered('10')],
      '10',
      { state: 'TALKING', ball: 'me', due: ['answer 2026-11-10: 10'] },
    ],

    [
      'QUIET: nothing',
      [mail('03'), on('05', { type: 'dropped' })],
      '2027-11-05',
      { state: 'QUIET', due: [] },
    ],
    [
      'QUIET left by a mail: a new round',
      [mail('03'), mail('12'), on('13', { type: 'dropped' }), mail('16')],
      '16',
      { state: 'TRYING', due: ['second person: 19', 'attempt 2: 25'] },
    ],
    [
      'QUIET and a mail from before, logged late: quiet',
      [mail('03'), on('13', { type: 'dropped' }), mail('10')],
      '16',
      { state: 'QUIET', due: [] },
    ],
    [
      'QUIET left by an answer',
      [mail('03'), on('05', { type: 'dropped' }), answered('10')],
      '10',
      { state: 'TALKING', ball: 'me', due: ['answer 2026-11-10: 10'] },
    ],
    [
      'QUIET left by "reopen", never answered: TRYING',
      [...FIVE, on('2026-12-11', { type: 'reopened' })],
      '2026-12-11',
      { state: 'TRYING', due: ['attempt 6: 2026-12-14'] },
    ],
    [
      'QUIET left by "reopen", answered once: TALKING',
      [mail('03'), answered('05'), on('06', { type: 'dropped' }), on('10', { type: 'reopened' })],
      '10',
      { state: 'TALKING', ball: 'me', due: ['answer 2026-11-10: 10'] },
    ],
    [
      'QUIET left by an introduction: a lead',
      [on('02', { type: 'copied' }), on('05', { type: 'added', source: 'intro', via: 7 })],
      '05',
      { state: 'LEAD', due: ['intro reply: 05'] },
    ],

    [
      'IGNORED: nothing, whatever comes',
      [mail('03'), on('04', { type: 'ignored' }), mail('05'), answered('06'), booked('06', '12'), met('12')],
      '13',
      { state: 'IGNORED', due: [] },
    ],
    [
      'IGNORED left by "unignore"',
      [mail('03'), on('04', { type: 'ignored' }), on('05', { type: 'unignored' })],
      '05',
      { state: 'QUIET', due: [] },
    ],
  ])('%s', (_, facts, today, expected) => {
    expect(seen(today, facts)).toEqual(expected)
  })
})

describe('practice 2.5: events and timers', () => {
  const LATER = (today: string, facts: Dated[]): Standing => standingOn(day(today), history(...facts))

  it.each<Row>([
    [
      'outreach_logged from QUIET',
      [...FIVE, mail('2026-12-14')],
      '2026-12-14',
      { state: 'TRYING', due: ['second person: 2026-12-17', 'attempt 2: 2026-12-23'] },
    ],
    [
      'no_answer: the due line stays',
      [mail('03')],
      '18',
      { state: 'TRYING', due: ['second person: 06', 'attempt 2: 12'] },
    ],
    [
      'answered from CLOSING',
      [...FIVE, answered('2026-12-09')],
      '2026-12-09',
      { state: 'TALKING', ball: 'me', due: ['answer 2026-12-09: 2026-12-09'] },
    ],
    [
      'answered from DEFERRED',
      [mail('03'), on('05', { type: 'deferred', until: '2027-02-01' }), answered('10')],
      '10',
      { state: 'TALKING', ball: 'me', due: ['answer 2026-11-10: 10'] },
    ],
    [
      'user_replied',
      [answered('05'), on('06', { type: 'replied' })],
      '06',
      { state: 'TALKING', ball: 'them', due: ['stalled 1: 11'] },
    ],
    [
      'meeting_set from any: DECLINED too',
      [on('05', { type: 'declined' }), booked('06', '12')],
      '06',
      { state: 'BOOKED', due: ['meeting 2026-11-12: 11'] },
    ],
    [
      'meeting_cancelled is no attempt',
      [mail('03'), booked('05', '12'), on('10', { type: 'cancelled' }), on('10', { type: 'replied' })],
      '10',
      { state: 'TALKING', ball: 'them', due: ['stalled 1: 13'] },
    ],
    [
      'outcome_unknown: asked in three digests',
      [booked('05', '12')],
      '17',
      { state: 'BOOKED', due: ['outcome 2026-11-12: 13'] },
    ],
    [
      'outcome_unknown: then assumed met, the thank-you open',
      [booked('05', '12')],
      '18',
      { state: 'MET', due: ['thank 2026-11-12: 12'] },
    ],
    [
      'outcome_unknown, assumed met, and cancelled after all',
      [booked('05', '12'), on('18', { type: 'cancelled' })],
      '18',
      { state: 'TALKING', ball: 'me', due: ['rebook 2026-11-18: 18'] },
    ],
    [
      'met from any: QUIET too',
      [mail('03'), on('04', { type: 'dropped' }), met('16')],
      '16',
      { state: 'MET', due: ['thank 2026-11-16: 16'] },
    ],
    ['thank_late to 15 BD', MET, '2026-12-08', { state: 'MET', due: ['thank 2026-11-16: 16'] }],
    [
      'thank_late from 15 BD: the update',
      MET,
      '2026-12-09',
      { state: 'MET', due: ['update 2026-11-16: 2026-12-09'] },
    ],
    [
      'thank_late, and the update written: in touch, the next after 60 days',
      [...MET, mail('2026-12-10')],
      '2026-12-10',
      { state: 'NETWORK', due: ['touch 2027-02-08: 2027-02-08', 'coffee 2027-05-17: 2027-05-17'] },
    ],
    [
      'intro_asked opens nothing',
      [...NETWORK, on('17', { type: 'intro asked' })],
      '17',
      { state: 'NETWORK', due: ['update 2026-11-16: 2026-12-10', 'coffee 2027-05-17: 2027-05-17'] },
    ],
    [
      'intro_promised: BD7, the thank-you notwithstanding',
      [...MET, on('16', { type: 'intro promised', name: 'Tom Lee' }), thanked('17')],
      '17',
      {
        state: 'NETWORK',
        due: [
          'intro promised Tom Lee 1: 25',
          'update 2026-11-16: 2026-12-10',
          'coffee 2027-05-17: 2027-05-17',
        ],
      },
    ],
    [
      'intro_promised: BD10 more',
      [...NETWORK, on('17', { type: 'intro promised', name: 'Tom Lee' })],
      '2026-12-14',
      {
        state: 'NETWORK',
        due: [
          'update 2026-11-16: 2026-12-10',
          'intro promised Tom Lee 2: 2026-12-14',
          'coffee 2027-05-17: 2027-05-17',
        ],
      },
    ],
    [
      'intro_promised: then lapsed',
      [...NETWORK, on('17', { type: 'intro promised', name: 'Tom Lee' })],
      '2026-12-21',
      { state: 'NETWORK', due: ['update 2026-11-16: 2026-12-10', 'coffee 2027-05-17: 2027-05-17'] },
    ],
    [
      'intro_promised, and received: kept',
      [
        ...NETWORK,
        on('17', { type: 'intro promised', name: 'Tom Lee' }),
        on('18', { type: 'intro received', contact: 9, name: 'Tom Lee' }),
      ],
      '2026-12-01',
      {
        state: 'NETWORK',
        due: ['thank introducer 9: 18', 'update 2026-11-16: 2026-12-10', 'coffee 2027-05-17: 2027-05-17'],
      },
    ],
    [
      'intro_received: thank the introducer, once',
      [...NETWORK, on('18', { type: 'intro received', contact: 9, name: 'Tom Lee' })],
      '18',
      {
        state: 'NETWORK',
        due: ['thank introducer 9: 18', 'update 2026-11-16: 2026-12-10', 'coffee 2027-05-17: 2027-05-17'],
      },
    ],
    [
      'intro_received, and thanked on the same day',
      [...NETWORK, on('18', { type: 'intro received', contact: 9, name: 'Tom Lee' }), touched('18')],
      '18',
      { state: 'NETWORK', due: ['touch 2027-01-17: 2027-01-19', 'coffee 2027-05-17: 2027-05-17'] },
    ],
    [
      'intro_received from somebody who is chased: their answer, no chase',
      [mail('03'), on('05', { type: 'intro received', contact: 9, name: 'Tom Lee' })],
      '05',
      { state: 'TALKING', ball: 'me', due: ['thank introducer 9: 05'] },
    ],
    [
      'intro_received from somebody who was chased, and thanked: in touch',
      [mail('03'), on('05', { type: 'intro received', contact: 9, name: 'Tom Lee' }), mail('06')],
      '06',
      { state: 'NETWORK', due: ['touch 2027-01-05: 2027-01-05'] },
    ],
    [
      'intro_met: close the loop, BD2',
      [...NETWORK, on('18', { type: 'intro met', contact: 9, name: 'Tom Lee' })],
      '18',
      {
        state: 'NETWORK',
        due: ['close loop 9: 20', 'update 2026-11-16: 2026-12-10', 'coffee 2027-05-17: 2027-05-17'],
      },
    ],
    [
      'changed job: congratulated, and not within 15 BD of the last word',
      [...NETWORK, on('18', { type: 'described', company: 'Ode', isNewJob: true })],
      '2026-12-10',
      { state: 'NETWORK', due: ['congratulate 2026-11-18: 2026-12-10'] },
    ],
    [
      'changed job while chased: the chase goes on',
      [mail('03'), on('05', { type: 'described', company: 'Ode', isNewJob: true })],
      '12',
      { state: 'TRYING', due: ['second person: 06', 'attempt 2: 12'] },
    ],
    [
      'promise with a date, a Saturday',
      [...NETWORK, on('18', { type: 'promised', text: 'names', dueOn: '2026-11-21' })],
      '18',
      {
        state: 'NETWORK',
        due: ['promise 1: 23', 'update 2026-11-16: 2026-12-10', 'coffee 2027-05-17: 2027-05-17'],
      },
    ],
    [
      'promise without one: BD10',
      [...NETWORK, on('18', { type: 'promised', text: 'names' })],
      '18',
      {
        state: 'NETWORK',
        due: ['promise 1: 2026-12-04', 'update 2026-11-16: 2026-12-10', 'coffee 2027-05-17: 2027-05-17'],
      },
    ],
    [
      'bounced: the attempt is void, and does not count',
      [mail('03'), on('03', { type: 'bounced' }), mail('05'), mail('16')],
      '16',
      { state: 'TRYING', due: ['attempt 3: 19'] },
    ],
    [
      'declined from any: MET too, all timers off',
      [...MET, on('17', { type: 'declined' })],
      '19',
      { state: 'DECLINED', due: [] },
    ],
    [
      'deferred from any, a Sunday: Monday',
      [...NETWORK, on('18', { type: 'deferred', until: '2026-12-06' })],
      '18',
      { state: 'DEFERRED', due: ['retry 2026-12-06: 2026-12-07'] },
    ],
    [
      'deferred, and answered by a mail: no attempt',
      [mail('03'), on('05', { type: 'deferred', until: '2027-02-01' }), mail('06')],
      '06',
      { state: 'DEFERRED', due: ['retry 2027-02-01: 2027-02-01'] },
    ],
    [
      'deferred, answered and written to again: an attempt',
      [mail('03'), on('05', { type: 'deferred', until: '2027-02-01' }), mail('06'), mail('12')],
      '12',
      { state: 'TRYING', due: ['attempt 3: 17'] },
    ],
    ['gave_up by the user', [mail('03'), on('05', { type: 'dropped' })], '05', { state: 'QUIET', due: [] }],
    [
      'covered by another of the group',
      [mail('03'), on('05', { type: 'covered', by: 9 })],
      '12',
      { state: 'QUIET', due: [] },
    ],
    [
      'covered, and kept: on by the plan',
      [mail('03'), on('05', { type: 'covered', by: 9 }), on('06', { type: 'kept' })],
      '06',
      { state: 'TRYING', due: ['second person: 06', 'attempt 2: 12'] },
    ],
  ])('%s', (_, facts, today, expected) => {
    expect(seen(today, facts)).toEqual(expected)
  })

  it('paused: the days of a pause are no business days', () => {
    const paused = {
      ...PRACTICE,
      calendar: { ...PRACTICE.calendar, pauses: [{ from: '2026-11-09', until: '2026-11-23' }] },
    }
    expect(seen('03', [mail('03')], paused).due).toEqual(['second person: 06', 'attempt 2: 30'])
  })

  it('hired: no chase, thank-yous and coffee stay, updates and touches stop', () => {
    const over = { ...PRACTICE, search: 'over' as const, hiredOn: '2026-11-18' }
    expect(seen('18', [mail('03')], over)).toEqual({ state: 'QUIET', due: [] })
    expect(seen('18', MET, over).due).toEqual(['thank 2026-11-16: 16', 'tell: 18'])
    expect(seen('18', NETWORK, over).due).toEqual(['tell: 18', 'coffee 2027-05-17: 2027-05-17'])
    expect(seen('18', [...NETWORK, on('18', { type: 'told' })], over).due).toEqual([
      'coffee 2027-05-17: 2027-05-17',
    ])
  })

  it('stopped: keeping in touch stops with the search', () => {
    const stopped = { ...PRACTICE, search: 'stopped' as const }
    expect(seen('18', NETWORK, stopped).due).toEqual(['coffee 2027-05-17: 2027-05-17'])
  })

  it('suggests nothing within 15 business days of the last word, whatever else is due (row 37)', () => {
    const wrote = [...NETWORK, touched('2027-05-14')]
    // 15 business days after Fri 14 May 2027: Memorial Day, Mon 31 May, skipped.
    expect(seen('2027-05-17', wrote).due).toContain('coffee 2027-05-17: 2027-06-07')
    expect(shownOn('2027-06-04', wrote)).toEqual([])
  })

  it('suggests one thing at a time: coffee goes before a touch', () => {
    expect(shownOn('2027-05-17', NETWORK)).toEqual(['coffee 2027-05-17'])
  })

  it('offers a card two business days after the thank-you, in person or starred only', () => {
    expect(shownOn('19', NETWORK)).toEqual([])
    const inPerson = [on('16', { type: 'met', channel: 'in person' }), thanked('17')]
    expect(shownOn('18', inPerson)).toEqual([])
    expect(shownOn('19', inPerson)).toEqual(['card 2026-11-16'])
    expect(shownOn('19', [...NETWORK, on('18', { type: 'starred' })])).toEqual(['card 2026-11-16'])
    expect(shownOn('19', [...inPerson, on('18', { type: 'cards off' })])).toEqual([])
    expect(shownOn('19', [...inPerson, on('18', { type: 'carded' })])).toEqual([])
    expect(shownOn('19', [booked('09', '16', '40 Main St'), met('16'), thanked('17')])).toEqual([
      'card 2026-11-16',
    ])
    expect(shownOn('19', [booked('09', '16', 'Zoom'), met('16'), thanked('17')])).toEqual([])
    expect(shownOn('19', inPerson, { ...PRACTICE, isWithoutCards: true })).toEqual([])
  })

  it('thanks for each of two meetings', () => {
    const both = [met('16'), met('18')]
    expect(shownOn('18', both)).toEqual(['thank 2026-11-16', 'thank 2026-11-18'])
    expect(shownOn('18', [...both, thanked('18')])).toEqual(['thank 2026-11-18'])
    expect(LATER('19', [...both, thanked('18'), thanked('19')]).state).toBe('NETWORK')
    expect(seen('20', [...NETWORK, met('19')])).toEqual({ state: 'MET', due: ['thank 2026-11-19: 19'] })
  })

  it('still thanks for a meeting when the next one is booked already', () => {
    const next = [met('16'), booked('17', '30')]
    expect(shownOn('18', next)).toEqual(['thank 2026-11-16'])
    expect(seen('18', [...next, thanked('18')])).toEqual({ state: 'BOOKED', due: ['meeting 2026-11-30: 25'] })
    expect(shownOn('13', [booked('05', '12'), booked('13', '19')])).toEqual(['thank 2026-11-12'])
  })

  it('takes a meeting that is said twice, or thanked for twice, once', () => {
    expect(LATER('17', [met('16'), met('16')]).meetings).toBe(1)
    const twice = LATER('19', [...NETWORK, thanked('19')])
    expect([twice.meetings, twice.metOn]).toEqual([1, '2026-11-16'])
  })

  it('leaves a step out that the user skips, its gap added to the next', () => {
    const skipped = [mail('03'), on('12', { type: 'skipped', key: 'attempt 2' })]
    expect(seen('12', skipped).due).toEqual(['second person: 06', 'attempt 3: 17'])
    expect(LATER('12', skipped).next?.channel).toBe('call')
  })

  it('closes by itself, where every further step is skipped', () => {
    const keys = ['attempt 2', 'attempt 3', 'attempt 4', 'attempt 5']
    const skipped = keys.map((key) => on('12', { type: 'skipped', key }))
    // 7 + 3 + 4 + 5 business days, and the last wait of 5, from Tue 3 Nov.
    expect(seen('12', [mail('03'), ...skipped]).due.at(-1)).toBe('closing 1: 2026-12-09')
  })

  it('forgets what was skipped and snoozed of an earlier round', () => {
    const skipped = on('12', { type: 'skipped', key: 'attempt 2' })
    expect(seen('16', [mail('03'), skipped, on('13', { type: 'dropped' }), mail('16')]).due).toContain(
      'attempt 2: 25',
    )
  })

  it('ends a snooze of everything when something else happens', () => {
    const snoozed = on('12', { type: 'snoozed', key: '*', until: '2026-12-01' })
    expect(shownOn('16', [mail('03'), snoozed, answered('13')])).toEqual(['answer 2026-11-13'])
  })
})
