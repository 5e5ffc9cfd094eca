import type { ReplyLine } from '../../../src/core/mail/visible-text.ts'
import type { Layout } from './reply-layouts.ts'
import { closing, opening, rowHtml, sections } from './sample-letter.ts'

/**
 * How mail programs quote in the HTML part. `split` programs close their blockquote around an answer that is
 * typed into it; the others have it in the midst of the quoted elements.
 */
export type HtmlClient = {
  name: string
  /** What stands before and after the quoted letter. */
  before: string
  after: string
  /** What closes the quote before an answer and opens it again. */
  split?: [string, string]
  /** What the user's lines are wrapped in; a div where not said. */
  paragraph?: (text: string) => string
  signature?: (text: string) => string
  /** Changes to the quoted letter's HTML. */
  quoted?: (html: string) => string
}

const FROM = 'Reachback &lt;<a href="mailto:reach+d.k3x9@in.example.com">reach+d.k3x9@in.example.com</a>&gt;'
const cite = '<blockquote type="cite" style="margin:0 0 0 .8ex;border-left:1px solid #ccc">'
const word = (text: string) =>
  `<p class="MsoNormal"><span style="color:#1F497D">${text}<o:p></o:p></span></p>`
const withoutStyles = (html: string) => html.replace(/ style="[^"]*"/g, '')

const block = (labels: string, date: string) => {
  const [from, sent, to, subject] = labels.split('|')
  return `<p class="MsoNormal"><b>${from}:</b> ${FROM}<br><b>${sent}:</b> ${date}<br><b>${to}:</b> Ann Example &lt;ann@gmail.com&gt;<br><b>${subject}:</b> Tue 17 Nov: Tom Lee 2 pm<o:p></o:p></p>`
}

