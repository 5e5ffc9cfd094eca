import { describe, expect, it, vi } from 'vitest'
import { readInvitation } from '../../../src/core/mail/invitations.ts'
import {
  berlin,
  calendar,
  definition,
  kolkata,
  losAngeles,
  newYork,
  notesNewYork,
  outlookChicago,
  outlookNewYork,
  type Rules,
  sydney,
} from './calendars.ts'

const frame = { zone: 'America/New_York' }
const timesOf = (text: string, zone = frame.zone) => {
  const found = readInvitation(text, { zone })
  if (!found || 'refused' in found || found.startsAt === undefined) return found
  return new Date(found.startsAt).toISOString().slice(0, 16)
}

/** Zone names and their definitions: for each wall time what it is in UTC, worked out by hand. */
type Vendor = { name: string; id: string; rules?: Rules }
const places: { offsets: [wall: string, utc: string][]; vendors: Vendor[] }[] = [
  {
    offsets: [
      ['20261103T100000', '2026-11-03T15:00'],
      ['20260714T100000', '2026-07-14T14:00'],
      ['20261031T233000', '2026-11-01T03:30'],
      // Twice: the first, still in summer time.
      ['20261101T013000', '2026-11-01T05:30'],
      ['20261101T020000', '2026-11-01T07:00'],
      // Skipped: by the clock of before, so 3:30 in summer time.
      ['20260308T023000', '2026-03-08T07:30'],
      ['20260308T030000', '2026-03-08T07:00'],
      ['20260307T235900', '2026-03-08T04:59'],
    ],
    vendors: [
      { name: 'Google', id: 'America/New_York', rules: newYork },
      { name: 'Google without a definition', id: 'America/New_York' },
      { name: 'Outlook', id: 'Eastern Standard Time', rules: outlookNewYork },
      { name: 'Exchange without a definition', id: 'Eastern Standard Time' },
      { name: 'Outlook 2007', id: '"(UTC-05:00) Eastern Time (US & Canada)"', rules: outlookNewYork },
      { name: 'the same without a definition', id: '"(UTC-05:00) Eastern Time (US & Canada)"' },
      { name: 'Outlook, customised', id: 'Customized Time Zone', rules: outlookNewYork },
      { name: 'Microsoft custom', id: 'tzone://Microsoft/Custom', rules: outlookNewYork },
      { name: 'Notes', id: 'Eastern', rules: notesNewYork },
      { name: 'Notes, numbered', id: 'ZONE_5', rules: notesNewYork },
      { name: 'Evolution', id: '/freeassociation.sourceforge.net/America/New_York', rules: newYork },
      { name: 'Evolution without', id: '/freeassociation.sourceforge.net/America/New_York' },
      { name: 'Evolution, old', id: '/softwarestudio.org/Olson_20011030_5/America/New_York', rules: newYork },
      { name: 'Thunderbird, old', id: '/mozilla.org/20050126_1/America/New_York', rules: newYork },
      {
        name: 'Outlook 2007, no quotes',
        id: '(UTC-05:00) Eastern Time (US & Canada)',
        rules: outlookNewYork,
      },
      { name: 'quoted', id: '"America/New_York"', rules: newYork },
      { name: 'Zimbra', id: '(GMT-05.00) Eastern Time (US & Canada)', rules: newYork },
    ],
  },
  {
    offsets: [
      ['20261103T100000', '2026-11-03T09:00'],
      ['20260714T100000', '2026-07-14T08:00'],
      ['20261025T023000', '2026-10-25T00:30'],
      ['20261025T030000', '2026-10-25T02:00'],
      ['20260329T023000', '2026-03-29T01:30'],
    ],
    vendors: [
      { name: 'Apple', id: 'Europe/Berlin', rules: berlin },
      { name: 'Outlook', id: 'W. Europe Standard Time', rules: berlin },
      { name: 'Teams', id: 'W. Europe Standard Time' },
      { name: 'Notes', id: 'W. Europe', rules: berlin },
      { name: 'SAP', id: 'CET-home', rules: berlin },
      { name: 'Evolution', id: '/freeassociation.sourceforge.net/Europe/Berlin', rules: berlin },
    ],
  },
  {
    offsets: [
      ['20260714T100000', '2026-07-14T00:00'],
      ['20261103T100000', '2026-11-02T23:00'],
      ['20260405T023000', '2026-04-04T15:30'],
    ],
    vendors: [
      { name: 'Google', id: 'Australia/Sydney', rules: sydney },
      { name: 'Outlook', id: 'AUS Eastern Standard Time', rules: sydney },
      { name: 'Notes', id: 'AUS Eastern', rules: sydney },
    ],
  },
  {
    offsets: [
      ['20260714T100000', '2026-07-14T04:30'],
      ['20261231T010000', '2026-12-30T19:30'],
    ],
    vendors: [
      { name: 'Google', id: 'Asia/Kolkata', rules: kolkata },
      { name: 'Outlook', id: 'India Standard Time', rules: kolkata },
      { name: 'home-made', id: 'Bangalore office', rules: kolkata },
    ],
  },
  {
    offsets: [['20261103T100000', '2026-11-03T18:00']],
    vendors: [
      { name: 'Zoom', id: 'America/Los_Angeles', rules: losAngeles },
      { name: 'Exchange', id: 'Pacific Standard Time' },
    ],
  },
]

