import { expect, it } from 'vitest'
import type { Sent } from './support/post.ts'
import { World } from './support/world.ts'

// Each draft of practice 5, offered where its state is: what was said on which day, the morning, and the draft's first
// words. Days are of November 2026 where the month is left out; Tue 3 is the first.

const day = (text: string): string => (text.length > 2 ? text : `2026-11-${text}`)

/** Notes of Ann's, in the order of their days; "mail" is a mail of hers to Sofia. */
type Said = [day: string, note: string][]

const MAIL: Said = [['03', 'mail']]
const INTRODUCED: Said = [...MAIL, ['05', 'sofia introduced me to Tom Lee tom@brightline.com']]
const THANKED: Said = [...MAIL, ['03', 'met sofia today'], ['04', 'thanked sofia']]
const WROTE: Said = [...THANKED, ['2026-11-25', 'wrote to sofia']]
const NEW_PEOPLE: Said = ['dev@halden.com', 'ana@corvid.com', 'kit@lumen.com'].map((who) => [
  '2027-01-20',
  `met ${who} today`,
])

type Draft = { to: string; bcc: string; subject: string; body: string }

async function offered(said: Said, on: string): Promise<{ drafts: Draft[]; text: string }> {
  const world = new World()
  await world.join()
  await world.note('target: climate work', '2026-11-03T09:05-05:00')
  for (const [i, [of, note]] of said.entries()) {
    const at = `${day(of)}T10:${10 + i}-05:00`
    await (note === 'mail' ? world.bcc('Sofia Marsh <sofia@ode.com>', at) : world.note(note, at))
  }
  const letter = await world.morning(day(on))
  return { drafts: draftsIn(letter), text: (letter?.TextBody ?? '').replace(/\s+/g, ' ') }
}

function draftsIn(letter: Sent | undefined): Draft[] {
  const drafts = [...(letter?.HtmlBody ?? '').matchAll(/href="(mailto:[^"]*)"/g)].map(([, href]) => {
    const url = new URL(href!.replaceAll('&amp;', '&'))
    const get = (name: string) => url.searchParams.get(name) ?? ''
    const body = get('body').replaceAll('\r\n', '\n')
    return { to: decodeURIComponent(url.pathname), bcc: get('bcc'), subject: get('subject'), body }
  })
  return drafts.filter(({ bcc }) => bcc !== '')
}

