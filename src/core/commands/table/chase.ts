import { isChase } from '../by-line.ts'
import { type Command, give, just, type Read, type Said } from '../command.ts'
import { nameOf } from '../pointed.ts'

/** Whether the chase goes on (practice 4.2, 43 to 47). */
export const chase: Command[] = [
  {
    verb: 'drop',
    words:
      'drop, dropped, drop it, give up, give up on, gave up, gave up on, giving up on, move on, move on from, moving on, moving on from, moved on, moved on from, stop chasing, stop following up, stop following up with, let go, let it go, no more, dead end, close, remove, off the list, take … off, done chasing, stop chasing after, stop contacting, stop reminding me about, stop reminding me of, stop writing, stop writing to, stop calling, is a lost cause, lost cause',
    isExact: true,
    target: 'needed',
    syntax: 'drop 8',
    help: 'no more attempts',
    isCommon: true,
    read: ({ isGroup, phrase, targets, rest }) => {
      // Of everybody only those who are chased; "drop the rest" puts the other lines aside too.
      const chased = targets.filter((target) => 'item' in target && target.item && isChase(target.item))
      return give({ verb: 'drop', ...(isGroup && phrase.startsWith('stop') && { targets: chased }) }, rest)
    },
  },
  {
    verb: 'keep',
    words:
      'keep, keep going, keep trying, keep at it, keep it, one more, one more try, one more time, try once more',
    target: 'needed',
    syntax: 'keep 8',
    help: 'one more attempt',
    isCommon: true,
    read: just({ verb: 'keep' }),
  },
  {
    verb: 'keep',
    words:
      'dont drop, do not drop, not dropping, dont give up on, do not give up on, not giving up on, dont stop, not yet',
    isExact: true,
    target: 'needed',
    syntax: "11 don't drop",
    help: 'on a closing line one more attempt; else all stays',
    read: readStays,
  },
  {
    verb: 'reopen',
    words: 'reopen, re-open, restart, bring back, unarchive, pick up again',
    target: 'needed',
    syntax: 'reopen Ellen',
    help: 'takes up a closed contact again',
    read: just({ verb: 'reopen' }),
  },
]

/** "Not yet", "don't drop her": nothing happened; a line that asks whether to go on is answered by it. */
function readStays(said: Said): Read {
  const isClosing = said.targets.every((t) => 'item' in t && t.item?.kind === 'closing')
  if (isClosing) return give({ verb: 'keep' }, said.rest)
  const names = said.targets.flatMap((t) => ('contact' in t ? nameOf(t.contact, said.context) : []))
  return { orders: [], rest: '', remark: `${names.join(', ')}: nothing changed.` }
}