describe.each(places)('times of $vendors.0.id', ({ offsets, vendors }) => {
  describe.each(vendors)('$name: $id', ({ id, rules }) => {
    it.each(offsets)('%s is %s', (wall, utc) => {
      const zones = rules ? definition(id.replaceAll('"', ''), rules) : []
      expect(timesOf(calendar({ zones, start: `;TZID=${id}:${wall}` }), 'Asia/Tokyo')).toBe(utc)
    })
  })
})

describe('times', () => {
  it('of UTC', () => expect(timesOf(calendar({ start: ':20261103T150000Z' }))).toBe('2026-11-03T15:00'))
  it('of Microsoft UTC', () =>
    expect(timesOf(calendar({ start: ';TZID=tzone://Microsoft/Utc:20261103T150000' }))).toBe(
      '2026-11-03T15:00',
    ))
  it('of the zone called UTC', () =>
    expect(timesOf(calendar({ start: ';TZID=UTC:20261103T150000' }))).toBe('2026-11-03T15:00'))
  it('floating are the user’s', () => {
    expect(timesOf(calendar({ start: ':20261103T100000' }))).toBe('2026-11-03T15:00')
    expect(timesOf(calendar({ start: ':20261103T100000' }), 'Europe/Berlin')).toBe('2026-11-03T09:00')
  })
  it('floating are refused where the calendar speaks of another zone', () => {
    const zones = definition('Europe/Berlin', berlin)
    expect(timesOf(calendar({ zones, start: ':20261103T100000' }))).toHaveProperty('refused')
    expect(timesOf(calendar({ zones, start: ':20261103T100000' }), 'Europe/Rome')).toBe('2026-11-03T09:00')
    const top = ['X-WR-TIMEZONE:Europe/Berlin']
    expect(timesOf(calendar({ top, start: ':20261103T100000' }))).toHaveProperty('refused')
  })
  it('of an unknown zone are refused', () => {
    for (const id of [
      'Foo',
      'Customized Time Zone',
      'tzone://Microsoft/Custom',
      '"(UTC-05:00) Nowhere"',
      '/a/b/c',
    ])
      expect(timesOf(calendar({ start: `;TZID=${id}:20261103T100000` })), id).toHaveProperty('refused')
  })
  it('are refused where name and definition differ', () => {
    const start = ';TZID=America/New_York:20261103T100000'
    expect(timesOf(calendar({ zones: definition('America/New_York', berlin), start }))).toHaveProperty(
      'refused',
    )
    const twice = [...definition('Home', berlin), ...definition('Home', newYork)]
    expect(timesOf(calendar({ zones: twice, start: ';TZID=Home:20261103T100000' }))).toHaveProperty('refused')
  })
  it('of a zone that is not told whole are refused', () => {
    const odd = { standard: { start: '19700101T000000', to: '+0100', rule: 'FREQ=MONTHLY;BYDAY=1SU' } }
    const start = ';TZID=Home:20261103T100000'
    expect(timesOf(calendar({ zones: definition('Home', odd), start }))).toHaveProperty('refused')
    const none = ['BEGIN:VTIMEZONE', 'TZID:Home', 'END:VTIMEZONE']
    expect(timesOf(calendar({ zones: none, start }))).toHaveProperty('refused')
  })
  it('of dates one by one, and of rules that ended', () => {
    // Chicago, as libical writes it: the old rule has an end, this year's changes are dates.
    const zones = [
      ...['BEGIN:VTIMEZONE', 'TZID:/citadel.org/20210210_1/Home'],
      ...['BEGIN:DAYLIGHT', 'TZOFFSETFROM:-0600', 'TZOFFSETTO:-0500', 'DTSTART:19870405T020000'],
      ...['RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T080000Z', 'END:DAYLIGHT'],
      ...['BEGIN:STANDARD', 'TZOFFSETFROM:-0500', 'TZOFFSETTO:-0600', 'DTSTART:19671029T020000'],
      ...['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T070000Z', 'END:STANDARD'],
      ...['BEGIN:DAYLIGHT', 'TZOFFSETFROM:-0600', 'TZOFFSETTO:-0500', 'DTSTART:20250309T020000'],
      ...['RDATE:20260308T020000', 'END:DAYLIGHT'],
      ...['BEGIN:STANDARD', 'TZOFFSETFROM:-0500', 'TZOFFSETTO:-0600', 'DTSTART:20251102T020000'],
      ...['RDATE:20261101T020000', 'END:STANDARD', 'END:VTIMEZONE'],
    ]
    const at = (wall: string) =>
      timesOf(calendar({ zones, start: `;TZID=/citadel.org/20210210_1/Home:${wall}` }))
    expect(at('20261103T100000')).toBe('2026-11-03T16:00')
    expect(at('20260714T100000')).toBe('2026-07-14T15:00')
    expect(at('20260101T100000')).toBe('2026-01-01T16:00')
    expect(at('20060714T100000')).toBe('2006-07-14T15:00')
    expect(at('20070714T100000')).toBe('2007-07-14T16:00')
  })
  it('by days of the month', () => {
    const days = (from: number) => Array.from({ length: 7 }, (_, i) => from + i).join(',')
    const rules = {
      daylight: {
        start: '20070311T020000',
        to: '-0400',
        rule: `FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYMONTHDAY=${days(8)}`,
      },
      standard: {
        start: '20071104T020000',
        to: '-0500',
        rule: `FREQ=YEARLY;BYMONTH=11;BYDAY=SU;BYMONTHDAY=${days(1)}`,
      },
    }
    const at = (wall: string) =>
      timesOf(calendar({ zones: definition('Home', rules), start: `;TZID=Home:${wall}` }))
    expect(at('20260308T030000')).toBe('2026-03-08T07:00')
    expect(at('20261031T100000')).toBe('2026-10-31T14:00')
    expect(at('20261101T100000')).toBe('2026-11-01T15:00')
  })
  it.each([
    ['20261303T100000'],
    ['20260230T100000'],
    ['20261103T250000'],
    ['2026-11-03T10:00:00'],
    ['tomorrow'],
    [''],
  ])('refuses %s', (wall) => expect(timesOf(calendar({ start: `:${wall}` }))).toHaveProperty('refused'))
  it('refuses two starts', () =>
    expect(
      timesOf(calendar({ start: ':20261103T150000Z', more: ['DTSTART:20261104T150000Z'] })),
    ).toHaveProperty('refused'))
})

