import { withoutLinks } from './letter-words.ts'

/**
 * Whether a line holds nothing but words to tap, which only a letter's HTML part has ("Draft · Answered · Snooze"):
 * only the text of a sent letter is kept, and a program that quotes the HTML part quotes them too. A dot between
 * words that begin large, or a link behind them, is what nobody types; a lone "Answered" is the user's.
 *
 * @param before the line above: programs break such lines at a dot, or inside of a link's address
 * @param after  the line below, to which a long address may have gone
 */
export function areTaps(text: string, before = '', after = ''): boolean {
  const whole = OPEN_LINK.test(before) ? text.replace(/^[^<>\s]*>/, ' · ') : text
  const plain = withoutLinks(whole).trim()
  const isLinked = withoutLinks(whole) !== whole || LINK_BELOW.test(after)
  const isMarked = plain.includes('·') || isLinked || /·\s*$/.test(withoutLinks(before))
  return isMarked && plain.split('·').every((word) => word.trim() === '' || TAP.test(word.trim()))
}

const TAP = /^\*?\p{Lu}[\p{L}'’-]{1,20}(?: [\p{L}'’-]{1,20}){0,2}\*?$/u

const LINK_BELOW = /^\s*<(?:https?|mailto):/
const OPEN_LINK = /<(?:https?|mailto):[^<>]*$/
