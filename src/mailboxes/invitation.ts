import { ownAddressKey } from '../core/mail/addresses.ts'
import type { Invitation } from '../core/mail/invitations.ts'
import { practiceOf } from '../core/practice/due.ts'
import type { Meeting } from '../core/practice/events.ts'
import { standingOf } from '../core/practice/standing.ts'
import type { Known } from '../db/gather.ts'
import { newId } from '../db/open.ts'
import { type DatedFact, type Decision, nothing } from '../decision.ts'
import type { Config } from '../deps.ts'
import type { Address, InboundEmail } from '../inbound-email.ts'
import type { Moment } from '../moment.ts'
import { isAtOurs } from '../own-addresses.ts'
import { addFacts, contactAt } from './contact-facts.ts'

/**
 * A calendar part (RFC 5546): a request books or moves the meeting of that UID, a cancellation cancels it, a reply
 * accepts or declines it. One that cannot be read for certain is asked about; a wrong hour is never shown.
 */
export function invitation(
  mail: InboundEmail,
  read: Invitation | { refused: string },
  known: Known,
  moment: Moment,
  config: Config,
): Decision {
  const decision = { ...nothing('invitation'), isUndoable: true }
  if ('refused' in read) {
    decision.question = {
      id: newId(),
      kind: 'invitation',
      data: { subject: mail.subject, on: moment.on, at: moment.at, messageId: mail.messageId ?? '' },
      askedAt: moment.now,
      answeredAt: null,
    }
    return decision
  }
  for (const person of guestsOf(read, known, config)) {
    const fact = factOf(read, person, known, moment)
    if (fact) addFacts(decision, known, person, [fact])
  }
  return decision
}

/** The people of a meeting, without the user and us. */
function guestsOf({ organizer, attendees }: Invitation, { user }: Known, config: Config): Address[] {
  const all = new Set([...(organizer ? [organizer] : []), ...attendees.map(({ address }) => address)])
  return [...all]
    .filter((address) => !isAtOurs(address, config) && !user.senders.includes(ownAddressKey(address)))
    .map((address) => ({ address, name: '' }))
}

function factOf(
  read: Invitation,
  person: Address,
  known: Known,
  { on, at, today }: Moment,
): DatedFact | undefined {
  const { user } = known
  const history = contactAt(known, person)?.history ?? []
  const standing = standingOf(history, practiceOf(user.settings, user.search), today)
  const set = [...(standing?.booked ?? []), ...(standing?.lastHeld ? [standing.lastHeld] : [])]
  const before = set.find(({ uid }) => uid === read.uid)
  const isSame = before !== undefined
  const isOlder = isSame && (before.sequence ?? 0) > read.sequence
  if (isOlder) return undefined
  if (read.method === 'cancel') return isSame ? { type: 'cancelled', of: before.on, on, at } : undefined
  const answer = read.attendees.find(({ address }) => address === person.address)?.status
  if (read.method === 'reply') {
    if (answer === 'declined')
      return isSame
        ? { type: 'cancelled', of: before.on, on, at }
        : { type: 'answered', channel: 'email', on, at }
    if (answer !== 'accepted' || isSame || read.startsAt === undefined)
      return isSame ? undefined : { type: 'answered', channel: 'email', on, at }
  }
  if (read.method === 'counter') return { type: 'answered', channel: 'email', on, at }
  const meeting = meetingOf(read)
  if (!meeting) return undefined
  const isMoved = isSame && (before?.startsAt !== meeting.startsAt || before?.on !== meeting.on)
  if (isSame && !isMoved) return undefined
  return isMoved ? { type: 'moved', of: before.on, meeting, on, at } : { type: 'booked', meeting, on, at }
}

function meetingOf(read: Invitation): Meeting | undefined {
  const { on, startsAt, minutes, isAllDay, place, uid, sequence } = read
  if (!on) return undefined
  return {
    on,
    ...(startsAt !== undefined && !isAllDay && { startsAt }),
    ...(minutes !== undefined && !isAllDay && { minutes }),
    ...(place && { place }),
    uid,
    sequence,
  }
}
