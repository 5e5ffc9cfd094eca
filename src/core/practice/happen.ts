import type { Contact, Introduction, State } from './contact.ts'
import { daysBetween } from './days.ts'
import type { Event, FactType, LocalDate } from './events.ts'
import { book, fallThrough, meet, move, setGoal, thank } from './meetings.ts'
import {
  addAttempt,
  beginRound,
  enter,
  heard,
  isMovedByAnswer,
  keepPromise,
  nudge,
  putOff,
  reached,
  talk,
  wrote,
} from './moves.ts'

/** Makes the event happen to the contact (practice 2.5), in place. */
export function happenTo(contact: Contact, event: Event): void {
  if (contact.state === 'IGNORED' && !REACHES_IGNORED.has(event.type)) return
  const happens = happen[event.type] as Happen<FactType>
  happens(contact, event)
}

/** Who is no part of the search stays so, whatever is logged of them (practice 2.2, IGNORED). */
const REACHES_IGNORED = new Set<FactType>([
  'unignored',
  'reopened',
  'described',
  'phoned',
  'readdressed',
  'address found',
  'noted',
])

type Happen<T extends FactType> = (contact: Contact, event: Extract<Event, { type: T }>) => void

/** What each event does (practice 2.5, the columns From and To). */
const happen: { [T in FactType]: Happen<T> } = {
  added: (contact, event) => {
    contact.source = event.source ?? contact.source
    contact.via = event.via ?? contact.via
    contact.viaName = event.viaName ?? contact.viaName
    if (event.via !== undefined) contact.isSuggested = event.isSuggested
    if (contact.state !== 'QUIET') return
    beginRound(contact)
    enter(contact, 'LEAD', event.on)
  },

  attempted: (contact, event) => {
    const isLate = event.on < contact.since
    const isAnswered = event.channel === 'email' && isNotNowAnswered(contact, event.on)
    wrote(contact, event.on)
    if (contact.state in SETTLED || isAnswered) return
    if (contact.state === 'TALKING') {
      if (isLate) addAttempt(contact, event)
      else nudge(contact, event.on, event.channel)
      return
    }
    // A mail from before all this, logged late: what came after it stands.
    const isPast =
      isLate && (contact.state in WAITING || (contact.state === 'QUIET' && contact.attempts.length > 0))
    if (contact.state === 'QUIET' && !isPast) beginRound(contact)
    if (addAttempt(contact, event) && !isPast) enter(contact, 'TRYING', contact.attempts.at(-1)!.on)
  },

  touched: (contact, event) => wrote(contact, event.on),

  copied: (contact, event) => {
    contact.isCopied = true
    if (event.seq === 1) enter(contact, 'QUIET', event.on)
  },

  bounced: (contact, event) => {
    if (!(contact.state in CHASED)) return
    // The report of an address that was replaced since.
    if (event.address && contact.address && event.address !== contact.address) return
    const last = contact.attempts.findLastIndex((attempt) => attempt.channel === 'email')
    if (last >= 0) contact.attempts.splice(last, 1)
    enter(contact, 'BOUNCED', event.on)
  },

  away: (contact, event) => {
    if (!(contact.state in CHASED)) return putOff(contact, event.until)
    enter(contact, 'AWAY', event.on)
    contact.awayOn = event.on
    contact.awayUntil = event.until
  },

  answered: (contact, event) => {
    heard(contact, event.on)
    if (isMovedByAnswer(contact)) talk(contact, 'me', event.on)
  },

  replied: (contact, event) => {
    const isAnswered = isNotNowAnswered(contact, event.on)
    wrote(contact, event.on)
    if (!isAnswered && !(contact.state in SETTLED)) {
      contact.hasAnswered = true
      talk(contact, 'them', event.on)
    }
  },

  declined: (contact, event) => {
    heard(contact, event.on)
    contact.doNotContact ||= event.forGood ?? false
    enter(contact, 'DECLINED', event.on)
  },

  deferred: (contact, event) => {
    heard(contact, event.on)
    enter(contact, 'DEFERRED', event.on)
    contact.deferredOn = event.on
    contact.retryOn = event.until
    contact.retryReason = event.reason
  },

  covered: (contact, event) => {
    if (contact.state in CHASED || contact.state in WAITING) enter(contact, 'QUIET', event.on)
  },

  booked: book,
  moved: move,
  cancelled: (contact, event) => fallThrough(contact, event, 'new times'),
  missed: (contact, event) => fallThrough(contact, event, event.by === 'me' ? 'apology' : 'new times'),

  met: meet,
  thanked: thank,
  carded: (contact) => {
    contact.isCardDone = true
  },
  'cards off': (contact) => {
    contact.wantsNoCards = true
  },
  'goal set': setGoal,

  'intro asked': (contact, event) => {
    contact.introductions.push({ status: 'asked', on: event.on })
  },
  'intro promised': (contact, event) => {
    const isSame = (made: Introduction): boolean =>
      made.status === 'promised' && made.name === event.name && !made.isKept
    contact.introductions = contact.introductions.filter((made) => !isSame(made))
    contact.introductions.push({ status: 'promised', on: event.on, name: event.name })
  },
  'intro received': (contact, event) => {
    keepPromise(contact, event.name)
    if (contact.introductions.some((made) => made.status === 'received' && made.contact === event.contact))
      return
    if (!(contact.state in SETTLED) && contact.state !== 'TALKING') {
      heard(contact, event.on)
      talk(contact, 'me', event.on, 'thanks')
    }
    contact.introductions.push({ status: 'received', on: event.on, contact: event.contact, name: event.name })
  },
  'intro met': (contact, event) => {
    if (contact.introducedMet.some((met) => met.contact === event.contact)) return
    contact.introducedMet.push({ on: event.on, contact: event.contact, name: event.name })
  },
  'intro none': (contact, event) => {
    contact.introductions.push({ status: 'none known', on: event.on })
  },
  'intro replied': (contact, event) => reached(contact, event.on),
  promised: (contact, event) => {
    contact.promises.push({ text: event.text, dueOn: event.dueOn, madeOn: event.on })
  },
  told: (contact, event) => {
    contact.isTold = true
    reached(contact, event.on)
  },

  snoozed: (contact, event) => {
    contact.snoozes.set(event.key, event.until)
  },
  skipped: (contact, event) => {
    contact.skips.set(event.key, event.on)
    if (event.key.startsWith('attempt ')) contact.passes.push(event.on)
    if (event.key.startsWith('stalled ') && contact.state === 'TALKING') nudge(contact, event.on)
  },
  dropped: (contact, event) => enter(contact, 'QUIET', event.on),

  kept: (contact, event) => {
    if (contact.state in SETTLED) return
    contact.keptOn = event.on
    if (contact.state !== 'TALKING') enter(contact, 'TRYING', event.on)
  },

  reopened: (contact, event) => {
    contact.doNotContact = false
    if (contact.hasAnswered) return talk(contact, 'me', event.on)
    contact.keptOn = event.on
    enter(contact, 'TRYING', event.on)
  },

  ignored: (contact, event) => enter(contact, 'IGNORED', event.on),
  unignored: (contact, event) => {
    if (contact.state === 'IGNORED') enter(contact, 'QUIET', event.on)
  },
  starred: (contact) => {
    contact.isStarred = true
  },
  focused: (contact, event) => {
    contact.focusWeek = event.week
  },
  planned: (contact, event) => {
    contact.plan = event.plan
  },
  'touch every': (contact, event) => {
    contact.touchDays = event.days
  },
  described: (contact, event) => {
    contact.name = event.name ?? contact.name
    contact.company = event.company ?? contact.company
    contact.role = event.role ?? contact.role
    contact.source = event.source ?? contact.source
    if (event.isNewJob) contact.newJobOn = event.on
  },
  phoned: (contact, event) => {
    contact.phone = event.number ?? undefined
  },
  readdressed: (contact, event) => {
    contact.address = event.address
    if (contact.state === 'BOUNCED') enter(contact, 'TRYING', event.on)
  },
  'address found': () => {},
  noted: (contact, event) => {
    contact.notes.push({ on: event.on, text: event.text })
  },

  joined: (contact, event) => {
    enter(contact, 'IGNORED', event.on)
    Object.assign(contact, { introductions: [], introducedMet: [], promises: [], joinedTo: event.contact })
  },

  undone: () => {},
}

/** The first mail after "not now", soon: it says that the user will write again, and is no attempt. */
const isNotNowAnswered = ({ state, since, hasReachedSince, retryOn }: Contact, on: LocalDate): boolean =>
  state === 'DEFERRED' &&
  !hasReachedSince &&
  since <= on &&
  daysBetween(since, on) <= ANSWERED_WITHIN &&
  on < retryOn!

const ANSWERED_WITHIN = 7

/** States in which a mail to the contact is keeping in touch, and no attempt (practice 2.4, rule 8; 2.6). */
const SETTLED: Partial<Record<State, true>> = {
  BOOKED: true,
  MET: true,
  NETWORK: true,
  DECLINED: true,
  IGNORED: true,
}

/** States in which an attempt may be under way, and those that wait for something else than an answer. */
const CHASED: Partial<Record<State, true>> = { TRYING: true, AWAY: true, CLOSING: true }
const WAITING: Partial<Record<State, true>> = { AWAY: true, BOUNCED: true, DEFERRED: true }
