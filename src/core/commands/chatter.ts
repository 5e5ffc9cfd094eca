import { plain } from './words.ts'

/** A greeting, a thank-you, "ok will do", a thumb: nothing to do, and nothing to answer (rule 12). */
export function isChatter(text: string, userName?: string): boolean {
  const words = wordsIn(text)
  if (words.length === 0) return !text.includes('?')
  const isThanks = /^(thanks?|thx|ty)$/.test(words[0]!)
  if (words.every((word) => POLITE.has(word) || (isThanks && THANKED.has(word)))) return true
  return isGreeting(words) || isClosing(text, userName)
}

/** "Best, Ann", "Thanks," or the user's own name: after it come a signature and no commands. */
export function isClosing(text: string, userName?: string): boolean {
  const words = wordsIn(text)
  const rest = words.filter((word) => !CLOSING.has(word))
  if (rest.length === words.length) return isOwnName(words, userName)
  return (
    CLOSING.has(words[0]!) &&
    (rest.length === 0 || isOwnName(rest, userName) || (rest.length <= 2 && /,\s*\p{Lu}/u.test(text)))
  )
}

/** Whether words after a command say nothing: "please", "again", "thanks!". */
export const isFiller = (text: string): boolean =>
  wordsIn(text).every((word) => POLITE.has(word) || FILLER.has(word))

const wordsIn = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? []

const isGreeting = (words: string[]): boolean =>
  /^(hi|hello|hey|dear|morning)$/.test(words[0]!) &&
  words.length <= 3 &&
  !words.some((word) => /\d/.test(word))

function isOwnName(words: string[], userName?: string): boolean {
  const own = wordsIn(userName ?? '')
  return (
    own.length > 0 &&
    words.length > 0 &&
    words.every((word) => own.includes(word) || (word.length === 1 && own.some((name) => name[0] === word)))
  )
}

const CLOSING = new Set(
  'best regards kind warm warmly warmest cheers sincerely thanks thank you many yours truly wishes xx xo x'.split(
    ' ',
  ),
)

const POLITE = new Set(
  `ok okay k will do thanks thank thx ty tysm you u much so very a lot many great perfect got it sounds good cool nice awesome
  excellent super noted np no problem sure yes yep yeah yup understood hi hello hey dear there morning good afternoon evening
  again all for this that the your helpful useful is was too have day weekend one cheers best regards
  kind warm appreciated appreciate lovely wonderful brilliant love works please pls wow lol haha ha oh well and i ill on im
  just really team bye hope everything fine doing safe soon night sincerely warmly`.split(/\s+/),
)

const THANKED = new Set('help reminder reminders update digest list note heads up'.split(' '))

const FILLER = new Set(
  `already now today again her him them it too also instead finally email emails mail an done sent off out to back though then
  still yet both each with of me my by note by phone hours ago earlier later message`.split(/\s+/),
)
