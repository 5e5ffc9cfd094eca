import { sync } from 'node-ical'
import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../practice/events.ts'
import { localDate } from '../when/zone.ts'
import { type Component, firstValue, type LocalTime, timeOf, type WrittenTime } from './calendar-lines.ts'
import { instantIn } from './calendar-zones.ts'

/** When an event is: `startsAt` in ms since the epoch; `on` is its day in the user's zone. */
export type EventTime = { startsAt: number; minutes?: number; isAllDay: boolean; on: LocalDate }

/**
 * The time of a VEVENT, for a user in `zone`. A whole day begins at the user's midnight, and a time without a zone
 * (RFC 5545 section 3.3.5, form 1) is the user's. Where the zone is unknown, or its name and its definition in the
 * same calendar tell different hours, the answer is why there is none: a wrong hour is worse.
 */
export function eventTime(
  event: Component,
  calendar: Component,
  zone: string,
): EventTime | { refused: string } | undefined {
  const start = timeOf(event, 'DTSTART')
  if (start === undefined) return undefined
  if (start === 'unreadable') return { refused: 'no readable start' }
  if (start.isDate || isOutlookDay(event, start)) return wholeDay(start, zone)
  const startsAt = instantOf(start, calendar, zone)
  if (startsAt === undefined) return { refused: `unknown time zone ${start.zone ?? ''}`.trim() }
  const minutes = minutesOf(event, start, startsAt, calendar, zone)
  return { startsAt, ...(minutes ? { minutes } : {}), isAllDay: false, on: localDate(startsAt, zone) }
}

/** Outlook writes whole days as midnight to midnight and says so in a property of its own. */
const isOutlookDay = (event: Component, { local }: WrittenTime): boolean =>
  local % 86_400_000 === 0 && firstValue(event, 'X-MICROSOFT-CDO-ALLDAYEVENT')?.toUpperCase() === 'TRUE'

function wholeDay({ local }: WrittenTime, zone: string): EventTime {
  const on = wallTime(local).toPlainDate()
  return { startsAt: on.toZonedDateTime(zone).epochMilliseconds, isAllDay: true, on: on.toString() }
}

const wallTime = (local: LocalTime): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime()

function instantOf(time: WrittenTime, calendar: Component, userZone: string): number | undefined {
  const { local, isUtc, zone } = time
  if (isUtc) return local
  const definitions = calendar.parts.filter(({ type }) => type === 'VTIMEZONE')
  if (zone === undefined) return floating(local, definitions, calendar, userZone)
  const named = namedZone(zone)
  const byName = named === undefined ? undefined : inZone(local, named)
  const own = definitions.filter((definition) => zoneIdOf(definition) === zone)
  if (own.length === 0) return byName
  const byDefinition = own.map((definition) => instantIn(definition, local))
  if (byDefinition.some((instant) => instant === undefined)) return byName
  const instants = new Set([...byDefinition, ...(byName === undefined ? [] : [byName])])
  return instants.size === 1 ? byDefinition[0] : undefined
}

/**
 * The user's own time, unless the calendar defines another one: some programs mean that and forget to say so, and
 * nothing tells who does.
 */
function floating(local: LocalTime, definitions: Component[], calendar: Component, zone: string) {
  const users = inZone(local, zone)
  const wide = firstValue(calendar, 'X-WR-TIMEZONE')
  const named = wide ? namedZone(wide) : undefined
  const others = [
    ...definitions.map((definition) => {
      const id = namedZone(zoneIdOf(definition) ?? '')
      return instantIn(definition, local) ?? (id === undefined ? undefined : inZone(local, id))
    }),
    ...(wide ? [named && inZone(local, named)] : []),
  ]
  return others.every((instant) => instant === users) ? users : undefined
}

/** Of a time that comes twice the first; a skipped one by the clock of before (RFC 5545 section 3.3.5). */
const inZone = (local: LocalTime, zone: string): number =>
  wallTime(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds

const zoneIdOf = (definition: Component): string | undefined =>
  firstValue(definition, 'TZID')?.replace(/^"(.*)"$/, '$1')

/**
 * The IANA zone that a TZID names: as it is; as a Windows name or its label in Outlook ("Eastern Standard Time",
 * "(UTC-05:00) Eastern Time (US & Canada)"), which node-ical knows; at the end of a path, as Evolution and older
 * Thunderbirds write ("/freeassociation.sourceforge.net/Europe/Berlin").
 */
function namedZone(id: string): string | undefined {
  if (id === '' || id.length > MAX_ZONE || /["\p{Cc}]/u.test(id)) return undefined
  if (isIana(id)) return id
  if (/^tzone:\/\/Microsoft\/Utc$/i.test(id)) return 'UTC'
  const path = /^\/.*?\/((?:[A-Z][A-Za-z]+\/)?[A-Z][A-Za-z_]+\/[A-Z][A-Za-z_-]+)$/.exec(id)?.[1]
  if (path) return isIana(path) ? path : undefined
  return /^(?:customized time zone|tzone:|\/)|\(no tz description\)/i.test(id) ? undefined : windowsZone(id)
}

const MAX_ZONE = 100

/** With an offset for an answer node-ical did not know the name. */
function windowsZone(name: string): string | undefined {
  const id = name.includes('(') ? `"${name}"` : name
  if (!name.includes('(') && /[:;]/.test(name)) return undefined
  const calendar = `BEGIN:VEVENT\nUID:1\nDTSTART;TZID=${id}:20260101T120000\nEND:VEVENT`
  const zone = (sync.parseICS(calendar)['1'] as { start?: { tz?: string } } | undefined)?.start?.tz
  return zone && zone !== name && /^[A-Z]\w+\/\w+/.test(zone) && isIana(zone) ? zone : undefined
}

function isIana(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** From DTEND or DURATION (RFC 5545 section 3.3.6); undefined where neither tells. */
function minutesOf(
  event: Component,
  start: WrittenTime,
  startsAt: number,
  calendar: Component,
  zone: string,
): number | undefined {
  const end = timeOf(event, 'DTEND')
  if (end === 'unreadable' || end?.isDate) return undefined
  if (end) {
    const isSameZone = end.zone === start.zone && end.isUtc === start.isUtc
    const endsAt =
      instantOf(end, calendar, zone) ?? (isSameZone ? startsAt + end.local - start.local : undefined)
    const minutes = endsAt === undefined ? 0 : Math.round((endsAt - startsAt) / 60_000)
    return minutes > 0 ? minutes : undefined
  }
  const parts = /^\+?P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:\d{1,6}S)?)?$/i.exec(
    firstValue(event, 'DURATION') ?? '',
  )
  const [weeks, days, hours, minutes] = (parts ?? []).slice(1).map((part) => Number(part ?? 0))
  return parts ? weeks! * 10_080 + days! * 1440 + hours! * 60 + minutes! || undefined : undefined
}
