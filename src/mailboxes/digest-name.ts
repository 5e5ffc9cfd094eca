import { weekday } from '../core/practice/days.ts'
import type { Known } from '../db/gather.ts'
import type { Config } from '../deps.ts'
import type { InboundEmail } from '../inbound-email.ts'
import { readOwnAddress } from '../own-addresses.ts'

/** How a receipt calls the letter whose numbers count: "Thursday's digest". */
export function digestName({ recipient }: InboundEmail, digest: Known['digest'], config: Config): string {
  if (digest) return `${WEEKDAYS[weekday(digest.on)]}'s digest`
  const isForgotten = readOwnAddress(recipient, config)?.is === 'digest'
  return isForgotten ? 'that letter, which is no longer kept here; say the name' : 'the digest'
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
