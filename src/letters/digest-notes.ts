import { addBusinessDays } from '../core/practice/business-days.ts'
import { formatDay, relativeDay } from '../core/practice/days.ts'
import { brief } from './brief.ts'
import type { Case } from './case.ts'
import { typed } from './first-name.ts'
import { few } from './list.ts'
import type { Chosen } from './selection.ts'
import type { SectionName } from './wording.ts'

/** The sentences below the lines of a section: the hint, who is named without a number, how many more there are. */
export function notesOf(section: SectionName, { hints, folded, closing, waiting }: Chosen): string[] {
  const more = waiting.filter(({ wording }) => wording.section === section).length
  const isFollowUp = section === 'FOLLOW UP'
  return [
    ...(isFollowUp ? hints.map(hintSentence) : []),
    ...(isFollowUp && folded.length > 0
      ? [`Also waiting (${folded.length}): ${namesOf(folded)}. Answer by name.`]
      : []),
    ...(isFollowUp && closing.length > 0 ? [closingSentence(closing)] : []),
    ...(more > 0 ? (MORE[section]?.(more) ?? []) : []),
  ]
}

/** Who is given up on tomorrow and has no line. */
function closingSentence(closing: Case[]): string {
  const { today, practice } = closing[0]!
  const on = relativeDay(addBusinessDays(today, 1, practice.calendar), today)
  return `Moving on ${on} from ${closing.length} more: ${namesOf(closing)}. "keep ${typed(closing[0]!.contact.name)}" keeps one.`
}

const namesOf = (cases: Case[]): string => few(cases.map(({ contact }) => contact.name))

/** What did not fit. Keeping in touch never presses. */
const MORE: Partial<Record<SectionName, (count: number) => string[]>> = {
  MEETINGS: (count) => waitingSentence(count, 'meeting'),
  THANK: (count) => waitingSentence(count, 'thank-you'),
  ANSWER: (count) => waitingSentence(count, 'answer'),
  TELL: (count) => [`${count} more to tell; five come a day.`],
  'FOLLOW UP': (count) => waitingSentence(count, 'follow-up'),
}

const waitingSentence = (count: number, what: string): string[] => [
  count === 1
    ? `1 more ${what} is waiting; it comes as these clear.`
    : `${count} more ${what}s are waiting; they come as these clear.`,
]

const hintSentence = ({ contact, standing, today }: Case): string =>
  `${brief(contact.company ?? contact.name, 40)}: no answer logged to ${formatDay(standing.attempts[0]!.on, today)}. A second person there?`
