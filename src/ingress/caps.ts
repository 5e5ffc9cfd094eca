/**
 * How much of a raw mail is given to mailparser. Real mail stays far below; what is over is left out, and the mail
 * goes on as what is left. Measured with every hostile mail that we know, by the email() door.
 */

/**
 * Lines of a whole mail. 24 MB of bare line ends cost eight seconds and 600 MB, since each line is looked at; 25 MB of
 * attachments in lines of 60 characters have 430,000.
 */
export const MAX_LINES = 500_000
/**
 * Bytes of all text parts together, as they come. mailparser holds a text several times over: 24 MB of it took
 * 200 MB. Base64 and quoted-printable at their worst still leave more than MAX_BODY.
 */
export const MAX_TEXT_BYTES = 768 * 1024
/**
 * Characters of all address headers together: "g:g:g:" makes an object of every two, 72 MB of 120 KB. A thousand
 * recipients with their names fit, ten times MAX_RECIPIENTS.
 */
export const MAX_ADDRESS_CHARS = 64 * 1024
/**
 * Bytes of the header of a part; the mail's own may have 128 KB. 195 parts with a Content-Type of 120 KB cost three
 * seconds and 170 MB. Where one is longer, the mail is read from its own header alone.
 */
export const MAX_PART_HEAD = 16 * 1024

/** The bytes of a mail up to its last line that counts. `cut` is called where there were more. */
export async function* firstLines(
  raw: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  cut: () => void,
): AsyncGenerator<Uint8Array> {
  let lines = 0
  for await (const chunk of raw) {
    for (let i = 0; i < chunk.length; i++)
      if (chunk[i] === LF && ++lines === MAX_LINES) {
        yield chunk.subarray(0, i + 1)
        return cut()
      }
    yield chunk
  }
}

const LF = 0x0a

/** What is capped inside of mailparser 3.9.31: methods that it documents nowhere. */
export type Parser = {
  processChunk(chunk: { type: string; value?: Uint8Array }, done: () => void): void
  processHeaders(list: { key: string; line: string }[]): unknown
  curnode: { isAttachment?: boolean } | false
  splitter: { maxHeadSize: number }
}

/**
 * Lets a parser read no text over the cap, and of the headers only those that are asked for: it parses the addresses
 * of every header of every part, which made 195 parts with 120 KB of "g:g:g:" each cost 40 seconds.
 */
export function capParser(parser: Parser, cut: () => void): void {
  const { processChunk, processHeaders } = parser
  let text = MAX_TEXT_BYTES
  parser.processChunk = function (chunk, done) {
    const isText = chunk.type === 'body' && this.curnode && !this.curnode.isAttachment
    const { length } = (isText && chunk.value) || []
    if (length > text) cut()
    if (length > 0 && text === 0) return done()
    const value = length > text ? chunk.value!.subarray(0, text) : chunk.value
    text -= Math.min(length, text)
    processChunk.call(this, Object.assign(chunk, { value }), done)
  }
  let isRoot = true
  parser.processHeaders = function (list) {
    const wanted = isRoot ? [...OF_MAIL, ...OF_PART] : OF_PART
    isRoot = false
    this.splitter.maxHeadSize = MAX_PART_HEAD
    let left = MAX_ADDRESS_CHARS
    const kept = list.flatMap(({ key, line }) => {
      if (!wanted.includes(key)) return []
      if (!ADDRESSES.has(key)) return [{ key, line }]
      const first = firstAddresses(line, left)
      left -= first.length
      if (first.length < line.length) cut()
      return [{ key, line: first }]
    })
    return processHeaders.call(this, kept)
  }
}

/** A header up to the last comma within a length: half an address would be somebody else's. */
function firstAddresses(line: string, most: number): string {
  if (line.length <= most) return line
  const end = line.lastIndexOf(',', most)
  return line.slice(0, Math.max(end, line.indexOf(':') + 1))
}

/** What `mime.ts` takes from mailparser's own reading of the headers. All else it reads from the lines. */
const OF_PART = ['content-type', 'content-disposition', 'content-transfer-encoding', 'content-id']
const OF_MAIL = ['from', 'to', 'cc', 'subject']
const ADDRESSES = new Set(['from', 'to', 'cc'])
