import { describe, expect, test } from 'vitest'
import { MAX_CHARACTERS, MAX_LINE, MAX_LINES } from '../../../src/core/mail/mail-lines.ts'
import { visibleText } from '../../../src/core/mail/visible-text.ts'
import { letterHtml, letterText } from './sample-letter.ts'

const letter = { text: letterText, html: letterHtml }
const gmail = 'On Tue, Nov 17, 2026 at 7:30 AM Reachback <reach+d.k3x9@in.example.com>\nwrote:\n'
const outlook =
  'From: Reachback <reach+d.k3x9@in.example.com>\nSent: Tuesday, November 17, 2026 7:30 AM\nTo: Ann <ann@gmail.com>\nSubject: Tue 17 Nov\n'
const marked = (text: string) => text.replace(/^/gm, '> ')

/** "5: answered" for an answer typed below item 5, else the text alone. */
const read = async (text: string, html = '', sent: typeof letter | undefined = letter, authors?: string[]) =>
  (await visibleText({ text, html }, sent, authors)).lines.map((line) =>
    line.item === undefined ? line.text : `${line.item}: ${line.text}`,
  )

type Situation = [name: string, text: string, expected: string[]]

describe('what the user typed is kept', () => {
  const situations: Situation[] = [
    ['no quote', '3 thanked\n\n  6 called no answer  \n', ['3 thanked', '6 called no answer']],
    ['nothing at all', '', []],
    ['a closing in the middle', '3 thanked\nThanks,\nAnn\ndrop 8', ['3 thanked', 'Thanks,', 'Ann', 'drop 8']],
    [
      '"wrote" without a date',
      'Grace wrote:\nshe is off until Friday\nsnooze 5 to friday',
      ['Grace wrote:', 'she is off until Friday', 'snooze 5 to friday'],
    ],
    [
      'a day and "wrote:" but no quote',
      'On 11/17/2026 Grace wrote:\n5 answered',
      ['On 11/17/2026 Grace wrote:', '5 answered'],
    ],
    [
      'a line with an address and a date that ends in a colon',
      '5 grace@acme.com answered 12/11/2026:\nshe can meet',
      ['5 grace@acme.com answered 12/11/2026:', 'she can meet'],
    ],
    ['one line like a header', 'To: Grace\n5 answered', ['To: Grace', '5 answered']],
    [
      'a new address',
      '5 grace@acme.com bounced, now at:\ngk@acme.com',
      ['5 grace@acme.com bounced, now at:', 'gk@acme.com'],
    ],
    [
      'a command that begins as a footer does',
      'sent from my other address today',
      ['sent from my other address today'],
    ],
    ['a command that names a program', '3 sent via Gmail', ['3 sent via Gmail']],
    ['mail in another language', 'mail an Grace geschickt', ['mail an Grace geschickt']],
    [
      'a long note about a virus',
      `5 snooze 2w\n6 ${'she has a virus and asks me to call when the confidential search is over '.repeat(2).trim()}`,
      [
        '5 snooze 2w',
        `6 ${'she has a virus and asks me to call when the confidential search is over '.repeat(2).trim()}`,
      ],
    ],
    ['words of the help line', '3 thanked, 6 called no answer', ['3 thanked, 6 called no answer']],
    [
      'the example of the help line, above a quote',
      `3 thanked, 6 called no answer, 5 snooze 3d, drop 8\n\n${gmail}\n${marked(letterText)}`,
      ['3 thanked, 6 called no answer, 5 snooze 3d, drop 8'],
    ],
    ['an indented list', '- 3 thanked\n- drop 8', ['- 3 thanked', '- drop 8']],
    ['invisible characters', '\u200b3\u00a0thanked\u200f\ufeff', ['3 thanked']],
    ['a line end of Windows', '3 thanked\r\ndrop 8\r\n', ['3 thanked', 'drop 8']],
  ]
  test.each(situations)('%s', async (_, text, expected) => expect(await read(text)).toEqual(expected))
})

