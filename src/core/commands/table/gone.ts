import type { Said, Untargeted } from '../command.ts'
import { nameOf, personOf } from '../pointed.ts'

/**
 * They are elsewhere now, and their address may be dead (practice 2.6, changed job). Nobody said that the chase ends:
 * it goes on, and where to is asked, unless the same reply says it.
 */
export function gone(said: Said, order: Untargeted, rest = '') {
  const [target] = said.targets
  const contact = target && 'contact' in target ? target.contact : undefined
  if (contact === undefined) return undefined
  const name = nameOf(contact, said.context)
  const company = personOf(contact, said.context)?.company
  const who = target && 'item' in target && target.item ? String(target.item.n) : name.split(' ')[0]
  const other = company ? ` Or write to somebody else at ${company}, and "drop ${who}".` : ''
  return {
    orders: [order],
    rest,
    wants: {
      verb: 'new address' as const,
      sentence: `Where does ${name} read mail now? "${who} new email ..." sets it.${other}`,
    },
  }
}
