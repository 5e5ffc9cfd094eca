import { addDays } from '../../practice/days.ts'
import type { Meeting } from '../../practice/events.ts'
import { takeAddress, takePhone } from '../arguments.ts'
import { ATTEMPTS } from '../by-line.ts'
import { isFiller } from '../chatter.ts'
import { type Command, give, just, type Read, type Said } from '../command.ts'
import { datedBack, takeFuture, takeMeeting, takePast } from '../dates.ts'
import type { Target } from '../order.ts'
import { readCalled, readReached } from './calls.ts'
import { bookedOn } from './held.ts'

/** What the user did to reach somebody, and what became of it (practice 4.2, 13 to 28 and 35 to 38). */
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
  {
    verb: 'wrong number',
    words:
      'wrong number, number is wrong, wrong phone, number out of service, number disconnected, number doesnt work, number does not work, number isnt right',
    target: 'needed',
    syntax: '6 wrong number',
    help: 'the call does not count; the number goes',
    read: just({ verb: 'wrong number' }),
  },
  {
    verb: 'plan',
    words:
      'email only, emails only, only email, no phone, no phone number, no number, no calls, dont call, cant call',
    target: 'needed',
    syntax: '6 email only',
    help: 'no calls for this person',
    read: just({ verb: 'plan', plan: 'email only' }),
  },
  {
    verb: 'plan',
    words: 'warm, warm plan, plan warm, close contact',
    isExact: true,
    target: 'needed',
    syntax: 'warm 3',
    help: 'shorter waits, for people you know',
    read: just({ verb: 'plan', plan: 'warm' }),
  },
  {
    verb: 'phone',
    words:
      'number is, number, phone number, phone number is, phone, phone is, cell, cell is, tel, mobile, my new number is, my number is, my phone is, my number, my phone',
    target: 'optional',
    namesOthers: true,
    follows: true,
    syntax: '6 number 617 555 0142',
    help: 'their phone number',
    read: (said) => {
      const found = takePhone(said.rest)
      if (!found) return undefined
      if (said.phrase.startsWith('my')) return give({ verb: 'settings', settings: { phone: found.number } })
      if (!said.targets.length) return undefined
      return give({ verb: 'phone', number: found.number }, found.rest)
    },
  },
  {
    verb: 'new address',
    words:
      'new email, new email is, new address, new address is, email is, address is, email address is, email is now, new mail, new one is, right one is, correct one is, correct address is, right address is, better address is, use, use … for',
    target: 'optional',
    follows: true,
    namesOthers: true,
    syntax: '5 new email grace@halden.com',
    help: 'their new address',
    read: (said) => {
      const phone =
        said.phrase.endsWith('one is') && said.targets.length > 0 ? takePhone(said.rest) : undefined
      if (phone) return give({ verb: 'phone', number: phone.number }, phone.rest)
      const found = takeAddress(said.rest)
      if (found && said.targets.length && !hasName(found.rest))
        return give({ verb: 'new address', address: found.address }, found.rest)
      if (said.phrase !== 'new address' || said.targets.length || said.rest.trim()) return undefined
      return give({ verb: 'new private address', targets: [] })
    },
  },
  {
    verb: 'bounced',
    words:
      'bounced, bounced back, bounce, undeliverable, address is dead, email bounced, came back, email … came back, mail … came back, came back undelivered, bad address, wrong address, wrong email, address is wrong, email is wrong, address doesnt work, email doesnt work',
    target: 'needed',
    follows: true,
    syntax: '5 bounced',
    help: 'the address is dead; that email does not count',
    isCommon: true,
    read: just({ verb: 'bounced' }),
  },
  {
    verb: 'away',
    words:
      'ooo, out of office, out of the office, is out, on vacation, on holiday, on leave, is on leave, is on maternity leave, is on parental leave, on maternity leave, on paternity leave, is on paternity leave, on sick leave, away, is away, out until, out till, out til, vacation, traveling, travelling',
    target: 'optional',
    follows: true,
    syntax: '5 ooo until nov 30',
    help: 'away until then',
    isCommon: true,
    read: readAway,
  },
]

/** 35, 36; and 96: without a person it is the user who is away, and digests pause. */
function readAway(said: Said) {
  const rest = said.rest.replace(/^this week\b/i, 'until next monday')
  const found = takeFuture(rest, said.context.frame)
  if (found === 'past') return undefined
  if (!said.targets.length) {
    // "Nina's out until ...": of somebody who is not known here, and not of the user.
    if (!found || !/^\s*(?:i\b|i'?m\b|on\b|ooo\b|out\b|away\b|vacation\b|travel)/i.test(said.whole))
      return undefined
    if (found.lasts)
      return { kind: 'needs a date' as const, sentence: 'Until when? "pause until dec 1" is enough.' }
    return give({ verb: 'settings', settings: { status: 'paused', pausedUntil: found.day }, targets: [] })
  }
  const until = found?.lasts === 'week' ? addDays(found.day, 7) : found?.day
  return give({ verb: 'away', until }, found ? found.rest : rest)
}

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

/** "try tom instead": another person, whom "add" takes. */
const hasName = (rest: string): boolean =>
  /\p{L}/u.test(rest.replace(/\b(?:for|now|instead|please|is|it|at)\b/gi, ''))

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
