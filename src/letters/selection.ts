import { weekday } from '../core/practice/days.ts'
import { isSpent } from '../core/practice/due.ts'
import type { LocalDate } from '../core/practice/events.ts'
import type { ObligationKind } from '../core/practice/obligation.ts'
import { type Case, dayIn, meetingOf } from './case.ts'
import type { Entry } from './digest-line.ts'
import { SECTIONS, type SectionName, wordingOf } from './wording.ts'

/** Practice 3.3: what a digest can hold, and what each section can. */
export const MAX_LINES = 12
const MAX_ANSWERS = 5
const MAX_EMAILS = 5
const MAX_CALLS = 2
const MAX_CLOSING = 5
const MAX_TOUCHES = 2
/** A day, until all are told (practice 2.7). */
const MAX_TOLD = 5
/** With so much else to do, keeping in touch can wait. */
const BUSY = 8
/** A line is folded from its fourth showing on (practice 2.5, no_answer). */
const SHOWINGS = 3
/** Lines that wait for somebody's answer; the others are the user's own turn and stay (practice 3.5). */
export const FOLDED = new Set<ObligationKind>(['attempt', 'stalled', 'retry'])
/** From its tenth showing on only the review speaks of it. */
export const LOUDEST = 9

/** What of the due obligations a digest shows, in its order. */
export type Chosen = {
  entries: Entry[]
  /** Shown three times already: named without a number. */
  folded: Case[]
  /** At most one. Rides along; alone it is no reason to write (practice 8.1). */
  hints: Case[]
  /** Of those that end tomorrow, the ones that have no line: named. */
  closing: Case[]
  /** What did not fit and comes later. */
  waiting: Entry[]
}

/**
 * Chooses by the limits and the order of practice 3.3, beside so many questions. Whoever is given up on tomorrow has a
 * line or is named: it is said but once.
 */
export function chosen(cases: Case[], today: LocalDate, questions: number): Chosen {
  const entries: Entry[] = []
  const folded: Case[] = []
  for (const c of cases.toSorted(byName)) {
    const wording = wordingOf(c)
    if (!wording || isSpent(c.obligation, c.contact.shown)) continue
    const shown = FOLDED.has(c.obligation.kind) ? (c.contact.shown[c.obligation.key] ?? 0) : 0
    if (shown >= LOUDEST) continue
    if (shown >= SHOWINGS) folded.push(c)
    else entries.push({ case: c, wording, others: [] })
  }
  const grouped = withGroups(entries)
  const fitting = upToLimit(
    SECTIONS.flatMap((name) => {
      const inSection = grouped.filter(({ wording }) => wording.section === name)
      return limits[name](inSection.sort(orders[name]), today, grouped)
    }),
    MAX_LINES - questions,
  )
  const hint = cases.toSorted(byName).find(isHint(today))
  const left = grouped.filter((entry) => !fitting.includes(entry))
  return {
    entries: fitting,
    folded,
    hints: hint ? [hint] : [],
    closing: left.filter(isClosing).map((entry) => entry.case),
    waiting: left.filter((entry) => !isClosing(entry)),
  }
}

/** People whom one mail went to, and who are due for the next one, are one line (practice 2.6). */
function withGroups(entries: Entry[]): Entry[] {
  const firsts = new Map<string, Entry>()
  return entries.filter((entry) => {
    const { obligation, standing } = entry.case
    const mail = standing.attempts.at(-1)?.group
    const group = mail && `${mail} ${obligation.key}`
    if (obligation.kind !== 'attempt' || !group || standing.next?.channel === 'call') return true
    const first = firsts.get(group)
    if (first) first.others.push(entry.case)
    else firsts.set(group, entry)
    return !first
  })
}

/** The first lines; what has but one day to be seen goes before the others. */
function upToLimit(entries: Entry[], most: number): Entry[] {
  const closing = entries.filter(isClosing)
  const others = new Set(entries.filter((entry) => !isClosing(entry)).slice(0, most - closing.length))
  return entries.filter((entry) => closing.includes(entry) || others.has(entry))
}

