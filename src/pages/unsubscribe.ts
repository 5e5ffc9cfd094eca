import { Hono } from 'hono'
import { stopLetters } from '../db/stop.ts'
import type { Deps } from '../deps.ts'
import { eraseDay } from '../letters/kept.ts'
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
    const stopped = await stopLetters(deps.db, userId, deps.now)
    if (!stopped) return c.html(shown(['This account is no longer there.']))
    console.info('stopped', userId)
    const day = eraseDay(stopped.eraseAt, deps.now, stopped.zone)
    return c.html(
      shown([
        'No more letters.',
        `What is stored of you is kept until ${day} and then erased, without another letter. Until then, answer any letter with "resume" to go on, with "export" for a copy, or with "delete everything" to erase it at once.`,
      ]),
    )
  })

const NOT_OURS = 'This link is not one of ours.'

async function userIn(token: string, { config }: Deps): Promise<number | undefined> {
  const match = /^u\.(\d{1,16})$/.exec((await verify(token, config.linkKeys)) ?? '')
  return match ? Number(match[1]) : undefined
}
