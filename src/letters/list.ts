import { brief } from './brief.ts'

/** "Grace Kim, Max Orr and Jo Beck" */
export const list = (names: string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** "Grace Kim, Max Orr and 4 more": the first of many names, as long as they may be. */
export function few(names: string[]): string {
  const first = names.slice(0, MAX_NAMED).map((name) => brief(name, MAX_NAME))
  const more = names.length - first.length
  return first.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

const MAX_NAMED = 8
const MAX_NAME = 40
