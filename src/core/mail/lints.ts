import { sourceIn } from './source-in.ts'

/** What can be told of a first email from its words (practice 1, rows 2, 8 and 26). */
export type Lints = {
  /** Words of the text, without greeting and signature lines. */
  words: number
  hasQuestion: boolean
  /** The first two sentences say how the two are connected, or why this person. */
  isConnected: boolean
  /** The word that asks for a job, if one does. */
  job?: string
  /** The word that sounds desperate, if one does. */
  desperate?: string
  /** A resume goes with it. */
  hasResume: boolean
  /** Left-over places to fill in, "[one detail you noticed]" with its brackets. */
  blanks: string[]
}

/** Reads a first email: its subject, and what the user wrote (`visibleText`), without quotes and signature. */
export function lints({ subject, text }: { subject: string; text: string }): Lints {
  const body = withoutFrame(text.slice(0, MAX_CHARACTERS))
  const sentences = sentencesOf(body)
  const all = [subject.slice(0, MAX_CHARACTERS), ...sentences]
  const job = first(all, jobIn)
  const desperate = first(all, (sentence) => DESPERATE.exec(sentence)?.[0].toLowerCase())
  return {
    words: wordsIn(body),
    hasQuestion: /[?？]/.test(body),
    isConnected: sentences.slice(0, 2).some((sentence) => isConnection(sentence)),
    ...(job && { job }),
    ...(desperate && { desperate }),
    hasResume: all.some((sentence) => RESUME.test(sentence)),
    blanks: [subject, body].flatMap(blanksIn),
  }
}

/** No first email is longer; what is, is judged by its beginning. */
const MAX_CHARACTERS = 20_000

/** The text without a greeting line, and without what follows the closing ("Best,", "Thank you,"). */
function withoutFrame(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  const start = lines.findIndex((line) => line !== '')
  if (start < 0) return ''
  const body = lines.slice(GREETING.test(lines[start]!) ? start + 1 : start)
  const closing = body.findLastIndex((line) => CLOSING.test(line))
  return (closing > 0 && body.length - closing <= MAX_CLOSING ? body.slice(0, closing) : body).join('\n')
}

/** "Dear Dr Kim," on a line of its own. */
const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))(?:\s+[\p{L}.'’-]+){0,4}\s*[,:!.]?$/iu
const CLOSING =
  /^(?:(?:many |with )?thanks(?: again| so much)?|thank you(?: again| so much)?|(?:all the |my )?best(?: wishes| regards)?|(?:kind |warm |best )?regards|sincerely|cheers|warmly|yours(?: \w+)?)[,.!]?$/i
/** Lines of a signature that is typed by hand. */
const MAX_CLOSING = 8

const sentencesOf = (body: string): string[] =>
  body
    .split(/(?<=[.!?？。])\s+|\n\s*\n/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '')

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.@/-]*/gu)?.length ?? 0

function first<T>(sentences: string[], find: (sentence: string) => T | undefined): T | undefined {
  for (const sentence of sentences) {
    const found = find(sentence)
    if (found !== undefined) return found
  }
  return undefined
}

const JOB = /\b(?:jobs?|openings?|positions?|hiring|vacanc(?:y|ies))\b/gi
/** Before the word: it is denied ("not asking about a job"). */
const DENIED = /(?:\bnot|\bnever|n['’]t|\brather than|\binstead of|\bwithout)\b.*$/i
/** Before "job" or "position": the one that somebody has or had. */
const OWNED =
  /\b(?:your|his|her|their|our|my|current|present|previous|last|first|old|former)(?: (?:own|current|present|previous|last|first|old|former|new|day))?\s*$/i

/** So far back a word is said of another: stops a sentence that never ends. */
const REACH = 200

function jobIn(sentence: string): string | undefined {
  for (const match of sentence.matchAll(JOB)) {
    const word = match[0].toLowerCase()
    const before = sentence.slice(Math.max(0, match.index - REACH), match.index)
    if (DENIED.test(before) || (/^(?:job|position)/.test(word) && OWNED.test(before))) continue
    return word
  }
  return undefined
}

const DESPERATE =
  /\b(?:desperate(?:ly)?|begging|any job|any work|anything at all|take anything|last hope|wits['’]? end|please help me|nobody (?:answers|replies)|struggling to find)\b/i

const RESUME =
  /\b(?:resume|résumé|cv|curriculum vitae)\b[^.!?]{0,30}\b(?:attached|enclosed|below)\b|\b(?:attach(?:ed|ing)?|enclos(?:ed|ing))\b[^.!?]{0,40}(?:\bresume\b|\brésumé|\bcv\b|\bcurriculum vitae\b)/i

/** What a source word says, and what else connects two people or says why this one. */
const isConnection = (sentence: string): boolean =>
  sourceIn(sentence) !== undefined || CONNECTION.test(sentence)

const CONNECTION =
  /\b(?:we (?:met|spoke|talked|both|share)|i(?:['’]ve| have)? (?:met|saw|seen|heard|watched|listened|follow(?:ed)?|came across|found|noticed|admired?|enjoyed|loved)|(?:sat|was|am) (?:in|at) your|your (?:talk|lecture|article|post|book|paper|podcast|interview|work on|path|career|move|name|profile|story)|mutual|fellow|former|neighbou?r|friend|my (?:mother|father|mom|mum|dad|parents?|brother|sister|uncle|aunt|cousin|professor|teacher|boss|manager|colleague|roommate)|recommended|referred|suggested|mentioned (?:you|your)|speaks? highly|told me about)\b/i

/** "[time]" but not "[1]", "[EXTERNAL]", "[image: logo]", "[cid:...]" or a link's "[text](address)". */
const blanksIn = (text: string): string[] =>
  [...text.matchAll(/\[([^[\]\n]{2,80})\](?!\()/g)].flatMap(([whole, inside = '']) =>
    /\p{Ll}/u.test(inside) && !/^(?:image|cid|https?|mailto|logo|inline)\b/i.test(inside) ? [whole] : [],
  )
