import type { Item, Person } from '../core/commands/item.ts'
import type { Standing } from '../core/practice/standing.ts'
import type { KnownContact } from '../db/contacts.ts'
import type { Known } from '../db/gather.ts'
import type { Moment } from '../moment.ts'

/** A contact as the reader of commands knows it: whom names may mean, and what of theirs is due. */
export function personOf(
  { id, name, company, addresses }: KnownContact,
  standing: Standing | undefined,
  { today }: Moment,
): Person {
  const due = standing?.obligations.find(({ kind, dueOn }) => kind !== 'second person' && dueOn <= today)
  const meetings = [...(standing?.lastHeld ? [standing.lastHeld] : []), ...(standing?.booked ?? [])]
  const state = standing?.state
  return {
    id,
    name: standing?.name ?? name,
    ...(company && { company }),
    addresses,
    ...(meetings.length > 0 && {
      meetings: meetings.map(({ on, startsAt }) => ({ on, ...(startsAt !== undefined && { startsAt }) })),
    }),
    ...((state === 'QUIET' || state === 'DECLINED' || state === 'IGNORED') && { isClosed: true }),
    ...(due && {
      due: {
        contact: id,
        kind: due.kind,
        key: due.key,
        ...(due.kind === 'attempt' && standing?.next && { channel: standing.next.channel }),
      },
    }),
  }
}

/** Whether what the item asked for is no longer open: somebody or something was faster. */
export function isDone(
  { contact, key, kind }: Item,
  standings: Map<number, Standing | undefined>,
  known: Known,
): boolean {
  if (kind === 'check') return !known.questions.some(({ id }) => key === `question ${id}`)
  return !standings.get(contact)?.obligations.some((obligation) => obligation.key === key)
}
