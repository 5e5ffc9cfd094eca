import { Hono } from 'hono'
import { stopLetters } from '../db/stop.ts'
import type { Deps } from '../deps.ts'
import { verify } from '../sign.ts'
import { guarded, shown } from './shell.ts'

/** /u/TOKEN: GET changes nothing, since scanners open every link; POST stops the letters (RFC 8058 section 3.1). */
export const unsubscribe = new Hono<{ Bindings: Cloudflare.Env; Variables: { deps: Deps } }>()
  .use(guarded)
  .get('/:token', async (c) => {
    const userId = await userIn(c.req.param('token'), c.var.deps)
    if (userId === undefined) return c.html(shown([NOT_OURS]), 404)
    return c.html(shown(['Stop all letters?'], { button: 'Stop them' }))
  })
  .post('/:token', async (c) => {
    const { deps } = c.var
    const userId = await userIn(c.req.param('token'), deps)
    if (userId === undefined) return c.html(shown([NOT_OURS]), 404)
    await stopLetters(deps.db, userId, deps.now)
    return c.html(
      shown(['No more letters. Nothing is lost: answer any of them with "searching again" to go on.']),
    )
  })

const NOT_OURS = 'This link is not one of ours.'

async function userIn(token: string, { config }: Deps): Promise<number | undefined> {
  const match = /^u\.(\d{1,16})$/.exec((await verify(token, config.linkKey)) ?? '')
  return match ? Number(match[1]) : undefined
}
