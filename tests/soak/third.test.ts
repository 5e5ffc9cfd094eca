import { it } from 'vitest'
import { soak } from './soak.ts'

it('keeps what was said, once, through anything', { timeout: 36_000_000 }, () => soak(2))
