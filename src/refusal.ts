/** Why something that arrived is not acted on. A refusal is a value: nobody is written to because of it. */
export type Refusal =
  // Not a mail for us at all
  | 'not json'
  | 'not an inbound mail'
  | 'not a mail'
  | 'too large'
  /** The recipient is not ours, or its token is nobody's. */
  | 'no such address'
  // Not from whom we work for
  /** Not from a user of that address, nor from somebody who may join. */
  | 'stranger'
  /** From is not exactly one plain mailbox. */
  | 'no author'
  /** The author's domain says that it did not send it. */
  | 'forged'
  // Not from a person
  /** One of our letters came back. */
  | 'own letter'
  /** A vacation reply or another program's mail. */
  | 'automatic'
  // Too much
  | 'too many mails'
  | 'too many joins'

/**
 * Who hears of a refusal. The sender never does, since From may name anybody. `log`: the owner, in the logs, where it
 * costs no write. `count`: the owner, as a figure by the day as well: somebody tries to pass for a user, or a limit
 * is too low.
 */
export const HEARD_BY: Record<Refusal, 'log' | 'count'> = {
  'not json': 'log',
  'not an inbound mail': 'log',
  'not a mail': 'log',
  'too large': 'log',
  'no such address': 'log',
  stranger: 'log',
  'no author': 'log',
  forged: 'count',
  'own letter': 'log',
  automatic: 'log',
  'too many mails': 'count',
  'too many joins': 'count',
}

/** What became of a mail. */
export type Received =
  | { is: 'handled'; kind: string; hasLetters: boolean }
  /** A second delivery: it changed nothing. */
  | { is: 'seen before' }
  | { is: 'refused'; why: Refusal }
