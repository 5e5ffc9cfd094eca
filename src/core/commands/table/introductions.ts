import { asName, takeAddress } from '../arguments.ts'
import { isFiller } from '../chatter.ts'
import { type Command, give, just, type Said } from '../command.ts'
import { takeFuture } from '../dates.ts'
import type { NewPerson } from '../order.ts'
import { introducedBy, peopleIn, readPerson } from '../person.ts'
import { findNamed } from '../targets.ts'
import { wordsOf } from '../words.ts'

const SAYS = 'suggested, suggests, recommended, recommends, said, says, told me, thinks, wants me'.split(', ')
const REACH =
  'talk to, talk with, speak to, speak with, contact, reach out to, write to, email, call, meet, meet with, get in touch with, ask'.split(
    ', ',
  )

/** "Suggested I talk to", "says write to", "gave me the name of". */
const SUGGESTIONS = [
  ...SAYS.flatMap((says) => REACH.map((reach) => `${says} … ${reach}`)),
  'pointed me to, gave me the name of, gave me … name, gave me … email, gave me … contact, passed me on to, sent me to, mentioned that i should talk to',
].join(', ')

/** Who leads to whom (practice 4.2, 67 to 72, 79 and 106). */
export const introductions: Command[] = [
  {
    verb: 'intro asked',
    words:
      'asked for intros, asked for intro, asked for an intro, asked for introductions, asked for an introduction, asked for names, asked … for intros, asked … for introductions, asked … for names, asked about intros',
    target: 'needed',
    follows: true,
    syntax: '3 asked for intros',
    help: 'you asked for introductions',
    read: just({ verb: 'intro asked' }),
  },
  {
    verb: 'intro promised',
    words:
      'will intro me to, will introduce me to, will intro, will introduce, intro me to, introduce me to, can intro me to, can introduce me to, offered to introduce me to, offered to intro me to, promised intro to, promised an intro to, promised to introduce me to, going to introduce me to, introing me to, introducing me to, will connect me with, will connect me to, connecting me with, connecting me to, can connect me with, can connect me to, will put me in touch with, can put me in touch with, going to put me in touch with, going to connect me with, offered to connect me with, promised to connect me with',
    target: 'needed',
    namesOthers: true,
    follows: true,
    syntax: '3 will intro me to Tom Lee',
    help: 'an introduction was promised',
    isCommon: true,
    read: (said) => {
      const name = said.rest
        .replace(/[.!]+$/, '')
        .split(/[,;]\s/)[0]!
        .trim()
      const rest = said.rest.slice(said.rest.indexOf(name) + name.length)
      return name ? give({ verb: 'intro promised', name: asCalled(name) }, rest) : undefined
    },
  },
  {
    verb: 'intro received',
    words:
      'introduced me to, introd me to, introd me, introduced me, introduced us, introduced, intro to, intro from, connected me with, connected me to, connected us, put me in touch with, referred me to',
    target: 'needed',
    namesOthers: true,
    follows: true,
    syntax: '3 introduced me to tom@x.com',
    help: 'a new contact, by introduction',
    isCommon: true,
    read: (said) => readReceived(said),
  },
  {
    verb: 'intro received',
    words: SUGGESTIONS,
    isExact: true,
    isWeak: true,
    target: 'optional',
    namesOthers: true,
    follows: true,
    syntax: '3 suggested I talk to Omar Haddad (omar@x.com)',
    help: 'a new contact, whom they named',
    read: (said) => readReceived(said, { isSuggested: true }),
  },
  {
    verb: 'intro none',
    words:
      'no names, no intros, no introductions, no intro, nobody to introduce, no one to introduce, couldnt think of anyone',
    target: 'needed',
    follows: true,
    syntax: '3 no names',
    help: 'nobody came to their mind',
    read: just({ verb: 'intro none' }),
  },
  {
    verb: 'promised',
    words:
      'promised, promised to, hell send, shell send, theyll send, promises to, will send, offered to send, i promised, i promised to, owes me',
    target: 'needed',
    namesOthers: true,
    follows: true,
    syntax: '3 promised to send names by friday',
    help: 'a promise, shown on its day',
    isCommon: true,
    read: readPromised,
  },
  {
    verb: 'told',
    words: 'told, told them, have told, informed, i told, knows about the job, knows already, already knows',
    target: 'needed',
    syntax: '1 told',
    help: 'they know of the new job',
    read: readTold,
  },
  {
    verb: 'add',
    words: 'add, added, new contact, new lead, add contact, try … instead, save',
    target: 'optional',
    namesOthers: true,
    syntax: 'add Jane Doe jane@x.org alum',
    help: 'a new person',
    isCommon: true,
    read: (said) => {
      const person = readPerson(said.rest, said.context)
      return person ? give({ verb: 'add', targets: [person.target] }, person.rest) : undefined
    },
  },
]

