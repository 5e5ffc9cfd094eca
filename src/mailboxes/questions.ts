import { asName } from '../core/commands/arguments.ts'
import type { Outcome } from '../core/commands/carry-out.ts'
import type { Item } from '../core/commands/item.ts'
import { MEANING } from '../core/commands/meaning.ts'
import type { ReplyLine } from '../core/commands/order.ts'
import { canonicalAddress } from '../core/mail/addresses.ts'
import { displayName } from '../core/mail/display-name.ts'
import type { Known, Question } from '../db/gather.ts'
import type { DatedFact } from '../decision.ts'
import { list } from '../letters/list.ts'
import type { Moment } from '../moment.ts'

/** An answer to a question of the Check section, and what follows from it. */
export type Answered = {
  question: Question
  /** For the receipt. */
  says: string
  /** To contacts who are known. */
  facts: { contact: number; fact: DatedFact }[]
  /** Whom a mail was to, each with the fact of it. */
  people: { person: { address: string; name?: string }; facts: DatedFact[] }[]
  /** Two contacts are one. */
  isSame?: true
}

/**
 * Takes the lines that answer a question: "10 grace@acme.com" names whom a mail was to, "10 yes" makes an announcement
 * an attempt for each of its recipients, "10 no" makes a no of what was taken for "later", "10 same" joins two
 * contacts; "same" alone does where one such question is open, and "yes" alone in answer to the receipt that asked.
 * The other lines are left for the reader of commands.
 */
export function answerQuestions(
  lines: ReplyLine[],
  items: Item[],
  { questions, letter, user }: Pick<Known, 'questions' | 'letter' | 'user'>,
  moment: Moment,
): { done: Answered[]; rest: ReplyLine[] } {
  const done: Answered[] = []
  const rest = lines.filter(({ text, item }) => {
    const [, number, words = ''] = /^\s*#?(\d{1,2})?[.):\s]*(.*)$/s.exec(text.slice(0, MAX_LENGTH)) ?? []
    const asked = items.find(({ n, kind }) => kind === 'check' && n === (number ? Number(number) : item))
    const question = asked
      ? questions.find(({ id }) => asked.key === `question ${id}`)
      : number
        ? undefined
        : (onlyIdentity(words, questions) ?? askedByReceipt(words, questions, letter?.key, user.id))
    const answer = question && ANSWERS[question.kind]?.(question, words.trim(), moment, user.settings.zone)
    const said = answer ?? (question && SKIP.test(words) ? nothingElse(question) : undefined)
    if (said) done.push(said)
    return !said
  })
  return { done, rest }
}

/**
 * The guesses that were answered in other words than a number and yes or no: "yes noor is right", "all done". What a
 * yes does not answer is asked again.
 */
export function answerGuesses(
  guesses: Outcome['guesses'],
  { questions, user }: Pick<Known, 'questions' | 'user'>,
  moment: Moment,
): { done: Answered[]; askedBack: string[] } {
  const done: Answered[] = []
  const askedBack: string[] = []
  for (const { n, key, isRight } of guesses) {
    const question = questions.find(({ id }) => key === `question ${id}`)
    const words = isRight ? 'yes' : 'no'
    const answer = question && ANSWERS[question.kind]?.(question, words, moment, user.settings.zone)
    if (answer) done.push(answer)
    else if (question && !isRight) done.push(nothingElse(question))
    else if (question?.data.asks) askedBack.push(question.data.asks.replaceAll('#', String(n)))
  }
  return { done, askedBack }
}

const MAX_LENGTH = 1000

const YES = /^(yes|yep|yeah|y|ok|right|correct|done)\b/i
const NO = /^(no|nope|n|wrong)\b/i
const SKIP = /^(skip|no|nope|not needed|never ?mind|ignore)\b/i

/** "same" or "different" without a number, where it can only be about one question. */
function onlyIdentity(words: string, questions: Question[]): Question | undefined {
  const open = questions.filter(({ kind }) => kind === 'identity')
  return open.length === 1 && /^(same|different)( person| people)?\W*$/i.test(words) ? open[0] : undefined
}

/** "yes" or "no" to what the receipt that is answered asked, where that is one thing. */
function askedByReceipt(
  words: string,
  questions: Question[],
  letterKey: string | undefined,
  userId: number,
): Question | undefined {
  const asked = questions.filter(
    ({ kind, data }) => kind === 'guess' && letterKey === `${userId} receipt ${data.messageId}`,
  )
  return asked.length === 1 && /^(?:yes|yep|yeah|y|no|nope|n)\W*$/i.test(words) ? asked[0] : undefined
}

