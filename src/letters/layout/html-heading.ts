import { html } from 'hono/html'

export const headingHtml = (heading: string) =>
  heading &&
  html`<h2 style="margin:20px 0 8px;font-size:13px;font-weight:600;letter-spacing:.04em">${heading}</h2>\n`
