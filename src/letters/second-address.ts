import type { LocalDate } from '../core/practice/events.ts'
import { asHtml } from './layout/html.ts'
import { page } from './layout/page.ts'
import { asText } from './layout/text.ts'
import type { Letter } from './letter.ts'

/**
 * The only letter that goes to an address before it is known to be a user's (practice 4.3). Whoever reads it may never
 * have heard of us; nothing in it is of anybody's choosing but the user's own address.
 */
export const confirmation = ({
  sender,
  account,
  link,
  today,
}: {
  sender: string
  account: string
  link: string
  today: LocalDate
}): Omit<Letter, 'replyTo'> => ({
  key: `confirm ${sender} ${today}`,
  to: sender,
  subject: 'Is this your address?',
  ...parts(
    [
      `Somebody who uses Reachback as ${account} says that ${sender} is their address, too. Reachback reminds people whom to write to again; it listens to nobody but its users, and so it asks.`,
      `It is you? This page adds the address: ${link}`,
      'It is not you? Then do nothing. The address is not used without that page, and nothing more comes.',
    ],
    'The page works for 30 days. Answers to this letter are not read.',
  ),
})

/** Asks the user about a mail from an address that is not theirs, in a thread of theirs (practice 2.6). Once. */
export const isItYours = ({
  sender,
  subject,
  link,
  canBeTaken,
}: {
  sender: string
  subject: string
  link: string
  canBeTaken: boolean
}): Omit<Letter, 'replyTo'> => ({
  key: `own ${sender}`,
  subject: `Is ${sender} yours?`,
  ...parts(
    [
      `A mail ${subject ? `"${subject}"` : 'without a subject'} came from ${sender}, which is none of your addresses here. Nothing was done with it.`,
      `The address is yours? Answer "yes", or tap this: ${link}`,
      `Then a letter with a link goes to ${sender}, to be sure; after that, mail from there counts as yours${canBeTaken ? ', this one too' : '. This one has to be sent again'}.`,
      'It is not yours? Then there is nothing to do.',
    ],
    'This is asked once.',
  ),
})

/** Tells the user that an address was added by whoever reads it. */
export const senderAdded = (
  sender: string,
  { isTaken, at }: { isTaken: boolean; at: number },
): Omit<Letter, 'replyTo'> => ({
  key: `added ${sender} ${at}`,
  subject: `${sender} is added`,
  ...parts(
    [
      `The link that went to ${sender} was tapped. Mail from there counts as yours from now on${isTaken ? ', and the one that was held is taken' : ''}.`,
      `It should not? Answer "remove address ${sender}".`,
    ],
    '"addresses" lists the ones that are yours; "letters to" and one of them moves where letters go.',
  ),
})

const parts = (opening: string[], footer: string): Pick<Letter, 'text' | 'html'> => {
  const whole = page({ opening, footer: [footer] })
  return { text: asText(whole), html: asHtml(whole) }
}
