import type { Source } from '../core/practice/events.ts'
import type { Standing } from '../core/practice/standing.ts'

/**
 * What connects the user to a contact, as a sentence for the first mail (practice 5.1): who suggested it, else what the
 * source says by itself. Undefined where nothing is known that is surely true.
 */
export const connectionOf = ({ viaName, source }: Standing): string | undefined =>
  viaName ? `${viaName} suggested I write to you` : source && CONNECTIONS[source]

const CONNECTIONS: Partial<Record<Source, string>> = {
  alumni: 'We went to the same school',
  lecturer: 'I heard your guest lecture',
  event: 'We met at [event]',
  news: 'I read [what you read by them or of them]',
  'company site': "I found your name on your company's site",
}
