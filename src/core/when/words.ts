import { SPELLINGS } from './spellings.ts'

/**
 * The canonical form of a word that people use for times, or undefined: "tues" -> "tuesday", "wks" -> "week",
 * "two" -> "n2", "few" -> "k3", "first" -> "o1". Glued words come apart ("nextweek" -> "next week"), and one wrong letter is
 * forgiven in long words that resemble nothing else.
 *
 * @param word lower case letters only
 * @param afterNumber whether a number stands before it, so that it can only be a unit
 */
export function canonical(word: string, afterNumber: boolean): string | undefined {
  return LEXICON.get(word) ?? unglue(word) ?? correct(word, afterNumber)
}

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const LEXICON = new Map(
  Object.entries(SPELLINGS).flatMap(([form, others]) =>
    [form, ...others.split(' ')]
      .filter((word) => /^[a-z0-9]+$/.test(word))
      .map((word) => [word, form] as const),
  ),
)

/** Short words that may stand only between two others in a glued word. */
const INNER = new Set(['of', 'in', 'at', 'on', 'the'])

/** "endofmonth" -> "end month". Every piece must be a word of three letters or more, or an inner one. */
function unglue(word: string): string | undefined {
  if (word.length < 6 || word.length > 30) return undefined
  const best: (string[] | undefined)[] = [[]]
  for (let end = 1; end <= word.length; end++)
    for (let start = Math.max(0, end - 12); start < end && !best[end]; start++) {
      const piece = word.slice(start, end)
      const inner = start > 0 && end < word.length && INNER.has(piece)
      if (best[start] && (inner || (piece.length > 2 && LEXICON.has(piece))))
        best[end] = [...best[start]!, LEXICON.get(piece)!]
    }
  return best[word.length]?.join(' ')
}

const LONG_WORDS = [...WEEKDAYS, ...MONTHS, 'tomorrow', 'yesterday', 'tonight', 'business', 'weekend'].filter(
  (word) => word.length > 5 && word !== 'august',
)

const UNITS = ['minute', 'minutes', 'hours', 'weeks', 'month', 'months', 'years', 'quarter', 'fortnight']

/** Names and words that are a letter away from a time and are not one; "mondays" is a habit, not a day. */
const NOT_TYPOS = new Set([
  ...LONG_WORDS.map((word) => word + 's'),
  ...'sundry mouth mouths monty monte monthly weeds weaks yearn yearns hourly quarters'.split(' '),
])

function correct(word: string, afterNumber: boolean): string | undefined {
  if (word.length < 4 || NOT_TYPOS.has(word)) return undefined
  const meant = new Set(
    [...LONG_WORDS, ...(afterNumber ? UNITS : [])]
      .filter((known) => known[0] === word[0] && isOneEditAway(word, known))
      .map((known) => LEXICON.get(known)!),
  )
  return meant.size === 1 ? [...meant][0] : undefined
}

/** One letter more, less or other, or two neighbours swapped. */
function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  const restA = a.slice(from)
  const restB = b.slice(from)
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}
