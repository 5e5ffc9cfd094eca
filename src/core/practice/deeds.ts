import type { Contact } from './contact.ts'
import type { Channel, Event, FactType, LocalDate } from './events.ts'
import { type Met, replay } from './replay.ts'
import type { Practice } from './timers.ts'

/** What a contact's history adds to the figures of a review (practice 3.7), each on the day it happened. */
export type Deeds = {
  /** Emails, calls ... to get an answer; one a day by each channel; those that came back are left out. */
  attempts: { on: LocalDate; channel: Channel }[]
  /** The first sign of theirs, and how many attempts it took. Absent where they wrote first. */
  answer?: { on: LocalDate; after: number }
  /** They were heard of before the user wrote at all: nobody whom the user contacted first. */
  wroteFirst: boolean
  /** Meetings that were held by the user's word. One that only its day says was held counts once it is thanked for. */
  meetings: { on: LocalDate; thankedOn?: LocalDate }[]
  thanks: LocalDate[]
  /** People whom an introduction brought: the contact itself, or those it introduced. */
  introductions: { on: LocalDate; person: number }[]
  /** Words to somebody met before. */
  touches: LocalDate[]
  /** Notes of a job that the contact spoke of. */
  jobs: LocalDate[]
}

/** The deeds of a history, and the contact it ends with. Undefined where nothing stands or the contact is ignored. */
export function deedsOf(
  id: number,
  history: Event[],
  practice: Practice,
): { deeds: Deeds; contact: Contact } | undefined {
  const walk: Walk = { id, attempts: [], meetings: [], thanks: [], introductions: [], touches: [], jobs: [] }
  const contact = replay(history, practice, (event, met, after) => {
    if (!walk.heard && isHeard(event, met, after)) walk.heard = { on: event.on, seq: event.seq }
    DEEDS[event.type]?.(walk, event as never, met, after)
  })
  if (!contact || contact.state === 'IGNORED') return undefined
  const { attempts, meetings, thanks, introductions, touches, jobs, heard } = walk
  const before = attempts.filter((made) => heard && isBefore(made, heard)).length
  return {
    deeds: {
      attempts: attempts.map(({ on, channel }) => ({ on, channel })),
      ...(heard && before > 0 && { answer: { on: heard.on, after: before } }),
      wroteFirst: heard !== undefined && before === 0,
      meetings,
      thanks,
      introductions,
      touches,
      jobs,
    },
    contact,
  }
}

type Place = { on: LocalDate; seq: number }
type Made = Place & { channel: Channel; messageId?: string }
type Walk = Omit<Deeds, 'attempts' | 'answer' | 'wroteFirst'> & {
  id: number
  attempts: Made[]
  heard?: Place
  /** The meeting of which only a thank-you tells. */
  assumed?: Deeds['meetings'][0]
}
type Deed<T extends FactType> = (
  walk: Walk,
  event: Extract<Event, { type: T }>,
  met: Met,
  contact: Contact,
) => void

/** Of two events the one of the earlier day is first, whichever was logged first. */
const isBefore = (a: Place, b: Place): boolean => a.on < b.on || (a.on === b.on && a.seq < b.seq)

/** "Not now" and an introduction are answers, too. */
const isHeard = ({ type }: Event, met: Met, after: Contact): boolean =>
  (after.hasAnswered && !met.hasAnswered) ||
  type === 'deferred' ||
  type === 'intro promised' ||
  type === 'intro received'

const addDay = (days: LocalDate[], on: LocalDate): void => {
  if (!days.includes(on)) days.push(on)
}

const touch = (walk: Walk, event: Event, met: Met): void => {
  if (met.state === 'NETWORK') addDay(walk.touches, event.on)
}

const DEEDS: { [T in FactType]?: Deed<T> } = {
  added: (walk, { on, source, via }) => {
    if (source === 'intro' || via !== undefined) walk.introductions.push({ on, person: walk.id })
  },

  attempted: (walk, event, met, after) => {
    const { on, seq, channel, messageId } = event
    if (met.state === 'NETWORK') return touch(walk, event, met)
    // "Not now" was answered by it.
    if (after.state === 'DEFERRED' && on >= after.since) return
    if (['BOOKED', 'MET', 'DECLINED', 'IGNORED'].includes(met.state)) return
    const isKnown = walk.attempts.some(
      (made) => (made.on === on && made.channel === channel) || (messageId && made.messageId === messageId),
    )
    if (!isKnown) walk.attempts.push({ on, seq, channel, messageId })
  },

  bounced: (walk, _, met) => {
    if (!['TRYING', 'AWAY', 'CLOSING'].includes(met.state)) return
    const last = walk.attempts.findLastIndex(({ channel }) => channel === 'email')
    if (last >= 0) walk.attempts.splice(last, 1)
  },

  met: (walk, { on, isAssumed }) => {
    const assumed = walk.assumed
    walk.assumed = undefined
    if (assumed?.thankedOn && on <= assumed.thankedOn) {
      assumed.on = on
      return
    }
    if (isAssumed) {
      walk.meetings.push((walk.assumed = { on }))
      return
    }
    if (!walk.meetings.some((held) => held.on === on)) walk.meetings.push({ on })
  },

  thanked: (walk, { on }, _, contact) => {
    addDay(walk.thanks, on)
    if (contact.thankedOn !== on) return
    const metOn = contact.thankedFor ?? on
    let held = walk.meetings.find((meeting) => meeting.on === metOn)
    if (!held) walk.meetings.push((held = { on: metOn }))
    held.thankedOn ??= on
  },

  'intro received': (walk, { on, contact }) => {
    walk.introductions.push({ on, person: contact })
  },

  touched: touch,
  told: touch,

  noted: (walk, { on, text }) => {
    if (/\bmentioned (?:an? |some )?(?:\w+ )?(?:jobs?|openings?|positions?|roles?)\b/i.test(text))
      walk.jobs.push(on)
  },
}
