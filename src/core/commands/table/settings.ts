import { readTimeOfDay } from '../../when/clock.ts'
import { readZone } from '../../when/zone.ts'
import { asName } from '../arguments.ts'
import { isFiller } from '../chatter.ts'
import { type Command, give, type Said } from '../command.ts'
import { takeFuture, takePast } from '../dates.ts'
import type { Settings } from '../order.ts'

/** An order that changes the user's settings. */
export const set = (settings: Settings) => give({ verb: 'settings', settings, targets: [] })

/** The user and the digest (practice 4.2, 96 to 99). */
export const settings: Command[] = [
  {
    verb: 'settings',
    words: 'pause, pause for, pause until, pause till, take a break, break until',
    target: 'none',
    syntax: 'pause 2w',
    help: 'no digests until then',
    isCommon: true,
    read: readPause,
  },
  {
    verb: 'settings',
    words: 'resume, unpause, im back, i am back, start again, searching again, unstop',
    target: 'none',
    syntax: 'resume',
    help: 'digests again',
    isCommon: true,
    read: (said) => (isFiller(said.rest) ? set({ status: 'searching' }) : undefined),
  },
  {
    verb: 'settings',
    words:
      'digest at, digest, send at, send digest at, send it at, send this at, send the digest at, send me this at, mail me at, hour',
    target: 'none',
    syntax: 'digest at 7',
    help: 'when the digest comes',
    isCommon: true,
    read: (said) => setHour(said.rest),
  },
  {
    verb: 'settings',
    words: 'tz, timezone, time zone, zone, my timezone is, my time zone is, timezone is',
    target: 'none',
    syntax: 'tz chicago',
    help: 'your time zone',
    read: (said) => {
      const tz = readZone(said.rest.replace(/[.!]+$/, ''))
      if (tz) return set({ tz })
      return {
        kind: 'needs more',
        sentence: `"${said.rest}" is no time zone that I know; "tz chicago" names a city.`,
      }
    },
  },
  {
    verb: 'settings',
    words: 'country, country is, holidays of',
    target: 'none',
    syntax: 'country uk',
    help: 'whose holidays count',
    read: (said) =>
      /^\p{L}[\p{L} .]*$/u.test(said.rest)
        ? set({ country: said.rest.replace(/[. ]+$/, '').toLowerCase() })
        : undefined,
  },
  {
    verb: 'settings',
    words: 'evening notes, evening note, evenings, evening',
    target: 'none',
    syntax: 'evening notes on',
    help: 'a note on the evening of a meeting day',
    read: (said) => {
      const match = /^(on|off|please|yes|no)?[.!]*$/i.exec(said.rest.trim())
      return match ? set({ evenings: !/^(off|no)/i.test(said.rest.trim()) }) : undefined
    },
  },
  {
    verb: 'settings',
    words: 'target, target is, looking for, im looking for, i am looking for',
    target: 'none',
    takesLine: true,
    syntax: 'target: product roles in climate tech',
    help: 'what you look for',
    read: (said) => (said.rest ? set({ target: said.rest }) : undefined),
  },
  {
    verb: 'settings',
    words: 'my name is, my name, name',
    isExact: true,
    target: 'none',
    takesLine: true,
    syntax: 'my name is Ann Smith',
    help: 'how drafts are signed',
    read: (said) => (said.rest ? set({ name: asName(said.rest) }) : undefined),
  },
  {
    verb: 'settings',
    words: 'about me, my line, my line is',
    isExact: true,
    target: 'none',
    takesLine: true,
    syntax: 'about me: a designer moving into climate',
    help: 'one line about you, for drafts',
    read: (said) => (said.rest ? set({ line: said.rest }) : undefined),
  },
  {
    verb: 'settings',
    words: 'plan',
    isExact: true,
    target: 'none',
    syntax: 'plan ECECE',
    help: 'the order of emails and calls',
    read: (said) => (/^[EC\d|]{2,20}$/i.test(said.rest) ? set({ plan: said.rest.toUpperCase() }) : undefined),
  },
]

/** "6:45am please": the hour of the digest, in a form that databases sort. */
export function setHour(text: string) {
  const time = readTimeOfDay(
    text
      .replace(/[\s,]*\b(please|pls|thanks|thank you|instead|from now on)\b[.!\s]*$/i, '')
      .replace(/[.!\s]+$/, ''),
  )
  if (!time) return undefined
  const [hour, minute] = [time.hour, time.minute].map((n) => String(n).padStart(2, '0'))
  return set({ digestAt: `${hour}:${minute}` })
}

function readPause(said: Said) {
  const found = takeFuture(said.rest, said.context.frame)
  if (found && found !== 'past')
    return found.lasts
      ? { kind: 'needs a date' as const, sentence: 'Until when? "pause until dec 1" is enough.' }
      : set({ status: 'paused', pausedUntil: found.day })
  if (isFiller(said.rest)) return set({ status: 'paused' })
  if (found === 'past' || takePast(said.rest, said.context.frame))
    return {
      kind: 'past date' as const,
      sentence: `"${said.whole.trim()}" names a day that is past; nothing was paused.`,
    }
  return undefined
}
