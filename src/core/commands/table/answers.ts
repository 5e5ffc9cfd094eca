import { type Command, give, type Read, type Said } from '../command.ts'
import { datedBack } from '../dates.ts'
import { answeredAndBooked } from './talk.ts'

/** What came back, and what the user makes of a guess (practice 4.2, 29 to 34, 82 to 84). */
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
