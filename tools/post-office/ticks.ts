import { type Clock, dayOf, told, toldDay } from './clock.ts'
import type { Mail, Mails } from './mails.ts'

/** What came of moving the time. */
export type Moved = { now: number; letters: Mail[]; said: string }

/** Time as the Worker's cron sees it: it moves a quarter of an hour at a time, and one move at a time. */
export type Ticks = {
  /** To the first letter of a later day than today, at latest to 18:00 UTC of the next day. */
  nextMorning(): Promise<Moved>
  /** To the next letter, at most 21 days on. */
  nextLetter(): Promise<Moved>
  /** To this instant, with every tick on the way. An instant that is past changes nothing. */
  moveTo(at: number): Promise<Moved>
  /** Ticks that become due while nobody asks for anything. */
  catchUp(): Promise<void>
}

const QUARTER = 15 * 60_000
const DAY = 24 * 3600_000

/** `tick` runs the Worker's cron for an instant and throws where it fails. */
export const createTicks = (clock: Clock, mails: Mails, tick: (at: number) => Promise<void>): Ticks => {
  const inTurn = queue()
  let last = quarterOf(clock.now())

  const step = async (at: number) => {
    if (at > clock.now()) clock.moveTo(at)
    last = at
    await tick(at)
  }

  /** Ticks up to `until`, and stops after the tick that brought a letter which is `enough`. */
  const run = async (
    until: number,
    enough: (letter: Mail) => boolean,
  ): Promise<Moved & { found: boolean }> => {
    const before = mails.letters().length
    const came = () => mails.letters().slice(before)
    // A quarter that has begun has had its tick, or gets it by `catchUp`.
    last = Math.max(last, quarterOf(clock.now()))
    while (last + QUARTER <= until) {
      await step(last + QUARTER)
      if (came().some(enough))
        return { now: clock.now(), letters: came(), said: namesOf(came()), found: true }
    }
    if (until > clock.now()) clock.moveTo(until)
    return { now: clock.now(), letters: came(), said: namesOf(came()), found: false }
  }

  return {
    nextMorning: () =>
      inTurn(async () => {
        const today = dayOf(clock, clock.now())
        const until = Date.parse(`${today}T18:00:00Z`) + DAY
        const moved = await run(until, (letter) => dayOf(clock, letter.at) > today)
        if (moved.found) return moved
        const none = `Nothing was due by ${told(clock, until)}. A day with nothing due has no letter.`
        return { ...moved, said: [moved.said, none].filter(Boolean).join(' ') }
      }),
    nextLetter: () =>
      inTurn(async () => {
        const moved = await run(clock.now() + 21 * DAY, () => true)
        if (moved.found) return moved
        return { ...moved, said: `No letter came until ${toldDay(clock, clock.now())}, 21 days on.` }
      }),
    moveTo: (at) =>
      inTurn(async () => {
        const moved = await run(at, () => false)
        return { ...moved, said: moved.said || `It is ${told(clock, clock.now())}. No letter came.` }
      }),
    catchUp: () =>
      inTurn(async () => {
        const due = quarterOf(clock.now())
        if (due > last) await step(due)
      }),
  }
}

const quarterOf = (at: number): number => Math.floor(at / QUARTER) * QUARTER

const namesOf = (letters: Mail[]): string =>
  letters.length === 0
    ? ''
    : `${letters.length === 1 ? 'A letter' : `${letters.length} letters`} came: ` +
      `${letters.map((letter) => letter.subject).join('; ')}.`

/** Runs one job after the other; a job that fails does not stop the next. */
const queue = () => {
  let tail: Promise<unknown> = Promise.resolve()
  return <T>(job: () => Promise<T>): Promise<T> => {
    const result = tail.then(job)
    tail = result.catch(() => {})
    return result
  }
}
