import { addDays } from '../../practice/days.ts'
import { nextBusinessDay } from '../../when/business-day.ts'
import { give, type Said } from '../command.ts'
import { takeFuture } from '../dates.ts'

/** Without a date: 30 days on (practice 2.2, DEFERRED; 4.2, 42). */
export function readDeferred(said: Said, isUnsure?: true) {
  const found = takeFuture(said.rest, said.context.frame)
  if (found && found !== 'past')
    return give(
      {
        verb: 'deferred',
        until: found.until,
        reason: found.rest || undefined,
      },
      '',
    )
  const reason = isUnsure ? [said.phrase, said.rest].join(' ').trim() : said.rest || undefined
  const until = nextBusinessDay(addDays(said.today, 30), said.context.frame.isBusinessDay)
  return give({ verb: 'deferred', until, reason, isUnsure })
}

/** "Not now", said by whoever answered; what follows is when, or why. */
export function saidLater(said: Said) {
  const later = NOT_NOW.exec(said.rest)
  return later ? readDeferred({ ...said, rest: said.rest.slice(later[0].length) }) : undefined
}

const NOT_NOW =
  /^[\s,.;-]*(?:but )?(?:(?:and )?(?:he|she|they) (?:said|says) )?(?:not (?:right )?now(?:,? (?:but )?try(?: again)?)?|try (?:me )?(?:again )?later|maybe later)\b[\s,.;-]*/i
