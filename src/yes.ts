import { visibleText } from './core/mail/visible-text.ts'
import { foldedWords } from './core/names.ts'
import type { Known } from './db/gather.ts'
import type { Config } from './deps.ts'
import type { InboundEmail } from './inbound-email.ts'

/**
 * The link that a mail means which says yes to a letter that asks for a tap: "yes" the first in that letter, "yes
 * always" the second. Its token; undefined for every other mail.
 */
export async function linkMeant(
  mail: InboundEmail,
  { letter, user }: Known,
  { baseUrl }: Config,
): Promise<string | undefined> {
  if (!letter || !ASKS.some((key) => letter.key.startsWith(`${user.id} ${key} `))) return undefined
  const { lines } = await visibleText(mail, { text: letter.text, html: letter.html ?? undefined })
  const words = foldedWords(lines[0]?.text ?? '')
  if (!YES.has(words[0] ?? '')) return undefined
  const tokens = letter.text.split(/\s+/).flatMap((word) => word.split(`${baseUrl}/l/`)[1] ?? [])
  return words.some((word) => ALWAYS.has(word)) ? tokens[1] : tokens[0]
}

/** Letters that ask for a tap, by how their keys begin. */
const ASKS = ['held', 'own']

const YES = new Set(['yes', 'yep', 'yeah', 'y', 'always', 'mine'])
const ALWAYS = new Set(['always', 'trust'])
