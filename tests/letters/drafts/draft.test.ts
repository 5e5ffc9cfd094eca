import { expect, test } from 'vitest'
import { type DraftKind, draft } from '../../../src/letters/drafts/draft.ts'
import type { Fields } from '../../../src/letters/drafts/fields.ts'
import { ALL } from './fields.ts'

/** Kind, subject and body with every field, subject and body with none. Words of practice 5. */
const DRAFTS: [kind: DraftKind, subject: string, body: string, bareSubject: string, bareBody: string][] = [
  [
    'first email',
    'Priya Shah suggested I write: a question about hospital finance',
    'Hi Grace,\n\nPriya Shah suggested I write. I am a nurse moving into hospital finance, and I am trying to understand hospital finance. Your path [one detail you noticed] is close to what I hope to learn about.\n\nWould you have 15 minutes in the next two weeks for a few questions, by phone or wherever suits you? I am after your advice, and I will keep it short.\n\nThank you,\nAnn Bell',
    'A question',
    'Hello,\n\nYour path [one detail you noticed] is close to what I hope to learn about.\n\nWould you have 15 minutes in the next two weeks for a few questions, by phone or wherever suits you? I am after your advice, and I will keep it short.',
  ],
  [
    'follow-up',
    'Re: A question about hospital finance',
    'Hi Grace,\n\nI know your days are full, so here is my note of Fri 6 Nov again. Fifteen minutes on how you came to Acme would help me a great deal. Tuesday 10 am or Thursday 2 pm would work for me, and so would a line or two by email if that is easier.\n\nBest,\nAnn Bell',
    'My earlier note',
    'Hello,\n\nFifteen minutes of your advice would help me a great deal. A line or two by email would help as much, if that is easier.',
  ],
  [
    'nudge',
    'Re: A question about hospital finance',
    'Hi Grace,\n\nThank you again for your answer of Thu 12 Nov. Would Tuesday 10 am or Thursday 2 pm suit you? I can call you, or come to you, and will keep to 15 minutes.\n\nBest,\nAnn Bell',
    'A time to talk',
    'Hello,\n\nThank you again for your answer. Is there a time in the next two weeks that would suit you? I can call you, or come to you, and will keep to 15 minutes.',
  ],
  [
    'second nudge',
    'Re: A question about hospital finance',
    'Hi Grace,\n\nI know your days are full, so only a line. I would still be glad to talk. Would Tuesday 10 am or Thursday 2 pm suit you? If this is a bad time, a later month is just as good, and so is a line or two by email.\n\nBest,\nAnn Bell',
    'A time to talk',
    'Hello,\n\nI know your days are full, so only a line. I would still be glad to talk. Is there a time in the next two weeks that would suit you? If this is a bad time, a later month is just as good, and so is a line or two by email.',
  ],
  [
    'trying again',
    'Re: A question about hospital finance',
    'Hi Grace,\n\nThank you again for your answer of Thu 12 Nov. You let me try again later. Fifteen minutes of your advice on hospital finance would still help me a great deal. Would Tuesday 10 am or Thursday 2 pm suit you?\n\nBest,\nAnn Bell',
    'Is this a better time?',
    'Hello,\n\nThank you again for your answer. You let me try again later. Fifteen minutes of your advice would still help me a great deal. Is there a time in the next two weeks that would suit you?',
  ],
  [
    'closing note',
    'One last note about hospital finance',
    'Hi Grace,\n\nI have tried you a few times and will leave it here; no reply needed. If there is someone at Acme or elsewhere who would be better to ask about hospital finance, a name would be very welcome. And if things ease later in the year, I would still be glad to talk.\n\nAll the best,\nAnn Bell',
    'One last note',
    'Hello,\n\nI have tried you a few times and will leave it here; no reply needed. And if things ease later in the year, I would still be glad to talk.',
  ],
  [
    'answering yes',
    'Re: A question about hospital finance',
    'Hi Grace,\n\nThank you, that is kind. Tuesday 10 am or Thursday 2 pm both work for me; if neither suits, name any time. I can call you, or come to you. I will bring a few questions and keep to 15 minutes.\n\nAnn Bell',
    'A time to talk',
    'Hello,\n\nThank you, that is kind. Any time in the next two weeks that suits you works for me. I can call you, or come to you. I will bring a few questions and keep to 15 minutes.',
  ],
  [
    'confirm',
    'Tomorrow at 10:00 am',
    'Hi Grace, looking forward to speaking tomorrow at 10:00 am, 40 Main St. My number in case anything changes: 555 0100.\n\nAnn Bell',
    'Our meeting',
    'Hello, looking forward to speaking soon.',
  ],
  [
    'rebook',
    'Re: A question about hospital finance',
    'Hi Grace, no trouble at all, these things happen. Would Tuesday 10 am or Thursday 2 pm be better? I am glad to work around you.\n\nAnn Bell',
    'A new time',
    'Hello, no trouble at all, these things happen. Is there another time that would suit you? I am glad to work around you.',
  ],
  [
    'apology',
    'Re: A question about hospital finance',
    'Hi Grace, I missed our Monday meeting and I am sorry; that was my mistake. If you would still be willing, I can do any time that suits you. I understand if not.\n\nAnn Bell',
    'Our meeting',
    'Hello, I missed our meeting and I am sorry; that was my mistake. If you would still be willing, I can do any time that suits you. I understand if not.',
  ],
  [
    'thank you',
    'Thank you for Monday',
    'Hi Grace,\n\nThank you for your time Monday. What you said about [one thing you learned] was the most useful: I am going to [what you will do about it].\n\nIf anyone comes to mind whom I should speak with about hospital finance, I would be grateful for an introduction, and I am happy to send a few lines to forward. I would like to stay in touch and will let you know how it goes.\n\nWith thanks,\nAnn Bell',
    'Thank you',
    'Hello,\n\nThank you for your time. What you said about [one thing you learned] was the most useful: I am going to [what you will do about it].\n\nIf anyone comes to mind whom I should speak with, I would be grateful for an introduction, and I am happy to send a few lines to forward. I would like to stay in touch and will let you know how it goes.',
  ],
  [
    'thank you late',
    'Thank you for Monday',
    'Hi Grace,\n\nI should have written sooner: thank you for your time Monday. What you said about [one thing you learned] was the most useful: I am going to [what you will do about it].\n\nIf anyone comes to mind whom I should speak with about hospital finance, I would be grateful for an introduction, and I am happy to send a few lines to forward. I would like to stay in touch and will let you know how it goes.\n\nWith thanks,\nAnn Bell',
    'Thank you',
    'Hello,\n\nI should have written sooner: thank you for your time. What you said about [one thing you learned] was the most useful: I am going to [what you will do about it].\n\nIf anyone comes to mind whom I should speak with, I would be grateful for an introduction, and I am happy to send a few lines to forward. I would like to stay in touch and will let you know how it goes.',
  ],
  [
    'thank you promised',
    'Thank you for Monday',
    'Hi Grace,\n\nThank you for your time Monday. What you said about [one thing you learned] was the most useful: I am going to [what you will do about it].\n\nThank you too for offering to introduce me to Tom; a few lines you can forward are below. I would like to stay in touch and will let you know how it goes.\n\nWith thanks,\nAnn Bell\n\n"Ann Bell is a nurse moving into hospital finance, learning about hospital finance, and would value 15 minutes of Tom\'s advice on [topic]. Not a job request. 555 0100"',
    'Thank you',
    'Hello,\n\nThank you for your time. What you said about [one thing you learned] was the most useful: I am going to [what you will do about it].\n\nThank you too for offering to introduce me. I would like to stay in touch and will let you know how it goes.',
  ],
  [
    'thank you late introduced',
    'Thank you for Monday',
    'Hi Grace,\n\nI should have written sooner: thank you for your time Monday. What you said about [one thing you learned] was the most useful: I am going to [what you will do about it].\n\nI would like to stay in touch and will let you know how it goes.\n\nWith thanks,\nAnn Bell',
    'Thank you',
    'Hello,\n\nI should have written sooner: thank you for your time. What you said about [one thing you learned] was the most useful: I am going to [what you will do about it].\n\nI would like to stay in touch and will let you know how it goes.',
  ],
  [
    'update',
    'Your advice on [topic]',
    'Hi Grace,\n\nYou suggested [advice]. I did, and [what came of it]. Since we spoke I have met Dev Patel and Ana Ruiz.\n\nThank you again. If someone else occurs to you whom I should meet, I would welcome it; otherwise no need to reply.\n\nAnn Bell',
    'Your advice on [topic]',
    'Hello,\n\nYou suggested [advice]. I did, and [what came of it].\n\nThank you again. If someone else occurs to you whom I should meet, I would welcome it; otherwise no need to reply.',
  ],
  [
    'update with thanks',
    'Thank you, and what came of your advice',
    'Hi Grace,\n\nI should have written sooner: thank you for your time Monday. You suggested [advice]. I did, and [what came of it]. Since we spoke I have met Dev Patel and Ana Ruiz.\n\nIf someone else occurs to you whom I should meet, I would welcome it; otherwise no need to reply.\n\nWith thanks,\nAnn Bell',
    'Thank you, and what came of your advice',
    'Hello,\n\nI should have written sooner: thank you for your time. You suggested [advice]. I did, and [what came of it].\n\nIf someone else occurs to you whom I should meet, I would welcome it; otherwise no need to reply.',
  ],
  [
    'congratulation',
    'Congratulations on Acme',
    'Hi Grace,\n\nI heard that you are at Acme now: congratulations. I hope that the first weeks are good ones. I still think of what you said about the rotation program. No need to reply.\n\nAnn Bell',
    'Congratulations',
    'Hello,\n\nI heard of your new job: congratulations. I hope that the first weeks are good ones. No need to reply.',
  ],
  [
    'touch',
    '[Article title]',
    'Hi Grace,\n\nThis made me think of our talk about the rotation program: [link]. On my side: I have met Dev Patel and Ana Ruiz. I hope things are well at Acme.\n\nAnn Bell',
    '[Article title]',
    'Hello,\n\nThis made me think of our talk: [link].',
  ],
  [
    'touch slow search',
    '[Article title]',
    'Hi Grace,\n\nThis made me think of our talk about the rotation program: [link]. On my side: I have met Dev Patel and Ana Ruiz. I hope things are well at Acme. It is going slower than I hoped. Is there anyone you think I should talk to next?\n\nAnn Bell',
    '[Article title]',
    'Hello,\n\nThis made me think of our talk: [link]. It is going slower than I hoped. Is there anyone you think I should talk to next?',
  ],
  [
    'lines to forward',
    'Re: A question about hospital finance',
    'Hi Grace, thank you for offering to introduce me to Tom. Here is something you can forward, and please check first that it is welcome:\n\n"Ann Bell is a nurse moving into hospital finance, learning about hospital finance, and would value 15 minutes of Tom\'s advice on [topic]. Not a job request. 555 0100"\n\nAnn Bell',
    'A few lines to forward',
    'Hello, thank you for offering to introduce me.',
  ],
  [
    'answering an introduction',
    'Re: A question about hospital finance',
    'Thank you, Priya (moving you to bcc). Hi Tom, good to meet you. Priya Shah suggested I write. Would you have 15 minutes in the next two weeks? Tuesday 10 am or Thursday 2 pm work for me and I can fit around you.\n\nAnn Bell',
    'Our introduction',
    'Hello, good to meet you. Would you have 15 minutes in the next two weeks? I can fit around you.',
  ],
  [
    'telling the introducer',
    'Tom and I spoke',
    'Hi Grace, Tom and I spoke Monday, and [one useful thing]. Thank you for making that happen.\n\nAnn Bell',
    'We spoke',
    'Hello, we spoke, and [one useful thing]. Thank you for making that happen.',
  ],
  [
    'coffee',
    'Coffee in the next few weeks?',
    'Hi Grace, it has been a while since Monday. I would enjoy hearing how things are at Acme, my treat. Tuesday 10 am or Thursday 2 pm are open for me, and if it is a busy stretch a later month is just as good.\n\nAnn Bell',
    'Coffee in the next few weeks?',
    'Hello, it has been a while. I would enjoy hearing how things are, my treat. If it is a busy stretch a later month is just as good.',
  ],
  [
    'answer to a no',
    'Re: A question about hospital finance',
    'Hi Grace, thank you for letting me know, I appreciate the reply. If someone else comes to mind who talks to people starting out in hospital finance, I would be glad of a name.\n\nAll the best,\nAnn Bell',
    'Thank you for letting me know',
    'Hello, thank you for letting me know, I appreciate the reply.',
  ],
  [
    'answer to not now',
    'Re: A question about hospital finance',
    'Hi Grace, of course. I will write again in March and hope the rush passes.\n\nThank you,\nAnn Bell',
    'Thank you for letting me know',
    'Hello, of course.',
  ],
  [
    'got the job met',
    'Good news, and thank you',
    'Hi Grace,\n\nI have accepted a role as an analyst at Corvid, starting 4 January. Our talk Monday, and what you said about [one thing], helped me get there. Thank you.\n\nI would like to keep in touch, and to return the favour if I ever can. Coffee once I am settled?\n\nAnn Bell',
    'Good news, and thank you',
    'Hello,\n\nI have accepted a new role. Thank you.\n\nI would like to keep in touch, and to return the favour if I ever can. Coffee once I am settled?',
  ],
  [
    'got the job introducer',
    'Good news, and thank you',
    'Hi Grace,\n\nI have accepted a role as an analyst at Corvid, starting 4 January. Our talk Monday, and what you said about [one thing], helped me get there. [If so: the introduction to Tom Lee is where it began.] Thank you.\n\nI would like to keep in touch, and to return the favour if I ever can. Coffee once I am settled?\n\nAnn Bell',
    'Good news, and thank you',
    'Hello,\n\nI have accepted a new role. Thank you.\n\nI would like to keep in touch, and to return the favour if I ever can. Coffee once I am settled?',
  ],
  [
    'got the job not met',
    'Good news, and thank you',
    'Hi Grace,\n\nI have just accepted a role, so I will not take your time tomorrow after all, unless you would still like to meet. I would. Thank you for being willing.\n\nAnn Bell',
    'Good news, and thank you',
    'Hello,\n\nI have just accepted a role, so I will not take your time after all, unless you would still like to meet. I would. Thank you for being willing.',
  ],
]

