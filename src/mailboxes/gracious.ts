import type { Outcome } from '../core/commands/carry-out.ts'
import { practiceOf } from '../core/practice/due.ts'
import type { Known } from '../db/gather.ts'
import type { Config } from '../deps.ts'
import { graciousLine } from '../letters/gracious.ts'
import type { Line } from '../letters/layout/page.ts'
import type { Moment } from '../moment.ts'
import { privateAddress } from '../own-addresses.ts'
import type { After } from './after.ts'

/** For everybody who said no, or not now, by what was typed: the draft that answers it. */
export function graciousLines(
  { histories }: Outcome,
  { user, contacts }: Known,
  after: After,
  { today }: Moment,
  config: Config,
): Line[] {
  const practice = practiceOf(user.settings, user.search)
  return histories.flatMap(({ contact: id, facts }) => {
    const isAnswered = facts.some(({ type }) => type === 'declined' || type === 'deferred')
    const contact = isAnswered && contacts.find((one) => one.id === id)
    const { standing, name, company } = after(id) ?? {}
    if (!contact || !name || !standing || !(standing.state === 'DECLINED' || standing.state === 'DEFERRED'))
      return []
    const line = graciousLine(
      {
        obligation: { kind: 'gracious reply', key: 'gracious reply', dueOn: today },
        contact: { ...contact, name, ...(company && { company }) },
        standing,
        practice,
        settings: user.settings,
        today,
      },
      privateAddress(user.token, config),
    )
    return line ?? []
  })
}
