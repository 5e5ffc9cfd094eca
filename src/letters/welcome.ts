import { COUNTRY_NAMES } from '../core/practice/countries.ts'
import type { Settings } from '../core/practice/settings.ts'
import type { InboundEmail } from '../inbound-email.ts'
import { firstName } from './first-name.ts'
import { asHtml } from './layout/html.ts'
import { page } from './layout/page.ts'
import { asText } from './layout/text.ts'
import type { Letter } from './letter.ts'
import { VCARD_FILE, VCARD_TYPE, vcard } from './vcard.ts'

/** The first letter (practice 2.8): the private address, also as a card; how to use it; two questions. */
export function welcome(
  privateAddress: string,
  { zone, country, name }: Settings,
  mail: Pick<InboundEmail, 'messageId' | 'references' | 'utcOffset' | 'from'>,
): Letter {
  const text = page({
    opening: [
      `Welcome${name ? `, ${firstName(name)}` : ''}. This is your private address:`,
      privateAddress,
      'Save the card that comes with this letter; then typing "log" in a Bcc field completes it.',
    ],
    sections: [
      {
        heading: 'HOW IT WORKS',
        lines: [],
        after: [
          'When you ask somebody for advice, put that address in Bcc. That is all.',
          'On the morning when somebody is due for another attempt, a thank-you or a line, one letter says so.',
          'Answer that letter in plain words, for example 1 snooze 3d, 2 called, 3 met.',
        ],
      },
      {
        heading: 'TWO QUESTIONS',
        lines: [],
        after: [
          `Your time zone: ${saysNoPlace(mail) ? NO_PLACE : ''}I took ${placeOf(zone)}, with the holidays of ${inSentence(COUNTRY_NAMES[country])}, for 7:30 in the morning. If that is wrong, answer "tz chicago" or "country uk".`,
          'What are you looking for? Answer "target: product roles in climate tech" in your own words; it goes into every draft.',
        ],
      },
    ],
    closing: [
      'Forgot the BCC? Forward the mail from your Sent folder to the same address, or write "emailed priya@acme.com on 3 nov".',
      'Answers can be logged by themselves: let your mail program forward your mail, or that of one person, to the same address. Only mail of people you wrote to is looked at; the rest is dropped unread.',
    ],
    footer: [
      'It writes only to you, never to the people you contact. To end it, answer "stop"; "help" lists the words.',
    ],
  })
  return {
    key: 'welcome',
    subject: 'Your private address',
    text: asText(text),
    html: asHtml(text),
    replyTo: privateAddress,
    ...(mail.messageId && { answers: { id: mail.messageId, references: mail.references } }),
    attachments: [{ name: VCARD_FILE, type: VCARD_TYPE, content: btoa(vcard(privateAddress)) }],
  }
}

/** Many programs write UTC wherever they are: then only an address of those islands makes London likely. */
const saysNoPlace = ({ utcOffset, from }: Pick<InboundEmail, 'utcOffset' | 'from'>): boolean =>
  utcOffset === 0 && !/\.(?:uk|ie)$/i.test(from?.address ?? '')

const NO_PLACE = 'your mail program writes its times in UTC, so this is a guess. '

/** "the United States", "Germany" */
const inSentence = (name: string): string => (/^(?:United|Nether)/.test(name) ? `the ${name}` : name)

/** "New York time" from America/New_York. */
const placeOf = (zone: string): string => `${zone.split('/').at(-1)!.replaceAll('_', ' ')} time`
