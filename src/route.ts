import type { Mail } from './ask.ts'
import { type Contents, readContents } from './contents.ts'
import { isBusinessDay } from './core/practice/business-days.ts'
import { isDayFirst } from './core/practice/countries.ts'
import { practiceOf } from './core/practice/due.ts'
import type { Frame } from './core/when/frame.ts'
import type { Known } from './db/gather.ts'
import type { Decision } from './decision.ts'
import type { Deps } from './deps.ts'
import { commands } from './mailboxes/commands.ts'
import { forwarded } from './mailboxes/forward.ts'
import { hidden } from './mailboxes/hidden.ts'
import { invitation } from './mailboxes/invitation.ts'
import { outreach } from './mailboxes/outreach.ts'
import { peopleOf } from './mailboxes/people.ts'
import type { Moment } from './moment.ts'
import { readOwnAddress } from './own-addresses.ts'

/** Which mailbox a user's mail is for. `isSure`: it is the user's for certain (`Admission`). */
export async function route(
  mail: Mail,
  contents: Contents,
  known: Known,
  moment: Moment,
  deps: Deps,
  isSure: boolean,
): Promise<Decision> {
  if (known.digest) return commands(mail, known, moment, deps, isSure)
  const frame = frameOf(known, moment)
  const { forwards, invitation: meeting } = isDated(contents) ? await readContents(mail, frame) : contents
  if (meeting) return invitation(mail, meeting, known, moment, deps.config)
  const people = peopleOf(mail, known.user, deps.config)
  if (people.to.length > 0 || people.hasList) return outreach(mail, people, known, moment, deps)
  const isToUs = [...mail.to, ...mail.cc].some((to) => readOwnAddress(to.address, deps.config))
  if (!isToUs) return hidden(mail, people, moment)
  return forwards.length > 0
    ? forwarded(mail, forwards, known, frame, moment, deps)
    : commands(mail, known, moment, deps, isSure)
}

/** Dates were read without the user's zone, which is known only now. */
const isDated = ({ forwards, invitation: meeting }: Contents): boolean =>
  forwards.length > 0 || meeting !== undefined

/** What phrases of this user's are read against. */
export function frameOf({ user }: Known, { now }: Moment): Frame {
  const { calendar } = practiceOf(user.settings, user.search)
  return {
    now,
    zone: user.settings.zone,
    dayFirst: isDayFirst(user.settings.country),
    isBusinessDay: (on) => isBusinessDay(on, calendar),
  }
}
