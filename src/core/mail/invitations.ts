import { type ParameterValue, sync, type VEvent } from 'node-ical'
import { MAX_CALENDAR, MAX_RECIPIENTS } from '../../inbound-email.ts'
import { canonicalAddress } from './addresses.ts'
import { type Component, firstValue, readComponents } from './calendar-lines.ts'
import { type EventTime, eventTime } from './calendar-times.ts'

/** What a calendar part says of one meeting. A cancellation and a reply may give no time. */
export type Invitation = {
  uid: string
  /** The higher one stands (RFC 5546 section 2.1.4). */
  sequence: number
  summary: string
  place?: string
  organizer?: string
  /** Each once, at most MAX_RECIPIENTS. Those of a reply are who replies. */
  attendees: Attendee[]
} & (({ method: 'request' | 'counter' } & EventTime) | ({ method: 'cancel' | 'reply' } & Partial<EventTime>))

/** `status` is undefined for DELEGATED and what is no PARTSTAT of RFC 5545 section 3.2.12. */
export type Attendee = { address: string; status?: 'accepted' | 'declined' | 'tentative' | 'needs-action' }

/**
 * Reads a text/calendar part (RFC 5545, RFC 5546) for a user in `zone`. Of several events the first counts, or the
 * series that the others are exceptions to, with its first day. Undefined for what proposes, moves, cancels or
 * answers nothing (PUBLISH, no method, no event); `refused` says why a meeting that is there cannot be told.
 */
export function readInvitation(
  calendar: string,
  { zone }: { zone: string },
): Invitation | { refused: string } | undefined {
  if (calendar.length > MAX_CALENDAR) return { refused: 'too large' }
  const all = readComponents(calendar)
  const events = all.parts.filter(({ type }) => type === 'VEVENT')
  const event = events.find((one) => firstValue(one, 'RECURRENCE-ID') === undefined) ?? events[0]
  const method = methodOf(all, event)
  if (!event || !method) return undefined
  const details = detailsOf(event)
  if (!details) return { refused: 'no UID' }
  const time = eventTime(event, all, zone)
  if (method === 'cancel' || method === 'reply')
    return { method, ...details, ...(time && !('refused' in time) ? time : {}) }
  if (!time) return { refused: 'no start' }
  return 'refused' in time ? time : { method, ...details, ...time }
}

const METHODS = new Set(['request', 'cancel', 'reply', 'counter'] as const)
type Method = typeof METHODS extends Set<infer M> ? M : never

function methodOf(calendar: Component, event: Component | undefined): Method | undefined {
  const method = firstValue(calendar, 'METHOD')?.toLowerCase() as Method
  const isCancelled = event && firstValue(event, 'STATUS')?.toUpperCase() === 'CANCELLED'
  if (method === 'request' && isCancelled) return 'cancel'
  return METHODS.has(method) ? method : undefined
}

const KEPT = new Set(['UID', 'SEQUENCE', 'SUMMARY', 'LOCATION', 'ORGANIZER', 'ATTENDEE'])

/**
 * node-ical reads parameters and escapes. It is given these properties of one event alone: its way with time zones
 * and repetition is not needed, and is where it can be misled.
 */
function detailsOf(event: Component) {
  const kept: string[] = []
  let attendees = 0
  for (const { name, line } of event.properties) {
    if (!KEPT.has(name) || (name === 'ATTENDEE' && ++attendees > MAX_RECIPIENTS)) continue
    kept.push(name + line.slice(name.length, MAX_LINE))
  }
  const read = sync.parseICS(['BEGIN:VEVENT', ...kept, 'END:VEVENT'].join('\r\n'))
  const found = Object.values(read).find((one) => one?.type === 'VEVENT') as VEvent | undefined
  const uid = found && textOf(found.uid).slice(0, MAX_UID)
  if (!found || !uid || firstValue(event, 'UID') === undefined) return undefined
  const place = textOf(found.location)
  const organizer = addressOf(list(found.organizer)[0])
  return {
    uid,
    sequence: Number.isSafeInteger(Number(found.sequence)) ? Number(found.sequence ?? 0) : 0,
    summary: textOf(found.summary),
    ...(place ? { place } : {}),
    ...(organizer ? { organizer } : {}),
    attendees: attendeesOf(list(found.attendee)),
  }
}

const MAX_LINE = 5000
const MAX_UID = 1000
const MAX_TEXT = 500

/** On one line. */
function textOf(value: unknown): string {
  const first = list(value)[0]
  const text = typeof first === 'object' && first !== null && 'val' in first ? first.val : first
  return String(text ?? '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_TEXT)
    .toWellFormed()
}

const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

const STATUSES: Record<string, Attendee['status']> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
  'NEEDS-ACTION': 'needs-action',
}

function attendeesOf(values: unknown[]): Attendee[] {
  const found = new Map<string, Attendee>()
  for (const value of values) {
    const address = addressOf(value)
    const status = STATUSES[parameterOf(value, 'PARTSTAT').toUpperCase()]
    if (address && !found.has(address)) found.set(address, { address, ...(status ? { status } : {}) })
  }
  return [...found.values()]
}

/** "mailto:a@b.c"; Apple names its own users by a path and gives the address beside it. */
function addressOf(value: unknown): string | undefined {
  const text = textOf(value)
  const uri = /^mailto:(.*)$/i.exec(text)?.[1] ?? text
  return canonicalAddress(decoded(uri)) ?? canonicalAddress(parameterOf(value, 'EMAIL'))
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}

function parameterOf(value: unknown, name: string): string {
  const parameters = (value as { params?: Record<string, ParameterValue> } | null)?.params
  return String(parameters?.[name] ?? '')
    .replaceAll('"', '')
    .trim()
}
