import { takeAddress } from '../arguments.ts'
import { isFiller } from '../chatter.ts'
import { type Command, give, type Said } from '../command.ts'

/** The addresses that the user writes from, and the one that letters go to (practice 2.8). */
export const senders: Command[] = [
  {
    verb: 'sender',
    words:
      'add address, add my address, add email, my other address is, my other address, my other email is, my other email, i also write from, also me',
    isExact: true,
    target: 'none',
    takesLine: true,
    syntax: 'add address ann@work.com',
    help: 'mail from there counts as yours, once a link sent there is tapped',
    read: (said) => read(said, 'add'),
  },
  {
    verb: 'sender',
    words: 'remove address, remove my address, delete address',
    isExact: true,
    target: 'none',
    takesLine: true,
    syntax: 'remove address ann@work.com',
    help: 'mail from there is no longer yours',
    read: (said) => read(said, 'remove'),
  },
  {
    verb: 'sender',
    words: 'letters to, send letters to, send my letters to',
    isExact: true,
    target: 'none',
    takesLine: true,
    syntax: 'letters to ann@work.com',
    help: 'letters go there, to an address that is yours',
    read: (said) => read(said, 'letters'),
  },
  {
    verb: 'ask',
    words: 'addresses, my addresses, which addresses',
    isExact: true,
    target: 'none',
    syntax: 'addresses',
    help: 'the addresses that you write from',
    read: (said) =>
      isFiller(said.rest) ? give({ verb: 'ask', question: 'addresses', targets: [] }) : undefined,
  },
]

function read(said: Said, what: 'add' | 'remove' | 'letters') {
  const address = takeAddress(said.rest)?.address
  if (address) return give({ verb: 'sender', what, address, targets: [] })
  return {
    kind: 'needs more' as const,
    sentence: `Which address? "${said.phrase} ann@work.com" is enough.`,
  }
}
