import { canonicalAddress } from './addresses.ts'
import { FULL } from './bounce-words.ts'

/** What a report says of one recipient. `isTemporary`: by its status, 4.x.x (RFC 3463), or a full mailbox. */
export type RecipientStatus = {
  address: string | undefined
  action: 'failed' | 'delayed' | 'arrived'
  isTemporary: boolean
}

/** The recipients in a message/delivery-status part (RFC 3464 section 2.3), in order. */
export function readDeliveryStatus(status: string): RecipientStatus[] {
  const found: RecipientStatus[] = []
  for (const group of status.replace(/\n[ \t]+/g, ' ').split(/\n\s*\n/, MAX_GROUPS)) {
    const fields = new Map<string, string>()
    for (const line of group.split('\n', MAX_FIELDS)) {
      const [, name, value] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? []
      if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value!.trim())
    }
    const action = fields.get('action')?.toLowerCase()
    const code = /\b([245])\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[1]
    if (action === undefined && code === undefined) continue
    const written =
      fields.get('original-recipient') ?? fields.get('final-recipient') ?? fields.get('x-actual-recipient')
    found.push({
      address: recipientOf(written) ?? recipientOf(fields.get('final-recipient')),
      action: actionOf(action, code),
      isTemporary: code === '4' || FULL.test(`${fields.get('status')} ${fields.get('diagnostic-code')}`),
    })
  }
  return found
}

const MAX_GROUPS = 200
const MAX_FIELDS = 50

/** RFC 3464 section 2.3.3; by the status where the action is missing or is no word of it ("Action: error"). */
function actionOf(action: string | undefined, code: string | undefined): RecipientStatus['action'] {
  if (action?.startsWith('fail')) return 'failed'
  if (action?.startsWith('delay')) return 'delayed'
  const isArrived = /^(?:deliver|relay|expand)/.test(action ?? '') || code === '2' || code === undefined
  return isArrived ? 'arrived' : 'failed'
}

/** "rfc822; grace@acme.com", also with angle brackets; "unknown;" and X.400 names are none. */
function recipientOf(field: string | undefined): string | undefined {
  const address = field
    ?.replace(/^[^;@]*;/, '')
    .trim()
    .replace(/^<(.*)>$/, '$1')
  return address === undefined ? undefined : canonicalAddress(address)
}
