import { it } from 'vitest'
import { everyFault } from './every-fault.ts'
import { words } from './mails.ts'

it(
  'ends as if nothing had failed, whatever fails while an answer or a note comes',
  { timeout: 3_600_000 },
  () => everyFault(words),
)
