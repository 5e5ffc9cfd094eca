import type { outbox } from './db/schema.ts'
import type { Config, Deps } from './deps.ts'
import type { Letter } from './letters/letter.ts'
import { isAtOurs, privateAddress, unsubscribeUrl } from './own-addresses.ts'
import { idOf } from './sign.ts'

/** Marks every letter of ours, so that one which comes back is known. */
export const LOOP_HEADER = 'X-Reachback-Letter'

/**
 * The outbox row of a letter to its user, with the headers that all our letters carry: automatic (RFC 3834), an own
 * Message-ID that tells which letter an answer is about, and how to stop them (RFC 2369, RFC 8058).
 */
export async function outboxRow(
  letter: Letter,
  user: { id: number; email: string; token: string },
  { config, now }: Pick<Deps, 'config' | 'now'>,
): Promise<typeof outbox.$inferInsert> {
  // The letter that asks an address is one on a day, whoever asks.
  const key = letter.to ? letter.key : `${user.id} ${letter.key}`
  const id = idOf(key)
  const stop = `mailto:${privateAddress(user.token, config)}?subject=stop&body=stop`
  return {
    id,
    userId: user.id,
    key,
    to: letter.to ?? user.email,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    replyTo: letter.to ? null : letter.replyTo,
    headers: {
      'Message-ID': `<${letterMessageId(id, config.inbound.domain)}>`,
      'X-PM-KeepID': 'true',
      'Auto-Submitted': letter.answers ? 'auto-replied' : 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      [LOOP_HEADER]: String(id),
      // Not for somebody else, who could stop the user's letters by it.
      ...(!letter.to && {
        'List-Unsubscribe': `<${await unsubscribeUrl(user.id, config)}>, <${stop}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
      ...(letter.answers && {
        'In-Reply-To': `<${letter.answers.id}>`,
        References: [...letter.answers.references.slice(-10), letter.answers.id]
          .map((ref) => `<${ref}>`)
          .join(' '),
      }),
    },
    attachments: letter.attachments ?? [],
    tryAt: now,
    madeAt: now,
  }
}

const letterMessageId = (id: number, domain: string): string => `letter.${id}@${domain}`

/** The outbox id in one of the ids that a mail answers, if it is one of ours. */
export function letterIdIn(ids: string[], config: Config): number | undefined {
  for (const id of ids) {
    const match = /^letter\.(\d{1,16})@.+$/.exec(id)
    if (match && isAtOurs(id.toLowerCase(), config)) return Number(match[1])
  }
  return undefined
}
