import { addDays } from '../core/practice/days.ts'
import type { Case, Met } from './case.ts'
import { firstName } from './first-name.ts'
import { list } from './list.ts'

/** Whom else the user has met since they last wrote to this contact or met them (practice 1, row 38). */
export const metSince = ({ contact, standing, lately = [] }: Case): Met[] =>
  lately.filter((met) => met.contact !== contact.id && met.on > (standing.reachedOn ?? standing.since))

/** " Since then you met Dev and Ana (both useful for the update).", or nothing. */
export function sinceThen(c: Case): string {
  const names = metSince(c).map(({ name }) => firstName(name))
  if (names.length === 0) return ''
  const more = names.length - MAX_NAMED
  const shown = more > 1 ? [...names.slice(0, MAX_NAMED), `${more} more`] : names
  const use = names.length === 1 ? 'useful' : names.length === 2 ? 'both useful' : 'all useful'
  return ` Since then you met ${list(shown)} (${use} for the update).`
}

const MAX_NAMED = 3

/** Whether to ask for other people to meet: they introduced nobody, and six weeks brought few meetings (row 39). */
export const isSlow = ({ standing, lately, today }: Case): boolean =>
  lately !== undefined &&
  lately.filter(({ on }) => on > addDays(today, -SIX_WEEKS)).length < FEW &&
  !standing.introductions.some(({ status }) => status === 'received')

const SIX_WEEKS = 42
const FEW = 3
