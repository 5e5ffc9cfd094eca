import type { Item } from '../core/commands/item.ts'
import type { Morning, MorningEnd } from '../db/morning.ts'
import { newId } from '../db/open.ts'
import type { User } from '../db/users.ts'
import type { Deps } from '../deps.ts'
import { asHtml } from '../letters/layout/html.ts'
import type { Page } from '../letters/layout/page.ts'
import { asText } from '../letters/layout/text.ts'
import { digestAddress, privateAddress, unsubscribeUrl } from '../own-addresses.ts'
import { outboxRow } from '../post.ts'

/** The addresses that a numbered letter speaks of; `token` is its own. */
export const addressesOf = async (user: User, token: string, { config }: Deps) => ({
  privateAddress: privateAddress(user.token, config),
  replyTo: digestAddress(token, config),
  unsubscribe: await unsubscribeUrl(user.id, config),
})

/** A numbered letter as it is stored and sent, once for a user, a day and a kind. */
export async function enclosed(
  letter: { subject: string; page: Page; items: Item[] },
  kind: 'morning' | 'evening',
  token: string,
  { user, today }: Morning,
  deps: Deps,
): Promise<NonNullable<MorningEnd['digest']>> {
  const row = await outboxRow(
    {
      key: kind === 'morning' ? `digest ${today}` : `evening ${today}`,
      subject: letter.subject,
      text: asText(letter.page),
      html: asHtml(letter.page),
      replyTo: digestAddress(token, deps.config),
    },
    user,
    deps,
  )
  return { id: newId(), on: today, kind, token, items: letter.items, letter: row }
}
