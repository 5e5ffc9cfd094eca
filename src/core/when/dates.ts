import { Temporal } from 'temporal-polyfill'
import { type Context, type Day, dateOf, nearestYear, onDay, type Rule, rule, type Words } from './rule.ts'
import { MONTHS, WEEKDAYS } from './words.ts'

/**
 * Days by their date: "jan 15", "the 25th", "15 october 2027". Without a year the nearest in the direction is
 * meant, today included (practice 4.1 rule 7). "feb 30" is no day.
 */
export const DATES: Rule[] = [
  rule('{month} [no](?<day>\\d{1,2})(?: {year})?', monthDay),
  rule('[no](?<day>\\d{1,2}) {month}(?: {year})?', monthDay),
  rule('o(?<day>\\d{1,2}) day(?: in)? {month}(?: {year})?', monthDay),
  rule('md(?<mm>\\d\\d)-(?<day>\\d\\d)', monthDay),
  rule('ymd(?<date>\\d{4}-\\d\\d-\\d\\d)', ({ date }, context) => {
    const [year, month, day] = date!.split('-').map(Number)
    return inDirection(dateOf(year!, month!, day!), context)
  }),
  rule('{o}(?: month)?', ({ o }, context) => nearestMonth(+o!, context)),
  rule('{o} (?<which>this|next) month', ({ o, which }, context) => {
    const { year, month } = context.today.add({ months: which === 'next' ? 1 : 0 })
    return inDirection(dateOf(year, month, +o!), context)
  }),
]

/** "thursday dec 3", "the 16th, wed": the weekday must be the date's, else one of the two is a slip. */
export const WEEKDAY_DATES: Rule[] = [
  rule('(?:(?:this|next|coming) )*{weekday}(?: on)? {rest}', checked),
  rule('(?<rest>.+) {weekday}', checked),
]

function monthDay({ month, mm, day, year }: Words, context: Context): Day | undefined {
  const number = mm ? +mm : MONTHS.indexOf(month!) + 1
  if (year) return inDirection(dateOf(+year, number, +day!), context)
  const date = nearestYear((at) => dateOf(at, number, +day!), context)
  return date && onDay(date)
}

/** The next (or latest) day of the month with that number; a month that has no such day is passed over. */
function nearestMonth(day: number, context: Context): Day | undefined {
  for (let months = 0; months <= 2; months++) {
    const { year, month } = context.today.with({ day: 1 }).add({ months: months * context.direction })
    const found = inDirection(dateOf(year, month, day), context)
    if (found) return found
  }
  return undefined
}

function inDirection(date: Temporal.PlainDate | undefined, { today, direction }: Context): Day | undefined {
  return date && Temporal.PlainDate.compare(date, today) * direction >= 0 ? onDay(date) : undefined
}

function checked({ weekday, rest }: Words, context: Context): Day | undefined {
  for (const { form, day } of DATES) {
    const words = form.exec(rest!)
    const found = words && day(words.groups!, context)
    if (found) return WEEKDAYS[found.on.dayOfWeek - 1] === weekday ? found : undefined
  }
  return undefined
}
