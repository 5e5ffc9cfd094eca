import type { Item } from './item.ts'
import { readName } from './names.ts'
import type { Known, Problem } from './order.ts'
import { MONTH, nameOf, type Pointed, type Who } from './pointed.ts'
import { numberOf, type Word } from './words.ts'

/**
 * Reads targets that begin at word `from` (practice 4.1, rule 2): "1,3", "1 and 3", "1-3", "#2", "two", "all", "the
 * rest", "both", a first name, a full name, an address. A number that measures something ("3 days") is no target.
 * Undefined where no target stands there.
 */
export function readTargets(words: Word[], from: number, context: Who): Pointed | undefined {
  const list: Pointed = { known: [], by: 'number', next: from }
  let isFirst = true
  while (list.next < words.length) {
    const at = isFirst ? list.next : afterSeparator(words, list.next)
    const one = readOne(words, at, context, isFirst || at > list.next)
    if (!one || (!isFirst && one.by === 'group')) break
    if (!isFirst && one.by !== list.by && at === list.next && !words[at - 1]?.ends) {
      agree(list, one, context)
      break
    }
    list.known.push(
      ...one.known.filter(
        (k) => !list.known.some((have) => have.contact === k.contact && have.item === k.item),
      ),
    )
    list.problem ??= one.problem
    list.group = one.group
    list.by = one.by
    list.next = one.next
    if (one.group) break
    isFirst = false
  }
  return list.next > from ? list : undefined
}

/** Who is left out of a group, behind its command's words: "all done but 8", "everything sent except grace". */
export function readException(
  words: Word[],
  from: number,
  context: Who,
): (Pointed & { start: number }) | undefined {
  const start = words.findIndex(({ low }, i) => i > from && /^(?:but|except|excluding|besides)$/.test(low))
  const found =
    start < 0
      ? undefined
      : readTargets(words, words[start + 1]?.low === 'for' ? start + 2 : start + 1, context)
  return found && found.by !== 'group' ? { ...found, start } : undefined
}

