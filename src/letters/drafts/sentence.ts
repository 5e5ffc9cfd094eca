import type { Values } from './fields.ts'

/**
 * A sentence with merge fields: "I am {meLine}.". A list holds wordings of one sentence, best first: the first one
 * whose fields all have a value is taken. `{?me}` needs a value and shows nothing.
 */
export type Sentence = string | readonly string[]

/** Sentences that follow one another with a space. */
export type Paragraph = readonly Sentence[]

/** The sentence with its values, or '' where one of its fields has none: a sentence goes whole. */
export const fill = (sentence: Sentence, values: Values): string => {
  if (typeof sentence === 'string') return merge(sentence, values)
  for (const wording of sentence) {
    const filled = merge(wording, values)
    if (filled) return filled
  }
  return ''
}

/** Paragraphs a blank line apart; a paragraph that lost all its sentences is gone. */
export const fillAll = (paragraphs: readonly Paragraph[], values: Values): string => {
  let text = ''
  for (const paragraph of paragraphs) {
    let filled = ''
    for (const sentence of paragraph) {
      const next = fill(sentence, values)
      if (next) filled += (filled && ' ') + next
    }
    if (filled) text += (text && '\n\n') + filled
  }
  return text
}

/** Values are put in once: braces within a value stay as they are. "Acme Inc." does not get a second full stop. */
const merge = (wording: string, values: Values): string => {
  const { literals, fields } = compiled(wording)
  let merged = literals[0]!
  for (let i = 0; i < fields.length; i++) {
    const { name, isShown } = fields[i]!
    const value = values[name]
    if (!value) return ''
    const next = literals[i + 1]!
    if (isShown) merged += value
    merged += isShown && next.startsWith('.') && /[.?!]$/.test(value) ? next.slice(1) : next
  }
  return merged
}

/** What stands before, between and after the fields of a wording. */
type Compiled = { literals: string[]; fields: { name: keyof Values; isShown: boolean }[] }

const compiled = (wording: string): Compiled => {
  let found = COMPILED.get(wording)
  if (!found) {
    const fields = [...wording.matchAll(/\{(\??)(\w+)\}/g)]
    found = {
      literals: wording.split(/\{\??\w+\}/),
      fields: fields.map(([, hidden, name]) => ({ name: name as keyof Values, isShown: !hidden })),
    }
    COMPILED.set(wording, found)
  }
  return found
}

/** The wordings are a fixed set; each is taken apart once. */
const COMPILED = new Map<string, Compiled>()
