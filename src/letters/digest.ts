import { type Item, NOBODY } from '../core/commands/item.ts'
import { relativeDay } from '../core/practice/days.ts'
import type { LocalDate } from '../core/practice/events.ts'
import type { Settings } from '../core/practice/settings.ts'
import type { Practice } from '../core/practice/timers.ts'
import { agendas } from './agenda.ts'
import { type Ask, askLine } from './asks.ts'
import { type Case, meetingOf } from './case.ts'
import { footer, STOP } from './digest-footer.ts'
import { digestLine, type Entry, itemOf } from './digest-line.ts'
import { notesOf } from './digest-notes.ts'
import { type Block, type Line, type Page, page, type Section } from './layout/page.ts'
import { asText } from './layout/text.ts'
import { type Review, reviewSubject } from './review.ts'
import { type Chosen, chosen } from './selection.ts'
import { opening, subject, subjectParts } from './summary.ts'
import { SECTIONS } from './wording.ts'

/** What a digest is made of. */
export type DigestInput = {
  today: LocalDate
  settings: Settings
  practice: Practice
  /** Everything that is due today. */
  cases: Case[]
  /** What came in since the last digest, and the day that was. */
  logged: { sinceOn: LocalDate; entries: string[]; sentences: string[] }
  /** The one thing to say of a first email. */
  coaching?: string
  questions: Ask[]
  /** Where this is the last letter: the sentence that says so. */
  last?: string
  /** On the day of the review: the week in numbers. */
  review?: Review
  privateAddress: string
  /** The URL of a page that does what a gesture says, by contact, obligation and command; where there is none, a mail does. */
  gestureLink?: (contact: number, key: string, command: string) => string | undefined
  /** The digest's own address, where answers go. */
  replyTo: string
  unsubscribe: string
}

export type Digest = {
  subject: string
  page: Page
  items: Item[]
  /** The obligations that are in it, folded ones too. */
  shown: { contact: number; key: string }[]
}

/** Practice 3.3: words of a letter, its agendas and the review left out. */
const MAX_WORDS = 350

/**
 * The morning letter (practice 3), or undefined where nothing is due, to be asked or to be reviewed: silence. Lines
 * that would make it too long wait, the last ones first.
 */
export function digest(input: DigestInput): Digest | undefined {
  const asks = input.questions.flatMap((question, i) => (i < MAX_CHECKS ? [question] : []))
  const choice = chosen(input.cases, input.today, asks.length)
  const isEmpty = choice.entries.length + choice.folded.length + choice.closing.length + asks.length === 0
  if (isEmpty && !input.review && !input.last) return undefined
  // The review of a week is a letter of its own that rides along: it takes no room from the lines.
  const measured = { ...input, review: undefined }
  let { entries, waiting } = choice
  for (;;) {
    const letter = written(measured, { ...choice, entries, waiting }, asks)
    const last = entries.findLast((entry) => entry.case.obligation.kind !== 'closing')
    if (!last || entries.length === 1 || words(letter.page) <= MAX_WORDS)
      return input.review ? written(input, { ...choice, entries, waiting }, asks) : letter
    entries = entries.filter((entry) => entry !== last)
    waiting = [...waiting, last]
  }
}

const words = (letter: Page): number =>
  asText({ ...letter, blocks: [] })
    .split(/\s+/)
    .filter((word) => word !== '').length

/** The letter with these lines. */
function written(input: DigestInput, choice: Chosen, asks: Ask[]): Digest {
  const { today, settings, review } = input
  const { entries, folded, hints, closing } = choice
  const items = entries.map((entry, i) => itemOf(entry, i + 1))
  const agenda = agendasOf(entries, input)
  const asides = firstAsides(entries)
  const sections: Section[] = []
  for (const name of SECTIONS) {
    const lines = entries.flatMap((entry, i) =>
      entry.wording.section === name ? [digestLine(entry, i + 1, asides.has(entry), input)] : [],
    )
    if (name === 'CHECK') lines.push(...asks.flatMap((question) => ask(question, items)))
    const after = [...(name === 'MEETINGS' && agenda.more ? [agenda.more] : []), ...notesOf(name, choice)]
    if (lines.length > 0 || after.length > 0) sections.push({ heading: name, lines, after })
  }
  const sums = { entries, checks: asks.length, folded: folded.length }
  const parts = subjectParts(today, sums, settings.zone)
  const isEmpty = entries.length + folded.length + closing.length + asks.length === 0
  return {
    subject: review
      ? reviewSubject(today, parts)
      : subject(today, input.last ? ['the last letter', ...parts] : parts),
    page: page({
      opening: [
        ...(input.last ? [input.last] : []),
        ...(!isEmpty ? opening(sums, today, settings.zone) : review ? [review.opening] : []),
      ],
      sections,
      blocks: agenda.blocks,
      ...(review && { tables: review.tables }),
      closing: paragraphs(logged(input), review?.closing(followUpsIn(choice.waiting)) ?? []),
      footer: review ? [STOP] : footer(entries, choice),
      unsubscribe: input.unsubscribe,
    }),
    items,
    shown: [
      ...entries.flatMap((entry) => [entry.case, ...entry.others]),
      ...folded,
      ...closing,
      ...hints,
    ].map((c) => ({ contact: c.contact.id, key: c.obligation.key })),
  }
}

const followUpsIn = (entries: Entry[]): number =>
  entries.filter(({ wording }) => wording.section === 'FOLLOW UP').length

/** The entries that say what is said once in a letter. */
function firstAsides(entries: Entry[]): Set<Entry> {
  const said = new Map<string, Entry>()
  for (const entry of entries) {
    const { aside } = entry.wording
    if (aside && !said.has(aside)) said.set(aside, entry)
  }
  return new Set(said.values())
}

/** The agendas of the meetings that have a line; their numbers are those of the lines, which come first. */
function agendasOf(entries: Entry[], { settings, today }: DigestInput): { blocks: Block[]; more?: string } {
  const meetings = entries.filter(({ wording }) => wording.section === 'MEETINGS')
  return agendas(
    meetings.map(({ case: c }, i) => ({
      contact: c.contact,
      standing: c.standing,
      meeting: meetingOf(c),
      settings,
      today,
      n: i + 1,
      ...(c.standing.viaName && { introducer: c.standing.viaName }),
    })),
  )
}

const MAX_CHECKS = 2

/** A question of the Check section; undefined for one that is asked elsewhere. */
function ask(question: Ask, items: Item[]): Line[] {
  const n = items.length + 1
  const line = askLine(question, n)
  if (!line) return []
  const [contact = NOBODY, other] = question.contacts ?? []
  items.push({
    n,
    contact: other === undefined ? contact : NOBODY,
    kind: 'check',
    key: `question ${question.id}`,
  })
  return [{ n, ...line, links: [] }]
}

/** "Logged since yesterday: Max Orr (email 1), Sofia Marsh (answered)." Five, then "and 4 more". */
function logged({ logged: { sinceOn, entries, sentences }, coaching, today }: DigestInput): string[] {
  const after = [...sentences, ...(coaching ? [coaching] : [])]
  if (entries.length === 0) return after
  const more = entries.length - MAX_LOGGED
  const names = entries.slice(0, MAX_LOGGED).join(', ') + (more > 0 ? ` and ${more} more` : '')
  return [`Logged since ${relativeDay(sinceOn, today)}: ${names}.`, ...after]
}

const MAX_LOGGED = 5

/** Groups of sentences with a gap between them. */
const paragraphs = (...groups: string[][]): string[] =>
  groups.filter((group) => group.length > 0).flatMap((group, i) => (i === 0 ? group : ['', ...group]))
