import { daysBetween, formatDay, shortDay } from '../core/practice/days.ts'
import { type Case, dayIn } from './case.ts'
import { firstName } from './first-name.ts'
import { DONE, SNOOZE, TOUCH } from './gestures.ts'
import { numberWord } from './number-word.ts'
import { isSlow, sinceThen } from './since-then.ts'
import type { Wording } from './wording.ts'

/** The lines of KEEP IN TOUCH: what is owed to people who were met, and to those who introduce (practice 2.2, 2.5). */
export const IN_TOUCH = {
  'intro promised': (c) => {
    const promised = c.standing.introductions.find(
      (made) => made.status === 'promised' && c.obligation.key.startsWith(`intro promised ${made.name} `),
    )
    const name = promised?.status === 'promised' ? promised.name : 'somebody'
    return {
      section: 'KEEP IN TOUCH',
      reason: `Offered to introduce you to ${name}. Send a few lines to forward?`,
      draft: 'lines to forward',
      gestures: [DONE, SNOOZE],
      minutes: TOUCH,
    }
  },

  update: (c) => ({
    section: 'KEEP IN TOUCH',
    reason: `You met ${formatDay(dayIn(c) ?? c.standing.since, c.today)}. ${
      c.standing.state === 'MET'
        ? 'Not thanked yet: an update, with the thanks in it.'
        : `What came of the advice?${sinceThen(c)}`
    }`,
    draft: c.standing.state === 'MET' ? 'update with thanks' : 'update',
    gestures: [['Done', 'wrote'], SNOOZE, ['Skip', 'skip']],
    minutes: TOUCH,
  }),

  congratulate: (c) => ({
    section: 'KEEP IN TOUCH',
    reason: `A new job, by your note of ${formatDay(dayIn(c)!, c.today)}. A line of congratulation?`,
    draft: 'congratulation',
    gestures: [['Done', 'wrote'], SNOOZE, ['Skip', 'skip']],
    minutes: TOUCH,
  }),

  touch: (c) => ({
    section: 'KEEP IN TOUCH',
    reason: `Last wrote ${formatDay(c.standing.reachedOn ?? c.standing.since, c.today)}.${sinceThen(c)}`,
    draft: isSlow(c) ? 'touch slow search' : 'touch',
    gestures: [['Done', 'wrote'], SNOOZE, ['Skip', 'skip']],
    minutes: TOUCH,
  }),

  coffee: (c) => {
    const metOn = c.standing.metOn ?? c.standing.since
    const years = Math.round((daysBetween(metOn, c.today) + ALMOST) / 365)
    const isLong = daysBetween(metOn, c.today) >= 365 - ALMOST
    return {
      section: 'KEEP IN TOUCH',
      verb: isLong ? 'A line to' : 'Coffee with',
      end: '?',
      reason: isLong
        ? `${years < 2 ? 'A year' : `${numberWord(years)} years`} since you met.`
        : `Six months since ${shortDay(metOn)}.`,
      draft: 'coffee',
      gestures: [['Asked', 'asked'], SNOOZE, ['Skip', 'skip']],
      minutes: TOUCH,
    }
  },

  'close loop': (c) => {
    const met = c.standing.introducedMet.find(({ contact }) => c.obligation.key === `close loop ${contact}`)
    return {
      section: 'KEEP IN TOUCH',
      reason: `Tell ${firstName(c.contact.name)} how it went with ${met?.name ?? 'the introduction'}.`,
      draft: 'telling the introducer',
      gestures: [DONE, SNOOZE],
      minutes: TOUCH,
    }
  },
} satisfies Record<string, (c: Case) => Wording>

/** Twice half a year, in whole weeks, is a day short of a year. */
const ALMOST = 5
