import { summary } from './core/commands/carry-out.ts'
import type { Item } from './core/commands/item.ts'
import { addDays, formatDay } from './core/practice/days.ts'
import { nextDigestAt } from './core/practice/digest-time.ts'
import { gather, type HandledMail, type Known } from './db/gather.ts'
import { heldMail } from './db/held.ts'
import { isConflict, newId } from './db/open.ts'
import { record } from './db/record.ts'
import type { Decision } from './decision.ts'
import type { Deps } from './deps.ts'
import type { InboundEmail } from './inbound-email.ts'
import { list } from './letters/list.ts'
import { isOfAddress, LINK_DAYS, type Link, linkUrl, markOf, readLink, takenMarkOf } from './links.ts'
import { standingsAfter } from './mailboxes/after.ts'
import { commands } from './mailboxes/commands.ts'
import { coverOthers } from './mailboxes/cover.ts'
import { readerAsked } from './mailboxes/senders.ts'
import { type Moment, momentOf } from './moment.ts'
import { receiveHeld } from './receive.ts'
import { addressPage, addressTapped } from './second-address.ts'

/** A page: its sentences, and the button or the way back that it offers. */
export type Shown = {
  status: 200 | 404 | 410
  lines: string[]
  button?: string
  /** Where the undo button posts to. */
  undo?: string
  hasLetters?: boolean
  /** Where it was done before: what that was, for a mail that said it and comes again. */
  did?: string[]
}

/** Others can come first so often. */
const MAX_TRIES = 6

/** What a link would do; nothing is changed. */
export async function openLink(token: string, deps: Deps): Promise<Shown> {
  const opened = await open(token, deps)
  if ('status' in opened) return opened
  const { link, known } = opened
  if (link.is === 'undo') return { status: 200, lines: ['Take it back?'], button: 'Undo' }
  if (link.is === 'own' || link.is === 'confirm') return addressPage(link, known)
  if (link.is === 'let in') {
    const mail = await heldMail(deps.db, known.user.id, link.mail)
    if (!mail) return gone
    const lines = [`"${mail.subject}", from ${mail.from!.address}, was held.`]
    if (link.trust) lines.push('Everything from that address is let in from now on, except commands.')
    return { status: 200, lines, button: link.trust ? 'Let in, and trust' : 'Let it in' }
  }
  const item = itemOf(link, known)
  if (!item) return closed
  const word = link.command[0]!.toUpperCase() + link.command.slice(1)
  return { status: 200, lines: [`${nameOf(item, known)}: ${link.command}?`], button: word }
}

/**
 * Does what a link says, through the same reading, deciding and recording as a command by mail. The row that marks a
 * mail as handled marks the link: a second tap finds it, changes nothing, and says so.
 */
export async function tapLink(token: string, deps: Deps): Promise<Shown> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    try {
      const opened = await open(token, deps)
      if ('status' in opened) return opened
      const { link, known } = opened
      if (link.is === 'let in') return await letIn(token, link, known, deps)
      if (link.is === 'own' || link.is === 'confirm') return await addressTapped(token, link, known, deps)
      return await act(token, link, known, deps)
    } catch (error) {
      if (!isConflict(error)) throw error
    }
  }
  throw new Error('others were first, again and again')
}

/** The link with what it is about; or the page that says why it does nothing (any more). */
async function open(token: string, deps: Deps): Promise<{ link: Link; known: Known } | Shown> {
  const link = await readLink(token, deps.config)
  if (!link) return { status: 404, lines: ['This link is not one of ours.'] }
  const mark = markOf(token)
  const known = await gather(deps.db, {
    owner: { by: 'id', id: link.userId },
    ids: link.is === 'undo' ? [mark, link.mark] : [mark, takenMarkOf(token)],
    addresses: link.is === 'own' ? [link.sender] : [],
    words: [],
    names: [],
    ...(link.is === 'gesture' && { digestOn: link.on }),
    isCommand: false,
    undoSince: 0,
  })
  const why = known ? deadBecause(link, known, deps) : 'This account is no longer there.'
  if (why || !known) return { status: 410, lines: [why!] }
  const done = known.mails.find(({ messageId, otherIds }) => [messageId, ...otherIds].includes(mark))
  return done ? doneBefore(link, done) : { link, known }
}

function deadBecause(link: Link, { user }: Known, deps: Deps): string | undefined {
  const { on, is } = link
  if (!isOfAddress(link, user.token, deps.config))
    return 'Your private address was replaced since; links in letters from before no longer work.'
  if (user.search === 'stopped' && is === 'gesture')
    return 'Letters are stopped, and their links with them. Answer any letter with "searching again" to go on.'
  const { today } = momentOf({ sentAt: undefined }, deps.now, user.settings.zone)
  return addDays(on, LINK_DAYS) < today
    ? `This link is of ${formatDay(on, today)}; links work for ${LINK_DAYS} days. Write it in an answer to the latest letter instead.`
    : undefined
}

