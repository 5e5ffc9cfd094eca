/**
 * Whether a part says that something did not happen, or asks whether it did: "kit never answered", "haven't heard back
 * from kit", "did kit answer?". It is no report then; a wrong "answered" ends a chase without anybody noticing. What
 * follows the verb is its outcome ("called, didn't pick up") and counts for nothing here.
 */
export const isDenial = (text: string): boolean => {
  const words = text.toLowerCase().replace(/[\u2018\u2019]/g, "'")
  if (QUESTION.test(words)) return true
  const denied = DENIES.exec(words)?.index
  const said = REPORTS.exec(words)?.index
  return denied !== undefined && said !== undefined && denied < said
}

const QUESTION = /^\W*(?:\d+\W+)?(?:did|has|have|had|is|was|were|does|do|should|shall|will|would)\b.*\?\s*$/s

const DENIES =
  /\b(?:never|nobody|no one|none|hardly|almost|nearly|(?:have|has|had|did|do|does|was|were|is|are|could|would)(?:n'?t| not))\b/

const REPORTS =
  /\b(?:answer(?:ed|s)?|repl(?:y|ied)|wrote|written|heard|hear|call(?:ed)?|phoned|rang|met|meet|sent|send|emailed|mailed|thanked|spoke|spoken|talked|gotten back|got back|get back|come back|come through)\b/
