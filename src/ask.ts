import { type Contents, failedIdsIn, addressesIn as namedIn } from './contents.ts'
import { ownAddressKey, withoutTag } from './core/mail/addresses.ts'
import { foldedWords, nameKeys } from './core/names.ts'
import { keptSince } from './core/practice/lifetime.ts'
import type { Asked } from './db/gather.ts'
import type { Owner } from './db/users.ts'
import type { Deps } from './deps.ts'
import type { InboundEmail } from './inbound-email.ts'
import { type OwnAddress, readOwnAddress } from './own-addresses.ts'
import { letterIdIn } from './post.ts'

/** A mail whose id is never missing. */
export type Mail = InboundEmail & { messageId: string }

/** Words of a mail that are looked up as names; a longer text is no command anyway. */
const MAX_WORDS = 400

/** What the database is asked about a mail, before anybody knows whose it is. */
export function whatToAsk(mail: Mail, address: OwnAddress, contents: Contents, { config, now }: Deps): Asked {
  const visible = [...mail.to, ...mail.cc]
  const ours = visible.flatMap((to) => readOwnAddress(to.address, config) ?? [])
  const digest = [address, ...ours].find(({ is }) => is === 'digest') as { token: string } | undefined
  const isCommand = digest !== undefined || (ours.length > 0 && ours.length === visible.length)
  const letterId = letterIdIn([...mail.inReplyTo, ...mail.references.toReversed()], config)
  return {
    owner: ownerOf(mail, address),
    ids: [mail.messageId, ...mail.otherIds, ...mail.inReplyTo, ...mail.references, ...failedIdsIn(contents)],
    addresses: [
      ...visible.map((to) => to.address),
      ...(mail.from ? [mail.from.address] : []),
      ...namedIn(contents),
      ...(isCommand || mail.inReplyTo.length > 0 ? addressesIn(mail) : []),
    ].flatMap((named) => [...new Set([named, withoutTag(named)])]),
    words: isCommand ? wordsIn(mail) : [],
    names: visible.map(({ name }) => nameKeys(name)).filter(({ first, last }) => first !== last),
    ...(digest && { digestToken: digest.token }),
    ...(letterId !== undefined && { letterId }),
    isCommand,
    undoSince: keptSince('undo', now),
  }
}

/** Words by which a contact may be called. */
const wordsIn = (mail: InboundEmail): string[] =>
  [...new Set(foldedWords(wholeText(mail)))].slice(0, MAX_WORDS)

/** A command may stand in any of the three. */
const wholeText = ({ text, html, subject }: InboundEmail): string =>
  `${subject} ${text} ${html.replace(/<[^<>]*>/g, ' ')}`

function ownerOf(mail: Mail, address: OwnAddress): Owner {
  const sender = ownAddressKey(mail.from?.address ?? '')
  if (address.is === 'open') return { by: 'sender', address: sender }
  const { token } = address
  return address.is === 'digest' ? { by: 'digest', token, sender } : { by: 'private address', token }
}

/** Addresses that a command or the attribution of a quote may name. */
const addressesIn = (mail: InboundEmail): string[] =>
  [...new Set(wholeText(mail).toLowerCase().match(ADDRESS))].slice(0, MAX_ADDRESSES)

const ADDRESS = /[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/g
const MAX_ADDRESSES = 200
