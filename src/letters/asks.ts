import { formatDay } from '../core/practice/days.ts'
import type { LocalDate } from '../core/practice/events.ts'
import { brief } from './brief.ts'
import type { Line } from './layout/page.ts'
import { list } from './list.ts'

/** A guess or a gap that the Check section asks about (practice 3.3). */
export type Ask = {
  id: number
  kind: 'no recipient' | 'announcement' | 'invitation' | 'doubt' | 'identity' | 'answer' | 'guess' | 'erase'
  subject: string
  on: LocalDate
  names?: string[]
  /** Whom it is about. */
  contacts?: number[]
  people?: { address: string }[]
  asks?: string
}

/** Its line in a digest; undefined for what a receipt has asked already. */
export function askLine(question: Ask, n: number): Omit<Line, 'n' | 'links'> | undefined {
  const title = brief(question.subject, 60)
  const mail = `Your mail of ${formatDay(question.on)}, "${title}",`
  const names = (question.names ?? []).map((name) => brief(name, 60))
  switch (question.kind) {
    case 'no recipient':
      return {
        name: 'Who was it to',
        end: '?',
        reason: `${mail} shows no recipient. Answer with the number and the address, or "${n} skip".`,
      }
    case 'announcement':
      return {
        name: 'Outreach to each',
        end: '?',
        reason: `${mail} went to ${question.people?.length ?? 'many'} people and is logged as an announcement. Say "${n} yes" to follow each up, or "${n} no".`,
      }
    case 'invitation':
      return {
        name: 'When is it',
        end: '?',
        reason: `The invitation of ${formatDay(question.on)}, "${title}", does not give its hour for certain. Say the name and when, as in "sofia meeting thu 2pm", or "${n} skip".`,
      }
    case 'doubt':
      return {
        name: list(names) || 'They',
        reason: `A no, or later? Logged as later. Say "${n} no" for a no, or "${n} yes" to keep it.`,
      }
    case 'answer':
      return {
        name: list(names) || 'They',
        reason: `${mail} looks like a reply. Did they answer? Say "${n} yes" or "${n} no".`,
      }
    case 'identity':
      return {
        name: list(names),
        reason: `One person with two addresses? Say "${n} same" or "${n} different".`,
      }
    case 'guess':
      return { name: list(names), reason: (question.asks ?? '').replaceAll('#', String(n)) }
    case 'erase':
      return undefined
  }
}
