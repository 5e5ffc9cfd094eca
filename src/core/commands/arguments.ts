import { canonicalAddress } from '../mail/addresses.ts'
import type { Source } from '../practice/events.ts'

/** The first phone number in a text: seven digits or more, or three and four. */
export function takePhone(text: string): { number: string; rest: string } | undefined {
  const match = /\+?\(?\d[\d\s().\-–/]{5,22}\d(?:\s*(?:x|ext\.?)\s*\d{1,6})?/i.exec(text)
  if (!match || match[0].replace(/\D/g, '').length < 7) return undefined
  return { number: match[0].trim(), rest: cut(text, match.index, match[0].length) }
}

/** The first e-mail address in a text. */
export function takeAddress(text: string): { address: string; rest: string } | undefined {
  const match = /<?(?:mailto:)?([\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)>?/u.exec(text)
  if (!match) return undefined
  const address = canonicalAddress(match[1]!) ?? match[1]!.toLowerCase()
  return { address, rest: cut(text, match.index, match[0].length) }
}

/** Where the user knows somebody from, by the word for it (practice 1, row 6; 8 no. 16). */
export function takeSource(text: string): { source: Source; rest: string } | undefined {
  for (const [source, pattern] of SOURCES) {
    const match = pattern.exec(text)
    if (match) return { source, rest: cut(text, match.index, match[0].length) }
  }
  return undefined
}

/** "Tom Lee" from "tom lee" typed without capitals; a name typed with capitals stays as it is. */
export function asName(text: string): string {
  const name = text
    .replace(/[^\p{L}\p{M}\s.'’-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return /\p{Lu}/u.test(name)
    ? name
    : name.replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase())
}

/** "Grace Kim" from grace.kim@halden.com; undefined where the address is no name. */
export function nameFrom(address: string): string | undefined {
  const parts = address
    .slice(0, address.indexOf('@'))
    .replace(/\+.*/, '')
    .split(/[._-]/)
    .filter((part) => /^\p{L}+$/u.test(part))
  return parts.length ? asName(parts.slice(0, 3).join(' ')) : undefined
}

const SOURCES: [Source, RegExp][] = [
  ['alumni', /\b(fellow )?(alum(ni|na|nus|s)?|classmate|class of \d{2,4})\b/i],
  ['friend', /\b(family )?friend( of [\p{L}\s]+)?\b|\bneighbou?r\b/iu],
  ['family', /\b(family|relative|cousin|uncle|aunt)\b/i],
  ['mentor', /\b(former )?mentor\b/i],
  ['lecturer', /\b(guest )?(lecturer|speaker)\b/i],
  ['professor', /\bprof(essor)?\.?\b( [\p{L}]+)?/iu],
  ['intro', /\bintro(duction|duced)?\b/i],
  ['event', /\b(event|conference|meetup|career fair)\b/i],
  ['news', /\b(news|article|podcast)\b/i],
  ['company site', /\b(company )?(web)?site\b/i],
  ['cold', /\bcold\b/i],
]

const cut = (text: string, at: number, length: number): string =>
  (text.slice(0, at) + ' ' + text.slice(at + length)).replace(/\s+/g, ' ').trim()
