import { isChatter, isClosing } from './chatter.ts'
import { spaced } from './glued.ts'
import { MAX_TEXT, MAX_UNKNOWN, tooMany, withinLimits, withinSize } from './limits.ts'
import type { Context, Reading, ReplyLine, Target } from './order.ts'
import { withoutDoubles } from './outcomes.ts'
import { readPart } from './part.ts'
import type { PartRead } from './part-read.ts'
import { withoutPreface } from './preface.ts'
import { splitLine } from './split.ts'

/**
 * Reads what the user wrote above and between our lines (practice 4.1): one reading for each part that may be a
 * command, in their order. What is understood stands although other parts are not (rule 10).
 */
export function readCommands(lines: ReplyLine[], context: Context): Reading[] {
  const within = withinSize(lines)
  const whole = unwrap(within, context)
  const pieces: Piece[] = []
  const first: (PartRead | undefined)[] = []
  let unclear = 0
  let unread = whole.length
  for (const line of piecesOf(whole, context)) {
    if (unclear >= MAX_UNKNOWN) break
    unread--
    const reads = line.map((piece) =>
      piece.isChatter ? undefined : readPart(piece.text, around(piece, new Set())),
    )
    for (const read of reads) context = withFocus(context, read)
    if (reads.some((read) => read) && !reads.some((read) => read?.orders.length)) unclear++
    pieces.push(...line)
    first.push(...reads)
  }
  const readings: Reading[] = []
  const lacking: PartRead['lacks'][] = []
  const taken = takenBy(first)
  let before: Target[] = []
  for (const [i, piece] of pieces.entries()) {
    if (piece.isFirst) before = []
    const again = !piece.isChatter && (first[i]?.usesRest || (!piece.isFirst && before.length > 0))
    const read = again ? readPart(piece.text, { ...around(piece, taken), before }) : first[i]
    const reading = readingOf(piece, read)
    readings.push(reading)
    lacking.push(read?.lacks)
    before = reading.orders.at(-1)?.targets ?? before
  }
  if (unread > 0) readings.push(tooMany(`After so many unclear lines the other ${unread} were not read.`))
  return withinLimits(
    withoutDoubles(readings.map((reading, i) => withWish(isGiven(i) ? said(reading) : reading, readings))),
    unread === 0 && within.length < lines.length ? within.length : undefined,
  )

  /** What lacks only its person is said again, with the person, by the next clause: "not now, 5 next month". */
  function isGiven(i: number): boolean {
    const next = readings[i + 1]
    return (
      next !== undefined &&
      pieces[i + 1]?.isFirst === false &&
      next.orders.some(({ verb }) => verb === lacking[i])
    )
  }

  function around(piece: Piece, others: Set<number>) {
    return { context, item: context.items.find((item) => item.n === piece.item), before: [], taken: others }
  }
}

/** The week that a line sets is the one for which the lines below it name people. */
function withFocus(context: Context, read: PartRead | undefined): Context {
  const set = read?.orders.findLast((order) => order.verb === 'settings' && order.settings.focusWeek)
  return set?.verb === 'settings' ? { ...context, focusWeek: set.settings.focusWeek } : context
}

/** Whether a reply says nothing that wants an answer: "thanks!", "ok will do" (rule 12). */
export const isOnlyChatter = (readings: Reading[]): boolean =>
  readings.every(
    (reading) => reading.isChatter || (reading.orders.length === 0 && reading.isUnaddressed === true),
  )

const said = ({ line }: Reading): Reading => ({ line, orders: [], isChatter: true })

const MAX_NOTE = 2000

type Piece = { text: string; item?: number; isFirst: boolean; isChatter: boolean; isCut: boolean }

/** A long line that the mail program broke goes on in the next one, which begins small and is no command. */
function unwrap(lines: ReplyLine[], context: Context): ReplyLine[] {
  const whole: ReplyLine[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    const text = line.text.trim()
    const goesOn = last && last.item === line.item && last.text.length >= 60 && /^\p{Ll}/u.test(text)
    const isCommand = (): boolean =>
      readPart(text, { context, before: [], taken: new Set() }).orders.length > 0
    if (goesOn && !isChatter(text, context.userName) && !isCommand()) last.text += ` ${text}`
    else whole.push({ ...line, text })
  }
  return whole
}

