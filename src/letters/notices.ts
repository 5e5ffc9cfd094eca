import { formatDay } from '../core/practice/days.ts'
import type { LocalDate } from '../core/practice/events.ts'
import type { InboundEmail } from '../inbound-email.ts'
import { asHtml, withOpening as withHtmlOpening } from './layout/html.ts'
import { page } from './layout/page.ts'
import { asText } from './layout/text.ts'
import { wrap } from './layout/wrap.ts'
import type { Letter } from './letter.ts'

/** A mail from the user's address that nobody vouched for; without links where it cannot be let in. */
export function heldNotice({
  today,
  subject,
  from,
  letIn,
  trust,
}: {
  today: LocalDate
  subject: string
  from: string
  letIn?: string
  trust?: string
}): Omit<Letter, 'replyTo'> {
  const what = subject ? `"${subject}"` : 'without a subject'
  const text = page({
    opening: [
      `A mail ${what} came from ${from}, and it could not be checked that you sent it. Nothing was done with it.`,
      letIn && trust
        ? `It was yours? Answer "yes", or tap this, and it is let in: ${letIn}`
        : 'It was yours? Then send it again from the mail program or site of your own provider, to your private address: what changes something is only taken from a mail that can be checked.',
      ...(trust
        ? [`"yes always", or this one, lets in all that come from ${from} from now on: ${trust}`]
        : []),
      'It was not yours? Then there is nothing to do.',
    ],
    footer: ['This is said once a day at most, whatever else comes.'],
  })
  return {
    key: `held ${today}`,
    subject: 'A mail that could not be checked',
    text: asText(text),
    html: asHtml(text),
  }
}

/** Answers a mail in its thread with what was done for it, or why nothing was. */
export const didNotice = (
  did: string[],
  { subject, messageId, references }: Pick<InboundEmail, 'subject' | 'references'> & { messageId: string },
): Omit<Letter, 'replyTo'> => {
  const text = page({ opening: did })
  return {
    key: `receipt ${messageId}`,
    subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
    text: asText(text),
    html: asHtml(text),
    answers: { id: messageId, references },
  }
}

/** Why letters were held back for a time. */
export type Pause = { why: 'bounce' | 'complaint' | 'suppressed'; from: LocalDate; to: LocalDate }

/** "Letters to you bounced from Thu 12 Nov to Tue 17 Nov." */
export function pauseSentence({ why, from, to }: Pause): string {
  const days = from === to ? `on ${formatDay(from)}` : `from ${formatDay(from)} to ${formatDay(to)}`
  return `${WHAT[why]} ${days}. What came due meanwhile is in the next letter.`
}

const WHAT: Record<Pause['why'], string> = {
  bounce: 'Letters to you bounced',
  complaint: 'Letters to you were held back, since one was marked as spam,',
  suppressed: 'Letters to you were held back by the mail service',
}

/** A letter of its own, where there is no other to say it in. `since`: the instant at which the pause began. */
export function backNotice(pause: Pause, since: number): Omit<Letter, 'replyTo'> {
  const text = page({ opening: [pauseSentence(pause)] })
  return {
    key: `letters back ${since}`,
    subject: 'Letters reach you again',
    text: asText(text),
    html: asHtml(text),
  }
}

/** Opens the letter that answers a mail over a limit. */
export const CUT_SENTENCE =
  'Your mail was too large to be read whole: what stands below was made of its beginning.'

/** A letter that begins with one sentence more. */
export const withOpening = (letter: Letter, sentence: string): Letter => ({
  ...letter,
  text: `${wrap(sentence)}\n\n${letter.text}`,
  html: withHtmlOpening(letter.html, sentence),
})
