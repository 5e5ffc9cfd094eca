import type { Outcome } from '../core/commands/carry-out.ts'
import { summary } from '../core/commands/carry-out.ts'
import { helpLines } from '../core/commands/help.ts'
import type { Known, Order, OrderOf, Reading, Target } from '../core/commands/order.ts'
import { formatDay } from '../core/practice/days.ts'
import type { LocalDate } from '../core/practice/events.ts'
import type { Obligation } from '../core/practice/obligation.ts'
import type { Standing } from '../core/practice/standing.ts'
import { answerSubject } from './answer-subject.ts'
import { clockTime } from './clock-time.ts'
import { asHtml } from './layout/html.ts'
import { type Block, type Line, page, type Section } from './layout/page.ts'
import { asText } from './layout/text.ts'
import type { Attachment, Letter } from './letter.ts'
import { list } from './list.ts'
import { numberWord } from './number-word.ts'

/** What a receipt is made of. */
export type ReceiptInput = {
  readings: Reading[]
  outcome: Outcome
  /** What was done besides the readings: answers to questions, in words. */
  otherDone: string[]
  /** A contact as it stands after the reply. */
  after: (contact: number) => { name: string; standing: Standing | undefined } | undefined
  /** "undo" would take back what this reply did, and not what an earlier one did. */
  isUndoable: boolean
  /** Whether "undo" found something to take back. */
  undone: 'all' | 'some' | 'nothing' | undefined
  /** What it took back. */
  takenBack: string[]
  /** What answers "list", "agenda 4", "export" and the like. */
  told: { lines: string[]; blocks: Block[]; attachments: Attachment[] }
  /** People to answer, if the user likes, with their drafts. */
  toAnswer: Line[]
  /** What is asked back: before something is erased, or of what was said. */
  askedBack: string[]
  /** While letters are stopped: how long what is stored is kept. */
  kept?: string
  today: LocalDate
  zone: string
  /** Of the mail that is answered. */
  mail: { subject: string; messageId: string; references: string[] }
  replyTo: string
}

/**
 * The answer to a reply, in its thread (practice 4.1, rule 10): what was done, with names and next dates, what was
 * not understood, quoted back, and how to take it all back.
 */
export function receipt(input: ReceiptInput): Letter {
  const orders = input.readings.flatMap((reading) => reading.orders)
  const done = input.readings.flatMap((reading) => [
    ...reading.orders.flatMap((order) => sentenceOf(order, orders, input)),
    ...(reading.remark ? [reading.remark] : []),
  ])
  const problems = input.readings.flatMap(({ line, problem }) =>
    problem
      ? [line && !problem.sentence.includes(line) ? `"${line}": ${problem.sentence}` : problem.sentence]
      : [],
  )
  const isHelp = input.outcome.questions.some(({ question }) => question === 'help')
  const sections: Section[] = [
    { heading: 'DONE', lines: [], after: [...input.otherDone, ...done] },
    { heading: 'NOT DONE', lines: [], after: problems },
    { heading: 'TO ANSWER', lines: input.toAnswer, after: [] },
    { heading: 'TO CONFIRM', lines: [], after: input.askedBack },
  ].filter(({ lines, after }) => lines.length + after.length > 0)
  // What stays line by line.
  const lists = [
    ['TO KNOW', ...input.told.lines],
    ['WORDS', ...(isHelp ? whole(helpLines()) : [])],
  ].filter((lines) => lines.length > 1)
  // One thing needs no heading: the opening says what it is.
  const isOne = sections.length + lists.length === 1 && problems.length === 0
  const count = done.length + input.otherDone.length
  const text = page({
    opening: [opening(count, input)],
    sections: isOne ? sections.map(withoutHeading) : sections,
    blocks: [...lists.map(([heading, ...lines]) => [isOne ? '' : heading!, ...lines]), ...input.told.blocks],
    closing: input.kept ? [input.kept] : [],
    footer: footer(input.isUndoable, isHelp),
  })
  const { messageId, references } = input.mail
  return {
    key: `receipt ${messageId}`,
    subject: answerSubject(input.mail.subject),
    text: asText(text),
    html: asHtml(text),
    replyTo: input.replyTo,
    answers: { id: messageId, references },
    ...(input.told.attachments.length > 0 && { attachments: input.told.attachments }),
  }
}

const withoutHeading = (section: Section): Section => ({ ...section, heading: '' })

/** Lines that were broken for a screen of letters: the layout breaks them for its own. */
const whole = (lines: string[]): string[] =>
  lines.reduce<string[]>((all, line) => {
    if (line.startsWith('  ')) all.push(`${all.pop()} ${line.trim()}`)
    else all.push(line)
    return all
  }, [])

function opening(done: number, { undone, readings, askedBack }: ReceiptInput): string {
  const problems = readings.filter(({ problem }) => problem).length
  if (undone === 'nothing') return 'There was nothing to take back.'
  if (problems > 0)
    return done > 0
      ? `Done, but for ${problems === 1 ? 'one line' : `${numberWord(problems).toLowerCase()} lines`}.`
      : 'Nothing was changed.'
  if (done > 0) return 'Done.'
  return askedBack.length > 0 ? 'One thing to confirm.' : 'Here it is.'
}

function footer(canUndo: boolean, isHelp: boolean): string[] {
  if (canUndo) return ['To take this back, answer "undo". Or "help" for the words.']
  return isHelp ? [] : ['Answer "help" for the words.']
}

/**
 * "Marcus Hale: email sent. Next: a call on Tue 17 Nov." One sentence for all contacts that go on alike; what comes
 * next stands with the last order about a contact.
 */
