import type { Outcome } from '../core/commands/carry-out.ts'
import { formatDay } from '../core/practice/days.ts'
import { localDate } from '../core/when/zone.ts'
import type { Known } from '../db/gather.ts'
import type { Decision } from '../decision.ts'
import { list } from '../letters/list.ts'
import type { Moment } from '../moment.ts'
import type { After } from './after.ts'

/** Takes back the last reply: all of it, or what it did to some contacts. */
export function undo(decision: Decision, { undo: asked }: Outcome, known: Known, { on, at }: Moment): void {
  const last = known.undoable[0]
  if (!asked || !last) return
  const contacts = asked === 'all' ? last.contacts : asked.filter((id) => last.contacts.includes(id))
  for (const contact of contacts)
    decision.facts.push({ contact, fact: { type: 'undone', what: String(last.id), on, at } })
  if (asked !== 'all') return
  decision.undoes.push(last.id)
  decision.movedAddresses.push(...(last.undo?.addresses ?? []))
  const { settings, search } = last.undo ?? {}
  if (settings || search) decision.user = { ...(settings && { settings }), ...(search && { search }) }
}

/** Whether "undo" found something to take back. */
export const undone = (decision: Decision, { undo: asked }: Outcome) =>
  decision.undoes.length > 0
    ? 'all'
    : asked !== 'all' && decision.facts.some(({ fact }) => fact.type === 'undone')
      ? 'some'
      : 'nothing'

/** What "undo" took back, by names and the day it was said; and loudly where that ends the letters. */
export function takenBack(decision: Decision, { user, undoable }: Known, after: After): string[] {
  const ids = decision.facts.flatMap(({ contact, fact }) => (fact.type === 'undone' ? [contact] : []))
  const names = ids.flatMap((id) => after(id)?.name ?? [])
  const on = undoable[0] && localDate(undoable[0].handledAt, user.settings.zone)
  if (decision.undoes.length === 0) return [`${list(names)}: taken back.`]
  const what = [
    names.length > 0 ? `what it said of ${list(names)}` : '',
    decision.user ? 'your settings' : '',
  ]
  const said = what.filter(Boolean).join(', and ')
  return [
    `Your mail of ${on ? formatDay(on) : 'before'} is taken back${said && `: ${said}`}.`,
    ...(decision.user?.search === 'stopped' ? ['Letters are stopped again; "resume" starts them.'] : []),
  ]
}
