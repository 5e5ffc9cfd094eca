import { formatDay, relativeDay, weekday } from '../core/practice/days.ts'
import type { LocalDate } from '../core/practice/events.ts'
import { addressOf, type Case, meetingOf } from './case.ts'
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
  const promised = standing.introductions.at(-1)
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
    metDay: standing.metOn && metDay(standing.metOn, today),
    metPlace: meetingOf(c)?.place,
    note,
    newFirst: promised?.status === 'promised' ? given(promised.name) : undefined,
    newFull: promised?.status === 'promised' ? promised.name : undefined,
  }
}

/** "yesterday", "on Monday" within the week, "on Mon 16 Nov" before that; without the "on". */
function metDay(on: LocalDate, today: LocalDate): string {
  const relative = relativeDay(on, today)
  const isThisWeek = Date.parse(today) - Date.parse(on) < 7 * 86_400_000
  return relative.includes(' ') && isThisWeek ? WEEKDAYS[weekday(on)]! : relative
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