function sentenceOf(order: Order, orders: Order[], input: ReceiptInput): string[] {
  if (
    order.verb === 'ask' ||
    order.verb === 'sender' ||
    order.verb === 'forget' ||
    order.verb === 'forget all'
  )
    return []
  if (order.verb === 'undo') return input.undone === 'nothing' ? [] : input.takenBack
  if (order.targets.length === 0) return [summary(order, '', input.zone)]
  const told = order.targets.filter((target) => !isGuess(order, target))
  if (told.length === 0 && order.note)
    return sentenceOf({ verb: 'note', text: order.note, targets: order.targets }, orders, input)
  const byNext = Map.groupBy(told, (target) =>
    isLast(order, target, orders) ? nextSentence(order, target, input) : '',
  )
  return [...byNext].map(([next, targets]) => {
    const names = targets.map((target) => nameOf(target, input))
    return `${summary(order, list(names), input.zone)}${next}`
  })
}

/** What became of a guess says whoever answered it. */
const isGuess = ({ verb }: Order, target: Target): boolean =>
  (verb === 'done' || verb === 'guess') && 'contact' in target && target.item?.kind === 'check'

function isLast(order: Order, target: Target, orders: Order[]): boolean {
  const isSame = (other: Target): boolean =>
    'contact' in target && 'contact' in other && other.contact === target.contact
  return !orders.slice(orders.indexOf(order) + 1).some((later) => later.targets.some(isSame))
}

function nameOf(target: Target, { after }: ReceiptInput): string {
  if ('contact' in target) return after(target.contact)?.name ?? 'Somebody'
  return target.newPerson.name ?? target.newPerson.address ?? 'Somebody'
}

/** What comes next for a contact, where the order decides that: " Next: a call on Thu 19 Nov." */
function nextSentence(order: Order, target: Target, input: ReceiptInput): string {
  const { after, today } = input
  if (!('contact' in target)) return ''
  if (order.verb === 'snooze') return notBefore(order.until, target, input)
  const also = ABOUT_MEETINGS.has(order.verb) ? othersSet(order, target, input) : ''
  if (also) return also
  if (order.verb === 'met') return afterMeeting(order, target, input)
  if (SAYS_WHEN.has(order.verb)) return ''
  const standing = after(target.contact)?.standing
  const next = standing?.obligations.find(({ kind }) => kind !== 'second person')
  // Away, and yet due now: not a thing to say in one breath.
  if (!standing || !next || (order.verb === 'away' && next.dueOn <= today)) return ''
  // The order has named that day.
  if (order.verb === 'deferred' && next.dueOn === order.until) return ''
  const step = stepOf(next, standing)
  return step
    ? ` Next: ${step} ${next.dueOn <= today ? 'in the next letter' : `on ${formatDay(next.dueOn, today)}`}.`
    : ''
}

/** The debrief is asked for once (practice 2.2, MET); the line that asked how it was asked for it already. */
function afterMeeting(order: OrderOf<'met'>, target: Known, { after }: ReceiptInput): string {
  const isOwed = after(target.contact)?.standing?.unthanked.includes(order.on)
  const asks = !order.note && target.item?.kind !== 'outcome'
  return `${isOwed ? ' A thank-you is next.' : ''}${asks ? DEBRIEF : ''}`
}

const DEBRIEF = ' Anything worth keeping: names, promises, a next step?'

const ABOUT_MEETINGS = new Set(['booked', 'moved', 'cancelled', 'missed'])

/** Where several meetings with one person are set, or were: those that stay beside the one that was spoken of. */
function othersSet(order: Order, target: Target, { after, today, zone }: ReceiptInput): string {
  const booked = ('contact' in target && after(target.contact)?.standing?.booked) || []
  const spokenOf = 'meeting' in order ? order.meeting.on : undefined
  const days = booked.flatMap(({ on, startsAt }) => {
    if (on === spokenOf || on < today) return []
    return `${formatDay(on, today)}${startsAt === undefined ? '' : ` ${clockTime(startsAt, zone)}`}`
  })
  return days.length > 0 ? ` Also set: ${list(days)}.` : ''
}

/** A snooze that ends before anything is due: when that is. */
function notBefore(until: LocalDate, target: Target, { after, today }: ReceiptInput): string {
  const standing = 'contact' in target ? after(target.contact)?.standing : undefined
  const next = standing?.obligations.find(({ kind }) => kind === 'attempt')
  return next && next.dueOn > until ? ` Not due before ${formatDay(next.dueOn, today)}.` : ''
}

/** Orders whose own sentence already says what follows, or after which nothing follows. */
const SAYS_WHEN = new Set([
  'snooze',
  'drop',
  'star',
  'note',
  'described',
  'goal',
  'ignore',
  'booked',
  'moved',
  'cancelled',
  'missed',
  'bounced',
  'met',
])

function stepOf({ kind }: Obligation, standing: Standing): string | undefined {
  if (kind === 'attempt') {
    if (standing.next?.channel === 'call') return 'a call'
    const emails = standing.attempts.filter(
      ({ channel }) => channel === 'email' || channel === 'letter',
    ).length
    return `email ${emails + 1}`
  }
  return STEPS[kind]
}

const STEPS: Partial<Record<Obligation['kind'], string>> = {
  closing: 'the last line',
  thank: 'the thank-you',
  answer: 'your answer',
  rebook: 'two new times',
  stalled: 'a nudge',
  outcome: 'whether you met',
  update: 'an update',
  congratulate: 'a line of congratulation',
  touch: 'a line to keep in touch',
  coffee: 'a coffee',
  retry: 'another try',
  'new address': 'a new address',
  'first email': 'the first email',
  'intro reply': 'the answer to the introduction',
}