type Answer = (question: Question, words: string, moment: Moment, zone: string) => Answered | undefined

const nothingElse = (question: Question, says = `${subjectOf(question)}: left as it is.`): Answered => ({
  question,
  says,
  facts: [],
  people: [],
})

const subjectOf = ({ data: { names, subject } }: Question): string => list(names ?? []) || `"${subject}"`

/** Whom the mail was to. */
const named: Answer = (question, words) => {
  const people = [...words.matchAll(NAMED)].flatMap(([, said = '', typed]) => {
    const address = canonicalAddress(typed!)
    const name = asName(said.trim().replace(/^(?:it was |was |it's )?(?:to |and )?/i, ''))
    return address ? [{ address, ...(name && { name }) }] : []
  })
  return people.length > 0 ? logged(question, people) : undefined
}

/** "Kit Moss <kit@ode.com>", "kit@ode.com and jo@ode.com": an address, and the words before it. */
const NAMED = /([^,;<>"'@\d]*?),?["'\s(<]*([^\s,;<>"'()]+@[^\s,;<>"'()]+)[>)]*/g

function logged(question: Question, people: { address: string; name?: string }[]): Answered {
  const { on, at, subject, messageId } = question.data
  const fact: DatedFact = {
    type: 'attempted',
    channel: 'email',
    subject,
    ...(messageId && { messageId }),
    on,
    at,
  }
  const names = people.map(({ address, name = '' }) => displayName({ address, name }))
  return {
    question,
    says: `"${subject}": logged for ${list(names)}.`,
    facts: [],
    people: people.map((person) => ({ person, facts: [fact] })),
  }
}

const ANSWERS: Partial<Record<Question['kind'], Answer>> = {
  'no recipient': named,

  announcement: (question, words, moment, zone) =>
    named(question, words, moment, zone) ??
    (YES.test(words) ? logged(question, question.data.people ?? []) : undefined),

  // Logged as later already: yes keeps that.
  doubt: (question, words, { on, at }) => {
    const contact = question.data.contacts?.[0]
    if (contact === undefined) return undefined
    if (/^(no|nope|declined|said no|it was a no|a no)\b/i.test(words))
      return {
        ...nothingElse(question, `${subjectOf(question)}: declined.`),
        facts: [{ contact, fact: { type: 'declined', on, at } }],
      }
    const isLater = YES.test(words) || /^later\W*$/i.test(words)
    return isLater ? nothingElse(question, `${subjectOf(question)}: later, as logged.`) : undefined
  },

  answer: (question, words, { on, at }) => {
    const contact = question.data.contacts?.[0]
    if (contact === undefined || !(YES.test(words) || NO.test(words))) return undefined
    if (NO.test(words)) return nothingElse(question, `${subjectOf(question)}: no answer, the chase goes on.`)
    return {
      ...nothingElse(question, `${subjectOf(question)}: answered.`),
      facts: [{ contact, fact: { type: 'answered', on, at } }],
    }
  },

  guess: (question, words, _, zone) => {
    const { answers = {} } = question.data
    const word = YES.test(words)
      ? 'yes'
      : Object.keys(answers).find((key) => words.toLowerCase().startsWith(key))
    const facts = word && answers[word]
    if (!facts) return undefined
    const says = facts.flatMap(({ fact }) => saysOf(fact, zone))[0] ?? 'noted'
    return { ...nothingElse(question, `${subjectOf(question)}: ${says}.`), facts }
  },

  identity: (question, words) => {
    const [, other] = question.data.contacts ?? []
    if (other === undefined) return undefined
    if (/^(same|one)\b/i.test(words) || YES.test(words))
      return { ...nothingElse(question, `${subjectOf(question)}: one person from now on.`), isSame: true }
    return /^(different|two)\b/i.test(words) || NO.test(words)
      ? nothingElse(question, `${subjectOf(question)}: two people.`)
      : undefined
  },
}

/** What a receipt says of a guess that was right. */
function saysOf(fact: DatedFact, zone: string): string | string[] {
  if (fact.type === 'booked') return MEANING.booked.says({ verb: 'booked', ...fact, targets: [] }, zone)
  if (fact.type === 'described' && fact.company) return `now at ${fact.company}`
  return fact.type === 'thanked' ? 'thanked' : fact.type === 'cancelled' ? 'cancelled' : []
}
