import { addDays } from '../../practice/days.ts'
import { addBusinessDays, nextBusinessDay } from '../../when/business-day.ts'
import { type Command, give, just, type Said } from '../command.ts'
import { takeFuture, takePast } from '../dates.ts'

/** What becomes of a line that is not done: later, not at all, less often (practice 4.1, rule 8; 4.2, 1 to 12 and 73 to 76). */
export const keeping: Command[] = [
  {
    verb: 'snooze',
    words:
      'snooze, snoozed, push, push back, push out, postpone, remind me about, remind me of, remind me, remind, delay, bump, hold, hold off, hold off on, wait, wait on, wait until, wait till, hide, back to me, ask me again, try again, try … again',
    target: 'needed',
    follows: true,
    syntax: '5 snooze 3d',
    help: 'hides the line; alone, 3 business days',
    isCommon: true,
    read: readSnooze,
  },
  {
    verb: 'snooze',
    words:
      'call, call back, calling, email, emailing, write, writing, write to, writing to, will do, do, ill do, moving, pushing, contacting, chase, follow up, follow up with, follow up on, check in with, check back, check back with, retry, contact, show again, show me again',
    target: 'needed',
    syntax: 'call Marcus thursday',
    help: 'shown again on that day',
    read: (said) => {
      const found = takeFuture(said.rest, said.context.frame)
      return found && found !== 'past' ? snooze(said, found.until, found.rest) : undefined
    },
  },
  {
    verb: 'snooze',
    words: 'later, not now, another time',
    target: 'needed',
    syntax: '9 later',
    help: 'a week on',
    read: (said) =>
      said.rest.trim() && !said.isApart ? readSnooze(said) : snooze(said, addDays(said.today, 7), said.rest),
  },
  {
    verb: 'snooze',
    words: 'not today, tomorrow then',
    target: 'needed',
    syntax: '5 not today',
    help: 'the next business day',
    read: (said) => snooze(said, addDays(said.today, 1), said.rest),
  },
  {
    verb: 'skip',
    words:
      'skip, skip it, skip this, skipped, not needed, no need, pass, dismiss, never mind, nevermind, no digest, no letter, no emails, not necessary, not this time',
    target: 'optional',
    follows: true,
    syntax: '9 skip',
    help: 'not this time',
    isCommon: true,
    read: readSkip,
  },
  {
    verb: 'skip',
    words: 'forget it, forget about it',
    isExact: true,
    target: 'needed',
    syntax: '12 forget it',
    help: 'not this time; nobody is erased',
    read: (said) => (said.isObject ? undefined : give({ verb: 'skip' }, said.rest)),
  },
  {
    verb: 'star',
    words: 'star, starred, vip, important, favorite, favourite, priority',
    target: 'needed',
    syntax: 'star 4',
    help: 'sorted first; a card is offered',
    read: just({ verb: 'star' }),
  },
  {
    verb: 'touch every',
    words:
      'once a year is fine, once a year, yearly, every year, twice a year, every six months, every 6 months, every quarter, quarterly, every three months, every 3 months, monthly, every month, once a month, touch every, every',
    target: 'needed',
    syntax: '9 once a year is fine',
    help: 'how often to keep in touch',
    read: (said) => {
      const days = daysOf(`${said.phrase} ${said.rest}`)
      return days ? give({ verb: 'touch every', days }) : undefined
    },
  },
  {
    verb: 'note',
    words: 'note, notes, note on, note for, note about, remember, remember that, fyi, ask about',
    target: 'needed',
    namesOthers: true,
    takesLine: true,
    syntax: 'note 4: likes sailing',
    help: 'kept, and shown before you meet',
    isCommon: true,
    read: (said) => {
      const text = said.phrase === 'ask about' ? `ask about ${said.rest}` : said.rest
      return said.rest ? give({ verb: 'note', text }) : undefined
    },
  },
  {
    verb: 'note',
    words:
      'mentioned, said, says, thinks, knows, likes, lives in, works with, used to, recommended, recommends, suggested, suggests, offered, moving away, speaks, loves, has a, has two, went to, studied, grew up',
    isExact: true,
    target: 'needed',
    namesOthers: true,
    isWeak: true,
    syntax: '3 mentioned a job at Halden',
    help: 'kept as a note',
    read: ({ phrase, rest }) =>
      rest || phrase.includes(' ') ? give({ verb: 'note', text: `${phrase} ${rest}`.trim() }) : undefined,
  },
]

/** "3d" and the like; without a date three business days. Never today: a snoozed line is back in a later digest. */
function readSnooze(said: Said) {
  const { frame } = said.context
  const found = takeFuture(said.rest, frame)
  if (found && found !== 'past') return snooze(said, found.until, found.rest)
  if (found === 'past' || takePast(said.rest, frame))
    return {
      kind: 'past date' as const,
      sentence: `"${said.whole.trim()}" names a day that is past; nothing was snoozed.`,
    }
  if (/\d/.test(said.rest) || /^(to|til|till|until|for)\b/i.test(said.rest))
    return {
      kind: 'needs a date' as const,
      sentence: `"${said.rest.trim()}" is no date that I understand; "snooze 3d" or "snooze until dec 1" is.`,
    }
  // "Remind me of dev's notes": of what is known, not on a day.
  if (/^\W*remind me (?:of|about) \S+['’]s \w/i.test(said.whole))
    return give({ verb: 'ask', question: 'history' })
  return give({ verb: 'snooze', until: addBusinessDays(said.today, 3, frame.isBusinessDay) }, said.rest)
}

/** A snooze to a day, or the first business day after it; never to today. */
export function snooze(said: Pick<Said, 'today' | 'context'>, day: string, rest = '') {
  const { isBusinessDay } = said.context.frame
  return give(
    {
      verb: 'snooze',
      until: nextBusinessDay(day > said.today ? day : addDays(said.today, 1), isBusinessDay),
    },
    rest,
  )
}

/** 100: without a person it is a digest that is skipped. */
function readSkip(said: Said) {
  if (said.targets.length) return give({ verb: 'skip' }, said.rest)
  // "Never mind" or "skip" with nothing behind it is not said of a day.
  if (!said.rest) return undefined
  const found = takeFuture(said.rest, said.context.frame)
  if (!found || found === 'past' || found.rest) return undefined
  return give({ verb: 'settings', settings: { skipOn: found.day }, targets: [] })
}

function daysOf(text: string): number | undefined {
  if (/year/.test(text)) return /twice/.test(text) ? 182 : 365
  if (/quarter|(three|3) months/.test(text)) return 90
  const months = /(\d+|two|four|five|six) months?/.exec(text)
  if (months) return Math.round(Number({ two: 2, four: 4, five: 5, six: 6 }[months[1]!] ?? months[1]) * 30.4)
  if (/month/.test(text)) return 30
  const count = /(\d+) (day|week)s?/.exec(text)
  return count ? Number(count[1]) * (count[2] === 'week' ? 7 : 1) : undefined
}
