import type { ReplyLine } from '../core/commands/order.ts'
import { foldedWords } from '../core/names.ts'
import type { Known, Question } from '../db/gather.ts'
import { newId } from '../db/open.ts'
import type { Config } from '../deps.ts'
import type { InboundEmail } from '../inbound-email.ts'
import { typed } from '../letters/first-name.ts'
import { list } from '../letters/list.ts'
import type { Moment } from '../moment.ts'
import { readOwnAddress } from '../own-addresses.ts'

/** A confirmation counts for so long. */
const DAYS = 14

/** What is asked back before anybody is erased (practice 4.1, rule 11), and the sentence that asks it. */
export function askToErase(
  toErase: (number | 'everything')[],
  known: Known,
  messageId: string,
  { on, at, now }: Moment,
): { question: Omit<Question, 'userId'>; says: string } {
  const ids = toErase.filter((id) => id !== 'everything')
  const isAll = ids.length < toErase.length
  const people = known.contacts.filter(({ id }) => ids.includes(id))
  const names = people.map(({ name }) => name)
  const what = isAll ? 'everything that is stored of you' : `all that is stored of ${list(names)}`
  const yes = isAll ? 'yes, delete everything' : `yes, forget ${typed(names[0] ?? '')}`
  return {
    question: {
      id: newId(),
      kind: 'erase',
      data: {
        subject: '',
        on,
        at,
        messageId,
        ...(!isAll && { contacts: ids, names }),
      },
      askedAt: now,
      answeredAt: null,
    },
    says: `To erase ${what}, answer this letter with "${yes}". Nothing is erased until then, and it cannot be taken back after.`,
  }
}

/**
 * Whether the reply confirms what the receipt that it answers asked: its first words say yes, and name nobody else.
 * "no" is an answer, too. `rest` is what else it says.
 */
export function confirmed(
  lines: ReplyLine[],
  known: Known,
  mail: Pick<InboundEmail, 'recipient'>,
  { now }: Moment,
  config: Config,
): { question: Question; isYes: boolean; rest: ReplyLine[] } | undefined {
  const question = known.questions.find(
    ({ kind, askedAt, data }) =>
      kind === 'erase' &&
      askedAt > now - DAYS * 86_400_000 &&
      known.letter?.key === `${known.user.id} receipt ${data.messageId}`,
  )
  const [first, ...rest] = lines
  if (!question || !first) return undefined
  // Mail to the open address lets people in: delivered twice, it would bring back whom it deleted.
  if (readOwnAddress(mail.recipient, config)?.is === 'open') return undefined
  const words = foldedWords(first.text)
  if (/^(no|nope|dont|keep)$/.test(words[0] ?? '')) return { question, isYes: false, rest }
  const { names = [], contacts } = question.data
  const allowed = new Set([...PLAIN, ...(contacts ? names.flatMap(foldedWords) : EVERYTHING)])
  const isYes = YES.has(words[0] ?? '') && words.slice(1).every((word) => allowed.has(word))
  return isYes ? { question, isYes, rest } : undefined
}

const YES = new Set(['yes', 'yep', 'yeah', 'confirm', 'confirmed'])

/** Words that may stand beside a yes without changing it. */
const PLAIN =
  'yes please do it go ahead and forget erase delete remove him her them his their data of all thanks thank you i am sure'.split(
    ' ',
  )
const EVERYTHING = ['everything', 'my', 'account', 'me']
