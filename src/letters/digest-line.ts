import type { Item } from '../core/commands/item.ts'
import { formatDay } from '../core/practice/days.ts'
import { brief } from './brief.ts'
import type { Case } from './case.ts'
import type { DigestInput } from './digest.ts'
import { draftLink } from './drafting.ts'
import { mailto } from './drafts/mailto.ts'
import { firstName } from './first-name.ts'
import type { Line, Link } from './layout/page.ts'
import { list } from './list.ts'
import type { Wording } from './wording.ts'

/** A line with its place, before it has a number. */
export type Entry = {
  case: Case
  wording: Wording
  /** The others of a group that one mail went to. */
  others: Case[]
}

/** The numbered line of an entry; `hasAside` where it is the first that has something to say once. */
export function digestLine(entry: Entry, n: number, hasAside: boolean, input: DigestInput): Line {
  const { case: c, wording, others } = entry
  return {
    n,
    ...(wording.verb && { verb: wording.verb }),
    ...(others.length > 0 ? groupName([c, ...others]) : personName(c)),
    ...(wording.phone && { phone: wording.phone }),
    ...(wording.end && { end: wording.end }),
    reason: hasAside ? `${wording.reason} ${wording.aside}` : wording.reason,
    links: links(n, [c, ...others], wording, input),
  }
}

/** What the line's number will mean in a reply. */
export function itemOf({ case: c, others }: Entry, n: number): Item {
  const { kind, key } = c.obligation
  const channel = c.standing.next?.channel
  return {
    n,
    contact: c.contact.id,
    kind,
    key,
    ...(kind === 'attempt' && channel && { channel }),
    ...(others.length > 0 && { also: others.map((other) => other.contact.id) }),
  }
}

/** Names are as long as their owners, or a joker, made them. */
const MAX_NAME = 60

const personName = ({ contact: { name, company } }: Case) => ({
  name: brief(name, MAX_NAME),
  ...(company && { company: brief(company, MAX_NAME) }),
})

/** "Ode (Sofia, Jo, Max)" where they share a company, else their names. */
function groupName(cases: Case[]): { name: string } {
  const companies = new Set(cases.map(({ contact }) => contact.company))
  const [company] = companies
  if (companies.size > 1 || !company)
    return { name: list(cases.map(({ contact }) => brief(contact.name, MAX_NAME / 2))) }
  const names = cases.map(({ contact }) => brief(firstName(contact.name), MAX_NAME / 3))
  return { name: `${brief(company, MAX_NAME)} (${names.join(', ')})` }
}

/** At most three: the draft, then the gestures, each a page or a mail to the digest's address with the command in it. */
function links(n: number, cases: Case[], wording: Wording, input: DigestInput): Link[] {
  const draft = wording.draft && draftLink(wording.draft, cases, input.privateAddress)
  const gestures = wording.gestures.map(([word, command]) => ({
    word,
    href:
      input.gestureLink?.(cases[0]!.contact.id, cases[0]!.obligation.key, command) ??
      mailto({
        to: input.replyTo,
        bcc: '',
        subject: `${formatDay(input.today)}: ${cases[0]!.contact.name}`,
        body: `${n} ${command}`,
      }),
  }))
  const ahead = wording.thanksAhead && draftLink(wording.thanksAhead, cases, input.privateAddress)
  return [
    ...(draft ? [{ word: 'Draft', href: draft }] : []),
    ...(ahead ? [{ word: 'Thank-you', href: ahead }] : []),
    ...gestures,
  ].slice(0, 3)
}
