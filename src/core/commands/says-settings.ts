import { formatDay } from '../practice/days.ts'
import type { Settings } from './order.ts'

/** What a change of settings says in a receipt: "time zone America/Chicago", "no letters until Tue 1 Dec". */
export function saysSettings(settings: Settings): string {
  return Object.keys(settings)
    .flatMap((key) => SAYS[key as keyof Settings]?.(settings) ?? [])
    .join('; ')
}

const SAYS: { [K in keyof Settings]-?: (settings: Settings) => string | undefined } = {
  tz: ({ tz }) => `time zone ${tz}`,
  digestAt: ({ digestAt }) => `digest at ${digestAt}`,
  country: ({ country }) => `holidays of ${country?.toUpperCase()}`,
  plan: ({ plan }) => `plan ${plan}`,
  target: ({ target }) => `you look for: ${target}`,
  name: ({ name }) => `your name is ${name}`,
  phone: ({ phone }) => `your phone is ${phone}`,
  line: ({ line }) => `about you: ${line}`,
  status: ({ status, pausedUntil, hiredAt }) => {
    if (status === 'paused') return pausedUntil ? undefined : 'no letters until you say "resume"'
    if (status === 'searching') return 'letters come again'
    if (status === 'stopped') return 'no more letters; "resume" starts them again'
    return `search over${hiredAt ? `, with a job at ${hiredAt}` : ''}; whom to tell comes with the next letters`
  },
  pausedUntil: ({ pausedUntil }) => pausedUntil && `no letters until ${formatDay(pausedUntil)}`,
  hiredAt: () => undefined,
  skipOn: ({ skipOn }) => skipOn && `no letter on ${formatDay(skipOn)}`,
  focusWeek: ({ focusWeek }) =>
    focusWeek &&
    `focus week from ${formatDay(focusWeek.from)}${focusWeek.place ? ` in ${focusWeek.place}` : ''}${focusWeek.perDay ? `, ${focusWeek.perDay} a day` : ''}`,
  hasFocusMembers: () => undefined,
  evenings: ({ evenings }) =>
    evenings ? 'a note on the evening of a meeting day, at 6 pm' : 'no evening notes',
  cards: ({ cards }) => (cards ? 'cards are offered' : 'no more cards'),
}
