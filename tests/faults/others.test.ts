import { it } from 'vitest'
import { everyFault } from './every-fault.ts'
import { others } from './others.ts'

it('ends as if nothing had failed, whatever fails at a tick, a tap or an event', { timeout: 3_600_000 }, () =>
  everyFault(others),
)
