import type { Fields } from '../../../src/letters/drafts/fields.ts'

/** Every field with a value. */
export const ALL: Required<Fields> = {
  to: 'grace@acme.com',
  first: 'Grace',
  full: 'Grace Kim',
  company: 'Acme',
  me: 'Ann Bell',
  mePhone: '555 0100',
  meLine: 'a nurse moving into hospital finance',
  target: 'hospital finance',
  connection: 'Priya Shah suggested I write',
  subject: 'A question about hospital finance',
  sentDate: 'Fri 6 Nov',
  answerDate: 'Thu 12 Nov',
  metDay: 'Monday',
  metPlace: '40 Main St',
  introFirst: 'Priya',
  introEmail: 'priya@halden.com',
  newFirst: 'Tom',
  newFull: 'Tom Lee',
  times: 'Tuesday 10 am or Thursday 2 pm',
  note: 'the rotation program',
  update: 'Dev Patel and Ana Ruiz',
  jobCompany: 'Corvid',
  jobTitle: 'an analyst',
  start: '4 January',
}
