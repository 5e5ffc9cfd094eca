/** The first and last word of a name, folded: how a reply may call a contact ("Grace", "kim"). */
export function nameKeys(name: string): { first: string; last: string } {
  const words = foldedWords(name)
  return { first: words[0] ?? '', last: words.at(-1) ?? '' }
}

/** Words in lower case, without accents: letters and digits of any script, also with a hyphen or apostrophe inside. */
export const foldedWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