export const htmlClients: HtmlClient[] = [
  {
    name: 'Gmail',
    before: `<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue, Nov 17, 2026 at 7:30 AM ${FROM} wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">`,
    after: '</blockquote></div>',
    split: ['</blockquote>', '<blockquote class="gmail_quote" style="border-left:1px solid">'],
    signature: (text) =>
      `<span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">${text}</div>`,
  },
  {
    name: 'Outlook desktop',
    before: `<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'>${block('From|Sent|To|Subject', 'Tuesday, November 17, 2026 7:30 AM')}</div><p class="MsoNormal"><o:p>&nbsp;</o:p></p>`,
    after: '',
    paragraph: word,
  },
  {
    name: 'Apple Mail',
    before: `<div><br>${cite}<div>On Nov 17, 2026, at 7:30&#8239;AM, ${FROM} wrote:</div><br class="Apple-interchange-newline"><div>`,
    after: '</div></blockquote></div>',
    split: ['</div></blockquote>', `${cite}<div>`],
    signature: (text) => `<div id="AppleMailSignature">${text}</div>`,
  },
  {
    name: 'Outlook on the web',
    before: `<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>Von:</b> ${FROM}<br><b>Gesendet:</b> Dienstag, 17. November 2026 07:30<br><b>An:</b> Ann<br><b>Betreff:</b> Tue 17 Nov</font><div>&nbsp;</div></div><div class="x_body">`,
    after: '</div>',
    quoted: (html) => html.replace(/class="/g, 'class="x_'),
    signature: (text) => `<div id="Signature">${text}</div>`,
  },
  {
    name: 'Outlook phone',
    before: `<div id="ms-outlook-mobile-signature">Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div><div id="mail-editor-reference-message-container"><hr><div id="divRplyFwdMsg"><strong>From:</strong>&nbsp;${FROM}<br><strong>Sent:</strong>&nbsp;Tuesday, November 17, 2026 7:30:00 AM<br><strong>To:</strong>&nbsp;Ann<br><strong>Subject:</strong>&nbsp;Tue 17 Nov</div>`,
    after: '</div>',
  },
  {
    name: 'Outlook desktop, French, old',
    before: `<div><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm">${block('De|Envoy&eacute;|&Agrave;|Objet', 'mardi 17 novembre 2026 07:30')}</div></div>`,
    after: '',
    paragraph: word,
    quoted: withoutStyles,
  },
  {
    name: 'Yahoo',
    before: `<div id="yahoo_quoted_123" class="yahoo_quoted"><div style="font-size:13px"><div>On Tuesday, November 17, 2026 at 07:30:00 AM EST, ${FROM} wrote: </div><div><br></div><div>`,
    after: '</div></div></div>',
  },
  {
    name: 'Thunderbird',
    before: `<div class="moz-cite-prefix">On 11/17/26 07:30, Reachback wrote:<br></div><blockquote type="cite" cite="mid:abc@in.example.com">`,
    after: '</blockquote>',
    split: ['</blockquote>', '<blockquote type="cite">'],
    signature: (text) => `<pre class="moz-signature" cols="72">-- \n${text}</pre>`,
  },
  {
    name: 'Proton',
    before: `<div class="protonmail_signature_block">Sent with <a href="https://proton.me">Proton Mail</a> secure email.</div><div class="protonmail_quote">On Tuesday, November 17th, 2026 at 7:30 AM, ${FROM} wrote:<br><blockquote class="protonmail_quote" type="cite">`,
    after: '</blockquote></div>',
    split: ['</blockquote>', '<blockquote class="protonmail_quote" type="cite">'],
  },
  {
    name: 'Samsung',
    before: `<div id="composer_signature" dir="auto"><div style="font-size:12px">Sent from my Galaxy</div></div><div><br></div><div align="left" dir="auto" style="font-size:100%;color:#000000"><div>-------- Original message --------</div><div>From: ${FROM} </div><div>Date: 11/17/26  7:30 AM  (GMT-05:00) </div><div>To: ann@gmail.com </div><div>Subject: Tue 17 Nov </div><div><br></div></div>`,
    after: '',
  },
  {
    name: 'GMX',
    before: `<div name="quote" style="margin:10px 5px 5px 10px;border-left:2px solid #C3D9E5"><div style="margin:0 0 10px 0;"><b>Gesendet:</b>&nbsp;Dienstag, 17. November 2026 um 07:30 Uhr<br/><b>Von:</b>&nbsp;${FROM}<br/><b>An:</b>&nbsp;ann@gmx.de<br/><b>Betreff:</b>&nbsp;Tue 17 Nov</div><div name="quoted-content">`,
    after: '</div></div>',
  },
  {
    name: 'Zoho',
    before: `<div class="zmail_extra_hr" style="border-top:1px solid #ccc">&nbsp;</div><div class="zmail_extra" data-zbluepencil-ignore="true"><div><br></div><div id="Zm-_Id_-Sgn1">---- On Tue, 17 Nov 2026 07:30:00 -0500 <b>${FROM}</b> wrote ---<br></div><blockquote style="margin:0px">`,
    after: '</blockquote></div>',
    split: ['</blockquote>', '<blockquote style="margin:0px">'],
  },
  {
    name: 'Spark',
    before: `<div name="messageSignatureSection"><br></div><div name="messageReplySection">On Nov 17, 2026 at 7:30 AM -0500, ${FROM}, wrote:<br><blockquote type="cite" style="border-left-color:#1abc9c">`,
    after: '</blockquote></div>',
    split: ['</blockquote>', '<blockquote type="cite">'],
  },
  {
    name: 'QQ',
    before: `<div><br></div><div style="font-size:12px">------------------&nbsp;原始邮件&nbsp;------------------</div><div style="background:#efefef"><div><b>发件人:</b>&nbsp;"Reachback"&lt;reach+d.k3x9@in.example.com&gt;;</div><div><b>发送时间:</b>&nbsp;2026年11月17日(星期二) 晚上7:30</div><div><b>收件人:</b>&nbsp;"ann"&lt;ann@qq.com&gt;;</div><div><b>主题:</b>&nbsp;Tue 17 Nov</div></div>`,
    after: '',
  },
  {
    name: 'Fastmail',
    before:
      '<div>On Tue, Nov 17, 2026, at 7:30 AM, Reachback wrote:<br></div><blockquote type="cite" id="qt">',
    after: '</blockquote>',
    split: ['</blockquote>', '<blockquote type="cite" id="qt">'],
  },
  {
    name: 'Mail.ru',
    before: `<blockquote style="border-left:1px solid #0857A6;margin:10px;padding:0 0 0 10px;">Вторник, 17 ноября 2026, 7:30 +03:00 от ${FROM}:<br>&nbsp;`,
    after: '</blockquote>',
    split: ['</blockquote>', '<blockquote>'],
  },
  {
    name: 'Yandex',
    before: `<div>17.11.2026, 07:30, "Reachback" &lt;reach+d.k3x9@in.example.com&gt;:</div><blockquote>`,
    after: '</blockquote>',
    split: ['</blockquote>', '<blockquote>'],
  },
  {
    name: 'Zimbra',
    before: `<hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>From: </b>"Reachback" &lt;reach+d.k3x9@in.example.com&gt;<br><b>To: </b>"Ann"<br><b>Sent: </b>Tuesday, November 17, 2026 7:30:00 AM<br><b>Subject: </b>Tue 17 Nov<br></div><br>`,
    after: '',
  },
]

/** The body that this program would send, with what its user wrote in it. */
export function htmlReplyIn(client: HtmlClient, layout: Layout): { html: string; expected: ReplyLine[] } {
  const paragraph = client.paragraph ?? ((text: string) => (text ? `<div>${text}</div>` : '<div><br></div>'))
  const expected: ReplyLine[] = []
  const write = (written: string[], item?: number) => {
    for (const text of written) if (text) expected.push(item === undefined ? { text } : { text, item })
    return written.map(paragraph).join('')
  }
  const answers = (item: number) => {
    const answer = layout.under?.[item]
    if (!answer) return ''
    // A table is closed as well where the quote is split: programs repair what they cut.
    return client.split
      ? `</table>${client.split[0]}${write(answer, item)}${client.split[1]}<table>`
      : `<tr><td></td><td>${write(answer, item)}</td></tr>`
  }
  const top = layout.top ? write(layout.top) : ''
  const signature = layout.signature
    ? (client.signature ?? ((text) => `<div>-- <br>${text}</div>`))(layout.signature.slice(1).join('<br>'))
    : ''
  const letter =
    opening.map((line) => `<p>${line}</p>`).join('') +
    sections
      .map(
        ({ heading, rows }) =>
          `<h2>${heading}</h2><table>${rows.map((row) => rowHtml(row) + answers(row.number)).join('')}</table>`,
      )
      .join('') +
    closing.map((line) => `<p>${line}</p>`).join('')
  const quoted = (client.quoted ?? ((html) => html))(`<div style="display:none">3 due today</div>${letter}`)
  const below = layout.below ? write(layout.below) : ''
  return {
    html: `<html><head><style>p{margin:0}</style></head><body>${top}${signature}${client.before}${quoted}${client.after}${below}</body></html>`,
    expected,
  }
}
