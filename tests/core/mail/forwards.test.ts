import { describe, expect, it } from 'vitest'
import { readAutoReply } from '../../../src/core/mail/auto-replies.ts'
import { readBounce } from '../../../src/core/mail/bounces.ts'
import { attachedForwards, type Forward, innerMail, readForward } from '../../../src/core/mail/forwards.ts'
import { developed, type ForwardClient, heldBack } from './forward-clients.ts'
import { someMail } from './some-mail.ts'

const printer = { zone: 'America/New_York' }
const grace = { address: 'grace@acme.com', name: 'Grace Kim' }
const body = 'Hi Ann,\n\nThursday works. Call me.\n\n> Would you have 20 minutes?\n\nGrace'
const sentAt = Date.UTC(2026, 10, 3, 15)
const now = Date.UTC(2026, 10, 4, 15)
const notes = ['', 'answered, call her thursday', 'She said yes.\nSnooze till Friday']

function textOf({ block, isQuoted }: ForwardClient, note: string): string {
  const lines = `${block}${body}`.split('\n').map((line) => (isQuoted ? `> ${line}`.trimEnd() : line))
  return `${note ? `${note}\n\n` : ''}${lines.join('\n')}`
}

/** The HTML of a program that breaks lines with <br>. */
const htmlOf = (text: string): string =>
  `<div dir="ltr">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>\n')}</div>`

function check(found: Forward | undefined, { without = [], subject }: ForwardClient, note: string): void {
  expect(found).toBeDefined()
  expect(found!.note).toBe(note)
  if (without.includes('address')) expect(found!.fromName).toBe('Kim, Grace')
  else expect(found!.from).toEqual(grace)
  expect(found!.subject).toMatch(/Coffee next week\?$/)
  expect(subject).toBeDefined()
  if (!without.includes('cc')) expect(found!.cc.map(({ address }) => address)).toEqual(['tom@halden.com'])
  expect(found!.sentAt).toBe(without.includes('date') ? found!.sentAt : sentAt)
  expect(found!.text.replace(/^> ?/gm, '')).toBe(body.replace(/^> ?/gm, ''))
  expect(found!.isAttached).toBe(false)
}

for (const [set, clients] of [
  ['developed', developed],
  ['held back', heldBack],
] as const)
  describe.each(clients)(`${set}: $name`, (client: ForwardClient) => {
    it.each(notes)('text, note %j', async (note) => {
      const mail = someMail({ subject: client.subject, text: textOf(client, note), sentAt: now })
      check(await readForward(mail, printer), client, note)
    })
    it('HTML only', async () => {
      const mail = someMail({ subject: client.subject, html: htmlOf(textOf(client, notes[1]!)), sentAt: now })
      const found = await readForward(mail, printer)
      expect(found?.from ?? found?.fromName).toEqual(
        client.without?.includes('address') ? 'Kim, Grace' : grace,
      )
      expect(found?.note).toBe(notes[1])
    })
  })

describe('labels that are in no table', () => {
  const block =
    'Сунгатул: Grace Kim <grace@acme.com>\nВакыт: 3/11/2026 10:00\nКемгә: Ann <ann@gmail.com>\nХат: Coffee\n\nHi'
  it('have the author in front of the recipients', async () =>
    expect(await readForward(someMail({ subject: 'Fwd: Coffee', text: block }), printer)).toMatchObject({
      from: grace,
      text: 'Hi',
    }))
  it('are no forward where nothing else says so', async () =>
    expect(await readForward(someMail({ subject: 'Patch', text: block }), printer)).toBeUndefined())
  it('are no forward where they name nobody', async () => {
    const text = 'Receiver: 10.0.0.1 (relay@x.example, y@x.example)\nBy: mx\nAt: 3/11/2026 10:00:00\n\nHi'
    expect(await readForward(someMail({ subject: 'Log', text }), printer)).toBeUndefined()
  })
})

