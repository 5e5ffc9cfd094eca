import type { Order, Problem } from './order.ts'
import { clip } from './part-read.ts'
import type { Word } from './words.ts'

/**
 * Why a command's words are no command where they stand: they are denied, wished for, asked about, or somebody else's
 * doing. A wrong "answered" ends a chase without anybody noticing, so all of these change nothing and are said.
 * Undefined where the words mean what they say.
 *
 * @param part as typed
 * @param before the words in front of the command's own, its targets too: what stands behind it is its outcome
 *   ("called, didn't pick up")
 * @param behind the command's words and what follows
 */
export function whyNot(
  part: string,
  before: Word[],
  behind: Word[],
  orders: Pick<Order, 'verb'>[],
): Problem | undefined {
  const clause = before.slice(before.findLastIndex((word) => word.ends) + 1)
  const low = clause.map((word) => word.low).join(' ')
  const isReport = orders.some(({ verb }) => REPORTS.has(verb))
  const asks = orders.every(({ verb }) => verb === 'ask')
  const isDoubted = isReport && /\?\W*$/.test(part) && !ASKS_US.test(part) && !behind.some(({ ends }) => ends)
  if (!asks && (QUESTION.test(part) || isDoubted))
    return told(`"${clip(part)}" asks, and is not taken for news`)
  if (NOT_TO_DO.test(low)) return told(`"${clip(part)}" says what not to do`)
  const isPlan = orders.some(({ verb }) => verb === 'booked' || verb === 'moved')
  if (NOT_DONE.test(low) || (isReport && NOT_YET.test(low)) || (isPlan && /\bif\b/.test(low)))
    return told(`"${clip(part)}" reads as something that did not happen`)
  if (OTHERS.test(low)) return told(`"${clip(part)}" reads as somebody else's doing`)
  return undefined
}

const told = (what: string): Problem => ({ kind: 'not understood', sentence: `${what}.` })

const QUESTION =
  /^\W*(?:\d+\W+)?(?:(?:did|has|have|had|is|was|were|does|do|when|why|how|who|should|shall|(?:will|would)(?! you)|(?:can|could) (?!you))\b.*\?|(?:should|shall) i\b.*)\s*$/is

/** "Can you mark 5 as done?" is a request, "5 done?" a doubt. */
const ASKS_US = /\b(?:(?:can|could|would|will) you|please|pls|kindly)\b/i

const NOT_TO_DO =
  /\b(?:do ?nt|do not|wo ?nt|will not|cant|cannot|can not|should ?nt|should not|not|no need to|rather not)\b(?!.*\b(?:only|just)\b)/

const NOT_DONE =
  /\b(?:never|nobody|no ?one|none|neither|nor|hardly|barely|almost|nearly|(?:have|has|had|did|does|was|were|is|are|could|would)(?:nt| not))\b/

/** Said of something that has yet to happen, or did not. */
const NOT_YET =
  /\b(?:if|unless|wish|hope|hopefully|maybe|perhaps|might|should|supposed|meant|wanted|must|would(?! you)|need|needs|have to|going to|gonna)\b/

const KIN =
  'wife|husband|partner|spouse|boyfriend|girlfriend|fiancee?|mom|mum|mother|dad|father|parents|sister|brother|son|daughter|kids?|roommate|flatmate|dog|cat'

/** "my wife priya", "priya's husband": not "my friend priya", who may be the contact. */
const OTHERS = new RegExp(`\\b(?:(?:my|our|his|her|their) (?:\\w+ )?(?:${KIN})|\\w+s (?:${KIN}))\\b`)

const REPORTS = new Set<Order['verb']>([
  'answered',
  'replied',
  'called',
  'sent',
  'done',
  'met',
  'thanked',
  'carded',
  'told',
  'declined',
  'cancelled',
  'intro received',
])
