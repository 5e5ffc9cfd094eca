import { describe, expect, it } from 'vitest'
import type { Fact, LocalDate, Meeting } from '../../src/core/practice/events.ts'
import { type AgendaCase, agenda, agendas } from '../../src/letters/agenda.ts'
import { page } from '../../src/letters/layout/page.ts'
import { asText } from '../../src/letters/layout/text.ts'
import { email, history, standingOn } from '../core/practice/history.ts'

const TODAY = '2026-11-17'

type Parts = {
  name?: string
  company?: string
  meeting?: Partial<Meeting>
  facts?: [LocalDate, Fact][]
  n?: number | undefined
  introducer?: string
  today?: LocalDate
}

const at = (on: LocalDate, time: string): number => Date.parse(`${on}T${time}-05:00`)

/** Ana Ruiz of Corvid, written to on 28 Oct, tomorrow at 10. */
function ana({
  meeting = {},
  facts = [],
  name = 'Ana Ruiz',
  today = TODAY,
  ...parts
}: Parts = {}): AgendaCase {
  const { company, n, introducer } = { company: 'Corvid', n: 2, ...parts }
  const on = '2026-11-18'
  const booked: Meeting = { on, startsAt: at(on, '10:00'), place: '40 Main St', ...meeting }
  const events = history(email('2026-10-28'), ['2026-11-10', { type: 'booked', meeting: booked }], ...facts)
  return {
    contact: { name, ...(company && { company }) },
    standing: standingOn(today, events),
    settings: { zone: 'America/New_York', country: 'US', digestAt: 450 },
    today,
    ...(n && { n }),
    ...(introducer && { introducer }),
  }
}

const note = (text: string): [LocalDate, Fact] => ['2026-11-11', { type: 'noted', text }]
const GOAL: [LocalDate, Fact] = ['2026-11-12', { type: 'goal set', text: 'how Corvid hires' }]

