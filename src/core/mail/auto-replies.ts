import type { InboundEmail } from '../../inbound-email.ts'
import type { LocalDate } from '../practice/events.ts'
import type { Frame } from '../when/frame.ts'
import { AUTO_REPLY_SUBJECT } from './auto-reply-words.ts'
import { isAutomatic } from './automatic.ts'
import { subjectKind } from './forward-words.ts'
import { readReturn } from './return-date.ts'

/** Somebody is away; `returnOn` is the day on which they say to be back, where they plainly say it (practice 8.14). */
export type AutoReply = { returnOn?: LocalDate }

/**
 * Reads a vacation message. That a program sent it is told by headers (`isAutomatic`); the words of its subject count
 * for an inner mail alone, which was forwarded and has lost its headers: a person may give a mail any subject.
 * Undefined for delivery reports and for mail of people.
 *
 * @param frame its `now` is when the auto-reply was sent, as far as that is known
 */
export function readAutoReply(
  mail: InboundEmail,
  frame: Frame,
  { isInner = false } = {},
): AutoReply | undefined {
  if (mail.deliveryStatus !== undefined) return undefined
  if (!isAutomatic(mail) && !(isInner && saysAutomatic(mail.subject))) return undefined
  const text = mail.text.trim() === '' ? mail.html.slice(0, MAX_HTML).replace(/<[^<>]*>/g, '\n') : mail.text
  const returnOn = readReturn(`${afterLabel(mail.subject)}\n\n${ownWords(text)}`, frame)
  return returnOn ? { returnOn } : {}
}

const MAX_HTML = 20_000

/** By the subject alone: "Out of office: back Nov 30", "[Automatic reply] Coffee". "Re: Out of office" is a person's. */
export const saysAutomatic = (subject: string): boolean => {
  const [, bracketed = '', rest = ''] = /^(?:\[([^\]]{0,40})\])? ?(.*)$/.exec(subject.trim()) ?? []
  return (
    subjectKind(subject) !== 'reply' && (AUTO_REPLY_SUBJECT.test(bracketed) || AUTO_REPLY_SUBJECT.test(rest))
  )
}

/** The subject of the mail that is answered stands behind "Automatic reply:", and may name a day itself. */
const afterLabel = (subject: string): string =>
  /^(?:auto|réponse|respuesta|risposta|resposta|odpow|răspuns|otomatik)/i.test(subject) ? '' : subject

/** Not the quoted mail below, which may name other days. */
const ownWords = (text: string): string =>
  text.split(/^(?:>|-{3,}|_{3,}|(?:From|Von|De|Da|Van|On .{10,100}wrote) ?:)/m, 1)[0]!