describe('readInvitation', () => {
  it('gives everything', () => {
    const text = calendar({
      zones: definition('Central Standard Time', outlookChicago),
      start: ';TZID="Central Standard Time":20261103T230000',
      end: ';TZID="Central Standard Time":20261103T233000',
      more: [
        'LOCATION:Blue Bottle\\; 5th\\nfloor and',
        '  more',
        'ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:Jo@Acme.com',
      ],
    })
    expect(readInvitation(text, frame)).toEqual({
      method: 'request',
      uid: 'abc-123@example.com',
      sequence: 2,
      startsAt: Date.UTC(2026, 10, 4, 5),
      minutes: 30,
      isAllDay: false,
      on: '2026-11-04',
      place: 'Blue Bottle; 5th floor and more',
      summary: 'Coffee, 20 minutes',
      organizer: 'grace.kim@acme.com',
      attendees: [
        { address: 'ann@gmail.com', status: 'needs-action' },
        { address: 'jo@acme.com', status: 'accepted' },
      ],
    })
  })

  it.each([
    [
      'DTEND across the change of clocks',
      { start: ';TZID=America/New_York:20261101T003000', end: ';TZID=America/New_York:20261101T023000' },
      180,
    ],
    [
      'DTEND in another zone',
      { start: ';TZID=America/New_York:20261103T100000', end: ';TZID=Europe/Berlin:20261103T170000' },
      60,
    ],
    ['DURATION', { start: ':20261103T150000Z', more: ['DURATION:PT1H15M'] }, 75],
    ['DURATION in days', { start: ':20261103T150000Z', more: ['DURATION:P1DT30M'] }, 1470],
    ['no end', { start: ':20261103T150000Z' }, undefined],
    ['an end before the start', { start: ':20261103T150000Z', end: ':20261103T140000Z' }, undefined],
  ])('takes minutes from %s', (_, parts, minutes) =>
    expect((readInvitation(calendar(parts), frame) as { minutes?: number }).minutes).toBe(minutes),
  )

  it('reads whole days as the user’s', () => {
    const day = { isAllDay: true, on: '2026-11-03', startsAt: Date.UTC(2026, 10, 3, 5) }
    expect(readInvitation(calendar({ start: ';VALUE=DATE:20261103' }), frame)).toMatchObject(day)
    expect(readInvitation(calendar({ start: ':20261103' }), frame)).toMatchObject(day)
    const outlook = {
      start: ';TZID=Foo:20261103T000000',
      end: ';TZID=Foo:20261104T000000',
      more: ['X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'],
    }
    expect(readInvitation(calendar(outlook), frame)).toMatchObject(day)
    expect(readInvitation(calendar({ start: ';VALUE=DATE:20261103' }), { zone: 'Asia/Tokyo' })).toMatchObject(
      {
        on: '2026-11-03',
        startsAt: Date.UTC(2026, 10, 2, 15),
      },
    )
  })

  it.each([
    ['REQUEST', 'request'],
    ['request', 'request'],
    ['CANCEL', 'cancel'],
    ['REPLY', 'reply'],
    ['COUNTER', 'counter'],
  ])('METHOD:%s is %s', (method, expected) =>
    expect(readInvitation(calendar({ method, start: ':20261103T150000Z' }), frame)).toMatchObject({
      method: expected,
    }),
  )
  it.each(['PUBLISH', 'ADD', 'REFRESH', 'DECLINECOUNTER', '', 'nonsense'])('METHOD:%s is nothing', (method) =>
    expect(readInvitation(calendar({ method, start: ':20261103T150000Z' }), frame)).toBeUndefined(),
  )
  it('knows a cancellation by its status', () =>
    expect(
      readInvitation(calendar({ start: ':20261103T150000Z', more: ['STATUS:CANCELLED'] }), frame),
    ).toMatchObject({ method: 'cancel' }))
  it('lets cancellations and replies be without a time, requests not', () => {
    expect(readInvitation(calendar({ method: 'CANCEL' }), frame)).toMatchObject({
      method: 'cancel',
      sequence: 2,
    })
    const unknown = { method: 'REPLY', start: ';TZID=Foo:20261103T100000' }
    expect(readInvitation(calendar(unknown), frame)).not.toHaveProperty('startsAt')
    expect(readInvitation(calendar({}), frame)).toEqual({ refused: 'no start' })
  })
  it.each(['ACCEPTED', 'DECLINED', 'TENTATIVE', 'NEEDS-ACTION'])('reads a reply that says %s', (status) =>
    expect(
      readInvitation(
        [
          ...['BEGIN:VCALENDAR', 'METHOD:REPLY', 'BEGIN:VEVENT', 'UID:1', 'DTSTART:20261103T150000Z'],
          ...[`ATTENDEE;CN="Kim; G: x";PARTSTAT=${status};X-NUM-GUESTS=0:mailto:grace@acme.com`],
          ...['END:VEVENT', 'END:VCALENDAR'],
        ].join('\n'),
        frame,
      ),
    ).toMatchObject({ attendees: [{ address: 'grace@acme.com', status: status.toLowerCase() }] }),
  )
  it('takes Apple’s address from its parameter, drops what is none', () =>
    expect(
      readInvitation(
        calendar({
          start: ':20261103T150000Z',
          more: [
            'ATTENDEE;CN=Jo;EMAIL=jo@icloud.com;PARTSTAT=ACCEPTED:/aMTM/principal/',
            'ATTENDEE;CN=Room:invalid:nomail',
            'ATTENDEE:mailto:ann@gmail.com',
          ],
        }),
        frame,
      ),
    ).toMatchObject({
      attendees: [{ address: 'ann@gmail.com' }, { address: 'jo@icloud.com', status: 'accepted' }],
    }))
  it('takes the series, not its exceptions, and leaves alarms out', () => {
    const event = (start: string, ...more: string[]) => [
      ...['BEGIN:VEVENT', 'UID:1', `DTSTART:${start}`, 'SUMMARY:Weekly', ...more],
      ...['BEGIN:VALARM', 'SUMMARY:Alarm', 'TRIGGER:-PT15M', 'END:VALARM', 'END:VEVENT'],
    ]
    const text = [
      ...['BEGIN:VCALENDAR', 'METHOD:REQUEST'],
      ...event('20261110T150000Z', 'RECURRENCE-ID:20261111T150000Z'),
      ...event('20261103T150000Z', 'RRULE:FREQ=WEEKLY'),
      'END:VCALENDAR',
    ].join('\r\n')
    expect(readInvitation(text, frame)).toMatchObject({ on: '2026-11-03', summary: 'Weekly' })
  })
  it('reads an exception alone', () =>
    expect(
      readInvitation(
        calendar({ start: ':20261110T150000Z', more: ['RECURRENCE-ID:20261111T150000Z'] }),
        frame,
      ),
    ).toMatchObject({ on: '2026-11-10' }))
  it.each(['', 'Hello', 'BEGIN:VCALENDAR', 'BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR'])(
    '%j is none',
    (text) => expect(readInvitation(text, frame)).toBeUndefined(),
  )
})

