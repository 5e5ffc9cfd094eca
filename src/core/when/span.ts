import { Temporal } from 'temporal-polyfill'
import { addBusinessDays } from './business-day.ts'
import type { Context } from './rule.ts'

/** Some civil time: 2 weeks, 1 month and 3 days, or business days (which stand alone). */
export type Span = { days?: number; months?: number; businessDays?: number }

/** "n2 week", "n1.5 month", "n1 year and n1 half", "half n1 year", "n1 week n3 day"; undefined for anything else. */
export function readSpan(words: string): Span | undefined {
  const whole = words
    .replace(/^fortnight$/, 'n1 fortnight')
    .replace(/^(?:half n1|n1 half) /, 'n0.5 ')
    .replace(/^n(\d+) ([a-z]+) and n1 half$/, 'n$1.5 $2')
    .replace(/^n(\d+) and n1 half /, 'n$1.5 ')
  if (!/^n[\d.]+ [a-z]+(?: (?:and )?n[\d.]+ [a-z]+){0,2}$/.test(whole)) return undefined
  const parts = [...whole.matchAll(/n([\d.]+) ([a-z]+)/g)].map(([, n, unit]) => spanOf(Number(n), unit!))
  if (parts.length > 1 && parts.some((part) => part?.businessDays)) return undefined
  return parts.reduce((sum, part) => sum && part && add(sum, part), {})
}

/** The day a span along, in the context's direction. Month ends clamp: 31 Jan + 1 month = 28 Feb. */
export function along(
  span: Span,
  from: Temporal.PlainDate,
  { direction, isBusinessDay }: Pick<Context, 'direction' | 'isBusinessDay'>,
): Temporal.PlainDate {
  const { days = 0, months = 0, businessDays } = span
  if (businessDays)
    return Temporal.PlainDate.from(addBusinessDays(from.toString(), businessDays * direction, isBusinessDay))
  return from.add({ months: months * direction, days: days * direction })
}

/** Half a week has no day; a week and a half is ten days; half a month is 15 days, half a year 6 months. */
function spanOf(n: number, unit: string): Span | undefined {
  const whole = Number.isInteger(n)
  if (n === 0 || n > 999) return undefined
  switch (unit) {
    case 'day':
      return whole ? { days: n } : undefined
    case 'bd':
      return whole && n <= 260 ? { businessDays: n } : undefined
    case 'week':
      return n < 1 ? undefined : { days: Math.floor(n * 7) }
    case 'fortnight':
      return { days: n * 14 }
    case 'month':
      return { months: Math.floor(n), days: whole ? 0 : 15 }
    case 'quarter':
      return whole ? { months: n * 3 } : undefined
    case 'year':
      return { months: n * 12 }
    default:
      return undefined
  }
}

function add(a: Span, b: Span): Span {
  return {
    days: (a.days ?? 0) + (b.days ?? 0),
    months: (a.months ?? 0) + (b.months ?? 0),
    businessDays: (a.businessDays ?? 0) + (b.businessDays ?? 0),
  }
}
