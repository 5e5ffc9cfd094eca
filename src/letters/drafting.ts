import { daysBetween, formatDay, relativeDay, weekday } from '../core/practice/days.ts'
import type { LocalDate } from '../core/practice/events.ts'
import { isRemote } from '../core/practice/place.ts'
import { addressOf, type Case, dayIn, meetingOf } from './case.ts'
import { clockTime } from './clock-time.ts'
import { connectionOf } from './connection.ts'
import { type DraftKind, draft } from './drafts/draft.ts'
import type { Fields } from './drafts/fields.ts'
import { mailto } from './drafts/mailto.ts'
import { given } from './first-name.ts'
import { list } from './list.ts'
import { metSince } from './since-then.ts'

/**
 * A draft of this kind to the contacts of these cases, mostly one, as a mailto link with the private address in bcc,
 * so that the mail logs itself (practice 5). Undefined where no address is known.
 */
export function draftLink(kind: DraftKind, cases: Case[], privateAddress: string): string | undefined {
  const to = cases.flatMap((c) => addressOf(c) ?? [])
  if (to.length === 0) return undefined
  const first = list(cases.flatMap(({ contact }) => given(contact.name) ?? []))
  const mail = draft(kind, { ...fieldsOf(cases[0]!), to: to[0]!, first })
  return mailto({ ...mail, to, bcc: [privateAddress, ...mail.bcc] })
}

/** What is known of a line for its draft. */
export function fieldsOf(c: Case): Fields {
  const { settings, standing, contact, today, obligation } = c
  const first = standing.attempts.find(({ channel }) => channel === 'email')
  const latest = standing.attempts.findLast(({ channel }) => channel === 'email')
  // Of an introduction the new contact is written to; of other lines it is the contact who introduced.
  const isNew = obligation.kind === 'intro reply'
  const introduced = isNew ? contact.name : introducedIn(c)
  return {
    first: given(contact.name),
    full: contact.name,
    company: contact.company,
    me: settings.name,
    mePhone: settings.phone,
    meLine: settings.line,
    target: settings.target,
    connection: isNew ? undefined : connectionOf(standing),
    subject: first?.subject ?? latest?.subject,
    sentDate: latest && formatDay(latest.on, today),
    answerDate: standing.heardOn && formatDay(standing.heardOn, today),
    introFirst: standing.viaName && given(standing.viaName),
    introEmail: c.introducerAddress,
    metDay: metDay(c),
    ...meetingAhead(c),
    note: standing.notes.at(-1)?.text,
    newFirst: introduced && given(introduced),
    newFull: introduced,
    update: list(
      metSince(c)
        .slice(0, MAX_MET)
        .map(({ name }) => name),
    ),
    jobCompany: settings.hiredAt,
    retryIn: standing.retryOn && monthOf(standing.retryOn, today),
  }
}

/** So many names are news; more are a list. */
const MAX_MET = 4

/** Whom the contact introduced, or promised to: the one of whom the line speaks, else the latest. */
function introducedIn(c: Case): string | undefined {
  const { kind, key } = c.obligation
  if (kind === 'close loop') return spokenWith(c)?.name
  const named = c.standing.introductions.flatMap((made) =>
    (made.status === 'promised' || made.status === 'received') && made.name ? made.name : [],
  )
  return named.find((name) => key.startsWith(`intro promised ${name} `)) ?? named.at(-1)
}

/** Of whom the introducer is to be told. */
const spokenWith = ({ obligation, standing }: Case) =>
  standing.introducedMet.find(({ contact }) => obligation.key === `close loop ${contact}`)

/** The meeting of the line, or of somebody who is told of the job, as a mail of before it names it. */
function meetingAhead(c: Case): Pick<Fields, 'meetDay' | 'meetTime' | 'meetPlace'> {
  const { today, settings } = c
  const meeting = meetingOf(c) ?? c.standing.booked.find(({ on }) => on >= today)
  if (!meeting) return {}
  const { on, startsAt, place } = meeting
  return {
    meetDay: dayName(on, today),
    ...(startsAt !== undefined && { meetTime: clockTime(startsAt, settings.zone) }),
    ...(place && { meetPlace: isRemote(place) ? `by ${place.replace(/^by /i, '')}` : place }),
  }
}

/** The day of the meeting of which the line speaks, else of the latest; of one to come, by its name. */
function metDay(c: Case): string | undefined {
  const { kind } = c.obligation
  if (kind === 'meeting') return WEEKDAYS[weekday(dayIn(c)!)]
  const isOne = kind === 'thank' || kind === 'outcome'
  const on =
    kind === 'rebook'
      ? c.standing.missedOn
      : kind === 'close loop'
        ? spokenWith(c)?.on
        : isOne
          ? dayIn(c)
          : c.standing.metOn
  return on && dayName(on, c.today)
}

/** "yesterday", "Monday" within a week, "Mon 16 Nov" further off. */
function dayName(on: LocalDate, today: LocalDate): string {
  const relative = relativeDay(on, today)
  const isNear = Math.abs(daysBetween(on, today)) < 7
  return relative.includes(' ') && isNear ? WEEKDAYS[weekday(on)]! : relative
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const monthOf = (on: LocalDate, today: LocalDate): string =>
  on.slice(0, 7) === today.slice(0, 7)
    ? 'later this month'
    : `in ${new Date(on).toLocaleString('en', { month: 'long', timeZone: 'UTC' })}`
