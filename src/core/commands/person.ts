import { asName, nameFrom, takeAddress, takeSource } from './arguments.ts'
import type { Known, NewPerson, OrderOf, Target } from './order.ts'
import type { Who } from './pointed.ts'
import { nameBefore } from './stranger.ts'
import { findNamed } from './targets.ts'
import { type Word, wordsOf } from './words.ts'

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

/** Everybody whose address stands in a text, with the name in front of it; `others` are the words about none of them. */
export function peopleIn(text: string, who: Who): { targets: Target[]; others: Word[] } {
  const words = wordsOf(text)
  const spans = words.flatMap((word, i) =>
    takeAddress(word.text) ? [{ from: nameBefore(words, i), to: i }] : [],
  )
  const targets = spans.flatMap(({ from, to }) => {
    const person = readPerson(text.slice(words[from]!.at, words[to]!.at + words[to]!.text.length), who)
    return person ? [person.target] : []
  })
  return { targets, others: words.filter((_, i) => !spans.some(({ from, to }) => i >= from && i <= to)) }
}

/** They come by a contact, who introduced each of them, or only named them. */
export const introducedBy = (
  via: Known,
  people: Target[],
  how: Pick<NewPerson, 'isSuggested'> = {},
): OrderOf<'intro received'>[] =>
  people.map((person) => ({
    verb: 'intro received',
    person:
      'contact' in person
        ? person
        : { newPerson: { ...person.newPerson, ...how, source: 'intro', via: via.contact } },
    targets: [via],
  }))

const strip = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T
