import type { Case } from './case.ts'
import { draftLink } from './drafting.ts'
import type { Line } from './layout/page.ts'

/**
 * A no, or a "not now", and the draft that answers it, for the letter that says it was logged (practice 4.2, 39; 5.17
 * and 5.18). Undefined for whoever does not want to be written to, or cannot be.
 */
export function graciousLine(c: Case, privateAddress: string): Line | undefined {
  const { contact, standing } = c
  if (standing.doNotContact) return undefined
  const isNo = standing.state === 'DECLINED'
  const href = draftLink(isNo ? 'answer to a no' : 'answer to not now', [c], privateAddress)
  if (!href) return undefined
  return {
    name: contact.name,
    ...(contact.company && { company: contact.company }),
    reason: 'A line of thanks leaves the door open; optional.',
    links: [{ word: 'Draft', href }],
  }
}
