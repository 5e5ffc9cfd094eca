import type { Lints } from './lints.ts'

/**
 * The one thing most worth saying of a first email. Small and without the mail's own text but for a word, so that
 * it can be kept with the attempt until the next digest.
 */
export type Flaw =
  | { is: 'blank'; text: string }
  | { is: 'desperate'; text: string }
  | { is: 'job'; text: string }
  | { is: 'resume' }
  | { is: 'long'; words: number }
  | { is: 'no question' }
  | { is: 'no connection' }

/** Under 100 words (practice 2.3). */
const MAX_WORDS = 100
/** So few words are no first email but a line to somebody known. */
const MIN_WORDS = 15

/** The gravest flaw of a first email, or undefined where there is nothing to say. */
export function flawOf(found: Lints): Flaw | undefined {
  const { blanks, desperate, job, hasResume, words, hasQuestion, isConnected } = found
  if (blanks[0]) return { is: 'blank', text: blanks[0] }
  if (desperate) return { is: 'desperate', text: desperate }
  if (job) return { is: 'job', text: job }
  if (hasResume) return { is: 'resume' }
  if (words > MAX_WORDS) return { is: 'long', words }
  if (words < MIN_WORDS) return undefined
  if (!hasQuestion) return { is: 'no question' }
  return isConnected ? undefined : { is: 'no connection' }
}
