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
 * How the owner's status letter says it. The owner alone hears of a refusal, there and in the logs: the sender never
 * does, since From may name anybody, and a user hears of mail that is held, not of mail that is refused.
 */
export const SAID: Record<Refusal, string> = {
  'not json': 'not JSON',
  'not an inbound mail': 'no inbound mail',
  'not a mail': 'not readable as a mail',
  'too large': 'too large',
  'no such address': "to an address that is nobody's",
  stranger: 'of strangers',
  'no author': 'without one plain author',
  forged: 'forged',
  'own letter': 'letters of ours that came back',
  automatic: 'automatic',
  'too many mails': "over a user's limit for an hour",
  'too many joins': 'over the limit of newcomers for an hour',
}

/** What became of a mail. */
export type Received =
  | { is: 'handled'; kind: string; hasLetters: boolean }
  /** A second delivery: it changed nothing. */
  | { is: 'seen before' }
  | { is: 'refused'; why: Refusal }
