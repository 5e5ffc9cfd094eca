import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Draft } from './answers.ts'
import { type Clock, dayOf, told, toldDay, toldHour } from './clock.ts'
import type { Mail } from './mails.ts'
import { STYLE } from './style.ts'

/** What every page shows something of. */
export type Office = { clock: Clock; mails: Mail[]; inboundAddress: string }

/** Escaped HTML, ready to send. */
export type View = ReturnType<typeof html>

/** The mails of a box, newest first. `of` is the mailbox that is looked into. */
export const listPage = (office: Office, mails: Mail[], box?: string, of?: string, said?: string): View => {
  const owners = [...new Set(office.mails.flatMap((mail) => mail.recipients))].sort()
  const tab = (href: string, name: string, isHere: boolean) =>
    html`<a href="${href}"${isHere ? raw(' aria-current="page"') : ''}>${name}</a>`
  return layout(
    office,
    of ?? (box === 'all' ? 'All mail' : 'Letters'),
    said,
    html`<nav class="boxes">
        ${tab('/', 'Letters', !of && box !== 'all')} ${tab('/?box=all', 'All mail', !of && box === 'all')}
        ${owners.map((owner) => tab(`/?of=${encodeURIComponent(owner)}`, owner, owner === of))}
      </nav>
      ${mails.length === 0 ? emptyNote(office) : html`<ol class="mails">${newestFirst(mails).map((mail) => row(office, mail, of))}</ol>`}`,
  )
}

/** One mail, as the owner of the mailbox `as` sees it. */
export const mailPage = (office: Office, mail: Mail, as = mail.recipients[0] ?? '', said?: string): View => {
  const query = `=${mail.id}&as=${encodeURIComponent(as)}`
  const line = (name: string, value: string) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : '')
  return layout(
    office,
    mail.subject || '(no subject)',
    said,
    html`<article>
      <h1>${mail.subject || '(no subject)'}</h1>
      <dl>
        ${line('From', mail.from)} ${line('To', mail.to)} ${line('Cc', mail.cc)}
        ${line('Also to', bccOf(mail).join(', '))} ${line('Reply to', mail.replyTo)}
        ${line('Date', told(office.clock, mail.at))}
      </dl>
      ${
        mail.recipients.length === 0
          ? html`<p class="quiet">This mail went to the Worker only.</p>`
          : html`<p class="acts">
              <a class="act" href="/write?answer${query}">Answer</a>
              <a class="act" href="/write?forward${query}">Forward</a>
              ${as ? html`<span class="quiet">as ${as}</span>` : ''}
            </p>`
      }
      ${
        mail.html
          ? html`<iframe
                title="The HTML part"
                sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
                srcdoc="${framed(mail.html, as)}"
              ></iframe>
              <details><summary>Text part</summary><pre>${mail.text || '(none)'}</pre></details>`
          : html`<pre>${mail.text}</pre>`
      }
      ${attachmentList(mail)}
    </article>`,
  )
}

/** The form that sends a mail. */
export const writePage = (office: Office, draft: Draft, said?: string): View => {
  const known = [...new Set(office.mails.flatMap((mail) => [mail.from, ...mail.recipients]))].filter(Boolean)
  const field = (name: string, label: string, value: string, hint = '') =>
    html`<label>${label}<input name="${name}" value="${value}" placeholder="${hint}" list="known" autocomplete="off" /></label>`
  return layout(
    office,
    'Write',
    said,
    html`<form class="write" method="post" action="/write">
      ${field('from', 'From', draft.from, 'Ann Lee <ann@example.com>')}
      ${field('to', 'To', draft.to, office.inboundAddress)} ${field('cc', 'Cc', draft.cc)}
      ${field('bcc', 'Bcc', draft.bcc, 'the private address of the welcome letter')}
      <label>Subject<input name="subject" value="${draft.subject}" autocomplete="off" /></label>
      <textarea name="text" aria-label="Text" autofocus>${raw('\n')}${draft.text}</textarea>
      <input type="hidden" name="in-reply-to" value="${draft.inReplyTo}" />
      <input type="hidden" name="references" value="${draft.references}" />
      <p class="acts"><button class="act">Send</button> <a href="/">Cancel</a></p>
      <datalist id="known">
        ${[...privateAddresses(office), office.inboundAddress, ...known].map((address) => html`<option value="${address}"></option>`)}
      </datalist>
    </form>`,
  )
}

