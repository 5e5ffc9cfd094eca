import type { Outcome } from '../core/commands/carry-out.ts'
import { practiceOf } from '../core/practice/due.ts'
import { standingOf } from '../core/practice/standing.ts'
import { everyone } from '../db/everyone.ts'
import type { Known } from '../db/gather.ts'
import type { Deps } from '../deps.ts'
import { historyLines } from '../letters/history.ts'
import { listLines } from '../letters/roll.ts'
import type { Moment } from '../moment.ts'
import type { After } from './after.ts'

/** The lines that answer what the user asked to be told. "list" is the one command that reads every contact. */
export async function tell(
  outcome: Outcome,
  { user }: Known,
  after: After,
  moment: Moment,
  deps: Deps,
): Promise<string[]> {
  const lines: string[] = []
  for (const { question, about } of outcome.questions) {
    if (question === 'history' && about !== undefined) {
      const contact = after(about)
      if (contact) lines.push(...historyLines(contact.name, contact.history, moment.today))
    } else if (question === 'list') {
      const practice = practiceOf(user.settings, user.search)
      const contacts = await everyone(deps.db, user.id)
      lines.push(
        ...listLines(
          contacts.map((c) => ({ ...c, standing: standingOf(c.history, practice, moment.today) })),
        ),
      )
    }
  }
  return lines
}
