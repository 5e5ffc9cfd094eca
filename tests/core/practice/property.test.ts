import { describe, expect, it } from 'vitest'
import { isBusinessDay } from '../../../src/core/practice/business-days.ts'
import { isChased, MAX_CHASED, withinCompanies } from '../../../src/core/practice/companies.ts'
import { addDays } from '../../../src/core/practice/days.ts'
import type { Event, Fact, LocalDate } from '../../../src/core/practice/events.ts'
import { MAX_CALLS, MAX_EMAILS } from '../../../src/core/practice/plan.ts'
import { type Standing, standingOf } from '../../../src/core/practice/standing.ts'
import type { Practice } from '../../../src/core/practice/timers.ts'
import { PRACTICE } from './history.ts'

// Sequences of events that nobody would think of, the same ones in every run.

const SEQUENCES = 3000

/** mulberry32: numbers from 0 to 1 by a seed. */
function random(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Draw = { next: () => number; on: LocalDate; standing: Standing | undefined }

const among = <T>({ next }: Draw, values: T[]): T => values[Math.floor(next() * values.length)]!
const later = (draw: Draw): LocalDate => addDays(draw.on, Math.floor(draw.next() * 40))
const aKey = (draw: Draw): string =>
  among(draw, ['*', ...(draw.standing?.obligations ?? []).map(({ key }) => key)])

/** Mostly one of those that are set, by its line; now and then none, or the line of a day on which none is. */
const ofMeeting = (draw: Draw): { of?: LocalDate } => {
  const days = (draw.standing?.booked ?? []).map(({ on }) => on)
  return draw.next() < 0.3 ? {} : { of: among(draw, [...days, ...days, draw.on]) }
}

const FOCUS_WEEK = '2026-12-07'

/** Users with a focus week, for everybody or for those who are named, and users without one. */
const PRACTICES: Practice[] = [
  PRACTICE,
  { ...PRACTICE, focusOn: FOCUS_WEEK },
  { ...PRACTICE, focusOn: FOCUS_WEEK, hasFocusMembers: true },
]

const practiceFor = (seed: number): Practice => PRACTICES[seed % PRACTICES.length]!

/** Everything that can happen; what is likely stands there more than once. */
const FACTS: ((draw: Draw) => Fact)[] = [
  (draw) => ({ type: 'attempted', channel: among(draw, ['email', 'email', 'call', 'message', 'letter']) }),
  () => ({ type: 'attempted', channel: 'email' }),
  () => ({ type: 'attempted', channel: 'email' }),
  () => ({ type: 'attempted', channel: 'call', outcome: 'voicemail' }),
  (draw) => ({ type: 'added', ...(draw.next() < 0.3 && { source: 'intro' as const, via: 5 }) }),
  () => ({ type: 'touched' }),
  () => ({ type: 'copied' }),
  () => ({ type: 'bounced' }),
  (draw) => ({ type: 'away', ...(draw.next() < 0.7 && { until: later(draw) }) }),
  () => ({ type: 'answered' }),
  () => ({ type: 'replied' }),
  (draw) => ({ type: 'declined', forGood: draw.next() < 0.2 }),
  (draw) => ({ type: 'deferred', until: later(draw) }),
  () => ({ type: 'covered', by: 5 }),
  (draw) => ({ type: 'booked', meeting: { on: later(draw) } }),
  (draw) => ({ type: 'booked', meeting: { on: later(draw), uid: among(draw, ['a', 'b']) } }),
  (draw) => ({ type: 'moved', meeting: { on: later(draw) }, ...ofMeeting(draw) }),
  (draw) => ({ type: 'cancelled', ...ofMeeting(draw) }),
  (draw) => ({ type: 'missed', by: among(draw, ['me', 'them']), ...ofMeeting(draw) }),
  (draw) => ({ type: 'goal set', text: 'how they hire', ...ofMeeting(draw) }),
  (draw) => ({ type: 'met', ...(draw.next() < 0.3 && { channel: 'in person' as const }) }),
  () => ({ type: 'thanked' }),
  ({ standing }) => ({ type: 'thanked', ...(standing?.unthanked[0] && { of: standing.unthanked.at(-1)! }) }),
  () => ({ type: 'carded' }),
  () => ({ type: 'cards off' }),
  () => ({ type: 'intro asked' }),
  () => ({ type: 'intro promised', name: 'Tom Lee' }),
  () => ({ type: 'intro received', contact: 9, name: 'Tom Lee' }),
  () => ({ type: 'intro met', contact: 9, name: 'Tom Lee' }),
  () => ({ type: 'intro none' }),
  (draw) => ({ type: 'promised', text: 'names', ...(draw.next() < 0.5 && { dueOn: later(draw) }) }),
  (draw) => ({ type: 'snoozed', key: aKey(draw), until: later(draw) }),
  (draw) => ({ type: 'skipped', key: aKey(draw) }),
  () => ({ type: 'dropped' }),
  () => ({ type: 'kept' }),
  () => ({ type: 'reopened' }),
  (draw) => ({ type: draw.next() < 0.3 ? 'ignored' : 'noted', text: 'tall' }) as Fact,
  () => ({ type: 'unignored' }),
  () => ({ type: 'starred' }),
  (draw) => ({ type: 'planned', plan: among(draw, ['cold', 'warm', 'email only', 'ECECE']) }),
  () => ({ type: 'focused', week: FOCUS_WEEK }),
  () => ({ type: 'touch every', days: 365 }),
  () => ({ type: 'readdressed', address: 'g@halden.com' }),
]

/** A history, and whatever is to be seen after each of its events. */
function walk(seed: number): { history: Event[]; standings: Standing[] } {
  const next = random(seed)
  const history: Event[] = []
  const standings: Standing[] = []
  let on = addDays('2026-10-05', Math.floor(next() * 60))
  const length = 1 + Math.floor(next() * 14)
  for (let seq = 1; seq <= length; seq++) {
    const fact = among(
      { next, on, standing: standings.at(-1) },
      FACTS,
    )({ next, on, standing: standings.at(-1) })
    history.push({ ...fact, seq, on, at: Date.parse(`${on}T15:00:00Z`), cause: String(seq) })
    // Mostly some days pass; now and then something is logged late, or a season passes.
    const days = next() < 0.05 ? -3 : next() < 0.05 ? 100 : Math.floor(next() * 9)
    standings.push(standingOf(history, practiceFor(seed), on)!)
    on = addDays(on, days)
  }
  return { history, standings }
}

const walks = Array.from({ length: SEQUENCES }, (_, seed) => walk(seed))

type Look = { standing: Standing; today: LocalDate; seed: number; history: Event[] }

/** Every standing of every sequence, and those of the season after its end. */
const looks: Look[] = walks.flatMap(({ history, standings }, seed) => {
  const end = history
    .map(({ on }) => on)
    .sort()
    .at(-1)!
  const after = [1, 7, 190].map((days) => addDays(end, days))
  return [
    ...standings.map((standing, i) => ({
      standing,
      today: history[i]!.on,
      seed,
      history: history.slice(0, i + 1),
    })),
    ...after.map((today) => ({
      standing: standingOf(history, practiceFor(seed), today)!,
      today,
      seed,
      history,
    })),
  ]
})

/** Names the first sequence where `find` finds something wrong. */
function forEvery(find: (standing: Standing) => string | undefined): void {
  for (const { standing, today, seed, history } of looks) {
    const wrong = find(standing)
    if (wrong) expect.fail(`${wrong} (sequence ${seed}, ${today}): ${JSON.stringify(history)}`)
  }
}

describe('for any sequence of events', () => {
  it('no fourth email and no third call is suggested in a round', () => {
    forEvery(({ obligations, next, attempts, deferredOn }) => {
      if (!next?.channel || !obligations.some(({ kind }) => kind === 'attempt')) return undefined
      // They asked to be tried again: what was made by then leaves room for two more.
      const made = attempts.filter(({ on }) => !deferredOn || on > deferredOn)
      const count = (...channels: string[]) => made.filter(({ channel }) => channels.includes(channel)).length
      if (next.channel === 'email' && count('email', 'letter') >= MAX_EMAILS) return 'a fourth email'
      if (next.channel === 'call' && count('call') >= MAX_CALLS) return 'a third call'
      return made.length >= MAX_EMAILS + MAX_CALLS ? 'a sixth attempt' : undefined
    })
  })

  it('an attempt beyond the plan is suggested only to somebody whom the user keeps', () => {
    forEvery(({ obligations, next, keptOn }) =>
      obligations.some(({ kind }) => kind === 'attempt') && !next?.channel && !keptOn
        ? 'beyond the plan'
        : undefined,
    )
  })

  it('nothing is owed to an IGNORED, DECLINED or QUIET person but one gracious reply', () => {
    forEvery(({ state, obligations }) => {
      const kinds = obligations.map(({ kind }) => kind)
      if (state === 'IGNORED' || state === 'QUIET') return kinds[0]
      return state === 'DECLINED' ? kinds.find((kind) => kind !== 'gracious reply') : undefined
    })
  })

  it('each obligation stands there once, on a business day, meetings and what is snoozed by hand excepted', () => {
    forEvery(({ obligations }) => {
      const keys = obligations.map(({ key }) => key)
      if (new Set(keys).size < keys.length) return 'twice'
      return obligations.find(
        ({ kind, dueOn }) => kind !== 'meeting' && !isBusinessDay(dueOn, PRACTICE.calendar),
      )?.key
    })
  })

  it('BOOKED is whoever has a meeting that is set, one on a day, each with its one line', () => {
    forEvery(({ state, booked, obligations, skips }) => {
      if ((state === 'BOOKED') !== booked.length > 0) return `${state} with ${booked.length} meetings`
      const days = booked.map(({ on }) => on)
      if (new Set(days).size < days.length) return 'two on one day'
      const keys = new Set([...obligations.map(({ key }) => key), ...skips.keys()])
      return days.find((on) => !keys.has(`meeting ${on}`) && !keys.has(`outcome ${on}`))
    })
  })

  it('one thank-you is owed for a meeting, and none for what was not held', () => {
    forEvery(({ unthanked, obligations }) => {
      if (new Set(unthanked).size < unthanked.length) return 'two for one meeting'
      const owed = obligations.filter(({ kind }) => kind === 'thank').map(({ key }) => key.slice(6))
      return owed.find((on) => !unthanked.includes(on))
    })
  })

  it('undoing the last cause gives the standing before it', () => {
    for (const [seed, { history }] of walks.entries()) {
      const last = history.at(-1)!
      if (history.length < 2) continue
      const undone: Event = {
        ...last,
        type: 'undone',
        what: last.cause,
        seq: last.seq + 1,
        cause: 'undo',
      } as Event
      const before = standingOf(history.slice(0, -1), practiceFor(seed), last.on)
      expect(standingOf([...history, undone], practiceFor(seed), last.on), `sequence ${seed}`).toEqual(before)
    }
  })

  it('undoing the undoing gives the standing with it', () => {
    for (const [seed, { history, standings }] of walks.slice(0, 500).entries()) {
      const { on, at, seq } = history.at(-1)!
      const undo: Event = { type: 'undone', what: String(seq), on, at, seq: seq + 1, cause: 'undo' }
      const redo: Event = { type: 'undone', what: 'undo', on, at, seq: seq + 2, cause: 'redo' }
      expect(standingOf([...history, undo, redo], practiceFor(seed), on), `sequence ${seed}`).toEqual(
        standings.at(-1),
      )
    }
  })

  it('the same history gives the same contact, and is left as it was', () => {
    for (const [seed, { history, standings }] of walks.entries()) {
      const copy = structuredClone(history)
      expect(standingOf(history, practiceFor(seed), history.at(-1)!.on), `sequence ${seed}`).toEqual(
        standings.at(-1),
      )
      expect(history).toEqual(copy)
    }
  })
})

describe('for any people at any companies', () => {
  /** Leads, people who are chased and others, as the walks left them. */
  const people = looks.flatMap(({ standing, today }) =>
    standing.obligations
      .filter(({ dueOn }) => dueOn <= today)
      .map((obligation) => ({ standing, obligation })),
  )

  it('no first email makes a third who is chased at a company, and no hint a second time there is somebody', () => {
    const next = random(7)
    for (let round = 0; round < 500; round++) {
      const cases = Array.from({ length: 30 }, () => {
        const one = people[Math.floor(next() * people.length)]!
        return { ...one, contact: { company: ['Acme', 'Ode', 'Tidal'][Math.floor(next() * 3)]! } }
      })
      const at = (company: string) => {
        const there = cases.filter(({ contact }) => contact.company === company)
        return { chased: there.filter(({ standing }) => isChased(standing)).length, known: there.length }
      }
      const shown = withinCompanies(cases, at)
      for (const company of ['Acme', 'Ode', 'Tidal']) {
        const of = (kind: string) =>
          shown.filter((c) => c.obligation.kind === kind && c.contact.company === company).length
        expect(of('first email')).toBeLessThanOrEqual(Math.max(0, MAX_CHASED - at(company).chased))
        if (at(company).known > 1) expect(of('second person')).toBe(0)
      }
      const held = cases.filter((c) => !shown.includes(c)).map(({ obligation }) => obligation.kind)
      expect(held.filter((kind) => kind !== 'first email' && kind !== 'second person')).toEqual([])
    }
  })
})
