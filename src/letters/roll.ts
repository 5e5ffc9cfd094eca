import type { State } from '../core/practice/contact.ts'
import type { Standing } from '../core/practice/standing.ts'

/** Everyone, by where they stand: "Trying (2): Grace Kim, Acme; Max Orr". */
export function listLines(
  contacts: { name: string; company?: string; standing: Standing | undefined }[],
): string[] {
  const lines = ORDER.flatMap(([place, title]) => {
    const there = contacts.filter(({ standing }) => standing && placeOf(standing) === place)
    const names = there.map(({ name, company }) => (company ? `${name}, ${company}` : name)).sort()
    return there.length > 0 ? [`${title} (${there.length}): ${names.join('; ')}.`] : []
  })
  return lines.length > 0 ? lines : ['Nobody yet. BCC the next mail that you send.']
}

/** Whom only a Cc named was never given up on. */
const placeOf = ({ state, isCopied, attempts, hasAnswered }: Standing): State | 'COPIED' =>
  state === 'QUIET' && isCopied && attempts.length === 0 && !hasAnswered ? 'COPIED' : state

const ORDER: [State | 'COPIED', string][] = [
  ['BOOKED', 'Meeting'],
  ['MET', 'Met, to thank'],
  ['TALKING', 'Talking'],
  ['TRYING', 'Trying'],
  ['CLOSING', 'Last wait'],
  ['AWAY', 'Away'],
  ['BOUNCED', 'Address needed'],
  ['LEAD', 'To write to'],
  ['DEFERRED', 'Later'],
  ['NETWORK', 'In touch'],
  ['DECLINED', 'Said no'],
  ['QUIET', 'Quiet'],
  ['COPIED', 'Remembered from a Cc'],
]
