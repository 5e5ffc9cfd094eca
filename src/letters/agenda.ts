import { businessDayFrom } from '../core/practice/business-days.ts'
import type { Booking } from '../core/practice/contact.ts'
import { addDays, daysBetween, formatDay, relativeDay, shortDay } from '../core/practice/days.ts'
import type { Meeting } from '../core/practice/events.ts'
import { isOwnQuestion, type Question, questionsFor } from './agenda-questions.ts'
import type { Case } from './case.ts'
import { clockTime } from './clock-time.ts'
import { firstName } from './first-name.ts'
import type { Block } from './layout/page.ts'
import { WIDTH } from './layout/wrap.ts'

/** A meeting, and all that its agenda may speak of. */
export type AgendaCase = {
  contact: Pick<Case['contact'], 'name' | 'company'>
  standing: Case['standing']
  /** Where several are set: which; else the next one. */
  meeting?: Booking
  settings: Case['settings']
  today: Case['today']
  /** The number of the meeting's line in the letter; without one the reply goes by the name. */
  n?: number
  /** Who introduced the two. */
  introducer?: string
}

/** The agenda of a meeting (practice 3.6): a heading, what is known, the questions, the ask, the manner. */
export function agenda(c: AgendaCase): Block {
  const meeting = meetingIn(c)
  if (!meeting) return [`${c.contact.name}: no meeting is set.`]
  const first = firstName(c.contact.name)
  if (isCoffee(c.standing, meeting)) return coffee(c, meeting)
  const questions = questionsFor(c.standing, c.contact.company)
  return [
    heading(c, meeting),
    ...known(c, meeting),
    `  Read first: ${reading(c, first)}.`,
    ...numbered(questions),
    ASK,
    `  Advice, not a job. Let ${first} finish. If cut to 15 minutes: 3, then the last.`,
    ...(isInPerson(meeting)
      ? ['  Be there 5 minutes early, dressed as for an interview, resume in the bag.']
      : []),
  ]
}

/** Agendas for more meetings than this are sent on demand (practice 3.3). */
const MAX_BLOCKS = 3

/** The agendas of a digest: of today's meetings and the next business day's, and a sentence about what did not fit. */
export function agendas(cases: AgendaCase[]): { blocks: Block[]; more?: string } {
  const sorted = cases.filter(isSoon).sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
  const left = sorted.slice(MAX_BLOCKS)
  const asked = left.map(({ n, contact }) => `"agenda ${n ?? contact.name}"`)
  return {
    blocks: sorted.slice(0, MAX_BLOCKS).map(agenda),
    ...(left.length > 0 && { more: `Agendas for ${left.length} more: reply ${asked.join(' or ')}.` }),
  }
}

/** Until the next business day: on a Friday the weekend's and Monday's meetings, too. */
function isSoon(c: AgendaCase): boolean {
  const { today, settings } = c
  const calendar = {
    country: settings.country,
    daysOff: settings.daysOff ?? [],
    pauses: settings.pauses ?? [],
  }
  const { on = '' } = meetingIn(c) ?? {}
  return today <= on && on <= businessDayFrom(addDays(today, 1), calendar)
}

const meetingIn = ({ meeting, standing }: AgendaCase): Booking | undefined => meeting ?? standing.booked[0]

const startOf = (c: AgendaCase): string => {
  const { on, startsAt = 0 } = meetingIn(c)!
  return `${on} ${String(startsAt).padStart(15, '0')}`
}

/** "AGENDA: Ana Ruiz, Corvid. Wed 18 Nov 10:00 am, 40 Main St" */
function heading({ contact, settings, today }: AgendaCase, { on, startsAt, place }: Meeting): string {
  const name = contact.company ? `${contact.name}, ${contact.company}` : contact.name
  const day = on === today ? 'Today' : formatDay(on, today)
  const time = startsAt === undefined ? '' : ` ${clockTime(startsAt, settings.zone)}`
  return `AGENDA: ${name}${/\.$/.test(name) ? '' : '.'} ${day}${time}${place ? `, ${place}` : ''}`
}

