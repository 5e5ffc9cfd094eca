import { PHRASES } from './table.ts'

/**
 * Puts the spaces in that a thumb left out: "5snooze3d" is "5 snooze 3d", "5done" is "5 done". Only beside a word that
 * begins a command, so that "3d", "2pm" and "1st" stay whole.
 */
export const spaced = (line: string): string =>
  line.replace(
    /(?<![^\s,;(#])(#?\d{1,2}[.:)]?)?(\p{L}{2,})(\d{1,2}\p{L}*)?(?![^\s,;.!?)])/gu,
    (typed, before = '', word, after = '') =>
      (before || after) && PHRASES.has(word.toLowerCase()) ? `${before} ${word} ${after}`.trim() : typed,
  )