describe('what others typed is not', () => {
  const situations: Situation[] = [
    ['a signature', '3 thanked\n-- \nAnn\n5 Elm Street', ['3 thanked']],
    ['a signature without its space', '3 thanked\n--\nAnn', ['3 thanked']],
    ['a signature that a keyboard made a dash', '3 thanked\n—\nAnn', ['3 thanked']],
    ['a phone', '3 thanked\n\nSent from my iPhone', ['3 thanked']],
    ['a phone in Polish', '3 thanked\n\nWysłane z iPhone’a', ['3 thanked']],
    ['a letter quoted by nobody we know', `3 thanked\n\n${letterText}`, ['3 thanked']],
    [
      'its attribution as well',
      `3 thanked\n\nReachback <r@in.example.com> glorbu:\n${letterText}`,
      ['3 thanked'],
    ],
    [
      'the end of the letter alone, unmarked',
      `3 thanked\n\n${outlook}\n${letterText.slice(letterText.indexOf('Logged since'))}`,
      ['3 thanked'],
    ],
    [
      'a banner above the letter',
      `3 thanked\n\n${outlook}\nCAUTION: External. Do not click 5 links.\n\n${letterText}`,
      ['3 thanked'],
    ],
    [
      "yesterday's letter, which has the same last lines",
      `3 thanked\n\n${outlook}\nOne follow-up.\n\n 1  Max Orr, Fjord. No answer logged to Mon 2 Nov.\n    Email 2 of 3. [draft]\n\n${letterText.slice(letterText.indexOf('Reply like'))}`,
      ['3 thanked'],
    ],
    [
      'an answer of yesterday, above the letter',
      `drop 8\n\nFrom: Ann <ann@gmail.com>\nSent: Tuesday, November 17, 2026 8:00 AM\nTo: Reachback\nSubject: Re: Tue 17 Nov\n\n3 thanked\n\n${outlook}\n${letterText}`,
      ['drop 8'],
    ],
    [
      'an older mail below the letter',
      `drop 8\n\n${outlook}\n${letterText}\n\nFrom: Ann <ann@gmail.com>\nSent: Monday, November 16, 2026 8:00 AM\nTo: Reachback\nSubject: Re\n\n3 thanked`,
      ['drop 8'],
    ],
    [
      'a disclaimer that a gateway added',
      `${gmail}\n${marked(letterText)}\n\ndrop 8\n\nThis message is confidential and for the intended recipient only.\n3 copies kept.`,
      ['drop 8'],
    ],
    [
      "a quote that broke at its program's margin",
      `drop 8\n\n${gmail}\n> 5  Grace Kim, Acme. No answer logged to Fri 6 Nov. Email 2 of 3, attempt 2 of\n5. [draft] [answered] [snooze]\n> 6  Call Marcus Hale, Northwind, 555 0142. Emails 3 and 12 Nov.`,
      ['drop 8'],
    ],
    ['what Gmail hides', '3 thanked\n\n[Quoted text hidden]', ['3 thanked']],
  ]
  test.each(situations)('%s', async (_, text, expected) => expect(await read(text)).toEqual(expected))
})

