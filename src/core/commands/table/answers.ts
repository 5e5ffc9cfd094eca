import { isChase } from '../by-line.ts'
import { type Command, give, just, type Read, type Said } from '../command.ts'
import { datedBack, takeFuture, takeMeeting } from '../dates.ts'
import { nameOf } from '../pointed.ts'
import { readDeferred } from './later.ts'
import { answeredAndBooked } from './talk.ts'

/** What came back, and whether the chase goes on (practice 4.2, 29 to 34, 39 to 47, 82 and 83). */
export const answers: Command[] = [
  {
    verb: 'answered',
    words:
      'answered, mark … as answered, replied, responded, wrote back, emailed back, texted back, got back to, got back, get back',
    target: 'needed',
    follows: true,
    syntax: '5 answered',
    help: 'they answered; on an ANSWER line, you did',
    isCommon: true,
    read: (said) =>
      whoAnswered(said) === 'I'
        ? datedBack(said, (on) => ({ verb: answerOf(said), on }))
        : readAnswered(said),
  },
  {
    verb: 'answered',
    words:
      'heard back, heard back from, heard from, got a reply, got a reply from, got a response, got a response from, got an answer, got an answer from, reply from, response from, email from, got back to me, got back to us, called me, called me back, called back, rang me, rang back, emailed me, emailed me back, wrote me, wrote me back, wrote to me, texted me, texted me back, messaged me, replied to me, answered me, said yes, says yes, said sure, said ok, agreed, has answer, has answer me, has reply, has respond, respond, writes back, is interested, has answered, has replied, has responded, has written, has written back, has called, has me answered, answer me, answers me, reply me, wants to talk, wants to meet, happy to talk, happy to chat',
    target: 'needed',
    follows: true,
    syntax: 'heard back from 5',
    help: 'they answered',
    // "I said yes" is the user's word.
    read: (said) =>
      said.who === 'I' && /^(?:said|says|agreed)/.test(said.phrase) ? undefined : readAnswered(said),
  },
  {
    verb: 'answered',
    words: 'asked me, told me, wants to, asked to, asked if, would like to, asked that',
    target: 'needed',
    isWeak: true,
    follows: true,
    syntax: '5 asked me for my CV',
    help: 'they answered; what they want is kept',
    read: (said) => readWanted(said),
  },
  {
    verb: 'replied',
    words:
      'offered him, offered her, offered them, i answered, i replied, i responded, i wrote back, sent reply, sent a reply, sent my reply, reply sent, my reply went out',
    target: 'needed',
    follows: true,
    syntax: '4 i replied',
    help: 'you answered them',
    read: (said) => datedBack(said, (on) => ({ verb: 'replied', on })),
  },
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
  {
    verb: 'drop',
    words:
      'drop, dropped, drop it, give up, give up on, gave up, gave up on, giving up on, move on, move on from, moving on, moving on from, moved on, moved on from, stop chasing, stop following up, stop following up with, let go, let it go, no more, dead end, close, remove, off the list, take … off, done chasing, stop chasing after, stop contacting, stop reminding me about, stop reminding me of, stop writing, stop writing to, stop calling, is a lost cause, lost cause',
    isExact: true,
    target: 'needed',
    syntax: 'drop 8',
    help: 'no more attempts',
    isCommon: true,
    read: ({ isGroup, phrase, targets, rest }) => {
      // Of everybody only those who are chased; "drop the rest" puts the other lines aside too.
      const chased = targets.filter((target) => 'item' in target && target.item && isChase(target.item))
      return give({ verb: 'drop', ...(isGroup && phrase.startsWith('stop') && { targets: chased }) }, rest)
    },
  },
  {
    verb: 'keep',
    words:
      'keep, keep going, keep trying, keep at it, keep it, one more, one more try, one more time, try once more',
    target: 'needed',
    syntax: 'keep 8',
    help: 'one more attempt',
    isCommon: true,
    read: just({ verb: 'keep' }),
  },
  {
    verb: 'keep',
    words:
      'dont drop, do not drop, not dropping, dont give up on, do not give up on, not giving up on, dont stop, not yet',
    isExact: true,
    target: 'needed',
    syntax: "11 don't drop",
    help: 'on a closing line one more attempt; else all stays',
    read: readStays,
  },
  {
    verb: 'reopen',
    words: 'reopen, re-open, restart, bring back, unarchive, pick up again',
    target: 'needed',
    syntax: 'reopen Ellen',
    help: 'takes up a closed contact again',
    read: just({ verb: 'reopen' }),
  },
  {
    verb: 'guess',
    words: 'no, no to, n, nope, nah, not right, not correct, incorrect, thats wrong, wrong',
    target: 'needed',
    syntax: '10 no',
    help: 'the guess is wrong ("10 yes": right)',
    read: readNo,
  },
  {
    verb: 'same',
    words: 'same, same person, different, different person, not the same, different people',
    target: 'optional',
    syntax: 'same',
    help: 'two people are one ("different": they are two)',
    read: readSame,
  },
]

