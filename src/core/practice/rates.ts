import { addBusinessDays, type Calendar } from './business-days.ts'
import type { LocalDate, Source } from './events.ts'
import type { Reach } from './reach.ts'

/** So many of so many. */
export type Share = { of: number; count: number }

/** How reaching out goes, over the whole search (practice 3.7). A rate of too few people is absent. */
export type Rates = {
  /** Of the people whose first attempt is ten business days old: those who answered. */
  replies?: Share
  /** Of the people of `replies` who answered: those who did so after the second or a later attempt. */
  repliesLater?: Share
  /** The same as `replies` of people who were introduced, who are not in it. */
  introducedReplies?: Share
  /** Of the people who answered: those whom the user met. */
  met?: Share
  /** How many introductions the people met gave. */
  introductions?: { of: number; count: number }
  /** The source whose people answer best, where it is better than all others together. */
  best?: Share & { source: Source; others?: Share }
}

/** A rate of fewer people says nothing. */
const MIN_PEOPLE = 10
/** A split by attempt, or by source, of fewer says nothing. */
const MIN_ANSWERS = 5
/** Whoever was first written to later than this many business days ago had no time to answer. */
const TIME_TO_ANSWER = 10

/** The rates as of `today`. Whoever is ignored, wrote first or has a dead address is in none of the replies. */
export function rates(everyone: Reach[], today: LocalDate, calendar: Calendar): Rates {
  const hadTime = ({ firstOn }: Reach): boolean =>
    firstOn !== undefined && addBusinessDays(firstOn, TIME_TO_ANSWER, calendar) <= today
  const written = everyone.filter(hadTime)
  const base = written.filter(({ isIntroduced }) => !isIntroduced)
  const replies = answers(base)
  const answered = everyone.filter(({ after }) => after !== undefined)
  const met = everyone.filter(({ hasMet }) => hasMet)
  const later = base.filter(({ after = 0 }) => after > 1).length
  const introduced = answers(written.filter(({ isIntroduced }) => isIntroduced))
  const best = base.length >= MIN_PEOPLE ? bestSource(base) : undefined
  return {
    ...(base.length >= MIN_PEOPLE && { replies }),
    ...(base.length >= MIN_PEOPLE &&
      replies.count >= MIN_ANSWERS && { repliesLater: { of: replies.count, count: later } }),
    ...(introduced.of >= MIN_PEOPLE && { introducedReplies: introduced }),
    ...(answered.length >= MIN_PEOPLE && {
      met: { of: answered.length, count: answered.filter(({ hasMet }) => hasMet).length },
    }),
    ...(met.length >= MIN_PEOPLE && {
      introductions: {
        of: met.length,
        count: met.reduce((sum, { introduced: brought = 0 }) => sum + brought, 0),
      },
    }),
    ...(best && { best }),
  }
}

const answers = (people: Reach[]): Share => ({
  of: people.length,
  count: people.filter(({ after }) => after !== undefined).length,
})

const part = ({ of, count }: Share): number => (of > 0 ? count / of : 0)

/** Good news only if it is true: of five people or more, several answered, and more of them than of all others. */
function bestSource(base: Reach[]): Rates['best'] {
  const bySource = Map.groupBy(base, ({ source }) => source ?? 'cold')
  const sources = [...bySource].filter(
    ([source, people]) => source !== 'cold' && people.length >= MIN_ANSWERS,
  )
  const shares = sources.map(([source, people]) => ({ source, ...answers(people) }))
  const best = shares.sort((a, b) => part(b) - part(a))[0]
  if (!best || best.count < 2) return undefined
  const others = answers(base.filter(({ source }) => source !== best.source))
  if (others.of > 0 && part(best) <= part(others)) return undefined
  return { ...best, ...(others.of >= MIN_ANSWERS && { others }) }
}
