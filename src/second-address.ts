import { ownAddressKey } from './core/mail/addresses.ts'
import type { Known } from './db/gather.ts'
import { heldMail } from './db/held.ts'
import { newId } from './db/open.ts'
import { record } from './db/record.ts'
import { isOthers } from './db/senders.ts'
import { type Decision, nothing } from './decision.ts'
import type { Deps } from './deps.ts'
import { senderAdded } from './letters/second-address.ts'
import { type Link, markOf, takenMarkOf } from './links.ts'
import { askReader } from './mailboxes/senders.ts'
import { momentOf } from './moment.ts'
import { privateAddress } from './own-addresses.ts'
import { outboxRow } from './post.ts'
import { receiveHeld } from './receive.ts'
import type { Shown } from './tap.ts'

/** A link about another address of a user. */
export type AddressLink = Extract<Link, { is: 'own' | 'confirm' }>

/** What such a link would do. */
export const addressPage = ({ is, sender }: AddressLink, { user }: Known): Shown => ({
  status: 200,
  ...(is === 'own'
    ? {
        lines: [`Is ${sender} yours?`, `A letter with a link goes there, to be sure.`],
        button: 'Yes, it is mine',
      }
    : {
        lines: [`Let ${user.email} use Reachback from ${sender} as well?`],
        button: 'Yes, that is me',
      }),
})

/**
 * `own`: the confirming link goes to the address. `confirm`: the address is the user's from now on, and the mail that
 * was held is taken. It is taken first: where it fails in between, the next tap does the rest.
 */
export async function addressTapped(
  token: string,
  link: AddressLink,
  known: Known,
  deps: Deps,
): Promise<Shown> {
  const { user } = known
  const moment = momentOf({ sentAt: undefined }, deps.now, user.settings.zone)
  const decision = nothing('link')
  let line: string
  if (link.is === 'own') line = askReader(decision, link.sender, link.mail, known, moment, deps.config)
  else if (await isOthers(deps.db, user.id, link.sender))
    return { status: 200, lines: [`${link.sender} cannot be added.`] }
  else {
    const mail = link.mail === undefined ? undefined : await heldMail(deps.db, user.id, link.mail)
    const marked = mail && { ...mail, otherIds: [...mail.otherIds, takenMarkOf(token)] }
    if (marked) await receiveHeld(marked, { id: link.mail!, trust: false }, deps)
    const isTaken =
      mail !== undefined || known.mails.some(({ otherIds }) => otherIds.includes(takenMarkOf(token)))
    decision.senders = { added: ownAddressKey(link.sender), removed: [] }
    const letter = senderAdded(link.sender, { isTaken, at: deps.now })
    decision.letters.push({ ...letter, replyTo: privateAddress(user.token, deps.config) })
    line = `Mail from ${link.sender} counts as that of ${user.email} from now on.`
  }
  // Nothing was done where the address cannot be asked: the link may be tapped again.
  const hasLetters = decision.letters.length > 0
  if (hasLetters) await keep(token, decision, known, deps, moment.today)
  return { status: 200, lines: [line], hasLetters }
}

async function keep(
  token: string,
  decision: Decision,
  known: Known,
  deps: Deps,
  today: string,
): Promise<void> {
  const letters = await Promise.all(decision.letters.map((letter) => outboxRow(letter, known.user, deps)))
  await record(deps.db, known, decision, {
    id: newId(),
    messageId: markOf(token),
    otherIds: [],
    recipient: 'link',
    subject: '',
    sentAt: deps.now,
    now: deps.now,
    today,
    letters,
    isUsers: true,
  })
}
