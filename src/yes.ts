import { foldedWords } from './core/names.ts'
import type { Known } from './db/gather.ts'
import type { Config } from './deps.ts'
import type { InboundEmail } from './inbound-email.ts'
import { readLink } from './links.ts'
import { writtenToUs } from './mailboxes/written.ts'

/**
 * The link that a mail means which says yes to a letter that asks for a tap: "yes always" the one that trusts the
 * address from then on. Its token; undefined for every other mail.
 */
export async function linkMeant(
  mail: InboundEmail,
  known: Known,
  config: Config,
): Promise<string | undefined> {
  const { letter, user } = known
  if (!letter || !ASKS.some((key) => letter.key.startsWith(`${user.id} ${key} `))) return undefined
  const { lines } = await writtenToUs(mail, known, config)
  const words = foldedWords(lines[0]?.text ?? '')
  if (!YES.has(words[0] ?? '')) return undefined
  const isAlways = words.some((word) => ALWAYS.has(word))
  // The letter quotes a subject, in which somebody else may have written a link of his own.
  for (const word of letter.text.split(/\s+/)) {
    const token = word.split(`${config.baseUrl}/l/`)[1] ?? ''
    const link = await readLink(token, config)
    if (link?.userId !== user.id) continue
    if (link.is === 'own' || (link.is === 'let in' && link.trust === isAlways)) return token
  }
  return undefined
}

/** Letters that ask for a tap, by how their keys begin. */
const ASKS = ['held', 'own']

const YES = new Set(['yes', 'yep', 'yeah', 'y', 'always', 'mine'])
const ALWAYS = new Set(['always', 'trust'])