const isClosing = (entry: Entry): boolean => entry.case.obligation.kind === 'closing'

/** A hint for a company that is silent, once, for as long as the next attempt is not due. */
const isHint =
  (today: LocalDate) =>
  ({ obligation, contact, standing }: Case): boolean =>
    obligation.kind === 'second person' &&
    contact.company !== undefined &&
    !isSpent(obligation, contact.shown) &&
    !standing.obligations.some(({ kind, dueOn }) => kind === 'attempt' && dueOn <= today)

const byName = (a: Case, b: Case): number =>
  a.contact.name < b.contact.name ? -1 : a.contact.name > b.contact.name ? 1 : 0

type Order = (a: Entry, b: Entry) => number

const by =
  (...values: ((entry: Entry) => string | number)[]): Order =>
  (a, b) => {
    for (const value of values) {
      const [left, right] = [value(a), value(b)]
      if (left !== right) return left < right ? -1 : 1
    }
    return 0
  }

const dueOn = (entry: Entry): string => entry.case.obligation.dueOn
const name = (entry: Entry): string => entry.case.contact.name
const isOf =
  (kind: string) =>
  (entry: Entry): number =>
    entry.case.obligation.kind === kind ? 0 : 1

const orders: Record<SectionName, Order> = {
  MEETINGS: by(
    (e) => meetingOf(e.case)?.on ?? '',
    (e) => meetingOf(e.case)?.startsAt ?? 0,
    name,
  ),
  THANK: by(
    (e) => (e.case.obligation.kind === 'card' ? 1 : 0),
    (e) => dayIn(e.case) ?? '',
    name,
  ),
  ANSWER: by(
    (e) => (e.case.obligation.kind === 'rebook' && e.case.standing.owed === 'apology' ? 0 : 1),
    isOf('intro reply'),
    dueOn,
    name,
  ),
  TELL: by(
    // Who was shown often enough makes room for the others (practice 2.7, five a day).
    (e) => ((e.case.contact.shown[e.case.obligation.key] ?? 0) < SHOWINGS ? 0 : 1),
    (e) => (e.case.standing.introductions.some(({ status }) => status === 'received') ? 0 : 1),
    (e) => -Date.parse(e.case.standing.metOn ?? '1970-01-01'),
    name,
  ),
  'FOLLOW UP': by(
    isOf('closing'),
    // It is asked for twice, and then they are given up.
    isOf('new address'),
    (e) => (e.case.standing.source === 'intro' ? 0 : 1),
    (e) => (e.case.standing.isStarred ? 0 : 1),
    (e) => e.case.standing.attempts.at(-1)?.on ?? e.case.standing.since,
    name,
  ),
  'KEEP IN TOUCH': by(
    isOf('close loop'),
    isOf('intro promised'),
    (e) => e.case.standing.reachedOn ?? '',
    name,
  ),
  CHECK: by(dueOn),
}

type Limit = (sorted: Entry[], today: LocalDate, all: Entry[]) => Entry[]

const MONDAY = 1

const limits: Record<SectionName, Limit> = {
  MEETINGS: (sorted) => sorted,
  THANK: (sorted) => {
    const card = sorted.find((entry) => entry.case.obligation.kind === 'card')
    return sorted.filter((entry) => entry.case.obligation.kind !== 'card' || entry === card)
  },
  ANSWER: (sorted) => sorted.slice(0, MAX_ANSWERS),
  TELL: (sorted) => sorted.slice(0, MAX_TOLD),
  'FOLLOW UP': (sorted) => {
    let emails = 0
    let calls = 0
    let closing = 0
    return sorted.filter((entry) => {
      if (isClosing(entry)) return closing++ < MAX_CLOSING
      return entry.wording.verb === 'Call' ? calls++ < MAX_CALLS : emails++ < MAX_EMAILS
    })
  },
  'KEEP IN TOUCH': (sorted, today, all) => {
    const others = all.length - sorted.length
    return weekday(today) === MONDAY || others >= BUSY ? [] : sorted.slice(0, MAX_TOUCHES)
  },
  CHECK: (sorted) => sorted,
}
