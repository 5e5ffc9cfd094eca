import { asPostmark, type PostmarkInbound } from './as-postmark.ts'
import { type Clock, mailDate } from './clock.ts'
import { attachmentOf, type Mails } from './mails.ts'

/** Who a message is from and for, as SMTP says it: the headers do not count. */
export type Envelope = { from: string; to: string[] }

/** The message was not taken; it may be sent again. */
export class NotTaken extends Error {
  override name = 'NotTaken'
}

/**
 * Takes one message: hands it to the Worker once for each recipient at the Worker's domain, and puts it into the
 * mailboxes of the others. Throws NotTaken, with nothing kept, when the Worker answered anything but 200.
 */
export type Take = (raw: Buffer, envelope: Envelope) => Promise<void>

/** `deliver` posts one message to the Worker and gives its answer. */
export const createSorting = (
  clock: Clock,
  mails: Mails,
  inboundDomain: string,
  deliver: (json: PostmarkInbound) => Promise<Response>,
): Take => {
  return async (raw, envelope) => {
    const dated = redate(raw, clock)
    const at = clock.now()
    const isInbound = (address: string) => address.toLowerCase().endsWith(`@${inboundDomain}`)
    const inbound = envelope.to.filter(isInbound)
    for (const to of inbound) {
      const answer = await deliver(await asPostmark(dated, { from: envelope.from, to }))
      if (answer.status !== 200) throw new NotTaken(await refusal(answer))
    }
    const world = envelope.to.filter((address) => !isInbound(address))
    const json = await asPostmark(dated, { from: envelope.from, to: '' })
    const header = (name: string) => json.Headers.find(({ Name }) => Name.toLowerCase() === name)?.Value ?? ''
    mails.add({
      id: json.MessageID,
      kind: 'mail',
      at,
      recipients: world.map((address) => address.toLowerCase()),
      inbound,
      from: json.FromName ? `${json.FromName} <${json.From}>` : json.From,
      to: json.To,
      cc: json.Cc,
      replyTo: json.ReplyTo,
      subject: json.Subject,
      messageId: header('message-id'),
      inReplyTo: header('in-reply-to'),
      references: header('references'),
      text: json.TextBody,
      html: json.HtmlBody,
      metadata: {},
      attachments: json.Attachments.map((part) => attachmentOf(part.Name, part.ContentType, part.Content)),
    })
  }
}

/**
 * A mail program writes its own "now" into Date. Where that is the real time, give or take ten minutes, and the
 * office's is another, the office's is put in its place, told in the same zone.
 */
export const redate = (raw: Buffer, clock: Clock): Buffer => {
  if (Math.abs(clock.shift()) < 60_000) return raw
  // latin1 keeps every byte as it is.
  const text = raw.toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length
  const date = /^Date:([^\n]*(?:\n[ \t][^\n]*)*)/im.exec(text.slice(0, end))
  if (!date) return raw
  const at = Date.parse(date[1]!.replace(/\([^)]*\)/g, '').trim())
  if (!(Math.abs(at - Date.now()) <= 10 * 60_000)) return raw
  const zone = /([+-])(\d\d)(\d\d)\s*(?:\([^)]*\)\s*)?$/.exec(date[1]!)
  const minutes = zone ? (Number(zone[2]) * 60 + Number(zone[3])) * (zone[1] === '-' ? -1 : 1) : 0
  const isCr = date[0].endsWith('\r')
  const now = `Date: ${mailDate(clock.now() + (at - Date.now()), minutes)}${isCr ? '\r' : ''}`
  return Buffer.from(text.slice(0, date.index) + now + text.slice(date.index + date[0].length), 'latin1')
}

const refusal = async (answer: Response): Promise<string> => {
  const said = (await answer.text().catch(() => '')).replace(/\s+/g, ' ').trim().slice(0, 200)
  return `the Worker answered ${answer.status}${said && `: ${said}`}`
}
