import type { Address } from '../../inbound-email.ts'
import { foldedWords } from '../names.ts'
import { ownAddressKey, withoutTag } from './addresses.ts'
import { fold } from './mail-lines.ts'
import { mailboxesIn } from './mailbox-text.ts'
import { LABELS } from './quote-words.ts'
import type { VisibleText } from './visible-text.ts'

/**
 * Who wrote the mail that the user answers here (practice 2.4, 7), by the first attribution or header block of the
 * quote: the user (so this is a nudge), one of `people` (who has answered then), or somebody else. Addresses decide;
 * where there is none, the full name does. 'unknown' without an attribution, or where it could be more than one.
 *
 * @param people those to whom the mail goes, and whoever else is known
 */
export function answeredAuthor(
  { attribution }: Pick<VisibleText, 'attribution'>,
  user: { addresses: readonly string[]; name: string },
  people: readonly Address[],
): 'user' | Address | 'somebody else' | 'unknown' {
  if (!attribution) return 'unknown'
  const author = authorPart(attribution)
  const [mailbox] = mailboxesIn(author)
  if (mailbox) {
    const key = ownAddressKey(mailbox.address)
    if (user.addresses.some((own) => ownAddressKey(own) === key)) return 'user'
    const isAuthor = ({ address }: Address) => withoutTag(address) === withoutTag(mailbox.address)
    return people.find(isAuthor) ?? 'somebody else'
  }
  const named = people.filter(({ name }) => isNamed(author, name))
  const isUser = isNamed(author, user.name)
  if (isUser) return named.length > 0 ? 'unknown' : 'user'
  const addresses = new Set(named.map(({ address }) => address))
  if (addresses.size > 1) return 'unknown'
  return named[0] ?? (saysName(author) ? 'somebody else' : 'unknown')
}

/**
 * Of a header block the value of From: who else is named there got the mail. The block is one line here, so it ends at
 * the next label that is known. Of an attribution all.
 */
function authorPart(attribution: string): string {
  const labels = [...attribution.slice(0, MAX_LENGTH).matchAll(LABEL)].flatMap(labelIn)
  const from = labels.find(({ field }) => field === 'from')
  if (!from || labels.length < 2) return attribution.slice(0, MAX_LENGTH)
  const next = labels.find(({ from: start }) => start >= from.to)
  return attribution.slice(from.to, next?.from ?? MAX_LENGTH)
}

const MAX_LENGTH = 2000

/** The label may have the end of the last value before it: "From: Grace Kim Sent: Tuesday". */
function labelIn(match: RegExpExecArray): { field: string; from: number; to: number }[] {
  const to = match.index + match[0].length
  for (
    let text = match[1]!;
    text !== '';
    text = text.includes(' ') ? text.slice(text.indexOf(' ') + 1) : ''
  ) {
    const field = LABELS.get(fold(text))
    if (field) return [{ field, from: match.index + match[0].lastIndexOf(text), to }]
  }
  return []
}

/** One to three words and a colon. */
const LABEL = /(?<![^\s*])\*{0,2}((?:[\p{L}\p{M}'’.-]{1,20} ){0,2}[\p{L}\p{M}'’.-]{1,20}) ?\*{0,2}:(?!\d)/gu

/** Every word of a name of two words or more. A first name alone could be anyone's. */
function isNamed(author: string, name: string): boolean {
  const called = foldedWords(name)
  // Some languages hang an ending on the name: "Smith-ը", "Smithը", "Smith(e)k".
  const parted = author.replace(/(?<=\p{Script=Latin})(?=[^\P{L}\p{Script=Latin}])|[-‐‑’'(]/gu, ' ')
  const words = new Set([...foldedWords(author), ...foldedWords(parted)])
  return called.length > 1 && called.every((word) => words.has(word))
}

/** Whether there is a name at all: two words in a row that begin with a capital, neither of a date. */
const saysName = (author: string): boolean =>
  /\p{Lu}\p{Ll}[\p{L}'’-]*,? (?:\p{Lu}\.? )?\p{Lu}\p{Ll}[\p{L}'’-]*/u.test(author.replace(DATE_WORDS, ' | '))

const DATE_WORDS =
  /\p{L}+\.?,? \d{1,2}(?:st|nd|rd|th)?,? (?:20\d\d)|\d{1,2}\.? (?:de )?\p{L}+\.? (?:de )?20\d\d|\p{L}+day,|(?:^|[.>] )(?:On|Am|Le|El|Il|Op|Em|Den|Dnia) /giu
