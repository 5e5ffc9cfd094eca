import { Temporal } from 'temporal-polyfill'
import { readMonth } from './periods.ts'
import {
  type Context,
  type Day,
  inWeek,
  isAfter,
  mondayOf,
  onDay,
  type Rule,
  rule,
  type Words,
} from './rule.ts'
import { WEEKDAYS } from './words.ts'

/**
 * Days by their weekday. Ahead, "friday" is strictly after today; behind, strictly before (practice 8, 7). "next
 * friday" is the Friday of next week and "last friday" the latest one; weeks begin on Monday. "this friday" is
 * refused on a Friday.
 */
export const WEEKDAY: Rule[] = [
  rule(
    '(?<which>this |coming |this coming |past |this past |last )?{weekday}',
    ({ which = '', weekday }, context) => {
      const behind = /past|last/.test(which)
      if ((behind && context.direction > 0) || (/coming/.test(which) && context.direction < 0))
        return undefined
      const ahead = dayNumber(weekday) - context.today.dayOfWeek
      if (which === 'this ' && (ahead === 0 || (context.direction < 0 && ahead > 0))) return undefined
      return onDay(nearest(dayNumber(weekday), context))
    },
  ),
  rule('next {weekday}|next week(?: on)? (?<late>\\w+)|(?<early>\\w+) next week', (words, context) =>
    inNextWeek(words.weekday ?? words.late ?? words.early!, 7, context),
  ),
  rule('{weekday} after next', ({ weekday }, context) => inNextWeek(weekday!, 14, context)),
  rule('{weekday} week|(?:n1 )?week on (?<on>\\w+)', ({ weekday, on }, context) => {
    const number = dayNumber(weekday ?? on)
    return context.direction > 0 && number ? onDay(nearest(number, context).add({ days: 7 })) : undefined
  }),
  rule('{weekday} this week|this week(?: on)? (?<late>\\w+)', ({ weekday, late }, context) => {
    const number = dayNumber(weekday ?? late)
    const on = number ? mondayOf(context.today).add({ days: number - 1 }) : undefined
    return on && Temporal.PlainDate.compare(on, context.today) === context.direction ? onDay(on) : undefined
  }),
  rule('{weekday} last week|last week(?: on)? (?<late>\\w+)', ({ weekday, late }, { today, direction }) => {
    const number = dayNumber(weekday ?? late)
    return direction < 0 && number ? onDay(mondayOf(today).add({ days: number - 8 })) : undefined
  }),
  rule('{weekday} after {rest}', ({ weekday, rest }, context) => {
    const from = context.direction > 0 ? context.read(rest!) : undefined
    return from?.grain === 'day'
      ? onDay(nearest(dayNumber(weekday), { today: from.on, direction: 1 }))
      : undefined
  }),
  rule('(?<which>o[1-5]) {weekday}', ({ which, weekday }, context) =>
    nthOfMonth(which!, weekday!, 'month', context),
  ),
  rule('(?<which>o[1-5]|last) {weekday}(?: in)? {rest}', ({ which, weekday, rest }, context) =>
    nthOfMonth(which!, weekday!, rest!, context),
  ),
  rule('(?<which>this|next|last|over)? ?weekend', ({ which }, context) => weekend(which, context)),
  rule('(?<part>early|start|mid|late|later|end)(?<next> next| this)? week', partOfWeek),
  rule('(?<part>early|late) in(?<next> next) week', partOfWeek),
  rule('next week', (_, context) => partOfWeek({ part: 'start', next: ' next' }, context)),
  rule('week after {rest}', ({ rest }, context) => weekOf(rest!, 7, context)),
  rule('week(?: on)? {rest}', ({ rest }, context) => weekOf(rest!, 0, context)),
]

/** 1 for Monday to 7 for Sunday; 0 for any other word. */
function dayNumber(word: string | undefined): number {
  return WEEKDAYS.indexOf(word ?? '') + 1
}

function nearest(
  weekday: number,
  { today, direction }: Pick<Context, 'today' | 'direction'>,
): Temporal.PlainDate {
  const ahead = (weekday - today.dayOfWeek + 7) % 7
  return today.add({ days: direction > 0 ? ahead || 7 : ahead - 7 })
}

function inNextWeek(weekday: string, days: number, { today, direction }: Context): Day | undefined {
  const number = dayNumber(weekday)
  if (direction < 0 || number === 0) return undefined
  return onDay(mondayOf(today).add({ days: days + number - 1 }))
}

/** "third thursday", "first monday of december": the nearest in the direction, not today. */
function nthOfMonth(which: string, weekday: string, month: string, context: Context): Day | undefined {
  const { today, direction } = context
  const number = dayNumber(weekday)
  for (const first of readMonth(month, context)) {
    const last = first.add({ months: 1 }).subtract({ days: 1 })
    const on =
      which === 'last'
        ? last.subtract({ days: (last.dayOfWeek - number + 7) % 7 })
        : first.add({ days: ((number - first.dayOfWeek + 7) % 7) + 7 * (+which.slice(1) - 1) })
    if (on.month === first.month && Temporal.PlainDate.compare(on, today) === direction) return onDay(on)
  }
  return undefined
}

/** A weekend is its Saturday. On a Saturday or Sunday only the next one is clear. */
function weekend(which: string | undefined, { today, direction }: Context): Day | undefined {
  const behind = which === 'last' || which === 'over'
  if (direction < 0) {
    if (which === 'next' || which === 'this' || today.dayOfWeek > 5) return undefined
    return inWeek(nearest(6, { today, direction }))
  }
  if (behind || (which !== 'next' && today.dayOfWeek > 5)) return undefined
  return inWeek(mondayOf(today).add({ days: which === 'next' ? 12 : 5 }))
}

/** Early is Monday, mid Wednesday, late and later Thursday, the end Friday; of a week that has it still ahead. */
function partOfWeek({ part, next }: Words, { today, direction }: Context): Day | undefined {
  const day = { early: 0, start: 0, mid: 2, late: 3, later: 3, end: 4 }[part!]!
  const on = mondayOf(today).add({ days: day + (next === ' next' ? 7 : 0) })
  if (direction < 0 || !isAfter(on, today)) return undefined
  return part === 'end' ? onDay(on) : inWeek(on)
}

/** "the week of jan 11", "the week after thanksgiving": its Monday, where that is still ahead. */
function weekOf(phrase: string, days: number, context: Context): Day | undefined {
  const within = context.direction > 0 ? context.read(phrase) : undefined
  const monday = within?.grain === 'day' ? mondayOf(within.on).add({ days }) : undefined
  return monday && isAfter(monday, context.today) ? inWeek(monday) : undefined
}
