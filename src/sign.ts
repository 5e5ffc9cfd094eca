import { createHash, createHmac } from 'node:crypto'

/** `text` with an HMAC-SHA-256 of it, fit for a path: "u.17.kZ3..." */
export async function sign(text: string, key: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', await hmacKey(key), encoder.encode(text))
  return `${text}.${base64url(mac)}`
}

/** The same at once, for code that is pure and cannot wait. */
export const signNow = (text: string, key: string): string =>
  `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`

/** The text of a token that was signed with one of the keys, or undefined where the signature is not ours. */
export async function verify(token: string, keys: string[]): Promise<string | undefined> {
  const dot = token.lastIndexOf('.')
  const text = token.slice(0, dot)
  const isOurs = dot > 0 && (await isAnyOf(token, await Promise.all(keys.map((key) => sign(text, key)))))
  return isOurs ? text : undefined
}

/** Compares with all of them in constant time; hashes first, since equal lengths are needed. */
export async function isAnyOf(given: string, expected: string[]): Promise<boolean> {
  const [left, ...rights] = await Promise.all(
    [given, ...expected].map((text) => crypto.subtle.digest('SHA-256', encoder.encode(text))),
  )
  const found = rights.map((right) => crypto.subtle.timingSafeEqual(left!, right))
  return found.includes(true)
}

/** An id as `newId` makes them, the same for a text at all times. */
export const idOf = (text: string): number =>
  Number(createHash('sha256').update(text).digest().readBigUInt64BE() >> 11n)

const encoder = new TextEncoder()

const keys = new Map<string, Promise<CryptoKey>>()

/** Imported once: a tick signs thousands. */
function hmacKey(key: string): Promise<CryptoKey> {
  let imported = keys.get(key)
  if (!imported) {
    imported = crypto.subtle.importKey('raw', encoder.encode(key), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ])
    keys.set(key, imported)
  }
  return imported
}

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
