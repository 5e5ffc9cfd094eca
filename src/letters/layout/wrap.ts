/** Columns of the text part (practice 3.3). */
export const WIDTH = 78

/**
 * Breaks `text` into lines of at most WIDTH columns, as one would type it: rather after a comma or full stop than in
 * the middle of a phrase. The first line starts with `first`, the others with `rest`.
 * A long word (address, URL) is never broken. A command in quotes stays with the word before it, so that a line
 * never holds a command alone: where a mail program quotes without marks, it could be taken for the user's.
 */
export const wrap = (text: string, first = '', rest = ''): string => {
  const line = text.includes('\n') ? text.replace(/\s*\n\s*/g, ' ').trim() : text
  if (first.length + line.length <= WIDTH) return first + line
  let wrapped = first
  let from = 0
  let room = WIDTH - first.length
  while (line.length - from > room) {
    const at = breakAt(line, from, from + room)
    if (at < 0) break
    wrapped += line.slice(from, at).trimEnd() + '\n' + rest
    from = at + 1
    while (line[from] === ' ') from++
    room = WIDTH - rest.length
  }
  return wrapped + line.slice(from)
}

/** Columns at the end of a line within which a break after a comma or full stop is worth the space. */
const SENSE = 16

/** The space to break at: by sense, else the last one in reach; after a long word, the next one; else -1. */
const breakAt = (line: string, from: number, limit: number): number => {
  const last = line.lastIndexOf(' ', limit)
  if (last <= from) return line.indexOf(' ', limit)
  let at = last
  while (at > from && at > limit - SENSE && !(line[at] === ' ' && PAUSES.includes(line[at - 1]!))) at--
  if (at <= from || at <= limit - SENSE) at = last
  const quote = quoteAround(line, from, at)
  if (quote < 0) return at
  const earlier = line.lastIndexOf(' ', quote - 2)
  return earlier > from ? earlier : at
}

const PAUSES = '.,;:?!'

/** Where the quotation starts that the space at `at` is in or right before; -1 where it is in none. */
const quoteAround = (line: string, from: number, at: number): number => {
  let open = line.indexOf('"', from)
  while (open >= 0 && open <= at + 1) {
    const close = line.indexOf('"', open + 1)
    if (close < 0 || close > at) return open
    open = line.indexOf('"', close + 1)
  }
  return -1
}
