import { headerValues, type InboundEmail } from '../../inbound-email.ts'

/**
 * Whether a program wrote the mail: a vacation reply, a delivery report. By headers that only programs set (RFC 3834
 * section 5 and the older ones); `X-Auto-Response-Suppress` is none of them, it asks others not to answer.
 */
export function isAutomatic(mail: InboundEmail): boolean {
  if (mail.deliveryStatus !== undefined) return true
  if (headerValues(mail, 'auto-submitted').some((value) => !/^\s*no\b/i.test(value))) return true
  if (headerValues(mail, 'precedence').some((value) => /^\s*auto_reply\b/i.test(value))) return true
  return MARKS.some((name) => headerValues(mail, name).length > 0)
}

/** Whether a mail went to many at once: a list (RFC 2369, 2919) or a newsletter, which answers nobody. */
export const isToMany = (mail: InboundEmail): boolean =>
  ['list-id', 'list-unsubscribe'].some((name) => headerValues(mail, name).length > 0) ||
  headerValues(mail, 'precedence').some((value) => /^\s*(?:bulk|list|junk)\b/i.test(value))

const MARKS = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-autoreply-from',
  'x-ms-exchange-inbox-rules-loop',
]
