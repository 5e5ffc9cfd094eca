import { formatDay } from '../core/practice/days.ts'
import type { Event, LocalDate } from '../core/practice/events.ts'
import { standing } from '../core/practice/history.ts'

/** What happened to one contact, a line each: "Tue 3 Nov: email". */
export function historyLines(name: string, history: Event[], today: LocalDate): string[] {
  const lines = standing(history).map((event) => `${formatDay(event.on, today)}: ${describe(event)}.`)
  return lines.length > 0 ? [`${name}:`, ...lines] : [`${name}: nothing logged.`]
}

export function describe(event: Event): string {
  switch (event.type) {
    case 'attempted':
      return `${event.channel}${event.outcome ? `, ${event.outcome}` : ''}${event.subject ? ` "${event.subject}"` : ''}`
    case 'snoozed':
      return `snoozed to ${formatDay(event.until)}`
    case 'booked':
    case 'moved':
      return `meeting ${event.type === 'moved' ? 'moved to' : 'on'} ${formatDay(event.meeting.on)}`
    case 'noted':
      return `note "${event.text}"`
    case 'focused':
      return `for the week of ${formatDay(event.week)}`
    case 'deferred':
      return `later, from ${formatDay(event.until)}`
    case 'away':
      return event.until ? `away until ${formatDay(event.until)}` : 'away'
    default:
      return event.type
  }
}
