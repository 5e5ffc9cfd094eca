import type { LocalDate } from '../practice/events.ts'
import type { Context, OrderOf, Problem, Target, Verb, Wish } from './order.ts'

/** A line as far as it is understood: a command's word was found, and whom it is about. */
export type Said = {
  /** The words of the table that were found: "left vm". */
  phrase: string
  targets: Target[]
  /** What follows the command's words, or stands between them, and is not read yet. */
  rest: string
  /** A comma or the like stands between the command's words and the rest: another thought. */
  isApart: boolean
  /** The part as typed, without its targets in front. */
  whole: string
  /** Who does it, where a word says so ("I", "she"). */
  who?: 'I' | 'they'
  /** The person is named after the verb ("answered sofia"), not before it. */
  isObject: boolean
  /** The person is named right before the verb, and so does it, if a person does ("tom forgot our call"). */
  isSubject: boolean
  /** "all", "the rest", a group: nobody was named. */
  isGroup: boolean
  context: Context
  today: LocalDate
}

/**
 * What a command makes of a line: orders (without targets they get those of the line) and what is left over, which
 * becomes a note (rule 9); a problem; or undefined: those words do not mean this command here.
 */
export type Read = Orders | Problem | undefined
export type Orders = {
  orders: Untargeted[]
  rest: string
  /** How it was taken, where that is not plain. */
  remark?: string
  wants?: Wish
}
export type Untargeted = { [V in Verb]: Omit<OrderOf<V>, 'targets'> & { targets?: Target[] } }[Verb]

/** A row of the table: one thing that a user can say. */
export type Command<V extends Verb = Verb> = {
  verb: V
  /** The words that say it, synonyms parted by commas; "…" stands for up to four words between. */
  words: string
  /** Only the exact words will do (rule 4). */
  isExact?: true
  target: 'needed' | 'optional' | 'none'
  /** Names after its words are what it says, not whom it is about ("3 will intro me to Tom Lee"). */
  namesOthers?: true
  /** Takes the rest of the line as it stands, commas and full stops too. */
  takesLine?: true
  /** Only tells how something was said ("ellen says"): a command further on that `follows` goes before it. */
  isWeak?: true
  /** Behind that command on one line it is its outcome, and no other thing ("called 6, she picked up"). */
  outcomeOf?: Verb
  /** May go on about the same person after a comma: "6 spoke, meeting fri 10". */
  follows?: true
  /** How to type it, and what it does: for the help letter and the manual. */
  syntax: string
  help: string
  /** One of the few that the help letter shows. */
  isCommon?: true
  read: (said: Said) => Read
}

/** A command that takes no argument: what is left over is a note. */
export const just =
  (order: Untargeted) =>
  (said: Said): Read => ({ orders: [order], rest: said.rest })

/** One order, and the rest. */
export const give = (order: Untargeted, rest = ''): Orders => ({ orders: [order], rest })

export const isProblem = (read: object): read is Problem => 'sentence' in read
