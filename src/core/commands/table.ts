import type { Command } from './command.ts'
import { answers } from './table/answers.ts'
import { chase } from './table/chase.ts'
import { details } from './table/details.ts'
import { introductions } from './table/introductions.ts'
import { keeping } from './table/keeping.ts'
import { meetings } from './table/meetings.ts'
import { outreach } from './table/outreach.ts'
import { people } from './table/people.ts'
import { questions } from './table/questions.ts'
import { refusals } from './table/refusals.ts'
import { search } from './table/search.ts'
import { senders } from './table/senders.ts'
import { settings } from './table/settings.ts'
import { thanks } from './table/thanks.ts'

/** Every command there is, by what it is about. The reader and the help letter are both made from it. */
export const FAMILIES: [title: string, commands: Command[]][] = [
  ['Outreach', [...outreach, ...details]],
  ['Answers', [...answers, ...refusals, ...chase]],
  ['Meetings', [...meetings, ...thanks]],
  ['Introductions', introductions],
  ['Later', keeping],
  ['People', people],
  ['Search', [...settings, ...senders, ...search]],
  ['Ask', questions],
]

export const TABLE: Command[] = FAMILIES.flatMap(([, commands]) => commands)

/** A phrase of the table: the words that say a command. "…" is a gap. */
export type Phrase = { command: Command; text: string; words: string[] }

/** Every phrase, by its first word. */
export const PHRASES: Map<string, Phrase[]> = phrasesOf(TABLE)

/** @throws Error where two commands claim one phrase: the table itself is wrong */
export function phrasesOf(table: Command[]): Map<string, Phrase[]> {
  const byFirst = new Map<string, Phrase[]>()
  const claimed = new Map<string, Command>()
  for (const command of table)
    for (const text of command.words.split(/\s*,\s*/)) {
      const before = claimed.get(text)
      if (before) throw new Error(`"${text}" is claimed twice: "${before.syntax}" and "${command.syntax}"`)
      claimed.set(text, command)
      const words = text.split(' ')
      const first = words[0]!
      byFirst.set(first, [...(byFirst.get(first) ?? []), { command, text, words }])
    }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}
