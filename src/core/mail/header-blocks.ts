import { fold, type MailLine } from './mail-lines.ts'
import { LABELS, ORIGINAL } from './quote-words.ts'

/**
 * The number of lines of a header block ("From: ... / Sent: ... / To: ... / Subject: ...") that begins at this
 * line, or 0. It names an author and two things more; in a language that is not in the table three lines of
 * "label: value", one with an address and another with a date and a time of day, are as good.
 */
export function headerBlockAt(lines: MailLine[], at: number): number {
  const first = labelled(lines[at])
  if (!first) return 0
  const fields = new Set<string>()
  let named = 0
  let length = 0
  let hasAddress = false
  let hasDate = false
  let unlabelled = 0
  for (let i = at; i < at + MAX_BLOCK; i++) {
    const line = lines[i]
    if (!line || line.text === '' || line.depth !== lines[at]!.depth) break
    const field = labelled(line)
    // A value that was wrapped: three lines of recipients and no more.
    if (!field && ++unlabelled > 3) break
    if (!field) continue
    // Nothing after the subject belongs to the block but another label directly below.
    if (unlabelled > 0 && fields.has('subject')) break
    unlabelled = 0
    length = i - at + 1
    if (field.name) fields.add(field.name)
    named++
    hasAddress ||= /<[^\s<>@]+@|@[\w-]+\./.test(field.value)
    hasDate ||= /\d{4}|\d[./-]\d/.test(field.value) && /\d{1,2}[:.h]\d{2}/.test(field.value)
  }
  const isNamed = fields.has('from') && fields.size >= 3
  const isShort = fields.has('from') && fields.size === 2 && hasAddress && (hasDate || fields.has('subject'))
  const isUnknown = named >= 3 && hasAddress && hasDate
  if (!isNamed && !isShort && !isUnknown) return 0
  return length
}

/**
 * The number of lines of a separator ("-----Original Message-----") at this line, or 0. Dashes around words
 * of no known language, or a bare rule, count where a header block or quoted lines follow.
 */
export function separatorAt(lines: MailLine[], at: number): number {
  const text = lines[at]!.text
  // Samsung's whole header block on one line: "-------- Original message --------From: Ann Date: ...".
  const inFront = /^-{4,12} ?([^-]{3,60}?) ?-{4,12} ?[^\s-]/.exec(text)?.[1]
  if (inFront && ORIGINAL.has(fold(inFront))) return 1
  if (text.length > MAX_SEPARATOR) return 0
  const dashes = /^[-‐‑–—_=*~#\s]*/.exec(text)![0].replace(/\s/g, '').length
  const phrase = fold(text)
    .replace(/^[-‐‑–—_=*~#\s]+/, '')
    .replace(/[-‐‑–—_=*~#:\s]+$/, '')
  const isKnown = ORIGINAL.has(phrase.replaceAll('’', "'")) || ORIGINAL.has(phrase)
  if (isKnown && dashes >= 2) return 1
  const isWords = phrase === '' || /^[\p{L}\p{M}\s'’.-]{3,50}$/u.test(phrase)
  if (!isKnown && !(dashes >= 4 && isWords)) return 0
  let next = at + 1
  while (next < at + 4 && lines[next]?.text === '') next++
  const below = lines[next]
  return below && (below.depth > lines[at]!.depth || headerBlockAt(lines, next) > 0) ? 1 : 0
}

/** Outlook prints 4 to 8 labels; long lists of recipients wrap. */
const MAX_BLOCK = 16
const MAX_SEPARATOR = 120

/** "Label: value", also in Gmail's rendering of bold ("*From:* Ann"). */
function labelled(line: MailLine | undefined): { name?: string; value: string } | undefined {
  const parts = line && /^\*{0,2}([^:<>@\d]{1,30}?)\s?\*{0,2}:\*{0,2}(.*)$/u.exec(line.text)
  if (!parts) return undefined
  const name = LABELS.get(fold(parts[1]!).trim())
  return { ...(name ? { name } : {}), value: fold(parts[2]!) }
}