const doneBefore = (link: Link, { undoneAt }: HandledMail): Shown => {
  if (link.is === 'undo' || undoneAt !== null) return { status: 200, lines: ['That is taken back already.'] }
  const lines = ['That is done already; nothing was changed.']
  if (link.is === 'let in') return { status: 200, lines, did: letInLines(link) }
  return link.is === 'own' ? { status: 200, lines, did: [readerAsked(link.sender)] } : { status: 200, lines }
}

const closed: Shown = { status: 200, lines: ['That line is no longer open; nothing was changed.'] }
const gone: Shown = { status: 200, lines: ['That mail is let in already, or gone; nothing was changed.'] }

const isGone = ({ nextDigestAt: next, search, pausedFor }: Known['user']): boolean =>
  next === null && search !== 'stopped' && pausedFor === null

/** The line of the digest that the link stands in. */
const itemOf = (link: Link & { is: 'gesture' }, { digest }: Known): Item | undefined =>
  digest?.items.find(({ contact, key }) => contact === link.contact && key === link.key)

const nameOf = ({ contact, also = [] }: Item, { contacts }: Known): string =>
  list([contact, ...also].flatMap((id) => contacts.find((one) => one.id === id)?.name ?? []))

/** A gesture, or the undo of one. */
async function act(
  token: string,
  link: Extract<Link, { is: 'gesture' | 'undo' }>,
  known: Known,
  deps: Deps,
): Promise<Shown> {
  const moment = momentOf({ sentAt: undefined }, deps.now, known.user.settings.zone)
  const mark = markOf(token)
  const decision = await decide(link, mark, known, moment, deps)
  if (!decision || decision.facts.length === 0) return closed
  coverOthers(decision, known, moment)
  await record(deps.db, known, decision, {
    id: newId(),
    messageId: mark,
    otherIds: [],
    recipient: 'link',
    subject: '',
    sentAt: deps.now,
    now: deps.now,
    today: moment.today,
    letters: [],
    isUsers: true,
    // Whose letters ended for want of a sign of life gets them again.
    ...(isGone(known.user) && { nextDigestAt: nextDigestAt(known.user.settings, deps.now) }),
  })
  if (link.is === 'undo') return { status: 200, lines: ['Taken back.'] }
  const undo = linkUrl({ is: 'undo', user: known.user, on: moment.today, mark }, deps.config)
  return {
    status: 200,
    lines: sentences(decision, known, moment),
    undo: new URL(undo).pathname,
  }
}

async function decide(
  link: Extract<Link, { is: 'gesture' | 'undo' }>,
  mark: string,
  known: Known,
  moment: Moment,
  deps: Deps,
): Promise<Decision | undefined> {
  const text = link.is === 'undo' ? 'undo' : `${itemOf(link, known)?.n} ${link.command}`
  if (link.is === 'gesture' && !itemOf(link, known)) return undefined
  // What "undo" takes back is what this link did, whatever came after it.
  const undoable = link.is === 'undo' ? known.mails.filter((mail) => mail.messageId === link.mark) : []
  const decision = await commands(asMail(text, mark), { ...known, undoable }, moment, deps, false)
  return { ...decision, kind: 'link', letters: [] }
}

/** The command as a mail that says it and nothing else. */
const asMail = (text: string, messageId: string): InboundEmail & { messageId: string } => ({
  recipient: '',
  from: undefined,
  sender: undefined,
  to: [],
  cc: [],
  subject: '',
  messageId,
  otherIds: [],
  inReplyTo: [],
  references: [],
  sentAt: undefined,
  utcOffset: undefined,
  text,
  html: '',
  headers: [],
  calendar: undefined,
  deliveryStatus: undefined,
  attached: [],
  isCut: false,
})

/** "Grace Kim: answered, your turn." */
function sentences(decision: Decision, known: Known, moment: Moment): string[] {
  const after = standingsAfter(known, decision, moment)
  return decision.orders.map((order) => {
    const names = order.targets.flatMap((target) =>
      'contact' in target ? (after(target.contact)?.name ?? []) : [],
    )
    return summary(order, list(names), known.user.settings.zone)
  })
}

type LetIn = Link & { is: 'let in' }

/** The mail keeps the mark of the link among its ids: whoever taps again finds it. */
async function letIn(token: string, link: LetIn, known: Known, deps: Deps): Promise<Shown> {
  const mail = await heldMail(deps.db, known.user.id, link.mail)
  if (!mail) return gone
  const marked = { ...mail, otherIds: [...mail.otherIds, markOf(token)] }
  const received = await receiveHeld(marked, { id: link.mail, trust: link.trust }, deps)
  if (received.is !== 'handled') return gone
  return { status: 200, lines: letInLines(link), hasLetters: received.hasLetters }
}

const letInLines = ({ trust }: LetIn): string[] => [
  'It is let in.',
  ...(trust ? ['Mail from that address is let in from now on.'] : []),
]
