import { takeAddress } from './arguments.ts'
import { isFiller } from './chatter.ts'
import { finish } from './finish.ts'
import type { Around, PartRead } from './part-read.ts'
import { introducedBy, peopleIn, readPerson } from './person.ts'
import type { Pointed } from './pointed.ts'
import { nameBefore } from './stranger.ts'
import { findNamed } from './targets.ts'
import type { Word } from './words.ts'

/**
 * An address without any command: somebody to add (70), by whoever names them ("talk to Jane Doe, jane@x.org, says
 * Dev"); behind a number the new address of that person, where it is asked for.
 */
export function readNewcomer(
  part: string,
  words: Word[],
  start: number,
  lead: Pointed | undefined,
  around: Around,
): PartRead | undefined {
  const at = words.findIndex(({ text }) => takeAddress(text))
  if (at < 0 || words.length - start > MAX_WORDS) return undefined
  if (lead?.by === 'number') return readNewAddress(words, at, lead, around)
  if (words.some((word, i) => i > at && takeAddress(word.text)))
    return readSeveral(part.slice(words[start]!.at), around)
  const name = Math.max(start, nameBefore(words, at))
  const others = [...words.slice(start, name), ...words.slice(at + 1)]
  const says = SAYS.test(others.map(({ low }) => low).join(' '))
  const via = says ? findNamed(others, 0, around.context)?.known[0] : undefined
  const end = via ? words[at]!.at + words[at]!.text.length : part.length
  const person = readPerson(part.slice(words[name]!.at, end), around.context)
  if (!person || !('newPerson' in person.target) || !person.target.newPerson.address) return undefined
  if (!via) return { orders: [{ verb: 'add', targets: [person.target] }] }
  return { orders: introducedBy(via, [person.target]) }
}

/** "Al Fox al@fox.com and Bo Chen bo@chen.com, from dev" */
function readSeveral(part: string, { context }: Around): PartRead | undefined {
  const { targets, others } = peopleIn(part, context)
  const says = BY.test(others.map(({ low }) => low).join(' '))
  const via = says ? findNamed(others, 0, context)?.known[0] : undefined
  return { orders: via ? introducedBy(via, targets) : [{ verb: 'add', targets }] }
}

const MAX_WORDS = 14
const BY = /\b(?:from|via|through)\b|\b(?:says?|said|suggest\w*|recommend\w*|told|gave)\b/
const SAYS =
  /\b(?:says?|said|suggest\w*|recommend\w*|told|thinks?|thanks to|according to|refer\w*|connect\w*)\b/

/** An address alone, on a line that asks for a new one; on any line after "try". */
function readNewAddress(words: Word[], at: number, lead: Pointed, around: Around): PartRead | undefined {
  const between = words.slice(lead.next, at).map(({ low }) => low)
  const isAsked = between.length === 0 && lead.known.every(({ item }) => item?.kind === 'new address')
  const isTry = between.length === 1 && /^(?:try|now|is|its)$/.test(between[0]!)
  const isLast = words.slice(at + 1).every(({ low }) => isFiller(low))
  if (!isLast || !(isTry || isAsked)) return undefined
  const { address } = takeAddress(words[at]!.text)!
  return finish({ orders: [{ verb: 'new address', address }], rest: '' }, lead, lead.known, around)
}
