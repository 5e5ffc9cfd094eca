import type { InboundEmail } from '../../inbound-email.ts'

/** Gmail asks whether somebody's mail may be forwarded to an address, before it does so. */
export type ForwardingRequest = {
  /** To be typed in Gmail's settings; only digits. */
  code: string
  /** Opens Google's page that says yes, where the mail has one. */
  link?: string
  /** Whose mail it is. */
  account?: string
}

/**
 * Reads Gmail's forwarding confirmation, in any language: the code is in the subject, "(#123456789) ...". Nothing else
 * of the mail is passed on: the code is digits, the link Google's own. Undefined where it is another mail.
 */
export function forwardingRequest({
  from,
  subject,
  text,
  html,
}: Pick<InboundEmail, 'from' | 'subject' | 'text' | 'html'>): ForwardingRequest | undefined {
  if (from?.address !== 'forwarding-noreply@google.com') return undefined
  const code = /\(#(\d{4,12})\)/.exec(subject)?.[1]
  if (!code) return undefined
  const link = LINK.exec(text)?.[0] ?? LINK.exec(html)?.[0]
  const account = ADDRESS.exec(subject)?.[0] ?? ADDRESS.exec(text)?.[0]
  return { code, ...(link && { link }), ...(account && { account: account.toLowerCase() }) }
}

/** "vf" says yes, "uf" no. */
const LINK = /https:\/\/(?:mail-settings|mail)\.google\.com\/mail\/vf-[\w%.~[\]-]{10,500}/

const ADDRESS = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/i
