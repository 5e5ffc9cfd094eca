import type { Outcome } from '../core/commands/carry-out.ts'
import { isChased } from '../core/practice/companies.ts'
import { practiceOf } from '../core/practice/due.ts'
import { focusFigures } from '../core/practice/focus-week.ts'
import { standing } from '../core/practice/history.ts'
import { type Standing, standingOf } from '../core/practice/standing.ts'
import { applicationsOf } from '../db/applications.ts'
import type { KnownContact } from '../db/contacts.ts'
import { everyone } from '../db/everyone.ts'
import { everything } from '../db/everything.ts'
import type { Known } from '../db/gather.ts'
import { serviceFigures } from '../db/service.ts'
import type { User } from '../db/users.ts'
import type { Deps } from '../deps.ts'
import { agenda } from '../letters/agenda.ts'
import { scriptBlock } from '../letters/call-script.ts'
import { exportFiles } from '../letters/export.ts'
import { hiredLines } from '../letters/hired.ts'
import { historyLines } from '../letters/history.ts'
import type { Block } from '../letters/layout/page.ts'
import type { Attachment } from '../letters/letter.ts'
import { focusSentences } from '../letters/review-ahead.ts'
import { listLines } from '../letters/roll.ts'
import { withRoom } from '../letters/room.ts'
import { serviceLines } from '../letters/service-status.ts'
import { statsLines } from '../letters/stats.ts'
import type { Moment } from '../moment.ts'
import { SAID } from '../refusal.ts'
import type { After } from './after.ts'
import { attached } from './attach.ts'
import { addressesOf } from './senders.ts'

/** What the user asked to be told. */
export type Told = { lines: string[]; blocks: Block[]; attachments: Attachment[] }

/** Answers what was asked. The questions about everyone are the only commands that read every contact. */
export async function tell(
  outcome: Outcome,
  known: Known,
  after: After,
  moment: Moment,
  deps: Deps,
): Promise<Told> {
  const told: Told = { lines: [], blocks: [], attachments: [] }
  const { user } = known
  const { today } = moment
  const practice = practiceOf(user.settings, user.search)
  let all: { contact: KnownContact; standing: Standing | undefined }[] | undefined
  const readAll = async () =>
    (all ??= (await everyone(deps.db, user.id))
      .filter(({ history }) => !standing(history).some(({ type }) => type === 'joined'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((contact) => ({ contact, standing: standingOf(contact.history, practice, today) })))
  const isJobFound = outcome.settings.status === 'over' && user.search !== 'over'
  if (isJobFound) told.lines.push(...hiredLines((await readAll()).map(named), today))
  if (outcome.settings.status === 'searching' && user.search === 'over') told.lines.push(AGAIN)
  if (outcome.settings.focusWeek) {
    const standings = (await readAll()).flatMap((one) => one.standing ?? [])
    const meetings = standings.flatMap(({ booked }) => booked)
    const figures = focusFigures(outcome.settings.focusWeek, meetings)
    told.lines.push(...focusSentences(figures, standings.filter(isChased).length))
  }
  for (const { question, about } of outcome.questions) {
    const contact = about === undefined ? undefined : after(about)
    switch (question) {
      case 'history':
        if (contact) told.lines.push(...historyLines(contact.name, contact.history, today))
        break
      case 'agenda':
        if (contact?.standing)
          told.blocks.push(
            agenda({
              contact,
              standing: contact.standing,
              settings: user.settings,
              today,
              ...(contact.standing.viaName && { introducer: contact.standing.viaName }),
            }),
          )
        break
      case 'script':
        if (about !== undefined && contact?.standing)
          told.blocks.push(
            scriptBlock({
              obligation: { kind: 'attempt', key: 'script', dueOn: today },
              contact: { ...contact, id: about, addresses: [], shown: {} },
              standing: contact.standing,
              settings: user.settings,
              practice,
              today,
            }),
          )
        break
      case 'addresses':
        told.lines.push(`You write from ${addressesOf(user)}; letters go to ${user.email}.`)
        break
      // For everybody but the owner: how their people stand.
      case 'status':
        told.lines.push(...((await ofService(user, deps)) ?? listLines((await readAll()).map(named))))
        break
      case 'list':
        told.lines.push(...listLines((await readAll()).map(named)))
        break
      case 'stats': {
        const people = (await readAll()).map(({ contact: one }) => one)
        const applied = await applicationsOf(deps.db, user.id)
        told.lines.push(...statsLines(people, applied, practice, user.settings.searchesEnded?.at(-1)))
        break
      }
      case 'export': {
        const files = exportFiles(await readAll(), await everything(deps.db, user.id))
        const attachments = await attached(files)
        if (attachments) told.attachments.push(...attachments)
        told.lines.push(attachments ? EXPORTED : TOO_LARGE)
      }
    }
  }
  return { ...told, lines: withRoom(told.lines) }
}

/** How the service does, where the owner asks. */
async function ofService({ senders }: User, { db, now, config }: Deps): Promise<string[] | undefined> {
  if (!senders.includes(config.owner)) return undefined
  const perHour = config.lettersPerHour
  return serviceLines(await serviceFigures(db, now, perHour), SAID, { now, perHour })
}

const AGAIN = 'A new search begins. The people stay; nobody from before is chased, unless you write to them.'
const EXPORTED =
  'Attached: your contacts, what happened to them and your applications as tables, and every row that is stored of you as JSON.'
const TOO_LARGE =
  'Your data is too large for a letter. Whoever runs this service can hand it to you from the database.'

const named = ({ contact, standing }: { contact: KnownContact; standing: Standing | undefined }) => ({
  name: contact.name,
  ...(contact.company && { company: contact.company }),
  standing,
})
