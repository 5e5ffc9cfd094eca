import type { Channel } from '../../practice/events.ts'
import type { Read, Said, Untargeted } from '../command.ts'
import { datedBack, takeMeeting } from '../dates.ts'
import { saidLater } from './later.ts'

/**
 * They answered; where nothing but a day and an hour is said beside it, that is when they meet ("called me, friday
 * 3pm", "said yes to a chat tuesday at 11"). A day without an hour is not: it may be when they answered.
 */
export function answeredAndBooked(said: Said, channel?: Channel | 'in person'): Read {
  const later = saidLater(said)
  if (later) return later
  for (const text of [said.rest, ...said.rest.split(/,\s+|\s(?:and|but|so)\s/).slice(1)]) {
    const found = takeMeeting(text, said.context.frame)
    if (!found || found === 'past' || found.meeting.startsAt === undefined || !isAgreed(found.rest)) continue
    const orders: Untargeted[] = [{ verb: 'answered', on: said.today, channel }]
    const rest = said.rest.slice(0, said.rest.indexOf(text)).replace(/[,\s]+(?:and|but|so)?\s*$/, '')
    return {
      orders: [...orders, { verb: 'booked', meeting: found.meeting }],
      rest: /\p{L}/u.test(rest) ? rest : '',
    }
  }
  return datedBack(said, (on) => ({ verb: 'answered', on, channel }))
}

const isAgreed = (rest: string): boolean =>
  rest.split(/[^\p{L}'’]+/u).every((word) => word === '' || AGREED.test(word))

/** The words around a day on which two people mean to meet. */
const AGREED =
  /^(?:we|we['’]?(?:re|ll)|he|he['’]?s|she|she['’]?s|they|they['’]?re|i|i['’]?m|is|are|will|can|could|would|wants?|likes?|like|to|for|a|an|the|and|on|at|me|her|him|them|us|up|back|again|meet|meeting|call|calls|calling|chat|chatting|talk|talking|speak|speaking|coffee|lunch|zoom|phone|happy|free|available|set|booked|scheduled|it|that|works?|yes|ok|do|do it|so|see|seeing|get|together)$/i
