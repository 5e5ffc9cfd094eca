import { formatDay, relativeDay, weekday } from '../core/practice/days.ts'
import type { LocalDate } from '../core/practice/events.ts'
import { addressOf, type Case, dayIn, meetingOf } from './case.ts'
import { type DraftKind, draft } from './drafts/draft.ts'
import type { Fields } from './drafts/fields.ts'
import { mailto } from './drafts/mailto.ts'
import { given } from './first-name.ts'
import { list } from './list.ts'

/**
 * A draft of this kind to the contacts of these cases, mostly one, as a mailto link with the private address in bcc,
 * so that the mail logs itself (practice 5). Undefined where no address is known.
 */
export function draftLink(kind: DraftKind, cases: Case[], privateAddress: string): string | undefined {
  const to = cases.flatMap((c) => addressOf(c) ?? [])
  if (to.length === 0) return undefined
  const first = list(cases.flatMap(({ contact }) => given(contact.name) ?? []))
  const mail = draft(kind, { ...fields(cases[0]!, to[0]!), first })
  return mailto({ ...mail, to, bcc: [privateAddress, ...mail.bcc] })
}

function fields(c: Case, to: string): Fields {
  const { settings, standing, contact, today } = c
  const first = standing.attempts.find(({ channel }) => channel === 'email')
  const latest = standing.attempts.findLast(({ channel }) => channel === 'email')
  const note = standing.notes.at(-1)?.text
  const introduced = introducedIn(c)
  return {
    to,
    full: contact.name,
    company: contact.company,
    me: settings.name,
    mePhone: settings.phone,
    meLine: settings.line,
    target: settings.target,
    subject: first?.subject ?? latest?.subject,
    sentDate: latest && formatDay(latest.on, today),
    answerDate: standing.heardOn && formatDay(standing.heardOn, today),
    introFirst: standing.viaName && given(standing.viaName),
    metDay: metDay(c),
    metPlace: meetingOf(c)?.place,
    note,
    newFirst: introduced && given(introduced),
    newFull: introduced,
  }
}

/** Whom the contact introduced, or promised to: the one of whom the line speaks, else the latest. */
function introducedIn({ obligation: { kind, key }, standing }: Case): string | undefined {
  if (kind === 'close loop')
    return standing.introducedMet.find(({ contact }) => key === `close loop ${contact}`)?.name
  const named = standing.introductions.flatMap((made) =>
    (made.status === 'promised' || made.status === 'received') && made.name ? made.name : [],
  )
  return named.find((name) => key.startsWith(`intro promised ${name} `)) ?? named.at(-1)
}

/** The day of the meeting of which the line speaks, else of the latest; of one to come, by its name. */
function metDay(c: Case): string | undefined {
  const { kind } = c.obligation
  if (kind === 'meeting') return WEEKDAYS[weekday(dayIn(c)!)]
  const isOne = kind === 'thank' || kind === 'outcome'
  const on = kind === 'rebook' ? c.standing.missedOn : isOne ? dayIn(c) : c.standing.metOn
  return on && dayName(on, c.today)
}

/** "yesterday", "on Monday" within the week, "on Mon 16 Nov" before that; without the "on". */
function dayName(on: LocalDate, today: LocalDate): string {
  const relative = relativeDay(on, today)
  const isThisWeek = Date.parse(today) - Date.parse(on) < 7 * 86_400_000
  return relative.includes(' ') && isThisWeek ? WEEKDAYS[weekday(on)]! : relative
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
