import { Hono } from 'hono'
import { html } from 'hono/html'
import { stopLetters } from '../db/stop.ts'
import type { Deps } from '../deps.ts'
import { verify } from '../sign.ts'

/** /u/TOKEN: GET changes nothing, since scanners open every link; POST stops the letters (RFC 8058 section 3.1). */
export const unsubscribe = new Hono<{ Bindings: Cloudflare.Env; Variables: { deps: Deps } }>()
  .get('/:token', async (c) => {
    const userId = await userIn(c.req.param('token'), c.var.deps)
    if (userId === undefined) return c.html(shell(html`<p>This link is not one of ours.</p>`), 404)
    return c.html(shell(html`<form method="post"><p>Stop all letters?</p><button>Stop them</button></form>`))
  })
  .post('/:token', async (c) => {
    const { deps } = c.var
    const userId = await userIn(c.req.param('token'), deps)
    if (userId === undefined) return c.html(shell(html`<p>This link is not one of ours.</p>`), 404)
    await stopLetters(deps.db, userId, deps.now)
    return c.html(
      shell(
        html`<p>No more letters. Nothing is lost: answer any of them with "searching again" to go on.</p>`,
      ),
    )
  })

async function userIn(token: string, { config }: Deps): Promise<number | undefined> {
  const match = /^u\.(\d{1,16})$/.exec((await verify(token, config.linkKey)) ?? '')
  return match ? Number(match[1]) : undefined
}

const shell = (body: ReturnType<typeof html>) => html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light dark" />
      <title>Reachback</title>
      <style>
        body {
          font: 16px/1.5 system-ui, sans-serif;
          max-width: 36em;
          margin: 3em auto;
          padding: 0 1em;
        }
        button {
          font: inherit;
          padding: 0.5em 1em;
        }
      </style>
    </head>
    <body>${body}</body>
  </html>`
