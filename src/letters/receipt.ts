import type { Outcome } from '../core/commands/carry-out.ts'
import { summary } from '../core/commands/carry-out.ts'
import { helpLines } from '../core/commands/help.ts'
import type { Order, Reading, Target } from '../core/commands/order.ts'
import { formatDay } from '../core/practice/days.ts'
import type { LocalDate } from '../core/practice/events.ts'
import type { Obligation } from '../core/practice/obligation.ts'
import type { Standing } from '../core/practice/standing.ts'
import { asHtml } from './layout/html.ts'
import { type Block, page, type Section } from './layout/page.ts'
import { asText } from './layout/text.ts'
import type { Attachment, Letter } from './letter.ts'
import { list } from './list.ts'

/** What a receipt is made of. */
export type ReceiptInput = {
  readings: Reading[]
  outcome: Outcome
  /** What was done besides the readings: answers to questions, in words. */
  otherDone: string[]
  /** A contact as it stands after the reply. */
  after: (contact: number) => { name: string; standing: Standing | undefined } | undefined
  /** Whether "undo" found something to take back. */
  undone: 'all' | 'some' | 'nothing' | undefined
  /** What it took back. */
  takenBack: string[]
  /** What answers "list", "agenda 4", "export" and the like. */
  told: { lines: string[]; blocks: Block[]; attachments: Attachment[] }
  /** What is asked before it is done. */
  confirm?: string
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
    { heading: 'TO CONFIRM', lines: [], after: input.confirm ? [input.confirm] : [] },
    { heading: 'ASKED', lines: [], after: input.told.lines },
    { heading: 'WORDS', lines: [], after: isHelp ? helpLines() : [] },
  ]
  const count = done.length + input.otherDone.length
  const text = page({
    opening: [opening(count, input)],
    sections: sections.filter(({ after }) => after.length > 0),
    blocks: input.told.blocks,
    footer: [
      count > 0 && !input.undone
        ? 'To take this back, answer "undo". Or "help" for the words.'
        : 'Answer "help" for the words.',
    ],
  })
  const { subject, messageId, references } = input.mail
  return {
    key: `receipt ${messageId}`,
    subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
    text: asText(text),
    html: asHtml(text),
    replyTo: input.replyTo,
    answers: { id: messageId, references },
    ...(input.told.attachments.length > 0 && { attachments: input.told.attachments }),
  }
}

function opening(done: number, { undone, readings }: ReceiptInput): string {
  const problems = readings.flatMap(({ problem }) => problem?.kind ?? [])
  if (problems.length === 0) return undone === 'nothing' || done > 0 ? 'Done.' : 'Here it is.'
  const lines = problems.length === 1 ? 'One line' : `${problems.length} lines`
  const verb = problems.length === 1 ? 'was' : 'were'
  const what = problems.every((kind) => kind === 'not understood')
    ? `${verb} not understood`
    : `${verb} not done`
  return `${lines} ${what}; ${done > 0 ? 'the rest is done' : 'nothing was changed'}.`
}

/**
 * "Marcus Hale: email sent. Next: a call on Tue 17 Nov." One sentence for all contacts that go on alike; what comes
 * next stands with the last order about a contact.
 */
function sentenceOf(order: Order, orders: Order[], input: ReceiptInput): string[] {
  if (order.verb === 'ask' || order.verb === 'forget' || order.verb === 'forget all') return []
  if (order.verb === 'undo') return input.undone === 'nothing' ? [] : input.takenBack
  if (order.targets.length === 0) return [summary(order, '', input.zone)]
  const byNext = Map.groupBy(order.targets, (target) =>
    isLast(order, target, orders) ? nextSentence(order, target, input) : '',
  )
  return [...byNext].map(([next, targets]) => {
    const names = targets.map((target) => nameOf(target, input))
    return `${summary(order, list(names), input.zone)}${next}`
  })
}

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
  if (SAYS_WHEN.has(order.verb)) return ''
  const standing = after(target.contact)?.standing
  const next = standing?.obligations.find(({ kind }) => kind !== 'second person')
  if (!standing || !next) return ''
  const step = stepOf(next, standing)
  return step
    ? ` Next: ${step} ${next.dueOn <= today ? 'in the next letter' : `on ${formatDay(next.dueOn, today)}`}.`
    : ''
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
  touch: 'a line to keep in touch',
  coffee: 'a coffee',
  retry: 'another try',
  'new address': 'a new address',
  'first email': 'the first email',
  'intro reply': 'the answer to the introduction',
}
