import { type Frame, type Kind, MAX_PHRASE, type TimeOfDay, type When } from './frame.ts'
import { normalise } from './normal.ts'
import { readFuture, readMeeting, readPast } from './when.ts'
import { MONTHS, WEEKDAYS } from './words.ts'

/** A phrase of time found in a text. */
export type Taken = {
  when: When
  /** As it was typed, without the punctuation around it. */
  phrase: string
  /** The text before it and after it, trimmed; `rest` is both. */
  before: string
  after: string
  rest: string
}

/**
 * The longest phrase of time in a text, the first of equals: "sofia friday 3 at blue bottle" is "sofia" + Friday
 * 15:00 + "at blue bottle". English only. A word that is also another word or a name ("may", "april", "sat") counts
 * by itself only as the whole text, or after "in", "on" or "until". Undefined too where the words beside the phrase
 * say that it is only a part ("every monday", "monday or tuesday").
 *
 * @param text a line; what lies beyond 250 characters is not searched
 * @param usual the time that "same time" means in a meeting
 */
export function takeWhen(text: string, frame: Frame, kind: Kind, usual?: TimeOfDay): Taken | undefined {
  const words = wordsOf(text.slice(0, MAX_TEXT), frame)
  for (let length = Math.min(MAX_WORDS, words.length); length > 0; length--)
    for (let first = 0; first + length <= words.length; first++) {
      const taken = isCandidate(words.slice(first, first + length))
        ? takeSpan(text, words[first]!.from, words[first + length - 1]!.to, frame, kind, usual)
        : undefined
      if (taken) return isCutShort(words, first, first + length) ? undefined : taken
    }
  return undefined
}

/** A word of the text: where it lies, its canonical form if it is a word of time, whether a sentence ends with it. */
type Word = { text: string; from: number; to: number; form: string | undefined; isLast: boolean }

const MAX_TEXT = 250
const MAX_WORDS = 8

function wordsOf(text: string, frame: Frame): Word[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
    form: formOf(match[0], frame),
    isLast: /[;!?]$|[^.\s]{5,}\.$|\d\.$/.test(match[0]),
  }))
}

const ZONE_WORD =
  /^\(?(?:[ecmp]t|[ecmp][sd]t|eastern|central|mountain|pacific|gmt|utc|bst|cet|cest|ist|time)\)?[,.]?$/i

/** Keeps the search to the few spans that can be a phrase. */
function formOf(word: string, { dayFirst }: Frame): string | undefined {
  const form = normalise(word, dayFirst) ?? normalise(`2 ${word}`, dayFirst)
  return (
    form ??
    (ZONE_WORD.test(word) || /^(?:the|of|@|-|more|an?|another|couple|few)$/i.test(word) ? '' : undefined)
  )
}

/** Words at which no phrase begins or ends, and at which a longer one does not end. */
const NO_EDGE = /^(?:of|more|-|and|or)$/i
const NO_END = /^(?:the|at|@|in|on|for|to|by|from|until|till?|an?|about|next|last|this)$/i

function isCandidate(span: Word[]): boolean {
  const first = span[0]!
  const last = span.at(-1)!
  if (NO_EDGE.test(first.text) || NO_EDGE.test(last.text) || NO_END.test(last.text)) return false
  return span.every((word) => word.form !== undefined && (word === last || !word.isLast))
}

/** Words that are more often something else when they stand alone in a sentence. */
const DOUBTFUL =
  /^(?:may|march|mar|april|june|august|jan|jun|dec|oct|spring|summer|fall|winter|sat|sun|wed|mon|now|just now|eve|noon|morning|(?:the )?(?:first|second|third|fourth|fifth)|\d{4})$/i

function takeSpan(
  text: string,
  from: number,
  to: number,
  frame: Frame,
  kind: Kind,
  usual: TimeOfDay | undefined,
): Taken | undefined {
  const [, open, phrase, close] = /^([\s,;:.!?()-]*)(.*?)([\s,;:.!?()-]*)$/s.exec(text.slice(from, to))!
  const before = text
    .slice(0, from + open!.length)
    .replace(/[\s,;:(-]+$/, '')
    .trim()
  const after = text
    .slice(to - close!.length)
    .replace(/^[\s,;:.!?)-]+/, '')
    .trim()
  if (DOUBTFUL.test(phrase!) && (before || after)) return undefined
  const when = readOfKind(phrase!, frame, kind, usual)
  return when && { when, phrase: phrase!, before, after, rest: `${before} ${after}`.trim() }
}

/** Months that are people too: "with april tomorrow". */
const NAMES = new Set(['january', 'march', 'april', 'may', 'june', 'august'])

const BEFORE_PART =
  /^(?:every|each|other|alternate|not|no|except|before|since|or|between|half|past|unless|until|till)$/
const STRONG = new RegExp(
  `^(?:${[...WEEKDAYS, ...MONTHS].filter((word) => !NAMES.has(word)).join('|')}` +
    '|today|tomorrow|yesterday|next|last|this|before|ago|or|not|half|noon|t\\d.*|u\\d.*|y?md\\d.*)$',
)

/** Whether a word beside a phrase belongs to it and was not understood. A comma or full stop before it parts them. */
function isCutShort(words: Word[], first: number, end: number): boolean {
  const isStrong = (word: Word | undefined) => STRONG.test(word?.form ?? '')
  const before = words[first - 1]
  if (
    before &&
    !/[,;.!?]$/.test(before.text) &&
    (BEFORE_PART.test(before.text.toLowerCase()) || isStrong(before))
  )
    return true
  const isJoined = /^(?:and|&|or|to|-)$/.test(words[end]?.text ?? '')
  return isStrong(words[isJoined ? end + 1 : end])
}

function readOfKind(
  phrase: string,
  frame: Frame,
  kind: Kind,
  usual: TimeOfDay | undefined,
): When | undefined {
  if (phrase.length > MAX_PHRASE) return undefined
  if (kind === 'meeting') return readMeeting(phrase, frame, usual)
  return kind === 'future' ? readFuture(phrase, frame) : readPast(phrase, frame)
}
