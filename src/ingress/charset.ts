/**
 * Bytes of a mail as text. `charset` is whatever the sender calls it: the names and aliases of the WHATWG
 * Encoding Standard, the old Japanese names, UTF-7. Unknown or not given, the bytes are taken for UTF-8 if they are
 * that, else for windows-1252. Broken bytes become U+FFFD; this never throws.
 */
export const decodeBytes = (bytes: Uint8Array, charset: string | undefined): string => {
  const decoder = charsetDecoder(charset)
  return decoder.write(bytes) + decoder.end()
}

/** The same for bytes that come in chunks. */
export type CharsetDecoder = { write(chunk: Uint8Array): string; end(): string }

export const charsetDecoder = (charset: string | undefined): CharsetDecoder => {
  const label = (charset ?? '').trim().toLowerCase()
  if (/^(?:unicode-1-1-)?utf-?7$/.test(label))
    return collected((bytes) => decodeUtf7(latin1(bytes.subarray(0, MAX_UTF7))))
  const decoder = textDecoder(label)
  if (decoder === undefined) return collected(decodeGuessed)
  return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() }
}

/** True if text in this charset can be decoded without guessing. */
export const isKnownCharset = (charset: string): boolean =>
  /^(?:unicode-1-1-)?utf-?7$/i.test(charset) || textDecoder(charset.trim().toLowerCase()) !== undefined

/** A header's 8-bit characters (one char code a byte): UTF-8 (RFC 6532) or, if they are not, windows-1252. */
export const decodeHeaderBytes = (binary: string): string =>
  /^[\x00-\x7f]*$/.test(binary)
    ? binary
    : decodeGuessed(Uint8Array.from(binary, (char) => char.charCodeAt(0)))

/** Names that the Encoding Standard lacks, and the encoding that reads them. */
const ALIASES: [RegExp, string][] = [
  [/^(?:jis|iso-?2022-?jp.*|csiso2022jp.*|cp5022[012])$/, 'iso-2022-jp'],
  [/^(?:euc-?jp.*|ujis)$/, 'euc-jp'],
  [/^(?:cp932|windows-932|sjis.*|shift[-_]?jis.*)$/, 'shift_jis'],
  [/^(?:cp936|windows-936|hz-gb-2312|gb.*)$/, 'gb18030'],
  [/^(?:cp949|windows-949|uhc|ks_?c.*|johab)$/, 'euc-kr'],
  [/^(?:cp950|windows-950|big5.*)$/, 'big5'],
  [/^cp-?(125\d|874)$/, 'windows-$1'],
  [/^(?:7bit|8bit|binary|us|default|ansi|latin-?1|iso-?8859)$/, 'windows-1252'],
  [/^utf-?8.*$/, 'utf-8'],
]

const textDecoder = (label: string): TextDecoder | undefined => {
  const alias = ALIASES.find(([pattern]) => pattern.test(label))
  for (const name of [label, ...(alias === undefined ? [] : [label.replace(...alias)])]) {
    try {
      return new TextDecoder(name)
    } catch {
      // RangeError: no such encoding.
    }
  }
  return undefined
}

const decodeGuessed = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return latin1(bytes)
  }
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes)

const collected = (decode: (bytes: Uint8Array) => string): CharsetDecoder => {
  const chunks: Uint8Array[] = []
  return {
    write: (chunk) => {
      chunks.push(chunk.slice())
      return ''
    },
    end: () => decode(Buffer.concat(chunks)),
  }
}

/** RFC 2152: runs of base64'd UTF-16 between "+" and "-". */
const decodeUtf7 = (text: string): string =>
  text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, run: string) =>
    run === '' ? '+' : UTF16.decode(wholeUnits(Buffer.from(run, 'base64'))),
  )

/** More than MAX_BODY characters of any language; 24 MB of "+AGE-" made a string of each. */
const MAX_UTF7 = 192 * 1024

/** One for all runs: a mail of "+AGE-" has 150,000. */
const UTF16 = new TextDecoder('utf-16be')

const wholeUnits = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length - (bytes.length % 2))
