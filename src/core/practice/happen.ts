import type { Contact, State } from './contact.ts'
import type { Event, FactType, LocalDate } from './events.ts'

/** Makes the event happen to the contact (practice 2.5), in place. */
export function happenTo(contact: Contact, event: Event): void {
  const happens = happen[event.type] as Happen<FactType>
  happens(contact, event)
}

type Happen<T extends FactType> = (contact: Contact, event: Extract<Event, { type: T }>) => void

const enter = (contact: Contact, state: State, on: LocalDate): void => {
  contact.state = state
  contact.since = on
}

const reached = (contact: Contact, on: LocalDate): void => {
  if (!contact.reachedOn || contact.reachedOn < on) contact.reachedOn = on
}

const heard = (contact: Contact, on: LocalDate): void => {
  if (!contact.heardOn || contact.heardOn < on) contact.heardOn = on
  contact.hasAnswered = true
}

/** Their turn to answer the user, or the user's to answer them (practice 2.2, TALKING). */
const talk = (
  contact: Contact,
  ball: 'me' | 'them',
  on: LocalDate,
  owed: Contact['owed'] = 'answer',
): void => {
  enter(contact, 'TALKING', on)
  contact.ball = ball
  contact.owed = owed
  contact.nudges = 0
}

/** What each event does (practice 2.5, the columns From and To). */
const happen: { [T in FactType]: Happen<T> } = {
  added: (contact, event) => {
    contact.source = event.source ?? contact.source
    contact.via = event.via ?? contact.via
    contact.viaName = event.viaName ?? contact.viaName
  },

  attempted: (contact, event) => {
    reached(contact, event.on)
    if (contact.state in SETTLED) return
    if (contact.state === 'TALKING') {
      if (event.on >= contact.since) nudge(contact, event.on)
      else addAttempt(contact, event)
      return
    }
    if (contact.state === 'QUIET') Object.assign(contact, { attempts: [], kept: 0, keptOn: undefined })
    addAttempt(contact, event)
    enter(contact, 'TRYING', contact.attempts.at(-1)!.on)
  },

  touched: (contact, event) => reached(contact, event.on),

  copied: (contact, event) => {
    if (event.seq === 1) enter(contact, 'QUIET', event.on)
  },

  bounced: (contact, event) => {
    if (!['TRYING', 'AWAY', 'CLOSING'].includes(contact.state)) return
    const last = contact.attempts.findLastIndex((attempt) => attempt.channel === 'email')
    if (last >= 0) contact.attempts.splice(last, 1)
    enter(contact, 'BOUNCED', event.on)
  },

  away: (contact, event) => {
    if (contact.state !== 'TRYING' && contact.state !== 'AWAY') return
    enter(contact, 'AWAY', event.on)
    contact.awayUntil = event.until
  },

  answered: (contact, event) => {
    heard(contact, event.on)
    if (contact.state === 'DECLINED' && contact.doNotContact) return
    if (!['BOOKED', 'MET', 'NETWORK', 'IGNORED'].includes(contact.state)) talk(contact, 'me', event.on)
  },

  replied: (contact, event) => {
    reached(contact, event.on)
    if (!(contact.state in SETTLED)) {
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
    enter(contact, 'DEFERRED', event.on)
    contact.retryOn = event.until
    contact.retryReason = event.reason
  },

  covered: (contact, event) => enter(contact, 'QUIET', event.on),

  booked: (contact, event) => {
    enter(contact, 'BOOKED', event.on)
    contact.hasAnswered = true
    contact.meeting = event.meeting
    contact.goal = undefined
  },

  moved: (contact, event) => {
    enter(contact, 'BOOKED', event.on)
    contact.meeting = { ...contact.meeting, ...event.meeting }
  },

  cancelled: (contact, event) => {
    contact.meeting = undefined
    talk(contact, 'me', event.on, 'new times')
  },

  missed: (contact, event) => {
    contact.meeting = undefined
    talk(contact, 'me', event.on, event.by === 'me' ? 'apology' : 'new times')
  },

  met: (contact, event) => {
    heard(contact, event.on)
    reached(contact, event.on)
    enter(contact, 'MET', event.on)
    contact.metOn = event.on
    contact.meetings++
    contact.thankedOn = undefined
    contact.isCardDone = false
  },

  thanked: (contact, event) => {
    reached(contact, event.on)
    // Thanked without a meeting on record: held, at the latest on that day (practice 2.6).
    if (!contact.metOn || contact.state !== 'MET') {
      contact.meetings++
      contact.metOn = contact.state === 'BOOKED' && contact.meeting ? contact.meeting.on : event.on
      contact.hasAnswered = true
    }
    contact.thankedOn = event.on
    enter(contact, 'NETWORK', event.on)
  },

  carded: (contact) => {
    contact.isCardDone = true
  },
  'cards off': (contact) => {
    contact.isCardDone = true
  },
  'goal set': (contact, event) => {
    contact.goal = event.text
  },

  'intro asked': (contact, event) => {
    contact.introductions.push({ status: 'asked', on: event.on })
  },
  'intro promised': (contact, event) => {
    contact.introductions.push({ status: 'promised', on: event.on, name: event.name })
  },
  'intro received': (contact, event) => {
    contact.introductions.push({ status: 'received', on: event.on, contact: event.contact, name: event.name })
  },
  'intro met': (contact, event) => {
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
  },
  dropped: (contact, event) => enter(contact, 'QUIET', event.on),

  kept: (contact, event) => {
    contact.kept++
    contact.keptOn = event.on
    enter(contact, 'TRYING', event.on)
  },

  reopened: (contact, event) => {
    if (contact.hasAnswered) return talk(contact, 'me', event.on)
    contact.kept++
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
  },
  phoned: (contact, event) => {
    contact.phone = event.number ?? undefined
  },
  readdressed: (contact, event) => {
    contact.address = event.address
    if (contact.state === 'BOUNCED') enter(contact, contact.attempts.length ? 'TRYING' : 'LEAD', event.on)
  },
  noted: (contact, event) => {
    contact.notes.push({ on: event.on, text: event.text })
  },

  undone: () => {},
}

/** States in which a mail to the contact is keeping in touch, and no attempt (practice 2.4, rule 8; 2.6). */
const SETTLED: Partial<Record<State, true>> = {
  BOOKED: true,
  MET: true,
  NETWORK: true,
  DECLINED: true,
  IGNORED: true,
}

/** A message of the user while talking: theirs to answer again. */
function nudge(contact: Contact, on: LocalDate): void {
  if (contact.ball === 'me') talk(contact, 'them', on)
  else if (contact.since !== on) {
    contact.nudges++
    contact.since = on
  }
}

/** Two on one day by one channel are one attempt, and so is the same mail twice (practice 2.1). */
function addAttempt(contact: Contact, event: Extract<Event, { type: 'attempted' }>): void {
  const { channel, on, outcome, subject, messageId } = event
  const group = (event.group ?? 1) > 1 ? event.cause : undefined
  const same = contact.attempts.find(
    (made) =>
      (made.channel === channel && made.on === on) ||
      (messageId !== undefined && made.messageId === messageId),
  )
  if (same) {
    same.outcome = outcome ?? same.outcome
    return
  }
  contact.attempts.push({ channel, on, outcome, subject, messageId, group })
  contact.attempts.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
