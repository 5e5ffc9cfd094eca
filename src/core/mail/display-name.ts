import type { Address } from '../../inbound-email.ts'
import { plain } from '../plain.ts'

/**
 * What to call the owner of an address: the header's name put in speaking order ("Kim, Grace" is Grace Kim),
 * without quotes, tags, capitals throughout and "via ...", or, where the header gives none, a name read from the local part
 * ("grace.kim" is Grace Kim). Never empty.
 */
export const displayName = ({ address, name }: Address): string =>
  givenName(name, address) ?? nameFromLocalPart(address.slice(0, address.lastIndexOf('@'))) ?? address

const givenName = (raw: string, address: string): string | undefined => {
  const name = withoutCapitals(inSpeakingOrder(bareName(raw)))
  const isName = /\p{L}/u.test(name) && !name.includes('@') && name.toLowerCase() !== address
  return isName ? name : undefined
}

/** Without quotes around it, [External], (Acme) and via Somebody. */
const bareName = (raw: string): string => {
  const name = unquote(unquote(plain(raw.slice(0, 200))).replace(/^\[[^\]]*\]\s*/, ''))
  return unquote(name.replace(/\s*[([][^()[\]]*[)\]]$/, '').replace(/\s+via\s.*$/i, ''))
}

const unquote = (text: string): string => {
  const name = text.replaceAll('\\', '').replace(/\s+/g, ' ').trim()
  return /^(["'`]).+\1$/.test(name) || /^[“‘].+[”’]$/.test(name) ? name.slice(1, -1).trim() : name
}

/** "GRACE O'HARA" is Grace O'Hara; one word in capitals may be an abbreviation and stays. */
const withoutCapitals = (name: string): string =>
  /\p{Ll}/u.test(name) || !/\p{Lu}{2}/u.test(name) || !name.includes(' ') || name.includes(',')
    ? name
    : name.replace(/(?<=\p{L})\p{L}+/gu, (letters) => letters.toLowerCase())

/** "Kim, Grace" is Grace Kim, but "Grace Kim, PhD" is Grace Kim and "Acme, Inc." stays. */
const inSpeakingOrder = (name: string): string => {
  const [first = '', ...rest] = name.split(/\s*,\s*/).filter((part) => part !== '')
  if (rest.length === 0) return first
  if (rest.some((part) => COMPANY_FORM.test(part))) return name
  const others = rest.filter((part) => !TITLE.test(part))
  if (others.length === 0) return first
  return others.length === 1 ? `${others[0]} ${first}` : name
}

const TITLE =
  /^(?:(?:ph\.?d|m\.?d|j\.?d|m\.?b\.?a|m\.?sc?|b\.?sc?|m\.?a|b\.?a|ed\.?d|psy\.?d|dds|rn|cpa|cfa|pmp|pe|p\.eng|esq|jr|sr|ii|iii|iv|he|she|they|sphr|shrm-cp|shrm-scp)\.?\s*)+$/i
const COMPANY_FORM = /^(?:inc|llc|ltd|llp|gmbh|ag|co|corp|plc|s\.?a|b\.?v)\.?$/i

const nameFromLocalPart = (local: string): string | undefined => {
  const words = local
    .replace(/(?<=.)\+.*$/, '')
    .split(/[._\-\d]+/)
    .filter((word) => /\p{L}/u.test(word))
  return words.length > 0 ? words.slice(0, 4).map(capitalised).join(' ') : undefined
}

const capitalised = (word: string): string => {
  const [first = '', ...rest] = word
  return first.toUpperCase() + rest.join('')
}
