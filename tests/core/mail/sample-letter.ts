/** A digest as the practice describes it (3.4), its text part and its HTML part. */
export const letterText = `Tom Lee at 2 pm, one thank-you, one answer, four follow-ups.
About 30 minutes.

MEETINGS
 1  Tom Lee, Brightline. Today 2:00 pm by phone. Priya Shah introduced you.
    Agenda below.
 2  Ana Ruiz, Corvid. Tomorrow 10:00 am, 40 Main St. Confirm today? [draft]

THANK
 3  Dev Patel, Halden. You met yesterday. [draft]

ANSWER
 4  Sofia Marsh, Ode. Answered yesterday, waiting for you. [done]

FOLLOW UP
 5  Grace Kim, Acme. No answer logged to Fri 6 Nov. Email 2 of 3,
    attempt 2 of 5. [draft] [answered] [snooze]
 6  Call Marcus Hale, Northwind, 555 0142. Emails 3 and 12 Nov.
    Attempt 3 of 5; best 8 to 9 or after 4. [called] [answered]
 7  Call Lena Fox, Ode. Attempt 4 of 5. You left a voicemail Wed 11 Nov:
    try the other half of the day, no second message. [called]
 8  Ellen Ward, Tidal. Last one: email 3 of 3, attempt 5 of 5. [draft]

KEEP IN TOUCH
 9  Coffee with Noor Aziz? Six months since 19 May. [draft]

CHECK
10  Meeting with Jo Beck Thu 19 Nov 3 pm? From your email yesterday.
    Reply "10 yes" or "10 no".

AGENDA: Tom Lee, 2:00 pm  (goal not set: reply "1 goal ...")
    Ask how Brightline hires. Ask whom else to meet.

Logged since yesterday: Max Orr (email 1), Sofia Marsh (answered).
Your note to Max was 148 words; under 100 is easier to answer.

Reply like: 3 thanked, 6 called no answer, 5 snooze 3d, drop 8. Or "help".
Pause: "pause 2w".  Stop: "stop".
`

type Row = { number: number; who: string; where: string; why: string; links: string[] }
type Section = { heading: string; rows: Row[] }

const row = (number: number, who: string, where: string, why: string, ...links: string[]): Row => ({
  number,
  who,
  where,
  why,
  links,
})

export const sections: Section[] = [
  {
    heading: 'Meetings',
    rows: [
      row(1, 'Tom Lee', ', Brightline.', 'Today 2:00 pm by phone. Priya Shah introduced you. Agenda below.'),
      row(2, 'Ana Ruiz', ', Corvid.', 'Tomorrow 10:00 am, 40 Main St. Confirm today?', 'Draft'),
    ],
  },
  { heading: 'Thank', rows: [row(3, 'Dev Patel', ', Halden.', 'You met yesterday.', 'Draft')] },
  {
    heading: 'Answer',
    rows: [row(4, 'Sofia Marsh', ', Ode.', 'Answered yesterday, waiting for you.', 'Done')],
  },
  {
    heading: 'Follow up',
    rows: [
      row(
        5,
        'Grace Kim',
        ', Acme.',
        'No answer logged to Fri 6 Nov. Email 2 of 3, attempt 2 of 5.',
        'Draft',
        'Answered',
        'Snooze',
      ),
      row(
        6,
        'Call Marcus Hale',
        ', Northwind, 555 0142.',
        'Emails 3 and 12 Nov. Attempt 3 of 5; best 8 to 9 or after 4.',
        'Called',
        'Answered',
      ),
      row(
        7,
        'Call Lena Fox',
        ', Ode.',
        'Attempt 4 of 5. You left a voicemail Wed 11 Nov: try the other half of the day, no second message.',
        'Called',
      ),
      row(8, 'Ellen Ward', ', Tidal.', 'Last one: email 3 of 3, attempt 5 of 5.', 'Draft'),
    ],
  },
  {
    heading: 'Keep in touch',
    rows: [row(9, 'Coffee with Noor Aziz?', '', 'Six months since 19 May.', 'Draft')],
  },
  {
    heading: 'Check',
    rows: [
      row(
        10,
        'Meeting with Jo Beck',
        '',
        'Thu 19 Nov 3 pm? From your email yesterday. Reply "10 yes" or "10 no".',
      ),
    ],
  },
]

export const opening = ['Tom Lee at 2 pm, one thank-you, one answer, four follow-ups.', 'About 30 minutes.']
export const closing = [
  'Agenda: Tom Lee, 2:00 pm (goal not set: reply "1 goal ...")',
  'Ask how Brightline hires. Ask whom else to meet.',
  'Logged since yesterday: Max Orr (email 1), Sofia Marsh (answered).',
  'Your note to Max was 148 words; under 100 is easier to answer.',
  'Reply like: 3 thanked, 6 called no answer, 5 snooze 3d, drop 8. Or "help".',
  'Pause: "pause 2w". Stop: "stop".',
]

const link = (word: string, number: number) =>
  `<a href="https://reachback.example.com/l/abc${number}" style="color:#05c">${word}</a>`

export const rowHtml = ({ number, who, where, why, links }: Row) =>
  `<tr><td style="width:2em">${number}</td><td><b>${who}</b>${where}<div style="color:#555">${why}</div>` +
  `${links.length > 0 ? `<div>${links.map((word) => link(word, number)).join(' &middot; ')}</div>` : ''}</td></tr>`

export const letterHtml =
  `<html><head><title>Tue 17 Nov</title><style>td{padding:0}</style></head><body>` +
  `<div style="display:none">3 due today</div>${opening.map((line) => `<p>${line}</p>`).join('')}` +
  sections
    .map(({ heading, rows }) => `<h2>${heading}</h2><table>${rows.map(rowHtml).join('')}</table>`)
    .join('') +
  `${closing.map((line) => `<p>${line}</p>`).join('')}</body></html>`
