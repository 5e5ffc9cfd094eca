import { addDays } from '../core/practice/days.ts'
import type { Tally, WeekFigures } from '../core/practice/week.ts'
import type { Table } from './layout/page.ts'
import { dayRange } from './short-days.ts'

/** The table of a review (practice 3.7). A row without anything in either column is left out. */
export function weekTable({ week, thisWeek, fourWeeks }: WeekFigures): Table {
  const columns = [thisWeek, fourWeeks]
  return {
    heading: `YOUR WEEK (${dayRange(week.from, addDays(week.until, -1))})`,
    columns: ['this week', '4 weeks'],
    rows: ROWS.filter(({ isEmpty }) => !columns.every(isEmpty)).map(({ label, value }) => [
      typeof label === 'string' ? label : label(fourWeeks),
      ...columns.map((tally) => value(tally, fourWeeks)),
    ]),
  }
}

type Row = {
  label: string | ((fourWeeks: Tally) => string)
  value: (tally: Tally, fourWeeks: Tally) => string
  isEmpty: (tally: Tally) => boolean
}

const count = (label: string, of: (tally: Tally) => number): Row => ({
  label,
  value: (tally) => String(of(tally)),
  isEmpty: (tally) => of(tally) === 0,
})

/** Messages (texts, LinkedIn) are neither emails nor calls: they are named where there are any. */
const ROWS: Row[] = [
  count('People first contacted', (tally) => tally.firstContacts),
  {
    label: ({ messages }) => `Attempts (emails / calls${messages > 0 ? ' / messages' : ''})`,
    value: ({ emails, calls, messages }, fourWeeks) =>
      `${emails} / ${calls}${fourWeeks.messages > 0 ? ` / ${messages}` : ''}`,
    isEmpty: ({ emails, calls, messages }) => emails + calls + messages === 0,
  },
  count('Answered', (tally) => tally.answers),
  count('Meetings held', (tally) => tally.meetings),
  {
    label: 'Thank-yous within a day',
    value: ({ thanksWithinDay, thanksOwed }) =>
      thanksOwed > 0 ? `${thanksWithinDay} of ${thanksOwed}` : '-',
    isEmpty: ({ thanksOwed }) => thanksOwed === 0,
  },
  count('Introductions received', (tally) => tally.introductions),
  count('In touch again', (tally) => tally.touches),
  count('Jobs heard of', (tally) => tally.jobs),
  {
    label: 'Networking / applications',
    value: ({ networking, applications }) => `${networking} / ${applications}`,
    isEmpty: ({ applications }) => applications === 0,
  },
]