/** "replied" (rule 6): the words decide; else the line: on one that waits for the user's answer the user did it. */
function whoAnswered(said: Said): 'I' | 'they' {
  if (said.who) return said.who
  if (said.targets.some((t) => 'item' in t && t.item?.kind === 'intro reply')) return 'I'
  if (!said.isObject && CHANNELS.some(([, pattern]) => pattern.test(said.rest))) return 'they'
  const waits = said.targets.some(
    (t) => 'item' in t && (t.item?.kind === 'answer' || t.item?.kind === 'rebook'),
  )
  return waits || said.isObject ? 'I' : 'they'
}

/** What they want is news of an answer, but for whom a meeting is set: there it is kept. */
function readWanted(said: Said): Read {
  if (said.who === 'I') return undefined
  const text = `${said.phrase} ${said.rest}`
  const isSet = said.targets.every((t) => 'item' in t && t.item?.kind === 'meeting')
  return isSet ? give({ verb: 'note', text }) : readAnswered({ ...said, rest: text })
}

/** Of an introduction the user's answer is the first mail to somebody new: what the line asks for. */
const answerOf = ({ targets }: Said): 'done' | 'replied' =>
  targets.length > 0 && targets.every((t) => 'item' in t && t.item?.kind === 'intro reply')
    ? 'done'
    : 'replied'

/** "Not yet", "don't drop her": nothing happened; a line that asks whether to go on is answered by it. */
function readStays(said: Said): Read {
  const isClosing = said.targets.every((t) => 'item' in t && t.item?.kind === 'closing')
  if (isClosing) return give({ verb: 'keep' }, said.rest)
  const names = said.targets.flatMap((t) => ('contact' in t ? nameOf(t.contact, said.context) : []))
  return { orders: [], rest: '', remark: `${names.join(', ')}: nothing changed.` }
}

/** "Said call me in december"; with an hour it is a meeting by phone, without a day nothing. */
function readSummons(said: Said): Read {
  const meeting = takeMeeting(said.rest, said.context.frame)
  if (meeting && meeting !== 'past' && meeting.meeting.startsAt !== undefined && /^call/.test(said.phrase))
    return give({ verb: 'booked', meeting: meeting.meeting }, meeting.rest)
  const found = takeFuture(said.rest, said.context.frame)
  return found && found !== 'past' ? readDeferred(said) : undefined
}

/** An answer to "is this one person?"; without a name it must be clear which two are meant (84). */
function readSame(said: Said) {
  const about = said.targets.flatMap((t) => ('contact' in t ? [t.contact] : []))
  const open = (said.context.openIdentities ?? []).filter(
    ({ contact, other }) => about.length === 0 || about.includes(contact) || about.includes(other),
  )
  if (open.length !== 1 && about.length !== 2)
    return {
      kind: 'needs a target' as const,
      sentence: `"${said.whole.trim()}": who is? Name the two people.`,
    }
  const [contact, other] = open.length === 1 ? [open[0]!.contact, open[0]!.other] : about
  const targets = [{ contact: contact! }, { contact: other! }]
  return give({ verb: 'same', isSame: said.phrase.startsWith('same'), targets }, said.rest)
}

const CHANNELS: ['call' | 'message' | 'in person', RegExp][] = [
  ['message', /\b(on|via|by|through|over) (linked ?in|whatsapp|text|sms|signal|slack|dm|message)\b/i],
  ['call', /\b(by|on the|over the|via) (phone|call)\b/i],
  ['in person', /\bin person\b/i],
]

/** They answered; "called me, friday 3pm" also books, and "called back, not now" is for later (practice 2.6). */
function readAnswered(said: Said) {
  const word = /call|rang/.test(said.phrase)
    ? 'call'
    : /text|messag/.test(said.phrase)
      ? 'message'
      : undefined
  const found = CHANNELS.find(([, pattern]) => pattern.test(said.rest))
  const channel = found?.[0] ?? word
  const rest = found ? said.rest.replace(found[1], ' ').replace(/\s+/g, ' ').trim() : said.rest
  return answeredAndBooked({ ...said, rest }, channel)
}

/** "no" answers a guess, and "did you meet?"; of other lines nobody asked. */
function readNo(said: Said) {
  const kinds = said.targets.map((t) => ('item' in t ? t.item?.kind : undefined))
  if (kinds.every((kind) => kind === 'check')) return give({ verb: 'guess', isRight: false }, said.rest)
  if (kinds.every((kind) => kind === 'outcome')) return give({ verb: 'cancelled' }, said.rest)
  return undefined
}
