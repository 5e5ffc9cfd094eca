import type { Line, Page } from '../../../src/letters/layout/page.ts'

const BASE = 'https://in.example.com/l/'

const link = (word: string) => ({
  word,
  href: `${BASE}${word.toLowerCase()}-7f3kq9Zt2mXw8RvB4nYc6LdH1sPgJa0uEo5iTb-Wk3f`,
})

const DRAFT = {
  word: 'Draft',
  href: 'mailto:grace@acme.com?bcc=reach%2B7f3kq9@in.example.com&subject=Re%3A%20A%20question&body=Hi%20Grace%2C',
}

/** The digest of practice 3.4. */
export const EXAMPLE: Page = {
  opening: ['Tom Lee at 2 pm, one thank-you, one answer, four follow-ups. About 30 minutes.'],
  sections: [
    {
      heading: 'MEETINGS',
      lines: [
        {
          n: 1,
          name: 'Tom Lee',
          company: 'Brightline',
          reason: 'Today 2:00 pm by phone. Priya Shah introduced you. Agenda below.',
          links: [],
        },
        {
          n: 2,
          name: 'Ana Ruiz',
          company: 'Corvid',
          reason: 'Tomorrow 10:00 am, 40 Main St. Confirm today?',
          links: [DRAFT, link('Moved'), link('Cancelled')],
        },
      ],
      after: [],
    },
    {
      heading: 'THANK',
      lines: [
        {
          n: 3,
          name: 'Dev Patel',
          company: 'Halden',
          reason: 'You met yesterday.',
          links: [DRAFT, link('Thanked')],
        },
      ],
      after: [],
    },
    {
      heading: 'ANSWER',
      lines: [
        {
          n: 4,
          name: 'Sofia Marsh',
          company: 'Ode',
          reason: 'Answered yesterday, waiting for you.',
          links: [link('Done')],
        },
      ],
      after: [],
    },
    {
      heading: 'FOLLOW UP',
      lines: [
        {
          n: 5,
          name: 'Grace Kim',
          company: 'Acme',
          reason: 'No answer logged to Fri 6 Nov. Email 2 of 3, attempt 2 of 5.',
          links: [DRAFT, link('Answered'), link('Snooze')],
        },
        {
          n: 6,
          verb: 'Call',
          name: 'Marcus Hale',
          company: 'Northwind',
          phone: '555 0142',
          reason: 'Emails 3 and 12 Nov. Attempt 3 of 5; best 8 to 9 or after 4.',
          links: [link('Called'), link('Answered'), link('Snooze')],
        },
        {
          n: 7,
          verb: 'Call',
          name: 'Lena Fox',
          company: 'Ode',
          reason:
            'Attempt 4 of 5. You left a voicemail Wed 11 Nov: try the other half of the day, no second message.',
          links: [link('Called'), link('Answered'), link('Snooze')],
        },
        {
          n: 8,
          name: 'Ellen Ward',
          company: 'Tidal',
          reason: 'Last one: email 3 of 3, attempt 5 of 5.',
          links: [DRAFT, link('Answered'), link('Snooze')],
        },
      ],
      after: ['3 more follow-ups are waiting; they come as these clear.'],
    },
    {
      heading: 'KEEP IN TOUCH',
      lines: [
        {
          n: 9,
          verb: 'Coffee with',
          name: 'Noor Aziz',
          end: '?',
          reason: 'Six months since 19 May.',
          links: [DRAFT, link('Snooze')],
        },
      ],
      after: [],
    },
    {
      heading: 'CHECK',
      lines: [
        {
          n: 10,
          verb: 'Meeting with',
          name: 'Jo Beck',
          end: ' Thu 19 Nov 3 pm?',
          reason: 'From your email yesterday. Reply "10 yes" or "10 no".',
          links: [link('Yes'), link('No')],
        },
      ],
      after: [],
    },
  ],
  blocks: [
    [
      'AGENDA: Tom Lee, 2:00 pm  (goal not set: reply "1 goal ...")',
      '  You noted: knows Priya from Duke.',
      '  1 What has changed most in this work in the last year or two?   (trend)',
      '  2 What surprised you about doing it at Brightline?              (insight)',
      '  Last 5 minutes: who else should I speak with, and may I use your name?',
      '  Advice, not a job. Let Tom finish. If cut to 15 minutes: 3, then the last.',
    ],
  ],
  closing: [
    'Logged since yesterday: Max Orr (email 1), Sofia Marsh (answered).',
    'Your note to Max was 148 words; under 100 is easier to answer.',
  ],
  footer: [
    'Reply like: "3 thanked", "6 called no answer", "5 snooze 3d", "drop 8". Or "help".',
    'Pause: "pause 2w".  Stop: "stop".',
  ],
  unsubscribe: 'https://in.example.com/u/7f3kq9Zt2mXw8RvB4nYc6LdH1sPgJa0u',
}

/** As the practice sets it, without what could be tapped. */
export const EXAMPLE_TEXT = `\
Tom Lee at 2 pm, one thank-you, one answer, four follow-ups. About 30 minutes.

MEETINGS
 1  Tom Lee, Brightline. Today 2:00 pm by phone. Priya Shah introduced you.
    Agenda below.
 2  Ana Ruiz, Corvid. Tomorrow 10:00 am, 40 Main St. Confirm today?

THANK
 3  Dev Patel, Halden. You met yesterday.

ANSWER
 4  Sofia Marsh, Ode. Answered yesterday, waiting for you.

FOLLOW UP
 5  Grace Kim, Acme. No answer logged to Fri 6 Nov. Email 2 of 3,
    attempt 2 of 5.
 6  Call Marcus Hale, Northwind, 555 0142. Emails 3 and 12 Nov.
    Attempt 3 of 5; best 8 to 9 or after 4.
 7  Call Lena Fox, Ode. Attempt 4 of 5. You left a voicemail Wed 11 Nov:
    try the other half of the day, no second message.
 8  Ellen Ward, Tidal. Last one: email 3 of 3, attempt 5 of 5.

3 more follow-ups are waiting; they come as these clear.

KEEP IN TOUCH
 9  Coffee with Noor Aziz? Six months since 19 May.

CHECK
10  Meeting with Jo Beck Thu 19 Nov 3 pm? From your email yesterday.
    Reply "10 yes" or "10 no".

AGENDA: Tom Lee, 2:00 pm  (goal not set: reply "1 goal ...")
  You noted: knows Priya from Duke.
  1 What has changed most in this work in the last year or two?   (trend)
  2 What surprised you about doing it at Brightline?              (insight)
  Last 5 minutes: who else should I speak with, and may I use your name?
  Advice, not a job. Let Tom finish. If cut to 15 minutes: 3, then the last.

Logged since yesterday: Max Orr (email 1), Sofia Marsh (answered).
Your note to Max was 148 words; under 100 is easier to answer.

Reply like: "3 thanked", "6 called no answer", "5 snooze 3d", "drop 8".
Or "help".
Pause: "pause 2w".  Stop: "stop".
`

/** A line with what is given and else something plain. */
export const line = (parts: Partial<Line>): Line => ({
  n: 1,
  name: 'Grace Kim',
  company: 'Acme',
  reason: 'You met yesterday.',
  links: [],
  ...parts,
})

/** HTML as a program quotes it that shows no style: inline tags melt, every other tag ends the line. */
export const rendered = (html: string): string =>
  html
    .replace(/<!--.*?-->|<style>.*?<\/style>/gs, '')
    .replace(/\s+/g, ' ')
    .replace(/<\/?(?:a|b)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim()
