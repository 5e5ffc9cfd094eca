import addressparser from 'nodemailer/lib/addressparser'
import { type Clock, told } from './clock.ts'
import type { Mail } from './mails.ts'

/** A mail as a person has begun to write it; '' where nothing is filled in. */
export type Draft = {
  from: string
  to: string
  cc: string
  bcc: string
  subject: string
  text: string
  inReplyTo: string
  references: string
}

export const EMPTY: Draft = {
  from: '',
  to: '',
  cc: '',
  bcc: '',
  subject: '',
  text: '',
  inReplyTo: '',
  references: '',
}

/** An answer by the owner of the mailbox `as`, with the mail quoted below as Gmail does. */
export const answerTo = (clock: Clock, mail: Mail, as: string): Draft => ({
  ...EMPTY,
  from: namedIn(mail, as),
  to: mail.replyTo || mail.from,
  subject: /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
  text: `\n\n${quoted(clock, mail)}`,
  inReplyTo: mail.messageId,
  references: `${mail.references} ${mail.messageId}`.trim(),
})

/** The mail forwarded from the mailbox `as`, as Gmail does. */
export const forwardOf = (clock: Clock, mail: Mail, as: string): Draft => ({
  ...EMPTY,
  from: namedIn(mail, as),
  subject: /^fwd:/i.test(mail.subject) ? mail.subject : `Fwd: ${mail.subject}`,
  text: [
    '\n\n---------- Forwarded message ---------',
    `From: ${mail.from}`,
    `Date: ${gmailDate(clock, mail.at)}`,
    `Subject: ${mail.subject}`,
    `To: ${mail.to}`,
    ...(mail.cc ? [`Cc: ${mail.cc}`] : []),
    `\n\n${plain(mail)}`,
  ].join('\n'),
})

/** What a mailto: link asks for (RFC 6068), to be sent by `from`. */
export const draftOf = (mailto: string, from: string): Draft => {
  const [path = '', query = ''] = mailto.replace(/^mailto:/i, '').split('?')
  const fields = query.split('&').map((part) => {
    const [name = '', ...value] = part.split('=')
    return [decode(name).toLowerCase(), decode(value.join('='))] as const
  })
  const field = (name: string) => fields.find(([key]) => key === name)?.[1] ?? ''
  return {
    ...EMPTY,
    from,
    to: [decode(path), field('to')].filter(Boolean).join(', '),
    cc: field('cc'),
    bcc: field('bcc'),
    subject: field('subject'),
    text: field('body').replaceAll('\r\n', '\n'),
    inReplyTo: field('in-reply-to'),
  }
}

/** "Ann Lee <ann@example.com>" where the mail names that address so, else the bare address. */
export const namedIn = (mail: Mail, address: string): string => {
  const known = addressparser(`${mail.to}, ${mail.cc}, ${mail.from}`, { flatten: true })
  const name = known.find((entry) => entry.address.toLowerCase() === address && entry.name)?.name
  return name ? `${name} <${address}>` : address
}

const quoted = (clock: Clock, mail: Mail): string => {
  const lines = plain(mail).trimEnd().split('\n')
  const marked = lines.map((line) => (line === '' || line.startsWith('>') ? `>${line}` : `> ${line}`))
  return `${attribution(clock, mail)}\n\n${marked.join('\n')}\n`
}

/** Gmail breaks this line before "wrote:" where it would be longer than 78. */
const attribution = (clock: Clock, mail: Mail): string => {
  const line = `On ${gmailDate(clock, mail.at)} ${mail.from.replace(/"/g, '')}`
  return line.length + ' wrote:'.length > 78 ? `${line}\nwrote:` : `${line} wrote:`
}

/** "Tue, Nov 3, 2026 at 9:00 AM" */
const gmailDate = (clock: Clock, at: number): string => {
  const [weekday, day, month, year, hour] = told(clock, at).split(' ') as [
    string,
    string,
    string,
    string,
    string,
  ]
  const [hours, minutes] = hour.split(':') as [string, string]
  const half = Number(hours) < 12 ? 'AM' : 'PM'
  return `${weekday}, ${month} ${day}, ${year} at ${Number(hours) % 12 || 12}:${minutes} ${half}`
}

/** The text part, or what can be read of an HTML part that has none. */
const plain = (mail: Mail): string =>
  mail.text.replaceAll('\r\n', '\n') ||
  mail.html
    .slice(0, 256 * 1024)
    .replace(/<(?:br|\/p|\/div|\/tr|\/h\d|\/li)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .trim()

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
