import { carryOut } from '../core/commands/carry-out.ts'
import { takeMeeting } from '../core/commands/dates.ts'
import type { Context } from '../core/commands/order.ts'
import { readCommands } from '../core/commands/read.ts'
import type { Forward } from '../core/mail/forwards.ts'
import { formatDay } from '../core/practice/days.ts'
import type { Meeting } from '../core/practice/events.ts'
import type { Frame } from '../core/when/frame.ts'
import type { Known } from '../db/gather.ts'
import { newId } from '../db/open.ts'
import type { Decision } from '../decision.ts'
import type { Address } from '../inbound-email.ts'
import { clockTime } from '../letters/clock-time.ts'
import type { Moment } from '../moment.ts'
import { addFacts, contactAt } from './contact-facts.ts'

/**
 * What the user typed above the forward, by their own clock and not the inner mail's: commands for that contact, or
 * notes. A day and an hour in a note ("great, thursday 2pm!") are asked about in Check.
 */
export function noteAbove(
  decision: Decision,
  { note, subject }: Forward,
  from: Address,
  known: Known,
  frame: Frame,
  moment: Moment,
): void {
  const contact = contactAt(known, from)
  const name = contact?.name ?? from.name ?? from.address
  const person = { id: contact?.id ?? 0, name, addresses: [from.address] }
  const context: Context = { frame, items: [], people: [person], digestName: 'the digest' }
  for (const line of note.split('\n').map((text) => text.trim())) {
    if (!line) continue
    const readings = readCommands([{ text: `${name} ${line}` }], context)
    const orders = readings.flatMap((reading) => reading.orders)
    const isClear = orders.length > 0 && readings.every(({ problem }) => !problem)
    const { histories } = carryOut(isClear ? orders : [], {
      now: frame.now,
      zone: frame.zone,
      people: [person],
    })
    const facts = histories.flatMap((history) => history.facts)
    if (facts.length > 0) addFacts(decision, known, from, facts)
    else if (!readings.every(({ isChatter }) => isChatter)) {
      const { on, at } = moment
      const id = addFacts(decision, known, from, [{ type: 'noted', text: line.slice(0, MAX_NOTE), on, at }])
      const found = takeMeeting(line, frame)
      const meeting = found !== 'past' && found?.meeting
      if (meeting && meeting.startsAt !== undefined && meeting.startsAt > moment.at)
        decision.question ??= askOf(meeting, meeting.startsAt, { id, name }, subject, frame.zone, moment)
    }
  }
}

const MAX_NOTE = 2000

/** Whether that is a meeting with them. */
function askOf(
  meeting: Meeting,
  startsAt: number,
  { id, name }: { id: number; name: string },
  subject: string,
  zone: string,
  { on, at, now, today }: Moment,
): Decision['question'] {
  const when = `${formatDay(meeting.on, today)} ${clockTime(startsAt, zone)}`
  return {
    id: newId(),
    kind: 'guess',
    askedAt: now,
    answeredAt: null,
    data: {
      subject,
      on,
      at,
      messageId: '',
      contacts: [id],
      names: [name],
      asks: `A meeting ${when}? From your words of ${formatDay(on)}. Say "# yes" or "# no".`,
      answers: { yes: [{ contact: id, fact: { type: 'booked', meeting, on, at } }] },
    },
  }
}
