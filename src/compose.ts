import { isBusinessDay } from './core/practice/business-days.ts'
import { addDays } from './core/practice/days.ts'
import { digestInstant, nextDigestAt } from './core/practice/digest-time.ts'
import { lookAgainOn, practiceOf } from './core/practice/due.ts'
import type { LocalDate } from './core/practice/events.ts'
import type { Obligation } from './core/practice/obligation.ts'
import { isMonthlyDay, isReviewDay } from './core/practice/review-day.ts'
import { signOfLife } from './core/practice/sign-of-life.ts'
import { standingOf } from './core/practice/standing.ts'
import type { Practice } from './core/practice/timers.ts'
import { figuresFrom } from './core/practice/week.ts'
import { instantOf, localDate } from './core/when/zone.ts'
import type { KnownContact } from './db/contacts.ts'
import { type Morning, type MorningEnd, mornings, recordMornings, usersDue } from './db/morning.ts'
import { newId, newToken } from './db/open.ts'
import type { User } from './db/users.ts'
import { type Week, type WeekAsked, weeks } from './db/week.ts'
import type { Deps } from './deps.ts'
import { faultOf } from './fault.ts'
import type { Case } from './letters/case.ts'
import { type Digest, digest } from './letters/digest.ts'
import { asHtml } from './letters/layout/html.ts'
import { asText } from './letters/layout/text.ts'
import { coachingOf, coveredSentences, loggedEntries } from './letters/logged.ts'
import { LAST_LETTER, review } from './letters/review.ts'
import { type ReviewFacts, reviewInput } from './letters/review-input.ts'
import { LOUDEST } from './letters/selection.ts'
import { digestAddress, privateAddress, unsubscribeUrl } from './own-addresses.ts'
import { outboxRow } from './post.ts'

/** Users for one transaction, and one call to Postmark. */
export const CHUNK = 500

/** Chunks in one tick; whoever is left is due at the next one. */
const MAX_CHUNKS = 40

/**
 * Makes the digests that are due and puts them in the outbox. A tick that was missed is caught up by the next one on
 * the same day; a second tick finds nobody due. Returns how many digests were made.
 */
export async function compose(deps: Deps): Promise<number> {
  let count = 0
  for (let chunk = 0; chunk < MAX_CHUNKS; chunk++) {
    const users = await usersDue(deps.db, deps.now, CHUNK)
    if (users.length === 0) break
    const due = users.map((user) => ({ user, today: localDate(deps.now, user.settings.zone) }))
    const [read, reviewed] = await Promise.all([
      mornings(deps.db, due),
      weeks(deps.db, due.flatMap(weekAsked)),
    ])
    const made = await Promise.all(
      read.map((morning) => endOrFault(morning, reviewed.get(morning.user.id), deps)),
    )
    const ends = made.filter((end) => end !== undefined)
    const done = await recordMornings(deps.db, ends)
    count += done.made
    // Whoever wrote to us in between is read and looked at again.
    if (users.length < CHUNK && done.passed === ends.length) break
  }
  return count
}

/** One user's morning that cannot be made must not keep the others from theirs; it stays due. */
async function endOrFault(
  morning: Morning,
  week: Week | undefined,
  deps: Deps,
): Promise<MorningEnd | undefined> {
  try {
    return await endOf(morning, week, deps)
  } catch (error) {
    console.error('digest failed', morning.user.id, faultOf(error))
    return undefined
  }
}