/** What the user noted and did, the goal, and what is not known yet. */
function known(c: AgendaCase, { on, startsAt, goal: wanted }: Booking): string[] {
  const { standing, today } = c
  const notes = standing.notes.map(({ text }) => text)
  const kept = notes.filter((text) => !isOwnQuestion(text) && !INTERRUPTING.test(text)).slice(-MAX_NOTES)
  const wrote = lastEmail(c)
  const goal = wanted ? `goal: ${wanted}` : `goal not set: reply "${target(c)} goal ..."`
  const sentences = [
    kept.length > 0 && `You noted: ${stopped(kept.map(bare).join('; '))}`,
    c.introducer && `${c.introducer} introduced you.`,
    standing.meetings > 0 && standing.metOn && `You met ${relativeDay(standing.metOn, today)}.`,
    stopped(wrote ? `You wrote ${shortDay(wrote)}; ${goal}` : capital(goal)),
  ].filter((sentence) => typeof sentence === 'string')
  return [
    `  ${sentences.join(' ')}`,
    ...(notes.some((text) => INTERRUPTING.test(text)) ? ['  Last time you noted: interrupting.'] : []),
    ...(startsAt === undefined
      ? [
          `  No hour yet: reply "${target(c)} meeting ${formatDay(on).slice(4).toLowerCase()} 10am" with the right one.`,
        ]
      : []),
  ]
}

const MAX_NOTES = 3

/** The user's own remark on how they listened (practice 1, row 25). */
const INTERRUPTING = /\binterrupt/i

/** How a reply calls this meeting: "1 goal ...", or "Ana goal ...". */
const target = ({ n, contact }: AgendaCase): string => String(n ?? contact.name)

/** "Corvid news, Ana's page, your email of 28 Oct" */
function reading(c: AgendaCase, first: string): string {
  const wrote = lastEmail(c)
  return [
    c.contact.company && `${c.contact.company} news`,
    `${first}'s page`,
    wrote && `your email of ${shortDay(wrote)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

const lastEmail = ({ standing }: AgendaCase): string | undefined =>
  standing.attempts.findLast(({ channel }) => channel === 'email')?.on

/** Numbers, questions, and what each is for in a column of its own, as far as that fits into a line. */
function numbered(questions: Question[]): string[] {
  const column = Math.max(...questions.map(({ text }) => text.length)) + 3
  return questions.map(({ text, is }, i) => {
    const label = `(${is})`
    const width = Math.min(column, WIDTH - 4 - label.length)
    return `  ${i + 1} ${text.padEnd(Math.max(width, text.length + 1))}${label}`
  })
}

const ASK = '  Last 5 minutes: who else should I speak with, and may I use your name?'

/** Phone and video need neither the road nor the dress; of a place that nobody said, nothing is said. */
const isInPerson = ({ place = '' }: Meeting): boolean =>
  place !== '' && !/phone|call|zoom|teams|meet\b|video|skype|facetime|webex|https?:|\bonline\b/i.test(place)

/** Coffee with somebody met long ago needs no agenda but a few lines (practice 3.6). */
const isCoffee = ({ meetings, metOn }: Case['standing'], { on, place = '' }: Meeting): boolean =>
  meetings > 0 &&
  (/coffee|caf[eé]/i.test(place) || (metOn !== undefined && daysBetween(metOn, on) >= LONG_AGO))

const LONG_AGO = 120

const coffee = (c: AgendaCase, meeting: Booking): Block => [
  heading(c, meeting),
  known(c, meeting)[0]!,
  // The last one asks for the hour.
  ...(meeting.startsAt === undefined ? known(c, meeting).slice(-1) : []),
  `  1 Since we spoke I did X. How are things${c.contact.company ? ` at ${c.contact.company}` : ' with you'}?`,
  ASK,
]

const bare = (text: string): string => text.trim().replace(/[.;]+$/, '')

const stopped = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
