import type { Temporal } from 'temporal-polyfill'
import {
  type Context,
  type Day,
  dateOf,
  inMonth,
  inWeek,
  isAfter,
  nearestYear,
  onDay,
  type Rule,
  rule,
} from './rule.ts'
import { MONTHS } from './words.ts'

/**
 * Months, quarters, seasons and years, always ahead. A period is its first day. A name that may mean this year's
 * or the next is refused: "november" in November, "next march" in January.
 */
export const PERIODS: Rule[] = [
  rule('(?<which>next |this )?{month}(?: {year})?', ({ which, month, year }, context) => {
    const [first] = readMonth(year ? `${month} n${year}` : month!, context)
    if (!first || (which && (which === 'next ') !== first.year > context.today.year)) return undefined
    return ahead(first, context)
  }),
  rule('next month', (_, context) => ahead(startOfMonth(context, 1), context)),
  rule('month after next', (_, context) => ahead(startOfMonth(context, 2), context)),
  rule('after (?<month>\\w+|next month)(?: {year})?', ({ month, year }, context) => {
    const [first] = readMonth(year ? `${month} n${year}` : month!, context)
    return month === 'month' ? undefined : ahead(first?.add({ months: 1 }), context)
  }),
  rule('(?<part>early|start|mid|late|end|o1 day|o1|last day)(?: in)? {rest}', ({ part, rest }, context) =>
    partOfMonth(part!, rest!, context),
  ),
  rule('month end', (_, context) => partOfMonth('end', 'month', context)),
  rule('(?<which>o[1-4]|last) week(?: in)? {rest}', ({ which, rest }, context) =>
    weekOfMonth(which!, rest!, context),
  ),
  rule(
    '(?:start )?(?:q(?<quarter>[1-4])|o(?<nth>[1-4]) quarter)(?: {year})?',
    ({ quarter, nth, year }, context) => ahead(startOfQuarter(+(quarter ?? nth)!, year, context), context),
  ),
  rule('next quarter', (_, context) => ahead(thisQuarter(context).add({ months: 3 }), context)),
  rule('end(?: this)? quarter', (_, context) =>
    endingBefore(thisQuarter(context).add({ months: 3 }), context),
  ),
  rule('end q(?<quarter>[1-4])(?: {year})?', ({ quarter, year }, context) =>
    endingBefore(startOfQuarter(+quarter!, year, context)?.add({ months: 3 }), context),
  ),
  rule(
    '(?<which>next |this )?(?<season>spring|summer|autumn|winter)(?: {year})?',
    ({ which, season, year }, context) => {
      const start = (at: number) => dateOf(at, ...SEASONS[season!]!)
      const first = year ? start(+year) : nearestYear(start, context)
      if (!first || (which && (which === 'next ') !== first.year > context.today.year)) return undefined
      return ahead(first, context)
    },
  ),
  rule('(?:(?:early|start) )?next year', (_, context) =>
    ahead(dateOf(context.today.year + 1, 1, 1), context),
  ),
  rule('(?:in|until) {year}', ({ year }, context) => ahead(dateOf(+year!, 1, 1), context)),
  rule('end(?<next> next)?(?: this)? year', ({ next }, context) =>
    endingBefore(dateOf(context.today.year + (next ? 2 : 1), 1, 1), context),
  ),
]

/**
 * The first days of the months that a phrase may mean, likeliest first: "month", "this month", "next month",
 * "january", "january n2027". The month that it is now is only this year's.
 */
export function readMonth(phrase: string, context: Context): Temporal.PlainDate[] {
  const { today, direction } = context
  if (phrase === 'month') return [startOfMonth(context, 0), startOfMonth(context, direction)]
  if (phrase === 'this month') return [startOfMonth(context, 0)]
  if (phrase === 'next month') return [startOfMonth(context, 1)]
  if (phrase === 'last month') return [startOfMonth(context, -1)]
  const [, isThis, name, year] = /^(this )?(\w+)(?: [ny](20\d\d))?$/.exec(phrase) ?? []
  const month = MONTHS.indexOf(name ?? '') + 1
  if (month === 0 || (isThis && month < today.month)) return []
  const away = (month - today.month) * direction < 0 ? direction : 0
  return [dateOf(year ? +year : today.year + away, month, 1)!]
}

/** Astronomical, northern: the 20th of March is spring. */
const SEASONS: Record<string, [month: number, day: number]> = {
  spring: [3, 20],
  summer: [6, 21],
  autumn: [9, 22],
  winter: [12, 21],
}

function ahead(first: Temporal.PlainDate | undefined, { today, direction }: Context): Day | undefined {
  return first && direction > 0 && isAfter(first, today) ? inMonth(first) : undefined
}

/** The last day of a period, by the first day after it. */
function endingBefore(next: Temporal.PlainDate | undefined, { today, direction }: Context): Day | undefined {
  return next && direction > 0 && isAfter(next, today) ? onDay(next.subtract({ days: 1 })) : undefined
}

function startOfMonth({ today }: Context, months: number): Temporal.PlainDate {
  return today.with({ day: 1 }).add({ months })
}

function thisQuarter({ today }: Context): Temporal.PlainDate {
  return today.with({ month: today.month - ((today.month - 1) % 3), day: 1 })
}

function startOfQuarter(quarter: number, year: string | undefined, context: Context) {
  const start = (at: number) => dateOf(at, quarter * 3 - 2, 1)
  return year ? start(+year) : nearestYear(start, context)
}

/** Early is the 1st, mid the 15th, late the 21st, the end the last day, which may be today. */
function partOfMonth(part: string, phrase: string, context: Context): Day | undefined {
  const { today, direction } = context
  if (direction < 0) return undefined
  for (const first of readMonth(phrase, context)) {
    if (part === 'end' || part === 'last day') {
      const end = endingBefore(first.add({ months: 1 }), context)
      if (end) return end
      continue
    }
    const day = { mid: 15, late: 21 }[part] ?? 1
    const on = first.with({ day })
    if (isAfter(on, today)) return part.startsWith('o1') ? onDay(on) : inWeek(on)
  }
  return undefined
}

/** The first week of a month begins on its first Monday; the last one on its last. */
function weekOfMonth(which: string, phrase: string, context: Context): Day | undefined {
  for (const first of readMonth(phrase, context)) {
    const last = first.add({ months: 1 }).subtract({ days: 1 })
    const monday =
      which === 'last'
        ? last.subtract({ days: last.dayOfWeek - 1 })
        : first.add({ days: ((8 - first.dayOfWeek) % 7) + 7 * (+which.slice(1) - 1) })
    if (context.direction > 0 && isAfter(monday, context.today)) return inWeek(monday)
  }
  return undefined
}
