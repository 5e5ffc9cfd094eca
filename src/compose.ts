import { isBusinessDay } from './core/practice/business-days.ts'
import { digestInstant, nextDigestAt } from './core/practice/digest-time.ts'
import { lookAgainOn, practiceOf } from './core/practice/due.ts'
import { standingOf } from './core/practice/standing.ts'
import { localDate } from './core/when/zone.ts'
import { type Morning, type MorningEnd, mornings, recordMornings, usersDue } from './db/morning.ts'
import { newId, newToken } from './db/open.ts'
import type { Deps } from './deps.ts'
import { faultOf } from './fault.ts'
import type { Case } from './letters/case.ts'
import { type Digest, digest } from './letters/digest.ts'
import { asHtml } from './letters/layout/html.ts'
import { asText } from './letters/layout/text.ts'
import { coveredSentences, loggedEntries } from './letters/logged.ts'
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
  let made = 0
  for (let chunk = 0; chunk < MAX_CHUNKS; chunk++) {
    const users = await usersDue(deps.db, deps.now, CHUNK)
    if (users.length === 0) break
    const due = users.map((user) => ({ user, today: localDate(deps.now, user.settings.zone) }))
    const read = await mornings(deps.db, due)
    const ends = (await Promise.all(read.map((morning) => endOrFault(morning, deps)))).filter((end) => !!end)
    const done = await recordMornings(deps.db, ends)
    made += done.made
    // Whoever wrote to us in between is read and looked at again.
    if (users.length < CHUNK && done.passed === ends.length) break
  }
  return made
}

/** One user's morning that cannot be made must not keep the others from theirs; it stays due. */
async function endOrFault(morning: Morning, deps: Deps): Promise<MorningEnd | undefined> {
  try {
    return await endOf(morning, deps)
  } catch (error) {
    console.error('digest failed', morning.user.id, faultOf(error))
    return undefined
  }
}

/** One user's morning: the digest, if anything is due, and what follows for the contacts looked at. */
async function endOf(morning: Morning, deps: Deps): Promise<MorningEnd> {
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
  const cases: Case[] = looked.flatMap(({ contact, standing }) =>
    (standing?.obligations ?? [])
      .filter(({ dueOn }) => dueOn <= today)
      .map((obligation) => ({ obligation, contact, standing: standing!, practice, settings, today })),
  )
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
