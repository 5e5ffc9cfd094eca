import { expect, it } from 'vitest'
import { readContents } from '../../src/contents.ts'
import { carryOut } from '../../src/core/commands/carry-out.ts'
import { readCommands } from '../../src/core/commands/read.ts'
import { readAutoReply } from '../../src/core/mail/auto-replies.ts'
import { innerMail } from '../../src/core/mail/forwards.ts'
import { readInvitation } from '../../src/core/mail/invitations.ts'
import { visibleText } from '../../src/core/mail/visible-text.ts'
import { takeWhen } from '../../src/core/when/take.ts'
import { readFuture, readMeeting, readPast } from '../../src/core/when/when.ts'
import { MAX_BODY, MAX_IDS, MAX_RECIPIENTS, MAX_SUBJECT } from '../../src/inbound-email.ts'
import { readMime } from '../../src/ingress/mime.ts'
import { context, PEOPLE } from '../core/commands/digest.ts'
import { developedBounces, notBounces } from '../core/mail/bounce-samples.ts'
import { berlin, calendar, definition, newYork } from '../core/mail/calendars.ts'
import { developed } from '../core/mail/forward-clients.ts'
import { mostUsed, others } from '../core/mail/reply-clients.ts'
import { htmlClients, htmlReplyIn } from '../core/mail/reply-html-clients.ts'
import { layouts, replyIn } from '../core/mail/reply-layouts.ts'
import { letterHtml, letterText } from '../core/mail/sample-letter.ts'
import { someMail } from '../core/mail/some-mail.ts'
import { ANNEX } from '../core/when/annex.ts'
import { FOREIGN_FUTURE, FOREIGN_PAST } from '../core/when/foreign.ts'
import { frameAt, rows } from '../core/when/frames.ts'
import { FUTURE, MEETING, PAST } from '../core/when/phrases.ts'
import { mails } from '../ingress/mails.ts'
import { mutated } from './mutate.ts'
import { each } from './runs.ts'

/** What comes out holds its promises, whatever went in. Nothing throws, nothing hangs. */
const HOUR = 3_600_000
const frame = frameAt('2026-11-18 09:32')

it('raw messages are read, within their limits', { timeout: HOUR }, () =>
  each('raw messages', 200, async (random) => {
    const text = mutated(random.of(Object.values(mails)).toString('latin1'), random)
    const mail = await readMime(Buffer.from(text, 'latin1'), 'reach+k3@in.example.com')
    if ('refused' in mail) return
    expect(mail.recipient).toBe('reach+k3@in.example.com')
    expect(mail.text.length).toBeLessThanOrEqual(MAX_BODY)
    expect(mail.html.length).toBeLessThanOrEqual(MAX_BODY)
    expect(mail.subject.length).toBeLessThanOrEqual(MAX_SUBJECT)
    expect(mail.to.length + mail.cc.length).toBeLessThanOrEqual(MAX_RECIPIENTS)
    expect(mail.references.length).toBeLessThanOrEqual(MAX_IDS)
    for (const { address } of [...mail.to, ...mail.cc, ...(mail.from ? [mail.from] : [])])
      expect(address).toMatch(/^[^\s@<>]+@[a-z0-9._-]+$/)
    expect(JSON.parse(JSON.stringify(mail))).toMatchObject({ subject: mail.subject })
    await readContents(mail, { zone: 'Europe/Berlin' })
    readAutoReply(mail, frame)
  }),
)

it('forwards and failure reports are read', { timeout: HOUR }, () => {
  const bounces = [...developedBounces, ...notBounces]
  return each('forwards and failure reports', 300, async (random) => {
    const isForward = random.once(2)
    const forward = random.of(developed)
    const bounce = random.of(bounces)
    const text = isForward
      ? `noted\n\n${forward.block}\n\nGladly. Thursday at 10?\nGrace`
      : (bounce.text ?? '')
    const mail = someMail({
      subject: random.once(3)
        ? mutated(forward.subject, random).slice(0, 500)
        : isForward
          ? forward.subject
          : bounce.subject,
      text: mutated(text, random).slice(0, MAX_BODY),
      html: random.once(3)
        ? mutated(`<div>${text.replaceAll('\n', '<br>')}</div>`, random).slice(0, MAX_BODY)
        : '',
      headers: isForward ? [] : (bounce.headers ?? []),
      ...(!isForward &&
        bounce.status && { deliveryStatus: mutated(bounce.status, random).slice(0, MAX_BODY) }),
    })
    const { forwards } = await readContents(mail, { zone: 'America/New_York' })
    for (const inner of forwards) {
      readAutoReply(innerMail(mail, inner), frame, { isInner: true })
      expect(Number.isNaN(inner.sentAt)).toBe(false)
      for (const { address } of [...inner.to, ...inner.cc, ...(inner.from ? [inner.from] : [])])
        expect(address).toMatch(/^[^\s@<>]+@[a-z0-9._-]+$/)
    }
  })
})

