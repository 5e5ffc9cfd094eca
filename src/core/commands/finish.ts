import { isChase } from './by-line.ts'
import { isFiller } from './chatter.ts'
import { isProblem, type Read } from './command.ts'
import { type Item, NOBODY } from './item.ts'
import type { Context, Order, Target } from './order.ts'
import type { Around, PartRead } from './part-read.ts'
import { nameOf, type Pointed, personOf } from './pointed.ts'
import { strangerAmong } from './stranger.ts'

/** Orders with their targets, closed ones left out, and the note on the first of them. */
export function finish(
  read: Exclude<Read, undefined>,
  lead: Pointed | undefined,
  targets: Target[],
  { context }: Around,
): PartRead {
  if (isProblem(read)) return { orders: [], problem: read }
  const stranger = lead?.by === 'name' ? strangerAmong(read.rest) : undefined
  const note = stranger ? undefined : noteOf(read.rest)
  let problem = lead?.problem
  if (stranger) problem ??= { kind: 'needs a target', sentence: `Nobody I know is called "${stranger}".` }
  const orders = read.orders.flatMap((order, i): Order[] => {
    const meant = (order.targets ?? targets).map((target) => withDue(order.verb, target, context))
    const open = meant.filter((target) => {
      const closed = closedSentence(order.verb, target, context)
      if (closed && !lead?.group) problem ??= { kind: 'closed', sentence: closed }
      return !closed
    })
    if (open.length === 0 && meant.length > 0) return []
    const last = i === read.orders.length - 1
    const whole = { ...order, targets: open, ...(note && last && open.length ? { note } : {}) } as Order
    return lead?.group && order.verb === 'drop' ? dropGroup(whole) : [whole]
  })
  return { orders, ...(problem && { problem }) }
}

/** Folded lines have no number; they answer to their names (practice 8, no. 11). */
function withDue(verb: Order['verb'], target: Target, context: Context): Target {
  if (verb !== 'done' || !('contact' in target) || target.item) return target
  const due = personOf(target.contact, context)?.due
  return due ? { ...target, item: { n: 0, ...due } } : target
}

/** "drop the rest" ends the chases; where nobody is chased the line is skipped. */
function dropGroup(order: Order): Order[] {
  const isChased = (target: Target): boolean =>
    'contact' in target && target.item !== undefined && isChase(target.item)
  const [chased, others] = [order.targets.filter(isChased), order.targets.filter((t) => !isChased(t))]
  return [
    ...(chased.length ? [{ ...order, targets: chased }] : []),
    ...(others.length ? [{ verb: 'skip' as const, targets: others }] : []),
  ]
}

function closedSentence(verb: Order['verb'], target: Target, context: Context): string | undefined {
  if (!('contact' in target)) return undefined
  const { contact, item } = target
  if (item && contact === NOBODY)
    return `${item.n} is a question: answer it, or put it aside with "${item.n} skip".`
  const name = nameOf(contact, context)
  if (item?.isDone && isWhatWasAsked(verb, item))
    return `${item.n} (${name}) was already taken care of; nothing changed.`
  if (verb === 'done' && !item)
    return `What is done for ${name}? Nothing of theirs is due: say what it was, as in "${name} emailed".`
  if (!/^(done|snooze|skip|drop)$/.test(verb)) return undefined
  if (personOf(contact, context)?.isClosed)
    return `${name} is off your list already; "reopen ${name}" brings it back.`
  return undefined
}

/** Whether the command says of a line no more than that it is done (practice 2.6, a command that arrives twice). */
function isWhatWasAsked(verb: Order['verb'], { kind, channel }: Item): boolean {
  if (verb === 'sent') return kind === 'attempt' && channel !== 'call'
  if (verb === 'called') return channel === 'call'
  if (verb === 'thanked') return kind === 'thank'
  return verb === 'done' || verb === 'snooze' || verb === 'skip'
}

const MAX_NOTE = 2000

function noteOf(rest: string): string | undefined {
  const text = rest
    .replace(/^(?:[\s,;:.!?)\]>–—-]|(?:and|but|so|then|he|she|they)\b(?=\s*[,;]))+/i, '')
    .replace(/[\s,;:([–—-]+$/, '')
    .replace(/^and\s+/i, '')
  if (!/[\p{L}\p{N}]/u.test(text) || isFiller(text)) return undefined
  return text.length > MAX_NOTE ? text.slice(0, MAX_NOTE) : text
}
