import type { Flaw } from '../core/mail/flaws.ts'
import { firstName } from './first-name.ts'

/** At most one sentence for a digest (practice 3.3): about the gravest flaw, and of equal ones the latest email's. */
export function coaching(emails: { name: string; flaw: Flaw }[]): string | undefined {
  let worst: (typeof emails)[0] | undefined
  for (const email of emails) if (!worst || rank(email.flaw) <= rank(worst.flaw)) worst = email
  return worst && SAYS[worst.flaw.is](`Your note to ${firstName(worst.name)}`, worst.flaw as never)
}

/** From the gravest to what is a matter of style. */
const SAYS: { [K in Flaw['is']]: (note: string, flaw: Extract<Flaw, { is: K }>) => string } = {
  blank: (note, { text }) => `${note} still has "${text}" in it.`,
  desperate: (note, { text }) =>
    `${note} says "${text}". Asking for advice reads better than asking for rescue.`,
  job: (note, { text }) => `${note} says "${text}". Advice is easier to give than a job.`,
  resume: (note) => `${note} has a resume attached; it does more when they ask for it.`,
  long: (note, { words }) => `${note} was ${words} words; under 100 is easier to answer.`,
  'no question': (note) => `${note} has no question in it; one question is easier to answer than none.`,
  'no connection': (note) =>
    `${note} does not say at the start how you came to write to them; that is what gets read.`,
}

const RANKS = Object.keys(SAYS)
const rank = ({ is }: Flaw): number => RANKS.indexOf(is)
