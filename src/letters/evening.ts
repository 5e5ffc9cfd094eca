import type { Item } from '../core/commands/item.ts'
import { formatDay } from '../core/practice/days.ts'
import { isMetToday } from '../core/practice/evening.ts'
import type { LocalDate } from '../core/practice/events.ts'
import type { Case } from './case.ts'
import { draftLink } from './drafting.ts'
import { mailto } from './drafts/mailto.ts'
import { firstName } from './first-name.ts'
import { type Line, type Page, page } from './layout/page.ts'
import { list } from './list.ts'
import { thankYouDraft } from './thank-you-draft.ts'

export type EveningInput = {
  today: LocalDate
  now: number
  /** Contacts with a meeting today; whoever needs no word is left out. */
  cases: Omit<Case, 'obligation'>[]
  privateAddress: string
  /** Where answers go: an address of its own, as a digest has. */
  replyTo: string
  unsubscribe: string
}

export type Evening = { subject: string; page: Page; items: Item[] }

/**
 * The note on the evening of a meeting day (practice 3.1), while what was said is fresh: it asks for what is worth
 * keeping and brings thank-you drafts. Undefined where nobody was met, or all are thanked.
 */
export function evening(input: EveningInput): Evening | undefined {
  const met = input.cases
    .filter(({ standing }) => isMetToday(standing, input.today, input.now))
    .sort((a, b) => (startsAt(a, input.today) < startsAt(b, input.today) ? -1 : 1))
  if (met.length === 0) return undefined
  const names = list(met.map(({ contact }) => firstName(contact.name)))
  return {
    subject: subject(input.today, names, met.length),
    page: page({
      opening: [`You met ${names} today. Reply with anything worth keeping; thank-you drafts here.`],
      sections: [{ heading: '', lines: met.map((c, i) => line(c, i + 1, input)), after: [] }],
      footer: ['Reply like: "1 met, will introduce me to Kit Moss". Did not happen: "1 cancelled".'],
      unsubscribe: input.unsubscribe,
    }),
    items: met.map((c, i) => item(c, i + 1)),
  }
}

const startsAt = ({ standing: { booked, lastHeld } }: Omit<Case, 'obligation'>, today: LocalDate): number =>
  [...booked, ...(lastHeld ? [lastHeld] : [])].find(({ on }) => on === today)?.startsAt ?? 0

/** "Tue 17 Nov: you met Dev and Ana", or how many, where that is too long for a phone. */
function subject(today: LocalDate, names: string, count: number): string {
  const text = `${formatDay(today)}: you met ${names}`
  return text.length <= MAX_SUBJECT ? text : `${formatDay(today)}: you met ${count} people`
}

const MAX_SUBJECT = 60

/** The obligation that stands until somebody says how it went: the meeting itself, or the thank-you. */
function item({ contact, standing, today }: Omit<Case, 'obligation'>, n: number): Item {
  return standing.unthanked.includes(today)
    ? { n, contact: contact.id, kind: 'thank', key: `thank ${today}` }
    : { n, contact: contact.id, kind: 'meeting', key: `meeting ${today}` }
}

function line(
  c: Omit<Case, 'obligation'>,
  n: number,
  { privateAddress, replyTo, today }: EveningInput,
): Line {
  const { contact, standing } = c
  const obligation = { kind: 'thank' as const, key: `thank ${today}`, dueOn: today }
  const held: Case = { ...c, obligation, standing: { ...standing, metOn: today } }
  const draft = draftLink(thankYouDraft(standing, false), [held], privateAddress)
  const reply = (command: string): string =>
    mailto({ to: replyTo, bcc: '', subject: `${formatDay(today)}: ${contact.name}`, body: `${n} ${command}` })
  return {
    n,
    name: contact.name,
    ...(contact.company && { company: contact.company }),
    reason: '',
    links: [
      ...(draft ? [{ word: 'Draft', href: draft }] : []),
      ...(standing.unthanked.includes(today)
        ? [{ word: 'Thanked', href: reply('thanked') }]
        : [
            { word: 'Met', href: reply('met today') },
            { word: 'Cancelled', href: reply('cancelled') },
          ]),
    ],
  }
}
