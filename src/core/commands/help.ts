import { FAMILIES } from './table.ts'

/**
 * The help letter's lines (practice 4.2, 110): the common commands as one types them, by what they are about. At
 * most 12 lines of 78 columns. No line is a command by itself, so that a quoted one cannot run.
 */
export function helpLines(): string[] {
  const lines = ['Begin with a number of the digest, or with a name:']
  for (const [title, commands] of FAMILIES) {
    const words = commands.flatMap((command) => (command.isCommon ? [`"${command.syntax}"`] : []))
    if (words.length) lines.push(...wrap(`${title}: ${words.join(', ')}`))
  }
  return lines
}

const COLUMNS = 78

/** Breaks after a comma outside quotation marks; what goes on is indented. */
function wrap(text: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.split(/(?<=",) /)) {
    if (line && line.length + 1 + piece.length > COLUMNS) {
      lines.push(line)
      line = `  ${piece}`
    } else line = line ? `${line} ${piece}` : piece
  }
  return [...lines, line]
}
