import type { Channel, Fact, LocalDate } from '../practice/events.ts'
import type { ObligationKind } from '../practice/obligation.ts'
import { type Item, NOBODY } from './item.ts'

/** Kinds of lines whose move is an attempt. */
export const ATTEMPTS: ObligationKind[] = ['attempt', 'first email', 'stalled', 'retry', 'new address']
const MEETINGS: ObligationKind[] = ['meeting', 'outcome']
const CHASE: ObligationKind[] = [...ATTEMPTS, 'closing', 'answer', 'rebook']

/**
 * What "done" says of a line: each kind has one meaning (rule 5). Undefined for a guess, which is no fact but an
 * answer.
 *
 * @param isHeld for a meeting's line: whether the meeting's day has come; before it, "done" confirms it
 */
export function doneFacts(item: Item, isHeld: boolean): Fact[] | undefined {
  switch (item.kind) {
    case 'check':
      return undefined
    case 'attempt':
      return [{ type: 'attempted', channel: item.channel ?? 'email' }]
    case 'first email':
    case 'stalled':
    case 'retry':
    case 'new address':
      return [{ type: 'attempted', channel: item.channel ?? 'email' }]
    case 'intro reply':
      return [{ type: 'intro replied' }, { type: 'attempted', channel: 'email' }]
    case 'thank':
      return [{ type: 'thanked', ...ofThanks(item) }]
    case 'card':
      return [{ type: 'carded' }]
    case 'answer':
    case 'rebook':
      return [{ type: 'replied' }]
    case 'tell':
      return [{ type: 'told' }]
    case 'closing':
      return [{ type: 'dropped' }]
    case 'second person':
      return [{ type: 'skipped', key: item.key }]
    case 'meeting':
    case 'outcome':
      return isHeld ? [{ type: 'met' }] : [{ type: 'touched' }]
    case 'gracious reply':
    case 'promise':
    case 'intro promised':
    case 'thank introducer':
    case 'close loop':
      return [{ type: 'touched' }, { type: 'skipped', key: item.key }]
    case 'update':
    case 'congratulate':
    case 'touch':
    case 'coffee':
      return [{ type: 'touched' }]
  }
}

/** Which of several meetings is thanked for: that of the line. */
export const ofThanks = (item: Item | undefined): { of?: LocalDate } =>
  item?.kind === 'thank' ? { of: item.key.split(' ')[1]! } : {}

/** What "sent" says: a message by that channel where an attempt is due, else what the line asks for. */
export function sentFacts(item: Item | undefined, channel: Channel): Fact[] {
  if (!item || ATTEMPTS.includes(item.kind) || item.kind === 'closing')
    return [{ type: 'attempted', channel }]
  if (MEETINGS.includes(item.kind) || item.kind === 'check' || item.kind === 'second person')
    return [{ type: 'touched', channel }]
  if (item.kind === 'intro reply') return [{ type: 'intro replied' }, { type: 'attempted', channel }]
  return (doneFacts(item, false) ?? []).map((fact) => (fact.type === 'touched' ? { ...fact, channel } : fact))
}

/** What a call says: an attempt; on a line that waits for an answer, the answer, unless nobody picked up. */
export function calledFacts(item: Item | undefined, outcome?: 'no answer' | 'voicemail'): Fact[] {
  const attempt: Fact = { type: 'attempted', channel: 'call', ...(outcome && { outcome }) }
  if (!item || outcome) return [attempt]
  if (item.kind === 'answer' || item.kind === 'rebook') return [{ type: 'replied' }]
  if (['update', 'congratulate', 'touch', 'coffee', 'close loop', 'promise', 'tell'].includes(item.kind))
    return sentFacts(item, 'call')
  return [attempt]
}

/** The items that "all" and "the rest" mean for a command: never a meeting, unless the command is about meetings. */
export function groupOf(items: Item[], verb: string): Item[] | undefined {
  // A question about a mail is nobody's line.
  const open = items.filter((item) => !item.isDone && item.contact !== NOBODY)
  const others = open.filter((item) => !MEETINGS.includes(item.kind))
  switch (verb) {
    case 'done':
    case 'snooze':
    case 'skip':
    case 'drop':
      return others
    case 'keep':
      return others.filter((item) => item.kind === 'closing')
    case 'sent':
      return others.filter((item) => ATTEMPTS.includes(item.kind) && item.channel !== 'call')
    case 'called':
      return others.filter((item) => item.channel === 'call')
    case 'thanked':
      return others.filter((item) => item.kind === 'thank')
    case 'told':
      return others.filter((item) => item.kind === 'tell')
    case 'answered':
    case 'replied':
      return others.filter((item) => item.kind === 'answer')
    default:
      return undefined
  }
}

/** "drop the rest" ends a chase; a line of another kind is skipped, since nobody is chased there. */
export const isChase = (item: Item): boolean => CHASE.includes(item.kind)