describe('hostile calendars', () => {
  const event = calendar({ start: ':20261103T150000Z' })
  const inside = (more: string) => event.replace('SEQUENCE:2', more)
  const zone = (id: string, more: string) =>
    calendar({
      zones: ['BEGIN:VTIMEZONE', `TZID:${id}`, more, 'END:VTIMEZONE'],
      start: `;TZID=${id}:20261103T100000`,
    })
  const secondly =
    'BEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD'
  const yearly = secondly.replace('SECONDLY', 'YEARLY;BYMONTH=3;BYDAY=1SU')
  it.each([
    ['a change every second', zone('Home', secondly)],
    ['thousands of changes', zone('Home', Array(1500).fill(yearly).join('\r\n'))],
    ['an event every second', inside('RRULE:FREQ=SECONDLY')],
    ['many exceptions', inside(`EXDATE:${'20261103T150000Z,'.repeat(14_000)}`)],
    ['many attendees', inside('ATTENDEE:mailto:a@b.co\r\n'.repeat(10_000))],
    ['nesting', 'BEGIN:VCALENDAR\nMETHOD:REQUEST\n' + 'BEGIN:VEVENT\n'.repeat(15_000)],
    ['folded to death', inside(`SUMMARY:${'\r\n a'.repeat(60_000)}`)],
    ['many events', 'BEGIN:VCALENDAR\nMETHOD:REQUEST\n' + 'BEGIN:VEVENT\nUID:1\nEND:VEVENT\n'.repeat(6_000)],
    ['quotes', inside(`ORGANIZER;CN=${'"'.repeat(200_000)}:mailto:a@b.co`)],
    ['parameters', inside(`ATTENDEE${';A=B'.repeat(60_000)}:mailto:a@b.co`)],
    ['a zone made of semicolons', calendar({ start: `;TZID=${';'.repeat(200_000)}:20261103T100000` })],
    ['one long line', 'A'.repeat(250_000)],
    ['blank lines', '\r\n'.repeat(120_000)],
    ['too large', inside('X'.repeat(300_000))],
    ['prototype', inside('__proto__:x\r\nCONSTRUCTOR:y').replace('UID:abc-123@example.com', 'UID:__proto__')],
  ])('%s: fast and silent', (_, text) => {
    const spies = (['log', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name))
    const before = performance.now()
    readInvitation(text, frame)
    expect(performance.now() - before).toBeLessThan(1000)
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })
  it('leaves nothing behind for the next one', () => {
    readInvitation(
      calendar({ zones: definition('Europe/Berlin', sydney), start: ';TZID=Europe/Berlin:20261103T100000' }),
      frame,
    )
    expect(timesOf(calendar({ start: ';TZID=Europe/Berlin:20261103T100000' }))).toBe('2026-11-03T09:00')
  })
})
