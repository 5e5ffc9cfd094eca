import { addBusinessDays, type Calendar } from './business-days.ts'
import type { LocalDate } from './events.ts'

/** Business days without a mail, reply or tap of the user (practice 3.1, 8.2). */
const QUIET_AFTER = 10
const GONE_AFTER = 30

/**
 * Whether the user is there, by the day of their last mail, reply or tap. `quiet`: letters on the day of the review
 * only, which says so. `gone`: one last letter, then none until they write.
 */
export function signOfLife(
  seenOn: LocalDate,
  today: LocalDate,
  calendar: Calendar,
): 'there' | 'quiet' | 'gone' {
  if (addBusinessDays(seenOn, GONE_AFTER, calendar) <= today) return 'gone'
  return addBusinessDays(seenOn, QUIET_AFTER, calendar) <= today ? 'quiet' : 'there'
}
