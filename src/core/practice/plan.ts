import type { Channel } from './events.ts'

/** One attempt to make: how, and how many business days after the one before it. */
export type Step = { channel: 'email' | 'call'; gap: number }

/** The attempts to make, in order, and the business days from the last one to the closing line. */
export type Plan = { steps: Step[]; close: number }

/** Practice 2.3: the default, the warm plan (introductions, friends, family, mentors), and 3 emails without calls. */
export const COLD = 'E7E3C4C5E|5'
export const WARM = 'E3E3C3C5E|5'
export const EMAIL_ONLY = 'E7E12E|5'

/** Replies stop coming after these (practice 0, rule 2). */
export const MAX_ATTEMPTS = 5
export const MAX_EMAILS = 3
export const MAX_CALLS = 2

/**
 * Reads a plan such as "E7E3C4C5E|5", or "ECECE", which takes the default's gaps.
 * Undefined where it cannot be read, does not begin with an email, or has over three emails or two calls.
 */
export function readPlan(text: string): Plan | undefined {
  const match = /^E(?:\d{0,2}[EC]){0,4}(?:\|\d{1,2})?$/i.exec(text.trim())
  if (!match) return undefined
  const [body, close] = text.trim().toUpperCase().split('|') as [string, string?]
  const steps = [...body.matchAll(/(\d*)([EC])/g)].map(([, gap, letter], i): Step => {
    return { channel: letter === 'E' ? 'email' : 'call', gap: gap ? Number(gap) : (DEFAULT_GAPS[i] ?? 5) }
  })
  const calls = steps.filter((step) => step.channel === 'call').length
  if (calls > MAX_CALLS || steps.length - calls > MAX_EMAILS) return undefined
  return { steps, close: close ? Number(close) : 5 }
}

const DEFAULT_GAPS = [0, 7, 3, 4, 5]

/** What remains of a plan. `channel` undefined: nothing does, and the closing line is due after `gap`. */
export type Next = { channel?: 'email' | 'call'; gap: number }

/**
 * The next step after these attempts (practice 2.3, rules 1 and 2): each attempt takes the plan's first step of
 * its channel; a message takes none, a letter takes an email. With `withoutCalls` the calls are dropped, and
 * a dropped step gives its gap to the step after it. `gap` is in business days from the latest attempt.
 */
export function nextStep(plan: Plan, made: Channel[], withoutCalls = false): Next {
  const isMade = plan.steps.map(() => false)
  for (const channel of made) {
    const taken = channel === 'letter' ? 'email' : channel
    const index = plan.steps.findIndex((step, i) => !isMade[i] && step.channel === taken)
    if (index >= 0) isMade[index] = true
  }
  const lastMade = isMade.lastIndexOf(true)
  let dropped = 0
  if (made.length < MAX_ATTEMPTS)
    for (const [i, step] of plan.steps.entries()) {
      if (isMade[i]) continue
      if (!(withoutCalls && step.channel === 'call'))
        return { channel: step.channel, gap: dropped + step.gap + postTime(made) }
      if (i > lastMade) dropped += step.gap
    }
  return { gap: plan.close + dropped + postTime(made) }
}

/** A letter by post takes three business days to arrive (practice 2.6). */
const postTime = (made: Channel[]): number => (made.at(-1) === 'letter' ? 3 : 0)
