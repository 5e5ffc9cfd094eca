import { brief } from './brief.ts'

/**
 * Characters of lists and histories in one letter. A row of D1 holds 2 MB: that is both parts of a letter, at up to
 * three bytes a character, beside 1.4 MB of files.
 */
const MAX_TOLD = 60_000

/** A line that is cut to less says nothing. */
const MIN_LINE = 100

/** The first lines, as far as a letter has room for them; where it has not, the last one says so. */
export function withRoom(lines: string[]): string[] {
  let left = MAX_TOLD
  const kept = lines.flatMap((line) => {
    const room = left
    left -= line.length
    if (line.length <= room) return [line]
    return room < MIN_LINE ? [] : [brief(line, room)]
  })
  return left < 0 ? [...kept, 'A letter has no room for more; "export" sends all of it.'] : kept
}
