import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../practice/events.ts'
import { monthOf } from './month-names.ts'

/**
 * The days of return in forms in which no word stands before a day: what they mean stands behind it ("11月30日まで",
 * "30.11. asti") or is a span of days ("I am away Nov 20-30", then the day after it). A day without a year is the next
 * one of that name.
 *
 * @param today the day on which the note was written
 */
export function returnForms(text: string, today: LocalDate): { day: LocalDate; hasYear: boolean }[] {
  return FORMS.flatMap(({ pattern, isLast }) =>
    [...text.matchAll(pattern)].slice(0, MAX_FOUND).flatMap(({ groups = {} }) => {
      const { year, month, day } = groups
      const named = dateOf(year, month!, Number(day), today)
      return named
        ? [{ day: named.add({ days: isLast ? 1 : 0 }).toString(), hasYear: year !== undefined }]
        : []
    }),
  )
}

const MAX_FOUND = 10

function dateOf(
  year: string | undefined,
  month: string,
  day: number,
  today: LocalDate,
): Temporal.PlainDate | undefined {
  const number = /^\d+$/.test(month) ? Number(month) : monthOf(month)
  if (number === undefined || number < 1 || number > 12) return undefined
  const first = Temporal.PlainDate.from(today).year
  return (year ? [Number(year)] : [first, first + 1])
    .filter(
      (one) => day >= 1 && day <= Temporal.PlainYearMonth.from({ year: one, month: number }).daysInMonth,
    )
    .map((one) => Temporal.PlainDate.from({ year: one, month: number, day }))
    .find((date) => year !== undefined || Temporal.PlainDate.compare(date, today) >= 0)
}

const EASTERN = String.raw`(?:(?<year>20\d\d)年)?(?<month>\d{1,2})月(?<day>\d{1,2})[日号號](?:\s?[(（][^)）]{1,4}[)）])?`
const AWAY = String.raw`(?<!\p{L})(?:away|out|off|absent|unavailable|leave|vacation|holiday)(?!\p{L})[^.!?\n\d]{0,40}?`

/** `isLast`: the day is the last one away. */
const FORMS: { pattern: RegExp; isLast: boolean }[] = [
  // "by 30 November", までに, is a wish.
  { pattern: new RegExp(String.raw`${EASTERN}\s?(?:いっぱい)?まで(?!に)`, 'gu'), isLast: true },
  {
    pattern: new RegExp(String.raw`${EASTERN}\s?(?:に|から|より)\s?(?:出社|出勤|復帰|戻|帰社)`, 'gu'),
    isLast: false,
  },
  { pattern: new RegExp(String.raw`[至到]\s?${EASTERN}`, 'gu'), isLast: true },
  {
    pattern: new RegExp(
      String.raw`[于於在]\s?${EASTERN}\s?(?:正式)?(?:返回|回来|回來|回到|回公司|恢复|恢復|上班|复工|復工)`,
      'gu',
    ),
    isLast: false,
  },
  {
    pattern: /(?<!\d)(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>20\d\d)?\s(?:asti|saakka)/giu,
    isLast: true,
  },
  {
    pattern: new RegExp(
      String.raw`${AWAY}(?<month>\p{L}{3,9})\.? \d{1,2} ?[-–] ?(?<day>\d{1,2})(?:, (?<year>20\d\d))?(?![\d:/.-])`,
      'giu',
    ),
    isLast: true,
  },
  {
    pattern: new RegExp(
      String.raw`${AWAY}(?<!\d)\d{1,2} ?[-–] ?(?<day>\d{1,2}) (?<month>\p{L}{3,9})(?: (?<year>20\d\d))?`,
      'giu',
    ),
    isLast: true,
  },
]
