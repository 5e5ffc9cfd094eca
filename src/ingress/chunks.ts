/**
 * The chunks of a stream, at least 64 KB each where the runtime can read into a buffer of ours (4 KB reads cost
 * five times as much in workerd). With `isReused` every chunk is only good until the next one is asked for.
 *
 * @throws what the stream fails with: the client is gone, which is nobody's mail.
 */
export async function* chunks(
  stream: ReadableStream<Uint8Array>,
  { isReused }: { isReused: boolean },
): AsyncGenerator<Uint8Array> {
  const reader = byobReader(stream)
  if (reader === undefined) {
    yield* stream
    return
  }
  let buffer = new ArrayBuffer(SIZE)
  for (;;) {
    const { value, done } = await reader.readAtLeast(MINIMUM, new Uint8Array(buffer))
    if (value !== undefined && value.length > 0) yield value
    if (done) return
    buffer = isReused ? (value.buffer as ArrayBuffer) : new ArrayBuffer(SIZE)
  }
}

const MINIMUM = 64 * 1024
const SIZE = 64 * 1024

/** Streams that a script made are often not byte streams. */
const byobReader = (stream: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | undefined => {
  try {
    return stream.getReader({ mode: 'byob' })
  } catch {
    return undefined
  }
}
