/**
 * Percent-encodes a value of a mailto link (RFC 6068 section 5): line ends become CRLF, other control characters
 * go, and so do halves of characters.
 */
export const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed().replace(CONTROLS, lineEnd)).replaceAll("'", '%27')

const CONTROLS = /\r\n?|[\u0000-\u0008\u000a-\u001f\u007f]/g

const lineEnd = (control: string): string => (control === '\n' || control.startsWith('\r') ? '\r\n' : '')