it.each<[string, Said, string, string, string]>([
  [
    '5.1 first email, with what connects them',
    [['02', 'add Sofia Marsh sofia@ode.com alum']],
    '09',
    'We went to the same school: a question about climate work',
    'Hi Sofia,\n\nWe went to the same school.',
  ],
  [
    '5.2 follow-up',
    MAIL,
    '12',
    'Re: Advice',
    'Hi Sofia,\n\nI know your days are full, so here is my note of Tue 3 Nov again.',
  ],
  [
    '5.4 closing note',
    [...MAIL, ['12', 'emailed sofia'], ['17', 'called sofia'], ['23', 'called sofia']],
    '2026-12-02',
    'One last note about climate work',
    'Hi Sofia,\n\nI have tried you a few times and will leave it here; no reply needed.',
  ],
  [
    '5.5 answering yes',
    [...MAIL, ['04', 'sofia answered']],
    '05',
    'Re: Advice',
    'Hi Sofia,\n\nThank you, that is kind. Any time in the next two weeks that suits you works for me.',
  ],
  [
    '5.6 confirm, over a weekend',
    [...MAIL, ['04', 'sofia booked mon nov 16 2pm phone']],
    '13',
    'Monday at 2:00 pm',
    'Hi Sofia, looking forward to speaking Monday at 2:00 pm, by phone.',
  ],
  [
    '5.7 rebook',
    [...MAIL, ['04', 'sofia booked mon nov 16 2pm'], ['05', 'sofia cancelled']],
    '06',
    'Re: Advice',
    'Hi Sofia, no trouble at all, these things happen. Is there another time that would suit you?',
  ],
  [
    '5.8 apology',
    [...MAIL, ['04', 'sofia booked mon nov 9 2pm'], ['10', 'i missed the call with sofia']],
    '11',
    'Re: Advice',
    'Hi Sofia, I missed our Monday meeting and I am sorry; that was my mistake.',
  ],
  [
    '5.9 thank-you',
    [...MAIL, ['09', 'met sofia today']],
    '10',
    'Thank you for yesterday',
    'Hi Sofia,\n\nThank you for your time yesterday.',
  ],
  [
    '5.9 late, from the sixth business day',
    [...MAIL, ['09', 'met sofia today']],
    '17',
    'Thank you for Mon 9 Nov',
    'Hi Sofia,\n\nI should have written sooner: thank you for your time Mon 9 Nov.',
  ],
  [
    '5.9 in the update, from the fifteenth',
    [...MAIL, ['09', 'met sofia today'], ['2026-12-01', 'met dev@halden.com today']],
    '2026-12-02',
    'Thank you, and what came of your advice',
    'Hi Sofia,\n\nI should have written sooner: thank you for your time Mon 9 Nov. You suggested [advice].',
  ],
  [
    '5.11 update, with whom they met since',
    [...THANKED, ['10', 'met Dev Patel dev@halden.com today']],
    '25',
    'Your advice on [topic]',
    'Hi Sofia,\n\nYou suggested [advice]. I did, and [what came of it]. Since we spoke I have met Dev Patel.',
  ],
  [
    '5.12 touch, the search going slowly',
    [...WROTE, ['2027-01-20', 'note sofia: the rotation program']],
    '2027-01-26',
    '[Article title]',
    'Hi Sofia,\n\nThis made me think of our talk about the rotation program: [link]. I hope things are well at Ode. It is going slower than I hoped.',
  ],
  [
    '5.12 touch, where six weeks brought three meetings',
    [...WROTE, ...NEW_PEOPLE],
    '2027-01-26',
    '[Article title]',
    'Hi Sofia,\n\nThis made me think of our talk: [link]. On my side: I have met Ana, Dev and Kit. I hope things are well at Ode.\n',
  ],
  [
    '5.13 lines to forward',
    [...MAIL, ['09', "met sofia today, she'll intro me to Kit Moss"], ['10', 'thanked sofia']],
    '18',
    'Re: Advice',
    'Hi Sofia, thank you for offering to introduce me to Kit. Here is something you can forward, and please check first that it is welcome:\n\n"Ann Lee would value 15 minutes of Kit\'s advice',
  ],
  [
    '5.15 telling the introducer',
    [...INTRODUCED, ['05', 'thanked sofia'], ['10', 'met tom today'], ['10', 'tom thanked']],
    '12',
    'Tom and I spoke',
    'Hi Sofia, Tom and I spoke Tuesday, and [one useful thing].',
  ],
  [
    '5.16 six-month coffee',
    [
      ['03', 'met Sofia Marsh sofia@ode.com on may 19'],
      ['16', 'stats'],
    ],
    '17',
    'Coffee in the next few weeks?',
    'Hi Sofia, it has been a while since Tue 19 May. I would enjoy hearing how things are at Ode, my treat.',
  ],
  [
    '5.17 answer to a no',
    [...MAIL, ['04', 'sofia said no']],
    '05',
    'Re: Advice',
    'Hi Sofia, thank you for letting me know, I appreciate the reply.',
  ],
  [
    '5.19 the job, to somebody met',
    [...THANKED, ['05', 'got the job at Corvid']],
    '06',
    'Good news, and thank you',
    'Hi Sofia,\n\nI have accepted a role at Corvid. Our talk Tuesday, and what you said',
  ],
  [
    '5.20 the job, to an introducer whom nobody met',
    [...INTRODUCED, ['05', 'got the job']],
    '06',
    'Good news, and thank you',
    'Hi Sofia,\n\nI have accepted a new role. [If so: the introduction to Tom Lee is where it began.] Thank you.',
  ],
  [
    '5.21 the job, to somebody with a meeting to come',
    [...MAIL, ['04', 'sofia booked mon nov 16 2pm'], ['05', 'got the job']],
    '06',
    'Good news, and thank you',
    'Hi Sofia,\n\nI have just accepted a role, so I will not take your time Mon 16 Nov after all,',
  ],
])('%s', async (_, said, on, subject, first) => {
  const { drafts } = await offered(said, on)
  const draft = drafts.find(({ to, body }) => to === 'sofia@ode.com' && body.startsWith(first))
  expect(draft ?? drafts).toMatchObject({ subject })
})

it.each([
  [
    '5.17 answer to a no',
    'sofia said no',
    'Hi Sofia, thank you for letting me know, I appreciate the reply.',
  ],
  [
    '5.18 answer to "not now"',
    'sofia said try again in march',
    'Hi Sofia, of course. I will write again in March and hope the rush passes.',
  ],
])('%s, in the letter that says it was logged', async (_, note, first) => {
  const world = new World()
  await world.join()
  await world.bcc('Sofia Marsh <sofia@ode.com>', '2026-11-03T10:00-05:00')
  world.postmark.take()
  await world.note(note, '2026-11-04T10:00-05:00')
  const [receipt] = world.postmark.take()
  expect(receipt!.TextBody).toContain(
    'TO ANSWER\n    Sofia Marsh, Ode. A line of thanks leaves the door open; optional.',
  )
  expect(draftsIn(receipt)).toMatchObject([
    { to: 'sofia@ode.com', subject: 'Re: Advice', body: expect.stringContaining(first) },
  ])
})

it('5.14 answering an introduction goes to the new person, and the introducer gets a blind copy', async () => {
  const { drafts } = await offered(INTRODUCED, '06')
  const draft = drafts.find(({ to }) => to === 'tom@brightline.com')!
  expect(draft.bcc).toMatch(/^reach\+\w+@in\.example\.com,sofia@ode\.com$/)
  expect(draft.body).toMatch(/^Thank you, Sofia \(moving you to bcc\)\. Hi Tom, good to meet you\. Would/)
})

it('says whom they met since the last word to somebody', async () => {
  expect((await offered([...WROTE, ...NEW_PEOPLE], '2027-01-26')).text).toContain(
    'Sofia Marsh, Ode. Last wrote Wed 25 Nov. Since then you met Ana, Dev and Kit (all useful for the update).',
  )
})

it('names nobody of whom the meeting was taken back', async () => {
  const { text } = await offered(
    [...WROTE, ['2027-01-20', 'met dev@halden.com today'], ['2027-01-20', 'undo']],
    '2027-01-26',
  )
  expect(text).toMatch(/Last wrote Wed 25 Nov\.(?! Since)/)
})
