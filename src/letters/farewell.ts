import type { InboundEmail } from '../inbound-email.ts'
import { answerSubject } from './answer-subject.ts'
import { asHtml } from './layout/html.ts'
import { page } from './layout/page.ts'
import { asText } from './layout/text.ts'
import type { Letter } from './letter.ts'

/** The last letter to somebody of whom nothing is stored any more. It does not answer to any address of ours. */
export function farewell(
  { subject, messageId, references }: InboundEmail & { messageId: string },
  replyTo: string,
  openAddress: string,
): Letter {
  const text = page({
    opening: [
      'Everything is erased: your address, your settings, your contacts and all that was logged of them.',
      'This letter is the last one, and its copy here goes with it. Your private address answers nobody from now on.',
      `To begin again, write a new mail to ${openAddress}.`,
    ],
  })
  return {
    key: `receipt ${messageId}`,
    subject: answerSubject(subject),
    text: asText(text),
    html: asHtml(text),
    replyTo,
    answers: { id: messageId, references },
  }
}