describe('what is no forward', () => {
  const gmailReply = `Thanks!\n\nOn Tue, Nov 3, 2026 at 10:00 AM Grace Kim <grace@acme.com> wrote:\n\n> Hi\n`
  const outlookReply = `Thanks!\n\nFrom: Grace Kim <grace@acme.com>\nSent: Tuesday, November 3, 2026 10:00 AM\nTo: Ann <ann@gmail.com>\nSubject: Coffee\n\nHi`
  const forwarded = `---------- Forwarded message ---------\nFrom: Grace Kim <grace@acme.com>\nDate: Tue, Nov 3, 2026 at 10:00 AM\nSubject: Coffee\nTo: Ann <ann@gmail.com>\n\n\nHi`
  it.each([
    ['Re: Coffee', gmailReply],
    ['RE: Coffee', outlookReply],
    ['AW: Coffee', outlookReply],
    ['SV: Coffee', outlookReply],
    ['Antw: Coffee', outlookReply],
    ['回复: Coffee', outlookReply],
    ['Re: Fwd: Coffee', forwarded],
    ['Coffee', gmailReply],
    ['Coffee', gmailReply.replace('> Hi', `> Hi\n>\n> ${forwarded.replaceAll('\n', '\n> ')}`)],
    ['', 'called Priya, left a message'],
    ['note', 'met tom.\n\n--\nAnn Lee\nPhone: 555 0100\nEmail: ann@gmail.com'],
    ['plan', 'From: 10am\nTo: 11am\nNot a header'],
    ['fwd: no mail in it', 'I meant to forward something'],
    ['Fwd: ', ''],
  ])('%j, %j', async (subject, text) => {
    expect(await readForward(someMail({ subject, text }), printer)).toBeUndefined()
  })
  it('tells a Danish forward from a Finnish reply, which share their prefix', async () => {
    const vs = (attribution: string) =>
      readForward(someMail({ subject: 'VS: Coffee', text: `${attribution}\n\nThursday?` }), printer)
    expect((await vs('D. 3/11/2026 10.00 skrev "Grace Kim" <grace@acme.com>:'))?.from?.address).toBe(
      'grace@acme.com',
    )
    expect(await vs('Grace Kim <grace@acme.com> kirjoitti 3/11/2026 10.00:')).toBeUndefined()
  })
  it('reads a forward whose subject lost its prefix', async () => {
    expect(await readForward(someMail({ subject: 'Coffee', text: outlookReply }), printer)).toMatchObject({
      from: grace,
      note: 'Thanks!',
      subject: 'Coffee',
    })
  })
})

describe('an attached mail', () => {
  const inner = someMail({
    from: grace,
    subject: 'Coffee',
    messageId: 'a@acme.com',
    sentAt,
    html: '<p>Hi</p><p>Ann</p>',
  })
  const mail = someMail({
    subject: 'Re: whatever',
    text: 'she answered\n\n-- \nAnn',
    attached: [inner, inner],
  })
  it('is read as it is', async () =>
    expect(await readForward(mail, printer)).toEqual({
      note: 'she answered',
      from: grace,
      to: [],
      cc: [],
      subject: 'Coffee',
      sentAt,
      messageId: 'a@acme.com',
      text: 'Hi\nAnn',
      isAttached: true,
      inner,
    }))
  it('may be one of many', async () => expect(await attachedForwards(mail)).toHaveLength(2))
})

