import EmailForwardParser, { type EmailForwardMailbox } from 'email-forward-parser'
import type { PrintedFields } from './forward-block.ts'
import { mailboxesIn, nameIn } from './mailbox-text.ts'

/**
 * What email-forward-parser makes of a body: for the forms that have no header block of lines (a forward introduced
 * by an attribution, as Outlook for Mac has it; Yahoo's fields all on one line). Undefined where it finds none.
 */
export function parseForward(
  body: string,
  isForward: boolean,
): { note: string; text: string; fields: PrintedFields } | undefined {
  const { email, message } = parser().read(harmless(body), isForward ? 'Fwd: x' : null)
  const author = printed(email.from)
  const [from] = mailboxesIn(author)
  const name = from ? '' : nameIn(author)
  if (!from && !name) return undefined
  return {
    note: (message ?? '').trim(),
    text: (email.body ?? '').trim(),
    fields: {
      isEnglish: true,
      ...(from ? { from } : {}),
      ...(name ? { fromName: name } : {}),
      to: mailboxesIn(list(email.to).map(printed).join('; ')),
      cc: mailboxesIn(list(email.cc).map(printed).join('; ')),
      ...(email.subject && email.subject !== 'x' ? { subject: email.subject } : {}),
      ...(email.date ? { date: email.date } : {}),
    },
  }
}

let made: EmailForwardParser | undefined

const parser = (): EmailForwardParser => {
  made ??= new EmailForwardParser()
  return made
}

/** Its patterns take minutes for 40 KB of blank lines or spaces; of this nothing takes 50 ms. */
const harmless = (body: string): string =>
  body
    .slice(0, 4 * MAX_BODY)
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0\u200b\u200e\u200f\ufeff]+/g, ' ')
    .split('\n')
    .map((line) => line.trimEnd().slice(0, MAX_LINE))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .slice(0, MAX_BODY)

const MAX_BODY = 32 * 1024
const MAX_LINE = 400

const printed = ({ name, address }: EmailForwardMailbox): string =>
  address ? `${name ?? ''} <${address}>` : (name ?? '')

const list = (one: EmailForwardMailbox | EmailForwardMailbox[] | null | undefined): EmailForwardMailbox[] =>
  Array.isArray(one) ? one : one ? [one] : []
