import { createMiddleware } from 'hono/factory'
import { html } from 'hono/html'

/** What a page may do: show itself and send its own form. No script, no other site, no index, no trace of its URL. */
export const guarded = createMiddleware(async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
})

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
}

export type Html = ReturnType<typeof html>

/** Paragraphs, and at most one button, which posts to `action` (where that is left out, to the page itself). */
export const shown = (lines: string[], form?: { button: string; action?: string }): Html =>
  shell(html`${lines.map((line) => html`<p>${line}</p>`)}
      ${form && html`<form method="post"${form.action && html` action="${form.action}"`}><button>${form.button}</button></form>`}`)

const shell = (body: Html) => html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="robots" content="noindex" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <title>Reachback</title>
      <style>
        :root {
          color-scheme: light dark;
        }
        body {
          font: 16px/1.5 system-ui, sans-serif;
          max-width: 36em;
          margin: 3em auto;
          padding: 0 1em;
        }
        button {
          font: inherit;
          min-height: 44px;
          padding: 0.5em 1em;
        }
      </style>
    </head>
    <body>${body}</body>
  </html>`
