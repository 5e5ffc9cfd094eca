import type { Meeting } from '../../practice/events.ts'
import { ATTEMPTS } from '../by-line.ts'
import { isFiller } from '../chatter.ts'
import { type Command, give, type Read, type Said } from '../command.ts'
import { datedBack, takeMeeting, takePast } from '../dates.ts'
import type { Target } from '../order.ts'
import { readCalled, readReached } from './calls.ts'
import { bookedOn } from './held.ts'

/** What the user did to reach somebody, and what became of it (practice 4.2, 13 to 23, 27 and 28). */
export const outreach: Command[] = [
  {
    verb: 'done',
    words:
      'done, did, did it, did that, ok, okay, yes, yes to, yep, yeah, yup, y, finished, completed, handled, asked, correct, right, thats right, confirmed, tick, check off, mark … done, mark as done',
    target: 'needed',
    syntax: '5 done',
    help: 'what the line asks for is done',
    isCommon: true,
    read: readDone,
  },
  {
    verb: 'sent',
    words:
      'sent, sent email, sent an email, email … went out, email … is out, email … has gone out, mail … went out, went out, have written, have written to, ive written, ive written to, have send, have already send, have wrote, mark … as sent, sent a note, emailed, e-mailed, mailed, wrote, wrote to, followed up, follow up sent, nudged, pinged, resent, reached out',
    target: 'needed',
    syntax: 'sent 5 and 8 yesterday',
    help: 'an email went out',
    isCommon: true,
    read: (said) =>
      said.who === 'they'
        ? datedBack(said, (on) => ({ verb: 'answered', on, channel: 'email' }))
        : (unheard(said) ??
          datedBack(said, (on) => ({
            verb: 'sent',
            on,
            channel: MESSAGE.test(said.rest) ? 'message' : 'email',
          }))),
  },
  {
    verb: 'sent',
    words:
      'texted, messaged, dmed, dmd, sent … text, sent … message, sent a text, sent a message, sent a dm, linkedin message, whatsapped',
    target: 'needed',
    syntax: '5 texted',
    help: 'a text or LinkedIn message went out',
    read: (said) =>
      said.who === 'they'
        ? datedBack(said, (on) => ({ verb: 'answered', on, channel: 'message' }))
        : datedBack(
            {
              ...said,
              rest: said.rest.replace(/\b(instead|(on|via|by) (linkedin|whatsapp|text|signal|sms))\b/gi, ''),
            },
            (on) => ({
              verb: 'sent',
              on,
              channel: 'message',
            }),
          ),
  },
  {
    verb: 'sent',
    words: 'posted letter, posted a letter, mailed a letter, sent a letter, letter posted, letter sent',
    target: 'needed',
    syntax: 'posted letter to Ellen',
    help: 'a letter went out by post',
    read: (said) => datedBack(said, (on) => ({ verb: 'sent', on, channel: 'letter' })),
  },
  {
    verb: 'called',
    words:
      'called, mark … as called, phoned, rang, dialed, dialled, tried calling, tried to call, tried to reach, tried, left vm, left a vm, left voicemail, left a voicemail, left … voicemail, left … vm, left message, left a message, left … message, lvm, voicemail, voicemail for, voice mail, voice mail for, vm, could not reach, couldnt reach, cant reach, did not reach, didnt reach, is unreachable, not reachable, busy tone, busy signal, line engaged, no answer, no pickup, no pick up, didnt pick up, did not pick up, not picking up, nobody picks up, nobody picked up, no one picks up, no one picked up, line busy, line was busy, number busy, went to voicemail, went to vm, went straight to vm, went straight to voicemail, straight to voicemail, straight to vm, talked to … assistant, spoke to … assistant, talked to … secretary, spoke with … assistant, talked with … assistant',
    target: 'needed',
    syntax: '6 called, no answer',
    help: 'a call; "left voicemail" too',
    isCommon: true,
    read: readCalled,
  },
  {
    verb: 'called',
    words:
      'didnt answer, did not answer, no reply, no reply yet, no response, no response yet, no word, no word yet, no news, no answer yet, nothing yet, still nothing, hasnt answered, has not answered, hasnt replied, has not replied, didnt reply, did not reply, still waiting, nobody answered, no one answered, noone answered',
    target: 'needed',
    syntax: "6 didn't answer",
    help: 'a call without an answer; of an email nothing needs to be said',
    read: readCalled,
  },
  {
    verb: 'answered',
    outcomeOf: 'called',
    words:
      'picked up, answered the phone, answered my call, got through, got through to, got hold of, got a hold of, got … on the phone, reached, managed to reach, took my call, caught',
    target: 'needed',
    follows: true,
    syntax: '6 picked up',
    help: 'you reached them by phone; their answer',
    read: readReached,
  },
]

/** "Wrote grace and dev, no luck": what asks for thanks or an answer was not done by a mail that nobody answered. */
function unheard({ rest, whole, targets }: Said): Read {
  if (!/^(?:but )?no (?:luck|answer|reply|response|word)\b/i.test(rest)) return undefined
  if (targets.every((t) => !('item' in t) || !t.item || ATTEMPTS.includes(t.item.kind))) return undefined
  return {
    kind: 'needs more',
    sentence: `"${whole.trim()}": say "sent" of each that went out now; a mail without an answer is followed up by itself.`,
  }
}

const MESSAGE = /\b(?:linked ?in|whatsapp|signal|sms|dm|text message)\b/i

const isToday = (target: Target, said: Said): boolean =>
  'item' in target && target.item?.kind === 'meeting' && bookedOn(target, said) === said.today

/** The day and hour that were agreed on, where nothing else is said: "sofia, thursday 2pm confirmed", "yes to tue at 2". */
function agreedOn(said: Said): Meeting | undefined {
  if (!AGREES.test(said.phrase) || DURATION.test(said.whole)) return undefined
  const found = takeMeeting(said.whole.replace(AGREES, ' '), said.context.frame)
  if (!found || found === 'past' || found.meeting.startsAt === undefined) return undefined
  return isFiller(found.rest) || !/[\p{L}\d]/u.test(found.rest) ? found.meeting : undefined
}

const AGREES = /\b(?:is |it['’]?s )?(?:confirmed|yes to|yes|right)\b/i
const DURATION = /\d\s*(?:minutes?|mins?|hours?|hrs?)\b/i

/** A meeting that is done was held on its day (59); a message that is due is sent today or on the day that is named. */
function readDone(said: Said): Read {
  const agreed = agreedOn(said)
  if (agreed) return give({ verb: 'booked', meeting: agreed }, '')
  // Finished for today, or given up on?
  if (/^\W*(?:i['’]?m|i am) done with (?!#?\d|numbers?\b|items?\b)/i.test(said.whole))
    return {
      kind: 'needs more',
      sentence: `"${said.whole.trim()}": done for now, or dropped? Put "done" or "drop" before the name.`,
    }
  // Nobody has met by it on the morning of the day.
  if (said.phrase === 'confirmed' && said.targets.every((target) => isToday(target, said)))
    return { orders: [], rest: '', remark: 'Confirmed: nothing to change.' }
  const past = takePast(said.rest, said.context.frame, said.isApart)
  const isHeld = (target: Target): boolean =>
    'item' in target && /^(?:meeting|outcome)$/.test(target.item?.kind ?? '')
  if (past || !said.targets.some(isHeld)) return datedBack(said, (on) => ({ verb: 'done', on }))
  return {
    orders: said.targets.map((target) => ({
      verb: 'done' as const,
      on: (isHeld(target) && bookedOn(target, said)) || said.today,
      targets: [target],
    })),
    rest: said.rest,
  }
}
