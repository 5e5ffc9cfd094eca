import { skipCourtesy, skipLeading } from './begins.ts'
import { groupOf } from './by-line.ts'
import { type Command, isProblem, type Said } from './command.ts'
import { isFutureDay } from './dates.ts'
import { whyNot } from './denial.ts'
import { finish } from './finish.ts'
import type { Item } from './item.ts'
import type { Match } from './match.ts'
import { newObject, objectOf } from './object.ts'
import type { Context, Problem, Target } from './order.ts'
import { type Around, clip, known, type PartRead } from './part-read.ts'
import { nameOf, type Pointed } from './pointed.ts'
import { hasStranger, strangerOf } from './stranger.ts'
import { readException } from './targets.ts'
import { todayIn } from './times.ts'
import type { Word } from './words.ts'

/**
 * Reads a part whose command was found: whom it is about, then what the command makes of the rest. Undefined where
 * those words are not that command here.
 */
export function readMatch(
  part: string,
  words: Word[],
  match: Match,
  lead: Pointed | undefined,
  around: Around,
): PartRead | undefined {
  const { context } = around
  const { command, text } = match.phrase
  const first = match.used[0]!
  const used = new Set(match.used)
  const object = lead && lead.by !== 'number' ? undefined : objectOf(words, match, command, lead, context)
  const conflict = conflictOf(lead, object, context)
  if (conflict) return { orders: [], problem: conflict }
  const pointed = lead ?? object
  if (object) for (let i = object.start; i < object.next; i++) used.add(i)
  const beforeVerb = words.slice(lead ? lead.next : 0, first)
  const isNear = first <= skipLeading(words, lead ? lead.next : skipCourtesy(words))
  const except = pointed?.group && readException(words, first, context)
  if (except) for (let i = except.start; i < except.next; i++) used.add(i)
  const group = pointed?.group && groupOf(context.items, command.verb)?.filter((item) => !isIn(except, item))
  const fresh =
    !pointed && command.target === 'needed' && !command.namesOthers
      ? newObject(part, words, match)
      : undefined
  const isAboutNobody =
    command.verb === 'described'
      ? !lead && hasStranger(words.slice(0, first))
      : !pointed && !fresh && command.target === 'needed' && !command.namesOthers && strangerOf(words, match)
  if (isAboutNobody) return needsTarget(part, beforeVerb)
  if (pointed?.group && !except && words.some(({ low }, i) => i > first && EXCEPT.test(low)))
    return { orders: [], problem: exceptWhom(part) }
  const targets: Target[] =
    targetsOf(pointed, group, around, command, isNear && !isOneOf(part, beforeVerb, around)) ??
    (fresh ? [fresh.target] : [])
  if (fresh) for (let i = fresh.start; i < fresh.next; i++) used.add(i)
  if (pointed?.group && command.target !== 'none' && (!group || targets.length === 0))
    return emptyGroup(part, group)
  const after = textOf(words, first, used)
  const when = timeIn(beforeVerb, context)
  const said: Said = {
    phrase: text,
    targets,
    rest: when ? `${when} ${after}`.trim() : after,
    isApart: isApart(words, first, used),
    whole: part.slice(words[lead ? lead.next : 0]?.at ?? 0),
    who: subjectOf(beforeVerb),
    isObject: object !== undefined && object.start > first,
    isSubject:
      lead?.by === 'name' && beforeVerb.every(({ low }) => /^(?:just|finally|already|also|then)$/.test(low)),
    isGroup: pointed?.group !== undefined,
    context,
    today: todayIn(context.frame),
  }
  if (targets.length === 0 && command.target === 'needed')
    return isNear && !isLoose(words, match)
      ? { ...needsTarget(part, beforeVerb), lacks: command.verb }
      : undefined
  const read = command.read(said)
  if (!read) return undefined
  const denied = isProblem(read)
    ? undefined
    : whyNot(part, words.slice(0, first), words.slice(first), read.orders)
  if (denied) return { orders: [], problem: denied }
  const slip = match.slip && `Took "${match.slip.typed}" as ${match.slip.meant}.`
  const remark = [slip, isProblem(read) ? '' : read.remark].filter(Boolean).join(' ')
  return {
    ...finish(read, pointed, targets, around),
    ...(remark && { remark }),
    ...(!isProblem(read) && read.wants && { wants: read.wants }),
    ...(pointed?.group === 'rest' && { usesRest: true }),
  }
}

const isIn = (except: Pointed | undefined, item: Item): boolean =>
  except?.known.some(({ contact }) => contact === item.contact) === true

