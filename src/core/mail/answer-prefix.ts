/** The subject that a mail's own subject answers: without "Re:" and what other languages have for it. Undefined for none. */
export function subjectAnswered(subject: string): string | undefined {
  const rest = subject.replace(PREFIX, '')
  return rest === subject ? undefined : rest
}

/** "Re:", "RE[2]:", and what German, Dutch, Scandinavian, Polish, Italian, Turkish and Chinese programs write. */
const PREFIX = /^(?:\s*(?:re|aw|antw|sv|vs|odp|rif|res|ynt|回复|答复|回覆)\s*(?:[[(]\d+[\])])?\s*[:：]\s*)+/i
