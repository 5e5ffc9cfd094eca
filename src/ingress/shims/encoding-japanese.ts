/**
 * Stands in for encoding-japanese (see [alias] in wrangler.toml), which mailparser and libmime call for Japanese
 * charsets, always with `to: 'UNICODE'` and `type: 'string'`.
 */
import { decodeBytes } from '../charset.ts'

export const convert = (bytes: Uint8Array, { from }: { from: string }): string => decodeBytes(bytes, from)
