import type { LocalDate } from './events.ts'
import type { FocusWeek } from './focus-week.ts'
import type { Country } from './holidays.ts'

/** What a user chose, or was guessed for them. Kept as one JSON value; what is absent has its default. */
export type Settings = {
  /** IANA name. */
  zone: string
  country: Country
  /** Minutes after local midnight at which the digest goes out. */
  digestAt: number
  /** Own plan, as text (`readPlan`). */
  plan?: string
  /** "product roles in climate tech" */
  target?: string
  name?: string
  phone?: string
  /** One line of introduction. */
  line?: string
  /** The first BCC was confirmed by a receipt; later ones are quiet. */
  isGreeted?: boolean
  /** The day of "got the job", and where. */
  hiredOn?: LocalDate
  hiredAt?: string
  /** The days of earlier jobs, each the end of a search. */
  searchesEnded?: LocalDate[]
  /** false: no cards are offered. */
  cards?: boolean
  /** One week chosen for all the meetings. */
  focusWeek?: FocusWeek
  /** A note on the evening of a day with a meeting; off unless asked for. */
  hasEvenings?: boolean
  daysOff?: LocalDate[]
  pauses?: { from: LocalDate; until: LocalDate }[]
}

/** 7:30 (practice 3.1). */
export const DIGEST_AT = 7 * 60 + 30
