import type { State } from './contact.ts'
import type { Obligation } from './obligation.ts'
import type { Standing } from './standing.ts'

/** So many people of one company are chased at once (practice 2.3). */
export const MAX_CHASED = 2

/** People of one company: how many are chased, and how many were written to or heard of at all. */
export type Colleagues = { chased: number; known: number }

/** Whether somebody waits for this contact's answer. People who are talked to, met or in touch count for no chase. */
export const isChased = ({ state }: { state: State }): boolean => CHASED.has(state)

const CHASED = new Set<State>(['TRYING', 'AWAY', 'CLOSING'])

type Candidate = { obligation: Obligation; standing: Standing; contact: { company?: string } }

/**
 * What may be shown of lines that would have one more person chased at a company (practice 2.3, 8.1). First emails wait
 * until fewer than MAX_CHASED are chased there, the longest known lead first; introductions never wait. A second person
 * is suggested only where nobody but the first was ever written to or heard of: so never twice for one company.
 */
export function withinCompanies<C extends Candidate>(
  cases: C[],
  colleaguesAt: (company: string) => Colleagues,
): C[] {
  const begun = new Map<string, number>()
  const firsts = cases
    .filter(({ obligation }) => obligation.kind === 'first email')
    .sort((a, b) => (a.standing.since < b.standing.since ? -1 : 1))
    .filter(({ contact: { company } }) => {
      if (!company) return true
      const count = begun.get(company) ?? colleaguesAt(company).chased
      begun.set(company, count + 1)
      return count < MAX_CHASED
    })
  return cases.filter((c) => {
    const { company } = c.contact
    if (c.obligation.kind === 'first email') return firsts.includes(c)
    if (c.obligation.kind !== 'second person') return true
    return (
      company !== undefined && colleaguesAt(company).chased < MAX_CHASED && colleaguesAt(company).known < 2
    )
  })
}
