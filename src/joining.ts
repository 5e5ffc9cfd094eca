import type { Mail } from './ask.ts'
import { type Door, senderVerdict } from './core/mail/sender-verdict.ts'
import { recordJoining } from './db/join.ts'
import { HOUR, joinsSince, MAX_JOINS, MAX_UNPROVEN_JOINS } from './db/limits.ts'
import { newId } from './db/open.ts'
import type { Deps } from './deps.ts'
import { newcomer } from './mailboxes/newcomer.ts'
import { peopleOf } from './mailboxes/people.ts'
import type { Received } from './refusal.ts'

/** A newcomer's mail. Undefined where it went to people too: it is then looked at again as the user's first outreach. */
export async function join(mail: Mail, door: Door, deps: Deps): Promise<Received | undefined> {
  // Where nobody vouches, the welcome letter is what proves the address: only its reader learns the private one.
  const verdict = senderVerdict(mail, door)
  if (verdict === 'fail') return { is: 'refused', why: 'forged' }
  const most = verdict === 'pass' ? MAX_JOINS : MAX_UNPROVEN_JOINS
  if ((await joinsSince(deps.db, deps.now - HOUR)) >= most) return { is: 'refused', why: 'too many joins' }
  const joining = await newcomer(mail, mail.from!, deps)
  const people = peopleOf(mail, { senders: [joining.user.sender] }, deps.config)
  const isOutreach = people.to.length > 0
  await recordJoining(
    deps.db,
    joining,
    isOutreach
      ? undefined
      : {
          id: newId(),
          userId: joining.user.id,
          messageId: mail.messageId,
          recipient: mail.recipient,
          kind: 'joined',
          subject: mail.subject,
          sentAt: mail.sentAt ?? deps.now,
          handledAt: deps.now,
        },
  )
  return isOutreach ? undefined : { is: 'handled', kind: 'joined', hasLetters: true }
}
