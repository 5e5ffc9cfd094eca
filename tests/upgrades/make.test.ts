import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { told } from './told.ts'

/** `npm run fixture`: keeps what today's code stores under today's schema, for the upgrades to come. */
it.runIf(process.env.VITE_FIXTURE)('tells a story and keeps its rows', async () => {
  await expect(await told()).toMatchFileSnapshot(env.TEST_MIGRATIONS.at(-1)!.name)
})