/** One user's morning: the digest, if anything is due, and what follows for the contacts looked at. */
async function endOf(morning: Morning, week: Week | undefined, deps: Deps): Promise<MorningEnd> {
  const { user, today } = morning
  const { settings } = user
  const end: MorningEnd = {
    user,
    now: deps.now,
    nextDigestAt: user.search === 'stopped' ? null : nextDigestAt(settings, deps.now),
    contacts: [],
  }
  const practice = practiceOf(settings, user.search)
  // A tick after midnight that comes too early for this day: the look that was missed is caught up in the morning.
  const isEarly = deps.now < digestInstant(today, settings)
  if (user.search === 'stopped' || isEarly || !isBusinessDay(today, practice.calendar)) return end
  const looked = morning.contacts.map((contact) => ({
    contact,
    standing: standingOf(contact.history, practice, today),
  }))
  const life = signOfLife(localDate(user.seenAt, settings.zone), today, practice.calendar)
  if (life === 'gone') end.nextDigestAt = null
  // Nobody there: letters on the day of the review only, and then one last (practice 8.2).
  const isSilent = life === 'quiet' && !week
  const cases: Case[] = looked.flatMap(({ contact, standing }) =>
    (standing?.obligations ?? [])
      .filter((obligation) => obligation.dueOn <= today && isTimely(obligation, practice, today))
      .map((obligation) => ({ obligation, contact, standing: standing!, practice, settings, today })),
  )
  if (isSilent) return end
  const id = newId()
  const token = newToken()
  const replyTo = digestAddress(token, deps.config)
  const letter = digest({
    today,
    settings,
    practice,
    cases,
    logged: {
      sinceOn: localDate(user.digestedAt, settings.zone),
      entries: loggedEntries(morning.logged),
      sentences: coveredSentences(morning.logged),
    },
    coaching: coachingOf(morning.logged),
    ...(week && { review: review(reviewInput(weekFacts(morning, week, practice))) }),
    ...(life === 'gone' && { last: LAST_LETTER }),
    questions: morning.questions,
    privateAddress: privateAddress(user.token, deps.config),
    replyTo,
    unsubscribe: await unsubscribeUrl(user.id, deps.config),
  })
  end.contacts = looked.map(({ contact, standing }) => {
    const shown = showings(contact, standing?.obligations.map(({ key }) => key) ?? [], letter)
    return { id: contact.id, dueOn: lookAgainOn(standing, shown) ?? null, shown }
  })
  if (letter) {
    const row = await outboxRow(
      {
        key: `digest ${today}`,
        subject: letter.subject,
        text: asText(letter.page),
        html: asHtml(letter.page),
        replyTo,
      },
      user,
      deps,
    )
    end.digest = { id, on: today, token, items: letter.items, letter: row }
  }
  return end
}

/** With a job found, only what people wait for has its own day; the rest comes once a month (practice 2.7). */
const isTimely = ({ kind }: Obligation, { search, calendar }: Practice, today: LocalDate): boolean =>
  search === 'searching' || AWAITED.has(kind) || isMonthlyDay(today, calendar)

const AWAITED = new Set<Obligation['kind']>([
  'meeting',
  'outcome',
  'thank',
  'answer',
  'rebook',
  'tell',
  'promise',
])

/** The weeks to read where today is the day of a review (practice 3.1). */
function weekAsked({ user, today }: { user: User; today: LocalDate }): WeekAsked[] {
  const { settings, search } = user
  if (search !== 'searching' || !isReviewDay(today, practiceOf(settings, search).calendar)) return []
  const since = instantOf(figuresFrom(today), { hour: 0, minute: 0 }, settings.zone)
  return [{ userId: user.id, since, until: addDays(today, WEEK_AHEAD) }]
}

/** From any review day to the Sunday after the Monday that follows it. */
const WEEK_AHEAD = 13

function weekFacts({ user, today, contacts }: Morning, week: Week, practice: Practice): ReviewFacts {
  const standingsOf = (people: KnownContact[]) =>
    people.flatMap(({ name, shown, history }) => {
      const standing = standingOf(history, practice, today)
      return standing ? [{ name, shown, standing }] : []
    })
  const { zone, focusWeek } = user.settings
  return {
    today,
    zone,
    practice,
    active: week.active,
    everyone: week.everyone,
    ahead: standingsOf(week.ahead),
    applications: [],
    interviews: 0,
    waiting: standingsOf(contacts).flatMap(({ name, shown, standing }) =>
      standing.obligations.some(({ key }) => (shown[key] ?? 0) >= LOUDEST) ? [name] : [],
    ),
    ...(focusWeek && { focus: focusWeek }),
    isQuiet: signOfLife(localDate(user.seenAt, zone), today, practice.calendar) !== 'there',
  }
}

/** How often each open obligation was shown, this digest counted; those that are no longer open are forgotten. */
function showings(
  { id, shown }: Case['contact'],
  open: string[],
  letter: Digest | undefined,
): Record<string, number> {
  const now = new Set(letter?.shown.filter(({ contact }) => contact === id).map(({ key }) => key))
  return Object.fromEntries(
    open.flatMap((key) => {
      const count = (shown[key] ?? 0) + (now.has(key) ? 1 : 0)
      return count > 0 ? [[key, count]] : []
    }),
  )
}
