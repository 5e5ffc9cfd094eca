import { formatDay, relativeDay } from '../core/practice/days.ts'
import type { LocalDate } from '../core/practice/events.ts'
import { brief } from './brief.ts'
import { meetingOf } from './case.ts'
import { clockTime } from './clock-time.ts'
import type { Entry } from './digest-line.ts'
import { firstName } from './first-name.ts'
import type { SectionName } from './wording.ts'

/** What the head of a digest speaks of. */
export type Sums = { entries: Entry[]; checks: number; folded: number }

/** Of a name in it. */
const MAX_NAME = 26

/** Practice 3.2: mail programs show about so many characters on a phone. */
const MAX_SUBJECT = 60

/** "Tue 17 Nov: Tom Lee 2 pm, thank Dev, 4 follow-ups": up to three parts, dropped from the right where too long. */
export function subject(today: LocalDate, parts: string[]): string {
  const head = `${formatDay(today)}: `
  for (let count = Math.min(parts.length, 3); count > 0; count--) {
    const text = head + parts.slice(0, count).join(', ')
    if (text.length <= MAX_SUBJECT || count === 1) return text.slice(0, MAX_SUBJECT)
  }
  return `${formatDay(today)}: still waiting`
}

/** What a subject may say, the most important first. */
export function subjectParts(today: LocalDate, sums: Sums, zone: string): string[] {
  const { meetings, outcomes, thanks, cards, answers, told, followUps, touches } = counts(sums)
  return [
    meetings[0] && meetingPart(meetings[0], today, zone, meetings.length),
    outcomes.length === 1
      ? `met ${firstName(nameOf(outcomes))}?`
      : outcomes.length > 1 && `met ${outcomes.length}?`,
    thanks.length === 1
      ? `thank ${firstName(nameOf(thanks))}`
      : thanks.length > 1 && `${thanks.length} thank-yous`,
    answers.length === 1
      ? `answer ${firstName(nameOf(answers))}`
      : answers.length > 1 && `${answers.length} answers`,
    told > 0 && `tell ${told}`,
    followUps > 0 && plural(followUps, 'follow-up'),
    touches > 0 && `${touches} in touch`,
    cards > 0 && 'a card',
    sums.checks > 0 && plural(sums.checks, 'question'),
  ].filter((part) => typeof part === 'string')
}

/** "Tom Lee at 2 pm, one thank-you, four follow-ups." and "About 30 minutes.", as one paragraph. */
export function opening(sums: Sums, today: LocalDate, zone: string): string[] {
  const { meetings, outcomes, thanks, cards, answers, told, followUps, touches } = counts(sums)
  const parts = [
    meetings[0] && meetingPart(meetings[0], today, zone, meetings.length, ' at'),
    outcomes.length > 0 && plural(outcomes.length, 'meeting to tell of', word, 'meetings to tell of'),
    thanks.length > 0 && plural(thanks.length, 'thank-you', word),
    answers.length > 0 && plural(answers.length, 'answer', word),
    told > 0 && plural(told, 'to tell of the job', word, 'to tell of the job'),
    followUps > 0 && plural(followUps, 'follow-up', word),
    touches > 0 && plural(touches, 'line to keep in touch', word, 'lines to keep in touch'),
    cards > 0 && plural(cards, 'card', word),
    sums.checks > 0 && plural(sums.checks, 'question', word),
  ].filter((part) => typeof part === 'string')
  const sentence = parts.length > 0 ? `${capital(parts.join(', '))}.` : 'Nothing new; some are still waiting.'
  const minutes = sums.entries.reduce((sum, { wording }) => sum + wording.minutes, 0)
  const time = minutes > 0 ? ` About ${Math.max(5, Math.round(minutes / 5) * 5)} minutes.` : ''
  return [sentence + time]
}

function counts({ entries }: Sums) {
  const of = (section: SectionName) => entries.filter(({ wording }) => wording.section === section)
  return {
    meetings: of('MEETINGS').filter((entry) => entry.case.obligation.kind === 'meeting'),
    outcomes: of('MEETINGS').filter((entry) => entry.case.obligation.kind === 'outcome'),
    thanks: of('THANK').filter((entry) => entry.case.obligation.kind === 'thank'),
    cards: of('THANK').filter((entry) => entry.case.obligation.kind === 'card').length,
    answers: of('ANSWER'),
    told: of('TELL').length,
    followUps: of('FOLLOW UP').length,
    touches: of('KEEP IN TOUCH').length,
  }
}

/** "Tom Lee 2 pm", "Ana Ruiz tomorrow", "3 meetings". */
function meetingPart(entry: Entry, today: LocalDate, zone: string, count: number, at = ''): string {
  if (count > 2) return `${count} meetings`
  const { contact } = entry.case
  const { on, startsAt } = meetingOf(entry.case)!
  const day = on === today ? '' : ` ${relativeDay(on, today)}`
  const time = startsAt === undefined ? '' : `${at} ${clockTime(startsAt, zone, false)}`
  return `${brief(contact.name, MAX_NAME)}${day}${time || (day ? '' : ' today')}`
}

const nameOf = ([entry]: Entry[]): string => brief(entry!.case.contact.name, MAX_NAME)

const word = (n: number): string =>
  ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][n] ?? String(n)

const plural = (n: number, one: string, say: (n: number) => string = String, many = `${one}s`): string =>
  `${say(n)} ${n === 1 ? one : many}`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
