import { asName, nameFrom, takeAddress, takeSource } from './arguments.ts'
import type { NewPerson, Target } from './order.ts'
import type { Who } from './pointed.ts'
import { findNamed } from './targets.ts'
import { wordsOf } from './words.ts'

/**
 * A person in words: "tom lee tom@brightline.com via priya", "Jane Doe jane@x.org alum". An address that is known
 * gives the contact; else the address or, with capitals or "via", the name alone makes a new one.
 */
export function readPerson(text: string, who: Who): { target: Target; rest: string } | undefined {
  const address = takeAddress(text)
  const known =
    address && who.people.find((p) => p.addresses.some((a) => a.toLowerCase() === address.address))
  const via = /\b(?:via|through|from|introduced by|intro(?:duction)? (?:by|from))\s+(.+)$/i.exec(
    address?.rest ?? text,
  )
  const introducer = via ? findNamed(wordsOf(via[1]!), 0, who)?.known[0] : undefined
  const before = via && introducer ? (address?.rest ?? text).slice(0, via.index) : (address?.rest ?? text)
  const source = takeSource(before)
  const parts = (source ? source.rest : before)
    .split(/,|\s[-–—]\s|\s(?:at|@|of)\s/)
    .map((part) => part.trim())
  const name = asName(parts[0] ?? '')
    .split(' ')
    .slice(0, 4)
    .join(' ')
  if (known) return { target: { contact: known.id }, rest: '' }
  if (!address && !name) return undefined
  const person: NewPerson = {
    name: name || (address && nameFrom(address.address)),
    address: address?.address,
    source: introducer ? 'intro' : source?.source,
    via: introducer?.contact,
    company: parts[1] && parts[1].split(' ').length <= 3 ? parts[1] : undefined,
  }
  return { target: { newPerson: strip(person) }, rest: '' }
}

const strip = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T
