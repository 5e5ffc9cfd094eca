import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/core/practice/events.ts'
import type { Outlook } from '../../src/core/practice/outlook.ts'
import type { Tally, WeekFigures } from '../../src/core/practice/week.ts'
import { asHtml } from '../../src/letters/layout/html.ts'
import { page } from '../../src/letters/layout/page.ts'
import { asText } from '../../src/letters/layout/text.ts'
import { type ReviewInput, review, reviewSubject } from '../../src/letters/review.ts'

const NOTHING: Tally = {
  firstContacts: 0,
  emails: 0,
  calls: 0,
  messages: 0,
  answers: 0,
  meetings: 0,
  thanksOwed: 0,
  thanksWithinDay: 0,
  introductions: 0,
  touches: 0,
  jobs: 0,
  networking: 0,
  applications: 0,
}

const WEEK = { from: '2026-11-13', until: '2026-11-20' }

const figures = (thisWeek: Partial<Tally>, fourWeeks: Partial<Tally> = thisWeek): WeekFigures => ({
  week: WEEK,
  thisWeek: { ...NOTHING, ...thisWeek },
  fourWeeks: { ...NOTHING, ...fourWeeks },
  isMostlyApplications: false,
})

const QUIET_WEEK: Outlook = {
  monday: '2026-11-23',
  followUps: 0,
  meetings: [],
  daysOff: [],
  sendOn: '2026-11-24',
}

const input = (parts: Partial<ReviewInput> = {}): ReviewInput => ({
  today: '2026-11-20',
  zone: 'America/New_York',
  figures: figures({ firstContacts: 1, emails: 1, networking: 1 }),
  rates: {},
  outlook: QUIET_WEEK,
  sources: new Set<Source>(),
  people: { count: 0, companies: 0 },
  applications: { count: 0, interviews: 0 },
  waiting: [],
  ...parts,
})

const text = (parts: Partial<ReviewInput>): string => {
  const { tables, closing } = review(input(parts))
  return asText(page({ tables, closing: closing(0) }))
}

/** The week and the numbers of practice 3.7. */
const PRACTICE: Partial<ReviewInput> = {
  figures: figures(
    {
      firstContacts: 6,
      emails: 9,
      calls: 3,
      answers: 3,
      meetings: 2,
      thanksOwed: 2,
      thanksWithinDay: 2,
      introductions: 1,
      touches: 1,
      networking: 17,
      applications: 3,
    },
    {
      firstContacts: 22,
      emails: 31,
      calls: 8,
      answers: 6,
      meetings: 4,
      thanksOwed: 4,
      thanksWithinDay: 4,
      introductions: 2,
      touches: 3,
      networking: 50,
      applications: 14,
    },
  ),
  rates: { replies: { of: 16, count: 5 }, repliesLater: { of: 5, count: 2 } },
  outlook: {
    monday: '2026-11-23',
    followUps: 7,
    meetings: [
      { name: 'Kit Moss', meeting: { on: '2026-11-23', startsAt: Date.parse('2026-11-23T09:30-05:00') } },
    ],
    daysOff: ['2026-11-26', '2026-11-27'],
    sendOn: '2026-11-24',
  },
}

