import type { State } from './contact.ts'
import { deedsOf } from './deeds.ts'
import type { Event, LocalDate, Source } from './events.ts'
import type { Practice } from './timers.ts'

/**
 * What became of reaching out to one person, over their whole history. Says nothing of any day but those it names,
 * so it can be kept beside the contact and is right until the next event.
 */
export type Reach = {
  /** As the latest event left it; days may end it, which `due_on` is the first to tell. */
  state?: State
  /** The first attempt that did not come back; absent where there is none, or where they wrote first. */
  firstOn?: LocalDate
  /** How many attempts it took until they were heard of; absent while they were not. */
  after?: number
  hasMet?: true
  /** How many people they introduced. */
  introduced?: number
  source?: Source
  /** The Monday of the focus week for which they are wanted. */
  focusWeek?: LocalDate
  /** An introduction brought them: their answers have a rate of their own (practice 3.7). */
  isIntroduced?: true
}

/** The reach of a contact; undefined for one who is ignored, or of whom nothing stands. */
export function reachOf(id: number, history: Event[], practice: Practice): Reach | undefined {
  const found = deedsOf(id, history, practice)
  if (!found) return undefined
  const { deeds, contact } = found
  const firstOn = deeds.wroteFirst ? undefined : deeds.attempts.map(({ on }) => on).sort()[0]
  const introduced = new Set(deeds.introductions.map(({ person }) => person).filter((one) => one !== id)).size
  const isIntroduced = contact.source === 'intro' || contact.via !== undefined
  return {
    state: contact.state,
    ...(firstOn && { firstOn }),
    ...(deeds.answer && { after: deeds.answer.after }),
    ...(deeds.meetings.length > 0 && { hasMet: true as const }),
    ...(introduced > 0 && { introduced }),
    ...(contact.source && { source: contact.source }),
    ...(contact.focusWeek && { focusWeek: contact.focusWeek }),
    ...(isIntroduced && { isIntroduced: true as const }),
  }
}
