import { nextDigestAt } from './core/practice/digest-time.ts'
import { localDate } from './core/when/zone.ts'
import { forgetPause, liftPause, pausedUser, pauseLetters } from './db/letters-fail.ts'
import type { User } from './db/users.ts'
import type { Deps } from './deps.ts'
import type { LetterEvent } from './ingress/postmark-events.ts'
import { backNotice, type Pause } from './letters/notices.ts'
import { privateAddress } from './own-addresses.ts'
import { outboxRow } from './post.ts'

/** Acts on what Postmark says of our letters. True where a letter is to go out. */
export async function letterEvent(event: LetterEvent, deps: Deps): Promise<boolean> {
  const at = Math.min(event.at ?? deps.now, deps.now)
  if (event.is === 'failed') {
    await pauseLetters(deps.db, event.address, event.why, at)
    return false
  }
  const user = await pausedUser(deps.db, event.address)
  if (!user || user.pauseChangedAt! > at) return false
  if (user.search === 'stopped') {
    await forgetPause(deps.db, user, at)
    return false
  }
  const letter = {
    ...backNotice(pauseOf(user, deps.now), user.pauseChangedAt!),
    replyTo: privateAddress(user.token, deps.config),
  }
  return liftPause(deps.db, user, await outboxRow(letter, user, deps), {
    at,
    now: deps.now,
    nextDigestAt: nextDigestAt(user.settings, deps.now),
  })
}

/** The pause of a user whose letters are paused, up to now. */
export const pauseOf = ({ pausedFor, pauseChangedAt, settings }: User, now: number): Pause => ({
  why: pausedFor!,
  from: localDate(pauseChangedAt!, settings.zone),
  to: localDate(now, settings.zone),
})
