/** "2 pm", "9:30 am": a time of day in a zone. Digests write full hours as "2:00 pm" with `full`. */
export function clockTime(instant: number, zone: string, full = true): string {
  const parts = formatter(zone).formatToParts(instant)
  const [hour, minute] = ['hour', 'minute'].map((type) =>
    Number(parts.find((part) => part.type === type)!.value),
  )
  const half = hour! < 12 ? 'am' : 'pm'
  const minutes = full || minute ? `:${String(minute).padStart(2, '0')}` : ''
  return `${hour! % 12 || 12}${minutes} ${half}`
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(zone: string): Intl.DateTimeFormat {
  let made = formatters.get(zone)
  if (!made)
    formatters.set(
      zone,
      (made = new Intl.DateTimeFormat('en', {
        timeZone: zone,
        hour: 'numeric',
        minute: 'numeric',
        hourCycle: 'h23',
      })),
    )
  return made
}
