import type { Temporal } from 'temporal-polyfill'
import { type Context, dateOf, isAfter, nearestYear, onDay, type Rule, rule } from './rule.ts'

/**
 * Holidays that people name, and the day they mean by "after" one: the first weekday after it, after Thanksgiving
 * the Monday (practice 4.2, 6), after "the holidays" the first Monday from 2 January.
 */
export const HOLIDAYS: Rule[] = [
  rule('after holidays', (_, context) => {
    const monday = after((year) => onOrAfter(dateOf(year, 1, 2)!, 1), context)
    return monday && monday.since(context.today, { largestUnit: 'day' }).days < 120
      ? onDay(monday)
      : undefined
  }),
  rule('after thanksgiving(?: day)?', (_, context) => {
    const monday = after((year) => thanksgiving(year).add({ days: 4 }), context)
    return monday && onDay(monday)
  }),
  rule('after (?<name>.+)', ({ name }, context) => {
    const holiday = find(name!)
    const day = holiday && after((year) => weekday(holiday(year).add({ days: 1 })), context)
    return day && onDay(day)
  }),
  rule('(?:(?<which>next|this|coming) )?(?<name>.+?)(?: {year})?', ({ which, name, year }, context) => {
    const holiday = find(name!)
    if (year) return holiday && inYear(holiday(+year), which, context)
    const day = holiday && nearestYear(holiday, context)
    // "Next thanksgiving" in November is this month's to some and next year's to others.
    const isClear = which !== 'next' || (day && day.since(context.today, { largestUnit: 'day' }).days > 60)
    return day && isClear && (!which || context.direction > 0) ? onDay(day) : undefined
  }),
]

/** What comes after any other day or week that is ahead: "after friday", "after dec 1", "after next week". */
export const AFTER: Rule[] = [
  rule('after (?:this |the )?weekend', (_, { today, direction }) =>
    direction > 0 && today.dayOfWeek < 6 ? onDay(onOrAfter(today.add({ days: 1 }), 1)) : undefined,
  ),
  rule('after this (?<unit>week|month|year)', ({ unit }, context) => context.read(`next ${unit}`)),
  rule('after next week', (_, context) => context.read('week after next')),
  rule('after {rest}', ({ rest }, context) => {
    const day = context.direction > 0 ? context.read(rest!) : undefined
    return day?.grain === 'day' ? onDay(day.on.add({ days: 1 })) : undefined
  }),
]

type Yearly = (year: number) => Temporal.PlainDate

const YEARLY: [name: RegExp, day: Yearly][] = [
  [/^new year(?: day)?$/, (year) => dateOf(year, 1, 1)!],
  [/^new year evening$/, (year) => dateOf(year, 12, 31)!],
  [/^mlk(?: day)?$/, (year) => onOrAfter(dateOf(year, 1, 15)!, 1)],
  [/^valentines(?: day)?$/, (year) => dateOf(year, 2, 14)!],
  [/^easter(?: sunday)?$/, easter],
  [/^easter monday$/, (year) => easter(year).add({ days: 1 })],
  [/^memorial day$/, (year) => onOrAfter(dateOf(year, 5, 25)!, 1)],
  [/^juneteenth$/, (year) => dateOf(year, 6, 19)!],
  [/^independence day$/, (year) => dateOf(year, 7, 4)!],
  [/^labor day$/, (year) => onOrAfter(dateOf(year, 9, 1)!, 1)],
  [/^halloween$/, (year) => dateOf(year, 10, 31)!],
  [/^thanksgiving(?: day)?$/, thanksgiving],
  [/^black friday$/, (year) => thanksgiving(year).add({ days: 1 })],
  [/^christmas evening$/, (year) => dateOf(year, 12, 24)!],
  [/^christmas(?: day)?$/, (year) => dateOf(year, 12, 25)!],
  [/^boxing day$/, (year) => dateOf(year, 12, 26)!],
]

function inYear(on: Temporal.PlainDate, which: string | undefined, { today, direction }: Context) {
  const isAhead = isAfter(on, today)
  return !which && isAhead === direction > 0 ? onDay(on) : undefined
}

function find(name: string): Yearly | undefined {
  return YEARLY.find(([pattern]) => pattern.test(name))?.[1]
}

/** The day that follows a holiday, this year's or next year's, whichever comes first after today. */
function after(day: Yearly, { today, direction }: Context): Temporal.PlainDate | undefined {
  if (direction < 0) return undefined
  return [today.year - 1, today.year, today.year + 1].map(day).find((on) => isAfter(on, today))
}

function onOrAfter(day: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return day.add({ days: (weekday - day.dayOfWeek + 7) % 7 })
}

function weekday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek > 5 ? onOrAfter(day, 1) : day
}

/** The fourth Thursday of November. */
function thanksgiving(year: number): Temporal.PlainDate {
  return onOrAfter(dateOf(year, 11, 22)!, 4)
}

/** Easter Sunday by the Gregorian computus (golden number, century, epact). */
function easter(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const moved = Math.floor((century - 17) / 25)
  const raw = (century - Math.floor(century / 4) - Math.floor((century - moved) / 3) + 19 * golden + 15) % 30
  const epact = raw - Math.floor(raw / 28) * (1 - Math.floor(29 / (raw + 1)) * Math.floor((21 - golden) / 11))
  const day = (year + Math.floor(year / 4) + epact + 2 - century + Math.floor(century / 4)) % 7
  const offset = epact - day
  const month = 3 + Math.floor((offset + 40) / 44)
  return dateOf(year, month, offset + 28 - 31 * Math.floor(month / 4))!
}
