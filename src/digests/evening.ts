import { nextDigestAt } from '../core/practice/digest-time.ts'
import { practiceOf } from '../core/practice/due.ts'
import { eveningInstant } from '../core/practice/evening.ts'
import { standingOf } from '../core/practice/standing.ts'
import type { Morning, MorningEnd } from '../db/morning.ts'
import { newToken } from '../db/open.ts'
import type { Deps } from '../deps.ts'
import { evening } from '../letters/evening.ts'
import { addressesOf, enclosed } from './enclose.ts'

/** Whether it is for the evening note that this user is due now, and not for a digest. */
export const isEvening = ({ user, today }: Morning): boolean =>
  user.settings.hasEvenings === true && user.nextDigestAt === eveningInstant(today, user.settings.zone)

/** The note on the evening of a day with a meeting (practice 3.1). */
export async function eveningEnd(morning: Morning, deps: Deps): Promise<MorningEnd> {
  const { user, today } = morning
  const { settings } = user
  const practice = practiceOf(settings, user.search)
  const token = newToken()
  const cases = morning.contacts.flatMap((contact) => {
    const standing = standingOf(contact.history, practice, today)
    return standing ? [{ contact, standing, practice, settings, today }] : []
  })
  const letter = evening({ today, now: deps.now, cases, ...(await addressesOf(user, token, deps)) })
  return {
    user,
    now: deps.now,
    loggedUntil: morning.loggedUntil,
    nextDigestAt: nextDigestAt(settings, deps.now),
    contacts: [],
    ...(letter && { digest: await enclosed(letter, 'evening', token, morning, deps) }),
  }
}
