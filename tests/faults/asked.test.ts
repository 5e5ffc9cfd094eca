import { it } from 'vitest'
import { asked } from './asked.ts'
import { everyFault } from './every-fault.ts'

it(
  'ends as if nothing had failed, whatever fails while a yes is asked for or said',
  { timeout: 3_600_000 },
  () => everyFault(asked),
)
