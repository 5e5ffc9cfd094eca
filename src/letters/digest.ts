import type { Item } from '../core/commands/item.ts'
import { businessDayBefore } from '../core/practice/business-days.ts'
import { formatDay, relativeDay } from '../core/practice/days.ts'
import type { LocalDate } from '../core/practice/events.ts'
import type { Settings } from '../core/practice/settings.ts'
import type { Practice } from '../core/practice/timers.ts'
import { agendas } from './agenda.ts'
import { type Ask, askLine } from './asks.ts'
import { type Case, meetingOf } from './case.ts'
import { draftLink } from './drafting.ts'
import { mailto } from './drafts/mailto.ts'
import { firstName } from './first-name.ts'
import { type Block, type Line, type Link, type Page, page, type Section } from './layout/page.ts'
import { list } from './list.ts'
import { type Review, reviewSubject } from './review.ts'
import { chosen } from './selection.ts'
import { opening, subject, subjectParts } from './summary.ts'
import type { SectionName, Wording } from './wording.ts'
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

/** A line with its place, before it has a number. */
export type Entry = {
  case: Case
  wording: Wording
  /** The others of a group that one mail went to. */
  others: Case[]
}

/** The morning letter (practice 3), or undefined where nothing is due, to be asked or to be reviewed: silence. */
export function digest(input: DigestInput): Digest | undefined {
  const { today, settings } = input
  const { entries, folded, hints, waiting } = chosen(input.cases, today)
  const isEmpty = entries.length === 0 && folded.length === 0 && input.questions.length === 0
  if (isEmpty && !input.review && !input.last) return undefined
  const items: Item[] = []
  const sections: Section[] = []
  const agenda = agendasOf(entries, input)
  for (const name of SECTIONS) {
    const lines = entries
      .filter(({ wording }) => wording.section === name)
      .map((entry) => line(entry, items, input))
    if (name === 'CHECK')
      lines.push(...input.questions.slice(0, MAX_CHECKS).flatMap((question) => ask(question, items)))
    const after =
      name === 'FOLLOW UP'
        ? followUpNotes(folded, hints, waiting)
        : name === 'MEETINGS' && agenda.more
          ? [agenda.more]
          : []
    if (lines.length > 0 || after.length > 0) sections.push({ heading: name, lines, after })
  }
  const sums = { entries, checks: Math.min(input.questions.length, MAX_CHECKS), folded: folded.length }
  const parts = subjectParts(today, sums, settings.zone)
  const { review } = input
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
      closing: paragraphs(logged(input), review?.closing ?? []),
      footer: review ? [STOP] : footer(sections),
      unsubscribe: input.unsubscribe,
    }),
    items,
    shown: [...entries.flatMap((entry) => [entry.case, ...entry.others]), ...folded, ...hints].map((c) => ({
      contact: c.contact.id,
      key: c.obligation.key,
    })),
  }
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

function line({ case: c, wording, others }: Entry, items: Item[], input: DigestInput): Line {
  const n = items.length + 1
  const { kind, key } = c.obligation
  const channel = c.standing.next?.channel
  items.push({
    n,
    contact: c.contact.id,
    kind,
    key,
    ...(kind === 'attempt' && channel && { channel }),
    ...(others.length > 0 && { also: others.map((other) => other.contact.id) }),
  })
  return {
    n,
    ...(wording.verb && { verb: wording.verb }),
    ...(others.length > 0 ? groupName([c, ...others]) : personName(c)),
    ...(wording.phone && { phone: wording.phone }),
    ...(wording.end && { end: wording.end }),
    reason: wording.reason,
    links: links(n, [c, ...others], wording, input),
  }
}

const personName = ({ contact: { name, company } }: Case) => ({ name, ...(company && { company }) })

/** "Ode (Sofia, Jo, Max)" where they share a company, else their names. */
function groupName(cases: Case[]): { name: string } {
  const companies = new Set(cases.map(({ contact }) => contact.company))
  const [company] = companies
  if (companies.size > 1 || !company) return { name: list(cases.map(({ contact }) => contact.name)) }
  return { name: `${company} (${cases.map(({ contact }) => firstName(contact.name)).join(', ')})` }
}

/** At most three: the draft, then the gestures, each a page or a mail to the digest's address with the command in it. */
function links(n: number, cases: Case[], wording: Wording, input: DigestInput): Link[] {
  const draft = wording.draft && draftLink(wording.draft, cases, input.privateAddress)
  const gestures = wording.gestures.map(([word, command]) => ({
    word,
    href:
      input.gestureLink?.(cases[0]!.contact.id, cases[0]!.obligation.key, command) ??
      mailto({
        to: input.replyTo,
        bcc: '',
        subject: `${formatDay(input.today)}: ${cases[0]!.contact.name}`,
        body: `${n} ${command}`,
      }),
  }))
  const ahead = wording.thanksAhead && draftLink(wording.thanksAhead, cases, input.privateAddress)
  return [
    ...(draft ? [{ word: 'Draft', href: draft }] : []),
    ...(ahead ? [{ word: 'Thank-you', href: ahead }] : []),
    ...gestures,
  ].slice(0, 3)
}

/** A question of the Check section; undefined for one that is asked elsewhere. */
function ask(question: Ask, items: Item[]): Line[] {
  const n = items.length + 1
  const line = askLine(question, n)
  if (!line) return []
  items.push({ n, contact: 0, kind: 'check', key: `question ${question.id}` })
  return [{ n, ...line, links: [] }]
}

function followUpNotes(folded: Case[], hints: Case[], waiting: number): string[] {
  const notes = []
  const hint = hints[0]
  if (hint)
    notes.push(
      `No word from ${hint.contact.company ?? hint.contact.name} in ${daysWaited(hint)} days. A second person there?`,
    )
  if (folded.length > 0)
    notes.push(
      `Also waiting (${folded.length}): ${folded.map(({ contact }) => contact.name).join(', ')}. They answer to their names.`,
    )
  if (waiting > 0)
    notes.push(`${waiting} more ${waiting === 1 ? 'is' : 'are'} waiting; they come as these clear.`)
  return notes
}

/** Business days since the only attempt so far. */
function daysWaited(c: Case): number {
  const sent = c.standing.attempts[0]!.on
  let days = 0
  for (let day = c.today; day > sent; day = businessDayBefore(day, c.practice.calendar)) days++
  return days
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

const STOP = 'Pause: "pause 2w".  Stop: "stop".'

/** Groups of sentences with a gap between them. */
const paragraphs = (...groups: string[][]): string[] =>
  groups.filter((group) => group.length > 0).flatMap((group, i) => (i === 0 ? group : ['', ...group]))

/** How to answer, with numbers of this letter (practice 3.4). Commands stand within a sentence, never alone. */
function footer(sections: Section[]): string[] {
  const numberIn = (name: SectionName): number | undefined =>
    sections.find(({ heading }) => heading === name)?.lines[0]?.n
  const thank = numberIn('THANK')
  const follow = numberIn('FOLLOW UP')
  const examples = [
    thank && `${thank} thanked`,
    follow && `${follow} answered`,
    follow && `${follow} snooze 3d`,
    follow && `drop ${follow}`,
  ].filter((example) => typeof example === 'string')
  const quoted = (examples.length > 0 ? examples : ['1 done', '1 snooze 3d']).map((example) => `"${example}"`)
  return [`Reply like: ${quoted.join(', ')}. Or "help".`, STOP]
}