describe('answers typed into the letter', () => {
  const item7 =
    ' 7  Call Lena Fox, Ode. Attempt 4 of 5. You left a voicemail Wed 11 Nov:\n    try the other half of the day, no second message. [called]\n'
  const rows5 = '5\tGrace Kim, Acme.\nNo answer logged to Fri 6 Nov. Email 2 of 3, attempt 2 of 5.\n'
  const row6 =
    '6\tCall Marcus Hale, Northwind, 555 0142.\nEmails 3 and 12 Nov. Attempt 3 of 5; best 8 to 9 or after 4.\n'
  const situations: Situation[] = [
    ['all but one item cut out, marked', `${gmail}\n${marked(item7)}\nleft a message`, ['7: left a message']],
    ['all but one item cut out, unmarked', `${outlook}\n${item7}\nleft a message`, ['7: left a message']],
    ['an item pasted on top', `${item7}\nleft a message\n\n${outlook}\n${letterText}`, ['7: left a message']],
    [
      'typed behind the line',
      `${outlook}\n${letterText.replace('[draft] [answered] [snooze]', '[draft] [answered] [snooze] she said yes')}`,
      ['5: she said yes'],
    ],
    [
      'the same word as the link, below it',
      `${outlook}\n${rows5}Draft · Answered · Snooze\nanswered\n${row6}`,
      ['5: answered'],
    ],
    [
      'the same word as the link, above it',
      `${outlook}\n${rows5}Draft\nanswered\nAnswered · Snooze\n${row6}`,
      ['5: answered'],
    ],
    [
      'links with their addresses',
      `${outlook}\n${rows5}Draft<mailto:grace@acme.com?subject=Hi&body=5%20thanked> · Answered<https://reachback.example.com/l/a>\nsnooze 3d\n${row6}`,
      ['5: snooze 3d'],
    ],
    [
      'a heading after a cut is no answer',
      `${outlook}\n${rows5}\nsnooze 3d\n\nKEEP IN TOUCH\n9\tCoffee with Noor Aziz?\nSix months since 19 May.\n`,
      ['5: snooze 3d'],
    ],
    ['below everything, no item', `${outlook}\n${letterText}\ndrop 8\n\nSent from my iPhone`, ['drop 8']],
    [
      'two lines, the second a note',
      `${outlook}\n${rows5}\nanswered\nshe likes the idea, 3 people want to meet\n\n${row6}`,
      ['5: answered', '5: she likes the idea, 3 people want to meet'],
    ],
    [
      'an item of two digits',
      `${gmail}\n${marked(letterText).replace('> AGENDA', 'yes\n\n> AGENDA')}`,
      ['10: yes'],
    ],
    [
      'its own number as well',
      `${gmail}\n${marked(letterText).replace('>  6', '5 snooze 3d\n>  6')}`,
      ['5: 5 snooze 3d'],
    ],
  ]
  test.each(situations)('%s', async (_, text, expected) => expect(await read(text)).toEqual(expected))

  test('without the letter an unmarked quote hides them, a marked one tells the item', async () => {
    expect(
      (await visibleText({ text: `drop 8\n\n${outlook}\n${rows5}answered\n${row6}`, html: '' })).lines,
    ).toEqual([{ text: 'drop 8' }])
    expect(
      (
        await visibleText({
          text: `${gmail}\n${marked(item7.trimEnd())}\nleft a message\n\n> Reply like`,
          html: '',
        })
      ).lines,
    ).toEqual([{ text: 'left a message', item: 7 }])
  })
})

describe('the HTML part', () => {
  const quote = '<blockquote type="cite"><div>5 Grace Kim, Acme.</div></blockquote>'
  const htmls: Situation[] = [
    [
      'lines and entities',
      '<div>3 thanked &amp; told Zo&euml;&nbsp;&#x1F600;</div><p>drop<br>8</p>',
      ['3 thanked & told Zoë 😀', 'drop', '8'],
    ],
    [
      "Gmail's indent is no quote",
      '<blockquote style="margin:0 0 0 40px;border:none;padding:0">3 thanked</blockquote>',
      ['3 thanked'],
    ],
    ['hidden text', '<div style="display: none">3 thanked</div><div>drop 8</div>', ['drop 8']],
    [
      'styles, titles, scripts and comments',
      '<head><title>3 thanked</title><style>a{}</style></head><!-- 3 thanked --><script>4</script>drop 8',
      ['drop 8'],
    ],
    ['elements left open', '<p>drop 8<p>3 thanked<div>6 called', ['drop 8', '3 thanked', '6 called']],
    ['a list', '<ul><li>drop 8<li>3 thanked</ul>', ['drop 8', '3 thanked']],
    ['a signature', '<div>drop 8</div><div class="gmail_signature">3 Elm Street</div>', ['drop 8']],
    ['preformatted', '<pre>drop 8\n3 thanked</pre>', ['drop 8', '3 thanked']],
    ['a quote left open', `drop 8<blockquote>3 thanked`, ['drop 8']],
    [
      'an answer between quotes',
      `<div class="gmail_quote">${quote}<div>answered</div>${quote.replace('5 Grace Kim, Acme.', '6 Call Marcus Hale')}</div>`,
      ['5: answered'],
    ],
  ]
  test.each(htmls)('%s', async (_, html, expected) => expect(await read('', html)).toEqual(expected))

  test('is read where the text part is empty, or holds nothing of the user', async () => {
    expect(await read(`${outlook}\n${letterText}`, '<div>drop 8</div>')).toEqual(['drop 8'])
    expect(await read('3 thanked', '<div>drop 8</div>')).toEqual(['3 thanked'])
  })
})

