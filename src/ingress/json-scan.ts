import { chunks } from './chunks.ts'
import { type JsonText, jsonText } from './json-text.ts'

/** What to keep of a JSON value; everything else is read over. */
export type Shape =
  /**
   * A string of at most so many UTF-16 units. Of a longer one a little more is kept, which tells that it was cut.
   * `bytes` is the most that is kept until it is decoded: 6 a unit, if not given, which is
   * enough for any string; a string that is cut by a smaller number may not tell so.
   */
  | { chars: number; bytes?: number }
  /** An array of at most so many items; one more is kept to tell that there were more. */
  | { items: Shape; most: number }
  /** An object's members of these names. `finish` may drop what the whole object shows to be unwanted. */
  | { members: Record<string, Shape>; finish?: (object: Record<string, unknown>) => void }

/** Too large is more than `maxBytes`; not JSON is what JSON.parse would throw at, or nests deeper than 200. */
export type Scanned = { value: unknown } | { refused: 'not json' | 'too large' }

/**
 * Reads a JSON text (RFC 8259) as a stream and keeps only what `shape` names, so that tens of megabytes of
 * attachments cost no memory. The result is what JSON.parse gives, less what the shape does not name; a value of
 * another type than the shape's is kept if it is a number, boolean or null, and left out otherwise. Reads the
 * stream to its end, whatever is in it (a sender that cannot finish its request would try again), unless there
 * are more than `maxBytes`. Strings are only checked as far as they are kept, and for at least 1000 bytes.
 *
 * @throws what the stream fails with.
 */
export const scanJson = async (
  body: ReadableStream<Uint8Array>,
  shape: Shape,
  maxBytes: number,
): Promise<Scanned> => {
  const scanner = jsonScanner(shape)
  let size = 0
  let isJson = true
  for await (const chunk of chunks(body, { isReused: true })) {
    size += chunk.length
    if (size > maxBytes) return { refused: 'too large' }
    isJson &&= scanner.feed(chunk)
  }
  return isJson && scanner.end() ? { value: scanner.value() } : { refused: 'not json' }
}

/** An array or object that is open. `kept` is undefined where nothing of it is wanted. */
type Frame = {
  isArray: boolean
  kept: unknown[] | Record<string, unknown> | undefined
  shape: Shape | undefined
  key: string
}

/** What may come next. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma' | 'nothing'

const MAX_DEPTH = 200
const MAX_KEY = 200
const MAX_SCALAR = 1000

/** Reads a JSON text that comes in chunks; `value` is good once `end` is true. */
export const jsonScanner = (root: Shape) => {
  const frames: Frame[] = []
  let expected: Expected = 'value'
  let result: unknown
  let text: JsonText | undefined
  let isKey = false
  let scalar = ''

  /** The shape of the value that begins now. */
  const shapeHere = (): Shape | undefined => {
    const frame = frames.at(-1)
    if (frame === undefined) return root
    if (frame.kept === undefined || frame.shape === undefined) return undefined
    if (Array.isArray(frame.kept)) {
      return 'items' in frame.shape && frame.kept.length <= frame.shape.most ? frame.shape.items : undefined
    }
    return 'members' in frame.shape && Object.hasOwn(frame.shape.members, frame.key)
      ? frame.shape.members[frame.key]
      : undefined
  }

  /** Puts a finished value where it belongs. */
  const place = (value: unknown) => {
    const frame = frames.at(-1)
    expected = frame === undefined ? 'nothing' : 'comma'
    if (frame === undefined) result = value
    else if (Array.isArray(frame.kept)) {
      // What is left out of an array leaves its place, so that the items keep their order and number.
      if (frame.shape !== undefined && 'items' in frame.shape && frame.kept.length <= frame.shape.most) {
        frame.kept.push(value)
      }
    } else if (frame.kept !== undefined && shapeHere() !== undefined) frame.kept[frame.key] = value
  }

  const open = (isArray: boolean): boolean => {
    const shape = shapeHere()
    const isWanted = shape !== undefined && (isArray ? 'items' in shape : 'members' in shape)
    const kept = isWanted ? (isArray ? [] : {}) : undefined
    frames.push({ isArray, kept, shape, key: '' })
    expected = isArray ? 'value or ]' : 'key or }'
    return frames.length <= MAX_DEPTH
  }

  const close = (isArray: boolean): boolean => {
    const frame = frames.at(-1)
    if (frame?.isArray !== isArray) return false
    if (expected !== 'comma' && expected !== (isArray ? 'value or ]' : 'key or }')) return false
    frames.pop()
    const { kept, shape } = frame
    if (kept !== undefined && !Array.isArray(kept) && shape !== undefined && 'members' in shape) {
      shape.finish?.(kept)
    }
    place(kept)
    return true
  }

  const isValueExpected = () => expected === 'value' || expected === 'value or ]'

  const beginText = (): boolean => {
    isKey = expected === 'key' || expected === 'key or }'
    if (!isKey && !isValueExpected()) return false
    const shape = shapeHere()
    text = isKey
      ? jsonText(MAX_KEY)
      : shape !== undefined && 'chars' in shape
        ? jsonText(shape.chars, shape.bytes)
        : jsonText(0)
    return true
  }

  const endText = (value: string | undefined): boolean => {
    text = undefined
    if (value === undefined) return false
    const shape = isKey ? undefined : shapeHere()
    if (isKey) {
      frames.at(-1)!.key = value
      expected = 'colon'
    } else place(shape !== undefined && 'chars' in shape ? value : undefined)
    return true
  }

  const endScalar = (): boolean => {
    const value = parsed(scalar)
    scalar = ''
    if (value === undefined || !isValueExpected()) return false
    place(shapeHere() === undefined ? undefined : value)
    return true
  }

  const separate = (byte: number): boolean => {
    const isArray = frames.at(-1)?.isArray
    if (byte === COLON) {
      if (expected !== 'colon') return false
      expected = 'value'
      return true
    }
    if (expected !== 'comma') return false
    expected = isArray ? 'value' : 'key'
    return true
  }

  const step = (byte: number): boolean => {
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) return isValueExpected() && open(byte === OPEN_ARRAY)
    if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) return close(byte === CLOSE_ARRAY)
    return (byte === COLON || byte === COMMA) && separate(byte)
  }

  /** False as soon as this cannot become JSON any more. */
  const feed = (chunk: Uint8Array): boolean => {
    let at = 0
    while (at < chunk.length) {
      if (text !== undefined) {
        at = text.feed(chunk, at)
        if (text.isEnded() && !endText(text.value())) return false
        continue
      }
      const byte = chunk[at]!
      if (isScalarByte(byte)) {
        scalar += String.fromCharCode(byte)
        if (scalar.length > MAX_SCALAR) return false
      } else {
        if (scalar !== '' && !endScalar()) return false
        if (byte === QUOTE ? !beginText() : !isSpace(byte) && !step(byte)) return false
      }
      at++
    }
    return true
  }

  return {
    feed,
    end: (): boolean => (scalar === '' || endScalar()) && expected === 'nothing',
    value: (): unknown => result,
  }
}

const [QUOTE, COLON, COMMA] = [0x22, 0x3a, 0x2c]
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x7b, 0x7d, 0x5b, 0x5d]

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/** Of numbers, true, false and null. */
const isScalarByte = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) ||
  (byte >= 0x61 && byte <= 0x7a) ||
  byte === 0x2d ||
  byte === 0x2b ||
  byte === 0x2e ||
  byte === 0x45

const parsed = (scalar: string): unknown => {
  try {
    return JSON.parse(scalar)
  } catch {
    return undefined
  }
}
