/** A property of a calendar component (RFC 5545 section 3.1), unfolded, as it was written. */
export type Property = { name: string; line: string }

/** A component without those inside it. */
export type Component = { type: string; properties: Property[]; parts: Component[] }

/** The local time of a DTSTART, DTEND, RDATE ... and the zone that its TZID names. */
export type WrittenTime = { local: LocalTime; isDate: boolean; isUtc: boolean; zone: string | undefined }

/** A wall clock time, as ms since the epoch that it would be if the wall were in UTC. */
export type LocalTime = number

/** What is nested deeper is not read: a calendar has three levels. */
const MAX_DEPTH = 4

/** The components of a calendar, the VCALENDAR itself as the outermost. Linear in the text. */
export function readComponents(calendar: string): Component {
  const root: Component = { type: '', properties: [], parts: [] }
  const stack = [root]
  let tooDeep = 0
  for (const line of calendar.replace(/\r?\n[ \t]/g, '').split(/[\r\n]+/)) {
    const name = /^[\w-]+/.exec(line)?.[0]?.toUpperCase()
    if (name === undefined) continue
    if (name === 'BEGIN') {
      if (stack.length > MAX_DEPTH || tooDeep > 0) tooDeep++
      else {
        const type = line.slice(6).trim().toUpperCase()
        const component: Component = { type, properties: [], parts: [] }
        stack.at(-1)!.parts.push(component)
        stack.push(component)
      }
    } else if (name === 'END') {
      if (tooDeep > 0) tooDeep--
      else if (stack.length > 1) stack.pop()
    } else if (tooDeep === 0) stack.at(-1)!.properties.push({ name, line })
  }
  return root.parts.find(({ type }) => type === 'VCALENDAR') ?? root
}

/** What stands behind the first colon of a property that has no quoted parameters, or undefined where it is missing. */
export const firstValue = ({ properties }: Component, name: string): string | undefined => {
  const line = properties.find((property) => property.name === name)?.line
  return line?.slice(line.indexOf(':') + 1).trim()
}

/** The time of a property; undefined where there is none, 'unreadable' where it is no date or time of RFC 5545. */
export function timeOf(component: Component, name: string): WrittenTime | 'unreadable' | undefined {
  const found = component.properties.filter((property) => property.name === name)
  if (found.length > 1) return 'unreadable'
  return found[0] && (readTime(found[0].line) ?? 'unreadable')
}

/** Microsoft's "TZID=tzone://Microsoft/Utc" has a colon outside quotes, so the value is found from the end. */
function readTime(line: string): WrittenTime | undefined {
  const match = /^[\w-]+((?:;.*)?):(\d{8})(?:T(\d{4}(?:\d\d)?)(Z?))?\s*$/i.exec(line.slice(0, MAX_TIME_LINE))
  if (!match) return undefined
  const [, parameters, date, time, utc] = match
  const local = localTime(date!, time ?? '000000')
  if (local === undefined) return undefined
  const zone = /;TZID=(?:"([^"]*)"|(.*?))(?:;[\w-]+=.*)?$/i.exec(parameters!)
  return {
    local,
    isDate: time === undefined,
    isUtc: utc?.toUpperCase() === 'Z',
    zone: (zone?.[1] ?? zone?.[2])?.trim() || undefined,
  }
}

const MAX_TIME_LINE = 300

/** "20261103" and "100000"; undefined for a day or an hour that does not exist. */
export function localTime(date: string, time: string): LocalTime | undefined {
  const [year, month, day] = [+date.slice(0, 4), +date.slice(4, 6), +date.slice(6, 8)]
  const [hour, minute, second] = [+time.slice(0, 2), +time.slice(2, 4), +(time.slice(4, 6) || 0)]
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 60) return undefined
  const local = utc(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1000
  return new Date(utc(year, month, day)).getUTCDate() === day ? local : undefined
}

/** Date.UTC takes the years 0 to 99 for 1900 to 1999. */
export const utc = (year: number, month: number, day: number): number =>
  new Date(0).setUTCFullYear(year, month - 1, day)
