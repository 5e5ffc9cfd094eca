import { type Command, give, just, type Read, type Said } from '../command.ts'
import { takeFuture, takeMeeting } from '../dates.ts'
import { readDeferred } from './later.ts'

/** They do not want to, or not now (practice 4.2, 39 to 42). */
export const refusals: Command[] = [
  {
    verb: 'declined',
    words:
      'said no, says no, declined, refused, not interested, isnt interested, turned me down, turned down, rejected me, no thanks from, no from, a no from, hard no, hard no from, no longer interested, cant help, wont help, wont talk, doesnt want to, does not want to',
    target: 'needed',
    follows: true,
    syntax: '5 said no',
    help: 'they declined; no more attempts',
    isCommon: true,
    read: just({ verb: 'declined' }),
  },
  {
    verb: 'declined',
    words:
      'do not contact, dont contact, dont write again, never contact again, asked not to be contacted, do not email, not to contact, not to write, not to email, not to call … again, leave … alone',
    isExact: true,
    target: 'needed',
    follows: true,
    syntax: '2 do not contact',
    help: 'they asked not to be written to',
    read: just({ verb: 'declined', forGood: true }),
  },
  {
    verb: 'deferred',
    words:
      'said try again, says try again, said to try again, told me to try again, asked me to try again, said to try, said try, said later, says later, said maybe later, said not now, says not now, said to call back, said to call again, said to check back, said check back, said to reach out again, deferred',
    target: 'needed',
    follows: true,
    syntax: '5 said try again in feb',
    help: 'they said later; shown again then',
    isCommon: true,
    read: (said) => readDeferred(said),
  },
  {
    verb: 'deferred',
    words:
      'said call, said to call, said write, said email, call me, call her back, call him back, call them back, call me again, call me back, email me, write me, write to me, ping me, try me, contact me, reach out, get back to her, get back to him, get back to them, get back to me, circle back, check back in, come back to, asked me to call, asked me to email, asked me to write, asked me to try, asked me to reach out, wants me to try, wants me to call, wants me to write, told me to call, told me to email, told me to write, told me to reach out',
    isExact: true,
    target: 'needed',
    follows: true,
    syntax: '6 said call me in december',
    help: 'they said when to try again',
    read: readSummons,
  },
  {
    verb: 'deferred',
    words:
      'has no time, no time, no time until, too busy, is too busy, is busy, busy right now, said too busy, swamped, is swamped',
    target: 'needed',
    follows: true,
    syntax: '5 too busy',
    help: 'taken for later, in 30 days',
    read: (said) => readDeferred(said, true),
  },
]

/** "Said call me in december"; with an hour it is a meeting by phone, without a day nothing. */
function readSummons(said: Said): Read {
  const meeting = takeMeeting(said.rest, said.context.frame)
  if (meeting && meeting !== 'past' && meeting.meeting.startsAt !== undefined && /^call/.test(said.phrase))
    return give({ verb: 'booked', meeting: meeting.meeting }, meeting.rest)
  const found = takeFuture(said.rest, said.context.frame)
  return found && found !== 'past' ? readDeferred(said) : undefined
}
