import type { Channel, Fact, LocalDate, Meeting, Source } from '../practice/events.ts'
import type { Frame } from '../when/frame.ts'
import type { Item, Person } from './item.ts'

/** A line that the user wrote; `item` is the number of the digest's line above it, where it answers that one inline. */
export type ReplyLine = { text: string; item?: number }

/** Somebody whom no history is about yet. */
export type NewPerson = {
  name?: string
  address?: string
  source?: Source
  via?: number
  /** `via` named them, and introduced nobody. */
  isSuggested?: true
  company?: string
}

/** Whom a command is about. A number brings its item; a name brings the person's item, if the digest had one. */
export type Target = Known | { newPerson: NewPerson }
export type Known = { contact: number; item?: Item }

/** What the service knows of its user, as far as a reply can change it. */
export type Settings = {
  tz?: string
  /** "07:30". */
  digestAt?: string
  country?: string
  /** The plan of attempts, as text ("ECECE") or by name. */
  plan?: string
  target?: string
  name?: string
  phone?: string
  /** The one line about oneself that drafts use. */
  line?: string
  status?: 'searching' | 'paused' | 'over' | 'stopped'
  /** The first day on which a digest may come again. */
  pausedUntil?: LocalDate
  /** Where the new job is, if the user said. */
  hiredAt?: string
  skipOn?: LocalDate
  focusWeek?: { from: LocalDate; place?: string; perDay?: number }
  /** People were named for the focus week. */
  hasFocusMembers?: boolean
  cards?: boolean
  /** Whether a note comes on the evening of a day with a meeting. */
  evenings?: boolean
}

/** What the user asks to be told. */
export type Question =
  | 'help'
  | 'status'
  | 'addresses'
  | 'list'
  | 'history'
  | 'stats'
  | 'agenda'
  | 'script'
  | 'export'

type Orders = {
  // Outreach
  done: { on: LocalDate }
  sent: { on: LocalDate; channel: Exclude<Channel, 'call'> }
  called: { on: LocalDate; outcome?: 'no answer' | 'voicemail'; until?: LocalDate }
  'wrong number': object
  phone: { number: string }
  'new address': { address: string }
  bounced: object
  away: { until?: LocalDate }
  plan: { plan: string }
  /** For the focus week that begins on this Monday. */
  focus: { week: LocalDate }
  // Answers
  answered: { on: LocalDate; channel?: Channel | 'in person' }
  replied: { on: LocalDate }
  declined: { forGood?: boolean }
  /** `isUnsure`: taken for "later", might be a no; to be asked in Check. */
  deferred: { until: LocalDate; reason?: string; isUnsure?: boolean }
  drop: object
  keep: object
  reopen: object
  /** A guess of the Check section, accepted or refused. */
  guess: { isRight: boolean }
  // Meetings
  booked: { meeting: Meeting }
  moved: { meeting: Meeting }
  cancelled: object
  missed: { by: 'me' | 'them' }
  met: { on: LocalDate; minutes?: number; channel?: Channel | 'in person' }
  /** `isForBoth`: for two meetings that are still to be thanked for. */
  thanked: { on: LocalDate; isForBoth?: true }
  carded: { on: LocalDate }
  'cards off': object
  goal: { text: string }
  // Introductions
  'intro asked': object
  'intro promised': { name: string }
  'intro received': { person: Target }
  'intro none': object
  promised: { text: string; dueOn?: LocalDate }
  told: object
  add: object
  // Keeping
  snooze: { until: LocalDate }
  skip: object
  star: object
  'touch every': { days: number }
  note: { text: string }
  /** `isNewJob`: they changed to that company. */
  described: { company?: string; role?: string; source?: Source; isNewJob?: true }
  ignore: object
  unignore: object
  /** To be confirmed before anything is erased (rule 11). */
  forget: object
  'forget all': object
  // The user and the search
  settings: { settings: Settings }
  ask: { question: Question }
  /** `isSplit`: of two people who were taken for one. */
  undo: { isSplit?: true }
  /** Two people are one, or are not (practice 2.6). */
  same: { isSame: boolean }
  applied: { count: number; to?: string; on: LocalDate }
  interview: { company: string; on?: LocalDate }
  'new private address': object
  /** An address that the user writes from, and the one that letters go to. */
  sender: { what: 'add' | 'remove' | 'letters'; address: string }
}

export type Verb = keyof Orders
type Base = { targets: Target[] /** What was left over: a note on each target (rule 9). */; note?: string }
export type OrderOf<V extends Verb> = { [K in V]: { verb: K } & Base & Orders[K] }[V]

/** One thing to do, read from a line. Plain data: it may be kept, so that "oops 5 not 6" can do it again. */
export type Order = OrderOf<Verb>

/** Why a line, or a part of it, was not carried out. The sentence is for the user. */
export type Problem = {
  kind:
    | 'no such number'
    | 'two people'
    | 'number and name differ'
    | 'needs a target'
    | 'needs a date'
    | 'needs more'
    | 'past date'
    | 'future date'
    | 'closed'
    | 'nothing to undo'
    | 'not understood'
    | 'too many lines'
    | 'in the quote'
    | 'needs proof'
  sentence: string
}

/** What is asked for beside what is done, unless the reply says it itself by an order of that verb. */
export type Wish = { verb: Verb; sentence: string }

/** What one part of a line came to. Orders and a problem may stand together ("5 and 15 done"). */
export type Reading = {
  /** As typed. */
  line: string
  orders: Order[]
  problem?: Problem
  /** How it was taken, where that is not plain: `Took "dne" as done.` */
  remark?: string
  wants?: Wish
  /** A greeting, a thank-you, a name: nothing to do and nothing to answer. */
  isChatter: boolean
  /** Not understood, and names neither a line nor a person: alone in a reply it wants no answer either. */
  isUnaddressed?: boolean
}

/** What the reader of a reply has to know. */
export type Context = {
  frame: Frame
  /** The items of the digest that is replied to (rule 3). */
  items: Item[]
  /** The contacts who may be meant by a name or an address. */
  people: Person[]
  /** "Tuesday's digest". */
  digestName: string
  /** The user's own name, so that a signature is no command. */
  userName?: string
  /** The focus week, while it is not over: people can be named for it by its place. */
  focusWeek?: { from: LocalDate; place?: string | null }
  /** The orders of the last reply, for "oops 5 not 6" and "undo". */
  lastReply?: Order[]
  /** Pairs of contacts of whom it was asked whether they are one person. */
  openIdentities?: { contact: number; other: number }[]
}

export type Dated = Fact & { on: LocalDate; at: number }
