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
import { partedSentences, split } from './split.ts'

/**
 * "undo" takes back all that the user's last reply or mail did. With names it takes back what happened to these people
 * last, whoever wrote it: so an answer that was only inferred is taken back by name. What took two people for one is
 * taken back by making them two.
 */
export function undo(
  decision: Decision,
  { undo: asked, splits }: Outcome,
  known: Known,
  moment: Moment,
): void {
  for (const id of splits) split(decision, known, id, moment)
  if (asked && asked !== 'all') for (const id of asked) undoLatest(decision, id, known, moment)
  // Whoever answers a receipt means what it says, and no mail that was sent since.
  const isReceipt = known.letter?.key.includes(' receipt ')
  const last = known.undoable.find(({ kind }) => kind !== 'outreach' || !isReceipt)
  if (asked !== 'all' || !last) return
  if (last.kind === 'outreach') {
    for (const id of last.contacts) split(decision, known, id, moment, String(last.id))
    return
  }
  const { on, at } = moment
  for (const contact of last.contacts)
    decision.facts.push({ contact, fact: { type: 'undone', what: String(last.id), on, at } })
  decision.undoes.push(last.id)
  decision.movedAddresses.push(...(last.undo?.addresses ?? []))
  decision.droppedAddresses.push(...(last.undo?.newAddresses ?? []))
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
export function takenBack(decision: Decision, known: Known, after: After): string[] {
  const parted = partedSentences(decision, known)
  if (parted.length > 0) return parted
  const { user, undoable } = known
  const ids = decision.facts.flatMap(({ contact, fact }) => (fact.type === 'undone' ? [contact] : []))
  const names = ids.flatMap((id) => after(id)?.name ?? [])
  const last = undoable.find(({ id }) => decision.undoes.includes(id))
  const on = last && localDate(last.handledAt, user.settings.zone)
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
function undoLatest(decision: Decision, id: number, known: Known, moment: Moment): void {
  const { contacts } = known
  const { on, at, now } = moment
  const contact = contacts.find((one) => one.id === id)
  const latest = contact && standing(contact.history).at(-1)
  if (!latest || latest.at < keptSince('undo', now)) return
  if (contact.history.some(({ type, cause }) => type === 'address found' && cause === latest.cause)) {
    split(decision, known, id, moment, latest.cause)
    return
  }
  const isCovered = ({ history }: KnownContact): boolean =>
    history.some(({ cause, ...fact }) => cause === latest.cause && fact.type === 'covered' && fact.by === id)
  for (const one of contacts)
    if (one.id === id || isCovered(one))
      decision.facts.push({ contact: one.id, fact: { type: 'undone', what: latest.cause, on, at } })
}
