import { formatDay } from '../core/practice/days.ts'
import type { LocalDate } from '../core/practice/events.ts'
import type { Settings } from '../core/practice/settings.ts'
import { standingOf } from '../core/practice/standing.ts'
import type { Practice } from '../core/practice/timers.ts'
import type { KnownContact } from '../db/contacts.ts'
import type { Decision } from '../decision.ts'
import { brief } from './brief.ts'
import { typed } from './first-name.ts'
import { asHtml } from './layout/html.ts'
import { page } from './layout/page.ts'
import { asText } from './layout/text.ts'
import type { Letter } from './letter.ts'
import { list } from './list.ts'

/** What a receipt speaks of. */
type Receipt = {
  decision: Decision
  known: { user: { settings: Settings }; contacts: KnownContact[] }
  practice: Practice
  today: LocalDate
  replyTo: string
}

/** The only receipt that a BCC'd mail gets: the first one's (practice 2.8). It says what comes when. */
export function firstReceipt({ decision, known, practice, today, replyTo }: Receipt): Letter {
  const names = decision.facts.flatMap(({ contact, fact }) => {
    const person = find(contact, decision, known.contacts)
    return fact.type === 'attempted' && person ? [person.name] : []
  })
  const dueOn = decision.facts
    .flatMap(({ contact, fact }) => {
      const before = known.contacts.find(({ id }) => id === contact)?.history ?? []
      const event = { ...fact, seq: before.length + 1, cause: '' }
      return standingOf([...before, event], practice, today)?.obligations ?? []
    })
    .filter(({ kind }) => kind === 'attempt')
    .map((obligation) => obligation.dueOn)
    .sort()[0]
  const text = page({
    opening: [
      `Logged ${list(names)}, email 1.`,
      `I stay quiet from now on, but for your week in numbers on Fridays.${dueOn ? ` The next step is due on ${formatDay(dueOn, today)}: the letter comes at ${clock(known.user.settings)}, if no answer is logged by then.` : ''}`,
      'They answered? Forward the answer to this address, or write "grace answered" with the name.',
    ],
    footer: [`A mistake? "undo ${typed(names[0] ?? '')}" takes it back; "help" lists the words.`],
  })
  return {
    key: 'first receipt',
    subject: `Logged: ${brief(list(names), 50)}`,
    text: asText(text),
    html: asHtml(text),
    replyTo,
  }
}

const find = (id: number, decision: Decision, contacts: KnownContact[]) =>
  decision.newContacts.find((contact) => contact.id === id) ?? contacts.find((contact) => contact.id === id)

/** "7:30" */
const clock = ({ digestAt }: Settings): string =>
  `${Math.floor(digestAt / 60)}:${String(digestAt % 60).padStart(2, '0')}`
