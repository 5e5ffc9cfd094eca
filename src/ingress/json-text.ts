/** A JSON string that is being read, from behind its opening quote. */
export type JsonText = {
  /** Takes the chunk from `from` on; returns where it stopped: behind the closing quote, or at the end. */
  feed(chunk: Uint8Array, from: number): number
  isEnded(): boolean
  /** The string, or undefined if it is not JSON. */
  value(): string | undefined
}

/**
 * Reads one JSON string, of which it keeps at most a little more than `chars` UTF-16 units: whoever gets more
 * than `chars` knows that there was more. Never ends in half an escape, half a character or half a surrogate pair.
 */
export const jsonText = (chars: number, bytes = BYTES_A_UNIT * (chars + SPARE)): JsonText => {
  const mostBytes = Math.max(bytes, CHECKED)
  const pieces: Uint8Array[] = []
  let size = 0
  let isCut = false
  let isAfterOddBackslashes = false
  let ended = false

  const keep = (chunk: Uint8Array, from: number, to: number) => {
    const end = Math.min(to, from + mostBytes - size)
    if (end > from) pieces.push(chunk.slice(from, end))
    size += Math.max(0, end - from)
    isCut ||= end < to
  }

  const feed = (chunk: Uint8Array, from: number): number => {
    // Asked for a string, Buffer searches twelve times as fast as Uint8Array for a number (measured in workerd).
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
    let at = from
    for (;;) {
      const quote = buffer.indexOf('"', at, 'latin1')
      const end = quote === -1 ? chunk.length : quote
      const backslashes = backslashesBefore(chunk, end, at)
      const isCarried = backslashes === end - at && isAfterOddBackslashes
      isAfterOddBackslashes = (backslashes % 2 === 1) !== isCarried
      if (quote === -1 || !isAfterOddBackslashes) {
        keep(chunk, at, end)
        ended = quote !== -1
        return ended ? end + 1 : end
      }
      // An escaped quote belongs to the string.
      keep(chunk, at, quote + 1)
      isAfterOddBackslashes = false
      at = quote + 1
    }
  }

  return { feed, isEnded: () => ended, value: () => decoded(pieces, isCut, chars) }
}

/** No UTF-16 unit takes more: that is a \u escape. */
const BYTES_A_UNIT = 6
/** Makes up for what is cut off at the end. */
const SPARE = 5
/** Even of an unwanted string so many bytes are checked. */
const CHECKED = 1000
const BACKSLASH = 0x5c

const backslashesBefore = (chunk: Uint8Array, end: number, start: number): number => {
  let at = end
  while (at > start && chunk[at - 1] === BACKSLASH) at--
  return end - at
}

const decoded = (pieces: Uint8Array[], isCut: boolean, chars: number): string | undefined => {
  // With `stream` the decoder holds back a character that is not complete.
  const raw = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(Buffer.concat(pieces), {
    stream: isCut,
  })
  try {
    const text: string = JSON.parse(`"${isCut ? withoutHalfEscape(raw) : raw}"`)
    if (text.length <= chars + 2 && !isCut) return text
    const kept = text.slice(0, chars + 2)
    return /[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept
  } catch {
    return undefined
  }
}

const withoutHalfEscape = (raw: string): string => {
  const last = raw.lastIndexOf('\\')
  let run = 0
  while (last - run >= 0 && raw[last - run] === '\\') run++
  if (run % 2 === 0) return raw
  return /^\\(?:u[0-9a-f]{4}|[^u])/i.test(raw.slice(last)) ? raw : raw.slice(0, last)
}
