import { type InboundEmail, MAX_CALENDAR, MAX_DELIVERY_STATUS } from '../inbound-email.ts'
import { decodeBytes } from './charset.ts'

/** The attachments that say something about outreach. All others are not looked at. */
export type AttachmentKind = 'calendar' | 'mail' | 'delivery status'

/** By media type, or by the file name where the type says nothing. */
export const attachmentKind = (contentType: string, fileName: string): AttachmentKind | undefined => {
  const type = mediaType(contentType)
  if (type === 'application/octet-stream' || type === '') {
    return /\.ics$/i.test(fileName) ? 'calendar' : /\.eml$/i.test(fileName) ? 'mail' : undefined
  }
  return KINDS.get(type)
}

/** The most bytes of one attachment that are read. */
export const MAX_ATTACHMENT = 256 * 1024
/** The most attached mails that are read: what somebody selects and forwards at once (practice 2.6: ten). */
export const MAX_ATTACHED = 20

export type Attachment = {
  kind: AttachmentKind
  charset: string | undefined
  bytes: Uint8Array
  isCut: boolean
}

/** The fields of an InboundEmail that come from attachments: the first calendar, the first status, the mails. */
export const readAttachments = async (
  attachments: readonly Attachment[],
  readMail: (raw: Uint8Array) => Promise<InboundEmail | undefined>,
): Promise<Pick<InboundEmail, 'calendar' | 'deliveryStatus' | 'attached'>> => {
  const first = (kind: AttachmentKind, most: number) => {
    const found = attachments.find((attachment) => attachment.kind === kind)
    // One character more than the limit lets `assemble` see the cut.
    return found && decodeBytes(found.bytes, found.charset).slice(0, most + 1)
  }
  const attached: InboundEmail[] = []
  for (const { bytes, isCut } of attachments.filter(({ kind }) => kind === 'mail').slice(0, MAX_ATTACHED)) {
    const mail = await readMail(bytes)
    if (mail !== undefined) attached.push({ ...mail, isCut: mail.isCut || isCut })
  }
  return {
    calendar: first('calendar', MAX_CALENDAR),
    deliveryStatus: first('delivery status', MAX_DELIVERY_STATUS),
    attached,
  }
}

/** The charset parameter of a Content-Type. */
export const charsetOf = (contentType: string): string | undefined =>
  /;\s*charset\s*=\s*"?([^\s";]{1,60})/i.exec(contentType)?.[1]

const mediaType = (contentType: string): string => contentType.split(';', 1)[0]!.trim().toLowerCase()

const KINDS = new Map<string, AttachmentKind>([
  ['text/calendar', 'calendar'],
  ['application/ics', 'calendar'],
  ['message/rfc822', 'mail'],
  ['message/global', 'mail'],
  // The headers of a bounced mail alone (RFC 6522).
  ['text/rfc822-headers', 'mail'],
  ['message/delivery-status', 'delivery status'],
  ['message/global-delivery-status', 'delivery status'],
])
