import type { File } from '../letters/export.ts'
import type { Attachment } from '../letters/letter.ts'

/** What a row of the outbox has room for, beside its text: D1 takes rows of up to 2 MB. */
const MAX_BASE64 = 1_400_000

/**
 * Files as attachments. Where they do not fit together, each is packed by gzip; undefined where even that is too much.
 */
export async function attached(files: File[]): Promise<Attachment[] | undefined> {
  const plain = files.map(({ name, type, text }) => ({
    name,
    type: `${type}; charset=utf-8`,
    content: base64(new TextEncoder().encode(text)),
  }))
  if (sizeOf(plain) <= MAX_BASE64) return plain
  const packed = await Promise.all(
    files.map(async ({ name, text }) => ({
      name: `${name}.gz`,
      type: 'application/gzip',
      content: base64(await gzip(text)),
    })),
  )
  return sizeOf(packed) <= MAX_BASE64 ? packed : undefined
}

const sizeOf = (files: Attachment[]): number => files.reduce((sum, { content }) => sum + content.length, 0)

const gzip = async (text: string): Promise<Uint8Array> => {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let from = 0; from < bytes.length; from += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(from, from + CHUNK))
  return btoa(binary)
}

const CHUNK = 0x8000