test.each(DRAFTS)('%s', (kind, subject, body, bareSubject, bareBody) => {
  const bcc = kind === 'answering an introduction' ? ['priya@halden.com'] : []
  expect(draft(kind, ALL)).toEqual({ to: 'grace@acme.com', bcc, subject, body })
  expect(draft(kind, {})).toEqual({ to: '', bcc: [], subject: bareSubject, body: bareBody })
})

/** What a missing field would leave behind. */
const TRACES = /\{|\}|undefined|null| {2}|(?<!\.) [.,;:?]|[.,;:?]{2}|\(\)|^\W*$|Hi,|Hi ,|\n{3}|^\s|\s$/

test('whichever single field is missing, no draft shows it', () => {
  const kinds: DraftKind[] = [
    'thank you introduced',
    'thank you late promised',
    ...DRAFTS.map(([kind]) => kind),
  ]
  for (const kind of kinds)
    for (const field of Object.keys(ALL) as (keyof Fields)[])
      for (const missing of [undefined, '', ' \n']) {
        const { subject, body } = draft(kind, { ...ALL, [field]: missing })
        expect(subject, `${kind} without ${field}`).not.toMatch(TRACES)
        expect(body, `${kind} without ${field}`).not.toMatch(TRACES)
      }
})

test.each([
  ['Re: Lunch', 'Re: Lunch'],
  ['RE: Re: re : Lunch', 'Re: Lunch'],
  ['Re[2]: AW: Lunch', 'Re: Lunch'],
  ['Regarding: lunch', 'Re: Regarding: lunch'],
  ['Re:', 'A new time'],
  ['Lunch\r\nBcc: eve@evil.com', 'Re: Lunch Bcc: eve@evil.com'],
])('subject %j is answered as %j', (subject, expected) => {
  expect(draft('rebook', { subject }).subject).toBe(expected)
})

test.each([
  ['a sentence with its full stop', { connection: 'We met at Duke.' }, 'We met at Duke. Your path'],
  [
    'a company with a full stop',
    { meLine: 'at Acme', target: 'Acme Inc.' },
    'understand Acme Inc. Your path',
  ],
  ['braces in a value', { connection: 'I like {me} and $& too', me: 'Ann' }, 'I like {me} and $& too. Your'],
  ['two lines in a value', { connection: 'We met\n\nat Duke' }, 'We met at Duke. Your'],
])('%s', (_, fields, expected) => {
  expect(draft('first email', fields).body).toContain(expected)
})
