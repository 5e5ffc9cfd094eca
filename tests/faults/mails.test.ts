import { it } from 'vitest'
import { everyFault } from './every-fault.ts'
import { mails } from './mails.ts'

it('ends as if nothing had failed, whatever fails while a mail comes', { timeout: 3_600_000 }, () =>
  everyFault(mails),
)
