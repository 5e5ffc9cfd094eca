import { plain } from '../../core/plain.ts'
import { encode } from './percent.ts'
import { shorten } from './shorten.ts'

/** Some programs cut a link at 2,000 characters (practice 5, "Build rules"). */
export const MAX_LINK = 1800

/** What a mailto link fills in. `bcc`: the private address, so that the mail logs itself, and whoever else. */
export type Mail = { to: string | string[]; bcc: string | string[]; subject: string; body: string }

/**
 * A mailto link (RFC 6068) of at most MAX_LINK characters: a mail too long for it loses sentences from the end of
 * its middle. Everything is percent-encoded, spaces as %20 and line ends as %0D%0A; a line end or a "&" in a value
 * cannot start another header.
 */
export const mailto = ({ to, bcc, subject, body }: Mail): string => {
  const copies = [bcc].flat().filter(Boolean).map(encodeAddress).join(',')
  const start = `mailto:${[to].flat().map(encodeAddress).join(',')}?${copies && `bcc=${copies}&`}subject=`
  const words = plain(subject).replace(/[\r\n]+/g, ' ')
  const title = encode(words)
  const link = `${start}${title}&body=${encode(body)}`
  if (link.length <= MAX_LINK) return link
  const room = MAX_LINK - start.length - '&body='.length
  const shortTitle = title.length <= room / 2 ? title : encodeUpTo(words, room / 2)
  return `${start}${shortTitle}&body=${encode(shorten(body, room - shortTitle.length))}`
}

/** The original in Gmail, where a follow-up can be a true answer: mailto cannot thread. */
export const gmailThread = (messageId: string): string =>
  `https://mail.google.com/mail/u/0/#search/rfc822msgid:${encode(messageId)}`

/** "@" stays between local part and domain; what could end the address is encoded, and control characters go. */
const encodeAddress = (address: string): string => {
  const plain = address.replace(/[\u0000-\u001f\u007f]/g, '')
  const at = plain.lastIndexOf('@')
  return at < 0 ? encode(plain) : `${encode(plain.slice(0, at))}@${encode(plain.slice(at + 1))}`
}

const encodeUpTo = (text: string, room: number): string => {
  let encoded = ''
  for (const character of text) {
    const next = encode(character)
    if (encoded.length + next.length > room) break
    encoded += next
  }
  return encoded
}
