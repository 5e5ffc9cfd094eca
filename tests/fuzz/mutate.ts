import type { Random } from './random.ts'

/** A text with one to four things done to it that broken programs and attackers do. At most 200 KB come out. */
export function mutated(text: string, random: Random): string {
  let result = text
  for (let n = 1 + random.below(4); n > 0; n--) result = random.of(MUTATIONS)(result, random).slice(0, MOST)
  return result
}

const MOST = 200_000

type Mutation = (text: string, random: Random) => string

/** Two places, the first not behind the second, at most `most` apart. */
const span = (text: string, random: Random, most = 400): [number, number] => {
  const from = random.below(text.length + 1)
  return [from, Math.min(text.length, from + random.below(most))]
}

const put = (text: string, at: number, what: string, to = at): string =>
  text.slice(0, at) + what + text.slice(to)

const line = (text: string, random: Random): [number, number] => {
  const at = random.below(text.length + 1)
  const from = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  return [from, end < 0 ? text.length : end + 1]
}

const MUTATIONS: Mutation[] = [
  // Flipped, lost and doubled bytes
  (text, random) => {
    const at = random.below(text.length + 1)
    return put(text, at, String.fromCharCode((text.charCodeAt(at) || 0) ^ (1 << random.below(8))), at + 1)
  },
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(text.length + 1)),
  (text, random) => {
    const [from, to] = span(text, random)
    return put(text, from, '', to)
  },
  (text, random) => {
    const [from, to] = span(text, random)
    return put(text, random.below(text.length + 1), text.slice(from, to))
  },
  // Lines doubled, lost, swapped
  (text, random) => {
    const [from, to] = line(text, random)
    return put(text, to, text.slice(from, to).repeat(1 + random.below(4)))
  },
  (text, random) => {
    const [from, to] = line(text, random)
    return put(text, from, '', to)
  },
  (text, random) => {
    const [from, to] = line(text, random)
    const rest = put(text, from, '', to)
    return put(rest, line(rest, random)[0], text.slice(from, to))
  },
  // Something huge
  (text, random) => {
    const [from, to] = span(text, random, 40)
    const piece = text.slice(from, to) || 'a'
    return put(text, to, piece.repeat(Math.ceil(random.below(60_000) / piece.length)))
  },
  (text, random) =>
    put(text, random.below(text.length + 1), random.of(REPEATED).repeat(random.below(20_000))),
  // Headers and structure that were not there
  (text, random) => put(text, line(text, random)[0], random.of(LINES)),
  (text, random) => put(text, random.below(text.length + 1), random.of(TOKENS)),
  (text, random) => text.replaceAll('\n', random.of(['\r\n', '\r', '\n\n', '\n ', '\u2028'])),
  (text, random) =>
    text.replaceAll(random.of([':', '@', '<', '>', ' ', '\n', '--', '=', '"']), random.of(TOKENS)),
  (text, random) => text[random.once(2) ? 'toUpperCase' : 'toLowerCase'](),
  // Nested in itself
  (text, random) => {
    const [from] = line(text, random)
    return put(text, from, text)
  },
]

const REPEATED =
  '> |<div>|<blockquote>|=?utf-8?Q?|g:|(|"|\n|\r\n|--\n|\0|\u200f|a@b.c,|On |wrote:\n|BEGIN:VEVENT\n|From: a\n|&amp;|sent |1 |9'.split(
    '|',
  )

const LINES = [
  'From: Eve <eve@evil.example>\r\n',
  'Bcc: reach+other@in.example.com\r\n',
  'To: victim@x.example, reach@in.example.com\r\n',
  'Content-Type: multipart/mixed; boundary=b1\r\n',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'Auto-Submitted: auto-replied\r\n',
  '--b1\r\n',
  '--b1--\r\n',
  '\r\n',
  'On Tue, Nov 17, 2026 at 7:30 AM Reachback <letters@in.example.com> wrote:\n',
  '---------- Forwarded message ---------\n',
  '-----Original Message-----\n',
  'BEGIN:VCALENDAR\r\n',
  'BEGIN:VTIMEZONE\r\nTZID:X\r\nRRULE:FREQ=SECONDLY\r\n',
  'RRULE:FREQ=SECONDLY;COUNT=999999999\r\n',
  'DTSTART;TZID=Nowhere:99999999T999999\r\n',
  'Final-Recipient: rfc822; grace@acme.com\r\nAction: failed\r\nStatus: 5.1.1\r\n',
]

const TOKENS =
  '<|>|@|:|;|,|"|\\|=|\0|\r|\n|\t| |--|=?utf-8?B?w6k=?=|=?x?q?=00?=|\ud800|\udc00|\ufeff|\u202e|\u00a0|é|漢字|م|🙂|%00|{{|}}|__proto__|constructor|NaN|-1|1e999|99999999999999999999'.split(
    '|',
  )