it('calendars are read or refused, and never give an hour that is none', { timeout: HOUR }, () => {
  const zones = [definition('X', newYork), definition('Mein Berlin', berlin), []]
  const starts = [
    ';TZID=X:20261117T140000',
    ';TZID=Mein Berlin:20261117T140000',
    ':20261117T140000Z',
    ';VALUE=DATE:20261117',
  ]
  return each('calendars', 300, (random) => {
    const text = calendar({
      method: random.of(['REQUEST', 'CANCEL', 'REPLY', 'COUNTER', '']),
      zones: random.of(zones),
      start: random.of(starts),
      end: random.of(starts),
    })
    const read = readInvitation(mutated(text, random), { zone: 'America/New_York' })
    if (!read || 'refused' in read) return
    expect(Number.isNaN(read.startsAt)).toBe(false)
    if (read.on !== undefined) expect(read.on).toMatch(/^\d{4}-\d\d-\d\d$/)
    for (const { address } of read.attendees) expect(address).toMatch(/^[^\s@<>]+@[a-z0-9._-]+$/)
  })
})

it('replies are read, and what is understood can be carried out', { timeout: HOUR }, () => {
  const clients = [...mostUsed, ...others]
  const letter = { text: letterText, html: letterHtml }
  return each('replies', 200, async (random) => {
    const layout = random.of(layouts)
    const isHtml = random.once(4)
    const reply = isHtml
      ? htmlReplyIn(random.of(htmlClients), layout).html
      : replyIn(random.of(clients), layout).text
    const body = mutated(reply, random).slice(0, MAX_BODY)
    const mail = isHtml ? { text: '', html: body } : { text: body, html: '' }
    const { lines } = await visibleText(mail, random.once(5) ? undefined : letter)
    const orders = readCommands(lines, context()).flatMap((reading) => reading.orders)
    const outcome = carryOut(orders, { now: frame.now, zone: frame.zone, people: PEOPLE })
    for (const { facts } of outcome.histories)
      for (const fact of facts) expect(fact.on).toMatch(/^\d{4}-\d\d-\d\d$/)
  })
})

it(
  'an untouched quote of the letter is never a command, however its lines are broken',
  { timeout: HOUR },
  () =>
    each('quotes alone', 100, async (random) => {
      const width = 30 + random.below(60)
      const mark = random.of(['> ', '>', '>> ', '| > '])
      const lines = letterText
        .split('\n')
        .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? [''])
      const quote = lines
        .map((line) => (mark.startsWith('|') ? `> ${line}` : `${mark}${line}`))
        .join(random.of(['\n', '\r\n', '\n>\n']))
      const text = `${random.of(mostUsed.filter(({ intro }) => intro)).intro}\n\n${quote}\n`
      const letter = { text: letterText, html: letterHtml }
      const { lines: seen, inQuote } = await visibleText({ text, html: '' }, letter)
      expect(inQuote, text).toEqual([])
      const orders = readCommands(seen, context()).flatMap((reading) => reading.orders)
      expect(orders, text).toEqual([])
    }),
)

it('phrases are read or refused, never against their direction', { timeout: HOUR }, () => {
  const phrases = [ANNEX, FUTURE, PAST, MEETING, FOREIGN_FUTURE, FOREIGN_PAST].flatMap((table) =>
    rows(table).map(([phrase]) => phrase),
  )
  const frames = ['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Apia'].flatMap((zone) =>
    ['2026-11-18 09:32', '2028-02-29 23:59', '2027-03-28 02:30', '2026-12-31 00:00'].map((at) =>
      frameAt(at, zone, zone !== 'America/New_York'),
    ),
  )
  return each('phrases', 2000, (random) => {
    const here = random.of(frames)
    const one = random.once(3) ? `${random.of(phrases)} ${random.of(phrases)}` : random.of(phrases)
    const phrase = random.once(4) ? one : mutated(one, random).slice(0, 3000)
    const today = here.now - 86_400_000 * 2
    for (const read of [readFuture, readMeeting] as const) {
      const when = read(phrase, here)
      if (when) expect(Date.parse(when.on), phrase).toBeGreaterThan(today)
    }
    const past = readPast(phrase, here)
    if (past) expect(Date.parse(past.on), phrase).toBeLessThan(here.now + 86_400_000)
    takeWhen(phrase, here, random.of(['future', 'past', 'meeting']))
  })
})
