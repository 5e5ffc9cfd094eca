import type { ForwardingRequest } from '../core/mail/forwarding-request.ts'
import { asHtml } from './layout/html.ts'
import { page } from './layout/page.ts'
import { asText } from './layout/text.ts'
import type { Letter } from './letter.ts'

/** Gmail's question whether mail may be forwarded here, passed on so that the user can answer it. */
export function forwardingNotice(
  { code, link, account }: ForwardingRequest,
  mail: number,
): Omit<Letter, 'replyTo'> {
  const text = page({
    opening: [
      `Gmail asks whether the mail of ${account ?? 'an account'} may be forwarded to your private address.`,
      `You set that up? Then enter the code ${code} in Gmail, under Settings, "Forwarding and POP/IMAP"${link ? ', or open this page of Google:' : '.'}`,
      ...(link ? [link] : []),
      'From then on an answer of somebody you wrote to is logged by itself. All other mail is dropped unread.',
      'It was not you? Then there is nothing to do.',
    ],
    footer: ['This is said once a day at most.'],
  })
  return {
    key: `forwarding ${mail}`,
    subject: 'A code to finish the forwarding in Gmail',
    text: asText(text),
    html: asHtml(text),
  }
}
