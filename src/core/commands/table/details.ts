import { addDays } from '../../practice/days.ts'
import { takeAddress, takePhone } from '../arguments.ts'
import { type Command, give, just, type Said } from '../command.ts'
import { takeFuture } from '../dates.ts'

/** How somebody can be reached: numbers, addresses, the plan, and until when not (practice 4.2, 24 to 26, 35 to 38). */
export const details: Command[] = [
  {
    verb: 'wrong number',
    words:
      'wrong number, number is wrong, wrong phone, number out of service, number disconnected, number doesnt work, number does not work, number isnt right',
    target: 'needed',
    syntax: '6 wrong number',
    help: 'the call does not count; the number goes',
    read: just({ verb: 'wrong number' }),
  },
  {
    verb: 'plan',
    words:
      'email only, emails only, only email, no phone, no phone number, no number, no calls, dont call, cant call',
    target: 'needed',
    syntax: '6 email only',
    help: 'no calls for this person',
    read: just({ verb: 'plan', plan: 'email only' }),
  },
  {
    verb: 'plan',
    words: 'warm, warm plan, plan warm, close contact',
    isExact: true,
    target: 'needed',
    syntax: 'warm 3',
    help: 'shorter waits, for people you know',
    read: just({ verb: 'plan', plan: 'warm' }),
  },
  {
    verb: 'phone',
    words:
      'number is, number, phone number, phone number is, phone, phone is, cell, cell is, tel, mobile, my new number is, my number is, my phone is, my number, my phone',
    target: 'optional',
    namesOthers: true,
    follows: true,
    syntax: '6 number 617 555 0142',
    help: 'their phone number',
    read: (said) => {
      const found = takePhone(said.rest)
      if (!found) return undefined
      if (said.phrase.startsWith('my')) return give({ verb: 'settings', settings: { phone: found.number } })
      if (!said.targets.length) return undefined
      return give({ verb: 'phone', number: found.number }, found.rest)
    },
  },
  {
    verb: 'new address',
    words:
      'new email, new email is, new address, new address is, email is, address is, email address is, email is now, new mail, new one is, right one is, correct one is, correct address is, right address is, better address is, use, use … for',
    target: 'optional',
    follows: true,
    namesOthers: true,
    syntax: '5 new email grace@halden.com',
    help: 'their new address',
    read: (said) => {
      const phone =
        said.phrase.endsWith('one is') && said.targets.length > 0 ? takePhone(said.rest) : undefined
      if (phone) return give({ verb: 'phone', number: phone.number }, phone.rest)
      const found = takeAddress(said.rest)
      if (found && said.targets.length && !hasName(found.rest))
        return give({ verb: 'new address', address: found.address }, found.rest)
      if (said.phrase !== 'new address' || said.targets.length || said.rest.trim()) return undefined
      return give({ verb: 'new private address', targets: [] })
    },
  },
  {
    verb: 'bounced',
    words:
      'bounced, bounced back, bounce, undeliverable, address is dead, email bounced, came back, email … came back, mail … came back, came back undelivered, bad address, wrong address, wrong email, address is wrong, email is wrong, address doesnt work, email doesnt work',
    target: 'needed',
    follows: true,
    syntax: '5 bounced',
    help: 'the address is dead; that email does not count',
    isCommon: true,
    read: just({ verb: 'bounced' }),
  },
  {
    verb: 'away',
    words:
      'ooo, out of office, out of the office, is out, on vacation, on holiday, on leave, is on leave, is on maternity leave, is on parental leave, on maternity leave, on paternity leave, is on paternity leave, on sick leave, away, is away, out until, out till, out til, vacation, traveling, travelling',
    target: 'optional',
    follows: true,
    syntax: '5 ooo until nov 30',
    help: 'away until then',
    isCommon: true,
    read: readAway,
  },
]

/** 35, 36; and 96: without a person it is the user who is away, and digests pause. */
function readAway(said: Said) {
  const rest = said.rest.replace(/^this week\b/i, 'until next monday')
  const found = takeFuture(rest, said.context.frame)
  if (found === 'past') return undefined
  if (!said.targets.length) {
    // "Nina's out until ...": of somebody who is not known here, and not of the user.
    if (!found || !/^\s*(?:i\b|i'?m\b|on\b|ooo\b|out\b|away\b|vacation\b|travel)/i.test(said.whole))
      return undefined
    if (found.lasts)
      return { kind: 'needs a date' as const, sentence: 'Until when? "pause until dec 1" is enough.' }
    return give({ verb: 'settings', settings: { status: 'paused', pausedUntil: found.day }, targets: [] })
  }
  const until = found?.lasts === 'week' ? addDays(found.day, 7) : found?.day
  return give({ verb: 'away', until }, found ? found.rest : rest)
}

/** "try tom instead": another person, whom "add" takes. */
const hasName = (rest: string): boolean =>
  /\p{L}/u.test(rest.replace(/\b(?:for|now|instead|please|is|it|at)\b/gi, ''))
