import { expect, it } from 'vitest'
import { takeWhen } from '../../../src/core/when/take.ts'
import { readFuture, readMeeting, readPast } from '../../../src/core/when/when.ts'
import { frameAt } from './frames.ts'

const frame = frameAt('2026-11-18 09:32')
const WORDS =
  `monday friday wed march may jan 3 3rd 15 2027 1630 12/3 2026-12-01 3pm 9:30 noon next last this after from week
  weeks day days month year half a an couple few in on at to - . @ ago eod weekend q1 spring christmas thanksgiving
  tomorrow yesterday the of business 999 0 99999 and ' ½ ３ é 🙂 month hours end mid early or so -3 1.5`.split(
    /\s+/,
  )

it('refuses a phrase that is too long at once', () => {
  for (const phrase of ['3 days '.repeat(1500), 'a'.repeat(10_000), ' '.repeat(10_000), '1'.repeat(10_000)]) {
    for (const read of [readFuture, readPast, readMeeting]) expect(read(phrase, frame)).toBeUndefined()
  }
})

it('reads whatever is thrown at it without an error, and never against the direction', () => {
  let seed = 7
  const random = (n: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % n
  }
  for (let round = 0; round < 4000; round++) {
    const phrase = Array.from({ length: 1 + random(6) }, () => WORDS[random(WORDS.length)]).join(
      random(4) === 0 ? '' : ' ',
    )
    const future = readFuture(phrase, frame)
    if (future) expect(future.on >= '2026-11-18', phrase).toBe(true)
    const past = readPast(phrase, frame)
    if (past) expect(past.on <= '2026-11-18', phrase).toBe(true)
    const meeting = readMeeting(phrase, frame)
    if (meeting) expect((meeting.at ?? Infinity) > frame.now, phrase).toBe(true)
    takeWhen(phrase, frame, 'meeting')
  }
})

it('is quick on long texts', () => {
  const started = performance.now()
  takeWhen('after the week after '.repeat(5), frame, 'future')
  takeWhen('a week from '.repeat(40), frame, 'future')
  takeWhen('friday 3 '.repeat(2000), frame, 'meeting')
  expect(performance.now() - started).toBeLessThan(1000)
})