/** Two people of that name; or a number and a name that are not one person (rule 2). */
function conflictOf(
  lead: Pointed | undefined,
  object: Pointed | undefined,
  context: Context,
): Problem | undefined {
  const [a, b] = [lead?.known[0], object?.known[0]]
  if (object?.problem && !b && !(lead && object.problem.kind === 'two people')) return object.problem
  if (!a || !b || a.contact === b.contact) return undefined
  return {
    kind: 'number and name differ',
    sentence: `${a.item?.n} is ${nameOf(a.contact, context)}, not ${nameOf(b.contact, context)}: which one did you mean?`,
  }
}

const emptyGroup = (part: string, group: Item[] | undefined): PartRead => ({
  orders: [],
  usesRest: true,
  problem: group
    ? { kind: 'closed', sentence: `"${clip(part)}": nothing is left for that.` }
    : { kind: 'needs a target', sentence: `"${clip(part)}" needs numbers or names.` },
})

/** A time in front of the verb: "yesterday I called 6". */
function timeIn(before: Word[], { frame }: Context): string | undefined {
  const text = before
    .map((word) => word.text)
    .join(' ')
    .replace(/,$/, '')
  const isTime = /yesterday|today|morning|(mon|tues|wednes|thurs|fri|satur|sun)day/i.test(text)
  return isTime || isFutureDay(text, frame) ? text : undefined
}

function subjectOf(before: Word[]): 'I' | 'they' | undefined {
  const word = before
    .map((w) => w.low)
    .findLast((low) => /^(i|ive|we|weve|he|she|they|hes|shes|theyve)$/.test(low))
  if (!word) return undefined
  return /^(i|w)/.test(word) ? 'I' : 'they'
}

/** Whether the word is too common to ask "which one?" for, in a sentence that names nobody. */
const isLoose = (words: Word[], { phrase, used }: Match): boolean =>
  words.length - used.length > 6 || (BARE.test(phrase.text) && words.length > 1)

function needsTarget(part: string, before: Word[]): PartRead {
  const pronoun = before.find(({ low }) => /^(?:he|she|they)$/.test(low))
  const which = pronoun ? `Who is "${pronoun.low}"?` : 'Which one?'
  return {
    orders: [],
    problem: {
      kind: 'needs a target',
      sentence: `${which} "${clip(part)}" names no number and nobody I know.`,
    },
  }
}

const EXCEPT = /^(?:except|excluding|besides)$/

const exceptWhom = (part: string): Problem => ({
  kind: 'needs more',
  sentence: `"${clip(part)}": except whom? Numbers or names are clear, "all done but 6 and 7".`,
})

/** "Emailed grace and ellen, she answered": one of several, and nobody knows which. */
const isOneOf = (part: string, beforeVerb: Word[], { before }: Around): boolean =>
  before.length > 1 &&
  (beforeVerb.some(({ low }) => /^(?:he|she|hes|shes)$/.test(low)) || /\b(?:that|this) one\b/i.test(part))

function targetsOf(
  pointed: Pointed | undefined,
  group: Item[] | undefined,
  { item, context, before, taken }: Around,
  command: Command,
  isNear: boolean,
): Target[] | undefined {
  if (command.target === 'none') return []
  if (group) return group.filter((i) => pointed?.group !== 'rest' || !taken.has(i.n)).map(known)
  if (pointed) return pointed.known
  if (item) return [known(item)]
  if (before.length && isNear && (command.target === 'needed' || command.follows)) return before
  const only = context.items.length === 1 ? context.items[0] : undefined
  return only && command.target === 'needed' ? [known(only)] : undefined
}

/** Whether the words before the first that is left over end a thought. */
function isApart(words: Word[], from: number, used: Set<number>): boolean {
  const next = words.findIndex((_, i) => i > from && !used.has(i))
  return next > 0 && words[next - 1]?.ends !== undefined
}

function textOf(words: Word[], from: number, used: Set<number>): string {
  const left = words.flatMap((word, i) => {
    if (i < from) return []
    return used.has(i) ? (word.ends === ',' ? [','] : []) : [word.text]
  })
  return left
    .join(' ')
    .replace(/(?:\s*,)+(?=\s|$)/g, ',')
    .replace(/^(?:[\s,;:.!?)]|\((?!\d)|-(?=\s))+/, '')
    .trim()
}

/** Small words: a command only right after their target. */
export const BARE =
  /^(ok|okay|yes|yep|yeah|yup|y|no|nope|nah|did|use|every|back|wrong|same|right|correct|n|for)$/
