import type { Item } from '../core/commands/item.ts'
import type { ReplyLine } from '../core/commands/order.ts'
import { canonicalAddress } from '../core/mail/addresses.ts'
import type { Question } from '../db/gather.ts'
import type { DatedFact } from '../decision.ts'

/** An answer to a question of the Check section: whom the mail was to. */
export type Answered = {
  line: string
  question: Question
  people: { address: string; name?: string }[]
  fact: DatedFact
}

/**
 * Takes the lines that answer a question about a mail: "10 grace@acme.com" names whom it was to, "10 yes" makes an
 * announcement an attempt for each of its recipients. The other lines are left for the reader of commands.
 */
export function answerQuestions(
  lines: ReplyLine[],
  items: Item[],
  questions: Question[],
): { done: Answered[]; rest: ReplyLine[] } {
  const done: Answered[] = []
  const rest = lines.filter((line) => {
    const answer = answerOf(line, items, questions)
    if (answer) done.push(answer)
    return !answer
  })
  return { done, rest }
}

function answerOf({ text, item }: ReplyLine, items: Item[], questions: Question[]): Answered | undefined {
  const [, number, words = ''] = /^\s*#?(\d{1,2})?[.):\s]*(.*)$/s.exec(text.slice(0, 1000)) ?? []
  const asked = items.find(({ n, kind }) => kind === 'check' && n === (number ? Number(number) : item))
  const question = questions.find(({ id }) => asked?.key === `question ${id}`)
  if (!question) return undefined
  const { on, at, subject, messageId, people = [] } = question.data
  const addresses = (words.match(/[^\s,;<>"']+@[^\s,;<>"']+/g) ?? []).flatMap(
    (address) => canonicalAddress(address) ?? [],
  )
  const isYes = question.kind === 'announcement' && /^(yes|yep|ok|right)\b/i.test(words)
  if (addresses.length === 0 && !isYes) return undefined
  return {
    line: text,
    question,
    people: addresses.length > 0 ? addresses.map((address) => ({ address })) : people,
    fact: { type: 'attempted', channel: 'email', subject, ...(messageId && { messageId }), on, at },
  }
}