/** Everybody whose name or address stands anywhere in these words, read from the left; the first list only. */
export function findNamed(
  words: Word[],
  from: number,
  context: Who,
): (Pointed & { start: number }) | undefined {
  for (let i = from; i < words.length; i++) {
    const low = words[i]!.low
    if (numberOf(low) !== undefined && !/^\(\d|^#\d/.test(words[i]!.text)) {
      if (!/^(with|w|w\/|to|from|for|about)$/.test(words[i - 1]?.low ?? '')) continue
    }
    if (/^(all|everyone|everything|both|rest|others|the)$/.test(low)) continue
    const found = readTargets(words, i, context)
    if (found) return { ...found, start: i }
  }
  return undefined
}

const UNIT =
  /^(d|days?|bds?|business|working|w|wks?|weeks?|mos?|months?|y|yrs?|years?|h|hrs?|hours?|m|mins?|minutes?|am|pm|a\.m|p\.m|oclock|st|nd|rd|th|percent|times?|people|more|fortnights?|slots?|dates|options|names|questions)$/

/** Behind such a word "one" and "two" are no lines: "the other two", "that one". */
export const COUNTED =
  /^(?:others?|first|last|next|past|these|those|all|this|that|which|each|every|another|only|about|new|right|correct|same)$/

function readOne(words: Word[], at: number, context: Who, isFirst: boolean): Pointed | undefined {
  let from = at
  if (
    isFirst &&
    /^(item|items|numbers?|nrs?|line|lines|nos?)$/.test(words[from]?.low ?? '') &&
    numberOf(words[from + 1]?.low ?? '')
  )
    from++
  const word = words[from]
  if (!word) return undefined
  const group = readGroup(words, from)
  if (group) {
    const both = group.low === 'both'
    if (both && context.items.length !== 2) return undefined
    return { known: [], group: group.low === 'rest' ? 'rest' : 'all', by: 'group', next: group.next }
  }
  return readNumbers(words, from, context, isFirst) ?? readName(words, from, context)
}

function readGroup(words: Word[], at: number): { low: string; next: number } | undefined {
  const low = words[at]!.low
  const next = words[at + 1]?.low
  if (low === 'the' && /^(rest|others|other ones)$/.test(next ?? '')) return { low: 'rest', next: at + 2 }
  if (low === 'rest' || low === 'others') return { low: 'rest', next: at + 1 }
  if (low === 'everything' && next === 'else') return { low: 'rest', next: at + 2 }
  if (/^(all|both)$/.test(low))
    return { low, next: next === 'of' && words[at + 2]?.low === 'them' ? at + 3 : at + 1 }
  if (/^(everything|everyone|everybody)$/.test(low)) return { low: 'all', next: at + 1 }
  return undefined
}

function readNumbers(words: Word[], at: number, context: Who, isFirst: boolean): Pointed | undefined {
  const { low: said, text, ends } = words[at]!
  const low = /^#?\d{1,2}[’']s$/.test(text) ? said.slice(0, -1) : said
  const range = /^(\d{1,3})(?:-|–|—|\.\.+)(\d{1,3})$/.exec(low)
  if (range) return numbered(Number(range[1]), Number(range[2]), at + 1, context)
  const glued = /^\d{1,2}(?:[,&+/]\d{1,2})+$/.test(low) ? low.split(/[,&+/]/).map(Number) : []
  const isDate =
    low.includes('/') && !(isFirst && glued.every((n) => context.items.some((item) => item.n === n)))
  if (glued.length > 0 && !isDate) {
    const all = glued.map((n) => numbered(n, n, at + 1, context))
    return {
      ...all[0]!,
      known: all.flatMap((one) => one.known),
      problem: all.find((one) => one.problem)?.problem,
    }
  }
  const counts =
    !/\d/.test(low) &&
    (COUNTED.test(words[at - 1]?.low ?? '') ||
      (low === 'one' && /^(?:more|last|final|of|time)$/.test(words[at + 1]?.low ?? '')))
  const first = counts ? undefined : numberOf(low)
  const isYes = /^y$/.test(words[at + 1]?.low ?? '') && words.length === at + 2
  if (first === undefined || (UNIT.test(words[at + 1]?.low ?? '') && !isYes)) return undefined
  if (/:$/.test(words[at]!.text) === false && /[$€£%]/.test(words[at]!.text)) return undefined
  const isTo = /^(to|thru|through)$/.test(words[at + 1]?.low ?? '') || ends === '-'
  const lastAt = ends === '-' ? at + 1 : at + 2
  const last = isTo ? numberOf(words[lastAt]?.low ?? '') : undefined
  const measures = UNIT.test(words[lastAt + 1]?.low ?? '') || MONTH.test(words[lastAt + 1]?.low ?? '')
  if (last !== undefined && last > first && !measures) return numbered(first, last, lastAt + 1, context)
  return numbered(first, first, at + 1, context)
}

function numbered(first: number, last: number, next: number, context: Who): Pointed {
  const known: Known[] = []
  let problem: Problem | undefined
  for (let n = first; n <= Math.min(last, first + 50); n++) {
    const item: Item | undefined = context.items.find((i) => i.n === n)
    if (item) known.push({ contact: item.contact, item })
    else problem ??= { kind: 'no such number', sentence: `There is no ${n} in ${context.digestName}.` }
  }
  return { known, by: 'number', problem, next }
}

const afterSeparator = (words: Word[], at: number): number =>
  /^(and|n|plus|\+)$/.test(words[at]?.low ?? '') ? at + 1 : at

/** A number and a name side by side must be one person (rule 2). */
function agree(list: Pointed, one: Pointed, context: Who): void {
  const [a, b] = [list.known[0], one.known[0]]
  list.next = one.next
  if (!a || !b) {
    // Of two people of that name the number says which.
    if (a && one.among?.includes(a.contact)) return
    list.problem ??= one.problem
    if (!one.problem) list.known = b ? [b] : list.known
    return
  }
  if (a.contact === b.contact) {
    list.known = [a.item ? a : b]
    return
  }
  const [numbered, named] = list.by === 'number' ? [a, b] : [b, a]
  list.known = []
  list.problem = {
    kind: 'number and name differ',
    sentence: `${numbered.item?.n} is ${nameOf(numbered.contact, context)}, not ${nameOf(named.contact, context)}: which one did you mean?`,
  }
}