/** 69: the new person comes by whom the line is about, and gets the warm plan of introductions (8 no. 16). */
function readReceived(said: Said, how: Pick<NewPerson, 'isSuggested'> = {}) {
  const by = /^(?:to (?:me|us) )?by\s+(.+)$/i.exec(said.rest)
  if (by) return readIntroducedBy(said, by[1]!)
  const text = said.rest.replace(
    /^(?:(?:that )?(?:i|me|you|we)(?: should| could| can)? )?(?:(?:to|with) )?/i,
    '',
  )
  const via = said.targets.find((t) => 'contact' in t)
  if (!text || !(takeAddress(text) || PROPER.test(text) || !said.phrase.includes('…'))) return undefined
  const named = findNamed(wordsOf(text), 0, said.context)
  if (!takeAddress(text) && named?.known[0] && named.start === 0)
    return give({ verb: 'intro received', person: { contact: named.known[0].contact } }, '')
  const several = peopleIn(text, said.context).targets
  if (several.length > 1)
    return via && 'contact' in via
      ? { orders: introducedBy(via, several, how), rest: '' }
      : give({ verb: 'add', targets: several })
  if (SOMEBODY.test(text) && !takeAddress(text))
    return via && give({ verb: 'note', text: `${said.phrase} ${text}` })
  const person = readPerson(text, said.context)
  if (!person) return undefined
  if ('contact' in person.target) return give({ verb: 'intro received', person: person.target }, '')
  if (!via) {
    const { name, address } = person.target.newPerson
    const added = give({
      verb: 'add',
      targets: [{ newPerson: { ...person.target.newPerson, source: 'intro' } }],
    })
    return { ...added, remark: `Who named ${name}? "${address} via ..." says it.` }
  }
  const newPerson: NewPerson = { ...person.target.newPerson, ...how, source: 'intro', via: via.contact }
  return give({ verb: 'intro received', person: { newPerson } }, '')
}

/** "Tom was introduced by Priya": the line is about the one who is new. */
function readIntroducedBy(said: Said, by: string) {
  const introducer = findNamed(wordsOf(by), 0, said.context)?.known[0]
  const [person] = said.targets
  if (!introducer || !person) return undefined
  return {
    orders: [
      { verb: 'intro received' as const, person, targets: [introducer] },
      { verb: 'described' as const, source: 'intro' as const, targets: [person] },
    ],
    rest: '',
  }
}

/** No name: "introduced me to her manager". */
const SOMEBODY =
  /^(?:her|his|their|its|my|an?|the|some|someone|somebody|one|two|three|several|people|everyone|others?)\b/i

/** A name: people are named with capitals, "someone in sales" is not. */
const PROPER = /^(?:\p{Lu}[\p{L}'’.-]+ ?){1,4}/u

/** Of the new job; on a line that wants a word to them, that word. */
function readTold({ targets, rest, today }: Said) {
  const kinds = targets.flatMap((target) => ('item' in target ? (target.item?.kind ?? []) : []))
  const isOfJob = /\b(?:job|offer|news|role|position|hired)\b/i.test(rest)
  if (kinds.some((kind) => kind === 'answer' || kind === 'rebook'))
    return give({ verb: 'replied', on: today }, rest)
  // "Told her I'd call back": of something else than the job.
  if (!isFiller(rest) && !isOfJob && kinds.some((kind) => kind !== 'tell')) return undefined
  const wantsWord =
    kinds.length > 0 && kinds.every((kind) => /^(?:close loop|update|touch|coffee)$/.test(kind))
  return give(wantsWord ? { verb: 'done', on: today } : { verb: 'told' }, rest)
}

function readPromised(said: Said) {
  const text = said.rest.replace(/^(me |us )?(to )?/i, '').trim()
  if (!text) return undefined
  const found = takeFuture(text, said.context.frame)
  const dueOn = found && found !== 'past' ? found.day : undefined
  const what = found && found !== 'past' ? found.rest : text
  return give({ verb: 'promised', text: what.replace(/\s+(by|on|until)$/i, ''), ...(dueOn && { dueOn }) }, '')
}

const asCalled = (name: string): string =>
  /\p{Lu}/u.test(name) ? name.replace(/^(to|with)\s+/i, '') : asName(name)
