import type { Person } from './item.ts'
import type { Problem } from './order.ts'
import { knownAs, MONTH, type Pointed, type Who } from './pointed.ts'
import { isCalled, isProper } from './stranger.ts'
import { type Word, wordsOf } from './words.ts'

/** Reads a person's name or address at word `at`: the whole name, else a part of it, if it is one person's alone. */
export function readName(words: Word[], at: number, context: Who): Pointed | undefined {
  const { low } = words[at]!
  if (/^(?:mr|mrs|ms|miss|dr|prof)$/.test(low) && words[at + 1]) return readName(words, at + 1, context)
  if (low.includes('@')) {
    const address = low.replace(/^mailto:/, '').replace(/^<|>$/g, '')
    const person = context.people.find((p) => p.addresses.some((a) => a.toLowerCase() === address))
    return person && { known: [knownAs(person, context)], by: 'name', next: at + 1 }
  }
  const known = wordsIn(context.people)
  if (!known.has(low) && !known.has(low.replace(/s$/, ''))) return undefined
  for (let length = Math.min(4, words.length - at); length > 0; length--) {
    const slice = words.slice(at, at + length)
    if (slice.slice(0, -1).some((word) => word.ends)) continue
    const said = slice.map((word) => word.low).join(' ')
    const owned = /[’']s[^\p{L}]*$/u.test(slice.at(-1)!.text) ? said.replace(/s$/, '') : said
    const found = context.people.filter((p) => goesBy(p, said, length) || goesBy(p, owned, length))
    if (!found.length || (length === 1 && isWordToo(words, at))) continue
    if (length === 1 && isSomebodyElse(words, at, found)) return undefined
    if (found.length === 1) return { known: [knownAs(found[0]!, context)], by: 'name', next: at + length }
    return {
      known: [],
      by: 'name',
      among: found.map(({ id }) => id),
      problem: two(slice.map((word) => word.text).join(' '), found),
      next: at + length,
    }
  }
  return undefined
}

/** Whether a person goes by these words: the whole name, or one part of it. Never by a near one (rule 4). */
function goesBy(person: Person, said: string, length: number): boolean {
  const parts = partsOf(person)
  const name = parts.join(' ')
  if (!name) return false
  if (name === said) return true
  if (length > 1)
    return parts.length > length && (name.startsWith(`${said} `) || `${parts[0]} ${parts.at(-1)}` === said)
  return parts[0] === said || (parts.length > 1 && parts.at(-1) === said && said.length > 2)
}

/** "Kit Ray", where Kit Moss is known: a full name that differs is somebody new. */
function isSomebodyElse(words: Word[], at: number, found: Person[]): boolean {
  const [word, next] = [words[at]!, words[at + 1]]
  if (!next || word.ends || !isProper(word) || !isProper(next) || !isCalled(next)) return false
  const own = found.flatMap((person) => [
    ...partsOf(person),
    ...wordsOf(person.company ?? '').map(({ low }) => low),
  ])
  return !own.includes(next.low)
}

const partsBy = new WeakMap<Person, string[]>()

function partsOf(person: Person): string[] {
  const before = partsBy.get(person)
  if (before) return before
  const made = person.name
    .toLowerCase()
    .replace(/[’'`.]/g, '')
    .split(/\s+/)
    .filter(Boolean)
  partsBy.set(person, made)
  return made
}

const wordsBy = new WeakMap<Person[], Set<string>>()

/** The words by which any of these people may be called; most words of a reply are none of them. */
function wordsIn(people: Person[]): Set<string> {
  const before = wordsBy.get(people)
  if (before) return before
  const made = new Set(people.flatMap(partsOf))
  wordsBy.set(people, made)
  return made
}

/** Names that are words: taken for a name only with a capital, or where a person stands ("met will", "sue answered"). */
function isWordToo(words: Word[], at: number): boolean {
  const { low, text, ends } = words[at]!
  if (/^[^\p{L}]*\p{Lu}/u.test(text)) return false
  if (MONTH.test(low) || SMALL_WORD.test(low)) return true
  const isInPlace =
    ends === '-' ||
    BEFORE_PERSON.test(words[at - 1]?.low ?? '') ||
    BEHIND_PERSON.test(words[at + 1]?.low ?? '')
  return NAME_AND_WORD.test(low) && !isInPlace
}

const SMALL_WORD = /^(?:so|do|an|my|you|he|le|mo|long|best|young|sun|sat)$/
const NAME_AND_WORD = /^(?:will|mark|art|bill|chase|hope|rose|pat|rich|rob|sue|drew|guy|sunny|park)$/
const BEFORE_PERSON =
  /^(?:for|with|from|by|about|of|met|called|phoned|texted|emailed|messaged|thanked|snooze|drop|star|keep|forget|ignore|told)$/
const BEHIND_PERSON = /^(?:answered|replied|declined|called|bounced|cancelled|said|says|wrote|thanked|met)$/

function two(said: string, found: Person[]): Problem {
  const who = found
    .slice(0, 4)
    .map((p) => p.name + (p.company ? ` (${p.company})` : p.addresses[0] ? ` (${p.addresses[0]})` : ''))
  const name = said.replace(/[^\p{L}\p{N}\s.-]+/gu, '')
  return {
    kind: 'two people',
    sentence: `"${name}" could be ${who.slice(0, -1).join(', ')} or ${who.at(-1)}: use the full name or the address.`,
  }
}
