import type { Decision } from '../decision.ts'
import { CUT_SENTENCE, withOpening } from '../letters/notices.ts'

/** A mail over a limit was read as far as the limit: the letter that answers it says so, else the next digest. */
export function tellOfCut(decision: Decision): void {
  const [letter] = decision.letters
  const [first] = decision.facts
  if (letter) decision.letters[0] = withOpening(letter, CUT_SENTENCE)
  else if (first) first.fact.isCut = true
}
