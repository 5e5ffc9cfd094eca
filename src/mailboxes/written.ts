import { type VisibleText, visibleText } from '../core/mail/visible-text.ts'
import type { Known } from '../db/gather.ts'
import type { Config } from '../deps.ts'
import type { InboundEmail } from '../inbound-email.ts'

/** What the user wrote in answer to a letter of ours, or in a mail to us alone. */
export const writtenToUs = (
  mail: Pick<InboundEmail, 'text' | 'html'>,
  { letter }: Pick<Known, 'letter'>,
  { from }: Pick<Config, 'from'>,
): Promise<VisibleText> =>
  visibleText(
    mail,
    letter && { text: letter.text, html: letter.html ?? undefined },
    // "Reachback <letters@in.example.com>": its name and its address.
    from.match(/[^<>"\s][^<>"]*[^<>"\s]/g) ?? [],
  )
