import type { Meeting } from '../../practice/events.ts'
import { asName } from '../arguments.ts'
import { type Command, give, just, type Said } from '../command.ts'
import { takeMeeting } from '../dates.ts'
import { meetingDay } from '../item.ts'
import type { Known } from '../order.ts'
import { nameOf, personOf } from '../pointed.ts'
import { gone } from './gone.ts'
import { bookedOn, example, readMet, readSpoke } from './held.ts'
import { snooze } from './keeping.ts'

/** Meetings: made, moved, held, and what for (practice 4.2, 48 to 61 and 80). */
export const meetings: Command[] = [
  {
    verb: 'booked',
    words:
      'meeting, meeting with, call with, phone call with, chat with, meet, meeting is, meeting set, mtg, mtg with, booked, booked with, book, scheduled, set for, set up for, appointment, coffee, coffee with, lunch, lunch with, call set, call set for, call booked, call scheduled, zoom, zoom with, meeting booked, meeting scheduled, rebooked, rebooked for',
    target: 'needed',
    follows: true,
    syntax: '4 meeting thu 2pm',
    help: 'a meeting is set',
    isCommon: true,
    read: readBooked,
  },
  {
    verb: 'booked',
    words:
      'talk, talking, talk to, talking to, we talk, speak, speaking, speaking with, chat, chatting, meeting up, see, seeing, confirmed for, confirmed on, on for, were on for, can do, is free, is available, works for her, works for him, works for them',
    isExact: true,
    target: 'needed',
    follows: true,
    syntax: '4 we talk thu 2pm',
    help: 'a meeting is set, where a day is named',
    read: (said) => (takeMeeting(said.rest, said.context.frame) ? readBooked(said) : undefined),
  },
  {
    verb: 'moved',
    words:
      'move, moved, moved to, rescheduled, prepone, preponed, preponed to, bring forward, brought forward to, rescheduled to, rescheduled for, pushed to, postponed to, meeting moved, is moved to, moved on to, moved over to, reschedule, changed to, move to, move it to, moving to, push to, push it to, pushing to, pushed it to, rebook for',
    target: 'needed',
    follows: true,
    syntax: '2 moved to fri 11',
    help: 'the meeting has another date',
    isCommon: true,
    read: readMoved,
  },
  {
    verb: 'cancelled',
    words:
      'cancelled, canceled, cancelled on me, called off, called it off, meeting off, meeting cancelled, meeting canceled, call cancelled, call canceled, is off, fell through, postponed, cancel, cancel on, cancelling, i cancelled, i canceled, cancelled on, had to cancel, had to cancel on, backed out, bailed, bailed on me, flaked, flaked on me, cant make it, cannot make it, couldnt make it, could not make it, cant do it, didnt happen, did not happen, wont happen, isnt happening, didnt take place, not happening',
    target: 'needed',
    follows: true,
    syntax: '2 cancelled',
    help: 'the meeting is off; offer new times',
    isCommon: true,
    read: (said) =>
      give(
        /make it/.test(said.phrase) && said.who === 'I'
          ? { verb: 'missed', by: 'me' }
          : { verb: 'cancelled' },
        said.rest,
      ),
  },
  {
    verb: 'cancelled',
    words: 'didnt meet, did not meet, never met, we never met, havent met, no meeting',
    target: 'needed',
    syntax: '1 did not meet',
    help: 'the meeting that was booked was not held',
    read: ({ targets, context, rest }) => {
      const without = targets.flatMap((t) =>
        'contact' in t && !personOf(t.contact, context)?.meetings?.length ? [nameOf(t.contact, context)] : [],
      )
      if (without.length === 0) return give({ verb: 'cancelled' }, rest)
      return { kind: 'closed', sentence: `No meeting with ${without.join(', ')} is logged; nothing changed.` }
    },
  },
  {
    verb: 'missed',
    words:
      'didnt show, did not show, didnt show up, did not show up, no show, noshow, no-show, didnt turn up, never showed, stood me up, didnt come, wasnt there, forgot our meeting',
    target: 'needed',
    syntax: "2 didn't show",
    help: 'they did not come',
    isCommon: true,
    read: just({ verb: 'missed', by: 'them' }),
  },
  {
    verb: 'missed',
    words:
      'missed, missed it, i missed, missed … call, missed … meeting, missed our, forgot … meeting, forgot … call, forgot about, slept through, i didnt show, i forgot the meeting, i was a no show',
    target: 'needed',
    syntax: 'i missed the call with Tom',
    help: 'you did not come',
    read: (said) =>
      give({ verb: 'missed', by: said.who === 'they' || said.isSubject ? 'them' : 'me' }, said.rest),
  },
  {
    verb: 'met',
    words:
      'met, met with, we met, happened, it happened, took place, had coffee, had coffee with, had lunch, had lunch with, had a call with, had our call, had our meeting, had the meeting, had … call with, had … chat with, had … coffee with, had … lunch with, had … meeting with, had … talk with, had … conversation with, meeting went, went well, interviewed',
    target: 'needed',
    syntax: '3 met yesterday',
    help: 'the meeting was held; anything after it is kept as a note',
    isCommon: true,
    read: (said) => readMet(said),
  },
  {
    verb: 'met',
    words:
      'went great, went fine, went ok, was great, was lovely, was good, was helpful, was wonderful, was awesome, was amazing, great talk, great chat, great meeting, great call, good talk, good chat, good meeting',
    isExact: true,
    target: 'needed',
    follows: true,
    syntax: '1 went great',
    help: 'the meeting of the day was held',
    read: (said) => (said.targets.every((target) => bookedOn(target, said)) ? readMet(said) : undefined),
  },
  {
    verb: 'met',
    words:
      'talked, talked to, talked with, spoke, spoke to, spoke with, chatted, chatted with, had a chat, had a chat with',
    target: 'needed',
    syntax: '6 spoke 20 min',
    help: 'the call was the meeting',
    read: readSpoke,
  },
  {
    verb: 'goal',
    words: 'goal, goal is, my goal, my goal is, goal for',
    target: 'needed',
    namesOthers: true,
    takesLine: true,
    syntax: '1 goal: how her team hires',
    help: 'what you want from the meeting',
    read: (said) => (said.rest ? give({ verb: 'goal', text: said.rest }) : undefined),
  },
]

