/**
 * Why a mail is not acted on. A refusal is a value: nothing is stored and nobody is written to.
 *
 * - `no such address`: the recipient is not ours, or its token is nobody's
 * - `stranger`: not from a user of that address, and not somebody who may join
 * - `no author`: From is not exactly one plain mailbox
 * - `own letter`: one of our letters came back
 * - `automatic`: a vacation reply or another program's mail
 */
export type Refusal = 'no such address' | 'stranger' | 'no author' | 'own letter' | 'automatic'

/** What became of a mail. */
export type Received =
  | { is: 'handled'; kind: string; hasLetters: boolean }
  /** A second delivery: it changed nothing. */
  | { is: 'seen before' }
  | { is: 'refused'; why: Refusal }