test('a line that a program broke, its space left at the end, is whole again', async () => {
  const text =
    '5 met, she said that the budget comes first and that I should write to \nGrace Kim in January\n6 called \n4 done'
  expect(await read(text)).toEqual([
    '5 met, she said that the budget comes first and that I should write to Grace Kim in January',
    '6 called',
    '4 done',
  ])
})

test('what was quoted, and by which attribution', async () => {
  const { quoted, attribution } = await visibleText({
    text: `drop 8\n\n${gmail}\n> About 30 minutes.\n>\n> THANK`,
    html: '',
  })
  expect(quoted).toEqual(['About 30 minutes.', 'THANK'])
  expect(attribution).toBe('On Tue, Nov 17, 2026 at 7:30 AM Reachback <reach+d.k3x9@in.example.com> wrote:')
})

test('a body over the limits is cut, not refused; a long line of the user is kept', async () => {
  expect(await read('drop 8\n'.repeat(MAX_LINES + 1))).toHaveLength(MAX_LINES)
  expect(await read('a'.repeat(MAX_LINE + 1))).toEqual(['a'.repeat(MAX_LINE + 1)])
  expect(await read('a'.repeat(MAX_CHARACTERS + 1))).toEqual(['a'.repeat(MAX_CHARACTERS)])
})

test.each([
  'Draft · Answered · Snooze',
  'Draft <mailto:grace@acme.com?bcc=x> ·\nAnswered\n<https://x.example/l/1> · Snooze <https://x.example/l/2>',
  'Draft\n<mailto:grace@acme.com?\nbcc=x> · Answered · Snooze',
])('words to tap are not typed, although only the text of the letter is known: %s', async (taps) => {
  const text =
    'One follow-up.\n\nFOLLOW UP\n 5  Grace Kim, Acme. No answer logged to Fri 6 Nov.\n\nReply like: "5 answered".\n'
  const quoted = `${outlook}\n${text.replace('6 Nov.', `6 Nov.\n${taps}\nAnswered\n`)}`
  expect(await read(`drop 5\n\n${quoted}`, '', { text, html: '' })).toEqual(['drop 5', '5: Answered'])
})

describe('in a language that is in no table', () => {
  const authors = ['Reachback', 'letters@in.example.com']

  test.each([
    'Reachback kuvuli:',
    'Kuva Reachback na leti\u05c3',
    ':kuva Reachback, 17.11.2026, 7:30 \u05d1',
    '17.11.26, 07:30, Reachback kuvuli.',
    'Reachback kuvuli tam: 2026. novar 17., kedda 7:30:00 CET',
    'Kuvu letters@in.example.com tam',
  ])('the line above the letter names its author: %s', async (line) => {
    for (const quote of [marked(letterText), letterText])
      expect(await read(`5 snooze 3d\n\n${line}\n${quote}`, '', letter, authors)).toEqual(['5 snooze 3d'])
  })

  test('a numbered command above the quote is no such line, nor is one that only names the author', async () => {
    const reply = `5 snooze 3d:\nReachback stop\n\n${marked(letterText)}`
    expect(await read(reply, '', letter, authors)).toEqual(['5 snooze 3d:', 'Reachback stop'])
  })
})

test('"done", typed into the text part, is not taken for the HTML part\'s word to tap', async () => {
  const text = `One answer, one follow-up.\n\nANSWER\n 4  Sofia Marsh, Ode. Answered yesterday, waiting for you.\n\nFOLLOW UP\n 5  Grace Kim, Acme. No answer logged to Fri 6 Nov.\n`
  const html = `<p>One answer, one follow-up.</p><h2>Answer</h2><p>4 <b>Sofia Marsh</b>, Ode. Answered yesterday, waiting for you. <a href="https://x.example/">Done</a></p><h2>Follow up</h2><p>5 <b>Grace Kim</b>, Acme. No answer logged to Fri 6 Nov. <a href="https://x.example/">Draft</a></p>`
  const reply = `${outlook}\n${text.replace('for you.', 'for you.\n\ndone\n')}`
  expect(await read(reply, '', { text, html })).toEqual(['4: done'])
})