describe('an agenda (practice 3.6)', () => {
  it('reads as the practice sets it', () => {
    expect(agenda(ana({ facts: [note('knows Tom from Duke'), GOAL] })).join('\n')).toBe(`\
AGENDA: Ana Ruiz, Corvid. Wed 18 Nov 10:00 am, 40 Main St
  You noted: knows Tom from Duke. You wrote 28 Oct; goal: how Corvid hires.
  Read first: Corvid news, Ana's page, your email of 28 Oct.
  1 What has changed most in this work in the last year or two?   (trend)
  2 What surprised you about doing it at Corvid?                  (insight)
  3 In my place, what would you do now to be hired for it?        (advice)
  4 What should I read, join or learn first?                      (resources)
  5 Which projects or skills will matter most next year?         (assignments)
  Last 5 minutes: who else should I speak with, and may I use your name?
  Advice, not a job. Let Ana finish. If cut to 15 minutes: 3, then the last.
  Be there 5 minutes early, dressed as for an interview, resume in the bag.`)
  })

  it('fits into a text as it is', () => {
    const block = agenda(ana({ facts: [note('knows Tom from Duke'), GOAL] }))
    expect(asText(page({ blocks: [block] }))).toBe(`${block.join('\n')}\n`)
  })

  it('asks for the goal, by the number of the line or else by the name', () => {
    expect(agenda(ana())[1]).toBe('  You wrote 28 Oct; goal not set: reply "2 goal ...".')
    expect(agenda(ana({ n: undefined }))[1]).toBe(
      '  You wrote 28 Oct; goal not set: reply "Ana Ruiz goal ...".',
    )
  })

  it.each<[string, Parts, string[]]>([
    [
      'a recruiter',
      { facts: [['2026-11-11', { type: 'described', role: 'recruiter' }]] },
      ['3 Looking at my background, what stops a call-back?'],
    ],
    [
      'a hiring manager',
      { facts: [['2026-11-11', { type: 'described', role: 'hiring manager' }]] },
      [
        '3 In my place, what would you do now to be hired for it?',
        '5 What in my background stops a call-back?',
      ],
    ],
    [
      'alumni',
      { facts: [['2026-11-11', { type: 'described', source: 'alumni' }]] },
      ['1 How did you get from school to this?'],
    ],
    [
      'a second meeting',
      {
        facts: [
          ['2026-11-11', { type: 'met' }],
          ['2026-11-12', { type: 'thanked' }],
          ['2026-11-13', { type: 'booked', meeting: { on: '2026-11-18', place: '40 Main St' } }],
        ],
      },
      ['1 Since we spoke I did X. What next?', 'You met Wed 11 Nov.'],
    ],
    [
      'no company',
      { company: '' },
      ['2 What surprised you about doing it? ', "  Read first: Ana's page, your email of 28 Oct."],
    ],
    [
      'today',
      { meeting: { on: TODAY, startsAt: at(TODAY, '14:00'), place: 'by phone' } },
      ['AGENDA: Ana Ruiz, Corvid. Today 2:00 pm, by phone'],
    ],
    ['an introduction', { introducer: 'Priya Shah' }, ['  Priya Shah introduced you. You wrote 28 Oct;']],
    [
      'a question of the user',
      { facts: [note('ask about the rotation program'), note('likes sailing')] },
      ['You noted: likes sailing.', '6 Ask about the rotation program.', '(yours)'],
    ],
    ['the last three notes', { facts: ['a', 'b.', 'c', 'd'].map(note) }, ['You noted: b; c; d. You wrote']],
    [
      'interrupting, since the user wrote it',
      { facts: [note('I interrupted a lot')] },
      ['  Last time you noted: interrupting.'],
    ],
    [
      'no hour',
      { meeting: { startsAt: undefined } },
      ['No hour yet: reply "2 meeting 18 nov 10am" with the right one.'],
    ],
  ])('knows %s', (_, parts, expected) => {
    const text = agenda(ana(parts)).join('\n')
    for (const words of expected) expect(text).toContain(words)
  })

  it.each<[string, Parts, RegExp]>([
    ['dress by phone', { meeting: { place: 'phone' } }, /dressed/],
    ['dress on Zoom', { meeting: { place: 'Zoom' } }, /dressed/],
    ['dress on a link', { meeting: { place: 'https://x.example/j/1' } }, /dressed/],
    ['dress where no place is known', { meeting: { place: undefined } }, /dressed/],
    ['interrupting of its own accord', {}, /interrupt/],
    ['a note of interrupting among the notes', { facts: [note('I interrupted a lot')] }, /You noted: I/],
  ])('does not speak of %s', (_, parts, unwanted) => {
    expect(agenda(ana(parts)).join('\n')).not.toMatch(unwanted)
  })

  it('has five to seven questions, and advice among them', () => {
    const questions = (count: number): string[] =>
      agenda(ana({ facts: Array.from({ length: count }, (_, i) => note(`why ${i}?`)) })).filter((line) =>
        /^ {2}\d /.test(line),
      )
    expect(questions(0)).toHaveLength(5)
    expect(questions(2)).toHaveLength(7)
    expect(questions(9)).toHaveLength(7)
    expect(questions(9)[2]).toContain('(advice)')
  })

  it('is three lines for a coffee', () => {
    const coffee = ana({
      today: '2026-11-17',
      facts: [
        ['2026-05-19', { type: 'met' }],
        ['2026-05-20', { type: 'thanked' }],
        [
          '2026-11-12',
          {
            type: 'booked',
            meeting: { on: '2026-11-18', startsAt: at('2026-11-18', '15:00'), place: 'Blue Bottle' },
          },
        ],
        note('daughter at Duke'),
      ],
    })
    expect(agenda(coffee)).toEqual([
      'AGENDA: Ana Ruiz, Corvid. Wed 18 Nov 3:00 pm, Blue Bottle',
      '  You noted: daughter at Duke. You met Tue 19 May. You wrote 28 Oct; goal not set: reply "2 goal ...".',
      '  1 Since we spoke I did X. How are things at Corvid?',
      '  Last 5 minutes: who else should I speak with, and may I use your name?',
    ])
  })
})

describe('the agendas of a digest (practice 3.3)', () => {
  const on = (day: LocalDate, time: string, name: string, n: number): AgendaCase =>
    ana({ name, n, meeting: { on: day, startsAt: at(day, time) } })

  it("are today's and the next business day's, by the clock", () => {
    const { blocks, more } = agendas([
      on('2026-11-18', '10:00', 'Ana Ruiz', 2),
      on('2026-11-19', '10:00', 'Jo Beck', 3),
      on(TODAY, '14:00', 'Tom Lee', 1),
    ])
    expect(blocks.map(([heading]) => heading)).toEqual([
      'AGENDA: Tom Lee, Corvid. Today 2:00 pm, 40 Main St',
      'AGENDA: Ana Ruiz, Corvid. Wed 18 Nov 10:00 am, 40 Main St',
    ])
    expect(more).toBeUndefined()
  })

  it("on a Friday, the weekend's and Monday's", () => {
    const friday = '2026-11-20'
    const days = ['2026-11-20', '2026-11-21', '2026-11-23', '2026-11-24']
    const cases = days.map((day) => ana({ today: friday, meeting: { on: day, startsAt: at(day, '10:00') } }))
    expect(agendas(cases).blocks).toHaveLength(3)
  })

  it('are three, and a sentence about the others', () => {
    const hours = ['09:00', '10:00', '11:00', '13:00', '14:00']
    const { blocks, more } = agendas(hours.map((time, i) => on(TODAY, time, 'Ana Ruiz', i + 1)))
    expect(blocks).toHaveLength(3)
    expect(more).toBe('Agendas for 2 more: reply "agenda 4" or "agenda 5".')
  })

  it('are none of a meeting that was held', () => {
    expect(agendas([ana({ meeting: { on: TODAY }, facts: [[TODAY, { type: 'met' }]] })])).toEqual({
      blocks: [],
    })
  })
})
