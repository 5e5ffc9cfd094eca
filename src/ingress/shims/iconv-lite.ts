/**
 * Stands in for iconv-lite (see [alias] in wrangler.toml): mailparser and libmime decode through it, and the
 * runtime's TextDecoder knows the same charsets without 480 KB of tables. They never encode.
 */
import { Transform } from 'node:stream'
import { charsetDecoder, decodeBytes, isKnownCharset } from '../charset.ts'

export const decode = (bytes: Uint8Array, charset: string): string => decodeBytes(bytes, charset)

export const encodingExists = (charset: string): boolean => isKnownCharset(charset)

/** A stream of bytes in `charset` in, UTF-8 out. */
export const decodeStream = (charset: string): Transform => {
  const decoder = charsetDecoder(charset)
  return new Transform({
    transform: (chunk: Buffer, _, done) => done(null, decoder.write(chunk)),
    flush: (done) => done(null, decoder.end()),
  })
}
