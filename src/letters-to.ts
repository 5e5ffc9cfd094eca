import { DAY, MAX_LETTERS } from './db/limits.ts'
import type { User } from './db/users.ts'
import { CHANGES, type Decision } from './decision.ts'
import type { Deps } from './deps.ts'
import type { Letter } from './letters/letter.ts'
import { backNotice, pauseSentence, withOpening } from './letters/notices.ts'
import { pauseOf } from './letters-fail.ts'
import { privateAddress } from './own-addresses.ts'

/** The letters of a decision that go out now. `liftsPause`: the mail ended a pause, and the first letter says so. */
export function lettersTo(user: User, decision: Decision, liftsPause: boolean, deps: Deps): Letter[] {
  return withinDay(wanted(user, decision, liftsPause, deps), user, deps)
}

/**
 * The letters that go out: none while letters are paused; after a bounce the first one says what was. Whoever stopped
 * them is answered, and written to for nothing else.
 */
function wanted(user: User, decision: Decision, liftsPause: boolean, { now, config }: Deps): Letter[] {
  const { letters, kind } = decision
  if (user.search === 'stopped' && !CHANGES.has(kind) && kind !== 'held') return []
  if (!user.pausedFor) return letters
  if (!liftsPause) return []
  const pause = pauseOf(user, now)
  const [first, ...others] = letters
  if (first) return [withOpening(first, pauseSentence(pause)), ...others]
  return [{ ...backNotice(pause, user.pauseChangedAt!), replyTo: privateAddress(user.token, config) }]
}

/** As many as a user may get on one day; the last one says so. What was done shows in the next digest as well. */
function withinDay(letters: Letter[], { letterDay, lettersInDay }: User, { now }: Deps): Letter[] {
  const room = MAX_LETTERS - (letterDay === Math.floor(now / DAY) ? lettersInDay : 0)
  return letters
    .slice(0, Math.max(0, room))
    .map((letter, i) => (i + 1 === room ? withOpening(letter, LAST_OF_THE_DAY) : letter))
}

const LAST_OF_THE_DAY = `This is letter ${MAX_LETTERS} of today, and the last one: what else comes today is done without a letter.`
