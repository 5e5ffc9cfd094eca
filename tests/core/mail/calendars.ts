/** Calendars in the shape that programs write, for tests. */

/** The definition of a zone whose rules, since 2007, are those of the United States or of the European Union. */
export const definition = (id: string, rules: Rules): string[] => [
  'BEGIN:VTIMEZONE',
  `TZID:${id}`,
  ...(rules.daylight
    ? [
        'BEGIN:DAYLIGHT',
        `DTSTART:${rules.daylight.start}`,
        `TZOFFSETFROM:${rules.standard.to}`,
        `TZOFFSETTO:${rules.daylight.to}`,
        `RRULE:${rules.daylight.rule}`,
        'END:DAYLIGHT',
      ]
    : []),
  'BEGIN:STANDARD',
  `DTSTART:${rules.standard.start}`,
  `TZOFFSETFROM:${rules.daylight?.to ?? rules.standard.to}`,
  `TZOFFSETTO:${rules.standard.to}`,
  ...(rules.standard.rule ? [`RRULE:${rules.standard.rule}`] : []),
  'END:STANDARD',
  'END:VTIMEZONE',
]

type Change = { start: string; to: string; rule?: string }
export type Rules = { standard: Change; daylight?: Change }

const us = (standard: string, daylight: string): Rules => ({
  daylight: { start: '20070311T020000', to: daylight, rule: 'FREQ=YEARLY;BYMONTH=3;BYDAY=2SU' },
  standard: { start: '20071104T020000', to: standard, rule: 'FREQ=YEARLY;BYMONTH=11;BYDAY=1SU' },
})
const outlookUs = (standard: string, daylight: string): Rules => ({
  daylight: { start: '16010101T020000', to: daylight, rule: 'FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3' },
  standard: { start: '16010101T020000', to: standard, rule: 'FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11' },
})
const notesUs = (standard: string, daylight: string): Rules => ({
  daylight: {
    start: '19500312T020000',
    to: daylight,
    rule: 'FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=2SU;BYMONTH=3',
  },
  standard: {
    start: '19501105T020000',
    to: standard,
    rule: 'FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=1SU;BYMONTH=11',
  },
})

export const newYork = us('-0500', '-0400')
export const losAngeles = us('-0800', '-0700')
export const outlookNewYork = outlookUs('-0500', '-0400')
export const outlookChicago = outlookUs('-0600', '-0500')
export const notesNewYork = notesUs('-0500', '-0400')
export const berlin: Rules = {
  daylight: { start: '19810329T020000', to: '+0200', rule: 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU' },
  standard: { start: '19961027T030000', to: '+0100', rule: 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU' },
}
export const sydney: Rules = {
  daylight: { start: '20081005T020000', to: '+1100', rule: 'FREQ=YEARLY;BYMONTH=10;BYDAY=1SU' },
  standard: { start: '20080406T030000', to: '+1000', rule: 'FREQ=YEARLY;BYMONTH=4;BYDAY=1SU' },
}
export const kolkata: Rules = { standard: { start: '19700101T000000', to: '+0530' } }

type Parts = {
  method?: string
  zones?: string[]
  start?: string | undefined
  end?: string
  more?: string[]
  top?: string[]
}

/** A request to Ann by Grace, from 10:00 to 10:30 or whatever `start` and `end` say. */
export const calendar = ({
  method = 'REQUEST',
  zones = [],
  start,
  end,
  more = [],
  top = [],
}: Parts): string =>
  [
    'BEGIN:VCALENDAR',
    'PRODID:-//Example//Calendar 1.0//EN',
    'VERSION:2.0',
    ...(method ? [`METHOD:${method}`] : []),
    ...top,
    ...zones,
    'BEGIN:VEVENT',
    'UID:abc-123@example.com',
    'DTSTAMP:20261101T090000Z',
    ...(start ? [`DTSTART${start}`] : []),
    ...(end ? [`DTEND${end}`] : []),
    'SUMMARY:Coffee\\, 20 minutes',
    'SEQUENCE:2',
    'ORGANIZER;CN="Kim, Grace":mailto:Grace.Kim@Acme.com',
    'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Ann:mailto:ann@gmail.com',
    ...more,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
