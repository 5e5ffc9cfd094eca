import type { LocalDate } from '../../practice/events.ts'
import { give, type Said, type Untargeted } from '../command.ts'
import { datedBack, takeFuture } from '../dates.ts'
import { isSlip, wordsOf } from '../words.ts'
import { answeredAndBooked } from './talk.ts'

const REACHED = /\b(?:picked up|answered|got through|got (?:a )?hold of|reached|spoke|talked)\b/i
const VOICEMAIL = /\b(v\.?m|lvm|voice ?-?mails?|left (him |her |them |a )?(message|msg|vm|word))\b/i

/** 17 to 23: the outcome may follow ("called, no answer"), and so may the day to try again. */
export function readCalled(said: Said) {
  const all = `${said.phrase} ${said.rest}`
  const isAssistant = /assistant|secretary/.test(said.phrase)
  const near = wordsOf(said.rest).map((word) => word.low)
  const noAnswer =
    /\b(no|without|didn.?t|did not|hasn.?t|not|still|nobody|no ?one|neither) (an )?(answer|pick|repl|respon|luck|wait|noth|word|news)|waiting|nothing|\b(?:not|n.?t) (?:lift|reach|pick)|unreachable|not reachable|engaged|\b(?:line|number)\b.*\bbusy|\bbusy (?:tone|signal)|^\w+ (?:but )?busy$/i.test(
      all,
    ) || near.some((word, i) => isSlip(word, 'answer') && near[i - 1] === 'no')
  const outcome = VOICEMAIL.test(all) ? ('voicemail' as const) : noAnswer ? ('no answer' as const) : undefined
  // "Lena rang" is her doing; "marcus called" is how people tick a call off.
  const isTheirs =
    (said.who === 'they' && /^(called|phoned|rang)$/.test(said.phrase)) ||
    (said.isSubject && said.phrase === 'rang')
  if (!outcome && (isTheirs || REACHED.test(said.rest))) return readReached(said)
  if (!/call|phon|rang|dial|vm|voice|message|assist|secret|pick/.test(said.phrase) && !isAboutCalls(said))
    return {
      kind: 'needs more' as const,
      sentence: `"${said.whole.trim()}": an email without an answer is followed up by itself; say "called, no answer" of a call.`,
    }
  const again = /\b(?:try|trying|retry|call|calling)(?: (?:again|back|him|her|them))*\b/i.exec(said.rest)
  const later = again
    ? takeFuture(said.rest.slice(again.index + again[0].length), said.context.frame)
    : undefined
  const until = later && later !== 'past' ? later.until : undefined
  const rest = outcome ? withoutOutcome(said.rest) : said.rest
  const order = (on: LocalDate): Untargeted => ({ verb: 'called', on, outcome, until })
  const read = until ? give(order(said.today), rest) : datedBack({ ...said, rest }, order)
  return isAssistant && read ? { ...read, rest: said.whole } : read
}

/** They picked up: an answer, and with a day and hour a meeting ("he picked up, we talk next wed at 3"). */
export const readReached = (said: Said) =>
  answeredAndBooked({ ...said, rest: said.rest.replace(PICKED_UP, '') }, 'call')

const PICKED_UP =
  /^(?:and )?(?:he |she |they )?(?:just |finally )?(?:picked up|answered)(?: the phone)?[.,!]*\s*(?:and )?/i

const isAboutCalls = ({ targets, whole }: Said): boolean =>
  /\bcall|phone/i.test(whole) || targets.every((t) => 'item' in t && t.item?.channel === 'call')

const withoutOutcome = (rest: string): string =>
  rest
    .replace(/\b(?:and )?left (him |her |them |a )?(messages?|msg|vms?|voice ?-?mails?|word)\b/gi, '')
    .replace(
      /\b(no|without|didn.?t|did not|not|nobody|no ?one) (an )?(answer(?:ed|s)?|pick(?:s|ed)? ?up|pick|reply|luck)\b|\bno a\w{3,6}\b/gi,
      '',
    )
    .replace(/\b(went (straight )?to )?(v\.?m|lvm|voice ?-?mails?)\b/gi, '')
