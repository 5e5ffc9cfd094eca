import { mondayOf } from '../../practice/days.ts'
import { asName } from '../arguments.ts'
import { isFiller } from '../chatter.ts'
import { type Command, give, type Said } from '../command.ts'
import { takeFuture, takePast } from '../dates.ts'
import { numberOf } from '../words.ts'
import { set } from './settings.ts'

/** The search: its focus, its count of applications, its end (practice 4.2, 93 to 95, 104, 105, 107 and 108). */
export const search: Command[] = [
  {
    verb: 'settings',
    words: 'focus week, focus week of, focus on week',
    target: 'none',
    takesLine: true,
    syntax: 'focus week jan 11 in dc',
    help: 'one week for many meetings',
    read: (said) => {
      const [aDay, perDay] = /[\s,]+(?:at )?([1-9]) (?:a|per) day\b/.exec(said.rest) ?? ['']
      const [, day, place] = /^(.*?)(?:[\s,]+in\s+(\D+))?$/.exec(said.rest.replace(aDay!, '').trim()) ?? []
      const found = takeFuture(day ?? '', said.context.frame)
      if (!found || found === 'past')
        return { kind: 'needs a date', sentence: 'Which week? "focus week jan 11 in dc" is enough.' }
      return set({
        focusWeek: {
          from: found.day,
          ...(place && { place: asPlace(place) }),
          ...(perDay && { perDay: Number(perDay) }),
        },
      })
    },
  },
  {
    verb: 'focus',
    words: 'for, are for, is for',
    isExact: true,
    target: 'needed',
    syntax: '3 for dc',
    help: 'wanted for the focus week there',
    read: ({ rest, context: { focusWeek } }) => {
      const isMeant =
        focusWeek && (isOne(rest, focusWeek.place) || /^(the |that )?(focus )?week[.!]*$/i.test(rest))
      return isMeant ? give({ verb: 'focus', week: mondayOf(focusWeek.from) }) : undefined
    },
  },
  {
    verb: 'settings',
    words:
      'got the job, i got the job, got a job, i got a job, got an offer and accepted, accepted an offer, i accepted an offer, accepted the offer, i accepted the offer, accepted a job, i accepted a job, i got hired, got hired, im hired, i was hired',
    isExact: true,
    target: 'none',
    syntax: 'got the job',
    help: 'ends the search; whom to tell comes with the digests',
    isCommon: true,
    read: (said) => {
      // "Got the job interview", "a job lead": something about a job, and no job.
      if (
        /^(?:\w+ )?(?:interview|lead|post|offer|ad|advert|application|alert|description|title|rejection|search|fair|news)/i.test(
          said.rest.trim(),
        )
      )
        return undefined
      const at = /\b(?:at|with|from)\s+([^.!,;]+)/i.exec(said.rest)
      return set({ status: 'over', ...(at && { hiredAt: asName(at[1]!) }) })
    },
  },
  {
    verb: 'settings',
    words:
      'stop, unsubscribe, stop emails, stop emailing, stop emailing me, stop mailing me, stop sending, stop sending me, stop writing to me, cancel my account, unsubscribe me, done with all',
    isExact: true,
    target: 'optional',
    syntax: 'stop',
    help: 'no more mail',
    isCommon: true,
    read: (said) => {
      if (said.targets.length)
        return /^stop/.test(said.phrase) ? give({ verb: 'drop' }, said.rest) : undefined
      return said.phrase === 'stop' && !isFiller(said.rest) ? undefined : set({ status: 'stopped' })
    },
  },
  {
    verb: 'applied',
    words: 'applied, applied to, applied for, applied at, i applied, applications',
    target: 'none',
    syntax: 'applied acme designer',
    help: 'an application, for your weekly count',
    read: readApplied,
  },
  {
    verb: 'interview',
    words:
      'interview at, interview with, got an interview at, got an interview with, have an interview at, have an interview with, interviewing at, job interview at',
    target: 'none',
    syntax: 'interview at acme tues',
    help: 'an application led to an interview',
    read: (said) => {
      const found = takeFuture(said.rest, said.context.frame)
      const [company, on] = found && found !== 'past' ? [found.rest, found.day] : [said.rest, undefined]
      return give({
        verb: 'interview',
        company: company.replace(/[.!,\s]+$/, ''),
        ...(on && { on }),
        targets: [],
      })
    },
  },
]

/** "DC" from "dc", "New York" from "new york"; a place typed with capitals stays as it is. */
function asPlace(typed: string): string {
  const place = typed.replace(/[.!\s]+$/, '')
  return /^(?:\p{Ll}{2}|[^aeiou\P{Ll}]{3})$/u.test(place) ? place.toUpperCase() : asName(place)
}

/** "D.C." and "dc" are one place. */
const isOne = (text: string, place: string | null | undefined): boolean =>
  typeof place === 'string' && bare(text) !== '' && bare(text) === bare(place)

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

function readApplied(said: Said) {
  const past = takePast(said.rest, said.context.frame)
  const text = (past ? past.rest : said.rest).replace(/^(to|for|at)\s+/i, '').replace(/[.!,\s]+$/, '')
  const count =
    /^(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b(?:\s+(?:jobs?|places|companies|positions|roles))?(?: (?:this week|so far))?$/.exec(
      text,
    )
  const on = past?.day ?? said.today
  if (!text && !past) return undefined
  return give({
    verb: 'applied',
    count: count ? (numberOf(count[1]!.toLowerCase()) ?? 1) : 1,
    ...(!count && text && { to: text }),
    on,
    targets: [],
  })
}
