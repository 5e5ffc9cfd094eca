import { type End, endLetters, takeLetters } from './db/outbox.ts'
import type { Config, Deps } from './deps.ts'
import { INDEX_LAG, MAX_BATCH, type Mailer, type Outcome, type Posted } from './mailer.ts'

/** A batch is sent so soon after it was taken, or not at all: questions before it, or D1, may be slow. */
const SENDING = 5 * 60_000

/** Nobody else takes a letter before an answer about it can be trusted, so that it is never in two hands. */
const LEASE = SENDING + INDEX_LAG

/** Questions to Postmark at a time: a Worker has six connections. */
const QUESTIONS = 5

/** Waits after the first, second ... try that failed, in minutes; the last one repeats. */
const WAITS = [1, 5, 10, 30, 60, 120, 360]

/** Batches for one run: as many letters as one tick can make. */
const MAX_BATCHES = 40

/**
 * Sends the letters that are due. Each goes out once: a letter whose last try had no known end is looked for at
 * Postmark before it is sent again, and while Postmark cannot say, it waits. Beyond `lettersPerHour` all wait, for the
 * next hour to come. Returns how many were sent.
 */
export async function deliver(deps: Deps): Promise<number> {
  const { now } = deps
  const perHour = deps.config.lettersPerHour
  let sent = 0
  // A lease counts from the real time, which is later than `deps.now` after other batches, or in a tick that came late.
  const ahead = deps.config.isClockLocal ? now - Date.now() : 0
  const clock = () => Date.now() + ahead
  for (let batch = 0; batch < MAX_BATCHES; batch++) {
    const began = clock()
    const letters = await takeLetters(deps.db, { now, until: began + LEASE, limit: MAX_BATCH, perHour })
    if (letters.length === 0) return sent
    const outcomes = await sendOnce(deps, letters, () => clock() < began + SENDING)
    const ends = letters.map((letter, i) => end(letter, outcomes[i]!, clock()))
    const room = await endLetters(deps.db, ends, { now, perHour })
    sent += outcomes.filter(({ is }) => is === 'sent').length
    for (const [i, letter] of letters.entries()) {
      const outcome = outcomes[i]!
      if (outcome.is !== 'sent') console.warn('letter', letter.id, outcome.is, outcome.reason)
    }
    if (room <= 0) console.error('letters held back, by the limit of', perHour, 'in an hour')
    if (letters.length < MAX_BATCH) return sent
  }
  return sent
}

/** The outcome of each letter, in their order. */
async function sendOnce(
  { mailer, config }: Deps,
  letters: Posted[],
  isInTime: () => boolean,
): Promise<Outcome[]> {
  const mayHaveGone = (letter: Posted): boolean => hasOpenTry(letter) || isForgotten(letter, config)
  const ends = await lookFor(letters.filter(mayHaveGone), mailer)
  for (const letter of letters)
    if (letter.isReadmission && !ends.has(letter) && !(await mailer.readmit(letter.to)))
      ends.set(letter, { is: 'put off', reason: 'Postmark cannot be asked to write to the address again' })
  const rest = letters.filter((letter) => !ends.has(letter))
  const outcomes = isInTime() ? await mailer.send(rest, config.from) : rest.map(() => TOO_LATE)
  for (const [i, letter] of rest.entries()) ends.set(letter, outcomes[i]!)
  return letters.map((letter) => ends.get(letter)!)
}

/** The letters that Postmark has, or of which it cannot say. Once it cannot, it is not asked about the others. */
async function lookFor(letters: Posted[], mailer: Mailer): Promise<Map<Posted, Outcome>> {
  const ends = new Map<Posted, Outcome>()
  let isAnswering = true
  const look = async (letter: Posted): Promise<void> => {
    try {
      const postmarkId = await mailer.find(letter.id)
      if (postmarkId) ends.set(letter, { is: 'sent', postmarkId })
    } catch {
      isAnswering = false
      ends.set(letter, UNKNOWN)
    }
  }
  for (let i = 0; i < letters.length; i += QUESTIONS) {
    const some = letters.slice(i, i + QUESTIONS)
    if (isAnswering) await Promise.all(some.map(look))
    else for (const letter of some) ends.set(letter, UNKNOWN)
  }
  return ends
}

const TOO_LATE: Outcome = { is: 'put off', reason: 'its turn was over before it was sent' }
const UNKNOWN: Outcome = { is: 'unsure', reason: 'Postmark cannot say whether it was sent' }

/** Some earlier try began whose end was never stored, or is not known. */
const hasOpenTry = (letter: Posted): boolean => letter.tries - 1 > letter.failedTries

/**
 * The database was put back since, or on that day: it may not know that the letter went, and made the digests of that
 * day again. A letter has the same id then (`idOf`).
 */
const isForgotten = ({ madeAt }: Posted, { restoredAt }: Config): boolean =>
  restoredAt !== undefined && madeAt < restoredAt + DAY

const DAY = 24 * 60 * 60_000

function end(letter: Posted, outcome: Outcome, now: number): End {
  const wait = Math.max(
    WAITS[Math.min(letter.tries, WAITS.length) - 1]! * 60_000,
    outcome.is === 'unsure' ? INDEX_LAG : 0,
  )
  const isOpen = outcome.is === 'put off' || outcome.is === 'unsure'
  return {
    id: letter.id,
    tries: letter.tries,
    state: isOpen ? 'waiting' : outcome.is === 'sent' ? 'sent' : 'refused',
    tryAt: isOpen ? now + wait : letter.tryAt,
    failedTries: outcome.is === 'put off' ? letter.tries : letter.failedTries,
    postmarkId: outcome.is === 'sent' ? outcome.postmarkId : null,
    reason: outcome.is === 'sent' ? null : outcome.reason,
    isErasedOnceSent: letter.isErasedOnceSent,
  }
}
