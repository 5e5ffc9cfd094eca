import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import worker from '../../src/index.ts'
import { Postmark, type Sent } from './post.ts'

/** A mail that somebody writes; what is left out is plain. */
export type Mail = {
  from?: string
  to?: string
  cc?: string
  /** The envelope recipient: whom it is delivered to. */
  rcpt?: string
  subject?: string
  text?: string
  html?: string
  id?: string
  /** ISO, with the writer's offset: "2026-11-03T10:00-05:00". */
  at: string
  headers?: Record<string, string>
}

/** Of mails; each has its own id, also where a test begins again in a world that it was in before. */
let count = 0

export const OPEN = 'reach@in.example.com'

/**
 * The product from outside: mails in by Postmark's webhook, ticks of the clock, letters out. Everything behind the
 * doors is real, D1 too.
 */
export class World {
  postmark = new Postmark()
  /** Ann's private address, once she has joined. */
  address = ''
  readonly env: Cloudflare.Env

  /** `env` where a test puts something in front of the database. */
  constructor(worldEnv: Cloudflare.Env = env as Cloudflare.Env) {
    this.env = worldEnv
  }

  /** Ann joins and gets her private address. */
  async join(at = '2026-11-03T09:00-05:00', from = 'Ann Lee <ann@gmail.com>'): Promise<Sent> {
    await this.mail({ from, to: OPEN, rcpt: OPEN, subject: 'Hello', text: 'Please let me in.', at })
    const [letter] = this.postmark.take()
    if (!letter) throw new Error('no welcome letter')
    this.address = /reach\+[a-z0-9]+@in\.example\.com/.exec(letter.TextBody)![0]
    return letter
  }

  /** A mail of Ann's to people, with her private address in BCC. */
  bcc(to: string, at: string, more: Partial<Mail> = {}): Promise<Response> {
    return this.mail({ to, at, subject: 'Advice', text: 'Would you have fifteen minutes?', ...more })
  }

  /** Ann answers a letter. */
  answer(letter: Sent, text: string, at: string, more: Partial<Mail> = {}): Promise<Response> {
    return this.mail(answering(letter, text, at, more))
  }

  /** A note of Ann's to the private address alone. */
  note(text: string, at: string, more: Partial<Mail> = {}): Promise<Response> {
    return this.mail({ to: this.address, subject: 'note', text, at, ...more })
  }

  mail(mail: Mail): Promise<Response> {
    return this.post(this.webhook(mail), mail.at)
  }

  /** Postmark's webhook for a mail, so that it can be delivered more than once. */
  webhook({
    from = 'Ann Lee <ann@gmail.com>',
    to = '',
    cc = '',
    at,
    ...mail
  }: Mail): Record<string, unknown> {
    const rcpt = mail.rcpt ?? this.address
    const id = mail.id ?? `mail-${++count}@gmail.com`
    return {
      From: from,
      FromFull: addresses(from)[0],
      FromName: addresses(from)[0]!.Name,
      To: to,
      ToFull: addresses(to),
      Cc: cc,
      CcFull: addresses(cc),
      Bcc: '',
      BccFull: [],
      OriginalRecipient: rcpt,
      MailboxHash: '',
      ReplyTo: '',
      Subject: mail.subject ?? 'Advice',
      MessageID: crypto.randomUUID(),
      Date: rfcDate(at),
      MessageStream: 'inbound',
      Tag: '',
      TextBody: mail.text ?? '',
      HtmlBody: mail.html ?? '',
      StrippedTextReply: '',
      Headers: [
        { Name: 'Message-ID', Value: `<${id}>` },
        ...Object.entries(mail.headers ?? {}).map(([Name, Value]) => ({ Name, Value })),
      ],
      Attachments: [],
    }
  }

  /** Delivers a webhook at an instant. */
  async post(body: unknown, at: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.fetch('/inbound/postmark', {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa('postmark:secret')}`,
        'content-type': 'application/json',
        'x-reachback-now': new Date(at).toISOString(),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  }

  async fetch(path: string, init?: RequestInit): Promise<Response> {
    const at = new Headers(init?.headers).get('x-reachback-now')
    if (at) this.postmark.now = Date.parse(at)
    const ctx = createExecutionContext()
    const request = new Request(`https://reachback.example.com${path}`, init) as Request<
      unknown,
      IncomingRequestCfProperties
    >
    const response = await worker.fetch(request, this.env, ctx)
    await waitOnExecutionContext(ctx)
    return response
  }

  /** One tick of the cron; the letters that it sent. Letters from before it are put aside. */
  async tick(at: string): Promise<Sent[]> {
    this.postmark.take()
    this.postmark.now = Date.parse(at)
    const controller = createScheduledController({ scheduledTime: new Date(at), cron: '*/15 * * * *' })
    await worker.scheduled(controller, this.env)
    return this.postmark.take()
  }

  /** 7:30 in New York on a day; the digest, if one came. */
  async morning(on: string): Promise<Sent | undefined> {
    const offset = on < '2026-11-01' || on >= '2027-03-14' ? '-04:00' : '-05:00'
    const letters = await this.tick(`${on}T07:30:00${offset}`)
    if (letters.length > 1) throw new Error(`${letters.length} letters on one morning`)
    return letters[0]
  }
}

/** An answer to a letter, as mail programs write it: above the quote. */
export function answering(letter: Sent, text: string, at: string, more: Partial<Mail> = {}): Mail {
  const quote = letter.TextBody.replace(/^/gm, '> ')
  return {
    to: letter.ReplyTo,
    rcpt: letter.ReplyTo,
    subject: `Re: ${letter.Subject}`,
    text: `${text}\n\nOn Thu, Nov 12, 2026 at 7:30 AM Reachback <letters@in.example.com> wrote:\n\n${quote}\n`,
    headers: { 'In-Reply-To': header(letter, 'Message-ID') },
    at,
    ...more,
  }
}

/** Whether nothing is due: no letter, or on a Friday the review alone. */
export const isSilent = (letter: Sent | undefined): boolean =>
  !letter || !/^ *\d+ {2}\S/m.test(letter.TextBody)

export const header = (letter: Sent, name: string): string =>
  letter.Headers.find(({ Name }) => Name.toLowerCase() === name.toLowerCase())?.Value ?? ''

/** The number of a person's line in a letter. */
export function numberOf(letter: Sent | undefined, name: string): number {
  const line = letter?.TextBody.split('\n').find((text) => /^\s*\d+ /.test(text) && text.includes(name))
  if (!line) throw new Error(`no line for ${name} in:\n${letter?.TextBody}`)
  return Number.parseInt(line.trim(), 10)
}

function addresses(list: string): { Email: string; Name: string; MailboxHash: string }[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => {
      const [, name = '', email = entry] = /^(.*?)\s*<([^<>]+)>$/.exec(entry) ?? []
      return { Email: email, Name: name.replace(/^"|"$/g, ''), MailboxHash: '' }
    })
}

/** "Tue, 3 Nov 2026 10:00:00 -0500" from an ISO instant with its offset. */
function rfcDate(at: string): string {
  const [, , hours = '+00', minutes = '00'] = /T\d\d:\d\d(:\d\d)?([+-]\d\d):?(\d\d)$/.exec(at) ?? []
  const sign = hours.startsWith('-') ? -1 : 1
  const offset = sign * (Math.abs(Number(hours)) * 60 + Number(minutes))
  const local = new Date(Date.parse(at) + offset * 60_000).toUTCString()
  return local.replace('GMT', `${hours}${minutes}`)
}
