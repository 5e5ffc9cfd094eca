import type { Outcome } from '../core/commands/carry-out.ts'
import { formatDay } from '../core/practice/days.ts'
import { standing } from '../core/practice/history.ts'
import { keptSince } from '../core/practice/lifetime.ts'
import { localDate } from '../core/when/zone.ts'
import type { KnownContact } from '../db/contacts.ts'
import type { Known } from '../db/gather.ts'
import type { Decision } from '../decision.ts'
import { list } from '../letters/list.ts'
import type { Moment } from '../moment.ts'
import type { After } from './after.ts'

/**
 * "undo" takes back all that the user's last reply or mail did. With names it takes back what happened to these people
 * last, whoever wrote it: so an answer that was only inferred is taken back by name.
 */
export function undo(decision: Decision, { undo: asked }: Outcome, known: Known, moment: Moment): void {
  if (asked && asked !== 'all') for (const id of asked) undoLatest(decision, id, known, moment)
  const last = known.undoable[0]
  if (asked !== 'all' || !last) return
  const { on, at } = moment
  for (const contact of last.contacts)
    decision.facts.push({ contact, fact: { type: 'undone', what: String(last.id), on, at } })
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

/** Takes back what was recorded of a contact last, and that others were covered by it. */
function undoLatest(decision: Decision, id: number, { contacts }: Known, { on, at, now }: Moment): void {
  const contact = contacts.find((one) => one.id === id)
  const latest = contact && standing(contact.history).at(-1)
  if (!latest || latest.at < keptSince('undo', now)) return
  const isCovered = ({ history }: KnownContact): boolean =>
    history.some(({ cause, ...fact }) => cause === latest.cause && fact.type === 'covered' && fact.by === id)
  for (const one of contacts)
    if (one.id === id || isCovered(one))
      decision.facts.push({ contact: one.id, fact: { type: 'undone', what: latest.cause, on, at } })
}
