import type { Case } from './case.ts'
import { fieldsOf } from './drafting.ts'
import { script } from './drafts/scripts.ts'
import type { Block } from './layout/page.ts'

/**
 * What to say on the phone, to whoever answers instead and to a machine, which is spoken to but once (practice 5.3);
 * where a card is due, its text (practice 5.10).
 */
export function scriptBlock(c: Case): Block {
  const { contact, standing, today } = c
  const who = [contact.name, contact.company, standing.phone].filter(Boolean).join(', ')
  const fields = fieldsOf(c)
  if (standing.obligations.some(({ kind, dueOn }) => kind === 'card' && dueOn <= today))
    return [`CARD: ${who}`, ...linesOf(script('card', fields))]
  const isTalk = standing.state === 'TALKING'
  const hasCalled = standing.attempts.some(({ channel }) => channel === 'call')
  return [
    `SCRIPT: ${who}`,
    ...linesOf(script(isTalk ? 'call in a talk' : 'call script', fields)),
    ...(isTalk || hasCalled ? [] : [`  To a machine: "${script('voicemail', fields)}"`]),
    ...(hasCalled && !isTalk ? ['  To a machine: no second message.'] : []),
  ]
}

const linesOf = (text: string): string[] => text.split(/\n+/).map((line) => `  ${line}`)
