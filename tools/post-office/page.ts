import { type Context, Hono } from 'hono'
import { Trouble } from '../trouble.ts'
import { answerTo, type Draft, draftOf, EMPTY, forwardOf } from './answers.ts'
import type { Clock } from './clock.ts'
import type { Mail, Mails } from './mails.ts'
import { sendDraft } from './sending.ts'
import { NotTaken, type Take } from './sorting.ts'
import type { Moved, Ticks } from './ticks.ts'
import { listPage, mailPage, type Office, SCRIPT_HASH, type View, writePage } from './views.ts'

/**
 * The post office as a person sees it, and as a program does: a request that does not ask for text/html gets JSON.
 *
 *   GET  /                     the letters; ?box=all every mail, ?of=ADDRESS one mailbox
 *   GET  /letters.json         the letters, oldest first; the same ?of=, and ?box=all
 *   GET  /mail/ID              one mail;  /mail/ID/attachment/N  what is attached to it
 *   GET  /write                a form; ?answer=ID, ?forward=ID, ?mailto=LINK with ?as=ADDRESS
 *   POST /write                from, to, cc, bcc, subject, text, in-reply-to, references: 303, or JSON { said };
 *                              422 for what cannot be sent, 502 when the Worker did not take it
 *   GET  /clock.json           { now, told }
 *   POST /clock/next-morning   time moves; 303 to the letter that came, or JSON { now, said, letters }
 *   POST /clock/next-letter    the same
 *   POST /clock/hour           the same, by one hour
 *   POST /clock/to             the same, to the instant `at` (ISO 8601)
 *
 * Moving the time answers 502 when the Worker's cron fails.
 */
export const page = (clock: Clock, mails: Mails, ticks: Ticks, take: Take, inboundAddress: string): Hono => {
  const app = new Hono()
  const office = (): Office => ({ clock, mails: mails.all(), inboundAddress })
  const ofBox = (c: Context): Mail[] => {
    const of = c.req.query('of')?.toLowerCase()
    if (of) return mails.all().filter((mail) => mail.recipients.includes(of))
    return c.req.query('box') === 'all' ? mails.all() : mails.letters()
  }

  // A page of another site may not post here through the person's browser.
  app.use('*', async (c, next) => {
    const origin = c.req.header('origin')
    if (c.req.method === 'POST' && origin && origin !== new URL(c.req.url).origin)
      return c.text('Only this page may send this.\n', 403)
    await next()
  })
  const show = (c: Context, view: View, status: 200 | 422 | 502 = 200) =>
    c.html(view, status, { 'Content-Security-Policy': POLICY })

  app.get('/', (c) =>
    show(c, listPage(office(), ofBox(c), c.req.query('box'), c.req.query('of'), c.req.query('said'))),
  )
  app.get('/letters.json', (c) => c.json(ofBox(c)))
  app.get('/clock.json', (c) =>
    c.json({ now: new Date(clock.now()).toISOString(), offset: clock.offsetAt(clock.now()) }),
  )

  app.get('/mail/:id', (c) => {
    const mail = mails.find(c.req.param('id'))
    if (!mail) return c.text('There is no such mail.\n', 404)
    return wantsHtml(c)
      ? show(c, mailPage(office(), mail, c.req.query('as'), c.req.query('said')))
      : c.json(mail)
  })

  app.get('/mail/:id/attachment/:n', (c) => {
    const part = mails.find(c.req.param('id'))?.attachments[Number(c.req.param('n'))]
    if (part?.content === undefined) return c.text('There is no such attachment.\n', 404)
    return c.body(new Uint8Array(Buffer.from(part.content, 'base64')), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(part.name)}`,
    })
  })

  app.get('/write', (c) => show(c, writePage(office(), draftFor(c, clock, mails))))

  app.post('/write', async (c) => {
    const draft = formDraft(await c.req.formData())
    try {
      await sendDraft(clock, take, draft)
      const said = `Sent: ${draft.subject || '(no subject)'}.`
      return wantsHtml(c) ? c.redirect(`/?box=all&said=${encodeURIComponent(said)}`, 303) : c.json({ said })
    } catch (error) {
      if (!(error instanceof Trouble || error instanceof NotTaken)) throw error
      const status = error instanceof Trouble ? 422 : 502
      const said = error instanceof Trouble ? error.message : `Not sent: ${error.message}.`
      return wantsHtml(c) ? show(c, writePage(office(), draft, said), status) : c.json({ said }, status)
    }
  })

  const move = async (c: Context, how: () => Promise<Moved>) => {
    try {
      const { now, letters, said } = await how()
      if (!wantsHtml(c)) return c.json({ now: new Date(now).toISOString(), said, letters })
      const one = letters.length === 1 ? `/mail/${letters[0]!.id}` : '/'
      return c.redirect(`${one}?said=${encodeURIComponent(said)}`, 303)
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      const said = error.message
      return wantsHtml(c) ? c.redirect(`/?said=${encodeURIComponent(said)}`, 303) : c.json({ said }, 502)
    }
  }
  app.post('/clock/next-morning', (c) => move(c, ticks.nextMorning))
  app.post('/clock/next-letter', (c) => move(c, ticks.nextLetter))
  app.post('/clock/hour', (c) => move(c, () => ticks.moveTo(clock.now() + 3600_000)))
  app.post('/clock/to', async (c) => {
    const form = await c.req.formData().catch(() => undefined)
    const at = Date.parse(String(form?.get('at') ?? ''))
    if (Number.isNaN(at)) return c.json({ said: 'at takes an instant, like 2026-11-12T12:45:00Z.' }, 422)
    return move(c, () => ticks.moveTo(at))
  })

  return app
}

/** Letters bring their own styles; nothing on a page or in a letter is fetched from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src '${SCRIPT_HASH}'`,
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
].join('; ')

const wantsHtml = (c: Context): boolean => (c.req.header('accept') ?? '').includes('text/html')

const draftFor = (c: Context, clock: Clock, mails: Mails): Draft => {
  const as = (c.req.query('as') ?? '').toLowerCase()
  const answered = mails.find(c.req.query('answer') ?? '')
  const forwarded = mails.find(c.req.query('forward') ?? '')
  const mailto = c.req.query('mailto')
  if (answered) return answerTo(clock, answered, as || (answered.recipients[0] ?? ''))
  if (forwarded) return forwardOf(clock, forwarded, as || (forwarded.recipients[0] ?? ''))
  if (mailto) return draftOf(mailto, as)
  return { ...EMPTY, from: as, to: c.req.query('to') ?? '', subject: c.req.query('subject') ?? '' }
}

const formDraft = (form: FormData): Draft => {
  const field = (name: string) => String(form.get(name) ?? '')
  return {
    from: field('from'),
    to: field('to'),
    cc: field('cc'),
    bcc: field('bcc'),
    subject: field('subject'),
    text: field('text'),
    inReplyTo: field('in-reply-to'),
    references: field('references'),
  }
}
