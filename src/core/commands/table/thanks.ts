import { type Command, give, type Said } from '../command.ts'
import { datedBack } from '../dates.ts'

/** What a meeting is thanked by (practice 4.2, 62 to 66). */
export const thanks: Command[] = [
  {
    verb: 'thanked',
    words:
      'thanked, mark … as thanked, ty sent, ty email, ty, ty note, sent thank you, sent thanks, sent a thank you, sent … thank you, sent … thank-you, sent … thanks, thank you sent, thank-you sent, thanks sent, thx note, thx sent, thx note sent, thank you note, thank-you note, thank you note sent, thank-you note sent, thank you email sent, wrote … thank you, emailed thanks',
    target: 'needed',
    follows: true,
    syntax: '3 thanked',
    help: 'the thank-you went out',
    isCommon: true,
    read: (said) => {
      if (!isThanks(said)) return datedBack(said, (on) => ({ verb: 'sent', on, channel: 'email' }))
      const rest = said.rest.replace(BOTH, '')
      const both = rest !== said.rest && { isForBoth: true as const }
      return datedBack({ ...said, rest }, (on) => ({ verb: 'thanked', on, ...both }))
    },
  },
  {
    verb: 'carded',
    words:
      'card mailed, card sent, card posted, card done, card … in the mail, card … in the post, dropped … card, put … card, sent … card, mailed … card, posted … card, sent card, mailed card, gift sent, sent … gift',
    target: 'needed',
    syntax: '3 card sent',
    help: 'the card is in the post',
    read: (said) => datedBack(said, (on) => ({ verb: 'carded', on })),
  },
  {
    verb: 'cards off',
    words: 'no cards, no card, no more cards, cards off, stop cards, no gifts',
    target: 'optional',
    syntax: '3 no card',
    help: 'no card for them; "no cards": for nobody',
    read: (said) =>
      said.targets.length
        ? give({ verb: 'cards off' }, said.rest)
        : give({ verb: 'settings', settings: { cards: false }, targets: [] }),
  },
]

/** Of two meetings that are to be thanked for. */
const BOTH = /^for both(?: (?:meetings|calls|times|talks|chats))?\b\s*/i

/** "5 sent, thanks": on a line that asks for no thank-you, the thanks are for us. */
const isThanks = ({ phrase, targets }: Said): boolean =>
  !/^sent (… )?thanks$/.test(phrase) ||
  targets.every((t) => !('item' in t) || /^(thank|meeting|outcome)$/.test(t.item?.kind ?? 'thank'))
