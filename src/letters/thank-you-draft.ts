import type { Standing } from '../core/practice/standing.ts'
import type { DraftKind } from './drafts/draft.ts'

/**
 * The thank-you to offer (practice 5.9): it asks for an introduction where none came or was promised (practice 1, row
 * 29), and brings lines to forward where one was promised.
 */
export function thankYouDraft({ introductions }: Standing, isLate: boolean): DraftKind {
  const kind = isLate ? 'thank you late' : 'thank you'
  if (introductions.some((made) => made.status === 'promised' && !made.isKept)) return `${kind} promised`
  return introductions.some(({ status }) => status === 'received') ? `${kind} introduced` : kind
}