describe('details', () => {
  it('leaves the signature out of the note, keeps many recipients, takes the first of nested forwards', async () => {
    const text = [
      'answered\n\n-- \nAnn Lee\nAcme\n',
      '---------- Forwarded message ---------\nFrom: "Kim, Grace" <grace@acme.com>\nDate: Tue, Nov 3, 2026 at 10:00 AM',
      'Subject: Fwd: Coffee',
      'To: Ann Lee <ann@gmail.com>, Bob Bright <bob@acme.com>, Carol\n<carol@acme.com>, <dan@acme.com>, "Conor O’Brien" <conor.o\'brien@acme.com>,\nEve <eve@acme.com>\n\n',
      'See below\n\n---------- Forwarded message ---------\nFrom: Tom <tom@halden.com>\nDate: Mon, Nov 2, 2026 at 9:00 AM\nSubject: Coffee\nTo: Grace <grace@acme.com>\n\nHi',
    ].join('\n')
    const found = await readForward(someMail({ subject: 'Fwd: Coffee', text }), printer)
    expect(found).toMatchObject({ note: 'answered', from: { address: 'grace@acme.com', name: 'Kim, Grace' } })
    expect(found!.to.map(({ name, address }) => `${name} ${address}`)).toEqual([
      'Ann Lee ann@gmail.com',
      'Bob Bright bob@acme.com',
      'Carol carol@acme.com',
      ' dan@acme.com',
      "Conor O’Brien conor.o'brien@acme.com",
      'Eve eve@acme.com',
    ])
    expect(found!.text).toMatch(/^See below/)
  })
  it('reads the HTML of Outlook', async () => {
    const html =
      '<div><p class="MsoNormal">answered</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal"><b>From:</b> Grace Kim &lt;grace@acme.com&gt; <br><b>Sent:</b> Tuesday, November 3, 2026 10:00 AM<br><b>To:</b> Ann Lee &lt;ann@gmail.com&gt;<br><b>Subject:</b> Coffee</p></div><p>Yes!</p></div>'
    expect(await readForward(someMail({ subject: 'FW: Coffee', html }), printer)).toMatchObject({
      note: 'answered',
      from: grace,
      sentAt,
      text: 'Yes!',
    })
  })
})

describe('hostile bodies take no second', () => {
  const block = `---------- Forwarded message ---------\nFrom: Grace Kim <grace@acme.com>\nDate: x\nSubject: y\nTo: `
  it.each([
    ['blank lines', '\n'.repeat(60_000)],
    ['blanks', ' '.repeat(60_000)],
    ['From and colons', 'From:'.repeat(12_000)],
    ['From lines', 'From: \n'.repeat(9_000)],
    ['separators', '---------- Forwarded message ---------\n'.repeat(1500)],
    ['dashes', '-'.repeat(60_000)],
    ['quotes', '> '.repeat(30_000)],
    ['attribution', 'On '.repeat(20_000)],
    ['written', `On ${'"a" <b@c.de> '.repeat(4000)}wrote:`],
    ['recipients', block + 'a@b.co, '.repeat(8000)],
    ['half addresses', block + '<a@'.repeat(20_000)],
    ['words', block + 'a'.repeat(60_000)],
    ['at signs', `${block}${'@'.repeat(60_000)}`],
    ['stars', `${'*'.repeat(60_000)}From:`],
    ['date', block.replace('x', '1 '.repeat(30_000))],
    ['CRs', '\r'.repeat(60_000)],
    ['asks', '----- Forwarded Message ----- From: '.repeat(1500)],
  ])('%s', async (_, text) => {
    for (const subject of ['Fwd: x', 'x']) {
      const before = performance.now()
      await readForward(someMail({ subject, text, html: text.slice(0, 30_000) }), printer)
      expect(performance.now() - before).toBeLessThan(1000)
    }
  })
})

