/** What to call somebody in a sentence: "Grace", "Dr Kim"; all of a name that has no such word. */
export const firstName = (name: string): string => given(name) ?? name

/** What to greet somebody by; undefined where the name is an address, or nothing but signs. */
export function given(name: string): string | undefined {
  const words = wordsOf(name)
  const [first, ...rest] = words
  if (!first || !TITLE.test(first) || rest.length === 0) return first
  return `${first.replace('.', '')} ${rest.at(-1)}`
}

/** How a command names somebody: "grace"; for Dr Grace Kim too. */
export const typed = (name: string): string => {
  const words = wordsOf(name)
  return (words.find((word) => !TITLE.test(word)) ?? words[0] ?? name).toLowerCase()
}

const wordsOf = (name: string): string[] =>
  name.includes('@') ? [] : name.split(' ').filter((word) => /\p{L}/u.test(word))

const TITLE = /^(?:dr|prof|professor|mr|mrs|ms|mx|rev|sir|dame|herr|frau|mme)\.?$/i
