import { formatDay } from '../core/practice/days.ts'
import type { LocalDate, Source } from '../core/practice/events.ts'
import type { FocusFigures } from '../core/practice/focus-week.ts'
import type { Outlook } from '../core/practice/outlook.ts'
import type { Rates } from '../core/practice/rates.ts'
import type { WeekFigures } from '../core/practice/week.ts'
import { keptInSilence } from './kept.ts'
import type { Table } from './layout/page.ts'
import { few } from './list.ts'
import { focusSentences, outlookSentence } from './review-ahead.ts'
import { rateSentences } from './review-rates.ts'
import { weekTable } from './review-table.ts'
import { sendTip, sourceTip } from './review-tips.ts'

/** What a review is made of (practice 3.7). */
export type ReviewInput = {
  today: LocalDate
  /** IANA name, for the hours of meetings. */
  zone: string
  figures: WeekFigures
  rates: Rates
  outlook: Outlook
  /** Sources of the people written to so far, for the tip of a week in which nobody was. */
  sources: Set<Source>
  /** All people so far, and the companies they are at. */
  people: { count: number; companies: number }
  /** Over the whole search, as logged. */
  applications: { count: number; interviews: number }
  /** Names of people whose line was folded so often that only the review names them (practice 2.5, no_answer). */
  waiting: string[]
  /** Set while a focus week is ahead. */
  focus?: { figures: FocusFigures; notAnswered?: number }
  /** The first review of a month. */
  isFirstOfMonth?: boolean
  /** Nothing of the user's came for ten business days (`signOfLife`). */
  isQuiet?: boolean
}

/** The parts of a letter's page that a review adds. On its day they stand in place of the footer. */
export type Review = {
  /** For a review that comes alone, since nothing is due. */
  opening: string
  tables: Table[]
  /** For the end of the page, where so many follow-ups have no line today and wait; '' is a gap. */
  closing: (waiting: number) => string[]
}

/** The week in numbers, what they mean, and the week ahead. Counts first, rates second; nothing that is not so. */
export function review(input: ReviewInput): Review {
  const table = weekTable(input.figures)
  return {
    opening: 'Nothing is due today. Here is your week.',
    tables: table.rows.length > 0 ? [table] : [],
    closing: (waiting) =>
      paragraphs(
        input.isQuiet ? [QUIET] : [],
        table.rows.length === 0 && !input.isQuiet ? ['Nothing was logged in the last four weeks.'] : [],
        rateSentences(input.rates, input.applications),
        input.figures.isMostlyApplications ? [MOSTLY_APPLICATIONS] : [],
        peopleSentences(input),
        input.focus ? focusSentences(input.focus.figures, input.focus.notAnswered) : [],
        [outlookSentence(withWaiting(input.outlook, waiting), input.zone), ...tips(input)],
      ),
  }
}

/** What has no line in today's letter comes in that week too. */
const withWaiting = (outlook: Outlook, waiting: number): Outlook => ({
  ...outlook,
  followUps: outlook.followUps + waiting,
})

/** Where letters have become weekly, and in the one with which they end (practice 3.1, 8.2). */
const QUIET = 'Nothing logged in two weeks. "pause 2w", "got the job", or BCC the next one.'

export const lastLetter = (now: number, zone: string): string =>
  `Nothing logged in six weeks, so this is the last letter. BCC the next mail, or answer "resume", and they come again. ${keptInSilence(now, zone)}`

const MOSTLY_APPLICATIONS = 'Mostly applications lately. The usual advice is one in five.'

/** Mail programs show about so many characters on a phone (practice 3.2). */
const MAX_SUBJECT = 60

/** "Fri 20 Nov: 2 follow-ups and your week"; `parts` are those of a digest's subject, dropped from the right. */
export function reviewSubject(today: LocalDate, parts: string[]): string {
  for (let count = Math.min(parts.length, 3); count > 0; count--) {
    const subject = `${formatDay(today)}: ${parts.slice(0, count).join(', ')} and your week`
    if (subject.length <= MAX_SUBJECT) return subject
  }
  return `${formatDay(today)}: your week`
}

/** Groups of sentences with a gap between two. */
const paragraphs = (...groups: string[][]): string[] =>
  groups.filter((group) => group.length > 0).flatMap((group, i) => (i > 0 ? ['', ...group] : group))

/** "12 people at 9 companies." and who is waited for without a line. */
function peopleSentences({ people, waiting }: ReviewInput): string[] {
  const sentences = []
  if (people.companies > 1) sentences.push(`${people.count} people at ${people.companies} companies.`)
  if (waiting.length > 0)
    sentences.push(`Still waiting (${waiting.length}): ${few(waiting)}. Answer by name.`)
  return sentences
}

/** At most a few words of advice; none to somebody who is away. */
function tips({ figures, sources, outlook, isFirstOfMonth, isQuiet, today }: ReviewInput): string[] {
  if (isQuiet) return []
  const isIdle = figures.thisWeek.firstContacts === 0
  return [
    isIdle ? sourceTip(sources, today) : undefined,
    sendTip(outlook),
    isFirstOfMonth
      ? 'Forgot a BCC? Forward the mail from your Sent folder; it counts from its own date.'
      : undefined,
  ].filter((tip) => tip !== undefined)
}