/** The parts of one line after the other, as long as somebody asks for more. */
function* piecesOf(lines: ReplyLine[], context: Context): Generator<Piece[]> {
  let isOver = false
  for (const { text, item } of lines) {
    const pieces: Piece[] = []
    const isCut = text.length > MAX_TEXT
    if (!text || /^\s*\?+\s*$/.test(text)) {
      yield text ? [{ text: '?', item, isFirst: true, isChatter: false, isCut }] : []
      continue
    }
    const isWholeChatter = isChatter(text, context.userName) && !isAnswer(text, item, context)
    isOver ||= isWholeChatter && isClosing(text, context.userName)
    const parts = isWholeChatter
      ? [text]
      : splitLine(spaced(withoutPreface(text.slice(0, MAX_TEXT))), context)
    for (const [i, part] of parts.entries()) {
      const answers = isAnswer(part, item, context)
      pieces.push({
        text: part,
        item,
        isFirst: i === 0,
        isChatter:
          isWholeChatter || (isChatter(part, context.userName) && !answers) || (isOver && isSignature(part)),
        isCut,
      })
    }
    yield pieces
  }
}

/** A lone "yes" or "ok" is an answer where it can only be about one line. */
const isAnswer = (text: string, item: number | undefined, { items }: Context): boolean =>
  (item !== undefined || items.length === 1) && /^\W*(ok|okay|yes|yep|yeah|yup|no|nope)\W*$/i.test(text)

/** After the closing: a name, a title, a number to call. */
const isSignature = (part: string): boolean =>
  !/^\W*(\d{1,2}\b(?![\d\s().-]{6})|drop|undo|stop|pause)/i.test(part)

function readingOf(piece: Piece, read: PartRead | undefined): Reading {
  if (!read) return { line: piece.text, orders: [], isChatter: true }
  const noteIsCut =
    piece.isCut && read.orders.some((o) => (o.note ?? ('text' in o ? o.text : '')).length >= MAX_NOTE)
  const orders = read.orders.map((o) =>
    'text' in o && o.text.length > MAX_NOTE ? { ...o, text: o.text.slice(0, MAX_NOTE) } : o,
  )
  const remark = [
    read.remark,
    noteIsCut ? 'The note was longer than 2,000 characters; the rest was left out.' : '',
  ]
    .filter(Boolean)
    .join(' ')
  return {
    line: piece.text,
    orders,
    ...(read.problem && { problem: read.problem }),
    ...(remark && { remark }),
    ...(read.wants && { wants: read.wants }),
    isChatter: false,
    ...(read.isUnaddressed && { isUnaddressed: true }),
  }
}

/** The items that are named anywhere in the reply: "the rest" is the others. */
function takenBy(reads: (PartRead | undefined)[]): Set<number> {
  const taken = new Set<number>()
  for (const read of reads)
    if (read && !read.usesRest)
      for (const order of read.orders)
        for (const target of order.targets) if ('contact' in target && target.item) taken.add(target.item.n)
  return taken
}

/** What a reading wants, said in its remark, unless another one brings it for the same people. */
function withWish({ wants, ...reading }: Reading, readings: Reading[]): Reading {
  if (!wants) return reading
  const about = reading.orders.flatMap(({ targets }) => targets)
  const isGiven = readings.some(({ orders }) =>
    orders.some(
      ({ verb, targets }) => verb === wants.verb && targets.some((target) => isAmong(target, about)),
    ),
  )
  return isGiven
    ? reading
    : { ...reading, remark: [reading.remark, wants.sentence].filter(Boolean).join(' ') }
}

const isAmong = (target: Target, others: Target[]): boolean =>
  others.some((other) => 'contact' in target && 'contact' in other && target.contact === other.contact)