function readBooked(said: Said) {
  const found = takeMeeting(said.rest, said.context.frame)
  const { sentence, past } = ask(said, `a meeting, "${example(said)} meeting thu 2pm"`)
  if (found === 'past') return past
  if (!found) return { kind: 'needs a date' as const, sentence }
  if (isSetAlready(found.meeting, said))
    return { orders: [], rest: '', remark: 'Confirmed: nothing to change.' }
  const place = said.phrase.startsWith('zoom') ? 'Zoom' : found.meeting.place
  return give({ verb: 'booked', meeting: { ...found.meeting, ...(place && { place }) } }, found.rest)
}

/** "Tom still on for today": that day without another hour or place is the meeting that is known. */
const isSetAlready = ({ on, startsAt, place }: Meeting, { targets, context }: Said): boolean =>
  startsAt === undefined &&
  !place &&
  targets.length > 0 &&
  targets.every(
    (t) => 'contact' in t && personOf(t.contact, context)?.meetings?.some((before) => before.on === on),
  )

/** "same time" keeps the hour. What has no meeting is not moved but snoozed; "moved to Halden" is a new company. */
function readMoved(said: Said) {
  const text = said.rest.replace(/^to\s+/i, '')
  const known = said.targets.find((t) => 'contact' in t)
  const before = known && setMeeting(known, said)
  const found = takeMeeting(text, said.context.frame, before?.startsAt)
  const { sentence, past } = ask(said, `a new date, "${example(said)} moved to fri 11"`)
  if (found === 'past') return past
  if (found && /^(?:mov|push)/.test(said.phrase) && !/^(?:moved|pushed)/.test(said.phrase) && !before)
    return snooze(said, found.meeting.on, found.rest)
  if (found) return give({ verb: 'moved', meeting: found.meeting }, found.rest)
  if (/^(move|push|reschedule|rebook)/.test(said.phrase) && !/^moved/.test(said.phrase)) return undefined
  const company = /^(?:on )?to\s+(\p{Lu}[\p{L}\p{N}&.' -]*|\p{L}+$)/u.exec(
    said.phrase.endsWith(' to') ? `to ${said.rest}` : said.rest,
  )
  if (company && (/^\p{Lu}/u.test(company[1]!) || !before || before.on < said.today))
    return gone(
      said,
      { verb: 'described', company: asName(company[1]!.replace(/[\s.,]+$/, '')), isNewJob: true },
      said.rest.replace(company[1]!, ''),
    )
  return { kind: 'needs a date' as const, sentence }
}

/** The meeting of the line, else the next one, else the last. */
function setMeeting({ contact, item }: Known, { context, today }: Said) {
  const meetings = personOf(contact, context)?.meetings ?? []
  const day = meetingDay(item)
  return meetings.find(({ on }) => on === day) ?? meetings.find(({ on }) => on >= today) ?? meetings.at(-1)
}

function ask(said: Said, what: string) {
  return {
    sentence: `"${said.whole.trim()}" has no date that I understand; for ${what} is enough.`,
    past: {
      kind: 'past date' as const,
      sentence: `"${said.whole.trim()}" is in the past; nothing was booked.`,
    },
  }
}
