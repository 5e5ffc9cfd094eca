import type { LocalDate } from '../../practice/events.ts'
import type { Orders, Said } from '../command.ts'
import { datedBack, takeFuture, takePast } from '../dates.ts'
import { meetingDay } from '../item.ts'
import type { Problem, Target } from '../order.ts'
import { nameOf, personOf } from '../pointed.ts'
import { saidLater } from './later.ts'

/** The day that was said, else the day of the booked meeting, else today (rule 7; 59). */
export function readMet(said: Said, by?: 'call'): Orders | Problem {
  const past = takePast(said.rest, said.context.frame, said.isApart)
  const rest = past ? past.rest : said.rest
  const minutes = minutesIn(rest)
  const channel = channelIn(rest) ?? by
  const future = past ? undefined : takeFuture(rest.split(/[,.;-]/)[0] ?? '', said.context.frame)
  if (future && future !== 'past' && !future.rest && future.day > said.today)
    return {
      kind: 'future date' as const,
      sentence: `"${said.whole.trim()}" is still to come: say "${example(said)} meeting ..." to log it.`,
    }
  const days = said.targets.map((target) => past?.day ?? bookedOn(target, said) ?? said.today)
  return {
    orders: said.targets.map((target, i) => ({
      verb: 'met' as const,
      on: days[i]!,
      minutes,
      channel,
      targets: [target],
    })),
    rest: withoutMeasure(rest),
  }
}

/** 61: a talk of some minutes, or a good one, was the meeting; "spoke" alone is an answer by phone (2.3, rule 7; 2.6). */
export function readSpoke(said: Said) {
  if (
    minutesIn(said.rest) !== undefined ||
    /\b(great|good|lovely|helpful|useful|nice|long)\b/i.test(said.rest)
  ) {
    return readMet(said, 'call')
  }
  return (
    saidLater(said) ??
    datedBack(said, (on) => ({ verb: 'answered', on, channel: channelIn(said.rest) ?? 'call' }))
  )
}

/** The day of their meeting, if it has come: of several the one of the line, else the latest. */
export function bookedOn(target: Target, said: Said): LocalDate | undefined {
  if (!('contact' in target)) return undefined
  const days = (personOf(target.contact, said.context)?.meetings ?? []).map(({ on }) => on)
  const on = meetingDay(target.item) ?? days.findLast((day) => day <= said.today)
  return on && on <= said.today ? on : undefined
}

const MINUTES = /\b(?:only |just |for |about |a )*(\d{1,3})[ -]?min(?:ute)?s?\b/i

function minutesIn(text: string): number | undefined {
  if (/\b(for )?half an hour\b/i.test(text)) return 30
  if (/\b(for )?an hour\b/i.test(text)) return 60
  const match = MINUTES.exec(text)
  return match ? Number(match[1]) : undefined
}

function channelIn(text: string): 'call' | 'in person' | undefined {
  if (/\b(on|over|by) (the )?(phone|zoom|video)\b/i.test(text)) return 'call'
  return /\bin person\b/i.test(text) ? 'in person' : undefined
}

/** The words but for how long it was and by what. */
const withoutMeasure = (text: string): string =>
  text
    .replace(
      /^(?:an?|our|the)(?: (?:quick|short|long|brief|great|good|nice|lovely|first|second))*(?=,|\s|$)/i,
      '',
    )
    .replace(MINUTES, '')
    .replace(/\b(for )?(half )?an hour\b/gi, '')
    .replace(/\b(on|over|by) (the )?(phone|zoom|video)\b|\bin person\b/gi, '')

/** How the person is named in an example: by number, else by first name. */
export function example(said: Said): string {
  const target = said.targets[0]
  if (!target || !('contact' in target)) return '4'
  return target.item ? String(target.item.n) : (nameOf(target.contact, said.context).split(' ')[0] ?? '4')
}
