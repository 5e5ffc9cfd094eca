import { plain } from '../../core/plain.ts'
import { afterName, beforeName, ending } from './first-sentence.ts'
import type { Block, Line, Page, Section, Table } from './page.ts'
import { WIDTH, wrap } from './wrap.ts'

/**
 * The text part of a letter (practice 3.4): complete by itself, 78 columns, as if typed. Holds no links.
 * Whatever a name is made of, it stays on its line: line breaks, control characters and hidden ones are taken out.
 */
export const asText = (page: Page): string => {
  const groups: string[] = []
  for (const paragraph of page.opening) groups.push(wrap(paragraph))
  for (const section of page.sections) groups.push(sectionText(section))
  for (const block of page.blocks) groups.push(blockText(block))
  for (const table of page.tables ?? []) groups.push(tableText(table))
  if (page.closing.length) groups.push(sentences(page.closing))
  if (page.footer.length) groups.push(sentences(page.footer))
  return plain(groups.join('\n\n') + '\n').replace(UNPRINTABLE, ' ')
}

const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]+/g

const INDENT = '    '

const sectionText = ({ heading, lines, after }: Section): string => {
  let text = heading
  for (const line of lines) text += (text && '\n') + lineText(line)
  // A sentence of its own stands apart, lest it read as the end of the line above it.
  const apart = lines.length > 0 ? '\n\n' : '\n'
  for (const [i, sentence] of after.entries()) text += (text && (i === 0 ? apart : '\n')) + wrap(sentence)
  return text
}

const lineText = (line: Line): string => {
  const number = line.n === undefined ? INDENT : `${String(line.n).padStart(2)}  `
  const phone = line.phone ? `, ${line.phone}` : ''
  const reason = line.reason && ` ${line.reason}`
  return wrap(beforeName(line) + line.name + afterName(line) + phone + ending(line) + reason, number, INDENT)
}

/** Lines keep their own indentation; one that is too long goes on two columns further in. */
const blockText = ([heading = '', ...lines]: Block): string => {
  const kept = lines.map((line) => {
    if (line.length <= WIDTH && !line.includes('\n')) return line
    const indent = line.slice(0, line.search(/\S|$/))
    return wrap(line.trim(), indent, indent + '  ')
  })
  return (heading ? [wrap(heading, '', '  '), ...kept] : kept).join('\n')
}

/** Labels to the left, two columns in; values to the right under their column's name. */
const tableText = ({ heading, columns, rows }: Table): string => {
  const label = Math.max(heading.length, ...rows.map(([name = '']) => name.length + 2))
  const widths = columns.map((name, i) =>
    Math.max(name.length, ...rows.map((row) => row[i + 1]?.length ?? 0)),
  )
  const rowText = (name: string, values: string[]) =>
    name.padEnd(label) + widths.map((width, i) => '   ' + (values[i] ?? '').padStart(width)).join('')
  return [rowText(heading, columns), ...rows.map(([name = '', ...values]) => rowText(`  ${name}`, values))]
    .map((row) => row.trimEnd())
    .join('\n')
}

const sentences = (list: string[]): string => list.map((sentence) => wrap(sentence)).join('\n')
