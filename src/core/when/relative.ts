import type { Temporal } from 'temporal-polyfill'
import { type Context, type Day, inWeek, mondayOf, onDay, type Rule, rule } from './rule.ts'
import { along, readSpan } from './span.ts'

/** Days counted from today or from another day: "tomorrow", "3 days", "2 weeks from friday", "a month ago". */
export const RELATIVE: Rule[] = [
  rule('today|this (?:morning|afternoon|evening)|eod', (_, { today }) => onDay(today)),
  rule('tonight|later today', (_, context) => inDays(0, 1, context)),
  rule('earlier today|(?:just )?now', (_, context) => inDays(0, -1, context)),
  rule('tomorrow|not today|next day', (_, context) => inDays(1, 1, context)),
  // Before five, "in the morning" may be today's.
  rule('morning', (_, context) => (context.hour < 5 ? undefined : inDays(1, 1, context))),
  rule('after lunch|afternoon', (_, context) => (context.hour < 12 ? inDays(0, 1, context) : undefined)),
  rule('(?:n1 )?day after tomorrow', (_, context) => inDays(2, 1, context)),
  rule('yesterday|last night', (_, context) => inDays(-1, -1, context)),
  rule('(?:n1 )?day before yesterday', (_, context) => inDays(-2, -1, context)),
  rule('next bd', (_, context) => spanFrom('n1 bd', context.today, 1, context)),
  rule('week after next', (_, { today, direction }) =>
    direction > 0 ? inWeek(mondayOf(today).add({ days: 14 })) : undefined,
  ),
  rule('(?:after |next )?(?<span>.+?)(?: from (?:now|today)| later)?', ({ span }, context) =>
    spanFrom(span!, context.today, 1, context),
  ),
  rule('(?<span>.+) ago', ({ span }, context) => spanFrom(span!, context.today, -1, context)),
  rule('(?<unit>week|month|year) from {rest}', ({ unit, rest }, { read }) => read(`n1 ${unit} from ${rest}`)),
  rule('(?<span>.+?) (?:from|after|on) {rest}', ({ span, rest }, context) => {
    const words = span === 'day' ? 'n1 day' : span!
    const from = readSpan(words) && context.direction > 0 ? context.read(rest!) : undefined
    return from?.grain === 'day' ? spanFrom(words, from.on, 1, context) : undefined
  }),
]

/** `days` from today, where the phrase points in `direction`. */
function inDays(days: number, direction: 1 | -1, context: Context): Day | undefined {
  return context.direction === direction ? onDay(context.today.add({ days })) : undefined
}

function spanFrom(
  words: string,
  from: Temporal.PlainDate,
  direction: 1 | -1,
  context: Context,
): Day | undefined {
  const span = context.direction === direction ? readSpan(words) : undefined
  return span && onDay(along(span, from, context))
}
