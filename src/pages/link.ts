import { Hono } from 'hono'
import { deliver } from '../deliver.ts'
import type { Deps } from '../deps.ts'
import { openLink, tapLink } from '../tap.ts'
import { guarded, shown } from './shell.ts'

/**
 * /l/TOKEN: GET says who and what and changes nothing, since scanners open every link; POST does it, once.
 * 200 shown or done, also where it was done before. 404 for a token that is not ours. 410 for a link that no longer
 * works; the page says why.
 */
export const link = new Hono<{ Bindings: Cloudflare.Env; Variables: { deps: Deps } }>()
  .use(guarded)
  .get('/:token', async (c) => {
    const { status, lines, button } = await openLink(c.req.param('token'), c.var.deps)
    return c.html(shown(lines, button ? { button } : undefined), status)
  })
  .post('/:token', async (c) => {
    const { status, lines, undo, hasLetters } = await tapLink(c.req.param('token'), c.var.deps)
    if (hasLetters) c.executionCtx.waitUntil(deliver(c.var.deps))
    return c.html(shown(lines, undo ? { button: 'Undo', action: undo } : undefined), status)
  })
