import type { Source } from '../core/practice/events.ts'
import type { Rates, Share } from '../core/practice/rates.ts'

/** What the numbers mean; each benchmark is named as what it is (practice 3.7). */
export function rateSentences(rates: Rates, applications: { count: number; interviews: number }): string[] {
  return [
    ...replies(rates),
    rates.introducedReplies && introduced(rates.introducedReplies),
    rates.met && `You met ${rates.met.count} of the ${rates.met.of} people who answered.`,
    rates.introductions && introductions(rates.introductions),
    rates.best && bestSource(rates.best),
    applications.count >= MIN_APPLICATIONS && interviews(applications),
  ].filter((sentence) => typeof sentence === 'string')
}

/** A share of fewer applications says nothing (practice 1, row 16). */
const MIN_APPLICATIONS = 20

function replies({ replies: all, repliesLater: later }: Rates): string[] {
  if (!all) return []
  return [
    `Answered: ${all.count} of the ${all.of} people first written to over 10 business days ago ${percent(all)}.`,
    'Cold business email gets about 3 to 9%; personal notes should do better.',
    ...(later
      ? [
          later.count > 0
            ? `${later.count} of the ${later.of} answered after the second or a later attempt.`
            : `All ${later.of} answered the first attempt.`,
        ]
      : []),
  ]
}

const introduced = ({ count, of }: Share): string =>
  `Of the ${of} people you were introduced to, ${count} answered.`

const introductions = ({ count, of }: Share): string =>
  `${count === 0 ? 'No' : count} ${count === 1 ? 'introduction' : 'introductions'} from the ${of} people you met.`

const bestSource = ({ source, count, of, others }: NonNullable<Rates['best']>): string =>
  `${CALLED[source]} answered ${count} of ${of}${others ? `, all others ${others.count} of ${others.of}` : ''}.`

const interviews = ({ count, interviews: held }: { count: number; interviews: number }): string =>
  `Applications: ${held} ${held === 1 ? 'interview' : 'interviews'} from ${count} ${percent({ of: count, count: held })}. Usual 3 to 5%.`

const percent = ({ of, count }: Share): string => `(${Math.round((100 * count) / of)}%)`

/** People of one source, at the head of a sentence. */
const CALLED: Record<Source, string> = {
  friend: 'Friends',
  family: 'Family',
  alumni: 'Alumni',
  mentor: 'Mentors',
  professor: 'Professors',
  lecturer: 'Lecturers',
  intro: 'People you were introduced to',
  event: 'People from events',
  news: 'People you read about',
  'company site': 'People from company sites',
  cold: 'Others',
}