describe('HTML as programs write it', () => {
  const cases: [string, string, string][] = [
    [
      'Gmail',
      'Fwd: Coffee',
      '<div dir="ltr">answered<br><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <strong class="gmail_sendername" dir="auto">Grace Kim</strong> <span dir="auto">&lt;<a href="mailto:grace@acme.com">grace@acme.com</a>&gt;</span><br>Date: Tue, Nov 3, 2026 at 10:00\u202fAM<br>Subject: Coffee<br>To: Ann Lee &lt;<a href="mailto:ann@gmail.com">ann@gmail.com</a>&gt;<br></div><br><br><div>Yes!</div></div></div>',
    ],
    [
      'Apple Mail',
      'Fwd: Coffee',
      '<html><body>answered<br><div><br><blockquote type="cite"><div>Begin forwarded message:</div><br class="Apple-interchange-newline"><div style="margin:0"><span><b>From: </b></span><span>Grace Kim &lt;<a href="mailto:grace@acme.com">grace@acme.com</a>&gt;<br></span></div><div><span><b>Subject: </b></span><span><b>Coffee</b><br></span></div><div><span><b>Date: </b></span><span>November 3, 2026 at 10:00:00 AM EST<br></span></div><div><span><b>To: </b></span><span>Ann Lee &lt;ann@gmail.com&gt;<br></span></div><br><div>Yes!</div></blockquote></div></body></html>',
    ],
    [
      'Thunderbird',
      'Fwd: Coffee',
      '<body><p>answered</p><div class="moz-forward-container"><br><br>-------- Forwarded Message --------<table class="moz-email-headers-table"><tbody><tr><th>Subject: </th><td>Coffee</td></tr><tr><th>Date: </th><td>Tue, 3 Nov 2026 10:00:00 -0500</td></tr><tr><th>From: </th><td>Grace Kim <a href="mailto:grace@acme.com">&lt;grace@acme.com&gt;</a></td></tr><tr><th>To: </th><td>Ann Lee <a>&lt;ann@gmail.com&gt;</a></td></tr></tbody></table><br><br><p>Yes!</p></div></body>',
    ],
    [
      'Outlook on the web',
      'Fw: Coffee',
      '<div>answered</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font><b>From:</b> Grace Kim &lt;grace@acme.com&gt;<br><b>Sent:</b> Tuesday, November 3, 2026 10:00 AM<br><b>To:</b> Ann Lee &lt;ann@gmail.com&gt;<br><b>Subject:</b> Coffee</font><div>&nbsp;</div></div><div>Yes!</div>',
    ],
    [
      'Yahoo',
      'Fw: Coffee',
      '<div class="ydp1yahoo-style-wrap"><div>answered</div></div><div id="ydp2yahoo_quoted" class="yahoo_quoted"><div><div>----- Forwarded Message -----</div><div><b>From:</b> Grace Kim &lt;grace@acme.com&gt;</div><div><b>To:</b> Ann Lee &lt;ann@gmail.com&gt;</div><div><b>Sent:</b> Tuesday, November 3, 2026 at 10:00:00 AM EST</div><div><b>Subject:</b> Coffee</div><div><br></div><div>Yes!</div></div></div>',
    ],
  ]
  it.each(cases)('%s', async (_, subject, html) =>
    expect(await readForward(someMail({ subject, html }), printer)).toMatchObject({
      note: 'answered',
      from: grace,
      to: [{ address: 'ann@gmail.com', name: 'Ann Lee' }],
      subject: 'Coffee',
      sentAt,
      text: 'Yes!',
    }),
  )
})

describe('innerMail', () => {
  const frame = { now: sentAt, zone: printer.zone, dayFirst: false, isBusinessDay: () => true }
  const forwarded = async (author: string, subject: string, text: string) => {
    const mail = someMail({
      subject: `Fwd: ${subject}`,
      text: `---------- Forwarded message ---------\nFrom: ${author}\nDate: Tue, Nov 3, 2026 at 10:00 AM\nSubject: ${subject}\nTo: <ann@gmail.com>\n\n\n${text}`,
    })
    return innerMail(mail, (await readForward(mail, printer))!)
  }
  it('lets a forwarded delivery report be read', async () =>
    expect(
      readBounce(
        await forwarded(
          'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
          'Delivery Status Notification (Failure)',
          "Address not found\n\nYour message wasn't delivered to grace@acme.com because the address couldn't be found.",
        ),
      ),
    ).toEqual({ recipients: ['grace@acme.com'], isPermanent: true }))
  it('lets a forwarded auto-reply be read', async () => {
    const inner = await forwarded(
      'Grace Kim <grace@acme.com>',
      'Automatic reply: Coffee',
      'Back on November 30.',
    )
    expect(readAutoReply(inner, frame, { isInner: true })).toEqual({ returnOn: '2026-11-30' })
    expect(readBounce(inner)).toBeUndefined()
  })
  it('is the attached mail itself', async () => {
    const inner = someMail({ from: grace })
    const mail = someMail({ attached: [inner] })
    expect(innerMail(mail, (await readForward(mail, printer))!)).toBe(inner)
  })
})

it('takes a millisecond or two for an ordinary mail', async () => {
  const mail = someMail({ subject: 'note', text: 'called Priya, left a message.\n\n'.repeat(60) })
  await readForward(mail, printer)
  const before = performance.now()
  for (let i = 0; i < 20; i++) await readForward(mail, printer)
  expect((performance.now() - before) / 20).toBeLessThan(20)
})
