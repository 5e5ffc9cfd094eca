import type { Address } from '../../inbound-email.ts'
import { CC_LABELS, saysForwarded } from './forward-words.ts'
import { headerBlockAt, separatorAt } from './header-blocks.ts'
import { fold, type MailLine } from './mail-lines.ts'
import { mailboxesIn, nameIn } from './mailbox-text.ts'
import { LABELS } from './quote-words.ts'

/** A mail as a forward prints it: the fields of its header block, and where everything lies. */
export type ForwardBlock = {
  /** The line at which the forward begins: its separator, or the block itself. */
  start: number
  /** The first line of the body. */
  bodyStart: number
  fields: PrintedFields
  /** The author stands behind a label that is known for it, or nobody does. */
  isLabelled: boolean
}

export type PrintedFields = {
  from?: Address
  /** Where the program printed a name and no address. */
  fromName?: string
  to: Address[]
  cc: Address[]
  subject?: string
  date?: string
  /** False where the label of the author is a word of another language. */
  isEnglish: boolean
}

/** The first header block in these lines, or undefined. Lines are as `textLines` and `htmlLines` give them. */
export function forwardBlockIn(lines: MailLine[]): ForwardBlock | undefined {
  for (let at = 0; at < lines.length; at++) {
    const { text } = lines[at]!
    if (text === '') continue
    if (saysForwarded(text) || separatorAt(lines, at) > 0) {
      const block = nextText(lines, at + 1)
      if (block <= at + MAX_GAP && headerBlockAt(lines, block) > 0) return read(lines, at, block)
    } else if (headerBlockAt(lines, at) > 0) return read(lines, at, at)
  }
  return undefined
}

/** Blank lines between the separator and the block. */
const MAX_GAP = 4
/** Of wrapped recipients below the last label. */
const MAX_WRAPPED = 20

function nextText(lines: MailLine[], at: number): number {
  while (lines[at]?.text === '') at++
  return at
}

function read(lines: MailLine[], start: number, block: number): ForwardBlock {
  const printed: Printed[] = []
  const labelled = block + headerBlockAt(lines, block)
  let at = block
  for (; at < lines.length; at++) {
    const line = lines[at]!
    if (line.text === '' || line.depth !== lines[block]!.depth) break
    const found = fieldOf(line.text)
    const last = printed.at(-1)
    if (found && (at < labelled || found.field)) printed.push(found)
    else if (last && (at < labelled || isWrapped(last, line.text, at - labelled)))
      last.value += ` ${line.text}`
    else break
  }
  const below = nextText(lines, at)
  // Zoho closes the block with the line that opened it.
  const bodyStart = saysForwarded(lines[below]?.text ?? '') ? nextText(lines, below + 1) : below
  const isLabelled = printed.some(({ field }) => field === 'from')
  return { start, bodyStart, fields: fieldsOf(printed), isLabelled }
}

type Field = 'from' | 'date' | 'to' | 'cc' | 'subject'

/** `isKnown`: the label is a word of the tables, even if of no field that is read. */
type Printed = { label: string; isKnown: boolean; field: Field | undefined; value: string }

function fieldOf(text: string): Printed | undefined {
  const match = /^[\s*]{0,10}([^:<>@\d*]{1,30}?)\s?\*{0,2}\s?:\*{0,2}\s*(.*)$/u.exec(text)
  if (!match) return undefined
  const label = fold(match[1]!.replace(/\s*\(.*\)$/, '')).trim()
  const known = LABELS.get(label)
  const field = CC_LABELS.has(label) ? 'cc' : known === 'other' ? undefined : known
  const isKnown = field !== undefined || known !== undefined
  return { label, isKnown, field, value: match[2]!.replace(/^\*+|\*+$/g, '').trim() }
}

/** Whether a line without a label goes on with the recipients above it. */
const isWrapped = ({ field, value }: Printed, text: string, below: number): boolean =>
  (field === 'to' || field === 'cc') &&
  below < MAX_WRAPPED &&
  (/[,;]$/.test(value) || /^<[^\s<>]+@[^\s<>]+>/.test(text))

function fieldsOf(printed: Printed[]): PrintedFields {
  const first = (field: Field) => printed.find((one) => one.field === field)?.value
  const written = printed.find(({ field }) => field === 'from') ?? printed.find(mayBeAuthor)
  const author = written?.value ?? ''
  const [from] = mailboxesIn(author)
  const name = from ? '' : nameIn(author)
  const subject = first('subject')
  const date = first('date')
  return {
    ...(from ? { from } : {}),
    ...(name ? { fromName: name } : {}),
    to: mailboxesIn(first('to') ?? ''),
    cc: mailboxesIn(first('cc') ?? ''),
    ...(subject === undefined ? {} : { subject }),
    ...(date === undefined ? {} : { date }),
    isEnglish: written?.label === 'from',
  }
}

/** In a language whose labels are not known: programs print the author before the recipients. */
const mayBeAuthor = ({ isKnown, value }: Printed): boolean => !isKnown && mailboxesIn(value).length === 1