const layout = (office: Office, title: string, said: string | undefined, body: View): View => {
  const now = office.clock.now()
  const move = (to: string, name: string) =>
    html`<form method="post" action="/clock/${to}"><button>${name}</button></form>`
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} - Post office</title>
        <style>${raw(STYLE)}</style>
      </head>
      <body>
        <header>
          <a class="name" href="/">Post office</a>
          <a href="/write">Write</a>
          <div class="clock">
            <time datetime="${new Date(now).toISOString()}">${toldDay(office.clock, now)}, ${toldHour(office.clock, now)}</time>
            ${move('next-morning', 'Next morning')} ${move('next-letter', 'Next letter')} ${move('hour', '+1 hour')}
          </div>
        </header>
        <main>${said ? html`<p class="said" role="status">${said}</p>` : ''}${body}</main>
        <script>${raw(SCRIPT)}</script>
      </body>
    </html>`
}

/** A frame is as tall as its mail; a button that takes time says so. Everything works without. */
const SCRIPT =
  "for(const f of document.querySelectorAll('iframe')){const fit=()=>{const d=f.contentDocument;" +
  "if(d&&d.documentElement)f.style.height=d.documentElement.offsetHeight+40+'px'};f.addEventListener('load',fit);fit()" +
  ";addEventListener('resize',fit)}" +
  "for(const f of document.querySelectorAll('.clock form'))f.addEventListener('submit',()=>" +
  "{document.body.classList.add('waiting')})"

/** For the Content-Security-Policy. */
export const SCRIPT_HASH = `sha256-${createHash('sha256').update(SCRIPT).digest('base64')}`

const row = (office: Office, mail: Mail, of: string | undefined): View => {
  const isToday = dayOf(office.clock, mail.at) === dayOf(office.clock, office.clock.now())
  const as = of ? `?as=${encodeURIComponent(of)}` : ''
  const preview = mail.text.split(/\r?\n/).find((line) => line.trim()) ?? ''
  return html`<li>
    <a href="/mail/${mail.id}${as}">
      <span class="who">${mail.from.replace(/\s*<.*>/, '')} <span class="quiet">to ${readersOf(mail)}</span></span>
      <time>${isToday ? toldHour(office.clock, mail.at) : toldDay(office.clock, mail.at).replace(/ \d{4}$/, '')}</time>
      <span class="subject">${mail.subject || '(no subject)'}</span>
      <span class="preview quiet">${preview.slice(0, 160)}</span>
    </a>
  </li>`
}

/** By the time they were handed in: a letter that a mail caused is kept before that mail is. */
const newestFirst = (mails: Mail[]): Mail[] => [...mails].sort((a, b) => a.at - b.at).reverse()

const readersOf = (mail: Mail): string => [...mail.recipients, ...mail.inbound.map(short)].join(', ')

/** A private address is long; its token says nothing to a reader of a list. */
const short = (address: string): string => address.replace(/\+([^@]{6})[^@]{4,}@/, '+$1…@')

const bccOf = (mail: Mail): string[] => {
  const visible = `${mail.to} ${mail.cc}`.toLowerCase()
  return [...mail.recipients, ...mail.inbound].filter((address) => !visible.includes(address.toLowerCase()))
}

const emptyNote = (office: Office): View =>
  html`<div class="empty">
    <p>No mail here yet.</p>
    <p>
      To join, <a href="/write?to=${office.inboundAddress}&subject=Join">write to ${office.inboundAddress}</a> from any
      address you like, say you@example.com. The welcome letter comes back here.
    </p>
  </div>`

const attachmentList = (mail: Mail): View | '' => {
  if (mail.attachments.length === 0) return ''
  const link = (name: string, n: number) => html`<a href="/mail/${mail.id}/attachment/${n}">${name}</a>`
  return html`<p class="quiet">Attached: ${mail.attachments.map(
    (part, n) =>
      html`${n > 0 ? ', ' : ''}${part.content === undefined ? part.name : link(part.name, n)} (${part.type}, ${part.size} bytes)`,
  )}</p>`
}

/**
 * The HTML part for its frame. A mailto: link opens our form instead of the reader's own mail program, any other
 * link a new tab.
 */
const framed = (part: string, as: string): string => {
  const links = part.replace(
    /(<a\b[^<>]*?\bhref\s*=\s*)("[^"]*"|'[^']*')/gi,
    (all, before: string, value: string) => {
      const href = value.slice(1, -1)
      if (!/^mailto:/i.test(href)) return `${all} target="_blank" rel="noopener"`
      const mailto = encodeURIComponent(href.replace(/&amp;/gi, '&').replace(/&#(?:38|x26);/gi, '&'))
      return `${before}"/write?as=${encodeURIComponent(as)}&amp;mailto=${mailto}" target="_top"`
    },
  )
  // What a mail client gives a mail that says nothing about colours; the mail's own styles come later and win.
  return `<style>html{font:16px/1.5 system-ui,sans-serif}body{margin:0}</style>${links}`
}

/** The private addresses that letters told, newest first. */
const privateAddresses = (office: Office): string[] => {
  const [local, domain] = office.inboundAddress.split('@')
  const pattern = new RegExp(`${local}\\+[\\w-]+@${domain!.replaceAll('.', '\\.')}`, 'g')
  const letters = office.mails.filter((mail) => mail.kind === 'letter').reverse()
  return [...new Set(letters.flatMap((letter) => letter.text.match(pattern) ?? []))].slice(0, 5)
}