describe('the review (practice 3.7)', () => {
  it('reads as the practice sets it', () => {
    expect(text(PRACTICE)).toBe(`\
YOUR WEEK (13 to 19 Nov)      this week   4 weeks
  People first contacted              6        22
  Attempts (emails / calls)       9 / 3    31 / 8
  Answered                            3         6
  Meetings held                       2         4
  Thank-yous within a day        2 of 2    4 of 4
  Introductions received              1         2
  In touch again                      1         3
  Networking / applications      17 / 3   50 / 14

Answered: 5 of the 16 people first written to over 10 business days ago (31%).
Cold business email gets about 3 to 9%; personal notes should do better.
2 of the 5 answered after the second or a later attempt.

Next week: 7 follow-ups, 1 meeting (Mon 9:30 Kit Moss), no digest Thu or Fri.
Write new first emails today, send them Tuesday.
`)
  })

  it('says the same in HTML', () => {
    const { tables, closing } = review(input(PRACTICE))
    const html = asHtml(page({ tables, closing: closing(0) }))
    expect(html).toContain('>YOUR WEEK (13 to 19 Nov)</th>')
    for (const sentence of closing(0)) expect(html).toContain(sentence)
  })

  it('says little where there is little to say', () => {
    expect(text({})).toBe(`\
YOUR WEEK (13 to 19 Nov)      this week   4 weeks
  People first contacted              1         1
  Attempts (emails / calls)       1 / 0     1 / 0

Next week: nothing new is due so far.
Write new first emails today, send them Tuesday.
`)
  })

  it('comes without anything, too, since silence would mean that it broke', () => {
    expect(text({ figures: figures({}), sources: new Set<Source>(['alumni']) })).toBe(`\
Nothing was logged in the last four weeks.

Next week: nothing new is due so far.
No guest lecturers yet.
Write new first emails today, send them Tuesday.
`)
  })

  it('has one line for whoever is away, and no advice', () => {
    expect(review(input({ figures: figures({}), isQuiet: true })).closing(0)).toEqual([
      'Nothing logged in two weeks. "pause 2w", "got the job", or BCC the next one.',
      '',
      'Next week: nothing new is due so far.',
    ])
  })

  it.each<[string, Partial<ReviewInput>, string]>([
    [
      'messages where there are any',
      { figures: figures({}, { firstContacts: 2, messages: 1, networking: 1 }) },
      'Attempts (emails / calls / messages)   0 / 0 / 0   0 / 0 / 1',
    ],
    [
      'no thank-you to owe this week',
      { figures: figures({}, { thanksOwed: 2, thanksWithinDay: 1 }) },
      'Thank-yous within a day           -    1 of 2',
    ],
    ['jobs that were spoken of', { figures: figures({ jobs: 1 }) }, 'Jobs heard of'],
    [
      'the 20/80 rule',
      { figures: { ...figures({}), isMostlyApplications: true } },
      'Mostly applications lately. The usual advice is one in five.',
    ],
    [
      'that all answered at once',
      { rates: { replies: { of: 10, count: 5 }, repliesLater: { of: 5, count: 0 } } },
      'All 5 answered the first attempt.',
    ],
    [
      'introductions apart',
      { rates: { introducedReplies: { of: 10, count: 8 } } },
      'Of the 10 people you were introduced to, 8 answered.',
    ],
    [
      'meetings by answers',
      { rates: { met: { of: 12, count: 8 } } },
      'You met 8 of the 12 people who answered.',
    ],
    [
      'introductions by meetings',
      { rates: { introductions: { of: 10, count: 1 } } },
      '1 introduction from the 10 people you met.',
    ],
    [
      'good news by source',
      { rates: { best: { source: 'alumni', of: 8, count: 5, others: { of: 14, count: 2 } } } },
      'Alumni answered 5 of 8, all others 2 of 14.',
    ],
    [
      'good news of a source alone',
      { rates: { best: { source: 'alumni', of: 8, count: 5 } } },
      'Alumni answered 5 of 8.',
    ],
    [
      'interviews, from 20 applications on',
      { applications: { count: 31, interviews: 1 } },
      'Applications: 1 interview from 31 (3%). Usual 3 to 5%.',
    ],
    ['people and companies', { people: { count: 12, companies: 9 } }, '12 people at 9 companies.'],
    [
      'whom only it still names',
      { waiting: ['Grace Kim', 'Max Orr'] },
      'Still waiting (2): Grace Kim, Max Orr. Answer by name.',
    ],
    [
      'the focus week',
      {
        focus: {
          figures: {
            monday: '2027-01-11',
            friday: '2027-01-15',
            place: 'D.C.',
            booked: 6,
            aim: 15,
            perDay: [2, 3, 0, 1, 0],
            crowded: [],
            tight: [],
          },
          notAnswered: 9,
        },
      },
      'D.C. week 11 to 15 Jan: 6 of 15 booked. Mon 2, Tue 3, Wed 0, Thu 1, Fri 0.\n9 people not yet answered.',
    ],
    [
      'more meetings than it names',
      {
        outlook: {
          ...QUIET_WEEK,
          meetings: [
            {
              name: 'Kit Moss',
              meeting: { on: '2026-11-23', startsAt: Date.parse('2026-11-23T14:00-05:00') },
            },
            { name: 'Ana Ruiz', meeting: { on: '2026-11-24' } },
            {
              name: 'Jo Beck',
              meeting: { on: '2026-11-25', startsAt: Date.parse('2026-11-25T19:30-05:00') },
            },
            { name: 'Tom Lee', meeting: { on: '2026-11-25' } },
          ],
        },
      },
      'Next week: 4 meetings (Mon 2:00 Kit Moss, Tue Ana Ruiz, Wed 7:30 pm Jo Beck\nand 1 more).',
    ],
    [
      'a week without digests',
      {
        outlook: {
          monday: '2026-11-23',
          followUps: 1,
          meetings: [],
          daysOff: ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01'],
        },
      },
      'Next week: 1 follow-up, no digests.\n',
    ],
    ['once a month, what to do about a forgotten BCC', { isFirstOfMonth: true }, 'Forgot a BCC?'],
  ])('names %s', (_, parts, expected) => {
    expect(text(parts)).toContain(expected)
  })

  it.each<[string, Partial<ReviewInput>, RegExp]>([
    ['applications where there are none', {}, /applications/],
    ['an interview rate of few applications', { applications: { count: 19, interviews: 1 } }, /interview/],
    ['a forgotten BCC in the middle of a month', {}, /Forgot/],
    ['a source in a week with new people', {}, /yet\./],
    ['one company', { people: { count: 3, companies: 1 } }, /compan/],
  ])('does not name %s', (_, parts, unwanted) => {
    expect(text(parts)).not.toMatch(unwanted)
  })

  it('proposes another source each idle week, and none that is used', () => {
    const tip = (today: string, used: Source[]): string | undefined =>
      review(input({ figures: figures({}), today, sources: new Set(used) }))
        .closing(0)
        .find((line) => /^No .* yet\.$/.test(line))
    expect(tip('2026-11-20', [])).not.toBe(tip('2026-11-27', []))
    const all: Source[] = ['alumni', 'mentor', 'friend', 'lecturer', 'news', 'company site']
    expect(tip('2026-11-20', all)).toBe('No professors yet.')
    expect(tip('2026-11-20', [...all, 'professor'])).toBeUndefined()
  })
})

describe('the subject of a review (practice 3.2)', () => {
  it.each([
    [['2 follow-ups'], 'Fri 20 Nov: 2 follow-ups and your week'],
    [[], 'Fri 20 Nov: your week'],
    [['thank Dev', '2 follow-ups'], 'Fri 20 Nov: thank Dev, 2 follow-ups and your week'],
    [
      ['Bartholomew Featherstonehaugh 2 pm', 'thank Dev', '2 follow-ups'],
      'Fri 20 Nov: Bartholomew Featherstonehaugh 2 pm and your week',
    ],
    [['x'.repeat(60)], 'Fri 20 Nov: your week'],
  ])('%j: %s', (parts, expected) => {
    expect(reviewSubject('2026-11-20', parts)).toBe(expected)
    expect(expected.length).toBeLessThanOrEqual(60)
  })
})
