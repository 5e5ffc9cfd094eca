import { formatDay } from '../core/practice/days.ts'
import { eraseAt } from '../core/practice/lifetime.ts'
import { localDate } from '../core/when/zone.ts'

/** "Wed 10 Feb": the day on which everything is erased. */
export const eraseDay = (at: number, now: number, zone: string): string =>
  formatDay(localDate(at, zone), localDate(now, zone))

/** What whoever stopped is told of their data, in every receipt: each mail of theirs moves the day. */
export function keptAfterStop(now: number, zone: string): string {
  const at = eraseAt({ search: 'stopped', nextDigestAt: null }, now)!
  return `What is stored of you is kept until ${eraseDay(at, now, zone)} and then erased, without another letter. Until then "resume" goes on where you stopped, "export" sends you a copy, and "delete everything" erases it at once.`
}

/** The end of the last letter to somebody who is not heard of any more. */
export function keptInSilence(now: number, zone: string): string {
  const at = eraseAt({ search: 'searching', nextDigestAt: null }, now)!
  return `What is stored of you is kept until ${eraseDay(at, now, zone)} and then erased.`
}
