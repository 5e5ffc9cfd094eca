import { type Colleagues, MAX_CHASED } from '../core/practice/companies.ts'
import type { LoggedEvent } from './logged.ts'
import { numberWord } from './number-word.ts'

/**
 * What is said, once, of companies at which people are chased (practice 2.3, 2.5): that somebody beyond the second was
 * written to, which is the user's own pace, and that there may be somebody else where the user gave one up.
 */
export function companySentences(
  logged: LoggedEvent[],
  colleaguesAt: (company: string) => Colleagues,
): string[] {
  const undone = new Set(logged.filter(({ type }) => type === 'undone').map(({ data }) => data.what))
  const stand = logged.filter(({ cause }) => !undone.has(cause))
  const companies = (isMeant: (event: LoggedEvent) => boolean): string[] => [
    ...new Set(stand.filter(isMeant).flatMap(({ company }) => company ?? [])),
  ]
  const full = companies(({ isFirst }) => isFirst === true).filter(
    (company) => colleaguesAt(company).chased > MAX_CHASED,
  )
  const given = stand.find(
    ({ type, isUnanswered, company }) =>
      type === 'dropped' && isUnanswered && company && colleaguesAt(company).chased < MAX_CHASED,
  )
  return [
    ...full.map(
      (company) =>
        `${numberWord(colleaguesAt(company).chased)} people at ${company} are written to now; two at a time are enough.`,
    ),
    ...(given ? [`${given.name} is off your list. ${anyoneElse(given.company!)}`] : []),
  ]
}

/** Down the chain of command, where one person cannot be reached (practice 1, row 7). */
export const anyoneElse = (company: string): string => `Anyone nearer the work at ${company}?`
