import type { Attachment } from './letter.ts'

export const VCARD_FILE = 'reachback-log.vcf'
export const VCARD_TYPE = 'text/vcard; charset=utf-8'

/**
 * The private address as a contact card: once it is saved, typing "log" completes it (practice 2.8).
 * vCard 3.0 (RFC 2426): Outlook does not read 4.0, and Apple's and Google's contacts read both.
 */
export const vcard = (privateAddress: string): string =>
  [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'PRODID:-//Reachback//EN',
    'FN:Reachback log',
    'N:log;Reachback;;;',
    'NICKNAME:log',
    `EMAIL;TYPE=INTERNET:${escaped(privateAddress)}`,
    `NOTE:${escaped(NOTE)}`,
    'END:VCARD',
  ]
    .map(fold)
    .join('\r\n') + '\r\n'

/** The card as it goes with a letter. */
export const cardOf = (privateAddress: string): Attachment => ({
  name: VCARD_FILE,
  type: VCARD_TYPE,
  content: btoa(vcard(privateAddress)),
})

const NOTE =
  'BCC this address when you write to someone, and Reachback remembers them. It is yours alone: keep it out of To and Cc.'

/** Backslash, comma, semicolon and line end (RFC 2426 section 4). Other control characters go. */
const escaped = (text: string): string =>
  text
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[\u0000-\u001f\u007f]/g, '')

/** Lines of at most 75 octets, never broken within a character (RFC 2426 section 2.6). */
const fold = (line: string): string => {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}
